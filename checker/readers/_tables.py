"""Tables drawn in plain text, as reStructuredText has them: cut into cells by the columns of their borders."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from checker.model import Span

_RULE = re.compile(r"=+(?: +=+)+")
_GRID = re.compile(r"\+(?:[-=]+\+)+")


def is_grid(text: str) -> bool:
    """Whether a line is a border of a grid table: `+---+---+`."""
    return _GRID.fullmatch(text) is not None


def is_simple(text: str) -> bool:
    """Whether a line is a border of a simple table: `===  ===`."""
    return _RULE.fullmatch(text) is not None


def grid_cells(source: str, spans: Sequence[Span]) -> Iterator[list[Span]]:
    """The cells of a grid table, each as its lines; `spans` are the lines of the table without their ends."""
    cells: list[list[Span]] = []
    for start, end in spans:
        text = source[start:end]
        if text.startswith("+"):
            yield from cells
            cells = []
            continue
        found, at = [], start
        while (at := source.find("|", at, end)) != -1:
            following = source.find("|", at + 1, end)
            if following == -1:
                break
            found.append(Span(at + 1, following))
            at = following
        if len(found) != len(cells):
            yield from cells
            cells = [[] for _ in found]
        for cell, span in zip(cells, found, strict=True):
            cell.append(span)
    yield from cells


def simple_cells(source: str, spans: Sequence[Span]) -> Iterator[list[Span]]:
    """The cells of a simple table, each as its lines; the first of `spans` is its upper border."""
    border = source[slice(*spans[0])]
    starts = [match.start() for match in re.finditer(r"=+", border)]
    cells: list[list[Span]] = [[] for _ in starts]
    for start, end in spans:
        text = source[start:end]
        if not text.strip() or re.fullmatch(r"[=\- ]+", text):
            yield from cells
            cells = [[] for _ in starts]
            continue
        places = _places(source, start, end, starts)
        if source[places[0] : places[1]].strip():
            yield from cells
            cells = [[] for _ in starts]
        for cell, one, two in zip(cells, places, places[1:], strict=False):
            cell.append(Span(one, two))
    yield from cells


def _places(source: str, start: int, end: int, columns: Sequence[int]) -> list[int]:
    """Where the columns begin in a line, and its end; a wide character takes two columns, a combining one none."""
    places: list[int] = []
    width = 0
    for at in range(start, end):
        while len(places) < len(columns) and width >= columns[len(places)]:
            places.append(at)
        char = source[at]
        width += 2 if unicodedata.east_asian_width(char) in "WF" else int(not unicodedata.combining(char))
    return [*places, *[end] * (len(columns) - len(places)), end]
