"""Documents as read: blocks of prose with their way back to the source, and sentences.

Positions are offsets in Unicode code points, counted from 0; a span's end is one past the last.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text, `start` to one past the last."""

    start: int
    end: int


class Run(NamedTuple):
    """A stretch of a block's text and the stretch of the source that it was read from.

    Where both are equally long they match character by character; otherwise the whole text stretch
    comes from the whole source stretch (an entity, an escape, folded white space).
    """

    text: Span
    source: Span


class Role(StrEnum):
    """What a block is in its document."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    CAPTION = "caption"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or table cell: prose with its way back to the source."""

    text: str
    role: Role
    runs: tuple[Run, ...]
    key: str = ""
    """What the format calls it, alike in every version (`home.title`); empty where it has no name.

    A block with a key and without text is there and says nothing that is to be checked (a translation to be reviewed).
    """
    form: str = ""
    """The plural category of CLDR that the text is for (`one`, `few`, `other`), or `=1` where it is for that number
    alone; empty where it is for any."""
    around: tuple[Span, ...] = ()
    """Where in the source the placeholders stand that are around the text, which is a branch of a longer message."""


@dataclass(frozen=True, slots=True)
class Ignored:
    """A stretch of the source that is no prose, and why (`code`, `link target`, `front matter` …)."""

    span: Span
    reason: str
    chosen: bool = False
    """True where it is prose that somebody does not want checked."""


@dataclass(frozen=True, slots=True)
class Document:
    """One language version as read from a file (`path` as it was given, with `/`)."""

    language: str
    path: str
    source: str
    blocks: tuple[Block, ...]
    ignored: tuple[Ignored, ...] = ()
    detected: bool = False
    """True where the language was guessed from the text and not told by the name."""
    part: str = ""
    """What the version is called in a file that holds several; empty where the file is the version."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence or a line: `start` to `end` of `within`, the text of its block; `index` counts in the document.

    Its own text is cut out each time it is asked for: those of a long document at once would take tens of megabytes.
    """

    language: str
    block: int
    index: int
    within: str
    start: int
    end: int
    role: Role = Role.PARAGRAPH
    key: str = ""
    form: str = ""
    """Key and plural form of the block."""

    @property
    def text(self) -> str:
        """The words of the segment."""
        return self.within[self.start : self.end]

    @classmethod
    def whole(cls, language: str, index: int, text: str, role: Role = Role.PARAGRAPH, form: str = "") -> "Segment":
        """A segment that is all of its block."""
        return cls(language, index, index, text, 0, len(text), role, form=form)
