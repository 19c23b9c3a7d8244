"""Android's `strings.xml`: texts by name, arrays by place, plurals by CLDR's categories.

Left out are texts that are not to be translated, and references to others. `xliff:g` is a placeholder.
"""

import re
from collections.abc import Iterable, Iterator

from checker.model import Block, Ignored
from checker.readers import _xml
from checker.readers._markup import Gathering, Inline, Line
from checker.readers._values import Piece, Values, once, solved
from checker.readers._xml import Attributes

SUFFIXES: tuple[str, ...] = (".xml",)
KEYED = True

_INLINE = {"g": Inline.PLACEHOLDER}
_ESCAPE = re.compile(r"\\(?:u[0-9a-fA-F]{4}|[^u]|$)|\"", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t"}
_REFERENCE = re.compile(r"\s*[@?](?:[\w.]+:)?\w+/[\w.]+\s*$")
_FORMS = frozenset({"zero", "one", "two", "few", "many", "other"})

decode = _xml.decode


def recognises(head: bytes) -> bool:
    """Whether it holds resources of Android; any XML has the suffix."""
    return _xml.root(head) == "resources"


def read(source: str) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
    """The texts of a language."""
    reader = _Reader(source)
    _xml.parse(source, reader)
    return reader.values.finish()


class _Reader(Gathering):
    def __init__(self, source: str) -> None:
        self._source = source
        self.values = Values(source)
        self._seen: dict[str, int] = {}
        self._list = ""
        self._items = 0
        self._key = self._form = ""
        self._kept = True
        self._element = ""

    def start(self, name: str, attributes: Attributes, at: int) -> None:
        if self._line is not None:
            self._line.start(name, attributes, at)
        elif name in ("string-array", "plurals"):
            self._list, self._items = attributes.get("name", ""), 0
            self._kept = attributes.get("translatable") != "false"
            once(self._source, self._seen, self._list, at)
        elif name == "string" and attributes.get("name"):
            once(self._source, self._seen, attributes["name"], at)
            self._kept = attributes.get("translatable") != "false"
            self._open(name, attributes["name"], "")
        elif name == "item" and self._list:
            quantity = attributes.get("quantity", "")
            key = self._list if quantity else f"{self._list}[{self._items}]"
            self._items += 1
            self._open(name, key, quantity if quantity in _FORMS else "")

    def _open(self, name: str, key: str, form: str) -> None:
        self._line = Line(_INLINE)
        self._element, self._key, self._form = name, key, form

    def end(self, name: str, at: int, end: int) -> None:
        if self._line is None:
            if name in ("string-array", "plurals"):
                self._list = ""
        elif name != self._element:
            self._line.end(name, end)
        else:
            self._close(self._line, at)
            self._line = None

    def _close(self, line: Line, at: int) -> None:
        """A text that is complete."""
        said = "".join(piece.text for piece in line.pieces)
        if not self._kept or _REFERENCE.match(said):
            reason = "reference" if self._kept else "not translated"
            if line.pieces:
                self.values.ignore(line.pieces[0].start, at, reason, chosen=not self._kept)
            self.values.hold(self._key, at)
        else:
            self.values.add(self._key, _unescaped(self._source, line.pieces), self._form, at=at)

    def comment(self, start: int, end: int) -> None:
        self.values.ignore(start, end, "comment")


def _unescaped(source: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with escapes solved and without the quotes that keep white space."""
    for piece in pieces:
        if len(piece.text) == piece.end - piece.start and ("\\" in piece.text or '"' in piece.text):
            yield from solved(source, piece.start, piece.end, _ESCAPE, _solved)
        else:
            yield piece


def _solved(match: re.Match[str]) -> str:
    said = match.group()[1:]
    return chr(int(said[1:], 16)) if len(said) == 5 else _ESCAPED.get(said, said)
