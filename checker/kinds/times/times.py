"""Hours of the day by their words: 9 Uhr, 2 p.m., 午後2時30分, 14 h 30, halb acht, half past seven, साढ़े तीन बजे."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from checker.kinds.found import Found, Taken
from checker.kinds.times import clock, framed, numeric, stopwatch
from checker.kinds.times.clock import (
    CLOSED,
    DAY,
    HOUR,
    HOURS,
    MINUTES,
    NOON,
    beyond_connector,
    doubtful,
    told,
)
from checker.kinds.times.halves import HALVES
from checker.languages.folding import script
from checker.languages.lexicon import Match
from checker.model import Bound, Kind, Moment, Quantity
from checker.numbers import MODIFIERS, closed, in_weekday, number_at
from checker.scan import Scan

_FEW = re.compile(r"(\d{1,2})(?!\d)")
_COUNTED = ("unit", "scale", "percent", "currency", "month", "day_after", "year_after")
"""What makes a number no hour."""
_TOLD = (*HALVES, *MODIFIERS, "hour_after", "hour_before", "counted_from", "minutes", "half_past", "range_before")
"""What makes a bare number an hour of the day, one way or another."""
_MARKS = ("day_after", "year_after")
"""Those that may be written like the mark of an hour."""
_SPOKEN = range(5, 60)
"""Minutes that are told in words alone behind an hour."""
_EAST = "\u2e80"
"""From here on, scripts in which a spelled-out hour has its mark always."""


def find(scan: Scan, taken: Taken) -> Iterator[Found]:
    """Every time of day that no other claim has taken."""
    return _take(scan, taken, _hour, _fixed, _word, numeric.find_doubtful)


def find_sure(scan: Scan, taken: Taken) -> Iterator[Found]:
    """Times in hours and minutes that nothing else is."""
    return _take(scan, taken, stopwatch.stopped, clock.find)


def _take(scan: Scan, taken: Taken, *finders: Callable[[Scan], Iterator[Found]]) -> Iterator[Found]:
    for finder in finders:
        for found in finder(scan):
            if taken.free(found.start, found.end):
                taken.add(found.start, found.end)
                yield found


def _fixed(scan: Scan) -> Iterator[Found]:
    """An hour of the day that is one word or phrase, perhaps with minutes: บ่ายโมง, pussešos, fél hétkor."""
    for _, matches in scan.having("hour_words"):
        for match in matches:
            if match.category == "hour_words":
                told_hour = Decimal(match.value)
                if told_hour % 1:  # half past five in one word, of any half of the day
                    spans = _counts(scan, scan.after_gap(match.end), 0) or _adds_half(scan, match)
                    made = None if spans else _parted(scan, match, told_hour)
                else:
                    hour, minute, start, end, _ = _offset(scan, int(told_hour), 0, match.start, match.end)
                    made = Found(start, end, Kind.TIME, (Moment(hour=hour, minute=minute),), spelled=True)
                if made:
                    yield made
                break


def _adds_half(scan: Scan, match: Match) -> bool:
    """Whether a phrase rather begins with the half of a number of units: két és fél hétig, for two and a half weeks."""
    for joint in scan.before_any(match.start, "part_and", "and"):
        half = scan.longest(joint.start, "half_more")
        within = half is not None and match.start < half.end < match.end
        if within and half and scan.at(scan.after_gap(half.end), "unit"):
            number = scan.before_gap(joint.start)
            return scan.text[number - 1 : number].isdigit() or bool(scan.before(number, "number"))
    return False


def _parted(scan: Scan, match: Match, hour: Decimal) -> Found | None:
    """The time of day that a phrase is for an hour and a part of one, with the half of the day beside it."""
    made = told(scan, match.start, match.end, int(hour), int(hour % 1 * 60))
    return replace(made, spelled=True) if made else None


def _counts(scan: Scan, position: int, mark_end: int, *, opened: bool = False) -> bool:
    """Whether a word at a place is counted by the number before it, rather than the word that makes it an hour."""
    return any(
        unit.end > mark_end or (unit.end == mark_end and unit.value != HOURS)
        for unit in scan.at(position, *_COUNTED)
        if not (unit.category in _MARKS and (opened or unit.end == mark_end))
    )


def _counted_beyond(scan: Scan, end: int) -> bool:
    """Whether a number of hours before noon, whose word marks none, ends the span that begins: dalle 6 alle 8 ore."""
    place = beyond_connector(scan, end)
    match = HOUR.match(scan.text, place) if place is not None else None
    following = scan.after_gap(match.end()) if match and int(match.group(1)) < NOON else None
    if following is None or scan.at(following, "hour_after", *HALVES):
        return False
    return any(unit.value == HOURS for unit in scan.at(following, "unit"))


def _hour(scan: Scan) -> Iterator[Found]:
    """Hours without minutes or with a marker: 9 Uhr, 2 p.m., 9時30分, 14 h 30, à 9 heures, 9 to 5 p.m."""
    for match in scan.numbered(HOUR, 2) if scan.says(*_TOLD) else ():
        hour, start, end = int(match.group(1)), match.start(), match.end()
        if hour > DAY:
            continue
        following = scan.after_gap(end)
        half = scan.longest(following, *HALVES)
        after = scan.longest(following, "hour_after")
        opened = bool(scan.before_any(start, "hour_before"))
        past = scan.longest(following, "minutes", "half_past")
        if _counts(scan, following, max((mark.end for mark in (half, after, past) if mark), default=0), opened=opened):
            continue
        if after is None and _counted_beyond(scan, end):
            continue
        minute = 0
        unsure = doubtful(scan, following) and half is None
        if after:
            minute, stop = _minutes(scan, after.end)
            if stop > after.end and clock.goes_on(scan, stop):
                continue
            unsure = unsure and stop == after.end
            end = stop
        elif opened:
            minute, end = _minutes(scan, end, marked=True)
        marker = next(iter(scan.before(start, "ordinal_marks_before")), None)
        first = marker.start if marker else start
        hour, minute, first, end, offset = _offset(scan, hour, minute, first, end)
        place = scan.before_gap(first)
        made = told(scan, first, end, hour, minute)
        if made is None or framed.lasts(scan, made.start, made.end):
            continue
        beside = made.end > end or made.start < first
        low = None if minute else framed.frame(scan, match.start(), match.end())
        if low:
            yield low
        elif unsure and not beside:
            bound = framed.bounded(scan, place, end, hour)
            if (
                bound
                or scan.before(place, "hour_before", *(() if framed.ends_span(scan, place) else ("clock_before",)))
                or framed.closes(scan, match.start(), hour)
                or framed.both(scan, match.start(), end)
            ):
                span = Quantity(Decimal(hour), Decimal(hour), HOURS, bound or Bound.EXACT)
                yield replace(made, readings=(*made.readings, span))
        elif after or beside or scan.before(place, "hour_before") or offset:
            yield made
            if opened and not (minute or after or beside):
                yield from framed.high(scan, match.end(), hour)


def _offset(scan: Scan, hour: int, minute: int, start: int, end: int) -> tuple[int, int, int, int, bool]:
    """An hour with the minutes that a word beside it adds or takes, and the stretch with that word.

    सवा 5 बजे, half past seven, halb acht (half an hour before eight), las ocho menos cuarto; True where that word alone
    makes the number an hour.
    """
    place = scan.before_gap(start)
    told_minutes, first, last = hour * 60 + minute, start, end
    after = scan.longest(scan.after_gap(end), "minutes", "half_past") or _half_of_day(scan, start, end)
    after = after if not minute else None
    sure = False
    if after and not _counts(scan, scan.after_gap(after.end), 0):
        told_minutes, last = told_minutes + int(after.value or 30), after.end
    else:
        after = None
        for word in scan.before(place, *MODIFIERS, "minutes"):
            told_minutes += int(MODIFIERS[word.category] * 60) if word.category in MODIFIERS else int(word.value)
            first, sure = word.start, word.category == "minutes"
            break
    if not hour or (first == start and not after):
        return hour, minute, start, end, False
    if told_minutes < 60:  # half an hour before one
        told_minutes += NOON * 60
    return told_minutes // 60, told_minutes % 60, first, last, sure


def _half_of_day(scan: Scan, start: int, end: int) -> Match | None:
    """The half behind a number, where the half of the day or the word before the number says that this is an hour."""
    more = scan.longest(scan.after_gap(end), "half_more")
    told_of = more and (scan.at(scan.after_gap(more.end), *HALVES) or scan.before_any(start, "hour_before"))
    return more if told_of else None


def _minutes(scan: Scan, end: int, *, marked: bool = False) -> tuple[int, int]:
    """The minutes after an hour's marker, and where they end; `marked` for those that have a mark of their own."""
    position = scan.after_gap(end + scan.text.startswith(":", end))  # 2h:30
    half = scan.longest(position, "half_past")
    if half:
        return 30, half.end
    linker = scan.longest(position, "linker", "and", "parts_linker")
    for place in dict.fromkeys((position, scan.after_gap(linker.end) if linker else position)):
        ahead = scan.longest(place, "unit") if scan.lexicon.unit_first else None
        named = _FEW.match(scan.text, scan.after_gap(ahead.end)) if ahead and ahead.value == MINUTES else None
        if named and int(named.group(1)) < 60:
            return int(named.group(1)), named.end()  # saa 4 na dakika 8
        match = _FEW.match(scan.text, place)
        if match and int(match.group(1)) < 60:
            following = scan.after_gap(match.end())
            mark = scan.longest(following, "minute_after")
            if scan.at(following, "hour_after") and not doubtful(scan, following):  # 8 órától 17 óráig
                return 0, end
            if mark:
                return int(match.group(1)), mark.end
            if not marked and len(match.group(1)) == 2:
                halved = linker is not None and scan.at(scan.after_gap(match.end()), *HALVES)  # 10 ora sy 15 maraina
                if scan.text[end:place] in ("", " ", ":") or halved:
                    return int(match.group(1)), match.end()
    return 0, end


def _said_minutes(scan: Scan, end: int) -> tuple[int, int]:
    """The minutes in words behind an hour, before their mark or the half of the day: three thirty p.m., 八点五十分."""
    place = scan.after_gap(end)
    joint = scan.longest(place, "and", "linker")
    for position in (place, *((scan.after_gap(joint.end),) if joint else ())):
        number = number_at(scan, position) if scan.at(position, "number") else None
        closing = scan.longest(scan.after_gap(number.end), "minute_after", *HALVES) if number else None
        if number and closing and number.spelled and number.value in _SPOKEN:
            return int(number.value), closing.end if closing.category == "minute_after" else number.end
    return 0, end


def _word(scan: Scan) -> Iterator[Found]:
    """A spelled-out hour with the half of its day or its marker: السادسة مساءً, nine o'clock, halb acht."""
    for _, matches in scan.having("ordinal", "number") if scan.says(*_TOLD) else ():
        for match in matches:
            if match.category in ("ordinal", "number") and match.value.isdigit() and 1 <= int(match.value) <= NOON:
                made = None if in_weekday(scan, match) else _spelled(scan, match)
                if made:
                    yield replace(made, spelled=True)
                    break


def _spelled(scan: Scan, match: Match) -> Found | None:
    """The hour of the day that a number word is, where a word beside it makes it one."""
    following = scan.after_gap(match.end)
    mark = scan.longest(following, "hour_after")
    mark = mark if mark and closed(scan, mark.end) else None  # 이 시점: at this point
    joined = script(scan.text[match.start]) == "joined" and (mark is None or mark.end - mark.start == 1)
    spans = mark is not None and framed.ends_span(scan, scan.before_gap(match.start))
    opened = bool(scan.before_any(match.start, "hour_before", *(("clock_before",) if mark and not spans else ())))
    half = scan.longest(following, *HALVES)
    past = scan.longest(following, "minutes", "half_past")
    said = _said_minutes(scan, match.end)[1]
    if _counts(scan, following, max((word.end for word in (half, mark, past) if word), default=said)):
        return None
    if mark is None and scan.text[match.start] >= _EAST:
        return None
    unsure = mark is not None and (doubtful(scan, following) or joined)
    end = mark.end if mark and (joined or opened or not unsure) else match.end
    hour, minute, start, end, offset = _offset(scan, int(match.value), 0, match.start, end)
    if mark and end == mark.end:
        more, stop = _minutes(scan, end)
        minute, end = (more, stop) if stop > end and not minute else (minute, end)
    if not minute and not offset:
        minute, end = _said_minutes(scan, end)
    if joined and mark and minute:  # 七点半
        unsure = False
    made = told(scan, start, end, hour, minute, far=bool(mark or opened or offset))
    if made is None or framed.lasts(scan, made.start, made.end):
        return None
    beside = made.end > end or made.start < start
    if beside and match.value == "1" and match.category == "number" and not (mark or opened or offset):
        return None  # सुबह एक: a … in the morning
    if beside or offset or (mark and not unsure) or (opened and (mark or minute or CLOSED.match(scan.text, end))):
        return made
    return None
