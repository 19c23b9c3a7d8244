"""JSON with places: the entries of a file by key, in linear time; libraries that read JSON do not keep the places.

Whatever is not JSON, and a key that is there twice, is an `InputError` that says where.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.readers._values import UNITS, Piece, broken, character, solved

_SPACE = re.compile(r"[ \t\n\r]*")
_STRING = re.compile(r'"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*+"')
_SCALAR = re.compile(r"-?(?:0|[1-9]\d*+)(?:\.\d++)?(?:[eE][+-]?\d++)?(?![\w.+-])|(?:true|false|null)(?!\w)", re.ASCII)
_ESCAPE = re.compile(rf"{UNITS}|\\.")
_SIGNS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_DEPTH = 100


class Entry(NamedTuple):
    """A value that holds no others. `start` and `end` are its place, that of a string within its quotes.

    `path` are the keys that lead to it, with the index in lists; `text` says whether it is a string.
    """

    path: tuple[str, ...]
    start: int
    end: int
    text: bool


class Key(NamedTuple):
    """Where a key stands, within its quotes, and the keys that lead to it with itself."""

    path: tuple[str, ...]
    start: int
    end: int


def pieces(source: str, entry: Entry | Key) -> Iterator[Piece]:
    """What the string says, with its escapes solved."""
    return solved(source, entry.start, entry.end, _ESCAPE, _solve)


def _solve(match: re.Match[str]) -> str:
    code = match.group()
    return character(code) if len(code) > 2 else _SIGNS.get(code[1], code[1])


class Parser:
    """Reads one file; `keys` are the places of its keys after `entries` is through."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self.keys: list[Key] = []

    def entries(self) -> Iterator[Entry]:
        """The entries in the order of the file."""
        self._skip()
        if self._at == len(self._source):
            return
        path: list[str] = []
        open_: list[set[str] | int] = []  # the keys seen in each open object, the next index of each open list
        while True:
            sign = self._source[self._at : self._at + 1]
            if sign in ("{", "["):
                if len(open_) == _DEPTH:
                    raise self._broken(f"nested deeper than {_DEPTH}; flatten it")
                self._at += 1
                open_.append(set() if sign == "{" else 0)
                path.append("")
                if not self._closed(open_[-1]):
                    self._next(open_, path)
                    continue
                open_.pop()
                path.pop()
            else:
                yield self._scalar(path)
            while open_ and self._ends(open_, path):
                pass
            if not open_:
                break
        self._skip()
        if self._at < len(self._source):
            raise self._broken("text behind the end; expected one JSON value")

    def _ends(self, open_: list[set[str] | int], path: list[str]) -> bool:
        """Whether the innermost object or list ends here, which closes it; otherwise its next value is gone to."""
        if self._closed(open_[-1]):
            open_.pop()
            path.pop()
            return True
        if not self._source.startswith(",", self._at):
            raise self._broken("expected “,” or the closing bracket; is the file whole?")
        self._at += 1
        self._skip()
        self._next(open_, path)
        return False

    def _closed(self, inner: set[str] | int) -> bool:
        self._skip()
        if self._source.startswith("]" if isinstance(inner, int) else "}", self._at):
            self._at += 1
            return True
        return False

    def _next(self, open_: list[set[str] | int], path: list[str]) -> None:
        """Go to the next value of the innermost object or list, over its key."""
        inner = open_[-1]
        if isinstance(inner, int):
            path[-1] = str(inner)
            open_[-1] = inner + 1
            return
        match = _STRING.match(self._source, self._at)
        if match is None:
            raise self._broken("expected a key in double quotes")
        path[-1] = _ESCAPE.sub(_solve, self._source[match.start() + 1 : match.end() - 1])
        if path[-1] in inner:
            raise self._broken(f"the key “{path[-1]:.60}” is there twice; keep one of them")
        inner.add(path[-1])
        self.keys.append(Key(tuple(path), match.start() + 1, match.end() - 1))
        self._at = match.end()
        self._skip()
        if not self._source.startswith(":", self._at):
            raise self._broken("expected “:” behind the key")
        self._at += 1
        self._skip()

    def _scalar(self, path: list[str]) -> Entry:
        start = self._at
        if match := _STRING.match(self._source, start):
            self._at = match.end()
            return Entry(tuple(path), start + 1, match.end() - 1, text=True)
        if match := _SCALAR.match(self._source, start):
            self._at = match.end()
            return Entry(tuple(path), start, match.end(), text=False)
        if start == len(self._source):
            raise self._broken("the file ends too early; is it whole?")
        if self._source[start] == '"':
            raise self._broken("a text without its closing quote, or with a sign that must be escaped")
        raise self._broken("expected a JSON value")

    def _skip(self) -> None:
        match = _SPACE.match(self._source, self._at)
        self._at = match.end() if match else self._at

    def _broken(self, message: str) -> Exception:
        return broken(self._source, self._at, message)
