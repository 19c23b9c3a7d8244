"""What the words around a claim say of it, whatever its kind: denied or not, before a time or after it."""

import re
from collections.abc import Iterator

from checker.kinds.bounds.bounds import leads
from checker.kinds.clauses import clause
from checker.kinds.found import Found
from checker.kinds.times.halves import HALVES
from checker.languages import DURATION, dimension
from checker.languages.folding import is_letter, script
from checker.languages.lexicon import Match
from checker.model import Bound, Moment, Quantity
from checker.scan import Scan

_NEAR = 80
"""Code points before a claim in which its clause is looked through for a negation."""
_LITTLE = 2
"""Little words (articles, linkers) that may stand between a time and the word for before or after."""
_EVENT = 3
"""Words at the most of the event that a span lies before, where the word for it stands behind the event."""
_OTHER = 14
"""Code points from a word for before or after in which one for the opposite is looked for: before or after."""
_JOINT = re.compile(r"\s*[^\W\d_]{1,4}\.?\s*|\s*/\s*")
"""What stands between the two: and, or."""
_SHORT = 3
"""Letters of any word that may stand between a time and the word before it: antes del 15, bago ang 2030."""
_SAID = ("before", "after")
_LIMITS = {f"{Bound.AT_MOST}<": "before", f"{Bound.AT_LEAST}<": "after"}
"""What the words that bound a time say of a date: at the latest on 31 March, no earlier than 31 March."""
_ORDER = ("order_ahead", "order_behind", "order_event")
_SMALL = ("linker", "article", "opening", "year_before", "year_after", "day_before", "weekday", "hour_before")
_BOUNDS = ("bound_before", "bound_after", "negation_other")
"""Categories of phrases in which a negation denies no clause: no more than, not only."""


def polarity(scan: Scan, found: Found) -> str | None:
    """`denied` where the clause around a claim has a negation, `affirmed` where the whole sentence has none.

    Not before a time denies nothing: it is from then on.
    """
    if not scan.says("negation"):
        return "affirmed" if scan.lexicon.denies and not scan.says("negation_other") else None
    return "denied" if _denied(scan, found) and next(_ordering(scan, found), None) is None else None


def _denied(scan: Scan, found: Found) -> bool:
    low, high = clause(scan, found.start, found.end, ahead=_NEAR) if scan.says("negation") else (0, 0)
    return any(not _bounds(scan, match) for match in scan.within(low, high, "negation"))


def _bounds(scan: Scan, negation: Match) -> bool:
    """Whether a negation is a part of a bound or of an idiom that denies nothing."""
    low, high = max(0, negation.start - _NEAR), negation.end + _NEAR
    return any(
        each.start <= negation.start and negation.end <= each.end
        for each in scan.within(low, high, *_BOUNDS)
        if scan.says(*_BOUNDS)
    )


def order(scan: Scan, found: Found) -> str | None:
    """`before` or `after`, where such a word stands directly beside a date, a time of day or a span of time.

    Not before is rather from then on, and before or after is neither. A bound may hold such a word: no antes del 15.
    """
    if not scan.says(*_ORDER, "bound_before", "bound_after") or _denied(scan, found):
        return None
    if all(isinstance(value, Moment) for value in found.readings):
        limit = next(_limits(scan, found), None)
        if limit:
            return limit
    match = next(_ordering(scan, found), None)
    if match is None:
        return None
    if match.value not in _SAID or _both(scan, match):
        return None
    lasts = all(isinstance(value, Quantity) for value in found.readings)
    return None if lasts and _between(scan, found, match) else match.value


def _limits(scan: Scan, found: Found) -> Iterator[str]:
    """What the bounds beside a date or a time of day say of its order."""
    beside = [*_ahead(scan, found.start, "bound_before")]
    beside += (match for match in scan.at(scan.after_gap(found.end), "bound_after") if not leads(scan, match))
    yield from (_LIMITS[match.value] for match in beside if match.value in _LIMITS)


def _between(scan: Scan, found: Found, match: Match) -> bool:
    """Whether a span lies after one thing and before another: which of the two is nearer is a matter of word order."""
    near = scan.within(max(0, found.start - _NEAR), found.end + _NEAR, *_ORDER)
    return any(each.value in _SAID and each.value != match.value for each in near)


def _both(scan: Scan, match: Match) -> bool:
    """Whether the opposite stands beside a word for before or after, and both are meant."""
    near = scan.within(max(0, match.start - _OTHER), match.end + _OTHER, *_ORDER)
    others = ((min(match.end, each.end), max(match.start, each.start)) for each in near if each.value != match.value)
    return any(between[0] == between[1] or _JOINT.fullmatch(scan.text, *between) for between in others)


def _ordering(scan: Scan, found: Found) -> Iterator[Match]:
    """The words for before and after beside a time, the surest first."""
    start, end = found.start, found.end
    if any(isinstance(value, Moment) for value in found.readings):
        halves = [*scan.within(start, end, *HALVES)]  # 午後1時, öğleden sonra 3
        inside = scan.within(start, end, "order_behind")
        yield from (match for match in inside if not any(h.start <= match.start and match.end <= h.end for h in halves))
        yield from (match for match in _behind(scan, end, "order_behind") if not _opens(scan, match))
        yield from (match for match in _ahead(scan, start) if not scan.before_any(match.start, "unit"))
    elif any(isinstance(value, Quantity) and dimension(value.unit) == DURATION for value in found.readings):
        yield from scan.within(start, end, "order_behind")
        yield from _behind(scan, end, "order_behind", "order_ahead")
        yield from _after_event(scan, end)
        yield from _ahead(scan, start)


def _opens(scan: Scan, match: Match) -> bool:
    """Whether a word begins what stands before something else: at 13:10 before the end (antes de que)."""
    return any(other.end >= match.end for other in scan.at(match.start, "order_ahead"))


def _behind(scan: Scan, end: int, *categories: str) -> Iterator[Match]:
    """Right behind a stretch, or behind little words and the letters of its ending: 2030'dan sonra."""
    position = end
    if scan.text[position : position + 1] == "'":
        position = scan.word_end(position + 1)
    for _ in range(_LITTLE + 1):
        position = scan.after_gap(position)
        yield from scan.at(position, *categories)
        small = scan.longest(position, *_SMALL)
        if small is None:
            return
        position = small.end


def _ahead(scan: Scan, start: int, category: str = "order_ahead") -> Iterator[Match]:
    """Right before a stretch, or before little words."""
    position = start
    for _ in range(_LITTLE + 1):
        position = scan.before_gap(position)
        yield from scan.before(position, category)
        small = next(iter(scan.before(position, *_SMALL)), None) or _year(scan, position)
        word = small.start if small else _short(scan.text, position)
        if word is None or (small and small.category == "linker" and script(scan.text[word]) == "joined"):
            return  # 之前的两个月: the two months before
        within = scan.within(max(0, word - _OTHER), position, category)
        yield from (match for match in within if match.end > word)  # dopo il 2030: both words make it a year
        position = word


def _year(scan: Scan, end: int) -> Match | None:
    """The word for a year that ends at a place: před rokem 2030."""
    return next((match for match in scan.before(end, "unit") if match.value == "year"), None)


def _short(text: str, end: int) -> int | None:
    """Where a short word begins that ends at a place."""
    start = end
    while start and end - start <= _SHORT and is_letter(text[start - 1]):
        start -= 1
    return start if 0 < end - start <= _SHORT and script(text[start]) != "joined" else None


def _after_event(scan: Scan, end: int) -> Iterator[Match]:
    """Behind the event that follows a span: 3 nappal a kezdés előtt."""
    position = scan.after_gap(end) if scan.says("order_event") else len(scan.text)
    for _ in range(_EVENT + 1):
        yield from scan.at(position, "order_event")
        if position >= len(scan.text) or not is_letter(scan.text[position]):
            return
        position = scan.after_gap(scan.word_end(position))
