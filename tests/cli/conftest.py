"""Runs command lines, with the pipeline stubbed where a test asks for it."""

import io
import sys
from pathlib import Path

import pytest

from checker import cli
from tests.cli.stub import Pipeline, Run


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Pipeline:
    monkeypatch.chdir(tmp_path)
    stub = Pipeline()
    monkeypatch.setitem(sys.modules, "checker.pipeline", stub)
    return stub


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command line: exit code, standard output, standard error."""

    def run(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = cli.run(list(arguments))
        sys.stdout.flush()
        written = capfdbinary.readouterr()
        return code, written.out.decode(), written.err.decode()

    return run
