"""The halves of the day, and times in hours and minutes: 14:30, 2.30 p.m., kl. 9.30, 1140 a.m."""

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.kinds.found import Found
from checker.model import Kind, Moment, Quantity, Value
from checker.scan import Scan

HALVES = ("am", "pm", "night", "noon")
"""Words for parts of the day: before noon, after it, the night around midnight, the hours around noon."""
NOON, DAY = 12, 24
_COLONS = ":։ঃ"
"""Marks between hours and minutes that are no decimal points."""
_POINTS = frozenset(f".٫{_COLONS}")
_CLOCK = re.compile(rf"(?<![\d:.,])(\d{{1,2}})(: ?|[.٫{_COLONS}])(\d{{2}})(?::\d{{2}})?(?![\d:%]|[.,]\d)")
_RUN = re.compile(r"(?<![\d:.,])(\d{1,2})(\d{2})(?![\d:%]|[.,]\d)")
HOUR = re.compile(r"(?<![\d.,:])(\d{1,2})(?![\d:]|[.,]\d)")
_STOPPED = re.compile(r"(?<![\d:.,])(?:(\d{1,2}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})(?![\d:%]|[.,]\d)")
_PRIME = frozenset("'\u2032\u2019")
_PRIMES = re.compile(r"(\d{1,2})['\u2032\u2019](\d{2})(?:[\"\u2033\u201d]|'')")
"""Minutes and seconds as on a stopwatch: 3'18"."""
_INCHES = 12
"""Inches of a foot, which are written the same: fewer are no seconds."""
_SECONDS = "second"
HOURS, MINUTES = "hour", "minute"
"""The units whose words may also mark the hours and the minutes of a time of day."""
_SPANS = (_SECONDS, MINUTES, HOURS)
_NEXT_TO = 2
"""How many linkers may stand between a time and the word for its half of the day."""
_DAWN, _LATE_MORNING = 6, 10


def told(scan: Scan, start: int, end: int, hour: int, minute: int, *, far: bool = True) -> Found | None:
    """A time with the half of the day that stands beside it, `far` or without linkers; None for no time of day.

    Where no half is said, an hour up to twelve may be the evening's, if the language's readers count so or the
    text speaks of a half of the day elsewhere.
    """
    half, first, last = _half(scan, start, end, _NEXT_TO if far else 0)
    if half != "am" or hour <= NOON:  # no hour is the 16th of a morning
        start, end = first, last
    hours = [hour]
    shift = _shift(scan, start, end) if hour <= NOON else None
    if shift is not None:
        start, end, hours = *shift[:2], _shifted(hour, shift[2])
    hours = [_in_half(each, half) for each in hours]
    if half is None and 0 < hours[0] <= NOON and (scan.lexicon.twelve_hours or _speaks_of_halves(scan)):
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


def _half(scan: Scan, start: int, end: int, linkers: int) -> tuple[str | None, int, int]:
    """Which half of the day is said, and the stretch with that word."""
    position = end
    for _ in range(linkers + 1):
        position = scan.after_gap(position)
        word = scan.longest(position, *HALVES)
        if word:
            return word.category, start, word.end
        linker = scan.longest(position, "linker", "linkers", "hour_after")
        if linker is None:
            break
        position = linker.end
    position = start
    for _ in range(linkers + 1):
        position = scan.before_gap(position)
        words = scan.before(position, *HALVES)
        if words:
            return words[0].category, words[0].start, end
        before = scan.before(position, "linker", "linkers", "hour_before")
        if not before:
            break
        position = before[0].start
    return None, start, end


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
        if not written:
            other = scan.longest(scan.after_gap(end), "percent", "currency", "scale", "unit")
            if other and (after is None or after.end < other.end):
                continue
            if not (after or made.end > end or made.start < match.start() or _at_clock(scan, match.start())):
                dotted.append(made)
                continue
        sure[made.start] = made.end
        yield made
    reached = {beyond_connector(scan, end) for end in sure.values()} if dotted else set()
    for made in dotted:  # 9.30 to 18.00: a point, or a colon and a space, makes a time only beside another time
        place = beyond_connector(scan, made.end)
        if made.start in reached or (place is not None and (place in sure or marked(scan, place))):
            yield made
    yield from _runs(scan)


def stopped(scan: Scan) -> Iterator[Found]:
    """Times as a stopwatch shows them, in minutes, seconds and parts of these: 4:41.30, 1:09,02 minutes."""
    for match in scan.numbered(_STOPPED, 2, _POINTS):
        hours, minutes, seconds = (int(group or 0) for group in match.group(1, 2, 3))
        if seconds >= 60:
            continue
        step = Decimal(1).scaleb(-len(match.group(4)))
        amount = ((hours * 60 + minutes) * 60 + seconds) + int(match.group(4)) * step
        unit = scan.longest(scan.after_gap(match.end()), "unit")
        end = unit.end if unit and unit.value in _SPANS else match.end()
        yield Found(match.start(), end, Kind.QUANTITY, (Quantity(amount, amount, _SECONDS, step=step),))
    for match in scan.numbered(_PRIMES, 2, _PRIME):
        minutes, seconds = (int(group) for group in match.groups())
        if _INCHES <= seconds < 60:  # 5'11" is a height
            value = Decimal(minutes * 60 + seconds)
            yield Found(match.start(), match.end(), Kind.QUANTITY, (Quantity(value, value, _SECONDS),))


def goes_on(scan: Scan, end: int) -> bool:
    """Whether seconds follow hours and minutes, which are no time of day then: 1 h 09 min 47 s."""
    place = scan.after_gap(end)
    unit = scan.longest(place, "unit")
    seconds = HOUR.match(scan.text, scan.after_gap(unit.end) if unit and unit.value == MINUTES else place)
    beyond = scan.after_gap(seconds.end()) if seconds else end
    return seconds is not None and any(each.value == _SECONDS for each in scan.at(beyond, "unit"))


def _at_clock(scan: Scan, start: int) -> bool:
    """Whether a word stands before a place that makes hours and minutes with a point a time."""
    place = scan.before_gap(start)
    if scan.before(place, "hour_before"):
        return True
    return scan.lexicon.decimal[0] != "." and bool(scan.before(place, "clock_before"))


def _runs(scan: Scan) -> Iterator[Found]:
    """Hours and minutes in one run of digits, with the half of the day or the zone: 1140 a.m., 0930 UTC."""
    for match in scan.numbered(_RUN, 4) if scan.says("am", "pm", "zone") else ():
        if scan.at(scan.after_gap(match.end()), "am", "pm", "zone") and int(match.group(1)) <= DAY:
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
