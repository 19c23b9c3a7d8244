"""What people have set aside in the documents: numbers that are no claims because somebody says so."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from checker.locate import position
from checker.model import Document, Location, Occurrence, Segment, Skipped

Locate = Callable[[Document, Segment, int, int], Location]

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


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
