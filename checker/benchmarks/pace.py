"""How fast an engine is once it runs: what comes before the first quarter of the rows is its start."""

import os
import time
from dataclasses import dataclass
from pathlib import Path

from checker.benchmarks.running import spent
from checker.corpus.given import Given
from checker.corpus.run import Plan, run
from checker.settings import Settings
from checker.signature import signature


@dataclass(frozen=True, slots=True)
class Pace:
    """Of a run: its rows and seconds with the start; of its last three quarters rows, seconds, processor seconds."""

    rows: int
    seconds: float
    steady_rows: int
    steady_seconds: float
    steady_cpu: float

    @property
    def rate(self) -> float:
        """Rows a second without the start."""
        return self.steady_rows / max(self.steady_seconds, 1e-9)

    @property
    def cost(self) -> float:
        """Processor seconds of all processes for 1,000 rows, without the start."""
        return 1000 * self.steady_cpu / max(self.steady_rows, 1)


def paced(file: Path, source: str, output: Path, total: int, engine: str, workers: int) -> Pace:
    """Checks a file of so many rows by rules, in this process and those of the engine."""
    settings = Settings(source=source, rules_only=True)
    begin = time.perf_counter()
    seen: list[tuple[int, float, float]] = []

    def watch(rows: int, _read: int, _total: int) -> None:
        if (not seen and 4 * rows >= total) or rows == total:
            seen.append((rows, time.perf_counter(), spent(os.getpid())))

    plan = Plan(engine, workers, target=output)
    run(Given(str(file)), settings, signature(settings, None), plan, lambda _: None, watch)
    (first, early, used), (rows, late, all_) = seen[0], seen[-1]
    return Pace(rows, late - begin, rows - first, late - early, all_ - used)
