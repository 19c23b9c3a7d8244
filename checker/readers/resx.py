"""RESX, the resources of .NET: the values of the entries that are text, by name."""

from checker.model import Block, Ignored
from checker.readers import _xml
from checker.readers._values import Piece, Values, once

SUFFIXES: tuple[str, ...] = (".resx", ".resw")
KEYED = True

decode = _xml.decode


def read(source: str) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
    """The texts of a file, in source order; what has a type is a file or a setting, and no text."""
    handler = _Handler(source)
    _xml.parse(source, handler)
    return handler.values.finish()


class _Handler(_xml.Handler):
    def __init__(self, source: str) -> None:
        self.values = Values(source)
        self._source = source
        self._seen: dict[str, int] = {}
        self._name = ""
        self._typed = False
        self._inside = ""
        self._pieces: list[Piece] = []
        self._begin = 0

    def start(self, name: str, attributes: _xml.Attributes, at: int) -> None:
        if name == "data":
            self._name = attributes.get("name", "")
            self._typed = "type" in attributes or "mimetype" in attributes
            once(self._source, self._seen, self._name, at)
        elif name in ("value", "comment") and self._name:
            self._inside, self._pieces, self._begin = name, [], at

    def text(self, said: str, start: int, end: int) -> None:
        if self._inside:
            self._pieces.append(Piece(said, start, end))

    def end(self, name: str, at: int, end: int) -> None:
        if name == "data":
            self._name = ""
        if name != self._inside:
            return
        if name == "value" and not self._typed:
            self.values.add(self._name, self._pieces, at=at)
        elif self._pieces:
            reason = "no text" if name == "value" else "note to translators"
            self.values.ignore(self._pieces[0].start, self._pieces[-1].end, reason)
        self._inside = ""

    def comment(self, start: int, end: int) -> None:
        self.values.ignore(start, end, "comment")
