"""Document sets over processes and out of the memory: the same report in every way."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from checker.discover import Found, Version
from checker.model import Report
from checker.pipeline import check
from checker.reporters import Page, load
from checker.sets import FEW, Memory, Task, joined, recalled, weight
from checker.settings import Settings

SETTINGS = Settings(source="en", rules_only=True, cache=False)


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Twice as many sets as one process is for, some with a drift, one that can't be read, some with a comment."""
    monkeypatch.chdir(tmp_path)
    for number in range(2 * FEW):
        folder = tmp_path / "docs" / f"page{number}"
        folder.mkdir(parents=True)
        wrong = number * 7 if number % 5 == 1 else number
        comment = "<!-- checker: ignore -- so be it -->\n\n" if number % 10 == 1 else ""
        (folder / "en.md").write_text(f"In 2019 the town sold {number} boats.\n")
        (folder / "de.md").write_text(f"{comment}Die Stadt verkaufte 2019 {wrong} Boote.\n", "utf-8")
    (tmp_path / "docs" / "page3" / "de.md").write_bytes(b"\xff\xff")
    return tmp_path


def test_one_and_two_processes_report_the_same_bytes(many: Path) -> None:
    one, two = (check(["docs"], SETTINGS, workers=workers) for workers in (1, 2))
    assert one == two
    assert (len(one.documents), len(one.errors)) == (2 * FEW - 1, 2)
    assert one.dismissed
    assert one.findings
    json_of = load("json")
    assert json_of(one, Page()) == json_of(two, Page())
    assert [it["id"] for it in json.loads(json_of(one, Page()))["documents"]] == sorted(it.id for it in one.documents)


def test_progress_counts_the_sets(many: Path) -> None:
    told: list[tuple[str, int, int]] = []
    check(["docs"], SETTINGS, lambda *step: told.append(step))
    assert told == [("checking", number, 2 * FEW) for number in range(2 * FEW)]


def sets(folder: Path, *names: str) -> list[Task]:
    for name in names:
        (folder / name).write_text(name)
    return [Task(Found(name, (Version("en", str(folder / name)),))) for name in names]


def test_only_what_is_not_remembered_is_worked_on(tmp_path: Path) -> None:
    worked: list[str] = []

    def work(tasks: Sequence[Task]) -> Iterator[Report]:
        for task in tasks:
            worked.append(task.found.id)
            yield replace(joined((), ""), notes=(task.found.id,))

    memory: Memory = {}
    tasks = sets(tmp_path, "a", "b", "c")
    assert weight(tasks[0]) == 1
    assert [it.notes for it in recalled(tasks, memory, work)] == [("a",), ("b",), ("c",)]
    (tmp_path / "b").write_text("longer")
    assert [it.notes for it in recalled(tasks[:2], memory, work)] == [("a",), ("b",)]
    (tmp_path / "a").unlink()
    assert weight(tasks[0]) == 0
    assert [it.notes for it in recalled(tasks, memory, work)] == [("a",), ("b",), ("c",)]
    assert worked == ["a", "b", "c", "b", "a", "c"]
