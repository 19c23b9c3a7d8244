"""Which segments belong to the document proper.

The body reaches from the first to the last passage of running text that has a counterpart in the other versions.
Before and behind it stand navigation, bylines and lists of other articles, which the versions need not share: there
only what other versions say too is kept.
"""

import re
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from checker.align.similarity import Kin
from checker.align.version import Version
from checker.model import Role, Segment

_SHARED = 0.5
"""Share of a segment's values that one other segment must hold to be its counterpart."""
_SHARED_WEAKLY = 0.25
"""The same where no model was asked, and values are all there is."""
_ALIKE = 0.45
"""Cosine that segments of equal values must have besides."""
_MUTUAL = 0.55
"""Cosine from which two segments that are each other's nearest are counterparts, where most versions have one."""
_MOST = 0.6
"""Share of the other versions in which a segment must have a counterpart by meaning alone."""
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


def bodies(versions: Mapping[str, Version], kin: Mapping[tuple[str, str], Kin]) -> dict[str, frozenset[int]]:
    """The indexes of the segments of each version's body."""
    return {
        language: _body(version, [kin[language, other] for other in sorted(versions) if other != language])
        for language, version in versions.items()
    }


def _body(version: Version, kins: list[Kin]) -> frozenset[int]:
    segments = version.segments
    if not segments or not kins:
        return frozenset(segment.index for segment in segments)
    shared = _shared(kins, len(segments))
    mutual = _mutual(kins, len(segments))
    prose = _prose(version)
    anchors = [row for row in range(len(segments)) if prose[row] and (shared[row] or mutual[row])]
    if not anchors:
        return frozenset(segment.index for segment in segments)
    first, last = _block_edge(segments, anchors[0], -1), _block_edge(segments, anchors[-1], 1)
    if all(each.meaning is None for each in kins):
        last = _with_short_tail(segments, prose, last)
    kept = {
        segment.index
        for row, segment in enumerate(segments)
        if first <= row <= last or shared[row] or (row < first and mutual[row] and _title(segment))
    }
    return frozenset(kept)


def _shared(kins: list[Kin], rows: int) -> NDArray[np.bool_]:
    """Segments whose values another version holds in one segment of like meaning."""
    found = np.zeros(rows, bool)
    for each in kins:
        if not each.values.size:
            continue
        if each.meaning is None:
            found |= (each.values >= _SHARED_WEAKLY).any(axis=1)
        else:
            found |= ((each.values >= _SHARED) & (each.meaning >= _ALIKE)).any(axis=1)
    return found


def _mutual(kins: list[Kin], rows: int) -> NDArray[np.bool_]:
    """Segments that have, in most other versions, a counterpart of which they are the counterpart."""
    count = np.zeros(rows, int)
    for each in kins:
        if each.meaning is None or not each.meaning.size:
            continue
        there = each.meaning.argmax(axis=1)
        back = each.meaning.argmax(axis=0)
        near = each.meaning[np.arange(rows), there] >= _MUTUAL
        count += (back[there] == np.arange(rows)) & near
    return np.asarray(count >= max(1, round(_MOST * len(kins))), bool)


def _prose(version: Version) -> list[bool]:
    """Which segments are running text: they end as sentences do, or stand in a long block, and are no menu."""
    sizes: dict[int, int] = {}
    for segment in version.segments:
        sizes[segment.block] = sizes.get(segment.block, 0) + _size(segment.text)
    return [
        (sizes[segment.block] >= _LONG or (sizes[segment.block] >= _SHORT and bool(_SENTENCE_END.search(segment.text))))
        and not _MENU.search(segment.text)
        for segment in version.segments
    ]


def _size(text: str) -> int:
    return sum(2 if ord(character) > 0x2E80 else 1 for character in text)


def _block_edge(segments: Sequence[Segment], row: int, step: int) -> int:
    """The first (step -1) or last (step 1) row of a row's block."""
    while 0 <= row + step < len(segments) and segments[row + step].block == segments[row].block:
        row += step
    return row


def _with_short_tail(segments: Sequence[Segment], prose: list[bool], last: int) -> int:
    """A short run of text behind the last shared value is text: its values may have drifted."""
    end = last
    while end + 1 < len(segments) and prose[end + 1]:
        end += 1
    return end if end - last <= max(2, _TAIL * len(segments)) else last


def _title(segment: Segment) -> bool:
    return segment.role is Role.HEADING and len(_WORD.findall(segment.text)) >= _TITLE_WORDS
