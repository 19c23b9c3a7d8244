"""Markdown inside a block: what of it is prose, with exact places.

markdown-it gives inline tokens no positions, so the spans of a line are read here, by CommonMark's rules
for what binds tighter (escapes, code, tags and links before emphasis). Nothing is sought twice to the end, so
that the time is linear.
"""

import re
import string
import unicodedata
from collections.abc import Callable, Container
from functools import lru_cache
from typing import NamedTuple

from checker.readers._tags import Scanner

_NEXT = re.compile(r"[\\`*_~<&\[\]!{\n]")
MARKS = "marks without words"
"""Why a text of nothing but marks is set aside."""
_MARK = re.compile(r"[\\`*_~<&\[\]!{]")
_MANY, _SHARE = 4000, 3
"""Characters, a page or two, from which a text is none where a third of it is marks: of prose at most a tenth is."""
_TICKS = re.compile(r"`+")
_DELIMITERS = re.compile(r"\*+|_+|~+")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,2000}|[\w.+-]{1,64}@[\w.-]{1,255})>")
_TITLE = r"\"(?:[^\"\\]|\\.){0,1000}+\"|'(?:[^'\\]|\\.){0,1000}+'|\((?:[^()\\]|\\.){0,1000}+\)"
_TARGET = re.compile(
    r"\(\s*+(?:<[^<>\n]{0,2000}+>|(?:[^\s()\\]|\\.|\([^\s()]{0,500}+\)){0,2000}+)"
    rf"(?:\s++(?:{_TITLE})?+)?+\s*+\)",
    re.DOTALL,
)
_LABEL = re.compile(r"\[[^\[\]\n]{0,999}\]")
_FOOTNOTE = re.compile(r"\[\^[^\s\[\]]{1,99}\]:?")
_BRACES = (("{/*", "*/}", 2000), ("{{", "}}", 500), ("{#", "}", 200), ("{:", "}", 200), ("{.", "}", 200))
_AFTER_ANGLE = frozenset(string.ascii_letters + string.digits + "/!?_.+-")
_ESCAPED = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


class Piece(NamedTuple):
    """A stretch of the content: `kind` is `text`, `entity`, `break`, `newline`, `markup` or `ignored`."""

    kind: str
    start: int
    end: int
    reason: str = ""


class _Delimiter(NamedTuple):
    piece: int
    char: str
    opens: bool
    closes: bool


def pieces(content: str, references: Container[str]) -> list[Piece]:
    """The pieces of a block's content in order; what no piece covers is markup."""
    if len(content) > _MANY and _SHARE * len(_MARK.findall(content)) > len(content):
        return [Piece("ignored", 0, len(content), MARKS)]
    if not _NEXT.search(content):
        return [Piece("text", 0, len(content))]
    return _Inline(content, references).run()


class _Inline:
    def __init__(self, content: str, references: Container[str]) -> None:
        self.content = content
        self._references = references
        self._pieces: list[Piece] = []
        self._brackets: list[int] = []
        self._delimiters: list[_Delimiter] = []
        self._scanner = Scanner(content, len(content))
        self._bracket = -1
        self._ticks: dict[int, list[int]] = {}
        for match in reversed(list(_TICKS.finditer(content))):
            self._ticks.setdefault(len(match.group()), []).append(match.start())

    def run(self) -> list[Piece]:
        readers: dict[str, Callable[[int], int]] = {
            "\\": self._escape, "`": self._code, "<": self._angle, "&": self._entity, "{": self._braces,
            "[": self._open, "]": self._close, "!": self._image, "\n": self._newline,
            "*": self._emphasis, "_": self._emphasis, "~": self._emphasis,
        }  # fmt: skip
        at = 0
        while match := _NEXT.search(self.content, at):
            self._add("text", at, match.start())
            at = readers[match.group()](match.start())
        self._add("text", at, len(self.content))
        self._pair_delimiters()
        return _merged(self._pieces)

    def _add(self, kind: str, start: int, end: int, reason: str = "") -> int:
        if end > start:
            self._pieces.append(Piece(kind, start, end, reason))
        return end

    def _escape(self, at: int) -> int:
        following = self.content[at + 1 : at + 2]
        if following == "\n":
            return self._add("break", at, at + 2)
        if following in _ESCAPED and following:
            return self._add("text", at + 1, at + 2)
        return self._add("text", at, at + 1)

    def _code(self, at: int) -> int:
        """A code span up to the next run of as many backticks, or these as they are."""
        match = _TICKS.match(self.content, at)
        end = match.end() if match else at + 1
        starts = self._ticks.get(end - at, [])
        while starts and starts[-1] <= at:
            starts.pop()
        if not starts:
            return self._add("text", at, end)
        return self._add("ignored", at, starts[-1] + end - at, "code")

    def _angle(self, at: int) -> int:
        if self.content[at + 1 : at + 2] not in _AFTER_ANGLE:
            return self._add("text", at, at + 1)
        if match := _AUTOLINK.match(self.content, at):
            return self._add("ignored", at, match.end(), "link target")
        tag = self._scanner.markup(at)
        if tag is None or (tag.name == "comment" and not self.content.endswith("-->", at, tag.end)):
            return self._add("text", at, at + 1)
        if tag.name == "br":
            return self._add("break", at, tag.end)
        return self._add("ignored" if tag.kind == "ignored" else "markup", at, tag.end, tag.name)

    def _entity(self, at: int) -> int:
        match = _ENTITY.match(self.content, at)
        return self._add("entity", at, match.end()) if match else self._add("text", at, at + 1)

    def _braces(self, at: int) -> int:
        """An MDX comment, a shortcode of Hugo, or attributes such as `{#id}`."""
        for opener, closer, limit in _BRACES:
            if self.content.startswith(opener, at):
                end = self.content.find(closer, at, at + limit)
                if end != -1 and "\n" not in self.content[at:end]:
                    return self._add("ignored", at, end + len(closer), "comment" if opener == "{/*" else "code")
        return self._add("text", at, at + 1)

    def _newline(self, at: int) -> int:
        hard = self.content[max(0, at - 2) : at] == "  "
        return self._add("break" if hard else "newline", at, at + 1)

    def _image(self, at: int) -> int:
        if self.content[at + 1 : at + 2] != "[":
            return self._add("text", at, at + 1)
        self._brackets.append(len(self._pieces))
        return self._add("text", at, at + 2)

    def _open(self, at: int) -> int:
        if match := _FOOTNOTE.match(self.content, at):
            return self._add("ignored", at, match.end(), "footnote mark")
        self._brackets.append(len(self._pieces))
        return self._add("text", at, at + 1)

    def _close(self, at: int) -> int:
        """The end of a link's text, where a target follows or the label is defined; else a bracket."""
        if not self._brackets:
            return self._add("text", at, at + 1)
        opener = self._brackets.pop()
        end = self._link_end(self._pieces[opener].end - 1, at)
        self._bracket = at
        if end is None:
            return self._add("text", at, at + 1)
        self._pieces[opener] = self._pieces[opener]._replace(kind="markup")
        self._add("markup", at, at + 1)
        return self._add("ignored", at + 1, end, "link target") if end > at + 1 else end

    def _link_end(self, opener: int, at: int) -> int | None:
        if match := _TARGET.match(self.content, at + 1):
            return match.end()
        label = _LABEL.match(self.content, at + 1)
        if label and len(label.group()) > 2:
            return label.end() if _folded(label.group()[1:-1]) in self._references else None
        if self._bracket > opener or at - opener > 1000:  # a label holds no brackets
            return None
        if _folded(self.content[opener + 1 : at]) not in self._references:
            return None
        return label.end() if label else at + 1

    def _emphasis(self, at: int) -> int:
        match = _DELIMITERS.match(self.content, at)
        end = match.end() if match else at + 1
        char = self.content[at]
        before = self.content[at - 1 : at] or " "
        after = self.content[end : end + 1] or " "
        left = not after.isspace() and (_is_wordy(after) or not _is_wordy(before))
        right = not before.isspace() and (_is_wordy(before) or not _is_wordy(after))
        if char == "_":
            left, right = (
                left and (not right or not _is_wordy(before)),
                right and (not left or not _is_wordy(after)),
            )
        if (left or right) and not (char == "~" and end - at != 2):
            for position in range(at, end):
                self._delimiters.append(_Delimiter(len(self._pieces), char, left, right))
                self._add("text", position, position + 1)
            return end
        return self._add("text", at, end)

    def _pair_delimiters(self) -> None:
        """Turn delimiters that pair into markup; each closes the nearest open one of its kind."""
        waiting: dict[str, list[int]] = {}
        for piece, char, opens, closes in self._delimiters:
            stack = waiting.setdefault(char, [])
            if closes and stack:
                for index in (stack.pop(), piece):
                    self._pieces[index] = self._pieces[index]._replace(kind="markup")
            elif opens:
                stack.append(piece)


def _merged(found: list[Piece]) -> list[Piece]:
    """The pieces with adjoining text made one."""
    merged: list[Piece] = []
    for piece in found:
        if piece.kind == "text" and merged and merged[-1].kind == "text" and merged[-1].end == piece.start:
            merged[-1] = Piece("text", merged[-1].start, piece.end)
        else:
            merged.append(piece)
    return merged


@lru_cache(maxsize=4096)
def _is_wordy(char: str) -> bool:
    """Whether the character is no punctuation and no space, for CommonMark's flanking."""
    return not char.isspace() and unicodedata.category(char)[0] not in "PS"


def _folded(label: str) -> str:
    return " ".join(label.split()).lower().upper()
