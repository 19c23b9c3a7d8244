"""Where results go: standard output, or a file that is whole or absent."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

from checker.errors import UsageError


class Write(Protocol):
    """Writes a text; False where nobody reads any more (`checker … | head`)."""

    def __call__(self, text: str, /) -> bool: ...


def encoded(text: str) -> bytes:
    """UTF-8; a lone surrogate, which has no such form, as its escape."""
    return text.encode("utf-8", "backslashreplace")


@contextlib.contextmanager
def opened(path: Path | None) -> Iterator[Write]:
    """A `Write` to a file, or to standard output.

    The file appears when the block ends without an error: a temporary file beside it takes its place, so it
    is whole or absent. Raises `UsageError` at once where it can't be written.
    """
    if path is None:
        yield _to_standard_output
        return
    with _named(str(path)):
        target = _Device(path) if _is_device(path) else _Replacement(path)

    def write(text: str) -> bool:
        with _named(str(path)):
            target.file.write(encoded(text))
        return True

    with contextlib.ExitStack() as undone:
        undone.callback(target.undo)  # also where it is interrupted
        yield write
        with _named(str(path)):
            target.finish()
        undone.pop_all()


@contextlib.contextmanager
def _named(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UsageError(f"{name}: cannot write: {error.strerror or error}; name another --output") from None


def _is_device(path: Path) -> bool:
    """True for what exists and is neither file nor folder: `/dev/null`, a pipe."""
    return path.exists() and not path.is_file() and not path.is_dir()


class _Device:
    """What can't be replaced is written to."""

    def __init__(self, path: Path) -> None:
        self.file: BinaryIO = path.open("wb")

    def finish(self) -> None:
        self.file.close()

    def undo(self) -> None:
        with contextlib.suppress(OSError):
            self.file.close()


class _Replacement:
    """A temporary file that takes the place of another when it is whole."""

    def __init__(self, path: Path) -> None:
        self.target = Path(os.path.realpath(path))
        if self.target.is_dir():
            raise IsADirectoryError(None, "a folder is there")
        handle, name = tempfile.mkstemp(prefix=f".{self.target.name[:40]}.", suffix=".tmp", dir=self.target.parent)
        self.temporary = Path(name)
        self.file: BinaryIO = open(handle, "wb")  # noqa: PTH123, SIM115 - a descriptor, closed in finish and undo

    def finish(self) -> None:
        self.file.flush()
        os.fsync(self.file.fileno())
        self.file.close()
        self.temporary.chmod(_mode(self.target))
        self.temporary.replace(self.target)

    def undo(self) -> None:
        with contextlib.suppress(OSError):
            self.file.close()
        with contextlib.suppress(OSError):
            self.temporary.unlink(missing_ok=True)


def _mode(target: Path) -> int:
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _to_standard_output(text: str) -> bool:
    try:
        stream = getattr(sys.stdout, "buffer", None)
        if stream is None:
            sys.stdout.write(text)
        else:
            sys.stdout.flush()
            stream.write(encoded(text))
            stream.flush()
        sys.stdout.flush()
    except BrokenPipeError:
        close_standard_output()
        return False
    except OSError as error:
        close_standard_output()
        raise UsageError(f"standard output: cannot write: {error.strerror or error}") from None
    return True


def close_standard_output() -> None:
    """Sends what is still buffered nowhere, so that the interpreter does not stumble over it when it ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
