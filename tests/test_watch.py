"""Watching: a check now and after each change, until it is interrupted."""

from pathlib import Path

import pytest

from checker.errors import SettingsError
from checker.pipeline import check
from checker.sets import Memory
from checker.settings import Settings
from checker.watch import state, watched


class Hand:
    """Does something to the files at each pause, then lets one pass; at the end it presses Ctrl-C."""

    def __init__(self, *steps: dict[str, str]) -> None:
        self.steps = [step for each in steps for step in (each, {})]

    def __call__(self, seconds: float) -> None:
        assert seconds > 0
        if not self.steps:
            raise KeyboardInterrupt
        for name, text in self.steps.pop(0).items():
            Path(name).write_text(text, "utf-8")


@pytest.fixture
def docs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("one", "two"):
        (tmp_path / "docs" / name).mkdir(parents=True)
        (tmp_path / "docs" / name / "en.md").write_text("The boat has 5 sails.\n")
        (tmp_path / "docs" / name / "de.md").write_text("Das Boot hat 5 Segel.\n", "utf-8")
    return tmp_path


def test_each_change_is_checked_and_only_what_it_touched(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from checker import pipeline

    checked: list[str] = []
    real = pipeline._check_task
    monkeypatch.setattr(
        pipeline, "_check_task", lambda task, *rest, **more: checked.append(task.found.id) or real(task, *rest, **more)
    )
    drifts: list[int] = []

    def once(memory: Memory) -> int:
        report = check(["docs"], Settings(source="en", rules_only=True, cache=False), memory=memory)
        drifts.append(len(report.findings))
        return int(bool(report.findings))

    said: list[str] = []
    hand = Hand({"docs/two/de.md": "Das Boot hat 50 Segel.\n"}, {"docs/two/de.md": "Das Boot hat fünf Segel.\n"})
    assert watched(["docs"], once, said.append, hand) == 0
    assert checked == ["one", "two", "two", "two"]
    assert (drifts[0], drifts[1] > 0, drifts[2]) == (0, True, 0)
    assert said == ["watching for changes; Ctrl-C ends it"] * 3 + ["ended"]


def test_what_can_not_be_checked_is_told_and_the_next_change_awaited(docs: Path) -> None:
    rounds: list[int] = []

    def once(_: Memory) -> int:
        rounds.append(len(rounds))
        if len(rounds) == 1:
            raise SettingsError("checker.toml:1: broken TOML")
        return 1

    said: list[str] = []
    assert watched(["docs"], once, said.append, Hand({"docs/one/fr.md": "5\n"})) == 1
    assert said[0] == "checker.toml:1: broken TOML"
    assert len(rounds) == 2


def test_the_code_is_that_of_the_last_check_and_2_where_there_was_none(docs: Path) -> None:
    def broken(_: Memory) -> int:
        raise SettingsError("broken")

    assert watched(["docs"], broken, lambda _: None, Hand()) == 2


def test_hidden_files_and_what_has_gone_are_not_looked_at(docs: Path) -> None:
    before = state(["docs", "nowhere"])
    (docs / "docs" / ".git").mkdir()
    (docs / "docs" / ".git" / "index").write_text("x")
    (docs / "docs" / "one" / ".de.md.swp").write_text("x")
    (docs / "docs" / "broken.md").symlink_to("nowhere")
    assert state(["docs", "nowhere"]) == before
    (docs / "docs" / "one" / "new.md").write_text("x")
    assert len(state(["docs"])) == len(before) + 1
