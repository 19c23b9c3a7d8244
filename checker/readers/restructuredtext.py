"""reStructuredText: prose in paragraphs, titles, lists, tables and directives; code, comments and targets are none."""

import re
from collections.abc import Sequence

from checker.model import Block, Ignored, Role, Span
from checker.readers import _tables
from checker.readers._builder import Builder
from checker.readers._lines import lines
from checker.readers._restructured import inline

SUFFIXES: tuple[str, ...] = (".rst",)

_ADORNED = re.compile(r"([!-/:-@[-`{-~])\1*")
_BULLET = re.compile(r"(?:[-*+•‣⁃]|\|(?!\S))(?:[ \t]+|$)")
_NUMBER = re.compile(
    r"(?:\(?(?:\d{1,3}|#|[A-Za-z]|[ivxlcm]{2,6})\)|(?:\d{1,3}|#|[A-Za-z]|[ivxlcm]{2,6})\.)[ \t]+(?=\S)"
)
_FIELD = re.compile(r":(?=\S)(?:[^:\\\r\n]|\\.|:(?!\s|$|`))+:(?:[ \t]+|$)")
_EXPLICIT = re.compile(r"\.\.(?:[ \t]+|$)")
_DIRECTIVE = re.compile(r"(?:\|[^|]{1,80}\|[ \t]+)?(?P<name>[A-Za-z][\w.+:-]*?)::(?:[ \t]+|$)")
_TARGET = re.compile(r"_(?:`[^`]+`|[^:\\]|\\.)*:(?:\s|$)|__")
_NOTE = re.compile(r"\[(?:\d+|#[\w.-]*|\*|[A-Za-z][\w.-]*)\](?:[ \t]+|$)")
_CODE = frozenset(
    ("code", "code-block", "sourcecode", "literalinclude", "parsed-literal", "math", "raw", "image", "toctree",
     "include", "contents", "meta", "index", "highlight", "doctest", "testcode", "testoutput", "testsetup", "graphviz",
     "mermaid", "plot", "productionlist", "default-role", "role", "sectnum", "date", "unicode", "currentmodule",
     "module")
)  # fmt: skip
_TITLED = frozenset(
    ("admonition", "attention", "caution", "danger", "error", "hint", "important", "note", "tip", "warning", "seealso",
     "todo", "topic", "sidebar", "rubric", "table", "list-table", "csv-table", "replace", "epigraph", "centered")
)  # fmt: skip
"""Directives whose argument is prose."""


def read(source: str) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
    """The prose of a document, in source order."""
    return _Reader(source).run()


class _Reader:
    """Goes down the lines once; what is indented below a directive is read as any text, or set aside with it."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._builder = Builder(source)
        self._spans = [self._stripped(span) for span in lines(source)]
        self._indents = _indents(source)
        self._texts = [source[start:end] for start, end in self._spans]
        self._titled = False

    def run(self) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
        """Read every line."""
        index = 0
        while index < len(self._spans):
            index = self._next(index) if self._texts[index] else index + 1
        return self._builder.finish()

    def _stripped(self, span: Span) -> Span:
        text = self._source[span.start : span.end]
        return Span(span.start + len(text) - len(text.lstrip()), span.start + len(text.rstrip()))

    def _next(self, index: int) -> int:
        """Read what begins in a line; the line behind it."""
        text = self._texts[index]
        if found := self._title(index):
            return found
        if match := _EXPLICIT.match(text):
            return self._explicit(index, match.end())
        if _tables.is_grid(text) or _tables.is_simple(text):
            return self._table(index)
        if text.startswith(">>>"):
            return self._aside(index, self._empty(index), "code")
        if (match := _FIELD.match(text)) and not self._titled:
            return self._aside(index, self._below(index), "field")
        return self._paragraph(index, match)

    def _title(self, index: int) -> int | None:
        """A title with its line below, and above where it has one; or a line across the page."""
        text, indent = self._texts[index], self._indents[index]
        following = self._texts[index + 1] if index + 1 < len(self._texts) else ""
        alone = not index or not self._texts[index - 1]
        if _ADORNED.fullmatch(text) and len(text) >= 3 and alone:
            last = self._texts[index + 2] if index + 2 < len(self._texts) else ""
            if following and last == text and not _ADORNED.fullmatch(following):
                self._say(index + 1, index + 2, 0, Role.HEADING)
                self._titled = True
                return index + 3
            if not following and len(text) >= 4:
                return index + 1
        if indent or not following or self._indents[index + 1] or not _ADORNED.fullmatch(following):
            return None
        if not alone or len(following) < min(4, len(text)) or following in ("::", ".."):
            return None
        self._say(index, index + 1, 0, Role.HEADING)
        self._titled = True
        return index + 2

    def _explicit(self, index: int, offset: int) -> int:
        """A directive, a footnote, a target or a comment."""
        source, start = self._source, self._spans[index].start + offset
        end = self._spans[index].end
        if match := _DIRECTIVE.match(source, start, end):
            return self._directive(index, match)
        if match := _NOTE.match(source, start, end):
            self._builder.ignore(start, match.end(), "footnote mark")
            return self._say(
                index, self._end(index, hanging=True), match.end() - self._spans[index].start, Role.PARAGRAPH
            )
        if _TARGET.match(source, start, end):
            return self._aside(index, self._end(index, hanging=True), "link target")  # an indented quote may follow
        return self._aside(index, self._below(index), "comment")

    def _directive(self, index: int, match: re.Match[str]) -> int:
        name = match["name"].rpartition(":")[2].lower()
        if name in _CODE:
            return self._aside(index, self._below(index), "code" if "code" in name else "directive")
        start, end = self._spans[index]
        if name in _TITLED:
            self._builder.ignore(start, match.end(), "directive")
            at = self._end(index, hanging=True)
            self._say(index, at, match.end() - start, Role.PARAGRAPH)
        else:
            self._builder.ignore(start, end, "directive")
            at = index + 1
        while at < len(self._texts) and self._indents[at] > self._indents[index] and _FIELD.match(self._texts[at]):
            self._builder.ignore(*self._spans[at], "directive")
            at += 1
        return at

    def _table(self, index: int) -> int:
        """A grid table ends with its paragraph, a simple one with its second border before an empty line."""
        grid = _tables.is_grid(self._texts[index])
        end = index + 1
        borders = 1
        while end < len(self._texts):
            if self._texts[end] == "" and (grid or (borders > 1 and _tables.is_simple(self._texts[end - 1]))):
                break
            borders += _tables.is_simple(self._texts[end])
            end += 1
        indent = self._indents[index]
        spans = [
            Span(min(self._spans[at].end, self._spans[at].start - self._indents[at] + indent), self._spans[at].end)
            for at in range(index, end)
        ]
        cells = _tables.grid_cells if grid else _tables.simple_cells
        for cell in cells(self._source, spans):
            for start, stop in cell:
                inline(self._builder, start, stop)
                self._builder.gap(stop, min(stop + 1, len(self._source)))
            self._builder.close(Role.CELL)
        return end

    def _paragraph(self, index: int, field: re.Match[str] | None) -> int:
        """A paragraph, or an item of a list, with what stands indented below a `::` at its end."""
        text, offset = self._texts[index], 0
        role = Role.PARAGRAPH
        marker = field
        while marker := marker or _BULLET.match(text, offset) or _NUMBER.match(text, offset):
            reason = "list number" if marker.re is _NUMBER else "field" if marker is field else "markup"
            self._builder.ignore(self._spans[index].start + offset, self._spans[index].start + marker.end(), reason)
            role, offset, marker = Role.ITEM, marker.end(), None
        end = self._end(index, hanging=role is Role.ITEM)
        literal = self._texts[end - 1].endswith("::")
        self._say(index, end, offset, role, cut=1 if literal else 0)
        if not literal:
            return end
        at = end
        while at < len(self._texts) and not self._texts[at]:
            at += 1
        if at < len(self._texts) and self._indents[at] > self._indents[index]:
            return self._aside(at, self._below(at, self._indents[index]), "code")
        return end

    def _say(self, index: int, end: int, offset: int, role: Role, cut: int = 0) -> int:
        """Read some lines as the text of a block."""
        start, stop = self._spans[index].start + offset, self._spans[end - 1].end - cut
        if start < stop:
            inline(self._builder, start, stop)
        self._builder.close(role)
        return end

    def _aside(self, index: int, end: int, reason: str) -> int:
        self._builder.ignore(self._spans[index].start, self._last(index, end), reason)
        return end

    def _last(self, index: int, end: int) -> int:
        """Where the last text of some lines ends."""
        while end > index + 1 and not self._texts[end - 1]:
            end -= 1
        return self._spans[end - 1].end

    def _end(self, index: int, *, hanging: bool = False) -> int:
        """The line behind a paragraph: an empty one, one further in or out, or the next item of a list.

        Of a hanging one all lines but the first are indented, by as much as the second.
        """
        at, indent = index + 1, self._indents[index]
        if hanging:
            if at == len(self._texts) or self._indents[at] <= indent:
                return at
            indent = self._indents[at]
        while at < len(self._texts) and (text := self._texts[at]) and self._indents[at] == indent:
            if hanging and (_BULLET.match(text) or _NUMBER.match(text) or _FIELD.match(text)):
                break
            at += 1
        return at

    def _empty(self, index: int) -> int:
        """The next empty line."""
        while index < len(self._texts) and self._texts[index]:
            index += 1
        return index

    def _below(self, index: int, indent: int | None = None) -> int:
        """The line behind all that is indented further than a line, with empty lines between."""
        outer = self._indents[index] if indent is None else indent
        at = index + 1
        while at < len(self._texts) and (not self._texts[at] or self._indents[at] > outer):
            at += 1
        return at


def _indents(source: str) -> Sequence[int]:
    """How far each line is indented, in characters."""
    return [len(text) - len(text.lstrip()) for text in (source[span.start : span.end] for span in lines(source))]
