"""Times in hours and minutes: 14:30, 2.30 p.m., kl. 9.30, 1140 a.m."""

import re
from collections.abc import Iterator
from itertools import pairwise

from checker.kinds.found import Found
from checker.kinds.times import stopwatch
from checker.kinds.times.halves import HALVES, half
from checker.languages.folding import is_letter, script
from checker.languages.lexicon import Match
from checker.model import Kind, Moment, Value
from checker.scan import Scan

NOON, DAY = 12, 24
_COLONS = ":։ঃ"
"""Marks between hours and minutes that are no decimal points."""
_POINTS = frozenset(f".٫{_COLONS}")
_CLOCK = re.compile(rf"(?<![\d:.,])(\d{{1,2}})(: ?|[.٫{_COLONS}])(\d{{2}})(?::([0-5]\d))?(?![\d:%]|[.,]\d)")
_RUN = re.compile(r"(?<![\d:.,])(\d{1,2})(\d{2})(?![\d:%]|[.,]\d)")
HOUR = re.compile(r"(?<![\d.,:])(\d{1,2})(?![\d:]|[.,]\d)")
HOURS, MINUTES = stopwatch.HOURS, stopwatch.MINUTES
_NEXT_TO = 2
"""How many linkers may stand between a time and the word for its half of the day."""
CLOSED = re.compile(r"[.,;:!?)]|$")
"""What follows an hour that only a preposition makes one (a las cinco), rather than what it counts."""
_DAWN, _LATE_MORNING, _EVENING = 6, 10, 18
_QUARTER = 15
_FULL_RUN = 4
"""Digits of hours and minutes in one run; three with a single letter behind them are an amount rather."""
COUNTED = ("unit", "counter", "scale", "percent", "currency", "subunit", "month", "hour_after", "ordinal_marks_after")
"""What makes a bare number no end of a span of times, or one that is told otherwise."""
NAMED = ("month", "name_before", "currency")
"""The same, before it."""
_JOINTS = ("between", "pair_between")
_OPENINGS = ("opening", "pair_opening", "range_before", "hour_before", "clock_before")
_OF_HOURS = ("opening_hours", "weekday", "hour_before", "hour_after", "zone", *HALVES)
"""What near a span makes its ends times of day, where they could be other numbers: 9.00–16.30."""
_NEAR = 40
"""Code points on either side of a span within which that is looked for."""


def told(scan: Scan, start: int, end: int, hour: int, minute: int, *, far: bool = True) -> Found | None:
    """A time with the half of the day that stands beside it, `far` or without linkers; None for no time of day.

    Where no half is said, an hour up to twelve may be the evening's, if the language's readers count so or the
    text speaks of a half of the day elsewhere.
    """
    part, first, last = half(scan, start, end, _NEXT_TO if far else 0)
    if part != "am" or hour <= NOON:  # no hour is the 16th of a morning
        start, end = first, last
    hours = [hour]
    shift = _shift(scan, start, end) if hour <= NOON else None
    if shift is not None:
        start, end, hours = *shift[:2], _shifted(hour, shift[2])
    hours = [_in_half(each, part) for each in hours]
    if part is None and 0 < hours[0] <= NOON and (scan.lexicon.twelve_hours or _speaks_of_halves(scan)):
        hours.insert(1, (hours[0] + NOON) % DAY)
    if not (0 <= hour <= DAY and 0 <= minute < 60):
        return None
    moments: tuple[Value, ...] = tuple(Moment(hour=each % DAY, minute=minute) for each in hours)
    return Found(start, end, Kind.TIME, tuple(dict.fromkeys(moments)))


def _in_half(hour: int, half: str | None) -> int:
    """An hour of twelve as one of twenty-four."""
    match half:
        case "pm" if hour < NOON:
            return hour + NOON
        case "am" if hour == NOON:
            return 0
        case "night" if _DAWN <= hour < NOON:
            return hour + NOON
        case "night" if hour == NOON:
            return 0
        case "noon" if hour < _LATE_MORNING:
            return hour + NOON
    return hour


def _shift(scan: Scan, start: int, end: int) -> tuple[int, int, int] | None:
    """The stretch with a word that counts hours from another hour than midnight, and that hour (ทุ่ม: 18)."""
    for word in scan.before_any(start, "counted_from"):
        return word.start, end, int(word.value)
    for word in (*scan.before(end, "counted_from"), *scan.at(scan.after_gap(end), "counted_from")):
        return start, max(end, word.end), int(word.value)
    return None


def _shifted(hour: int, shift: int) -> list[int]:
    """An hour counted from another one; from sunrise it has two readings, since some write it as others do."""
    if shift >= NOON:
        return [(hour + shift) % DAY]
    return [(hour + shift - 1) % NOON + 1, hour]


def _speaks_of_halves(scan: Scan) -> bool:
    """Whether a text has a word for the later half of the day anywhere (this evening … at 7)."""
    return not scan.categories.isdisjoint(("pm", "night"))


def find(scan: Scan) -> Iterator[Found]:
    """Times in hours and minutes: 14:30, 2.30 p.m., 9.30 Uhr, kl. 9.30, 1140 a.m."""
    dotted: list[Found] = []
    sure: dict[int, int] = {}
    for match in scan.numbered(_CLOCK, 2, _POINTS):
        end = match.end()
        after = scan.longest(scan.after_gap(end), "hour_after", "zone")
        made = told(scan, match.start(), after.end if after else end, int(match.group(1)), int(match.group(3)))
        if made is None:
            continue
        written = match.group(2) in _COLONS or (match.group(1)[0] == "0" and match.group(2) == ": ")
        timed = after or made.end > end or made.start < match.start() or _at_clock(scan, match.start())
        if not written:
            other = scan.longest(scan.after_gap(end), "percent", "currency", "scale", "unit")
            if other and (after is None or after.end < other.end):
                continue
            if not timed:
                dotted.append(made)
                continue
        made = stopwatch.with_seconds(scan, made, match, timed=bool(timed)) if match.group(4) else made
        sure[made.start] = made.end
        yield made
        yield from _bare_ends(scan, match, made)
    reached = {beyond_connector(scan, end) for end in sure.values()} if dotted else set()
    reached |= _opening_hours(scan, dotted)
    for made in dotted:  # 9.30 to 18.00: a point, or a colon and a space, makes a time only beside another time
        place = beyond_connector(scan, made.end)
        written_at = _CLOCK.match(scan.text, made.start)
        ends = [*_bare_ends(scan, written_at, made)] if written_at else []
        if made.start in reached or (place is not None and (place in sure or marked(scan, place))):
            yield made
        elif any(_at_clock(scan, found.start) or _at_clock(scan, made.start) for found in ends) or _no_date(scan, made):
            yield from (made, *ends) if ends else ()
    yield from _runs(scan)


def _opening_hours(scan: Scan, dotted: list[Found]) -> set[int]:
    """Where spans of times begin and end that are written with a point: Mo 9.00–16.30, where decimals have a comma."""
    ends: set[int] = set()
    for low, high in pairwise(dotted):
        sure = _no_date(scan, low) and _no_date(scan, high) and not scan.before_any(low.start, *NAMED)
        if sure and beyond_connector(scan, low.end) == high.start and _of_hours(scan, low.start, high.end):
            ends |= {low.start, high.start}
    return ends


def _of_hours(scan: Scan, start: int, end: int) -> bool:
    """Whether the text near a span speaks of hours of the day."""
    before = scan.within(max(0, start - _NEAR), start, *_OF_HOURS)
    return any(before) or any(scan.within(end, end + _NEAR, *_OF_HOURS))


def _bare_ends(scan: Scan, match: re.Match[str], made: Found) -> Iterator[Found]:
    """The other end of a span of times where that is a bare hour: the 8 of 8–17:30, the 16 of "from 8:30 to 16"."""
    moment, said = made.readings[0], int(match.group(1))
    if not isinstance(moment, Moment) or moment.hour is None:
        return
    low = _hour_before(scan, made.start)
    if low:
        hour = int(low.group())
        hour += NOON if moment.hour == said + NOON and hour < said else 0  # 2–5:30 p.m.
        overnight = moment.hour < NOON and _EVENING <= hour < DAY  # 22–6.30 Uhr
        if hour < moment.hour or (overnight and _of_hours(scan, low.start(), match.end())):
            yield Found(*low.span(), Kind.TIME, (Moment(hour=hour, minute=0),))
    high = _hour_behind(scan, made, int(match.group(3)))
    if high and said < int(high.group()) <= DAY:
        yield Found(*high.span(), Kind.TIME, (Moment(hour=int(high.group()) % DAY, minute=0),))


def _hour_before(scan: Scan, start: int) -> re.Match[str] | None:
    """The bare hour that a dash joins to a time behind it, or a word where another one opens the span."""
    articles = scan.before_any(start, "hour_before", "clock_before")  # από τις 8 έως τις 17:30
    places = (start, *(article.start for article in articles))
    for joint in (joint for place in places for joint in scan.before_any(place, *_JOINTS)):
        stop = scan.before_gap(joint.start)
        near = scan.text[max(0, stop - 3) : stop]
        first = stop - len(near) + len(near.rstrip("0123456789"))
        hour = HOUR.match(scan.text, first)
        opened = scan.before_any(first, *_OPENINGS)
        if hour and hour.end() == stop and (opened or tight(scan, joint, stop, start)):
            return None if scan.before_any(first, *NAMED) else hour
    return None


def _hour_behind(scan: Scan, made: Found, minute: int) -> re.Match[str] | None:
    """The bare hour that ends a span of times; 1:16–20 are verses rather."""
    for joint in scan.at(made.end, *_JOINTS) or scan.at(scan.after_gap(made.end), *_JOINTS):
        place = scan.after_gap(joint.end)
        hour = HOUR.match(scan.text, place)
        opened = scan.before_any(made.start, *_OPENINGS) and hour and CLOSED.match(scan.text, hour.end())
        if hour and (opened or (tight(scan, joint, made.end, place) and not 0 < minute < int(hour.group()))):
            beyond = scan.after_gap(hour.end())
            return None if scan.at(beyond, *COUNTED, *HALVES) or scan.before_any(made.start, *NAMED) else hour
    return None


def tight(scan: Scan, joint: Match, stop: int, start: int) -> bool:
    """Whether a dash without spaces is all that stands between two ends, or a word where words are joined."""
    parted = is_letter(scan.text[joint.start]) and script(scan.text[joint.start]) != "joined"
    return joint.start == stop and joint.end == start and not parted


def _no_date(scan: Scan, made: Found) -> bool:
    """Whether digits with a point are whole quarters of an hour, no month and no decimal of the language: 17.30."""
    moment = made.readings[0]
    minute = moment.minute if isinstance(moment, Moment) and moment.minute is not None else 1
    return scan.lexicon.decimal[0] == "," and minute % _QUARTER == 0


def goes_on(scan: Scan, end: int) -> bool:
    """Whether seconds follow hours and minutes, which are no time of day then: 1 h 09 min 47 s."""
    place = scan.after_gap(end)
    unit = scan.longest(place, "unit")
    seconds = HOUR.match(scan.text, scan.after_gap(unit.end) if unit and unit.value == MINUTES else place)
    beyond = scan.after_gap(seconds.end()) if seconds else end
    return seconds is not None and any(each.value == stopwatch.SECONDS for each in scan.at(beyond, "unit"))


def _at_clock(scan: Scan, start: int) -> bool:
    """Whether a word stands before a place that makes hours and minutes with a point a time."""
    place = scan.before_gap(start)
    if scan.before(place, "hour_before"):
        return True
    return scan.lexicon.decimal[0] != "." and bool(scan.before(place, "clock_before"))


def _runs(scan: Scan) -> Iterator[Found]:
    """Hours and minutes in one run of digits, with the half of the day or the zone: 1140 a.m., 0930 UTC."""
    for match in scan.numbered(_RUN, 4) if scan.says("am", "pm", "zone") else ():
        part = scan.longest(scan.after_gap(match.end()), "am", "pm", "zone")
        measure = part is not None and len(match.group()) < _FULL_RUN and part.end - part.start == 1  # 400 م
        measure = measure and not scan.before_any(match.start(), "hour_before")
        if part and not measure and int(match.group(1)) <= DAY:
            made = told(scan, match.start(), match.end(), int(match.group(1)), int(match.group(2)))
            if made:
                yield made


def beyond_connector(scan: Scan, end: int) -> int | None:
    """Where the high end of a range would begin."""
    beyond = scan.after_gap(end)
    for position in dict.fromkeys((end, beyond)):
        connector = scan.longest(position, "between", "pair_between", "linker")
        if connector:
            return scan.after_gap(connector.end)
    return None


def marked(scan: Scan, position: int) -> bool:
    """Whether an hour with its marker or its half of the day begins at a place."""
    match = HOUR.match(scan.text, position)
    if match is None:
        return False
    following = scan.after_gap(match.end())
    return bool(scan.at(following, *HALVES)) or (
        bool(scan.at(following, "hour_after")) and not doubtful(scan, following)
    )


def doubtful(scan: Scan, position: int) -> bool:
    """Whether the word after a number counts hours as often as it marks one: 9 heures, 2 uur, 3 giờ."""
    hours = [match.end for match in scan.at(position, "unit") if match.value == HOURS]
    marks = [match.end for match in scan.at(position, "hour_after")]
    return bool(hours) and max(hours) >= max(marks, default=0)
