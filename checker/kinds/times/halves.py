"""The half of the day that is said beside an hour: 8 a.m., illalla viiteen, 上午9点."""

import re

from checker.languages.lexicon import Match
from checker.scan import Scan

HALVES = ("am", "pm", "night", "noon")
"""Words for parts of the day: before noon, after it, the night around midnight, the hours around noon."""
_HOUR = re.compile(r"(?<![\d.,:/])\d{1,2}(?:[:.]\d\d)?$")
_LONGEST_HOUR = 6
"""Code points in which an hour with its minutes is told from a longer number."""
_ROW = 8
"""How many hours before one say where the halves of the day stand in a row of them."""
_ABBREVIATED = 3
"""Letters of a half of the day that stands behind its hour, also where a phrase stands before it."""


def half(scan: Scan, start: int, end: int, linkers: int) -> tuple[str | None, int, int]:
    """Which half of the day is said, and the stretch with that word."""
    ahead, behind = _half_ahead(scan, start, linkers), _half_behind(scan, start, end, linkers)
    if behind and not (ahead and _opens_hour(scan, behind.end) and _leads(scan, ahead, behind)):
        return behind.category, start, behind.end
    return (ahead.category, ahead.start, end) if ahead else (None, start, end)


def _half_behind(scan: Scan, start: int, end: int, linkers: int) -> Match | None:
    """The half of the day behind an hour; in some languages an hour must be marked for that: beş akşam, five nights."""
    marked_hour = scan.before(end, "hour_after") or scan.before_any(start, "hour_before")
    if scan.lexicon.halves_first and (not marked_hour or scan.text.startswith(". ", end)):
        return None
    position = end
    for _ in range(linkers + 1):
        position = scan.after_gap(position)
        word = scan.longest(position, *HALVES)
        linker = None if word else scan.longest(position, "linker", "linkers", "hour_after")
        if linker is None:
            return word
        position = linker.end
    return None


def _half_ahead(scan: Scan, start: int, linkers: int) -> Match | None:
    """The half of the day before an hour."""
    position = start
    for _ in range(linkers + 1):
        position = scan.before_gap(position)
        words = scan.before(position, *HALVES)
        before = [] if words else scan.before(position, "linkers", "hour_before")
        if not before:
            return words[0] if words else None
        position = before[0].start
    return None


def _opens_hour(scan: Scan, end: int) -> bool:
    """Whether another hour stands behind the half of a day, which is that one's: aamulla 8:sta illalla viiteen."""
    place = scan.after_gap(end)
    return scan.text[place : place + 1].isdigit() or bool(scan.at(place, "number", "minutes", "hour_words"))


def _leads(scan: Scan, ahead: Match, behind: Match) -> bool:
    """Whether the half of the day before an hour is that one's, as a row that begins with a half has them all so.

    The am of "8 am 5 pm" is that of the hour before it; and a p.m. behind an hour says more than "in the morning".
    """
    if scan.lexicon.halves_first:
        return True
    width = behind.end - behind.start
    if width <= _ABBREVIATED < ahead.end - ahead.start and scan.text[behind.start : behind.end].isascii():
        return False
    for _ in range(_ROW):
        hour = _hour_ending(scan, ahead.start)
        if hour is None:
            return True
        words = scan.before_any(hour, *HALVES)
        if not words:
            return False
        ahead = words[0]
    return False


def _hour_ending(scan: Scan, start: int) -> int | None:
    """Where the hour begins that ends before a place."""
    place = scan.before_gap(start)
    marks = scan.before(place, "hour_after")
    place = scan.before_gap(marks[0].start) if marks else place
    first = max(0, place - _LONGEST_HOUR)
    digits = _HOUR.search(scan.text[first:place])
    if digits:
        return first + digits.start()
    words = scan.before(place, "number", "hour_words")
    return words[0].start if words else None
