"""Runs a command and watches it and all its processes: time, processor time, memory. Linux only, by /proc."""

import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.errors import CheckerError

_PROC = Path("/proc")
_PAUSE = 0.25
"""Seconds between two looks."""
_EARLY, _LATE = (0.08, 0.14), (0.9, 0.98)
"""Stretches of a run in which its memory is compared: after a tenth, and before its end."""
_MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command took: seconds of wall and of processor time, MB at the most, after a tenth and towards the end."""

    seconds: float
    cpu: float
    peak: float
    early: float
    late: float

    @property
    def growth(self) -> float:
        """By how much memory grew between a tenth of the run and its end, in per cent."""
        return 100 * (self.late / self.early - 1) if self.early else 0.0


def watched(command: Sequence[str], accepted: Sequence[int] = (0,)) -> Ran:
    """Runs a command whose output is of no interest; raises `CheckerError` where it ends with another code."""
    begin = time.perf_counter()
    looks: list[tuple[float, float]] = []
    used: dict[int, float] = {}
    with tempfile.TemporaryFile() as errors:
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
        while child.poll() is None:
            looks.append((time.perf_counter() - begin, _look(child.pid, used)))
            time.sleep(_PAUSE)
        seconds = time.perf_counter() - begin
        if child.returncode not in accepted:
            errors.seek(0)
            told = errors.read().decode("utf-8", "replace").strip().splitlines()
            raise CheckerError(f"{command[0]} ended with {child.returncode}: {told[-1] if told else 'it said nothing'}")
    peak = max((memory for _, memory in looks), default=0.0)
    early, late = (_median(looks, seconds, part) for part in (_EARLY, _LATE))
    return Ran(seconds, sum(used.values()), peak, early, late)


def spent(root: int) -> float:
    """The processor seconds of a process and of all that are under it now."""
    found: dict[int, float] = {}
    _look(root, found)
    return sum(found.values())


def _median(looks: Sequence[tuple[float, float]], seconds: float, part: tuple[float, float]) -> float:
    held = sorted(memory for at, memory in looks if part[0] * seconds <= at <= part[1] * seconds)
    return held[len(held) // 2] if held else 0.0


def _look(root: int, used: dict[int, float]) -> float:
    """The memory of a process and all under it in MB; what each has spent is noted."""
    parents: dict[int, tuple[int, float, float]] = {}
    for entry in _PROC.iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:  # it has just ended
                continue
            cpu = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
            memory = int(fields[21]) * os.sysconf("SC_PAGE_SIZE") / _MIB
            parents[int(entry.name)] = int(fields[1]), cpu, memory
    total = 0.0
    for pid, (_, cpu, memory) in parents.items():
        if _under(pid, root, parents):
            used[pid] = cpu
            total += memory
    return total


def _under(pid: int, root: int, parents: dict[int, tuple[int, float, float]]) -> bool:
    while pid in parents and pid != root:
        pid = parents[pid][0]
    return pid == root
