"""Apple's `.strings`: `"key" = "value";` with comments; the encodings are UTF-8 and UTF-16."""

import re

from checker.model import Block, Ignored
from checker.readers._values import UNITS, Values, broken, character, once, solved

SUFFIXES: tuple[str, ...] = (".strings",)
KEYED = True

_SKIPPED = re.compile(r"(?P<space>[\s\u200e\u200f\ufeff]++)|(?P<comment>//[^\r\n]*+|/\*[\s\S]*?\*/)")
_QUOTED = re.compile(r'"((?:[^"\\]|\\[\s\S])*+)"')
_PLAIN = re.compile(r"[\w.$:/-]++", re.ASCII)
_ESCAPE = re.compile(rf"{UNITS}|\\([0-7]{{1,3}})|\\([\s\S])")
_SIGNS = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


def read(source: str) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
    """The values of a file, in source order."""
    return _Parser(source).run()


class _Parser:
    def __init__(self, source: str) -> None:
        self._source = source
        self._values = Values(source)
        self._at = 0

    def run(self) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
        """Every entry, to the end."""
        seen: dict[str, int] = {}
        if self._source.startswith("<?xml"):
            raise broken(self._source, 0, 'a property list in XML; write the entries as "key" = "value";')
        while self._more():
            begin = self._at
            start, end = self._token("a key")
            key = _ESCAPE.sub(_solve, self._source[start:end])
            self._values.ignore(start, end, "key")
            once(self._source, seen, key, begin)
            if self._sign("="):
                start, end = self._token("a value in quotes")
            self._values.add(key, solved(self._source, start, end, _ESCAPE, _solve), at=start)
            if not self._sign(";"):
                raise broken(self._source, self._at, "expected “;” behind the value")
        return self._values.finish()

    def _more(self) -> bool:
        """Whether there is more to come, behind white space and comments."""
        while match := _SKIPPED.match(self._source, self._at):
            if match.lastgroup == "comment":
                self._values.ignore(*match.span(), "comment")
            self._at = match.end()
        if self._source.startswith("/*", self._at):
            raise broken(self._source, self._at, "a comment that is not closed; end it with */")
        return self._at < len(self._source)

    def _token(self, wanted: str) -> tuple[int, int]:
        """The place of a text, within its quotes where it has any."""
        self._more()
        if match := _QUOTED.match(self._source, self._at):
            self._at = match.end()
            return match.span(1)
        if match := _PLAIN.match(self._source, self._at):
            self._at = match.end()
            return match.span()
        raise broken(self._source, self._at, f"expected {wanted}; is a quote missing?")

    def _sign(self, sign: str) -> bool:
        self._more()
        found = self._source.startswith(sign, self._at)
        self._at += found
        return found


def _solve(match: re.Match[str]) -> str:
    octal, sign = match.groups()
    if octal:
        return chr(int(octal, 8))
    return _SIGNS.get(sign, sign) if sign else character(match.group())
