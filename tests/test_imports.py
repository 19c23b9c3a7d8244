"""Imports point down, siblings never import one another, and starting loads nothing heavy."""

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "checker"

LAYERS = (
    {"errors", "locales", "model"},
    {
        "datafiles",
        "history",
        "implied",
        "languages",
        "letters",
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
    {"scan", "plurals", "proper", "show"},
    {"numbers", "subjects"},
    {"kinds", "compare", "weight", "jsonform"},
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
        "hidden",
        "magnitudes",
        "since",
        "watch",
    },
    {"weekdays"},
    {"unclaimed"},
    {"pipeline"},
    {"corpus"},
    {"training", "benchmarks", "selftest", "why"},
    {"options"},
    {"console"},
    {"cli", "__init__"},
    {"__main__"},
)
"""From the ground up; a module that is not named is one of the stages and families."""

FORMATS = ("reporters", "readers", "engines")
"""Families in which a module is a format and its own registration."""
PRIVATE = re.compile(r"\._(?!_)")
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


def named(node: ast.AST) -> Iterator[str]:
    """What an import may name: modules, and what is taken from them."""
    if isinstance(node, ast.ImportFrom) and node.level == 0:
        yield node.module or ""
        yield from (f"{node.module}.{alias.name}" for alias in node.names)
    elif isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)


def test_siblings_of_a_family_of_formats_never_import_one_another() -> None:
    """A module there is one format; what several share is in modules that begin with `_`, and imports no format."""
    wrong = []
    for family in FORMATS:
        formats = {path.stem for path in (PACKAGE / family).glob("[!_]*.py")}
        assert len(formats) > 1
        for path in (PACKAGE / family).glob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                wrong += [
                    f"{family}/{path.name} imports {name}"
                    for name in named(node)
                    if name.split(".")[:2] == ["checker", family] and set(name.split(".")[2:3]) & formats
                ]
    assert not wrong


def test_private_modules_are_imported_by_their_own_part_only() -> None:
    wrong = []
    for path in PACKAGE.rglob("*.py"):
        part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            wrong += [
                f"{path.relative_to(PACKAGE)} imports {name}"
                for name in named(node)
                if name.startswith("checker.") and name.split(".")[1] != part and PRIVATE.search(name)
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
