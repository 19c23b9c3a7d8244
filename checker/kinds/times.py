"""Times of day: 14:30, 2:30 p.m., 9 Uhr, 午後2時30分, 14 h 30."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from checker.kinds.found import Found, Taken
from checker.languages.folding import script
from checker.model import Kind, Moment, Quantity
from checker.numbers import MODIFIERS, in_weekday
from checker.scan import Scan

_CLOCK = re.compile(r"(?<![\d:.,])(\d{1,2})([:.٫])(\d{2})(?::\d{2})?(?![\d:%]|[.,]\d)")
_HOUR = re.compile(r"(?<![\d.,:])(\d{1,2})(?![\d:]|[.,]\d)")
_FEW = re.compile(r"(\d{1,2})(?!\d)")
_HOURS = "hour"
"""The unit whose word may also mark an hour of the day."""
_COUNTED = ("unit", "scale", "percent", "currency", "month", "day_after", "year_after")
"""What makes a number no hour."""
_NOON = 12
_NEXT_TO = 2
"""How many linkers may stand between a time and the word for its half of the day."""


def find(scan: Scan, taken: Taken) -> Iterator[Found]:
    """Every time of day that no other claim has taken."""
    return _take(scan, taken, _hour, _word)


def find_sure(scan: Scan, taken: Taken) -> Iterator[Found]:
    """Times written with a colon, which nothing else is."""
    return _take(scan, taken, _clock)


def _take(scan: Scan, taken: Taken, *finders: Callable[[Scan], Iterator[Found]]) -> Iterator[Found]:
    for finder in finders:
        for found in finder(scan):
            if taken.free(found.start, found.end):
                taken.add(found.start, found.end)
                yield found


def _made(scan: Scan, start: int, end: int, hour: int, minute: int) -> Found | None:
    """A time with the half of the day that stands beside it."""
    half, start, end = _half(scan, start, end)
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    if not (0 <= hour <= 24 and 0 <= minute < 60):
        return None
    return Found(start, end, Kind.TIME, (Moment(hour=hour % 24, minute=minute),))


def _half(scan: Scan, start: int, end: int) -> tuple[str | None, int, int]:
    """Which half of the day is said, and the stretch with that word."""
    position = end
    for _ in range(_NEXT_TO + 1):
        position = scan.after_gap(position)
        word = scan.longest(position, "am", "pm")
        if word:
            return word.category, start, word.end
        linker = scan.longest(position, "linker", "linkers", "hour_after")
        if linker is None:
            break
        position = linker.end
    position = start
    for _ in range(_NEXT_TO + 1):
        position = scan.before_gap(position)
        words = scan.before(position, "am", "pm")
        if words:
            return words[0].category, words[0].start, end
        linkers = scan.before(position, "linker", "linkers", "hour_before")
        if not linkers:
            break
        position = linkers[0].start
    return None, start, end


def _clock(scan: Scan) -> Iterator[Found]:
    """Times in hours and minutes: 14:30, 2.30 p.m., 9.30 Uhr."""
    dotted: list[Found] = []
    sure: set[int] = set()
    for match in _CLOCK.finditer(scan.text):
        hour, minute = int(match.group(1)), int(match.group(3))
        end = match.end()
        after = scan.longest(scan.after_gap(end), "hour_after")
        made = _made(scan, match.start(), after.end if after else end, hour, minute)
        if made is None:
            continue
        if match.group(2) != ":":
            told = after or made.end > end or made.start < match.start()
            other = scan.longest(scan.after_gap(end), "percent", "currency", "scale", "unit")
            if other and (after is None or after.end < other.end):
                continue
            if not told and not scan.before(scan.before_gap(match.start()), "hour_before"):
                dotted.append(made)
                continue
        sure.add(made.start)
        yield made
    for made in dotted:  # 9.30 to 18.00: a point makes a time only beside another time
        place = _beyond_connector(scan, made.end)
        if place is not None and (place in sure or _told(scan, place)):
            yield made


def _beyond_connector(scan: Scan, end: int) -> int | None:
    """Where the high end of a range would begin."""
    beyond = scan.after_gap(end)
    for position in dict.fromkeys((end, beyond)):
        connector = scan.longest(position, "between", "pair_between", "linker")
        if connector:
            return scan.after_gap(connector.end)
    return None


def _told(scan: Scan, position: int) -> bool:
    """Whether an hour with its marker or its half of the day begins at a place."""
    match = _HOUR.match(scan.text, position)
    if match is None:
        return False
    following = scan.after_gap(match.end())
    return bool(scan.at(following, "am", "pm")) or (
        bool(scan.at(following, "hour_after")) and not _doubtful(scan, following)
    )


def _doubtful(scan: Scan, position: int) -> bool:
    """Whether the word after a number counts hours as often as it marks one: 9 heures, 2 uur, 3 giờ."""
    hours = [match.end for match in scan.at(position, "unit") if match.value == _HOURS]
    marks = [match.end for match in scan.at(position, "hour_after")]
    return bool(hours) and max(hours) >= max(marks, default=0)


def _hour(scan: Scan) -> Iterator[Found]:
    """Hours without minutes or with a marker: 9 Uhr, 2 p.m., 9時30分, 14 h 30, à 9 heures, 9 to 5 p.m."""
    for match in _HOUR.finditer(scan.text):
        hour, start, end = int(match.group(1)), match.start(), match.end()
        if hour > 24:
            continue
        following = scan.after_gap(end)
        half = scan.longest(following, "am", "pm")
        after = scan.longest(following, "hour_after")
        mark_end = max((mark.end for mark in (half, after) if mark), default=0)
        if any(
            unit.end > mark_end or (unit.end == mark_end and unit.value != _HOURS)
            for unit in scan.at(following, *_COUNTED)
        ):
            continue
        minute = 0
        doubtful = _doubtful(scan, following) and half is None
        if after:
            minute, stop = _minutes(scan, after.end)
            doubtful = doubtful and stop == after.end
            end = stop
        marker = next(iter(scan.before(start, "ordinal_marks_before")), None)
        first = marker.start if marker else start
        hour, minute, first = _modified(scan, hour, minute, first)
        place = scan.before_gap(first)
        made = _made(scan, first, end, hour, minute)
        if made is None:
            continue
        beside = made.end > end or made.start < first
        framed = _frame(scan, match.start(), match.end())
        if framed:
            yield framed
        elif doubtful and not beside:
            if scan.before(place, "hour_before", "clock_before") or _closes(scan, match.start(), hour):
                yield replace(made, readings=(*made.readings, Quantity(Decimal(hour), Decimal(hour), _HOURS)))
        elif after or beside or scan.before(place, "hour_before"):
            yield made


def _modified(scan: Scan, hour: int, minute: int, start: int) -> tuple[int, int, int]:
    """An hour with the quarter or the half that a word before it adds: सवा 5 बजे, पौने दो बजे."""
    for word in scan.before(scan.before_gap(start), *MODIFIERS):
        told = hour * 60 + minute + int(MODIFIERS[word.category] * 60)
        return told // 60, told % 60, word.start
    return hour, minute, start


def _frame(scan: Scan, start: int, end: int) -> Found | None:
    """The bare low end of a span of hours: the 9 of "9 to 5 p.m.", of "von 9 bis 18 Uhr", of "с 9 до 21 часа"."""
    following = scan.after_gap(end)
    mark = scan.longest(following, "hour_after", "am", "pm")
    if mark and not (mark.category == "hour_after" and _doubtful(scan, following)):
        return None
    stop = mark.end if mark else end
    place = _beyond_connector(scan, stop)
    match = _HOUR.match(scan.text, place) if place is not None else None
    if match is None or place is None:
        return None
    low, high = int(scan.text[start:end]), int(match.group(1))
    beyond = scan.after_gap(match.end())
    opened = bool(scan.before(scan.before_gap(start), "range_before", "opening", "pair_opening", "hour_before"))
    if not _told(scan, place):
        narrow = scan.before(scan.before_gap(start), "range_before")
        if not (narrow and _doubtful(scan, beyond) and high >= _NOON):
            return None
    elif not opened:
        return None
    half = scan.longest(beyond, "am", "pm")
    if half and half.category == "pm" and low < high < _NOON:
        low += _NOON
    return Found(start, stop, Kind.TIME, (Moment(hour=low % 24, minute=0),)) if low <= 24 else None


def _closes(scan: Scan, start: int, hour: int) -> bool:
    """Whether an hour is the high end of a span of hours that is told as one: the 21 of "с 9 до 21 часа"."""
    text, place = scan.text, scan.before_gap(start)
    for connector in scan.before(place, "between", "pair_between"):
        stop = scan.before_gap(connector.start)
        mark = next(iter(scan.before(stop, "hour_after")), None)
        stop = scan.before_gap(mark.start) if mark else stop
        begin = stop
        while begin > 0 and text[begin - 1].isdigit() and stop - begin < 3:
            begin -= 1
        if 0 < stop - begin <= 2 and hour >= _NOON and scan.before(scan.before_gap(begin), "range_before"):
            return True
    return False


def _minutes(scan: Scan, end: int) -> tuple[int, int]:
    """The minutes after an hour's marker, and where they end."""
    position = scan.after_gap(end)
    half = scan.longest(position, "half_past")
    if half:
        return 30, half.end
    match = _FEW.match(scan.text, position)
    if match:
        mark = scan.longest(scan.after_gap(match.end()), "minute_after")
        if mark:
            return int(match.group(1)), mark.end
        if len(match.group(1)) == 2 and int(match.group(1)) < 60 and position - end <= 1:
            return int(match.group(1)), match.end()
    return 0, end


def _word(scan: Scan) -> Iterator[Found]:
    """A spelled-out hour with the half of its day or its marker: السادسة مساءً, nine o'clock, साढ़े तीन बजे."""
    for matches in list(scan.starts.values()):
        for match in matches:
            if (
                match.category not in ("ordinal", "number")
                or not match.value.isdigit()
                or not 1 <= int(match.value) <= _NOON
            ):
                continue
            if in_weekday(scan, match):
                continue
            hour, minute, start = _modified(scan, int(match.value), 0, match.start)
            following = scan.after_gap(match.end)
            mark = scan.longest(following, "hour_after") if match.category == "number" else None
            if mark and (_doubtful(scan, following) or script(scan.text[match.start]) == "joined"):
                mark = None
            end = mark.end if mark else match.end
            past = scan.longest(scan.after_gap(end), "half_past")
            if past and not minute:
                minute, end = 30, past.end
            made = _made(scan, start, end, hour, minute)
            if made and (mark or made.end > end or made.start < start):
                yield replace(made, spelled=True)
                break
