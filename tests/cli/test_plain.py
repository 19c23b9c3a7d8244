"""Options are read as what they are declared to be, without the library that typer would load for it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.stub import Pipeline, Run

USED = "import sys; from checker.cli import run; run(sys.argv[1:]); print('pydantic' in sys.modules)"
OPTIONS = ["--source", "en", "--format", "json", "--output", "a.json", "--fail-on", "never", "--color", "never"]


@pytest.mark.parametrize(
    ("arguments", "loaded"), [(["nowhere", *OPTIONS, "--quiet"], False), (["nowhere", "--fail-on", "nothing"], True)]
)
def test_a_plain_command_line_loads_no_library(arguments: list[str], loaded: bool, tmp_path: Path) -> None:
    command = [sys.executable, "-c", USED, "check", *arguments]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60, cwd=tmp_path, text=True)
    assert done.stdout.split()[-1] == str(loaded)


def test_every_kind_of_option_arrives(run: Run, pipeline: Pipeline, tmp_path: Path) -> None:
    assert run("check", "docs", *OPTIONS, "--format", "text", "--output", "b.txt", "--rules-only")[0] == 0
    settings = pipeline.settings
    assert (settings.source, settings.fail_on, settings.rules_only) == ("en", "never", True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "b.txt"]


@pytest.mark.parametrize(("option", "value"), [("--fail-on", "nothing"), ("--color", "red"), ("--fail-on", "ERROR")])
def test_a_choice_that_there_is_not_is_refused_with_those_there_are(run: Run, option: str, value: str) -> None:
    code, out, err = run("check", "docs", option, value)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert f"'{option}': '{value}' is not one of '" in err
