"""Aligned segments, row by row: JSON lines and Parquet, read as a stream.

A row is `{"id": "...", "texts": {"en": "...", "de": "..."}}`. A row that can't be used is told in one line,
and the rest is still read.
"""

import importlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from checker.errors import InputError, UsageError
from checker.model import Block, Document, Finding, Role, Run, Span

Complain = Callable[[str], None]

LONGEST_LINE = 1 << 24
"""Bytes; a longer line is no segment, and reading it whole would let memory grow with the file."""
BATCH = 512
_LONE = re.compile("[\ud800-\udfff]")
"""A surrogate without its partner: Python joins pairs as it reads them."""
LATER = (".tmx", ".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".po", ".pot")
SHAPE = '{"id": "…", "texts": {"en": "…", "de": "…"}}'


@dataclass(frozen=True, slots=True)
class Row:
    """A segment in several languages."""

    id: str
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RowResult:
    """What was found in a row; `errors` are lines that say why it could not be checked, or not all of it."""

    id: str
    findings: tuple[Finding, ...] = ()
    errors: tuple[str, ...] = ()


def size(row: Row) -> int:
    """The code points of a row."""
    return sum(map(len, row.texts.values()))


def paragraph(language: str, text: str) -> Document:
    """A segment as a document of one paragraph, in which places are found."""
    span = Span(0, len(text))
    return Document(language, "", text, (Block(text, Role.PARAGRAPH, (Run(span, span),)),))


def read(path: Path, complain: Complain) -> Iterator[Row]:
    """The rows of a file; raises `UsageError` for a format that is not read, `InputError` for the file."""
    suffix = path.suffix.lower()
    if suffix in LATER:
        raise UsageError(f"{path}: {suffix} is not read yet; JSON lines (.jsonl) and Parquet (.parquet) are")
    if path.is_dir():
        raise InputError(f"{path}: a folder; corpus takes one file of rows, check takes folders")
    if not path.exists():
        raise InputError(f"{path}: no such file")
    return _parquet(path, complain) if suffix == ".parquet" else _file(path, complain)


def _file(path: Path, complain: Complain) -> Iterator[Row]:
    try:
        with path.open("rb") as stream:
            yield from lines(stream, str(path), complain)
    except OSError as error:
        raise InputError(f"{path}: cannot read: {error.strerror}") from None


def lines(stream: BinaryIO, name: str, complain: Complain) -> Iterator[Row]:
    """The rows of a stream of JSON lines; empty lines are passed over."""
    number = 0
    while raw := stream.readline(LONGEST_LINE):
        number += 1
        where = f"{name}:{number}"
        if len(raw) == LONGEST_LINE and not raw.endswith(b"\n"):
            while (rest := stream.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            complain(f"{where}: longer than {LONGEST_LINE >> 20} MiB; a row is {SHAPE}")
            continue
        if number == 1:
            raw = raw.removeprefix(b"\xef\xbb\xbf")
        if not raw.strip():
            continue
        try:
            found = json.loads(raw.decode("utf-8").strip())
        except UnicodeDecodeError as error:
            complain(f"{where}: not UTF-8 (byte {error.start + 1} of the line)")
        except json.JSONDecodeError as error:
            complain(f"{where}: broken JSON at character {error.pos + 1}: {error.msg}; a row is {SHAPE}")
        except (ValueError, RecursionError):
            complain(f"{where}: broken JSON; a row is {SHAPE}")
        else:
            yield from _row(found, where, complain)


def _row(found: object, where: str, complain: Complain) -> Iterator[Row]:
    """The row, or none and a complaint."""
    if not isinstance(found, Mapping):
        complain(f"{where}: not an object; a row is {SHAPE}")
        return
    name, texts = found.get("id"), found.get("texts")
    if isinstance(name, bool) or not isinstance(name, (str, int)):
        complain(f'{where}: no "id"; a row is {SHAPE}')
    elif not isinstance(texts, Mapping):
        complain(f'{where}: no "texts" by language; a row is {SHAPE}')
    elif wrong := [language for language, text in texts.items() if not isinstance(text, str | None)]:
        complain(f"{where}: the text of {wrong[0]!r} is no string; a row is {SHAPE}")
    else:
        given = {_sound(language): _sound(text) for language, text in texts.items() if text is not None}
        yield Row(_sound(str(name)), given)


def _sound(text: str) -> str:
    """The text with lone surrogates, which are no characters, replaced one for one."""
    return _LONE.sub("\ufffd", text)


def _parquet(path: Path, complain: Complain) -> Iterator[Row]:
    arrow: Any = importlib.import_module("pyarrow")
    parquet: Any = importlib.import_module("pyarrow.parquet")
    number = 0
    try:
        with parquet.ParquetFile(path) as file:
            missing = {"id", "texts"} - set(file.schema_arrow.names)
            if missing:
                raise InputError(f"{path}: no column {sorted(missing)[0]!r}; a row is {SHAPE}")
            for batch in file.iter_batches(batch_size=BATCH, columns=["id", "texts"]):
                for found in batch.to_pylist(maps_as_pydicts="lossy"):
                    number += 1
                    yield from _row(found, f"{path}: row {number}", complain)
    except (arrow.ArrowException, OSError, UnicodeDecodeError) as error:
        reason = " ".join(str(error).split())[:200]
        raise InputError(f"{path}: cannot be read as Parquet: {reason}") from None
