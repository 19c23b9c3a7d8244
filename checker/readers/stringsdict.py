"""Apple's `.stringsdict`: property lists of plurals, a text for each form."""

from checker.model import Block, Ignored
from checker.readers import _xml
from checker.readers._icu import FORMS
from checker.readers._values import Piece, Values, broken, once

SUFFIXES: tuple[str, ...] = (".stringsdict",)
KEYED = True

decode = _xml.decode

_WHOLE = "NSStringLocalizedFormatKey"
_WIDTHS = "NSStringVariableWidthRuleType"


def read(source: str) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
    """The texts of a file, in source order."""
    handler = _Handler(source)
    _xml.parse(source, handler)
    return handler.values.finish()


class _Handler(_xml.Handler):
    """`_path` holds the key that was read last in each open dictionary."""

    def __init__(self, source: str) -> None:
        self.values = Values(source)
        self._source = source
        self._path: list[str] = []
        self._seen: list[dict[str, int]] = []
        self._inside = ""
        self._pieces: list[Piece] = []

    def start(self, name: str, attributes: _xml.Attributes, at: int) -> None:
        if not self._path and name not in ("plist", "dict"):
            raise broken(self._source, at, f"“{name:.40}” where a dictionary is expected; is this a property list?")
        if name == "dict":
            self._path.append("")
            self._seen.append({})
        elif name in ("key", "string"):
            self._inside, self._pieces = name, []

    def text(self, said: str, start: int, end: int) -> None:
        if self._inside:
            self._pieces.append(Piece(said, start, end))

    def end(self, name: str, at: int, end: int) -> None:
        if name == "dict":
            self._path.pop()
            self._seen.pop()
        elif name == self._inside == "key":
            begin = self._pieces[0].start if self._pieces else at
            self._path[-1] = "".join(piece.text for piece in self._pieces)
            once(self._source, self._seen[-1], self._path[-1], begin)
            self.values.ignore(begin, at, "key")
        elif name == self._inside == "string":
            self._string(at)
        self._inside = ""

    def _string(self, at: int) -> None:
        own = self._path[-1]
        if own in FORMS or own == _WHOLE or _WIDTHS in self._path:
            self.values.add(self._path[0], self._pieces, own if own in FORMS else "", at=at)
        elif self._pieces:
            self.values.ignore(self._pieces[0].start, self._pieces[-1].end, "no text")

    def comment(self, start: int, end: int) -> None:
        self.values.ignore(start, end, "comment")
