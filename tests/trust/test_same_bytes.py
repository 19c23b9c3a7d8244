"""The same documents give the same bytes, whatever the hash seed, the number of workers, the cache and the batches."""

import hashlib
import itertools
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from checker.pipeline import check
from checker.settings import Settings
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
SMALL = {
    "ferry": {
        "en": [
            "Each of the 12 crews earns 5 million euros a year.",
            "*The ferry to {} takes {} cars.",
            "Of the 700 passengers, 40 slept on deck.",
            "The harbour grew by 30 percent.",
        ],
        "de": [
            "Die 12 Mannschaften verdienen zusammen 5 Millionen Euro im Jahr.",
            "*Die Fähre nach {} fasst {} Autos.",
            "Von den Fahrgästen schliefen 40 an Deck.",
            "Der Hafen schrumpfte um 30 Prozent.",
        ],
    },
    "well": {
        "en": ["*In {} the well is {} metres deep.", "The pump cost 900 dollars.", "Six of the 8 wells are dry."],
        "es": ["*En {} el pozo tiene {} metros de hondo.", "La bomba ganó 900 dólares.", "Hay 8 pozos."],
    },
}
"""Sets so small that all runs take minutes; of a line with a star there are several, of one length for the model."""
ISLANDS = ("Norra", "Solda", "Vasta", "Kelda", "Marra", "Tolla")
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
    home = tmp_path / "home"
    home.mkdir()
    sets = written(tmp_path / "sets") if len(runs) > len(FEW) else ["night-train"]
    found = {digest(sets, run, home) for run in runs}
    figure(f"{len(runs)} runs, {len(found)} SHA-256")
    assert len(found) == 1


def written(folder: Path) -> list[str]:
    """The small sets, each in a folder of its own."""
    for name, versions in SMALL.items():
        (folder / name).mkdir(parents=True)
        for language, lines in versions.items():
            every = [
                line.removeprefix("*").format(island, 20 + 7 * number)
                for line in lines
                for number, island in enumerate(ISLANDS if line.startswith("*") else ISLANDS[:1])
            ]
            (folder / name / f"{language}.md").write_text("\n\n".join(every) + "\n", "utf-8")
    return [str(folder / name) for name in SMALL]


def test_the_model_is_asked_of_the_small_sets(tmp_path: Path) -> None:
    report = check(written(tmp_path), Settings(cache=False))
    assert len(report.documents) == len(SMALL)
    assert sum(finding.nli is not None for finding in report.findings) >= 2
