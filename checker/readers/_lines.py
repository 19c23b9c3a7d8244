"""Whether a line goes on in the next: what tells hard-wrapped text from a paragraph a line."""

import re
from dataclasses import dataclass
from itertools import pairwise

from checker.letters import goes_on
from checker.model import Span

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|$)")
_FIRST_WORD = re.compile(r"\S+")
_ENDS = re.compile(r"[.!?:;…。！？：；।۔؟|][\"'”»’)）\]*_]*$")
_MARKED = re.compile(r"(?:[•‣▪●◦·*+–—#>|-]|\d{1,3}[.)])(?:\s|$)|[|#]")
_WIDE = re.compile("[\u2e80-\uffff]")
_WIDTHS = range(40, 121)
_LONG = 160  # columns; a wide character takes two


def lines(source: str) -> list[Span]:
    """The lines of the source without their ends; a line ends with LF, CR LF or CR."""
    spans: list[Span] = []
    for match in _LINE.finditer(source):
        if match.start() == match.end() == len(source) and spans and not source.endswith(("\n", "\r")):
            break
        spans.append(Span(*match.span(1)))
    return spans


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a file breaks its lines; `width` is None where it is not seen to wrap them.

    `unwrapped` says that it surely doesn't, for it has lines longer than any that are wrapped.
    """

    width: int | None
    unwrapped: bool = False

    def joins(self, line: str, following: str) -> bool:
        """Whether the following line goes on with what this one says."""
        if _MARKED.match(following):
            return False
        if self.width is not None:
            return _is_full(line, following, self.width)
        return len(line) >= _WIDTHS.start and goes_on(following[:1]) and not _ENDS.search(line)


def wrapping(stripped: list[str]) -> Wrapping:
    """How the lines of a file (white space stripped, empty ones included) are broken.

    Wrapped text is known by its full lines: at most of the breaks inside paragraphs the next word would not
    have fitted any more.
    """
    pairs = [
        (line, following)
        for line, following in pairwise(stripped)
        if line and following and not _MARKED.match(following) and not line.startswith(("#", "|"))
    ]
    unwrapped = any(len(line) + len(_WIDE.findall(line)) > _LONG for line in stripped)
    width = max((len(line) for pair in pairs for line in pair), default=0)
    if len(pairs) < 3 or width not in _WIDTHS:
        return Wrapping(None, unwrapped)
    full = sum(_is_full(line, following, width) for line, following in pairs)
    return Wrapping(width if full >= 0.6 * len(pairs) else None, unwrapped)


def _is_full(line: str, following: str, width: int) -> bool:
    word = _FIRST_WORD.match(following)
    return word is not None and len(line) + 1 + len(word.group()) > width
