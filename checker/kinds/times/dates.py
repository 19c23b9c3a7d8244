"""Dates with a month's name or with markers (2024年11月7日), spans of days, and the weekdays beside dates."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from checker.kinds.found import Found, Taken
from checker.kinds.naming import original
from checker.kinds.times import numeric
from checker.kinds.times.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    counted,
    moment,
    over_point,
    spelled_year,
    weekday_after,
    weekday_before,
)
from checker.kinds.times.days import DAY, day_after, day_before, earlier_days, eve, later_days, skip, skip_back
from checker.languages.folding import is_letter, script
from checker.languages.lexicon import Match
from checker.model import Kind, Moment, Value
from checker.numbers import number_at
from checker.scan import Scan

_LITTLE = frozenset(
    {"year_before", "opening", "pair_opening", "linkers", "linker", "bound_before", "skip", "decades_after"}
)
"""Categories of phrases that no month's abbreviation begins."""
_RECENT = 1700
"""Before this year, four digits behind a date and a comma, with a word behind them, are more often a number."""
_LONGEST_YEAR, _ROUND = 60, 100
"""Code points of a year in words, and what so many years are a round number of."""
_WRITTEN_ON = re.compile(r"(?!(?:19|20)\d\d(?!\d))\d")
"""A digit right behind a month's name that begins no year."""
_NON_JOINER = "\u200c"
"""Parts the members of a compound in Arabic script."""
_YEAR = "year"
_JOINTS = ("and", "between", "pair_between")
"""Categories of what stands between two months of one year."""


def find(scan: Scan, taken: Taken) -> Iterator[Found]:
    """Every date of a text that no other claim has taken, the surest first."""
    for finder in (numeric.find, _named, _sharing_mark):
        for found in finder(scan):
            if taken.free(found.start, found.end):
                dated = _with_weekday(scan, taken, found)
                taken.add(dated.start, dated.end)
                yield dated


def _with_weekday(scan: Scan, taken: Taken, found: Found) -> Found:
    """A date with the weekday that stands beside it; only a day of the month has one."""
    first = found.readings[0]
    if not isinstance(first, Moment) or first.day is None:
        return found
    start, end = found.start, found.end
    before = weekday_before(scan, start)
    after = None if before else weekday_after(scan, end)
    if before:
        start, weekday = before
    elif after:
        end, weekday = after
    else:
        return found
    if not taken.free(start, found.start) or not taken.free(found.end, end):
        return found
    readings: tuple[Value, ...] = tuple(
        replace(value, weekday=weekday) if isinstance(value, Moment) else value for value in found.readings
    )
    return replace(found, start=start, end=end, readings=readings)


def _months(scan: Scan) -> Iterator[Match]:
    """The names of months, and numbers with a month's mark (10-р сарын)."""
    last = 0
    for start, matches in scan.having("month"):
        month = next(match for match in matches if match.category == "month")
        if scan.at(scan.after_gap(month.end), "centuries_after"):
            continue
        if any(match.end > month.end and match.category in _LITTLE for match in matches):
            continue  # des de 2015
        if scan.text[month.end : month.end + 1] == "-" and original(scan, month.end, month.end + 1) == _NON_JOINER:
            continue  # a part of a longer word: در ۲۰۲۷ می‌رسیم
        if _WRITTEN_ON.match(scan.text, month.end) and scan.text[month.end - 1].isascii():
            continue  # SEPT9, but 29 September2018, نومبر6
        if any(match.category == "number" and match.end == month.end for match in matches) and not re.search(
            r"\d", scan.text[max(0, start - 5) : month.end + 5]
        ):
            continue  # dix-sept
        if month.end > last:  # not the نوفمبر of تشرين الثاني/نوفمبر
            last = month.end
            yield month
    for match in scan.numbered(DAY, 2) if scan.says("month_after") else ():
        mark = scan.longest(match.end(), "month_after") or scan.longest(scan.after_gap(match.end()), "month_after")
        if mark and 1 <= int(match.group(1)) <= 12 and not scan.at(match.start(), "month"):
            yield Match(match.start(), mark.end, "month", match.group(1).lstrip("0"))


def _named(scan: Scan) -> Iterator[Found]:
    """Dates around the name of a month (or 11月): 7 November 2024, May 5, Mayo 2023, 2024年11月7日."""
    reached = 0
    for month in _months(scan):
        start, end, day, year = month.start, month.end, None, None
        numbered = scan.text[start].isdigit()  # 11月: the day follows
        before = None if numbered else day_before(scan, start)
        if before and before[0] < reached:
            before = None
        if before:
            start, day = before
        else:
            found = _year_before(scan, start)
            if found:
                start, year = found
        if day is None:
            after = day_after(scan, end)
            if after:
                end, day = after
        if year is None:
            following = None if _cased(scan, month) else _year_after(scan, end)
            if following:
                end, year = following
            elif before and any(match.start < start for match in scan.before(skip_back(scan, start), "year_after")):
                start, year = _year_before(scan, start) or (start, None)  # 2024. gada 7. novembris
        if day is None and year is None:
            year = _shared_year(scan, month)
            if year is None:
                continue
        said = moment(year, int(month.value), day)
        if said is None:
            continue
        later = later_days(scan, end, said) if said.day else []
        following = _year_after(scan, later[-1][1]) if later and year is None else None
        if following:
            said = replace(said, year=following[1])
            later[-1] = (later[-1][0], following[0], later[-1][2])
        if before:
            yield from earlier_days(scan, start, said)
            yield from eve(scan, start, said)
        reached = end
        yield Found(start, end, Kind.DATE, (said,))
        for first, last, other in later:
            yield Found(first, last, Kind.DATE, (replace(other, year=said.year),))


def _sharing_mark(scan: Scan) -> Iterator[Found]:
    """Spans of months whose mark stands behind the later one only: 7～9月, 2023年7～9月."""
    for match in scan.numbered(DAY, 2) if scan.says("month") else ():
        joint = next(iter(scan.at(match.end(), "between")), None)
        later = scan.longest(joint.end, "month") if joint else None
        if later is None or not scan.text[later.start].isdigit() or scan.at(match.start(), "month"):
            continue
        first = int(match.group(1))
        if not 0 < first < int(later.value):
            continue
        before = _year_before(scan, match.start())
        start, year = before or (match.start(), None)
        yield Found(start, match.end(), Kind.DATE, (Moment(year=year, month=first),))
        if year:
            yield Found(later.start, later.end, Kind.DATE, (Moment(year=year, month=int(later.value)),))


def _cased(scan: Scan, month: Match) -> bool:
    """Whether a month's name has the ending of a case, behind which no year stands: 17 Haziran'da 1200 ev."""
    names = [match.end for match in scan.at(month.start, "month") if match.end < month.end]
    return any(scan.text.startswith("'", end) for end in names)


def _shared_year(scan: Scan, month: Match) -> int | None:
    """The year of a month that another month beside it has: October and November 1918, 1918ko urrian eta azaroan."""
    for joint in scan.at(scan.after_gap(month.end), *_JOINTS):
        other = scan.longest(scan.after_gap(joint.end), "month")
        year = _year_after(scan, other.end) if other and int(other.value) > int(month.value) else None
        if year:
            return year[1]
    for joint in scan.before_any(month.start, *_JOINTS):
        for other in scan.before(scan.before_gap(joint.start), "month"):
            before = _year_before(scan, other.start) if int(other.value) < int(month.value) else None
            if before:
                return before[1]
    return None


def _year_after(scan: Scan, end: int) -> tuple[int, int] | None:
    """A year that stands after a month or a day: where it ends, and the year."""
    position = skip(scan, end, "linkers", "linker", "year_before", "era_offset", "weekday")
    if any(not _joins(scan, word) for word in scan.within(end, position, "year_before")):
        return None
    offset = next((int(era.value) for era in scan.within(end, position, "era_offset")), 0)
    said = re.compile(r"\d{4}(?!\d)").match(scan.text, position)
    offset = offset or (counted(scan, int(said.group()), 0) - int(said.group()) if said else 0)
    match = re.compile(r"(\d{4})(?!\d|\.\d|,\d{4})").match(scan.text, position)
    if match is None or not FIRST_YEAR <= int(match.group(1)) + offset <= LAST_YEAR:
        return None
    stop = match.end()
    mark = scan.longest(over_point(scan, stop), "year_after")
    if scan.longest(scan.after_gap(stop), "scale", "percent", "currency"):
        return None
    year = int(match.group(1)) + offset
    if not mark and not offset and _counts(scan, end, stop, year):
        return None
    if not offset and year > LAST_YEAR:
        return None
    return (mark.end if mark else stop), year


def _joins(scan: Scan, word: Match) -> bool:
    """Whether a word before a year makes it a month's: June of 1871, not the hottest June since 1871."""
    linked = any(each.end == word.end for each in scan.at(word.start, "linker", "linkers"))
    return linked or any(unit.value == _YEAR for unit in scan.within(word.start, word.end, "unit"))


def _counts(scan: Scan, end: int, stop: int, year: int) -> bool:
    """Whether four digits behind a date and a comma count what follows: on 17 June, 1200 houses; 17日，1200栋."""
    text = scan.text
    if "," not in text[end:stop] or not text[stop : stop + 2].strip():
        return False
    if script(text[stop]) in ("joined", "hangul"):
        return bool(scan.at(stop, "counter", "unit"))
    return year < _RECENT and text[stop] == " " and is_letter(text[stop + 1])


def _year_before(scan: Scan, start: int) -> tuple[int, int] | None:
    """A year that stands before its month (2024年11月, 2024. november)."""
    cut = start
    while cut > 0 and scan.text[cut - 1] in " .,،-":
        cut -= 1
    mark = next(iter(scan.before(cut, "year_after")), None)
    linker = None if mark else next(iter(scan.before(cut, "linkers")), None)
    stop = (mark or linker).start if (mark or linker) else cut  # type: ignore[union-attr]
    while stop > 0 and scan.text[stop - 1] in " .,،-":
        stop -= 1
    begin = stop
    while begin > 0 and scan.text[begin - 1].isdigit() and stop - begin < 5:
        begin -= 1
    if stop - begin == 4 and FIRST_YEAR <= int(scan.text[begin:stop]) <= LAST_YEAR:
        return begin, int(scan.text[begin:stop])
    return spelled_year(scan, stop) if mark else _told_year(scan, stop)


def _told_year(scan: Scan, stop: int) -> tuple[int, int] | None:
    """A year in words that ends at a place, behind a word for years: ƒe akpe eve kple asieke ƒe dzinu adelia."""
    for word in scan.within(max(0, stop - _LONGEST_YEAR), stop, "year_before"):
        begin = scan.after_gap(word.end)
        number = number_at(scan, begin) if begin < stop else None
        year = number.value if number and number.spelled and number.end == stop else Decimal(0)
        if FIRST_YEAR <= year <= LAST_YEAR and not year % 1 and year % _ROUND:
            return begin, int(year)
    return None
