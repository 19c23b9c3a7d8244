"""Spans of hours of which one end is a bare number: 9 to 5 p.m., von 9 bis 18 Uhr, с 9 до 21 часа, kl. 9–18."""

import re
from collections.abc import Iterator

from checker.kinds.found import Found
from checker.kinds.times.calendar import weekday_before
from checker.kinds.times.clock import (
    CLOSED,
    COUNTED,
    DAY,
    HOUR,
    NAMED,
    NOON,
    beyond_connector,
    doubtful,
    marked,
    tight,
)
from checker.kinds.times.halves import HALVES
from checker.model import Bound, Kind, Moment
from checker.scan import Scan

_NUMERALS = "0123456789"
_MAYBE = "?"
"""Ends the value of a bound that may mean nothing: up to, until, from."""
_FEWEST = 3
"""Code points in which a number of two digits is told from a longer one."""


def frame(scan: Scan, start: int, end: int) -> Found | None:
    """The bare low end of a span of hours: the 9 of "9 to 5 p.m.", of "von 9 bis 18 Uhr", of "с 9 до 21 часа"."""
    following = scan.after_gap(end)
    mark = scan.longest(following, "hour_after", *HALVES)
    if mark and not (mark.category == "hour_after" and doubtful(scan, following)):
        return None
    stop = mark.end if mark else end
    place = beyond_connector(scan, stop)
    match = HOUR.match(scan.text, place) if place is not None else None
    if match is None or place is None:
        return None
    low, high = int(scan.text[start:end]), int(match.group(1))
    beyond = scan.after_gap(match.end())
    opened = bool(scan.before(scan.before_gap(start), "range_before", "opening", "pair_opening", "hour_before"))
    joint = scan.longest(stop, "between")
    opened = opened or bool(joint and tight(scan, joint, stop, place) and not scan.before_any(start, *NAMED))
    if not marked(scan, place):
        narrow = scan.before(scan.before_gap(start), "range_before")
        if not (narrow and doubtful(scan, beyond) and high >= NOON):
            return None
    elif not opened:
        return None
    half = scan.longest(beyond, *HALVES)
    if half and half.category == "pm" and low < high < NOON:
        low += NOON
    return Found(start, stop, Kind.TIME, (Moment(hour=low % DAY, minute=0),)) if low <= DAY else None


def high(scan: Scan, end: int, low: int) -> Iterator[Found]:
    """The bare high end of a span whose low end ends at a place and is marked as an hour before it: kl. 9–18."""
    for joint in scan.at(end, "between", "pair_between") or scan.at(scan.after_gap(end), "between", "pair_between"):
        place = scan.after_gap(joint.end)
        hour = HOUR.match(scan.text, place)
        close = hour is not None and (tight(scan, joint, end, place) or CLOSED.match(scan.text, hour.end()))
        if hour is None or not close or not low < int(hour.group()) <= DAY:
            continue
        if not scan.at(scan.after_gap(hour.end()), *COUNTED, *HALVES):
            yield Found(*hour.span(), Kind.TIME, (Moment(hour=int(hour.group()) % DAY, minute=0),))
        return


def ends_span(scan: Scan, place: int) -> bool:
    """Whether the word before a number of hours rather joins it to another number: 6 à 8 heures, deux à trois heures.

    A day of the week or of the month stands before an hour all the same: lundi 6 à 8 heures.
    """
    for joint in scan.before(place, "between"):
        end = scan.before_gap(joint.start)
        unit = next(iter(scan.before(end, "unit")), None)  # 40 minutes à une heure
        end = scan.before_gap(unit.start) if unit else end
        word = next(iter(scan.before(end, "number")), None)
        near = scan.text[max(0, end - _FEWEST) : end]  # no more of the text, or its length would count each time
        start = word.start if word else end - len(near) + len(near.rstrip(_NUMERALS))
        day = weekday_before(scan, start) or scan.before_any(start, "day_before")
        if start < end and (word or end - start <= 2) and not day:
            return True
    return False


def lasts(scan: Scan, start: int, end: int) -> bool:
    """Whether an hour is rather a span of hours by what stands beside it: kwa muda wa saa mbili, saa mbili kwa siku."""
    if not scan.says("span_before", "span_after"):
        return False
    return bool(scan.before_any(start, "span_before") or scan.at(scan.after_gap(end), "span_after"))


def bounded(scan: Scan, place: int, end: int, hour: int) -> Bound | None:
    """How until or from bounds a number of hours past noon, which it makes one of the day if nothing follows.

    jusqu'à 13 h: until one, or at most thirteen hours.
    """
    if not (NOON < hour < DAY and CLOSED.match(scan.text, end)):
        return None
    said = [word.value for word in scan.before(place, "bound_before") if word.value.endswith(_MAYBE)]
    return next((bound for value in said for bound in Bound if bound == value.removesuffix(_MAYBE)), None)


def closes(scan: Scan, start: int, hour: int) -> bool:
    """Whether an hour is the high end of a span of hours that is told as one: the 21 of "с 9 до 21 часа"."""
    text, place = scan.text, scan.before_gap(start)
    for connector in scan.before(place, "between", "pair_between"):
        stop = scan.before_gap(connector.start)
        mark = next(iter(scan.before(stop, "hour_after")), None)
        stop = scan.before_gap(mark.start) if mark else stop
        begin = stop
        while begin > 0 and text[begin - 1].isdigit() and stop - begin < 3:
            begin -= 1
        if 0 < stop - begin <= 2 and hour >= NOON and scan.before(scan.before_gap(begin), "range_before"):
            return True
    return False


_HOUR_RANGE = re.compile(r"(?<![\d.,])\d{1,2}([^\W\d]{1,3})(?: ?[-–] ?\d{1,2}| [^\W\d]{1,3} (?:1[3-9]|2[0-4]))\1(?!\w)")
"""Hours with their mark on both sides of a dash, or of a little word where the later one is past noon."""


def both(scan: Scan, start: int, end: int) -> bool:
    """Whether an hour is an end of a span that writes its mark twice, as spans of time are not written: 8h-9h."""
    span = _HOUR_RANGE.match(scan.text, start)
    if span is None:
        return any(span.end() == end for span in _HOUR_RANGE.finditer(scan.text, max(0, start - 10), end))
    return True
