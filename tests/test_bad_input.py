"""What can't be checked is told in one line: where, what, what would be right; the rest is still checked."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

GOOD = {"en": "The bridge cost 5 million dollars in 2019.\n", "de": "Die Brücke kostete 2019 5 Millionen Dollar.\n"}


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "XDG_CACHE_HOME": str(cwd / "cache"), "NO_COLOR": "1"}
    command = [sys.executable, "-m", "checker", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, env=environment, timeout=120, check=False)


def write(folder: Path, **texts: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for language, text in texts.items():
        (folder / f"{language}.md").write_text(text, "utf-8")
    return folder


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return write(tmp_path / "good", **GOOD)


def test_a_good_set_is_clean(good: Path) -> None:
    done = run("check", "good", "--rules-only", cwd=good.parent)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nowhere", "nowhere: no such file or folder"),
        ("empty", "empty: no documents"),
        ("alone", "alone"),
        ("twice", "two files for de"),
        ("latin", "not UTF-8"),
        ("blank", "blank/de.md: empty; write its text, or take the file away"),
    ],
)
def test_one_bad_set_leaves_the_others_checked(good: Path, name: str, said: str) -> None:
    bad = good.parent / name
    if name != "nowhere":
        write(bad, **({"alone": {"de": GOOD["de"]}, "twice": GOOD, "blank": GOOD | {"de": " \n"}}.get(name, {})))
    if name == "twice":
        (bad / "de.txt").write_text(GOOD["de"], "utf-8")
    if name == "latin":
        write(bad, en=GOOD["en"])
        (bad / "de.md").write_bytes("Die Brücke kostete 5 Millionen.".encode("latin-1"))
    done = run("check", "good", name, "--rules-only", "--format", "json", "--output", "out.json", cwd=good.parent)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    report = json.loads((good.parent / "out.json").read_text("utf-8"))
    assert [document["id"].split("/")[-1] for document in report["documents"]] == ["good"]
    assert report["errors"]


def test_a_catalogue_without_a_letter_is_told(good: Path) -> None:
    (good.parent / "po").mkdir()
    (good.parent / "po" / "de.po").write_bytes(b"")
    done = run("check", "good", "po", "--rules-only", cwd=good.parent)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "po/de.po: empty; write its text, or take the file away" in done.stderr


@pytest.mark.parametrize(
    "arguments", [("--source", "xx"), ("--source", "fr"), ("--format", "jsn"), ("--fail-on", "some")]
)
def test_a_bad_option_is_refused(good: Path, arguments: tuple[str, ...]) -> None:
    done = run("check", "good", "--rules-only", *arguments, cwd=good.parent)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) <= 2
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("content", ["source = [", 'sorce = "en"', "source = 3"])
def test_a_broken_setting_is_refused_with_its_place(good: Path, content: str) -> None:
    (good.parent / "checker.toml").write_text(content + "\n", "utf-8")
    done = run("check", "good", "--rules-only", cwd=good.parent)
    assert done.returncode == 2
    assert "checker.toml" in done.stderr


def test_the_report_is_the_same_bytes_twice(good: Path) -> None:
    runs = [run("check", "good", "--rules-only", "--format", "json", cwd=good.parent).stdout for _ in range(2)]
    assert runs[0] == runs[1]
    assert str(good.parent) not in runs[0]


def test_nothing_half_written_where_the_output_cannot_be(good: Path) -> None:
    done = run("check", "good", "--rules-only", "--output", "no/such/folder/out.txt", cwd=good.parent)
    assert done.returncode == 2
    assert not (good.parent / "no").exists()
