"""MDX: Markdown whose imports, exports, expressions and components are no prose; what stands in a component is.

They are blanked, place by place, and the rest is read as Markdown, without code by indentation, which MDX has not.
"""

import re
from collections.abc import Iterator, Sequence

from checker.model import Block, Ignored, Span
from checker.readers._markdown import front_matter
from checker.readers._markdown import read as read_markdown

SUFFIXES: tuple[str, ...] = (".mdx",)

_FENCE = re.compile(r"^[ \t>]*(`{3,}|~{3,})[^\n]*(?:\n|$)", re.MULTILINE)
_TICKS = re.compile(r"`+")
_PARAGRAPH = re.compile(r"\n[ \t]*\r?\n")
_AFTER_BLANK = re.compile(r"\n[ \t]*\r?\n$")
_NEXT = re.compile(r"\\.|\{|<(?=/?[A-Z>_$])|^(?:import|export)\b", re.MULTILINE | re.DOTALL)
_MODULE = re.compile(
    r"import\s*(?:[\"'{*]|[\w$]+\s*(?:,|\s+from\b))|export\s+(?:const|default|function|let|var|class|async|\{|\*)"
)
_TAG = re.compile(r"</?(?:[A-Z_$][\w.$:-]*)?")
_IN_TAG = re.compile(r"""[{<>]|"[^"]*"|'[^']*'|\n[ \t]*\r?\n""")
_IN_CODE = re.compile(r"""[{}]|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|/\*|//[^\n]*""")
_SIGN = re.compile(r"\S")
_NOTHING = "\u2060"
"""A word joiner: what is read drops it."""
_VISIBLE = re.compile(r"[^\r\n]")


def read(source: str) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
    """The prose of a document, in source order."""
    found = _Scanner(source).run()
    blocks, ignored = read_markdown(_blanked(source, [part.span for part in found]), ("code",))
    return blocks, tuple(sorted((*found, *ignored), key=lambda part: part.span))


class _Scanner:
    """Finds what is no prose, from the start to the end; nothing is sought twice to the end of the file."""

    def __init__(self, source: str) -> None:
        front = front_matter(source)
        self.start = front.end if front else 0
        self.source = _blanked(source, list(_code(source, self.start)))
        self.ends = _braces(self.source, self.start)
        self.found: list[Ignored] = []

    def run(self) -> list[Ignored]:
        """The stretches in order, none in another."""
        at = self.start
        while match := _NEXT.search(self.source, at):
            at = self._past(match)
        return self.found

    def _past(self, match: re.Match[str]) -> int:
        """Where the search goes on behind what was found."""
        start, sign = match.start(), match.group()
        if sign == "{":
            comment = self.source.startswith("/*", start + 1 + self.source[start + 1 : start + 2].isspace())
            return self._add(start, self.ends.get(start), "comment" if comment else "code", match.end())
        if sign == "<":
            return self._add(start, self._tag(start), "component", match.end())
        if sign[0] in "ie":
            return self._add(start, self._module(start), "code", match.end())
        return match.end()

    def _add(self, start: int, end: int | None, reason: str, otherwise: int) -> int:
        if end is None:
            return otherwise
        self.found.append(Ignored(Span(start, end), reason))
        return end

    def _tag(self, start: int) -> int | None:
        """One past the end of a component's tag; None where it is none."""
        match = _TAG.match(self.source, start)
        at = match.end() if match else start + 1
        while token := _IN_TAG.search(self.source, at):
            if token.group() == ">":
                return token.end()
            if token.group() == "<" or token.group()[0] == "\n":
                return None
            at = self.ends.get(token.start(), token.end()) if token.group() == "{" else token.end()
        return None

    def _module(self, start: int) -> int | None:
        """The end of imports and exports that begin a paragraph: the next empty line that stands in no braces."""
        if not _MODULE.match(self.source, start) or not self._begins(start):
            return None
        at, blank = start, _PARAGRAPH.search(self.source, start)
        while blank and (brace := self.source.find("{", at, blank.start())) != -1:
            at = self.ends.get(brace, brace + 1)
            if at > blank.start():
                blank = _PARAGRAPH.search(self.source, at)
        return blank.start() if blank else len(self.source.rstrip())

    def _begins(self, start: int) -> bool:
        """Whether a line begins a paragraph."""
        before = self.source[max(self.start, start - 80) : start].rstrip(" \t")
        return not before.strip() or _AFTER_BLANK.search(before) is not None


def _blanked(source: str, spans: Sequence[Span]) -> str:
    """The source with spaces for what can be seen in the spans, so that all places stay as they are.

    Between two signs that touch it, a span leaves nothing that would part them: `<B>7</B>.` is `7.`
    """
    parts: list[str] = []
    at = 0
    for start, end in spans:
        touching = _SIGN.match(source, start - 1) and _SIGN.match(source, end) if start else None
        parts += (source[at:start], _VISIBLE.sub(_NOTHING if touching else " ", source[start:end]))
        at = end
    return "".join((*parts, source[at:]))


def _braces(source: str, start: int) -> dict[int, int]:
    """Each opening brace and the place one past that which closes it; texts in quotes within braces are passed over."""
    ends: dict[int, int] = {}
    open_: list[int] = []
    comments = True
    at = start
    while True:
        if not open_:
            at = source.find("{", at)
            if at == -1:
                return ends
            open_.append(at)
            at += 1
        token = _IN_CODE.search(source, at)
        if token is None:
            return ends
        at = token.end()
        if token.group() == "{":
            open_.append(token.start())
        elif token.group() == "}":
            ends[open_.pop()] = at
        elif token.group() == "/*" and comments:
            end = source.find("*/", at)
            comments = end != -1
            at = end + 2 if comments else at


def _code(source: str, start: int) -> Iterator[Span]:
    """Fenced code, and code in a line up to the same number of backticks in its paragraph."""
    at = start
    while fence := _FENCE.search(source, at):
        yield from _spans(source, at, fence.start())
        sign, length = fence[1][0], len(fence[1])
        found = re.compile(rf"^[ \t>]*{sign}{{{length},}}[ \t]*\r?$", re.MULTILINE).search(source, fence.end())
        at = found.end() if found else len(source)
        yield Span(fence.start(), at)
    yield from _spans(source, at, len(source))


def _spans(source: str, start: int, end: int) -> Iterator[Span]:
    """Code between backticks, paragraph by paragraph."""
    ends = [match.start() for match in _PARAGRAPH.finditer(source, start, end)] + [end]
    at = start
    for stop in ends:
        runs = [match.span() for match in _TICKS.finditer(source, at, stop)]
        following: dict[int, int] = {}
        closers: dict[int, int] = {}
        for opening, closing in reversed(runs):
            if closing - opening in following:
                closers[opening] = following[closing - opening]
            following[closing - opening] = closing
        done = at
        for opening, _ in runs:
            if opening >= done and opening in closers:
                done = closers[opening]
                yield Span(opening, done)
        at = stop
