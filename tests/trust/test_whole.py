"""Reports are whole or absent, whichever step of writing fails; what was there before stays."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from checker import cli, output
from checker.errors import UsageError

OLD = "what was there before"


class Failing:
    """A disk on which the n-th step of writing fails."""

    def __init__(self, number: int, error: OSError) -> None:
        self.number, self.error, self.count = number, error, 0

    def step(self) -> None:
        self.count += 1
        if self.count == self.number:
            raise self.error


class File:
    """A file whose steps may fail; half of what is written gets there."""

    def __init__(self, file: Any, disk: Failing) -> None:
        self._file, self._disk = file, disk

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, data: bytes) -> int:
        self._file.write(data[: len(data) // 2])
        self._disk.step()
        return int(self._file.write(data[len(data) // 2 :]))

    def flush(self) -> None:
        self._disk.step()
        self._file.flush()

    def close(self) -> None:
        if not self._file.closed:
            self._file.close()
            self._disk.step()


def _opened(disk: Failing, handle: int, mode: str) -> File:
    return File(os.fdopen(handle, mode), disk)


@contextmanager
def failing(disk: Failing, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def before(function: Callable[..., Any]) -> Callable[..., Any]:
        def stepping(*arguments: Any, **named: Any) -> Any:
            disk.step()
            return function(*arguments, **named)

        return stepping

    with monkeypatch.context() as patch:
        patch.setattr(tempfile, "mkstemp", before(tempfile.mkstemp))
        patch.setattr(os, "fsync", before(os.fsync))
        patch.setattr(Path, "chmod", before(Path.chmod))
        patch.setattr(Path, "replace", before(Path.replace))
        patch.setattr(output, "open", partial(_opened, disk), raising=False)
        yield


@pytest.mark.parametrize("old", [True, False], ids=["over a file", "anew"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), OSError(5, "Input/output error")], ids=str)
def test_whichever_step_fails(
    old: bool, error: OSError, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, figure: Callable[[str], None]
) -> None:
    texts = ["a" * 10_000, "b" * 10_000]
    paths = [tmp_path / "a.json", tmp_path / "b.html"]
    number, failed = 0, True
    while failed:
        number, failed = number + 1, False
        for path in paths:
            path.write_text(OLD) if old else path.unlink(missing_ok=True)
        with failing(Failing(number, error), monkeypatch):
            try:
                with ExitStack() as stack:
                    writers = [stack.enter_context(output.opened(path)) for path in paths]
                    for text, write in zip(texts, writers, strict=True):
                        write(text)
            except UsageError as told:
                failed = True
                assert str(error.strerror) in str(told)
        for path, text in zip(paths, texts, strict=True):
            found = path.read_text() if path.exists() else None
            assert found in (text, OLD if old else None)
        assert {path.name for path in tmp_path.iterdir()} <= {path.name for path in paths}
    assert all(path.read_text() == text for path, text in zip(paths, texts, strict=True))
    assert number > len(paths) * 6
    figure(f"{number - 1} steps failed in turn")


def test_a_check_that_can_not_write_is_no_success(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en.md").write_text("The bridge has 7 arches.\n")
    (tmp_path / "de.md").write_text("Die Brücke hat 9 Bögen.\n")
    report = tmp_path / "report.json"
    arguments = ["check", str(tmp_path), "--rules-only", "--quiet", "--format", "json", "--output", str(report)]
    number = 0
    while not report.exists():
        number += 1
        with failing(Failing(number, OSError(28, "No space left on device")), monkeypatch):
            code = cli.run(arguments)
        assert code == (1 if report.exists() else 2)
    assert number > 6
    assert report.read_text().endswith("}\n")
