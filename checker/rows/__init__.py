"""Aligned segments, row by row, streamed in constant memory: one module per format.

A row is `{"id": "...", "texts": {"en": "...", "de": "..."}}`. What can't be used is told in one line in its place, and
the rest is still read. A format's module says in `SUFFIXES` which files it reads, in `COLUMNS` whether columns can
be named; `read` gives the items. A file in this folder is its registration.
"""

import importlib
import io
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, BinaryIO

from checker.errors import InputError, UsageError
from checker.rows.row import SHAPE, Aside, Broken, Columns, Item, Reading, Row, is_plain, paragraph, size

__all__ = [
    "SHAPE",
    "Aside",
    "Broken",
    "Columns",
    "Item",
    "Reading",
    "Row",
    "is_plain",
    "opened",
    "paragraph",
    "size",
    "streamed",
    "suffixes",
]

PLAIN = "jsonl"
"""The format of a stream, and of a file whose suffix says nothing."""
PACKED = ".gz"
DEVICES = ("dev",)
"""Where a shell puts the pipes that it makes for a command."""


@cache
def _formats() -> dict[str, str]:
    """The module of each suffix."""
    found: dict[str, str] = {}
    for name in sorted(entry.name for entry in files(__name__).iterdir()):
        if name.endswith(".py") and not name.startswith("_"):
            module = importlib.import_module(f"{__name__}.{name[:-3]}")
            found |= dict.fromkeys(getattr(module, "SUFFIXES", ()), name[:-3])
    return found


def suffixes() -> list[str]:
    """The suffixes of the files that are read; each may have `.gz` behind it."""
    return sorted(_formats())


def opened(path: Path, columns: Columns | None = None) -> Reading:
    """The rows of a file, which is opened at once and read as rows are asked for; raises `InputError` for none."""
    if path.is_dir():
        raise InputError(
            f"{path}: a folder; corpus takes one file of rows (a folder with --dataset), check takes folders"
        )
    if not path.exists():
        raise InputError(f"{path}: no such file")
    if path.is_fifo() and path.parts[1:2] != DEVICES:
        raise InputError(f"{path}: a named pipe, which nobody may write to; give it as standard input: - < {path}")
    try:
        return _reading(path.open("rb"), str(path), path, columns or Columns())
    except OSError as error:
        raise InputError(f"{path}: cannot read: {error.strerror}") from None


def streamed(stream: BinaryIO, name: str, columns: Columns | None = None) -> Reading:
    """The rows of a stream of JSON lines."""
    return _reading(stream, name, Path(), columns or Columns())


def _reading(raw: BinaryIO, name: str, path: Path, columns: Columns) -> Reading:
    packed = path.suffix.lower() == PACKED
    suffix = (path.with_suffix("") if packed else path).suffix.lower()
    module: Any = importlib.import_module(f"{__name__}.{_formats().get(suffix, PLAIN)}")
    if columns.chosen and not getattr(module, "COLUMNS", False):
        raise UsageError(f"{name}: {suffix} has no columns to name; leave --column and --id-column out")
    stream = raw
    if packed:
        import gzip

        stream = io.BufferedReader(gzip.GzipFile(fileobj=raw))
    reading = Reading(name, columns, stream, path)
    if path.is_file():
        reading.total, reading.done = path.stat().st_size, _place(raw)
    reading.items = _safe(module.read(reading), name, raw)
    return reading


def _place(raw: BinaryIO) -> Callable[[], int]:
    """How many bytes of a file have been read, also when it is closed."""
    last = 0

    def tell() -> int:
        nonlocal last
        if not raw.closed:
            last = raw.tell()
        return last

    return tell


def _safe(items: Iterator[Item], name: str, raw: BinaryIO) -> Iterator[Item]:
    """The items, and what breaks the reading off as the last of them."""
    try:
        yield from items
    except InputError as error:
        yield Broken(str(error))
    except (OSError, EOFError, zlib.error) as error:
        yield Broken(f"{name}: cannot read on: {getattr(error, 'strerror', None) or error}")
    finally:
        raw.close()
