"""The cache never changes a result: killed writers, flipped bits, full disks, foreign files cost time at the most."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.nli.cache import FILE, Cached, Store
from tests.nli.test_cache import PAIRS, TEXTS, Counting
from tests.trust.amounts import amounts

WRITER = """
import hashlib, sys
from pathlib import Path
from checker.nli.cache import Store
store = Store(Path(sys.argv[1]))
number = int(sys.argv[2])
print("ready", flush=True)
while True:
    keys = [hashlib.sha256(b"%d" % (number * 7 % 5000 + step)).digest() for step in range(50)]
    known = store.get(keys)
    assert all(value == key * 40 for key, value in known.items())
    store.put({key: key * 40 for key in keys})
    number += 13
"""
"""Writes and reads again values that follow from their keys, until it is killed."""


def answers(folder: Path) -> tuple[bytes, object]:
    model = Cached(Counting(), folder)
    return model.embed(TEXTS).tobytes(), model.judge(PAIRS)


EXPECTED = Counting().embed(TEXTS).tobytes(), Counting().judge(PAIRS)


@amounts("kills", 6, 200)
def test_killed_writers_leave_nothing_wrong(kills: int, tmp_path: Path, figure: Callable[[str], None]) -> None:
    draw = random.Random(3)

    def start(number: int) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", WRITER, str(tmp_path), str(number)]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    writers = [start(number) for number in range(4)]
    try:
        for kill in range(kills):
            at = draw.randrange(len(writers))
            stdout = writers[at].stdout
            assert stdout is not None
            assert stdout.readline() == "ready\n", writers[at].communicate()[1]
            time.sleep(draw.uniform(0, 0.05))
            writers[at].send_signal(signal.SIGKILL)
            assert writers[at].wait() == -signal.SIGKILL
            writers[at].communicate()
            writers[at] = start(100 * kill)
    finally:
        ended = [writer.poll() for writer in writers]
        for writer in writers:
            writer.kill()
            writer.communicate()
    assert ended == [None] * 4, "a writer ended by itself"
    connection = sqlite3.connect(tmp_path / FILE)
    rows = connection.execute("SELECT key, value FROM answers").fetchall()
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    known = Store(tmp_path).get([key for key, _ in rows])
    wrong = [key for key, _ in rows if known.get(key) != key * 40]
    figure(f"{kills} kill -9 with 4 writers: {len(rows)} rows, {len(wrong)} wrong")
    assert rows
    assert not wrong
    assert answers(tmp_path) == EXPECTED


@amounts("flips", 40, 2000)
def test_flipped_bits_are_never_believed(flips: int, tmp_path: Path, figure: Callable[[str], None]) -> None:
    answers(tmp_path)
    Store(tmp_path).close()
    sound = (tmp_path / FILE).read_bytes()
    draw = random.Random(5)
    for _ in range(flips):
        data = bytearray(sound)
        for _ in range(draw.choice((1, 1, 3))):
            data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
        for beside in tmp_path.glob(FILE + "*"):
            beside.unlink()
        (tmp_path / FILE).write_bytes(data)
        assert answers(tmp_path) == EXPECTED
    figure(f"{flips} damaged files: 0 other answers")


def test_a_value_under_another_key_is_not_believed(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put({b"a": b"one", b"b": b"two"})
    store.close()
    connection = sqlite3.connect(tmp_path / FILE)
    with connection:
        connection.execute("UPDATE answers SET value = (SELECT value FROM answers WHERE key = x'61') WHERE key = x'62'")
    connection.close()
    assert Store(tmp_path).get([b"a", b"b"]) == {b"a": b"one"}


@pytest.mark.parametrize("size", [0, 1, 100, 4096, 12_288])
def test_a_file_that_was_cut_off_is_left_aside(size: int, tmp_path: Path) -> None:
    answers(tmp_path)
    (tmp_path / FILE).write_bytes((tmp_path / FILE).read_bytes()[:size])
    assert answers(tmp_path) == EXPECTED


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE answers (key TEXT, value TEXT, more INTEGER)",
        "CREATE TABLE answers (question BLOB PRIMARY KEY)",
        "CREATE VIEW answers AS SELECT 1 AS key, 2 AS value",
        "CREATE TABLE other (a)",
    ],
)
def test_the_file_of_another_version_changes_nothing(statement: str, tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / FILE)
    with connection:
        connection.execute(statement)
    connection.close()
    for _ in range(2):
        assert answers(tmp_path) == EXPECTED


def test_a_folder_in_the_place_of_the_file_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    assert answers(tmp_path) == EXPECTED


def test_a_lock_that_is_never_given_back_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.nli.cache._TIMEOUT", 0.05)
    answers(tmp_path / "other")
    blocker = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    blocker.execute("PRAGMA locking_mode=EXCLUSIVE")
    blocker.execute("BEGIN EXCLUSIVE")
    assert answers(tmp_path) == EXPECTED
    blocker.close()


FULL = """
import resource, sys
from pathlib import Path
from tests.trust.test_cache import EXPECTED, answers
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
for _ in range(2):
    assert answers(Path(sys.argv[1])) == EXPECTED
"""


@pytest.mark.parametrize("limit", [0, 100, 4096, 9000, 20_000])
def test_a_full_disk_changes_nothing(limit: int, tmp_path: Path) -> None:
    command = [sys.executable, "-c", FULL, str(tmp_path), str(limit)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert answers(tmp_path) == EXPECTED


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_is_read_only_changes_nothing(tmp_path: Path) -> None:
    answers(tmp_path)
    tmp_path.chmod(0o500)
    (tmp_path / FILE).chmod(0o400)
    assert answers(tmp_path) == EXPECTED
    tmp_path.chmod(0o700)
