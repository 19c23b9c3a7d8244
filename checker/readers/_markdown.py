"""What Markdown and MDX share: headings, paragraphs, list items, table cells and the prose inside raw HTML.

markdown-it finds the blocks; it keeps the lines of each, from which the exact places follow. Front matter,
code, link targets, imports of MDX and comments are no prose.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from checker.model import Block, Ignored, Role, Span
from checker.readers._builder import Builder
from checker.readers._inline import pieces
from checker.readers._lines import Wrapping, lines, wrapping
from checker.readers._prose import Prose

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_FRONT = re.compile(
    r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(?=\s*(?:[\w.\"'-]+[ \t]*[:=]|#|\[|\1))"
    r"(?:[^\r\n]*+(?:\r\n|\n|\r))*?\1[ \t]*(?=\r|\n|$)"
)
_MDX = re.compile(r"(?:import\s.*?['\"];?|import\s*\{[^}]*\}.*|export\s+(?:const|default|function|let)\b.*)$")
_DIRECTIVE = re.compile(r"(?::{3,}|!!!|\?\?\?\+?)[ \t]*(?:[\w-]+)?[ \t]*")
_TITLED = re.compile(_DIRECTIVE.pattern + "$")
_DIRECTIVE_LIMIT = 60
_MARKER = re.compile(r"\d{1,9}[.)]")
_CELL = re.compile(r"(?:[^|\\]|\\.)*+\\?")
_WORDS = re.compile(r"[^\W_]+(?: [^\W_]+)*+")
"""Text that no mark of Markdown can be in."""
_NESTING = 100


class _Line(NamedTuple):
    """A line of a block's content: where it starts there, and its stretch of the source."""

    content: int
    source: Span


def read(source: str, without: Sequence[str] = ()) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
    """The prose of a document, in source order, `without` some of markdown-it's rules for blocks."""
    return _Reader(source, without).run()


def front_matter(source: str) -> Span | None:
    """Where the front matter stands, if there is any."""
    match = _FRONT.match(source)
    return Span(*match.span()) if match else None


@cache
def _parser(without: tuple[str, ...]) -> "MarkdownIt":
    """markdown-it for the blocks alone, without some of its rules; to make one takes as long as to read a page."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"maxNesting": _NESTING}).enable("table").disable(["inline", *without])


class _Reader:
    def __init__(self, source: str, without: Sequence[str]) -> None:
        self.source = source
        self.without = without
        self.builder = Builder(source)
        self._numbered = 0
        """Where the last list number that was read ends; HTML behind it on its line begins there."""
        self.lines = lines(source)
        self._wrapping = Wrapping(None)
        self._references: frozenset[str] = frozenset()

    def run(self) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
        environment: dict[str, dict[str, object]] = {}
        blocks = _parser(tuple(self.without)).parse(self._body(), environment)
        self._references = frozenset(environment.get("references", {}))
        self._wrapping = wrapping([self.source[start:end].strip() for start, end in self.lines])
        self._read(blocks)
        return self.builder.finish()

    def _body(self) -> str:
        """The source with its front matter blanked, so that lines keep their numbers."""
        front = front_matter(self.source)
        if front is None:
            return self.source
        self.builder.ignore(*front, "front matter")
        return re.sub(r"[^\r\n]", " ", self.source[: front.end]) + self.source[front.end :]

    def _read(self, blocks: "list[Token]") -> None:
        depth = 0
        numbers = _list_numbers(blocks)
        role = Role.PARAGRAPH
        for index, token in enumerate(blocks):
            first, last = token.map or (0, 0)
            if token.type == "list_item_open":
                depth += 1
                self._number(token, certain=index in numbers)
            elif token.type == "list_item_close":
                depth -= 1
                self.builder.close(Role.ITEM)
            elif token.type == "heading_open":
                role = Role.HEADING
            elif token.type == "paragraph_open":
                role = Role.ITEM if depth else Role.PARAGRAPH
            elif token.type == "tr_open":
                self._row(first)
            elif token.type in ("fence", "code_block"):
                self._ignore_lines(first, last, "code")
            elif token.type == "html_block":
                self._html(first, last)
            elif token.type == "inline" and blocks[index - 1].type not in ("th_open", "td_open"):
                self._inline(list(self._content(token.content, first)), role)

    def _number(self, token: "Token", *, certain: bool) -> None:
        """The number of a list item; "7. November" alone is no list, and its number stays text."""
        first = (token.map or (0, 0))[0]
        start, end = self.lines[first]
        if token.info and (match := _MARKER.search(self.source, max(start, self._numbered), end)):
            self._numbered = match.end()
            if certain:
                self.builder.ignore(*match.span(), "list number")
            else:
                self.builder.text(*match.span())
                self.builder.gap(match.end(), match.end() + 1)

    def _ignore_lines(self, first: int, last: int, reason: str) -> None:
        last = min(last, len(self.lines))
        if first < last:
            self.builder.ignore(self.lines[first].start, self.lines[last - 1].end, reason)

    def _html(self, first: int, last: int) -> None:
        last = min(last, len(self.lines))
        prose = Prose(self.builder)
        prose.feed(max(self.lines[first].start, self._numbered), self.lines[last - 1].end)
        prose.close()

    def _content(self, content: str, first: int) -> Iterator[Span]:
        """The stretch of the source of each line of a block's content.

        A line of content is what stands behind the quote signs and the indentation of its source line, so it
        is found from the end.
        """
        for number, text in enumerate(content.split("\n"), first):
            if number >= len(self.lines):
                return
            start, end = self.lines[number]
            wanted = text.strip()
            at = self.source.rfind(wanted, start, end) if wanted else -1
            if at != -1 and (match := _DIRECTIVE.match(wanted)):
                at, wanted = at + match.end(), wanted[match.end() :]
            if at != -1 and wanted:
                kept = len(self.source[at + len(wanted) : end]) - len(self.source[at + len(wanted) : end].lstrip())
                yield Span(at, min(end, at + len(wanted) + kept))

    def _row(self, number: int) -> None:
        """The cells of a table row; a `|` behind a backslash is text."""
        at, end = self.lines[number]
        while at < end:
            match = _CELL.match(self.source, at, end)
            stop = match.end() if match else end
            text = self.source[at:stop]
            start = at + len(text) - len(text.lstrip())
            until = stop - len(text) + len(text.rstrip())
            if _WORDS.fullmatch(self.source, start, until):
                self.builder.words(start, until)
                self.builder.close(Role.CELL)
            elif start < stop:
                self._inline([Span(start, until)], Role.CELL)
            at = stop + 1

    def _inline(self, spans: Sequence[Span], role: Role) -> None:
        """Read the content that these stretches of the source make up, and close its block."""
        places: list[_Line] = []
        texts = [self.source[start:end] for start, end in spans]
        if not texts:
            return
        if role is not Role.CELL and self._is_directive(spans, texts):
            self.builder.close(role)
            return
        if len(spans) == 1 and _WORDS.fullmatch(texts[0]):
            self.builder.words(*spans[0])
            self.builder.close(role)
            return
        position = 0
        for span, text in zip(spans, texts, strict=True):
            places.append(_Line(position, span))
            position += len(text) + 1
        content = "\n".join(texts)
        for kind, start, end, reason in pieces(content, self._references):
            if kind == "newline":
                self._newline(places, texts, start)
            elif kind == "break":
                self.builder.gap(_place(places, start), _place(places, end - 1) + 1, "\n")
            elif kind == "entity":
                self.builder.replaced(html.unescape(content[start:end]), _place(places, start), _place(places, end))
            elif kind != "markup":
                for at, until in _stretches(places, start, end):
                    if kind == "text":
                        self.builder.text(at, until)
                    elif kind == "ignored":
                        self.builder.ignore(at, until, reason)
        self.builder.close(role)

    def _newline(self, places: list[_Line], texts: list[str], at: int) -> None:
        """The end of a line: a space, but a line break in a file that surely doesn't wrap its lines."""
        index = bisect_right(places, at, key=lambda line: line.content) - 1
        following = texts[index + 1].strip() if index + 1 < len(texts) else ""
        start, place = places[index].source
        joined = not self._wrapping.unwrapped or self._wrapping.joins(texts[index].strip(), following)
        joined = joined and not _TITLED.search(self.source, max(0, start - _DIRECTIVE_LIMIT), start)
        self.builder.gap(place, place + 1, " " if joined else "\n")

    def _is_directive(self, spans: Sequence[Span], texts: list[str]) -> bool:
        """Whether the paragraph is an import of MDX, set aside here."""
        if all(_MDX.match(text.strip()) for text in texts):
            self.builder.ignore(spans[0].start, spans[-1].end, "code")
            return True
        return False


def _list_numbers(blocks: "list[Token]") -> set[int]:
    """The items whose number goes with that of a neighbour, so that it is surely the number of a list."""
    lists: list[list[tuple[int, int]]] = []
    certain: set[int] = set()
    for index, token in enumerate(blocks):
        if token.type == "ordered_list_open":
            lists.append([])
        elif token.type == "list_item_open" and token.info and lists:
            lists[-1].append((index, int(token.info)))
        elif token.type == "ordered_list_close":
            for (one, first), (two, second) in pairwise(lists.pop()):
                if second - first in (0, 1):
                    certain.update((one, two))
    return certain


def _place(places: list[_Line], at: int) -> int:
    line = places[bisect_right(places, at, key=lambda line: line.content) - 1]
    return line.source.start + at - line.content


def _stretches(places: list[_Line], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of the source for `content[start:end]`, one for each line it touches."""
    index = bisect_right(places, start, key=lambda line: line.content) - 1
    while index < len(places) and places[index].content < end:
        content, source = places[index]
        at = source.start + max(0, start - content)
        until = min(source.end, source.start + end - content)
        if at < until:
            yield at, until
        index += 1
