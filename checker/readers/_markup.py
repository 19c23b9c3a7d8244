"""The text of an element of XML with what stands in the line: codes that wrap text, codes that are text to nobody,
placeholders."""

from collections.abc import Mapping
from enum import Enum, auto

from checker.placeholders import MARK
from checker.readers._values import Piece
from checker.readers._xml import Attributes, Handler


class Inline(Enum):
    """What an element in the line is."""

    WRAP = auto()
    """It is about the text in it: bold, a link, a mark."""
    CODE = auto()
    """It holds code of the original's format, or nothing: one end of what wraps text."""
    PLACEHOLDER = auto()
    """It stands for something that is filled in, or for a thing in the text."""


BREAKS = frozenset({"lb", "x-html-br", "x-br", "br"})
"""Kinds of codes that are the end of a line."""


class Line:
    """Collects the pieces of a text; elements are what the format's table says, others wrap text."""

    def __init__(self, kinds: Mapping[str, Inline]) -> None:
        self._kinds = kinds
        self._hidden = 0
        self._begin = 0
        self._break = False
        self.pieces: list[Piece] = []

    def start(self, name: str, attributes: Attributes, at: int) -> None:
        """An element begins in the text."""
        kind = self._kinds.get(name, Inline.WRAP)
        if self._hidden or kind is not Inline.WRAP:
            if not self._hidden:
                self._begin = at
                said = attributes.get("ctype") or attributes.get("subType") or attributes.get("type") or ""
                self._break = said.lower() in BREAKS
            self._hidden += 1

    def end(self, name: str, end: int) -> None:
        """An element in the text ends."""
        if self._hidden:
            self._hidden -= 1
            if not self._hidden and self._break:
                self.pieces.append(Piece("\n", self._begin, end))
            elif not self._hidden and self._kinds.get(name) is Inline.PLACEHOLDER:
                self.pieces.append(Piece(MARK, self._begin, end))

    def text(self, said: str, start: int, end: int) -> None:
        """Text in it; what is code is none."""
        if not self._hidden:
            self.pieces.append(Piece(said, start, end))

    @property
    def filled(self) -> bool:
        """Whether it says anything."""
        return any(not piece.text.isspace() for piece in self.pieces)


class Gathering(Handler):
    """Gathers the text of the element that is open, in `_line`; None outside of such elements."""

    _line: Line | None = None

    @property
    def listening(self) -> bool:
        return self._line is not None

    def text(self, said: str, start: int, end: int) -> None:
        if self._line is not None:
            self._line.text(said, start, end)
