"""Plain text: a block for each paragraph, list line or lone heading."""

import re
from itertools import pairwise

from checker.model import Block, Ignored, Role, Span
from checker.readers._builder import FIGURES, Builder, figures
from checker.readers._lines import lines, wrapping

SUFFIXES: tuple[str, ...] = (".txt", ".text")

_BULLET = re.compile(r"[•‣▪●◦·*+–—-][ \t\u00a0\u3000]+")
_NUMBER = re.compile(r"\(?(\d{1,3})[.)][ \t\u00a0\u3000]+")
_SENTENCE_END = re.compile(r"[.!?:;,…。！？：；，।۔؟]\W*$")
_HEADING_LIMIT = 120
_COMMENT = re.compile(r"#\s*checker:")
"""A line that speaks to us: the only comment that plain text has."""


def read(source: str) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
    """The prose of a plain text, in source order."""
    builder = Builder(source)
    prose = _without_figures(source, builder)
    spans = [_strip(prose, span) for span in lines(prose)]
    texts = [prose[span.start : span.end] for span in spans]
    wrapped = wrapping(texts)
    numbers = _list_numbers(texts)
    role = Role.PARAGRAPH
    for index, (span, text) in enumerate(zip(spans, texts, strict=True)):
        if not text:
            continue
        if _COMMENT.match(text):
            builder.close(role)
            builder.ignore(*span, "comment")
            continue
        previous = texts[index - 1] if index and not _COMMENT.match(texts[index - 1]) else ""
        if previous and index not in numbers and wrapped.joins(previous, text):
            builder.gap(spans[index - 1].end, span.start)
            builder.text(*span)
            continue
        builder.close(role)
        start = span.start
        role = Role.PARAGRAPH
        if marker := _BULLET.match(text):
            role, start = Role.ITEM, start + marker.end()
        elif index in numbers:
            role, start = Role.ITEM, start + numbers[index]
            builder.ignore(span.start, start, "list number")
        elif _is_heading(text, previous, texts[index + 1] if index + 1 < len(texts) else ""):
            role = Role.HEADING
        builder.text(start, span.end)
    builder.close(role)
    return builder.finish()


def _without_figures(source: str, builder: Builder) -> str:
    """The source with blanks for lines and lines of figures without words, which are set aside."""
    parts, at = [], 0
    for span in figures(source, 0, len(source)):
        start, end = source.find("\n", *span) + 1, source.rfind("\n", *span)
        if 0 < start < end:
            parts += [source[at:start], " " * (end - start)]
            at = end
            builder.ignore(start, end, FIGURES)
    return "".join((*parts, source[at:]))


def _strip(source: str, span: Span) -> Span:
    text = source[span.start : span.end]
    if not text:
        return span
    return Span(span.start + len(text) - len(text.lstrip()), span.end - len(text) + len(text.rstrip()))


def _is_heading(text: str, previous: str, following: str) -> bool:
    """A short line alone between empty lines that ends like no sentence."""
    return not previous and not following and len(text) <= _HEADING_LIMIT and not _SENTENCE_END.search(text)


def _list_numbers(texts: list[str]) -> dict[int, int]:
    """Line index to width of its list number, where the neighbouring numbers make a list certain.

    "7. November" alone is no list item; 1., 2., 3. at the heads of lines are.
    """
    found = [(i, match) for i, text in enumerate(texts) if (match := _NUMBER.match(text))]
    certain: dict[int, int] = {}
    for (i, one), (j, two) in pairwise(found):
        if int(two.group(1)) == int(one.group(1)) + 1 and _is_list_start(one, certain, i):
            certain[i], certain[j] = one.end(), two.end()
    return certain


def _is_list_start(match: re.Match[str], certain: dict[int, int], index: int) -> bool:
    return index in certain or int(match.group(1)) <= 1
