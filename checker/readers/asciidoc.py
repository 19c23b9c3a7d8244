"""AsciiDoc: prose in paragraphs, titles, lists, tables and blocks; code, macros, attributes and comments are none."""

import re

from checker.model import Block, Ignored, Role, Span
from checker.readers._ascii import inline
from checker.readers._builder import Builder
from checker.readers._lines import lines

SUFFIXES: tuple[str, ...] = (".adoc", ".asciidoc")

_TITLE = re.compile(r"(={1,6}|#{1,6})[ \t]+(?=\S)")
_CODE = re.compile(r"(-{4,}|\.{4,}|\+{4,}|/{4,}|`{3,}[\w-]*)$")
_FRAME = re.compile(r"(={4,}|\*{4,}|_{4,}|--|'{3,}|<{3,}|(?:\*|-)[ \t]?(?:\*|-)[ \t]?(?:\*|-))$")
_TABLE = re.compile(r"[|,:!]={3,}$")
_ATTRIBUTE = re.compile(r":!?\w[\w-]*!?:(?:\s|$)")
_BLOCK_ATTRIBUTES = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]*\])*+\]\]?$")
_CODED = re.compile(r"\[(?:source|listing|literal|stem|latexmath|asciimath|pass|plantuml|mermaid|ditaa|graphviz)\b")
_MACRO = re.compile(r"[a-z][\w-]*::[^\s\[]*\[(?:[^\]]|\](?!$))*+\]$")
_CAPTION = re.compile(r"\.(?=[^\s.])")
_MARKER = re.compile(
    r"(?:\*{1,5}|-|\.{1,5}|\d{1,3}\.|[A-Za-z]\.|[ivx]{2,5}\)|<(?:\d{1,3}|\.)>)[ \t]+(?:\[[ xX*]\][ \t]+)?(?=\S)"
)
_TERM = re.compile(r"(?!\s)[^\r\n]*?\S(?:::{1,3}|;;)(?=\s|$)")
_LABEL = re.compile(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION): ")
_CELL = re.compile(
    r"(?<!\\)(?:(?:(?<=\s)|^)(?:(?:\d{1,3}(?:\.\d{1,3})?|\.\d{1,3})[+*])?[<^>]?(?:\.[<^>])?[adehlmsv]?)?\|"
)
_REVISION = 2  # lines below the title of a document that name the author and the revision


def read(source: str) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
    """The prose of a document, in source order."""
    return _Reader(source).run()


class _Reader:
    """Goes down the lines once."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._builder = Builder(source)
        self._spans = [Span(start, start + len(source[start:end].rstrip())) for start, end in lines(source)]
        self._texts = [source[start:end] for start, end in self._spans]
        self._coded = self._titled = False

    def run(self) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
        """Read every line."""
        index = 0
        while index < len(self._texts):
            index = self._next(index) if self._texts[index] else index + 1
        return self._builder.finish()

    def _next(self, index: int) -> int:
        """Read what begins in a line; the line behind it."""
        text = self._texts[index]
        if _CODE.match(text):
            return self._listing(index)
        if _TABLE.match(text):
            return self._table(index)
        if text.startswith("//"):
            return self._aside(index, index + 1, "comment")
        if _ATTRIBUTE.match(text):
            return self._aside(index, self._wrapped(index), "attribute")
        if _MACRO.match(text):
            return self._aside(index, index + 1, "directive")
        if _BLOCK_ATTRIBUTES.match(text):
            self._coded = _CODED.match(text) is not None
            return self._aside(index, index + 1, "attribute")
        if _FRAME.match(text) or text == "+":
            return self._aside(index, index + 1, "markup")
        if title := _TITLE.match(text):
            return self._title(index, title)
        return self._paragraph(index)

    def _title(self, index: int, match: re.Match[str]) -> int:
        self._say(index, index + 1, match.end(), Role.HEADING)
        at = index + 1
        if len(match[1]) == 1 and not self._titled:
            while at < len(self._texts) and at <= index + _REVISION and self._is_plain(at):
                at = self._aside(at, at + 1, "author and revision")
        self._titled = True
        return at

    def _is_plain(self, index: int) -> bool:
        text = self._texts[index]
        return bool(text) and not _ATTRIBUTE.match(text) and not text.startswith("//")

    def _listing(self, index: int) -> int:
        """A block of code or a comment, to its closing line or the end."""
        fence = self._texts[index]
        closing = "```" if fence.startswith("```") else fence
        at = index + 1
        while at < len(self._texts) and self._texts[at] != closing:
            at += 1
        self._coded = False
        end = min(at + 1, len(self._texts))
        return self._aside(index, end, "comment" if fence.startswith("/") else "code")

    def _table(self, index: int) -> int:
        """A table whose cells begin with a bar; one of values with commas or colons is read as its lines."""
        fence = self._texts[index]
        at = index + 1
        while at < len(self._texts) and self._texts[at] != fence:
            if self._texts[at].startswith("//"):
                self._builder.ignore(*self._spans[at], "comment")
            elif fence[0] == "|":
                self._cells(at)
            else:
                self._say(at, at + 1, 0, Role.CELL)
            at += 1
        self._builder.close(Role.CELL)
        return at + 1

    def _cells(self, index: int) -> None:
        """A line of a table: what stands before its first bar goes on with the cell before."""
        start, end = self._spans[index]
        at = start
        for match in _CELL.finditer(self._source, start, end):
            inline(self._builder, at, match.start())
            self._builder.close(Role.CELL)
            self._builder.ignore(*match.span(), "markup")
            at = match.end()
        inline(self._builder, at, end)
        self._builder.gap(end, min(end + 1, len(self._source)))

    def _paragraph(self, index: int) -> int:
        """A paragraph, an item of a list, a term with what it means, or text that an indent makes code."""
        text = self._texts[index]
        stripped = text.lstrip()
        offset = len(text) - len(stripped)
        role = Role.PARAGRAPH
        end = self._end(index)
        if marker := _MARKER.match(text, offset):
            role, begin = Role.ITEM, self._spans[index].start
            self._builder.ignore(
                begin + offset, begin + marker.end(), "list number" if text[offset].isdigit() else "markup"
            )
            offset = marker.end()
        elif self._coded or (offset and (not index or not self._texts[index - 1])):
            self._coded = False
            return self._aside(index, end, "code")
        elif caption := _CAPTION.match(text):
            return self._say(index, index + 1, caption.end(), Role.CAPTION)
        elif label := _LABEL.match(text):
            offset = label.end()
        elif term := _TERM.match(text):
            self._term(index, term)
            role, offset = Role.ITEM, term.end()
        self._coded = False
        return self._say(index, end, offset, role)

    def _term(self, index: int, match: re.Match[str]) -> None:
        start = self._spans[index].start
        stop = start + len(match.group().rstrip(":;"))
        inline(self._builder, start, stop)
        self._builder.close(Role.ITEM)
        self._builder.ignore(stop, start + match.end(), "markup")

    def _end(self, index: int) -> int:
        """The line behind a paragraph."""
        at = index + 1
        while at < len(self._texts) and (text := self._texts[at]):
            if (
                _MARKER.match(text.lstrip())
                or _CODE.match(text)
                or _FRAME.match(text)
                or _TABLE.match(text)
                or text == "+"
            ):
                break
            if text.startswith("//") or _BLOCK_ATTRIBUTES.match(text) or _TERM.match(text) or _MACRO.match(text):
                break
            at += 1
        return at

    def _wrapped(self, index: int) -> int:
        """The line behind an attribute, whose value goes on behind a backslash."""
        while index + 1 < len(self._texts) and self._texts[index].endswith("\\"):
            index += 1
        return index + 1

    def _say(self, index: int, end: int, offset: int, role: Role) -> int:
        """Read some lines as the text of a block."""
        inline(self._builder, self._spans[index].start + offset, self._spans[end - 1].end)
        self._builder.close(role)
        return end

    def _aside(self, index: int, end: int, reason: str) -> int:
        self._builder.ignore(self._spans[index].start, self._spans[end - 1].end, reason)
        return end
