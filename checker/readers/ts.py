"""Qt Linguist's TS: the texts to translate and their translations, by context, text and comment.

Left out are messages that vanished or are obsolete, and of the translation unfinished and empty ones. `%1`, `%L2` and
`%n` are placeholders.
"""

import re
from collections.abc import Iterable, Iterator

from checker.locales import tag
from checker.placeholders import MARK
from checker.readers import _xml
from checker.readers._markup import Gathering, Line
from checker.readers._values import Piece, Values
from checker.readers._versions import REST, SOURCE, TARGET, Versions
from checker.readers._xml import Attributes

SUFFIXES: tuple[str, ...] = (".ts",)
KEYED = True

_PLACEHOLDER = re.compile(r"%(?:L?\d{1,2}|L?n)")
_GONE = frozenset({"vanished", "obsolete"})
_UNFINISHED = "unfinished"
_TEXTS = frozenset({"source", "translation", "numerusform", "name", "comment"})
_GLUE = "\x04"

decode = _xml.decode


def recognises(head: bytes) -> bool:
    """Whether it is of Qt; TypeScript and video streams have the suffix, too."""
    return _xml.root(head) == "TS"


def read_versions(source: str) -> Versions:
    """The texts to translate and their translations."""
    reader = _Reader(source)
    _xml.parse(source, reader)
    texts = {reader.origin: reader.original.finish(rest=REST)}
    if reader.translated and reader.target != reader.origin:
        texts[reader.target] = reader.translation.finish(rest=REST)
    return Versions(texts, reader.origin)


class _Reader(Gathering):
    def __init__(self, source: str) -> None:
        self.original, self.translation = Values(source), Values(source)
        self.origin, self.target = SOURCE, TARGET
        self.translated = False
        self._context = ""
        self._lines: dict[str, list[Line]] = {}
        self._attributes: Attributes = {}
        self._state = ""
        self._at = 0

    def start(self, name: str, attributes: Attributes, at: int) -> None:
        if name == "TS":
            self.target = tag(attributes.get("language", "")) or TARGET
            self.origin = tag(attributes.get("sourcelanguage", "")) or SOURCE
        elif name == "message":
            self._attributes, self._lines, self._state = attributes, {}, ""
        elif name in _TEXTS:
            self._line = Line({})
            self._lines.setdefault(name, []).append(self._line)
            if name == "translation":
                self._state, self._at = attributes.get("type", ""), at
        elif name == "byte" and self._line:
            code = attributes.get("value", "0")
            number = int(code[1:], 16) if code[:1] == "x" else int(code) if code.isdecimal() else 0
            self._line.text(chr(number) if 31 < number < 0x110000 else " ", at, at + 1)

    def end(self, name: str, at: int, end: int) -> None:
        if name in _TEXTS:
            self._line = None
        if name == "name":
            self._context = _said(self._lines.pop("name", []))
        elif name == "message":
            self._message()

    def comment(self, start: int, end: int) -> None:
        self.translation.ignore(start, end, "comment")

    def _message(self) -> None:
        """A message that is complete."""
        source = self._lines.get("source", [])
        if self._state in _GONE or not source:
            return
        text = _said(source)
        key = self._attributes.get("id") or _GLUE.join((self._context, text, _said(self._lines.get("comment", []))))
        filled = frozenset(_PLACEHOLDER.findall(text))
        self.original.add(key, _marked(source[0].pieces, filled))
        forms = [line for line in self._lines.get("numerusform") or self._lines.get("translation", []) if line.filled]
        self.translated |= bool(forms)
        for number, line in enumerate(forms):
            if self._state == _UNFINISHED:
                self.translation.ignore(line.pieces[0].start, line.pieces[-1].end, _UNFINISHED, chosen=True)
            else:
                form = "" if len(forms) == 1 else "other" if number else "one"
                self.translation.add(key, _marked(line.pieces, filled), form)
        if not forms or self._state == _UNFINISHED:
            self.translation.hold(key, self._at)


def _said(lines: Iterable[Line]) -> str:
    return "".join(piece.text for line in lines for piece in line.pieces)


def _marked(pieces: Iterable[Piece], filled: frozenset[str]) -> Iterator[Piece]:
    """The pieces with the placeholders that the source has for what they are."""
    for piece in pieces:
        at = 0
        for match in _PLACEHOLDER.finditer(piece.text) if filled and "%" in piece.text else ():
            if match.group() in filled:
                yield from _part(piece, at, match.start())
                yield Piece(MARK, piece.start + match.start(), piece.start + match.end())
                at = match.end()
        yield from _part(piece, at, len(piece.text))


def _part(piece: Piece, start: int, end: int) -> Iterator[Piece]:
    """A stretch of a piece, the whole as it is."""
    if start == 0 and end == len(piece.text):
        yield piece
    elif start < end:
        yield Piece(piece.text[start:end], piece.start + start, piece.start + end)
