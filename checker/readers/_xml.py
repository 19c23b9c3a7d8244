"""XML with the place of everything in the source, read by expat in one pass.

Entities that a document declares are refused by name, and nothing outside the file is ever opened: neither can make
much of little, or show what is not in the file.
"""

import re
from collections.abc import Mapping
from xml.parsers import expat

from checker.errors import InputError
from checker.readers import _file
from checker.readers._values import broken

_DEEPEST = 256
"""Elements within one another; no format of texts comes near it."""
_DECLARED = re.compile(rb"\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']")
_WIDE = ((b"<\0?\0", "utf-16-le"), (b"\0<\0?", "utf-16-be"))
_BEFORE_ROOT = r"(?:\s++|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^<>\[]*+(?:\[[^\]]*+\]\s*+)?+>)*+"
_ROOT = re.compile(rf"\ufeff?{_BEFORE_ROOT}<(?:[\w.-]+:)?([\w.-]+)", re.DOTALL)
_MARKS = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))

Attributes = Mapping[str, str]


class Handler:
    """What is done with the parts of a document; places are code points of the source.

    Names come without a prefix, but for those of attributes.
    """

    @property
    def listening(self) -> bool:
        """Whether text is wanted here; most of it stands between the elements that matter."""
        return True

    def start(self, name: str, attributes: Attributes, at: int) -> None:
        """An element begins."""

    def end(self, name: str, at: int, end: int) -> None:
        """An element ends; its end tag, none where it is empty, is `source[at:end]`."""

    def text(self, said: str, start: int, end: int) -> None:
        """Text that stands for `source[start:end]`: as it is there, or a character that is written as a reference."""

    def comment(self, start: int, end: int) -> None:
        """A comment."""


def decode(data: bytes, shown: str) -> str:
    """The text, in the encoding that its declaration names."""
    wide = next((name for begin, name in _WIDE if data.startswith(begin)), None)
    if wide is not None:
        return _file.decode(data, shown, wide)
    match = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf"))
    marked = data.startswith(tuple(mark for mark, _ in _MARKS))
    return _file.decode(data, shown, match[1].decode("ascii") if match and not marked else None)


def root(head: bytes) -> str:
    """The name of the root element of a document that begins so; empty where there is none."""
    wide = next((name for begin, name in (*_MARKS, *_WIDE) if head.startswith(begin)), "utf-8")
    match = _ROOT.match(head.decode(wide, "ignore"))
    return match[1] if match else ""


def parse(source: str, handler: Handler) -> None:
    """Tells a handler the parts of a document. Raises `InputError`, without a path, where it is no sound XML."""
    _Parse(source, handler).run()


class _Parse:
    def __init__(self, source: str, handler: Handler) -> None:
        self._source = source
        self._data = source.encode("utf-8", "replace")
        self._plain = len(self._data) == len(source)
        self._handler = handler
        self._byte = self._place = self._depth = 0
        self._raw = False
        self._parser = parser = expat.ParserCreate("utf-8")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.CommentHandler = self._comment
        parser.StartCdataSectionHandler = self._cdata
        parser.EndCdataSectionHandler = self._cdata_end
        parser.EntityDeclHandler = self._declared
        parser.SkippedEntityHandler = self._unknown
        parser.ExternalEntityRefHandler = self._outside

    def run(self) -> None:
        try:
            self._parser.Parse(self._data, True)
        except expat.ExpatError as error:
            at = len(self._data[: self._parser.ErrorByteIndex].decode("utf-8", "ignore"))
            reason = expat.ErrorString(error.code)
            raise broken(self._source, at, f"not well-formed XML ({reason}); mend the file or write it anew") from None

    def _at(self, byte: int) -> int:
        """The place of a byte; bytes are asked for in ascending order."""
        if self._plain:
            return byte
        if byte > self._byte:
            self._place += len(self._data[self._byte : byte].decode("utf-8", "ignore"))
            self._byte = byte
        return self._place

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        at = self._at(self._parser.CurrentByteIndex)
        self._depth += 1
        if self._depth > _DEEPEST:
            raise broken(self._source, at, f"more than {_DEEPEST} elements within one another; flatten the file")
        self._handler.start(name.rpartition(":")[2], attributes, at)

    def _end(self, name: str) -> None:
        at = end = self._at(self._parser.CurrentByteIndex)
        self._depth -= 1
        if self._source.startswith("</", at):
            end = self._source.find(">", at) + 1
        self._handler.end(name.rpartition(":")[2], at, end)

    def _text(self, said: str) -> None:
        if not self._handler.listening:
            return
        at = self._at(self._parser.CurrentByteIndex)
        if said == "\n":
            end = at + (2 if self._source.startswith("\r\n", at) else 1)
        elif self._source[at] == "&" and not self._raw:
            end = self._source.find(";", at) + 1
        else:
            end = at + len(said)
        self._handler.text(said, at, end)

    def _comment(self, said: str) -> None:
        at = self._at(self._parser.CurrentByteIndex)
        self._handler.comment(at, self._source.find("-->", at + 4) + 3)

    def _cdata(self) -> None:
        self._raw = True

    def _cdata_end(self) -> None:
        self._raw = False

    def _declared(self, name: str, *_: object) -> None:
        raise self._refused(f"declares the entity “{name:.40}”; entities are not read, write the text itself")

    def _unknown(self, name: str, _: bool) -> None:
        raise self._refused(f"the entity “&{name:.40};” is not declared; write the character itself")

    def _outside(self, *_: object) -> int:
        raise self._refused("refers to an entity outside the file; nothing outside is read, write the text itself")

    def _refused(self, message: str) -> InputError:
        return broken(self._source, self._at(self._parser.CurrentByteIndex), message)
