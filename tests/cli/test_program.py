"""The program as a whole: no command, its version, its streams."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.stub import Run


def test_no_command_shows_the_help_and_has_checked_nothing(run: Run) -> None:
    code, out, _ = run()
    assert code == 2
    assert "Usage: checker" in out
    assert run("--help")[0] == 0


def test_the_version_is_one_line(run: Run) -> None:
    code, out, _ = run("--version")
    assert (code, out.count("\n")) == (0, 1)
    assert out.startswith("checker ")


COMMAND = [sys.executable, "-m", "checker"]


def test_as_a_program_the_codes_are_the_same() -> None:
    for arguments, code in ((["--version"], 0), (["explain", "nothing"], 2), (["check"], 2)):
        done = subprocess.run([*COMMAND, *arguments], capture_output=True, check=False, timeout=60)
        assert done.returncode == code
        assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise there")
def test_a_reader_that_leaves_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*COMMAND, "explain", "--markdown"], stdout=writing, stderr=subprocess.PIPE, check=False, timeout=60
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_exit_2() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, "explain"], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr == b"checker: standard output: cannot write: No space left on device\n"
