"""Numbers that are no claims, with the reason: what people have set aside, and digits of which no claim was read."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from checker.locate import position
from checker.model import Document, Location, Occurrence, Segment, Skipped, Span

Locate = Callable[[Document, Segment, int, int], Location]

Why = Callable[[str, str, int], str]
"""Why the digits at a place of a text in a language are in no claim."""

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_DIGITS = re.compile(r"\d+")


def aside(
    ignored: Mapping[str, Sequence[tuple[Occurrence, str]]], documents: Mapping[str, Document], locate: Locate
) -> Iterator[Skipped]:
    """Each claim that the settings take for none, with the reason, and each number in a region that is not checked."""
    for language, document in documents.items():
        for found, reason in ignored[language]:
            yield Skipped(locate(document, found.segment, found.mention.start, found.mention.end), reason)
        yield from _regions(language, document)


def _regions(language: str, document: Document) -> Iterator[Skipped]:
    for part in document.ignored:
        for number in _NUMBER.finditer(document.source, *part.span) if part.chosen else ():
            line, column = position(document.source, number.start())
            end_line, end_column = position(document.source, number.end())
            place = Location(language, document.path, line, column, end_line, end_column, number.group())
            yield Skipped(place, part.reason)


def unread(
    segments: Sequence[Segment], read: Iterable[Occurrence], document: Document, locate: Locate, why: Why
) -> Iterator[Skipped]:
    """Each run of digits in the sentences of a version that is in no mention, so that none is lost unseen."""
    taken: dict[int, list[Span]] = {}
    for found in read:
        taken.setdefault(found.segment.index, []).append(Span(found.mention.start, found.mention.end))
    for segment in segments:
        spans = sorted(taken.get(segment.index, ()))
        place = covered = 0
        for digits in _DIGITS.finditer(segment.text):
            start, end = digits.span()
            while place < len(spans) and spans[place].start <= start:
                covered = max(covered, spans[place].end)
                place += 1
            if end > covered:
                yield Skipped(locate(document, segment, start, end), why(segment.text, segment.language, start))
