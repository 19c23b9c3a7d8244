"""What git knows of files and lines, in real repositories."""

import subprocess
from pathlib import Path

import pytest

from checker.errors import UsageError
from checker.history import NOT_COMMITTED, Lines, before, blame, changes, root
from tests.repository import Repository, needs_git


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path.resolve() / "work")


@needs_git
def test_the_files_that_a_change_touches_and_their_names_before(repository: Repository) -> None:
    text = "".join(f"line {number}\n" for number in range(1, 21))
    names = ("a.md", "gone.md", "old name.md", "same.md", "let go.md")
    repository.commit("2026-01-05", {name: f"{name}\n{text}" for name in names})
    repository.git("branch", "before")
    repository.git("mv", "old name.md", "new näme\t.md")
    repository.git("rm", "-q", "--cached", "let go.md")
    (repository.folder / "gone.md").unlink()
    repository.write({"a.md": text.replace("line 3\n", "three\n"), "added.md": "new\n", "fresh/b.md": "new\n"})
    repository.git("add", "added.md")
    found = changes(repository.folder, "before").files
    assert {Path(file).relative_to(repository.folder).as_posix(): name for file, name in found.items()} == {
        "a.md": b"a.md",
        "added.md": None,
        "fresh/b.md": None,
        "gone.md": b"gone.md",
        "let go.md": b"let go.md",
        "new näme\t.md": b"old name.md",
    }


@needs_git
def test_what_files_held_before(repository: Repository) -> None:
    text = "a long enough text\nto be known again\nunder another name\n"
    repository.commit("2026-01-05", {"a.md": "one\n", "ö b/c.md": text, "d.md": ""})
    repository.git("branch", "before")
    repository.git("mv", "ö b/c.md", "moved.md")
    repository.commit("2026-01-06", {"a.md": "two\n", "new.md": "one\n", "2 missing": "x\n", "d.md": "full\n"})
    repository.write({"a.md": "three\n"})
    change = changes(repository.folder, "before")
    held = before(
        change, [str(repository.folder / name) for name in ("2 missing", "new.md", "moved.md", "a.md", "d.md")]
    )
    assert {Path(file).name: content for file, content in held.items()} == {
        "2 missing": None,
        "a.md": b"one\n",
        "moved.md": text.encode(),
        "new.md": None,
        "d.md": b"",
    }
    assert before(change, []) == {}


@needs_git
def test_what_the_other_branch_did_meanwhile_is_no_change_of_ours(repository: Repository) -> None:
    repository.commit("2026-01-05", {"a.md": "one\n", "b.md": "one\n"})
    repository.git("branch", "main-line")
    repository.commit("2026-01-06", {"a.md": "two\n"})
    repository.git("checkout", "-q", "main-line")
    repository.commit("2026-01-07", {"b.md": "two\n"})
    repository.git("checkout", "-q", "-")
    change = changes(repository.folder / ".", "main-line")
    assert [Path(file).name for file in change.files] == ["a.md"]
    assert list(before(change, change.files).values()) == [b"one\n"]


@needs_git
def test_a_ref_that_is_none_is_refused_in_one_line(repository: Repository) -> None:
    repository.commit("2026-01-05", {"a.md": "one\n"})
    for ref in ("nowhere", "-h", "--output=x", "", "a b"):
        with pytest.raises(UsageError, match="since ") as caught:
            changes(repository.folder, ref)
        assert "\n" not in str(caught.value)
    assert not (repository.folder / "x").exists()


def test_no_repository_and_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="not in a git repository"):
        changes(tmp_path, "main")
    (tmp_path / "a.md").write_text("one\n")
    assert blame(tmp_path / "a.md", [Lines(1, 1)]) == {}
    (tmp_path / ".git").mkdir()
    assert blame(tmp_path / "a.md", [Lines(1, 1)]) == {}
    monkeypatch.setenv("PATH", str(tmp_path))
    assert blame(tmp_path / "a.md", [Lines(1, 1)]) == {}
    with pytest.raises(UsageError, match="git can't be run here"):
        changes(tmp_path, "main")


@needs_git
def test_the_commit_of_a_line(repository: Repository) -> None:
    repository.commit("2026-01-05", {"é b/a.md": "one\ntwo\nthree\n"})
    repository.commit("2026-02-06", {"é b/a.md": "one\n2\nthree\n"})
    repository.write({"é b/a.md": "one\n2\n3\n"})
    found = blame(repository.folder / "é b" / "a.md", [Lines(2, 3), Lines(1, 1)])
    assert [found[number].date for number in (1, 2, 3)] == ["2026-01-05", "2026-02-06", ""]
    assert found[1].time < found[2].time < found[3].time
    assert found[3] == NOT_COMMITTED
    head = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=repository.folder, capture_output=True, text=True, check=True
    ).stdout
    assert found[2].id == head[:10]
    assert blame(repository.folder / "é b" / "a.md", []) == {}
    assert blame(repository.folder / "é b" / "a.md", [Lines(9, 9)]) == {}


@needs_git
def test_a_hook_s_environment_does_not_mislead(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit("2026-01-05", {"b/a.md": "one\n"})
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.chdir(repository.folder)
    assert blame(Path("b/a.md"), [Lines(1, 1)])[1].date == "2026-01-05"


def test_the_repository_of_a_path(tmp_path: Path) -> None:
    (tmp_path / "a" / ".git").mkdir(parents=True)
    (tmp_path / "a" / "b").mkdir()
    assert root(tmp_path / "a" / "b" / "c.md") == (tmp_path / "a").resolve()
    assert root(tmp_path / "a") == (tmp_path / "a").resolve()
