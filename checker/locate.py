"""From offsets in a segment to the place in the file."""

import re
from bisect import bisect_right
from functools import lru_cache

from checker.model import Block, Document, Location, Segment, Span

_LONGEST = 10_000
"""Characters of a line that are counted for a place in it."""
_LINE_END = re.compile(r"\r\n|\n|\r")


def locate(document: Document, segment: Segment, start: int, end: int) -> Location:
    """The place of `segment.text[start:end]`; its text is the slice of the source, entities and all.

    An empty stretch is a place between two characters and has no text.
    """
    span = source_span(document.blocks[segment.block], segment.start + start, segment.start + end)
    line, column = position(document.source, span.start)
    end_line, end_column = position(document.source, span.end)
    text = document.source[span.start : span.end]
    return Location(segment.language, document.path, line, column, end_line, end_column, text)


def byte_columns(source: str, at: Location) -> tuple[int, int] | None:
    """The columns of a place in bytes of UTF-8, as some programs count; None in a line too long to count each time."""
    columns = []
    for line, column in ((at.line, at.column), (at.end_line, at.end_column)):
        if column > _LONGEST:
            return None
        start = _line_starts(source)[line - 1]
        columns.append(len(source[start : start + column - 1].encode("utf-8", "surrogatepass")) + 1)
    return columns[0], columns[1]


def source_span(block: Block, start: int, end: int) -> Span:
    """The stretch of the source that `block.text[start:end]` was read from."""
    first = _place(block, start, end=False)
    return Span(first, max(first, _place(block, end - 1, end=True)) if end > start else first)


def position(source: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of an offset in the source; a line ends with LF, CR LF or CR."""
    starts = _line_starts(source)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def _place(block: Block, offset: int, *, end: bool) -> int:
    """Where the character at an offset of the text starts (or ends) in the source."""
    index = bisect_right(block.runs, offset, key=lambda run: run.text.start) - 1
    if index < 0:
        return 0
    text, source = block.runs[index]
    if offset >= text.end:
        return source.end
    if text.end - text.start == source.end - source.start:
        return source.start + offset - text.start + end
    return source.end if end else source.start


@lru_cache(maxsize=64)
def _line_starts(source: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in _LINE_END.finditer(source)))
