"""Java's `.properties`: keys and values with escapes and lines that go on; UTF-8 or, where it is none, Latin-1."""

import re
from collections.abc import Iterator

from checker.model import Block, Ignored
from checker.readers import _file
from checker.readers._values import UNITS, Piece, Values, broken, character, once, solved

SUFFIXES: tuple[str, ...] = (".properties",)
KEYED = True

_LINE = re.compile(r"(?:[^\\\r\n]|\\(?:\r\n|[\s\S]|\Z))*+(?:\r\n|[\r\n]|\Z)")
_COMMENT = re.compile(r"([ \t\f]*[#!][^\r\n]*+)(?:\r\n|[\r\n]|\Z)")
_GOES_ON = r"\\(?:\r\n|[\r\n]|\Z)[ \t\f]*+"
_START = re.compile(rf"(?:[ \t\f]|{_GOES_ON})*+")
_KEY = re.compile(r"(?:[^\\\s=:]|\\(?:\r\n|[\s\S]))*+")
_SEPARATOR = re.compile(rf"(?:[ \t\f]|{_GOES_ON})*+(?:[=:](?:[ \t\f]|{_GOES_ON})*+)?")
_ESCAPE = re.compile(rf"{UNITS}|{_GOES_ON}|\\[\s\S]")
_SIGNS = {"f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def decode(data: bytes, shown: str) -> str:
    """The text: UTF-8, or Latin-1 as Java had it until version 9."""
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            return _file.decode(data.decode("latin-1").encode("utf-8"), shown)
    return _file.decode(data, shown)


def read(source: str) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
    """The values of a file, in source order."""
    values = Values(source)
    seen: dict[str, int] = {}
    at = 0
    while at < len(source):
        if comment := _COMMENT.match(source, at):
            values.ignore(comment.start(), comment.end(1), "comment")
            at = comment.end()
            continue
        line = _LINE.match(source, at)
        end = line.end() if line else len(source)
        _entry(source, at, end, values, seen)
        at = max(end, at + 1)
    return values.finish()


def _entry(source: str, start: int, end: int, values: Values, seen: dict[str, int]) -> None:
    """Read one logical line."""
    while end > start and source[end - 1] in "\r\n":
        end -= 1
    begin = _past(_START, source, start, end)
    stop = _past(_KEY, source, begin, end)
    at = _past(_SEPARATOR, source, stop, end)
    if begin == end:
        return
    key = "".join(piece.text for piece in _pieces(source, begin, stop))
    once(source, seen, key, begin)
    values.ignore(begin, stop, "key")
    values.add(key, _pieces(source, at, end), at=at)


def _past(pattern: re.Pattern[str], source: str, start: int, end: int) -> int:
    match = pattern.match(source, start, end)
    return match.end() if match else start


def _pieces(source: str, start: int, end: int) -> Iterator[Piece]:
    def solve(match: re.Match[str]) -> str:
        code = match.group()
        if code[1:2] == "u":
            if len(code) < 6:
                raise broken(source, match.start(), "“\\u” without four hexadecimal digits")
            return character(code)
        return "" if code[1:2] in ("", "\r", "\n") else _SIGNS.get(code[1], code[1])

    return solved(source, start, end, _ESCAPE, solve)
