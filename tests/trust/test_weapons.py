"""What a document or its name holds reaches no terminal, build server or spreadsheet as a command.

The reporters are tried payload by payload in `tests/reporters`; here are the commands as a whole: reports, errors and
what `extract` prints, of documents and of files that are named by the payloads.
"""

import os
import re
from pathlib import Path

import pytest

from checker import cli, processors
from checker.reporters import names
from tests.reporters.hostile import HOSTILE

STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Controls but for line ends and tabs, which formats use, and marks, overrides and isolates of direction."""
COMMAND = re.compile(r"^\s*::(?!error |warning |notice )|##\[", re.MULTILINE)
LONGEST = 60


def named(payload: str) -> str:
    """The payload as far as a file can be called so."""
    kept = payload.replace("/", "").replace("\0", "")[:LONGEST]
    return kept.encode("utf-8", "ignore").decode().strip(".") or "x"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(processors, "_most", 1)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    for number, payload in enumerate(HOSTILE):
        text = payload.encode("utf-8", "ignore").decode()
        prose = f"The {text} bridge of {text} cost 5 million dollars in 2019 {text}.\n"
        place = tmp_path / f"{number}{named(payload)}"
        place.mkdir()
        (place / "en.md").write_text(prose, "utf-8")
        (place / "de.md").write_text(prose.replace("5", "7").replace("The", "Die"), "utf-8")
        (tmp_path / f"alone{number}{named(payload)}.fr.md").write_text("5 ponts.\n", "utf-8")
    return tmp_path


def harmless(text: str) -> None:
    assert not STEERING.search(text), [text[max(0, it.start() - 40) : it.end() + 9] for it in STEERING.finditer(text)][
        :3
    ]
    assert not COMMAND.search(text), COMMAND.findall(text)[:3]


def test_reports_and_errors(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    for form in names():
        code = cli.run(["check", str(folder), "--rules-only", "--no-cache", "--format", form])
        told = capfdbinary.readouterr()
        assert code in (1, 2)
        assert "Traceback" not in told.err.decode()
        shown = re.sub(r"\u2068([^\u2068\u2069]*)\u2069", r"\1", told.out.decode())  # isolates of ours, in pairs
        harmless(shown)
        harmless(told.err.decode())


def test_what_extract_prints(folder: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    paths = sorted(folder.glob("*/en.md"))
    assert len(paths) == len(HOSTILE)
    for path in paths:
        for form in ("text", "json"):
            cli.run(["extract", os.fspath(path), "--lang", "en", "--format", form])
            told = capfdbinary.readouterr()
            harmless(told.out.decode() + told.err.decode())
