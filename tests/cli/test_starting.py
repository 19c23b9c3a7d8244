"""`checker init` writes settings for what it finds, says what it did not, and never overwrites unasked."""

from pathlib import Path

import pytest

from checker.pipeline import sought
from checker.settings import load
from tests.cli.stub import Run
from tests.repository import Repository, needs_git

EN = "The company said on Monday that it has earned five million dollars in the second quarter of the year."
DE = "Das Unternehmen teilte am Montag mit, dass es im zweiten Quartal fünf Millionen Dollar verdient habe."


@pytest.fixture(autouse=True)
def _apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own: what is tested here writes into the current one."""
    (tmp_path / "apart").mkdir()
    monkeypatch.chdir(tmp_path / "apart")


def write(*names: str) -> None:
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(DE if "de" in path.stem.split(".") or "/de/" in f"/{name}" else EN, "utf-8")


@pytest.mark.parametrize(
    ("names", "paths", "source"),
    [
        ("docs/de/x.md docs/en/x.md docs/en/y.md docs/de/y.md", 'paths = ["docs"]', None),
        ("README.md README.de.md", 'paths = [["README.md", "README.{lang}.md"]]', "en"),
        (
            "docs/x.md i18n/de/docusaurus-plugin-content-docs/current/x.md",
            'paths = ["docs", "i18n"]',
            "en",
        ),
        ("guide/x.md de/guide/x.md", 'paths = ["."]', "en"),
        ("a/x.de.md a/x.en.md b/y.de.md b/y.en.md x.de.md x.fr.md", 'paths = ["a", "b", "x.{lang}.md"]', None),
    ],
)
def test_it_writes_what_it_finds(run: Run, names: str, paths: str, source: str | None) -> None:
    write(*names.split())
    code, out, err = run("init")
    assert (code, err) == (0, "")
    text = Path("checker.toml").read_text("utf-8")
    assert paths in text.splitlines()
    assert load().source == source
    found = sought((), load())
    assert not found.errors
    assert f"wrote checker.toml: {len(found.sets)} document set" in out
    assert all(f"  {one.id}: " in out for one in found.sets)
    assert f"source: {source or 'none'} (" in out


def test_it_says_what_it_does_not_check(run: Run) -> None:
    write("docs/de/x.md", "docs/en/x.md", "docs/en/alone.md")
    code, out, _ = run("init")
    assert code == 0
    assert "not checked: docs/en/alone.md: in one language only" in out


def test_it_overwrites_only_when_told_to(run: Run) -> None:
    write("docs/de/x.md", "docs/en/x.md")
    Path("checker.toml").write_text("source = 'de'\n")
    code, out, err = run("init")
    assert (code, out) == (2, "")
    assert "--force" in err
    assert Path("checker.toml").read_text() == "source = 'de'\n"
    assert run("init", "--force")[0] == 0
    assert "docs" in Path("checker.toml").read_text("utf-8")


def test_settings_in_the_project_file_are_settings(run: Run) -> None:
    write("docs/de/x.md", "docs/en/x.md")
    Path("pyproject.toml").write_text("[tool.checker]\n")
    assert run("init")[0] == 2
    assert not Path("checker.toml").exists()


def test_where_nothing_can_be_checked_nothing_is_written(run: Run) -> None:
    write("notes.md", "more.md")
    code, out, err = run("init")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "nothing to check here" in err
    assert not Path("checker.toml").exists()


@needs_git
def test_what_git_ignores_is_left_out(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Repository(Path("work"))
    monkeypatch.chdir("work")
    write("docs/x.de.md", "docs/x.en.md", "build/de/x.md", "build/en/x.md")
    Path(".gitignore").write_text("build/\n")
    code, out, _ = run("init")
    assert code == 0
    assert "not read, for git ignores it: build" in out
    assert [one.id for one in sought((), load()).sets] == ["x"]
