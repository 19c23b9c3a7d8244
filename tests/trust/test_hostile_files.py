"""Hostile files are named and refused at once, and nothing of what they point at is in any output."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from checker import cli, readers
from checker.errors import InputError
from tests.trust.hostile_files import SECRET, Hostile, every

FILES = every()
SECONDS = 1.0
"""Processor time in which a file is refused."""
MIB = 200
"""Memory in which a check of a bomb ends."""
GOOD = "The bridge has 5 arches.\n"


def test_there_are_enough_of_them() -> None:
    assert len({file.name for file in FILES}) == len(FILES) >= 60


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_hostile_file(file: Hostile, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    secret = tmp_path / "elsewhere" / "secret.md"
    secret.parent.mkdir()
    secret.write_text(f"The {SECRET} has 5 arches.\n", "utf-8")
    folder = tmp_path / "texts"
    folder.mkdir()
    path = folder / file.name
    file.make(path, secret)
    stem, _, rest = file.name.partition(".en.")
    (folder / f"{stem}.de.{rest}").write_text(GOOD, "utf-8")
    (folder / "good.en.md").write_text(GOOD, "utf-8")
    (folder / "good.de.md").write_text(GOOD.replace("5", "9"), "utf-8")
    begin = time.process_time()
    try:
        readers.read(path, file.name, "en")
    except InputError as error:
        assert str(error).startswith(file.name)
        assert "\n" not in str(error)
    spent = time.process_time() - begin
    for form in ("text", "json"):
        out = tmp_path / f"out.{form}"
        arguments = ["check", str(folder), "--rules-only", "--format", form, "--output", str(out)]
        code = cli.run(arguments)
        told = capfd.readouterr()
        everything = told.out + told.err + out.read_text("utf-8")
        assert SECRET not in everything
        assert "Traceback" not in everything
        assert "internal error" not in everything
        assert "good" in out.read_text("utf-8"), "the rest is checked all the same"
        assert code == 2 or (not file.refused and code == 1)
        assert not file.refused or stem in told.err
    assert spent <= SECONDS


def test_a_file_that_vanishes_while_it_is_read(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for name in ("a.en.md", "a.de.md", "b.en.md", "b.de.md"):
        (tmp_path / name).write_text(GOOD, "utf-8")
    stop = threading.Event()

    def flicker() -> None:
        path = tmp_path / "a.en.md"
        while not stop.is_set():
            path.unlink(missing_ok=True)
            path.write_text(GOOD * 50, "utf-8")

    thread = threading.Thread(target=flicker)
    thread.start()
    try:
        for _ in range(40):
            code = cli.run(["check", str(tmp_path), "--rules-only"])
            told = capfd.readouterr()
            assert code in (0, 1, 2)
            assert "internal error" not in told.err
            assert code != 2 or any(name in told.err for name in ("a.en.md", "a.de.md"))
    finally:
        stop.set()
        thread.join()


MEMORY = """
import re, sys
from pathlib import Path
from checker import cli
options = ["--rules-only", "--no-cache", "--quiet", "--fail-on", "never", "--output", sys.argv[2]]
code = cli.run(["check", sys.argv[1], *options])
print(code, int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) >> 10)
"""


def memory(folder: Path, target: Path) -> tuple[int, int]:
    """The exit code of a check, and the most memory that it had, in MiB."""
    command = [sys.executable, "-c", MEMORY, str(folder), str(target)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=3600, check=True)
    code, peak = map(int, done.stdout.split())
    return code, peak


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not tell what memory was used")
@pytest.mark.parametrize(
    "file", [file for file in FILES if file.name.startswith(("bomb", "laughs", "anchors"))], ids=lambda it: it.name
)
def test_a_bomb_takes_no_memory(file: Hostile, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    file.make(folder / file.name, tmp_path)
    stem, _, rest = file.name.partition(".en.")
    (folder / f"{stem}.de.{rest}").write_text(GOOD, "utf-8")
    _, peak = memory(folder, tmp_path / "out.txt")
    assert peak <= MIB
