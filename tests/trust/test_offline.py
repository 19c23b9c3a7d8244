"""No connection is opened: the whole test suite runs with a hook that refuses any, and so does a check of its own."""

import json
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

from tests.documents import FOLDER

CHECK = """
import json, sys
seen = []
def note(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        local = event in ("socket.connect", "socket.bind", "socket.sendmsg") and not isinstance(arguments[1], tuple)
        if not local and event not in ("socket.__new__", "socket.gethostname"):
            seen.append(event)
sys.addaudithook(note)
from checker import cli
code = cli.run(sys.argv[1:])
print(json.dumps([code, seen]), file=sys.stderr)
"""


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", str(FOLDER / "night-train"), "--no-cache", "--fail-on", "never"],
        ["check", str(FOLDER / "berry-recall"), "--rules-only", "--fail-on", "never", "--format", "html"],
        ["extract", str(FOLDER / "night-train" / "en.html"), "--lang", "en"],
        ["model", "verify"],
    ],
    ids=["with the model", "rules only", "extract", "verify"],
)
def test_a_command_opens_no_connection(arguments: list[str], tmp_path: Path) -> None:
    del tmp_path
    command = [sys.executable, "-c", CHECK, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    code, seen = json.loads(done.stderr.splitlines()[-1])
    assert code == 0
    assert seen == []


def test_a_connection_is_refused() -> None:
    with pytest.raises(ConnectionRefusedError, match="nothing here may"):
        socket.create_connection(("127.0.0.1", 9))
    with socket.socket() as bare, pytest.raises(ConnectionRefusedError, match="nothing here may"):
        bare.connect(("127.0.0.1", 9))
    with pytest.raises(OSError, match="nothing here may"):
        urllib.request.urlopen("http://127.0.0.1:9/")
