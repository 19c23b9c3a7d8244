"""Imports point down, siblings never import one another, and starting loads nothing heavy."""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "checker"

LAYERS = (
    {"errors", "model"},
    {
        "datafiles",
        "history",
        "implied",
        "languages",
        "letters",
        "locales",
        "locate",
        "terminal",
        "output",
        "placeholders",
        "processors",
        "progress",
        "rules",
        "threshold",
        "trust",
    },
    {"scan", "plurals", "show"},
    {"numbers"},
    {"kinds", "compare", "weight"},
    {"camps"},
    {"stages and families"},
    {"settings", "sets"},
    {
        "pages",
        "single",
        "coverage",
        "engines",
        "rows",
        "survey",
        "planting",
        "meaning",
        "signature",
        "opening",
        "baseline",
        "claimed",
        "dismissals",
        "magnitudes",
        "since",
        "watch",
    },
    {"pipeline"},
    {"corpus"},
    {"training", "benchmarks", "selftest", "why"},
    {"options"},
    {"console"},
    {"cli", "__init__"},
    {"__main__"},
)
"""From the ground up; a module that is not named is one of the stages and families."""

HEAVY = {
    "babel",
    "datasets",
    "langcodes",
    "lxml",
    "markdown_it",
    "numpy",
    "onnxruntime",
    "pandas",
    "py3langid",
    "pyarrow",
    "rich",
    "sentencepiece",
    "tokenizers",
    "torch",
    "transformers",
}


def level(part: str) -> int:
    stages = next(number for number, layer in enumerate(LAYERS) if "stages and families" in layer)
    return next((number for number, layer in enumerate(LAYERS) if part in layer), stages)


def imports() -> Iterator[tuple[Path, str, str]]:
    """File, importing part, imported part of every import between parts of the package."""
    for path in sorted(PACKAGE.rglob("*.py")):
        part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            else:
                continue
            for name in names:
                parts = name.split(".")
                if parts[0] == "checker" and len(parts) > 1 and parts[1] != part:
                    yield path, part, parts[1]


def test_imports_point_down() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {imported}"
        for path, part, imported in imports()
        if level(imported) >= level(part)
    ]
    assert not wrong


def test_no_module_is_longer_than_300_lines() -> None:
    long = {
        str(path.relative_to(PACKAGE)): lines
        for path in PACKAGE.rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert not long


def loaded(program: str) -> set[str]:
    """The top-level modules that a program has loaded when it ends."""
    end = "except SystemExit:\n    pass\nsys.stderr.write(json.dumps(list(sys.modules)))"
    code = f"import json, sys\ntry:\n    {program}\n{end}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    return {name.partition(".")[0] for name in json.loads(done.stderr)}


@pytest.mark.parametrize(
    "program",
    [
        "import checker",
        "import checker; checker.Settings(), checker.Report, checker.CheckerError",
        "import sys; sys.argv = ['checker', '--version']; from checker.cli import main; main()",
        "import sys; sys.argv = ['checker', '--help']; from checker.cli import main; main()",
        "import sys; sys.argv = ['checker', 'check', '--help']; from checker.cli import main; main()",
        "import sys; sys.argv = ['checker', 'explain', 'omission']; from checker.cli import main; main()",
    ],
)
def test_starting_loads_nothing_heavy(program: str) -> None:
    assert not loaded(program) & HEAVY


def test_the_package_itself_imports_only_what_python_has() -> None:
    assert not any(name for name in loaded("import checker") if name in {"typer", "click", "tomllib", "decimal"})
