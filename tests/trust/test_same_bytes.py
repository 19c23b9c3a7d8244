"""The same documents give the same bytes, whatever the hash seed, the number of workers, the cache and the batches."""

import hashlib
import itertools
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.documents import FOLDER
from tests.trust.amounts import amounts

CHECK = """
import sys
workers, batch = int(sys.argv[1]), int(sys.argv[2])
import checker.processors
checker.processors.available = lambda: workers
import checker.nli.sessions as sessions
import checker.pipeline
sessions.available, sessions.BATCH = checker.processors.available, 1 << 30
grouped = sessions.batches
sessions.batches = lambda lengths: [
    group[at : at + batch] for group in grouped(lengths) for at in range(0, len(group), batch)
]
from checker.nli import encoder, pair
assert encoder.batches is pair.batches is sessions.batches
checker.pipeline.FEW = 1
from checker import cli
sys.exit(cli.run(sys.argv[3:]))
"""
RULES_ONLY = [("0", 1, "warm", 64), ("12345", 2, "warm", 64)]
"""Hash seed, workers, cache and texts in a batch of the model."""
FEW = [("0", 1, "warm", 64), ("7", 2, "none", 8), ("99", 1, "warm", 64)]
EVERY = list(itertools.product("01789", (1, 2, 4), ("cold", "warm", "none"), (1, 8, 64)))


def digest(sets: list[str], run: tuple[str, int, str, int], folder: Path, *more: str) -> str:
    seed, workers, cache, batch = run
    number = len(list(folder.iterdir()))
    home = folder / ("kept" if cache == "warm" else str(number))
    environment = {**os.environ, "PYTHONHASHSEED": seed, "XDG_CACHE_HOME": str(home)}
    options = ["--format", "json", "--fail-on", "never", "--quiet", *more, *(["--no-cache"] if cache == "none" else [])]
    command = [sys.executable, "-c", CHECK, str(workers), str(batch), "check", *sets, *options]
    done = subprocess.run(command, capture_output=True, env=environment, cwd=FOLDER, timeout=600, check=False)
    assert done.returncode == 0, done.stderr.decode()
    home.mkdir(exist_ok=True)
    return hashlib.sha256(done.stdout).hexdigest()


def test_by_rules_alone(tmp_path: Path) -> None:
    sets = ["chip-startup", "night-train", "release-notes"]
    assert len({digest(sets, run, tmp_path, "--rules-only") for run in RULES_ONLY}) == 1


@amounts("runs", FEW, EVERY)
def test_with_the_model(runs: list[tuple[str, int, str, int]], tmp_path: Path, figure: Callable[[str], None]) -> None:
    sets = ["night-train", "release-notes"] if len(runs) > len(FEW) else ["night-train"]
    found = {digest(sets, run, tmp_path) for run in runs}
    figure(f"{len(runs)} runs, {len(found)} SHA-256")
    assert len(found) == 1
