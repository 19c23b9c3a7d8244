"""A small repository of translated documents with a drift on a branch, to try commands in as a user would."""

import os
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from pathlib import Path

from tests.repository import Repository

ENGLISH = """# The library

A card costs 12 euros. Children under 14 pay 4 euros.

The library opened in 1987 and lends 48,300 books a year.

It has 3 branches, and the bus runs every 20 minutes.
"""
GERMAN = """# Die Bibliothek

Ein Ausweis kostet 12 Euro. Kinder unter 14 zahlen 4 Euro.

Die Bibliothek wurde 1987 eröffnet und verleiht 48.300 Bücher im Jahr.

Sie hat 3 Zweigstellen, und der Bus fährt alle 20 Minuten.
"""
SPANISH = """# La biblioteca

El carné cuesta 12 euros. Los niños menores de 14 pagan 4 euros.

La biblioteca abrió en 1987 y presta 48.300 libros al año.

Tiene 3 sucursales, y el autobús pasa cada 20 minutos.
"""
DRIFT = GERMAN.replace("48.300", "43.800")


def repository(folder: Path) -> Repository:
    """Documents in three languages on `main`, known as `origin/main`, and a drift on a branch."""
    made = Repository(folder)
    texts = {"docs/en.md": ENGLISH, "docs/de.md": GERMAN, "docs/es.md": SPANISH}
    made.commit("2026-01-05", {**texts, "checker.toml": "rules-only = true  # the model has tests of its own\n"})
    made.git("branch", "-M", "main")
    made.git("update-ref", "refs/remotes/origin/main", "main")
    made.git("checkout", "-q", "-b", "branch")
    made.commit("2026-01-06", {"docs/de.md": DRIFT})
    return made


def environment(folder: Path, **more: str) -> Mapping[str, str]:
    """The environment of a shell that has this `checker` and keeps its files to the folder."""
    scripts = sysconfig.get_path("scripts")
    own = {"PATH": f"{scripts}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    own |= {"XDG_CACHE_HOME": str(folder / "cache"), "HOME": str(folder), "NO_COLOR": "1"}
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("GITHUB_", "CI"))}
    return {**kept, **own, **more}


def shell(command: str, folder: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Runs a command line in bash."""
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=folder,
        env=environment(folder.parent, **more),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
