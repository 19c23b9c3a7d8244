"""A wrong run is never green: whatever fails at whatever stage, the exit code is 2 and no report says otherwise."""

import importlib
from pathlib import Path
from typing import NoReturn

import pytest

from checker import cli
from checker.errors import CheckerError, InputError, LanguageDataError, ModelError, SettingsError, UsageError
from tests.trust.amounts import amounts

STAGES = [
    "checker.pipeline.discover",
    "checker.pipeline.read_set",
    "checker.pipeline.segment",
    "checker.claimed.extract",
    "checker.pipeline.align",
    "checker.pipeline.judge",
    "checker.pipeline.locate",
    "checker.pipeline.unread",
    "checker.pipeline.signature",
    "checker.pipeline.check_set",
    "checker.report.claims",
    "checker.report.findings",
    "checker.dismissals.apply",
    "checker.languages.load",
    "checker.readers.read",
    "checker.reporters.json.render",
    "checker.cli.checking.ended",
    "checker.cli.checking.chosen",
    "checker.output.opened",
]
FEW: list[BaseException] = [
    *(InputError("it failed"), ModelError("it failed"), RuntimeError("x"), KeyError("x"), MemoryError()),
    *(OSError(5, "Input/output error"), BrokenPipeError(32, "Broken pipe"), StopIteration("x"), SystemExit(0)),
]
MORE: list[BaseException] = [
    *(kind("it failed") for kind in (CheckerError, LanguageDataError, SettingsError, UsageError)),
    *(
        ValueError("x"),
        IndexError("x"),
        AssertionError("x"),
        ZeroDivisionError("x"),
        RecursionError("x"),
        EOFError("x"),
    ),
    *(PermissionError(13, "Permission denied"), UnicodeDecodeError("utf-8", b"", 0, 1, "x"), NotImplementedError()),
    *(SystemExit(1), SystemExit(None), GeneratorExit()),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "en.md").write_text("The bridge cost 5 million dollars in 2019.\n", "utf-8")
    (tmp_path / "de.md").write_text("Die Brücke kostete 2019 5 Millionen Dollar.\n", "utf-8")
    return tmp_path


def checked(folder: Path) -> int:
    report = folder / "report.json"
    return cli.run(["check", str(folder), "--rules-only", "--quiet", "--format", "json", "--output", str(report)])


def test_the_run_itself_is_green(folder: Path) -> None:
    assert checked(folder) == 0
    assert (folder / "report.json").exists()


@amounts("errors", FEW, [*FEW, *MORE])
@pytest.mark.parametrize("stage", STAGES)
def test_a_failure_at_a_stage(
    stage: str,
    errors: list[BaseException],
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    module, _, name = stage.rpartition(".")
    there = importlib.import_module(module)
    for error in errors:

        def fail(*_: object, error: BaseException = error, **__: object) -> NoReturn:
            raise error

        with monkeypatch.context() as patch:
            patch.setattr(there, name, fail)
            code = checked(folder)
        told = capsys.readouterr().err
        assert code == 2, f"{error!r} at {stage} ended with {code}"
        assert told.strip() or isinstance(error, SystemExit)
        assert "Traceback" not in told
        assert not (folder / "report.json").exists() or "it failed" in (folder / "report.json").read_text()
        (folder / "report.json").unlink(missing_ok=True)
