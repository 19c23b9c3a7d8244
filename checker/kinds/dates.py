"""Dates: with a month's name, with markers (2024年11月7日), in digits."""

import re
from collections.abc import Iterator
from datetime import date

from checker.kinds.calendar import FIRST_YEAR, LAST_YEAR, WRITTEN_FROM, counted
from checker.kinds.found import Found, Taken
from checker.model import Kind, Label, Moment, Value
from checker.scan import Scan

_NUMERIC = re.compile(r"(?<![\d.,/-])(\d{1,4})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d{1,2})(?![\d/]|[.,-]\d)")
_DAY_AND_YEAR = re.compile(r"(\d{1,2})(?:,)(?=\d{4}(?!\d))")
_DAY = re.compile(r"(?<!\d)(?<!\d[.,:])(\d{1,2})(?![\d:]|[.,]\d)")
_LOW_END = re.compile(r"(\d{1,3})[-–]$")
_BESIDE_DIGITS = re.compile(r"\d")
_BETWEEN = re.compile(r"[ ,،.\-'°ºª]*")


def find(scan: Scan, taken: Taken) -> Iterator[Found]:
    """Every date of a text that no other claim has taken, the surest first."""
    for finder in (_numeric, _named):
        for found in finder(scan):
            if taken.free(found.start, found.end):
                taken.add(found.start, found.end)
                yield found


def _moment(year: int | None, month: int | None, day: int | None, weekday: int | None = None) -> Moment | None:
    """A moment, or None for a date that no calendar has."""
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None:
        try:
            date(year or 2000, month or 1, day)
        except ValueError:
            return None
    return Moment(year=year, month=month, day=day, weekday=weekday)


def _numeric(scan: Scan) -> Iterator[Found]:
    for match in _NUMERIC.finditer(scan.text):
        first, mark, second, third = match.groups()
        readings: list[Value] = []
        if len(first) == 4:
            orders = [(first, second, third)]
        elif len(first) <= 2 and (len(third) == 4 or (mark != "-" and len(third) == 2)):
            dmy, mdy = (third, second, first), (third, first, second)
            orders = [mdy, dmy] if scan.lexicon.date_order == "mdy" else [dmy, mdy]
        else:
            continue
        for year, month, day in orders:
            moment = _moment(_full_year(year), int(month), int(day))
            if moment is not None and moment not in readings:
                readings.append(moment)
        if readings and mark == "." and len(third) == 2:  # 07.11.24, or the version 7.11.24
            name = match.group()
            readings.append(Label(name, "", name))
        if readings:
            era = scan.longest(scan.after_gap(match.end()), "era_offset")
            if era and isinstance(readings[0], Moment) and readings[0].year:
                shifted = _moment(readings[0].year + int(era.value), readings[0].month, readings[0].day)
                readings = [shifted or readings[0]]
            yield Found(match.start(), match.end(), Kind.DATE, tuple(readings))


def _full_year(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else year + WRITTEN_FROM + (100 if year < 50 else 0)


def _named(scan: Scan) -> Iterator[Found]:
    """Dates around the name of a month (or 11月): 7 November 2024, May 5, Mayo 2023, 2024年11月7日."""
    for matches in list(scan.starts.values()):
        month = next((match for match in matches if match.category == "month"), None)
        if month is None:
            continue
        start, end, day, year = month.start, month.end, None, None
        numbered = scan.text[start].isdigit()  # 11月: the day follows
        if any(match.category == "number" and match.end == end for match in matches) and not _BESIDE_DIGITS.search(
            scan.text, max(0, start - 5), end + 5
        ):
            continue  # dix-sept
        before = None if numbered else _day_before(scan, start)
        if before:
            start, day = before
        else:
            found = _year_before(scan, start)
            if found:
                start, year = found
        if day is None:
            after = _day_after(scan, end)
            if after:
                end, day = after
        if year is None:
            following = _year_after(scan, end)
            if following:
                end, year = following
            elif before and any(match.start < start for match in scan.before(_skip_back(scan, start), "year_after")):
                start, year = _year_before(scan, start) or (start, None)  # 2024. gada 7. novembris
        if day is None and year is None:
            continue
        moment = _moment(year, int(month.value), day)
        if moment is None:
            continue
        earlier = _earlier_day(scan, start, moment) if before else None
        if earlier:
            yield earlier
        yield Found(start, end, Kind.DATE, (moment,))
        later = _later_day(scan, end, moment)
        if later:
            yield later


def _earlier_day(scan: Scan, start: int, moment: Moment) -> Found | None:
    """The first day of a span of days: the 3 of 3–5 May."""
    for connector in scan.before_any(start, "between"):
        found = _day_ending(scan, scan.before_gap(connector.start))
        if found and moment.day and found[1] < moment.day:
            first = Moment(year=moment.year, month=moment.month, day=found[1])
            return Found(found[0], _skip_back(scan, connector.start), Kind.DATE, (first,))
    return None


def _later_day(scan: Scan, end: int, moment: Moment) -> Found | None:
    """The last day of a span of days whose month is said before: the 10 of 8月4日至10日."""
    for position in dict.fromkeys((end, scan.after_gap(end))):
        connector = scan.longest(position, "between")
        place = scan.after_gap(connector.end) if connector else None
        match = _DAY.match(scan.text, place) if place is not None else None
        mark = scan.longest(scan.after_gap(match.end()), "day_after") if match else None
        if match and mark and moment.day and moment.day < int(match.group(1)) <= 31:
            last = _moment(moment.year, moment.month, int(match.group(1)))
            return Found(match.start(), mark.end, Kind.DATE, (last,)) if last else None
    return None


def _skip_back(scan: Scan, end: int) -> int:
    while end > 0 and scan.text[end - 1] in " .-":
        end -= 1
    return end


def _day_before(scan: Scan, month_start: int) -> tuple[int, int] | None:
    """A day that stands before its month: where it begins, and the day."""
    end = month_start
    for linked in (False, True):
        found = _day_ending(scan, end, linked=linked)
        if found:
            return found
        linker = next(iter(scan.before_any(end, "linkers", "linker")), None)
        if linker is None:
            return None
        end = linker.start
    return None


def _day_ending(scan: Scan, end: int, *, linked: bool = False) -> tuple[int, int] | None:
    """A day of the month that ends at a place, with its mark (3., 3-го, 1er, 1°); `linked`: a linker follows it."""
    text = scan.text
    cut = end
    while cut > 0 and text[cut - 1] in " .,،-°ºª'":
        cut -= 1
    for mark in [*scan.before(cut, "ordinal_marks_after", "day_after"), None]:
        stop = cut if mark is None else mark.start
        while stop > 0 and text[stop - 1] in " -":
            stop -= 1
        begin = stop
        while begin > 0 and text[begin - 1].isdigit() and stop - begin < 3:
            begin -= 1
        if 1 <= stop - begin <= 2 and 1 <= int(text[begin:stop]) <= 31:
            if begin > 1 and text[begin - 1] in ".,:" and text[begin - 2].isdigit():
                continue
            if _falls(text, begin, int(text[begin:stop])):
                continue
            for marker in scan.before_any(begin, "day_before", "ordinal_marks_before"):
                return marker.start, int(text[begin:stop])
            return begin, int(text[begin:stop])
    for match in scan.before(cut, "ordinal", "number"):
        sure = match.category == "ordinal" or linked or match.value not in ("1", "2")
        if match.value.isdigit() and 1 <= int(match.value) <= 31 and sure:
            return match.start, int(match.value)
    return None


def _falls(text: str, begin: int, day: int) -> bool:
    """Whether a day is the end of something that is no span of days: the result of a match, 4-1 in February."""
    span = _LOW_END.search(text, max(0, begin - 4), begin)
    return span is not None and int(span.group(1)) >= day


def _day_after(scan: Scan, end: int) -> tuple[int, int] | None:
    """A day that stands after its month: where it ends, and the day."""
    position = _skip(scan, end, "linkers", "day_before", "ordinal_marks_before")
    match = _DAY_AND_YEAR.match(scan.text, position) or _DAY.match(scan.text, position)
    if not match:
        return _spelled_day(scan, position)
    if not 1 <= int(match.group(1)) <= 31:
        return None
    stop = match.end(1)
    mark = scan.longest(stop, "day_after", "ordinal_marks_after") or scan.longest(scan.after_gap(stop), "day_after")
    if mark:
        return mark.end, int(match.group(1))
    if scan.at(scan.after_gap(stop), "percent", "scale", "currency", "unit", "hour_after", "month", "am", "pm"):
        return None
    return stop, int(match.group(1))


def _spelled_day(scan: Scan, position: int) -> tuple[int, int] | None:
    """A day in words, with the mark that makes it one: 三十日."""
    number = scan.longest(position, "number")
    mark = scan.longest(scan.after_gap(number.end), "day_after") if number else None
    if number is None or mark is None or not number.value.isdigit() or not 1 <= int(number.value) <= 31:
        return None
    return mark.end, int(number.value)


def _skip(scan: Scan, position: int, *categories: str) -> int:
    """Over points, commas, spaces and words of these categories."""
    for _ in range(3):
        gap = _BETWEEN.match(scan.text, position)
        position = gap.end() if gap else position
        word = scan.longest(position, *categories)
        if word is None or word.end == position:
            return position
        position = word.end
    return position


def _year_after(scan: Scan, end: int) -> tuple[int, int] | None:
    """A year that stands after a month or a day: where it ends, and the year."""
    position = _skip(scan, end, "linkers", "linker", "year_before", "era_offset")
    offset = next((int(era.value) for era in scan.within(end, position, "era_offset")), 0)
    said = re.compile(r"\d{4}(?!\d)").match(scan.text, position)
    offset = offset or (counted(scan, int(said.group()), 0) - int(said.group()) if said else 0)
    match = re.compile(r"(\d{4})(?!\d|[.,]\d)").match(scan.text, position)
    if match is None or not FIRST_YEAR <= int(match.group(1)) + offset <= LAST_YEAR:
        return None
    stop = match.end()
    if scan.longest(scan.after_gap(stop), "scale", "percent", "currency"):
        return None
    mark = scan.longest(scan.after_gap(stop), "year_after")
    year = int(match.group(1)) + offset
    if not offset and year > LAST_YEAR:
        return None
    return (mark.end if mark else stop), year


def _year_before(scan: Scan, start: int) -> tuple[int, int] | None:
    """A year that stands before its month (2024年11月, 2024. november)."""
    cut = start
    while cut > 0 and scan.text[cut - 1] in " .,،-":
        cut -= 1
    mark = next(iter(scan.before(cut, "year_after")), None)
    linker = None if mark else next(iter(scan.before(cut, "linkers")), None)
    stop = (mark or linker).start if (mark or linker) else cut  # type: ignore[union-attr]
    while stop > 0 and scan.text[stop - 1] in " .,،":
        stop -= 1
    begin = stop
    while begin > 0 and scan.text[begin - 1].isdigit() and stop - begin < 5:
        begin -= 1
    if stop - begin == 4 and FIRST_YEAR <= int(scan.text[begin:stop]) <= LAST_YEAR:
        return begin, int(scan.text[begin:stop])
    return None
