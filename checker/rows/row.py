"""What is read: rows, what is no row, and what is left out."""

import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from checker.model import Block, Document, Role, Run, Span
from checker.placeholders import MARK, codes, spans
from checker.readers import Piece, Values, sentences

SHAPE = '{"id": "…", "texts": {"en": "…", "de": "…"}}'
_LONE = re.compile("[\ud800-\udfff]")
"""A surrogate without its partner: Python joins pairs as it reads them."""


@dataclass(frozen=True, slots=True)
class Row:
    """A segment in several languages; `source` is the one that the file calls so, if it does.

    What is filled in stands in the texts as the file writes it: `%d`, `{count}`, `<x id="1"/>`.
    """

    id: str
    texts: Mapping[str, str]
    source: str | None = None
    form: str = ""
    """The plural category (of CLDR) that the texts are for, where they are for one."""


@dataclass(frozen=True, slots=True)
class Broken:
    """What should be a row and can't be used: one line that says where, what, and what would be right."""

    message: str


@dataclass(frozen=True, slots=True)
class Aside:
    """A segment that is not to be checked, and why: not translated yet, fuzzy, obsolete."""

    reason: str


Item = Row | Broken | Aside


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table are texts, by language, and which one names the row; dots lead into nested ones.

    Without any, a row is of the form of SHAPE. `source` is the language that the settings call the source.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    id: str | None = None
    source: str | None = None

    @property
    def chosen(self) -> bool:
        """Whether anything of a table was named."""
        return bool(self.texts) or self.id is not None


@dataclass(slots=True)
class Reading:
    """A file, a stream or a table that is being read, and the name it is told by.

    `total` is how much there is to read and `done` how much was read: bytes, or rows where a format sets them anew;
    a total of 0 is not known.
    """

    name: str
    columns: Columns
    stream: BinaryIO = field(default_factory=io.BytesIO)
    path: Path = field(default_factory=Path)
    total: int = 0
    done: Callable[[], int] = field(default=lambda: 0)
    items: Iterator[Item] = field(default=iter(()))
    mark: str = ""
    """Names the content of what stands in no file of its own."""


def size(item: Item) -> int:
    """The code points of a row, as a measure of the work that it is."""
    return sum(map(len, item.texts.values())) if isinstance(item, Row) else 0


def is_plain(text: str) -> bool:
    """Whether a segment is prose as it stands, without placeholders, codes and branches: `paragraph` alters nothing."""
    return "{" not in text and MARK not in text and not spans(text) and not codes(text)


def paragraph(language: str, text: str) -> Document:
    """A segment as a document, in which placeholders and codes are MARKs and places are found.

    It is one paragraph, or one for each sentence of a message with plurals and selections.
    """
    if "{" in text and len(sentences(text, 0, len(text))) > 1:
        return _message(language, text)
    holes = sorted([*spans(text), *codes(text)])
    parts: list[str] = []
    runs: list[Run] = []
    done = size = 0
    for start, end in [*holes, Span(len(text), len(text))]:
        if start > done:
            parts.append(text[done:start])
            runs.append(Run(Span(size, size + start - done), Span(done, start)))
            size += start - done
        if end > start >= done:
            parts.append(MARK)
            runs.append(Run(Span(size, size + 1), Span(start, end)))
            size += 1
        done = max(done, end)
    span = Span(0, 0)
    block = Block("".join(parts), Role.PARAGRAPH, tuple(runs) or (Run(span, span),))
    return Document(language, "", text, (block,))


def _message(language: str, text: str) -> Document:
    """A message read as that of a file is."""
    values = Values(text)
    pieces: list[Piece] = []
    at = 0
    for start, end in codes(text):
        pieces += [Piece(text[at:start], at, start), Piece(MARK, start, end)]
        at = end
    values.add("", [*pieces, Piece(text[at:], at, len(text))])
    return Document(language, "", text, *values.finish())


def sound(text: str) -> str:
    """The text with lone surrogates, which are no characters, replaced one for one."""
    return text if text.isascii() else _LONE.sub("\ufffd", text)
