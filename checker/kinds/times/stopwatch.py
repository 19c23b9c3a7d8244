"""Spans of time as a stopwatch or a clock shows them: 1:09:47, 4:41.30, 2.15,32, 3'18", 1h09'47"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from checker.kinds.found import Found
from checker.model import Kind, Quantity
from checker.scan import Scan

_STOPPED = re.compile(r"(?<![\d:.,])(?:(\d{1,2})([:.]))?(\d{1,2})([:.])(\d{2})([.,])(\d{1,3})(?![\d:%]|[.,]\d)")
_LETTERED = re.compile(
    r"(?<![\d.,:])(\d{1,3})([^\W\d_]{1,4})([0-5]\d)([^\W\d_]{1,4})(?:([0-5]\d)([^\W\d_]{1,4}))?(?!\w)"
)
"""Units of time by their letters without a space: 1h09min47s."""
_PRIME = frozenset("'\u2032\u2019")
_PRIMES = re.compile(r"(\d{1,2})['\u2032\u2019](\d{2})(?:[\"\u2033\u201d]|'')(\d{1,2}(?!\d))?")
"""Minutes and seconds as on a stopwatch, perhaps with parts of these: 3'18", 2'15"32."""
_HEIGHT = re.compile(r"(?<![\w.,:°º'\u2032\u2019-])([3-8])['\u2032\u2019] ?(\d|1[01])(?:[\"\u2033\u201d]|'')(?![\w'])")
"""Feet and inches as people measure: 6'2"."""
_INCHES = 12
"""Inches of a foot, which are written the same: fewer are no seconds."""
_INCH = "inch"
HOURS, MINUTES, SECONDS = "hour", "minute", "second"
"""Units of time; the words of the first two may also mark the hours and the minutes of a time of day."""
_SPANS = (SECONDS, MINUTES, HOURS)
_MARKS = frozenset(":.")
"""What follows the first number of such a span."""


def stopped(scan: Scan) -> Iterator[Found]:
    """Times as a stopwatch shows them, in minutes, seconds and parts of these: 4:41.30, 2.15,32, 1:09,02 minutes."""
    for match in scan.numbered(_STOPPED, 2, _MARKS):
        hours, minutes, seconds = (int(group or 0) for group in match.group(1, 3, 5))
        pointed = "." in match.group(2, 4)
        if seconds >= 60 or (pointed and (match.group(6) == "." or scan.lexicon.decimal[0] == ".")):
            continue
        step = Decimal(1).scaleb(-len(match.group(7)))
        amount = ((hours * 60 + minutes) * 60 + seconds) + int(match.group(7)) * step
        unit = scan.longest(scan.after_gap(match.end()), "unit")
        end = unit.end if unit and unit.value in _SPANS else match.end()
        yield Found(match.start(), end, Kind.QUANTITY, (Quantity(amount, amount, SECONDS, step=step),))
    for match in scan.numbered(_PRIMES, 2, _PRIME):
        minutes, seconds = (int(group) for group in match.group(1, 2))
        if _INCHES <= seconds < 60:  # 5'11" is a height
            start, hours = _hours_before(scan, match.start())
            step = Decimal(1).scaleb(-len(match.group(3) or ""))
            value = (hours * 60 + minutes) * 60 + seconds + int(match.group(3) or 0) * step
            yield Found(start, match.end(), Kind.QUANTITY, (Quantity(value, value, SECONDS, step=step),))
    for match in scan.numbered(_HEIGHT, 1, _PRIME):
        value = Decimal(int(match.group(1)) * _INCHES + int(match.group(2)))
        yield Found(match.start(), match.end(), Kind.QUANTITY, (Quantity(value, value, _INCH),))
    yield from _lettered(scan)


def _lettered(scan: Scan) -> Iterator[Found]:
    """Spans written in one word with the letters of their units, from the greatest on: 1h09min47s, 4min05s."""
    for start, _ in scan.runs:
        match = _LETTERED.match(scan.text, start)
        if match is None:
            continue
        parts = [place for place in (2, 4, 6) if match.group(place)]
        units = [
            next((unit for unit in scan.at(match.start(place), "unit") if unit.end == match.end(place)), None)
            for place in parts
        ]
        names = tuple(unit.value if unit else "" for unit in units)
        if names == _SPANS[::-1] or names == _SPANS[1::-1]:
            value = Decimal(0)
            for place in parts:
                value = value * 60 + int(match.group(place - 1))
            yield Found(start, match.end(), Kind.QUANTITY, (Quantity(value, value, SECONDS),))


def _hours_before(scan: Scan, start: int) -> tuple[int, int]:
    """Where the hours before minutes and seconds begin, and how many they are: 1h09'47"."""
    for unit in scan.before_any(start, "unit"):
        stop = scan.before_gap(unit.start)
        near = scan.text[max(0, stop - 3) : stop]
        first = stop - len(near) + len(near.rstrip("0123456789"))
        if unit.value == HOURS and 0 < stop - first <= 2:
            return first, int(scan.text[first:stop])
    return start, 0


def with_seconds(scan: Scan, made: Found, match: re.Match[str], *, timed: bool) -> Found:
    """Hours, minutes and seconds: a span of time, 1:09:47, and a time of day where a word or the hour says so."""
    hours, minutes, seconds = (int(group) for group in match.group(1, 3, 4))
    value = Decimal((hours * 60 + minutes) * 60 + seconds)
    span = Quantity(value, value, SECONDS)
    unit = scan.longest(scan.after_gap(match.end()), "unit")
    if not timed and (len(match.group(1)) == 1 or (unit and unit.value in _SPANS)):
        end = unit.end if unit and unit.value in _SPANS else made.end
        return replace(made, end=end, kind=Kind.QUANTITY, readings=(span,))
    return replace(made, readings=(*made.readings, span))
