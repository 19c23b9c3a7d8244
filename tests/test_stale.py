"""A drift whose source line is newer than the translation's is said to be stale."""

import json
from pathlib import Path

import pytest

from checker.history import blame
from checker.model import Report, Rule
from checker.pipeline import check
from checker.settings import Settings
from checker.stale import marked
from tests.repository import Repository, needs_git

EN = (
    "# The bridge\n\n"
    "The bridge is 320 metres long and cost {} million euros.\n\n"
    "The tunnel is 470 metres long and cost {} million euros.\n"
)
DE = (
    "# Die Brücke\n\n"
    "Die Brücke ist 320 Meter lang und kostete {} Millionen Euro.\n\n"
    "Der Tunnel ist 470 Meter lang und kostete {} Millionen Euro.\n"
)
FR = (
    "# Le pont\n\n"
    "Le pont mesure 320 mètres et a coûté {} millions d’euros.\n\n"
    "Le tunnel mesure 470 mètres et a coûté {} millions d’euros.\n"
)
RULES = Settings(source="en", rules_only=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = Repository(tmp_path / "work")
    made.commit(
        "2026-03-01",
        {"b/en.md": EN.format(1250, 2340), "b/de.md": DE.format(1250, 2340), "b/fr.md": FR.format(1250, 2350)},
    )
    monkeypatch.chdir(made.folder)
    return made


def stale(report: Report) -> dict[str, str | None]:
    """Language and line of the drifts of a value, and the day of the commit that made them so."""
    values = (it for it in report.findings if it.rule is Rule.VALUE)
    return {f"{it.location.lang} {it.location.line}": it.stale and it.stale.date for it in values}


@needs_git
def test_only_what_the_source_changed_later_is_stale(repository: Repository) -> None:
    assert stale(check(["b"], RULES, blame=blame)) == {"fr 5": None}
    repository.commit("2026-04-02", {"b/en.md": EN.format(1260, 2340)})
    report = check(["b"], RULES, blame=blame)
    assert stale(report) == {"de 3": "2026-04-02", "fr 3": "2026-04-02", "fr 5": None}
    told = next(it for it in report.findings if it.location.lang == "de")
    assert told.stale is not None
    assert told.message.endswith(
        f"; stale: the English line was changed after this one (2026-04-02, {told.stale.commit})"
    )


@needs_git
def test_what_is_not_committed_yet_is_newer_than_all(repository: Repository) -> None:
    repository.write({"b/en.md": EN.format(1260, 2340)})
    report = check(["b"], RULES, blame=blame)
    assert stale(report) == {"de 3": "", "fr 3": "", "fr 5": None}
    assert "was changed after this one (not committed yet)" in report.findings[0].message


@needs_git
def test_a_translation_that_is_newer_is_simply_wrong(repository: Repository) -> None:
    repository.commit("2026-04-02", {"b/de.md": DE.format(1270, 2340)})
    assert stale(check(["b"], RULES, blame=blame)) == {"de 3": None, "fr 5": None}


@needs_git
def test_nothing_is_said_without_a_source_or_without_being_asked(repository: Repository) -> None:
    repository.commit("2026-04-02", {"b/en.md": EN.format(1260, 2340)})
    assert not any(stale(check(["b"], Settings(rules_only=True), blame=blame)).values())
    assert not any(stale(check(["b"], RULES)).values())


@needs_git
def test_the_fingerprint_and_the_paths_are_as_without(repository: Repository) -> None:
    repository.commit("2026-04-02", {"b/en.md": EN.format(1260, 2340)})
    plain, dated = check(["b"], RULES), check(["b"], RULES, blame=blame)
    assert [it.fingerprint for it in plain.findings] == [it.fingerprint for it in dated.findings]
    from checker.reporters import Page
    from checker.reporters.json import render

    text = render(dated, Page(100, False, False, 1))
    assert str(repository.folder) not in text
    found = [it for it in json.loads(text)["findings"] if "stale" in it]
    assert [sorted(it["stale"]) for it in found] == [["commit", "date"]] * 2


def test_what_git_does_not_know_is_not_stale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "en.md").write_text(EN.format(1250, 2340), "utf-8")
    (tmp_path / "b" / "de.md").write_text(DE.format(1260, 2340), "utf-8")
    monkeypatch.chdir(tmp_path)
    report = check(["b"], RULES, blame=blame)
    assert [it.rule for it in report.findings] == [Rule.VALUE]
    assert marked(report, lambda *_: {}) == report
    assert stale(report) == {"de 3": None}
