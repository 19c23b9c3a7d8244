"""Which segments belong to the document proper.

The body reaches from the first to the last passage of running text that has a counterpart in the other versions.
Before and behind it stand navigation, bylines and lists of other articles, which the versions need not share: there
only what other versions say too is kept.
"""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby

import numpy as np

from checker.align.keys import Key, exact
from checker.align.kin import Flags
from checker.align.similarity import Kinships, size
from checker.align.version import Version
from checker.model import Mention, Role, Segment
from checker.weight import weight

_MOST = 0.6
"""Share of the other versions in which a segment must have a counterpart by meaning alone."""
_SOME = 0.3
"""The same of running text that stands right above or below the body."""
_SHORT, _LONG = 20, 120
"""Sizes of a block from which it is running text with and without the end of a sentence (characters of joined scripts
count double)."""
_TITLE_WORDS = 5
"""Words, without numbers, from which a heading is a title and no byline."""
_TAIL = 0.15
"""Share of a version that may stand unsupported at its end and still be text, where no model was asked."""
_SENTENCE_END = re.compile(r"[.!?。！？।؟۔…:][\"'”»』」)]*\s*$")
_MENU = re.compile(r"\s[|·›>•»]\s|｜")
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class _Body:
    """Which segments of a version are kept, and the row of the heading right above its first passage, if any."""

    kept: Sequence[bool]
    heading: int | None = None


def bodies(versions: Mapping[str, Version], kin: Kinships) -> dict[str, frozenset[int]]:
    """The indexes of the segments of each version's body."""
    said = {language: {_key(found.mention) for found in version.occurrences} for language, version in versions.items()}
    found = {}
    for language, version in versions.items():
        others = [keys for other, keys in said.items() if other != language]
        found[language] = _body(version, list(kin.flags(language)), others)
    headed = [body.kept[body.heading] for body in found.values() if body.heading is not None]
    every = 2 * headed.count(True) >= len(headed)  # a heading that most keep is the title, though its values drifted
    return {
        language: frozenset(
            segment.index
            for row, segment in enumerate(versions[language].segments)
            if body.kept[row] or (every and row == body.heading)
        )
        for language, body in found.items()
    }


def _body(version: Version, counterparts: Sequence[tuple[Flags, Flags]], others: Sequence[AbstractSet[Key]]) -> _Body:
    """The body by the counterparts of its segments, and by what the other versions say anywhere."""
    segments = version.segments
    whole = _Body([True] * len(segments))
    if not segments or not counterparts:
        return whole
    shared = np.any([by_values for by_values, _ in counterparts], axis=0)
    mutual = np.sum([by_meaning for _, by_meaning in counterparts], axis=0)
    some = mutual >= max(1, round(_SOME * len(counterparts)))
    mutual = mutual >= max(1, round(_MOST * len(counterparts)))
    prose = _prose(version)
    anchors = [row for row in range(len(segments)) if prose[row] and (shared[row] or mutual[row])]
    if not anchors:
        return whole
    first, last = _block_edge(segments, anchors[0], -1), _block_edge(segments, anchors[-1], 1)
    first, last = _unbroken(segments, [a and bool(b) for a, b in zip(prose, some, strict=True)], first, last)
    heading = first - 1 if first and _heads(segments[first - 1]) else None
    if version.vectors is None:
        last = _with_short_tail(segments, prose, last)
        first = _with_start(version, prose, shared, first)
    telling = _telling(version, others)
    kept = [
        first <= row <= last
        or (bool(shared[row]) and row in telling)
        or (row < first and bool(mutual[row]) and _title(segment))
        for row, segment in enumerate(segments)
    ]
    tabled = _tables(version, kept)
    return _Body([keep or row in tabled for row, keep in enumerate(kept)], heading)


def _telling(version: Version, others: Sequence[AbstractSet[Key]]) -> set[int]:
    """The rows of which most other versions say, anywhere, at least half of what their values tell.

    That of two values a 3 is said elsewhere, too, is chance; and two bylines may well have one date.
    """
    places = {segment.index: row for row, segment in enumerate(version.segments)}
    told: dict[int, list[float]] = {}
    for found in version.occurrences:
        key, much = _key(found.mention), weight(found.mention)
        sums = told.setdefault(places[found.segment.index], [0.0] * (len(others) + 1))
        sums[-1] += much
        for place, keys in enumerate(others):
            sums[place] += much if key in keys else 0.0
    return {row for row, (*each, total) in told.items() if 2 * sum(2 * some >= total for some in each) > len(each)}


def _key(mention: Mention) -> Key:
    """What a mention says, and whether it has a unit: the 7 °C above a page are no seven schools."""
    return exact(mention), mention.unit is not None


def _tables(version: Version, kept: Sequence[bool]) -> set[int]:
    """The rows of tables of which most cells that hold a value are body: the others may have drifted."""
    holding = {found.segment.index for found in version.occurrences}
    found: set[int] = set()
    for role, several in groupby(enumerate(version.segments), lambda each: each[1].role):
        if role is Role.CELL:
            rows = [row for row, _ in several]
            told = [kept[row] for row in rows if version.segments[row].index in holding]
            if 2 * sum(told) > len(told):
                found.update(rows)
    return found


def _prose(version: Version) -> list[bool]:
    """Which segments are running text: they end as sentences do, or stand in a long block, and are no menu."""
    sizes: dict[int, int] = {}
    for segment in version.segments:
        sizes[segment.block] = sizes.get(segment.block, 0) + size(segment.text)
    return [
        (sizes[segment.block] >= _LONG or (sizes[segment.block] >= _SHORT and bool(_SENTENCE_END.search(segment.text))))
        and not _MENU.search(segment.text)
        for segment in version.segments
    ]


def _block_edge(segments: Sequence[Segment], row: int, step: int) -> int:
    """The first (step -1) or last (step 1) row of a row's block."""
    while 0 <= row + step < len(segments) and segments[row + step].block == segments[row].block:
        row += step
    return row


def _unbroken(segments: Sequence[Segment], text: Sequence[bool], first: int, last: int) -> tuple[int, int]:
    """The body with the text right above and below it that some of the versions have: others may have dropped it."""
    while first and text[first - 1]:
        first = _block_edge(segments, first - 1, -1)
    while last + 1 < len(segments) and text[last + 1]:
        last = _block_edge(segments, last + 1, 1)
    return first, last


def _with_short_tail(segments: Sequence[Segment], prose: list[bool], last: int) -> int:
    """A short run of text behind the last shared value is text: its values may have drifted."""
    end = last
    while end + 1 < len(segments) and prose[end + 1]:
        end += 1
    return end if end - last <= max(2, _TAIL * len(segments)) else last


def _with_start(version: Version, prose: Sequence[bool], shared: Flags, first: int) -> int:
    """What stands unbroken above the first shared passage is text from a title on: its own values may have drifted.

    The title must be shared, or stand right above the passage. A short line with a value is a byline, which breaks it.
    """
    segments = version.segments
    holding = {found.segment.index for found in version.occurrences}
    start = first
    while start and (prose[start - 1] or _heads(segments[start - 1])):
        above = segments[start - 1]
        if not prose[start - 1] and above.index in holding and not _title(above):
            break
        start -= 1
    titles = [row for row in range(start, first) if shared[row] or (row == first - 1 and _title(segments[row]))]
    return min(titles, default=first)


def _heads(segment: Segment) -> bool:
    return segment.role is Role.HEADING and not _MENU.search(segment.text)


def _title(segment: Segment) -> bool:
    return _heads(segment) and len(_WORD.findall(segment.text)) >= _TITLE_WORDS
