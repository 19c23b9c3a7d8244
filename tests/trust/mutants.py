"""Do the tests bite? A sample of mutants, each in a process of its own.

    python -m tests.trust.mutants --sample 60 --seed 17

`mutmut run` tries its mutants in forks of a process in which extraction has kept its results, so that much of what is
changed never runs there and counts as alive. Here nothing is kept from one mutant to the next; `pip install mutmut`
comes before. A mutant that no test tells from the code is shown as the lines in which they differ.
"""

import argparse
import difflib
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]
NEEDED = (*SETTINGS["also_copy"], "pyproject.toml")
OPTIONS = ("-x", "-q", "-n0", "-p", "no:cacheprovider", "--no-header", "--tb=no")
LONGEST = 1200
"""Seconds after which a mutant that does not end counts as killed."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """`x_function__mutmut_3` of a module, and the file that holds it."""

    module: str
    function: str
    path: Path

    @property
    def name(self) -> str:
        """What the environment calls it."""
        return f"{self.module}.{self.function}"

    def lines(self) -> tuple[str, ...]:
        """What it changes: lines that begin with - and +."""
        code = self.path.read_text(encoding="utf-8")
        bodies = [list(_body(code, each)) for each in (re.sub(r"_\d+$", "_orig", self.function), self.function)]
        return tuple(line for line in difflib.ndiff(*bodies) if line.startswith(("-", "+")))


def planted(copy: Path) -> list[Mutant]:
    """Puts all mutants into a copy of the repository, where the environment says which of them is meant."""
    from mutmut.mutation.file_mutation import mutate_file_contents  # type: ignore[import-not-found]

    found = []
    for path in sorted(path for package in SETTINGS["source_paths"] for path in (copy / package).rglob("*.py")):
        changed = mutate_file_contents(str(path), path.read_text(encoding="utf-8"))
        path.write_text(changed.code, encoding="utf-8")
        module = ".".join(path.relative_to(copy).with_suffix("").parts).removesuffix(".__init__")
        found += [Mutant(module, name, path) for name in changed.mutant_names]
    return found


def _body(code: str, name: str) -> Iterator[str]:
    lines = iter(code.splitlines())
    for line in lines:
        if re.match(rf"\s*(?:async )?def {re.escape(name)}\(", line):
            indent = len(line) - len(line.lstrip())
            for inner in lines:
                if inner.strip() and len(inner) - len(inner.lstrip()) <= indent and not inner.lstrip().startswith(")"):
                    return
                yield inner.strip()


def killed(mutant: Mutant | None, copy: Path) -> bool:
    """Whether a test fails, or does not end, with this mutant; with None, in the code as it is."""
    variables = {**os.environ, "MUTANT_UNDER_TEST": mutant.name if mutant else "", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "pytest", *OPTIONS, *SETTINGS["pytest_add_cli_args_test_selection"]]
    try:
        ran = subprocess.run(command, cwd=copy, env=variables, capture_output=True, timeout=LONGEST, check=False)
        return ran.returncode != 0
    except subprocess.TimeoutExpired:
        return True


def tried(sample: Sequence[Mutant], copy: Path, workers: int) -> list[Mutant]:
    """Those of a sample that no test tells from the code."""
    alive = []
    with ThreadPoolExecutor(workers) as pool:
        for mutant, dead in zip(sample, pool.map(partial(killed, copy=copy), sample), strict=True):
            told = ["killed", mutant.name] if dead else ["alive", mutant.name, *mutant.lines()]
            sys.stdout.write("\n  ".join(told) + "\n")
            sys.stdout.flush()
            alive += [] if dead else [mutant]
    return alive


def main() -> None:
    """Draws a sample, tries it and prints the share that was killed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=60)
    parser.add_argument("--seed", type=int, default=17)
    parser.add_argument("--workers", type=int, default=2)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in NEEDED:
            (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, copy / name)
        every = planted(copy)
        if killed(None, copy):
            sys.exit("the tests fail without any mutant")
        sample = random.Random(given.seed).sample(every, min(given.sample, len(every)))
        alive = tried(sample, copy, given.workers)
    sys.stdout.write(f"{len(every):,} mutants, {len(sample)} tried, {len(sample) - len(alive)} killed\n")


if __name__ == "__main__":
    main()
