"""What is wrong with one file silences nothing that is said of others, and lines are kept in linear time."""

from pathlib import Path

import pytest

from checker import readers
from checker.benchmarks.timing import growth
from checker.discover import discover
from checker.discover._errors import Errors

TEXT = "The company said on Monday that it has earned five million dollars in the second quarter of the year.\n"
NONE_IN_TWO = "2 documents, none in two languages"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(*names: str) -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT, "utf-8")


def test_an_error_is_about_its_path_and_what_that_lies_in() -> None:
    errors = Errors(["docs-old/z.de.md: one version alone", "a: b/c.md: not read"])
    assert all(map(errors.about, ("docs-old/z.de.md", "docs-old", "a", "a: b", "a: b/c.md")))
    assert not any(map(errors.about, ("docs", "docs-old/z", "z.de.md", "b", "")))
    assert errors.lines() == ("a: b/c.md: not read", "docs-old/z.de.md: one version alone")


def test_an_error_in_a_folder_says_nothing_of_one_whose_name_begins_alike() -> None:
    write("docs/one.md", "docs/two.md", "docs-old/z.de.md")
    errors = discover(["docs", "docs-old"], readers).errors
    assert [error.partition(":")[0] for error in errors] == ["docs-old/z.de.md", "docs"]
    assert NONE_IN_TWO in errors[1]


def test_an_error_in_a_folder_speaks_for_the_folder() -> None:
    write("docs/one.md", "docs/two.md", "docs/old/z.de.md")
    assert [error.partition(":")[0] for error in discover(["docs"], readers).errors] == ["docs/old/z.de.md"]


@pytest.mark.parametrize("name", ["p{}.de.md", "p{}/xx.md", "p{}.md", "d/p{}.de.md"])
def test_files_in_one_language_are_found_in_linear_time(name: str) -> None:
    def files(size: int) -> str:
        root = f"of{size}"
        if not Path(root).exists():
            write(*(f"{root}/{name.format(number)}" for number in range(size)))
        return root

    def run(root: str) -> None:
        assert not discover([root], readers).sets

    assert growth(run, files, 250, 1000) < 8, "four times the files, and room for a busy machine"
