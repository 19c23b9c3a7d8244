"""A corpus has the same results however it is run, and a run that was broken off loses and doubles nothing."""

import errno
import itertools
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from checker.corpus import run as running
from checker.corpus.given import Given
from checker.corpus.journal import PARTIAL, STATE, left
from checker.corpus.run import Plan
from checker.errors import CheckerError, UsageError
from checker.model import Rule
from checker.settings import Settings
from tests.corpus.made import RULES, checked, corpus

COUNT = 1500


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpus(tmp_path_factory.mktemp("rows"), COUNT)


@pytest.fixture(scope="module")
def whole(rows: Path, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    target = tmp_path_factory.mktemp("whole") / "out.jsonl"
    checked(rows, Plan(target=target))
    return target.read_bytes()


def test_the_lines_are_those_of_the_rows_in_order(rows: Path, whole: bytes, tmp_path: Path) -> None:
    found = [json.loads(line) for line in whole.splitlines()]
    drifted = {str(number) for number in range(COUNT) if number % 7 == 3 and number % 5 and number % 50 != 20}
    assert {finding["row"] for finding in found if finding["rule"] == Rule.SCALE} <= drifted
    assert drifted <= {finding["row"] for finding in found}
    order = [int(finding["row"]) for finding in found]
    assert order == sorted(order)
    assert list(tmp_path.iterdir()) == []


def test_workers_change_nothing(rows: Path, whole: bytes, tmp_path: Path) -> None:
    alone, told = checked(rows, Plan(target=tmp_path / "1.jsonl"))
    several, told_again = checked(rows, Plan(target=tmp_path / "2.jsonl", workers=2))
    assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes() == whole
    assert (alone, told) == (several, told_again)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.jsonl", "2.jsonl"]


def test_the_summary_counts(rows: Path) -> None:
    summary, told = checked(rows, Plan())
    broken = COUNT // 50
    assert len(told) == summary.broken == broken
    assert summary.rows == summary.covered == COUNT - broken
    assert summary.claims == sum(number % 5 != 0 for number in range(COUNT) if number % 50 != 20)
    assert summary.drifted == sum(number % 7 == 3 and number % 5 != 0 for number in range(COUNT) if number % 50 != 20)
    (pair,) = summary.pairs.values()
    assert pair["rows"] == summary.rows
    assert pair["drifted"] == summary.drifted
    assert sum(pair[rule] for rule in summary.rules) == summary.rules.total() >= summary.drifted
    assert any("with claims" in line for line in summary.lines())
    assert type(summary).of(json.loads(json.dumps(summary.plain()))) == summary


class StoppedError(Exception):
    """The end of a run from outside, in tests."""


def broken_off(rows: Path, target: Path, after: int, monkeypatch: pytest.MonkeyPatch, batch: int = 64) -> None:
    """A run that ends, as if it were killed, after so many batches, with more lines written than it has told of."""
    seen = itertools.count()
    check = running.check_batch

    def stopping(given: object, settings: Settings) -> object:
        if next(seen) == after:
            raise StoppedError
        return check(given, settings)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(running, "APART", batch)
        patch.setattr(running, "check_batch", stopping)
        with pytest.raises(StoppedError):
            checked(rows, Plan(target=target, every=0.0, resume=True))
    if target.with_name(target.name + STATE).exists():
        with target.with_name(target.name + PARTIAL).open("ab") as file:
            file.write(b'{"row": "written after the state was')


@pytest.mark.parametrize("stops", [[0], [1], [3, 0, 4], [1] * 12])
def test_a_run_that_goes_on_has_the_bytes_of_an_unbroken_one(
    rows: Path, whole: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stops: list[int]
) -> None:
    target = tmp_path / "out.jsonl"
    for after in stops:
        broken_off(rows, target, after, monkeypatch)
        assert not target.exists()
    summary, _ = checked(rows, Plan(target=target, resume=True))
    assert target.read_bytes() == whole
    assert summary == checked(rows, Plan())[0]
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_what_was_broken_off_is_not_thrown_away_unasked(
    rows: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.jsonl"
    broken_off(rows, target, 2, monkeypatch)
    assert list(left(target)) == ["128 rows are done; the same command with --resume goes on"]
    with pytest.raises(UsageError, match=r"broken off after 128 rows is there .*--resume"):
        checked(rows, Plan(target=target))
    with pytest.raises(UsageError, match=r"settings is another than before \(default, now x\)"):
        running.run(
            Given(str(rows)), RULES, "checker:1|data:d|model:none|settings:x", Plan(target=target, resume=True), print
        )
    with pytest.raises(UsageError, match=r"version is another than before \(1, now 2\)"):
        running.run(
            Given(str(rows)),
            RULES,
            "checker:2|data:d|model:none|settings:default",
            Plan(target=target, resume=True),
            print,
        )
    other = corpus(tmp_path, COUNT + 1)
    with pytest.raises(UsageError, match="input is another than before"):
        checked(other, Plan(target=target, resume=True))
    assert list(left(target)) != []


def test_a_run_that_did_nothing_leaves_nothing(rows: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken_off(rows, tmp_path / "out.jsonl", 0, monkeypatch)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(CheckerError, match="no such file"):
        checked(tmp_path / "none.jsonl", Plan(target=tmp_path / "out.jsonl"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("target", ["folder", "folder/none/out.jsonl"])
def test_an_output_that_cannot_be_written_is_told_before_the_work(rows: Path, tmp_path: Path, target: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UsageError, match="cannot write"):
        checked(rows, Plan(target=tmp_path / target))


def test_a_full_disk_is_told_and_the_run_goes_on_when_there_is_room(
    rows: Path, whole: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.jsonl"
    left_over = iter(range(7))
    sync = os.fsync

    def full(handle: int) -> None:
        if next(left_over, None) is None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        sync(handle)

    with monkeypatch.context() as patch:
        patch.setattr(running, "APART", 64)
        patch.setattr(os, "fsync", full)
        with pytest.raises(UsageError, match=r"out\.jsonl: cannot write: No space left on device; make room"):
            checked(rows, Plan(target=target, every=0.0))
    assert list(left(target)) == ["128 rows are done; the same command with --resume goes on"]
    checked(rows, Plan(target=target, resume=True))
    assert target.read_bytes() == whole


def test_a_state_without_lines_is_of_a_run_that_was_whole(rows: Path, whole: bytes, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    target.with_name(target.name + STATE).write_text("{}")
    checked(rows, Plan(target=target))
    assert target.read_bytes() == whole
    assert [path.name for path in tmp_path.iterdir()] == ["out.jsonl"]


def test_a_link_and_the_rights_of_the_output_are_kept(rows: Path, whole: bytes, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    there = tmp_path / "there" / "real.jsonl"
    there.write_text("old")
    there.chmod(0o640)
    (tmp_path / "out.jsonl").symlink_to(there)
    checked(rows, Plan(target=tmp_path / "out.jsonl"))
    assert (tmp_path / "out.jsonl").is_symlink()
    assert there.read_bytes() == whole
    assert there.stat().st_mode & 0o777 == 0o640
    assert list((tmp_path / "there").iterdir()) == [there]


def test_a_pipe_cannot_be_gone_on_with(rows: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="--resume: needs --output FILE"):
        checked(rows, Plan(resume=True))
    with pytest.raises(UsageError, match="--format parquet: needs --output FILE"):
        checked(rows, Plan(render=lambda _lines, _file: None))


def test_two_runs_do_not_write_one_file(rows: Path, tmp_path: Path) -> None:
    fcntl = pytest.importorskip("fcntl")
    target = tmp_path / "out.jsonl"
    with target.with_name(target.name + PARTIAL).open("wb") as file:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX)
        with pytest.raises(UsageError, match="another run is writing it"):
            checked(rows, Plan(target=target))


def test_parquet_holds_the_same_findings(rows: Path, whole: bytes, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    from checker.corpus.table import parquet as render

    made = []
    for name in ("a", "b"):
        checked(rows, Plan(target=tmp_path / name, render=render))
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
    found = parquet.read_table(tmp_path / "a").to_pylist()
    assert found == [json.loads(line) for line in whole.splitlines()]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b"]


COMMAND = (sys.executable, "-m", "checker", "corpus")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_killed_command_goes_on_to_the_same_bytes(tmp_path: Path) -> None:
    count = 4_000
    rows = corpus(tmp_path, count)
    arguments = [*COMMAND, rows, "--source", "en", "--rules-only", "--workers", "2", "--quiet", "--resume", "--output"]
    target = tmp_path / "out.jsonl"
    for stop in (signal.SIGKILL, signal.SIGINT):
        child = subprocess.Popen([*arguments, target], stderr=subprocess.PIPE, text=True)
        state = target.with_name(target.name + STATE)
        before = state.read_text() if state.exists() else ""
        deadline = time.monotonic() + 120
        while (not state.exists() or state.read_text() == before) and child.poll() is None:
            assert time.monotonic() < deadline
            time.sleep(0.01)
        child.send_signal(stop)
        _, told = child.communicate(timeout=60)
        if child.returncode == 130:
            assert "interrupted" in told
            assert "rows are done; the same command with --resume goes on" in told
    assert subprocess.run([*arguments, target], check=False, capture_output=True).returncode == 2, (
        "broken rows are told"
    )
    plain = tmp_path / "plain.jsonl"
    checked(rows, Plan(target=plain))
    assert target.read_bytes() == plain.read_bytes()
