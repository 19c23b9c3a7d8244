"""Days of the month: before and after their month's name, in spans and in lists (18 and 19 June)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from checker.kinds.found import Found
from checker.kinds.times.calendar import moment
from checker.kinds.times.clock import HOURS, NOON
from checker.languages.folding import script
from checker.languages.lexicon import Match
from checker.model import Kind, Moment
from checker.scan import Scan

_DAY_AND_YEAR = re.compile(r"(\d{1,2})(?:,)(?=\d{4}(?!\d))")
DAY = re.compile(r"(?<!\d)(?<!\d[.,:])(\d{1,2})(?![\d:]|[.,]\d)")
_DASHED = re.compile(r" ?[-–—~] ?(\d{1,2})(?!\d|[.,/-]\d)")
_LAST_DAY = 31
_MOST_DAYS = 4
"""Days in a list before or after the one that names their month."""
_SIGNS = ("$", "€", "£", "-", "–")
"""What makes a number before a list of days none of them."""
_COUNTED = ("percent", "scale", "currency", "unit", "hour_after", "month", "am", "pm", "night", "noon")
"""What makes a number no day."""
_TIME = re.compile(r"\d{1,2}:\d\d(?!\d)")
_SCORE = re.compile(r"[-–](\d{1,2})(?!\d)")
_LOW_END = re.compile(r"(\d{1,3})[-–]$")
_BETWEEN = re.compile(r"[ ,،./\-'°ºª]*")


def earlier_days(scan: Scan, start: int, said: Moment) -> Iterator[Found]:
    """The days before a date that leave out its month: the 3 of 3–5 May, the 18 of "18 and 19 June"."""
    last = said.day or 0
    for listed in range(_MOST_DAYS):
        stop = _before_connector(scan, start, comma=listed > 0)
        found = _day_ending(scan, scan.before_gap(stop)) if stop is not None else None
        if stop is None or found is None or found[1] >= last or scan.text[found[0] - 1 : found[0]] in _SIGNS:
            return
        start, last = found
        yield Found(start, skip_back(scan, stop), Kind.DATE, (replace(said, day=last),))


def eve(scan: Scan, start: int, said: Moment) -> Iterator[Found]:
    """The day before a date, which a word of its own joins to it: w nocy z 14 na 15 maja, перенос с 14 на 15 мая.

    Such a word joins a day to the next one alone, whatever is said of them: a night, or what was put off.
    """
    for connector in scan.before_any(start, "next_day"):
        found = _day_ending(scan, scan.before_gap(connector.start))
        if found and found[1] + 1 == said.day:
            yield Found(found[0], skip_back(scan, connector.start), Kind.DATE, (replace(said, day=found[1]),))
            return


def _before_connector(scan: Scan, start: int, *, comma: bool) -> int | None:
    """Where what stands before a connector (to, and, perhaps a comma) ends; None where there is no connector."""
    for connector in scan.before_any(start, "between", "and", "pair_between"):
        return connector.start
    cut = scan.before_gap(start)
    return cut - 1 if comma and cut and scan.text[cut - 1] in ",،、" else None


def later_days(scan: Scan, end: int, said: Moment) -> list[tuple[int, int, Moment]]:
    """The days after a date that leave out its month: the 10 of 8月4日至10日, the 5 of "May 3–5, 2024".

    Where each begins and ends, and the date.
    """
    days: list[tuple[int, int, Moment]] = []
    while len(days) < _MOST_DAYS:
        places = dict.fromkeys((end, scan.after_gap(end)))
        later = next(filter(None, (_later_day(scan, place, said) for place in places)), None)
        if later is None:
            break
        days.append(later)
        _, end, said = later
    return days


def _later_day(scan: Scan, position: int, said: Moment) -> tuple[int, int, Moment] | None:
    """A day that follows its connector: with a mark of its own, or after a dash and before nothing that it counts."""
    connector = scan.longest(position, "between", "and", "pair_between", "linker")
    match = _DASHED.match(scan.text, position)
    place = scan.after_gap(connector.end) if connector else match.start(1) if match else None
    day = DAY.match(scan.text, place) if place is not None else None
    if day is None or place is None or not (said.day or 0) < int(day.group(1)) <= _LAST_DAY:
        return None
    beyond = scan.after_gap(day.end())
    mark = scan.longest(beyond, "day_after")
    bare = match is not None and not scan.at(beyond, *_COUNTED)
    last = moment(said.year, said.month, int(day.group(1))) if mark or bare else None
    return (place, mark.end if mark else day.end(), last) if last else None


def skip_back(scan: Scan, end: int) -> int:
    while end > 0 and scan.text[end - 1] in " .,-/":
        end -= 1
    return end


def day_before(scan: Scan, month_start: int) -> tuple[int, int] | None:
    """A day that stands before its month: where it begins, and the day."""
    end = month_start
    for linked in (False, True):
        found = _day_ending(scan, end, linked=linked)
        if found:
            return found
        linker = next(iter(scan.before_any(end, "linkers")), None)
        if linker is None:
            return None
        end = linker.start
    return None


def _day_ending(scan: Scan, end: int, *, linked: bool = False) -> tuple[int, int] | None:
    """A day of the month that ends at a place, with its mark (3., 3-го, 1er, 1°); `linked`: a linker follows it."""
    text = scan.text
    cut = end
    while cut > 0 and text[cut - 1] in " .,،-/°ºª'":
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
            if _falls(text, begin, int(text[begin:stop])) or _hangs(scan, begin):
                continue
            for marker in scan.before_any(begin, "day_before", "ordinal_marks_before"):
                return marker.start, int(text[begin:stop])
            return begin, int(text[begin:stop])
    common = {word.start for word in scan.before(cut, "counted")}
    for match in scan.before(cut, "ordinal", "number"):
        sure = match.category == "ordinal" or linked or (match.value not in ("1", "2") and match.start not in common)
        if match.value.isdigit() and 1 <= int(match.value) <= _LAST_DAY and sure and not _ends_year(scan, match.start):
            return match.start, int(match.value)
    return None


def _ends_year(scan: Scan, start: int) -> bool:
    """Whether a number word is the end of a year in words before its month: two thousand and nine, in June."""
    return any(
        Decimal(number.value) > _LAST_DAY
        for joint in scan.before_any(start, "and")
        for number in scan.before(scan.before_gap(joint.start), "number", "scale")
    )


def _falls(text: str, begin: int, day: int) -> bool:
    """Whether a day is the end of something that is no span of days: the result of a match, 4-1 in February."""
    span = _LOW_END.search(text, max(0, begin - 4), begin)
    return span is not None and int(span.group(1)) >= day


def _hangs(scan: Scan, begin: int) -> bool:
    """Whether a hyphen ties a number to a name in capitals: COVID-19 may."""
    text = scan.text
    if begin < 3 or text[begin - 1] != "-" or not text[begin - 3 : begin - 1].isalpha():
        return False
    first, last = scan.folded.span(begin - 3, begin - 1)
    return scan.folded.original[first:last].isupper()


def day_after(scan: Scan, end: int) -> tuple[int, int] | None:
    """A day that stands after its month: where it ends, and the day."""
    position = skip(scan, end, "linkers", "day_before", "ordinal_marks_before")
    match = _DAY_AND_YEAR.match(scan.text, position) or DAY.match(scan.text, position)
    if not match:
        return _spelled_day(scan, position)
    if not 1 <= int(match.group(1)) <= 31:
        return None
    stop = match.end(1)
    mark = scan.longest(stop, "day_after", "ordinal_marks_after") or scan.longest(scan.after_gap(stop), "day_after")
    if mark:
        return mark.end, int(match.group(1))
    hour = int(match.group(1)) <= NOON
    following = scan.at(scan.after_gap(stop), *_COUNTED, "counter")
    counted = any(hour or word.category != "am" for word in following)
    if counted and not any(opens_time(scan, word) for word in following):
        return None
    score = _SCORE.match(scan.text, stop)
    if score and int(score.group(1)) <= int(match.group(1)):
        return None  # February's 4-1 win
    if stop < len(scan.text) and script(scan.text[stop]) in ("joined", "hangul"):
        return None  # 6月27例
    return stop, int(match.group(1))


def opens_time(scan: Scan, word: Match) -> bool:
    """Whether a word for hours rather begins the time of day behind it: ཚེས་30 ཆུ་ཚོད་ 12:00."""
    return word.value == HOURS and bool(_TIME.match(scan.text, scan.after_gap(word.end)))


def _spelled_day(scan: Scan, position: int) -> tuple[int, int] | None:
    """A day in words, with the mark that makes it one: 三十日."""
    number = scan.longest(position, "number")
    mark = scan.longest(scan.after_gap(number.end), "day_after") if number else None
    if number is None or mark is None or not number.value.isdigit() or not 1 <= int(number.value) <= 31:
        return None
    return mark.end, int(number.value)


def skip(scan: Scan, position: int, *categories: str) -> int:
    """Over points, commas, spaces and words of these categories."""
    for _ in range(3):
        gap = _BETWEEN.match(scan.text, position)
        position = gap.end() if gap else position
        word = scan.longest(position, *categories)
        if word is None or word.end == position:
            return position
        position = word.end
    return position
