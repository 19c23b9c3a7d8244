"""What a change introduced: only that, whatever else is wrong in the repository; and what to translate again."""

import contextlib
import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from checker.errors import UsageError
from checker.model import Report
from checker.pipeline import check
from checker.settings import Settings
from tests.repository import Repository, needs_git

pytestmark = needs_git

ENGLISH = """# The ferry

The ferry of 1998 carries 420 passengers and 60 cars.

A ticket costs 15 euros, and the crossing takes 90 minutes.

Since May 2021 it has sailed 12 times a day.

The harbour has 3 cranes, and each lifts 40 tonnes.
"""
GERMAN = """# Die Fähre

Die Fähre von 1998 befördert 420 Fahrgäste und 60 Autos.

Eine Karte kostet 15 Euro, und die Überfahrt dauert 90 Minuten.

Seit Mai 2021 fährt sie 12 Mal am Tag.

Der Hafen hat 3 Kräne, und jeder hebt 40 Tonnen.
"""
FRENCH = """# Le ferry

Le ferry de 1998 transporte 420 passagers et 60 voitures.

Un billet coûte 15 euros, et la traversée dure 90 minutes.

Depuis mai 2021, il navigue 12 fois par jour.

Le port a 3 grues, et chacune soulève 40 tonnes.
"""
OLD_DRIFT = GERMAN.replace("60 Autos", "80 Autos")


@pytest.fixture
def repository(tmp_path: Path) -> Iterator[Repository]:
    """Two documents in three languages; in each German one a number of cars is wrong already."""
    made = Repository(tmp_path.resolve() / "work")
    files = {"en.md": ENGLISH, "de.md": OLD_DRIFT, "fr.md": FRENCH}
    made.commit("2026-01-05", {f"docs/{name}/{file}": text for name in ("one", "two") for file, text in files.items()})
    made.git("branch", "before")
    with contextlib.chdir(made.folder):
        yield made


def since(ref: str = "before", source: str | None = "en", **chosen: object) -> Report:
    settings = Settings(source=source, rules_only=True, cache=False)
    return check(["docs"], settings, since=ref, **chosen)  # type: ignore[arg-type]


def told(report: Report) -> list[tuple[str, str | None]]:
    return [(it.location.path, it.found) for it in report.findings]


def test_nothing_changed_is_nothing_to_tell(repository: Repository) -> None:
    report = since()
    assert (report.documents, report.findings, report.errors) == ((), (), ())
    assert report.notes == ("0 of 2 document sets changed since before",)


def test_a_new_drift_is_told_and_the_old_one_beside_it_is_not(repository: Repository) -> None:
    repository.commit("2026-01-06", {"docs/one/de.md": OLD_DRIFT.replace("12 Mal", "120 Mal")})
    report = since()
    assert told(report) == [("docs/one/de.md", "120 per day")]
    assert report.older == 1
    assert [it.id for it in report.documents] == ["one"]


def test_a_change_of_the_source_is_told_in_the_versions_that_nobody_touched(repository: Repository) -> None:
    repository.write({"docs/one/en.md": ENGLISH.replace("90 minutes", "75 minutes")})
    assert {path for path, _ in told(since())} == {"docs/one/de.md", "docs/one/fr.md"}
    assert {"90 minutes"} <= {found for _, found in told(since())}


def test_what_moves_or_reads_otherwise_is_no_new_drift(repository: Repository) -> None:
    moved = "# Notes\n\nNothing here.\n\n" + OLD_DRIFT.replace("Die Fähre von", "Das Schiff von")
    repository.commit("2026-01-06", {"docs/one/de.md": moved})
    report = since()
    assert (told(report), report.older) == ([], 1)


def test_a_renamed_set_brings_nothing_new(repository: Repository) -> None:
    repository.git("mv", "docs/one", "docs/three")
    repository.git("commit", "-q", "-m", "renamed")
    report = since()
    assert (told(report), report.older) == ([], 1)


def test_a_new_version_is_looked_at_as_a_whole(repository: Repository) -> None:
    repository.write({"docs/one/nl.md": GERMAN.replace("60 Autos", "90 Autos")})
    (path,) = {path for path, _ in told(since())}
    assert path == "docs/one/nl.md"


def test_a_new_source_makes_all_of_a_set_new(repository: Repository) -> None:
    repository.git("rm", "-q", "docs/one/en.md")
    repository.git("commit", "-q", "-m", "no source")
    repository.git("branch", "-f", "before")
    repository.write({"docs/one/en.md": ENGLISH})
    report = since()
    assert {path for path, _ in told(report)} == {"docs/one/de.md"}
    assert report.older == 0


def test_what_a_sentence_less_leaves_alone_is_told(repository: Repository) -> None:
    repository.write({"docs/one/en.md": ENGLISH.replace("The harbour has 3 cranes, and each lifts 40 tonnes.\n", "")})
    assert ("docs/one/de.md", "40 metric tons") in told(since())


def test_all_that_a_change_introduces_and_what_was_there_before_is_what_there_is(repository: Repository) -> None:
    settings = Settings(source="en", rules_only=True, cache=False)
    before = check(["docs"], settings).findings
    change = OLD_DRIFT.replace("12 Mal", "120 Mal").replace("15 Euro", "51 Euro")
    repository.write({"docs/one/de.md": change, "docs/two/fr.md": FRENCH.replace("3 grues", "33 grues")})
    new = since().findings
    after = check(["docs"], settings).findings
    assert len(new) >= 3
    assert {(it.document, it.fingerprint) for it in after} == {
        (it.document, it.fingerprint) for it in itertools.chain(before, new)
    }


def test_a_comment_taken_out_makes_its_finding_new(repository: Repository) -> None:
    ignored = OLD_DRIFT.replace("80 Autos.", "80 Autos. <!-- checker: ignore value-drift -- so be it -->")
    repository.commit("2026-01-06", {"docs/one/de.md": ignored})
    repository.git("branch", "-f", "before")
    repository.commit("2026-01-07", {"docs/one/de.md": OLD_DRIFT})
    assert told(since()) == [("docs/one/de.md", "80")]


def test_what_the_source_says_anew_is_to_be_translated_again(repository: Repository) -> None:
    changed = ENGLISH.replace("The ferry of 1998 carries", "The new ferry of 1998 carries")
    changed = changed.replace("A ticket costs", "A single ticket costs")
    repository.commit("2026-01-06", {"docs/one/en.md": changed})
    repository.write({"docs/one/de.md": OLD_DRIFT.replace("Eine Karte", "Eine einfache Karte")})
    found = [(it.document, it.source.line, it.location.path, it.location.line) for it in since().outdated]
    assert found == [("one", 3, "docs/one/de.md", 3), ("one", 3, "docs/one/fr.md", 3), ("one", 5, "docs/one/fr.md", 5)]
    assert not since(source=None).outdated


def test_a_reflowed_source_is_not_to_be_translated_again(repository: Repository) -> None:
    wrapped = ENGLISH.replace("carries 420", "carries\n420").replace("# The ferry\n\n", "# The ferry\n\n\n")
    repository.commit("2026-01-06", {"docs/one/en.md": wrapped})
    assert not since().outdated


@pytest.mark.parametrize("ref", ["nowhere", "", "-x", "before..nowhere", "\0"])
def test_an_unknown_commit_is_refused_in_one_line(repository: Repository, ref: str) -> None:
    with pytest.raises(UsageError) as refused:
        since(ref)
    assert str(refused.value).startswith("since ")
    assert "\n" not in str(refused.value)


def test_no_repository_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs").mkdir()
    for name, text in {"en.md": ENGLISH, "de.md": GERMAN}.items():
        (tmp_path / "docs" / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match="since main: not in a git repository"):
        since("main")


def test_what_was_no_text_before_is_new(repository: Repository) -> None:
    (repository.folder / "docs/one/de.md").write_bytes(b"\xff\xfe\xff")
    repository.git("commit", "-aqm", "broken")
    repository.git("branch", "-f", "before")
    repository.write({"docs/one/de.md": OLD_DRIFT})
    assert told(since()) == [("docs/one/de.md", "80")]
