"""How years are counted and how far they reach, and what is a date of the calendar."""

import re
from datetime import date

from checker.languages.folding import script
from checker.letters import goes_on
from checker.model import Moment
from checker.numbers import number_at
from checker.scan import Scan

FIRST_YEAR, LAST_YEAR = 1000, 2150
WRITTEN_FROM = 1900
"""Two digits are taken for a year of the last hundred years that end in this century."""
_LONGEST_YEAR = 8
"""Characters of a year in words."""
_ROUND = 100
_LEAP = 2000
"""Stands for a year that is not said, so that the 29th of February is a day."""
_BESIDE = re.compile(r"[ ,،.()（）-]*")


def counted(scan: Scan, year: int, offset: int) -> int:
    """A year in the common era: with what the text says of its era, or what the language leaves unsaid."""
    calendar = scan.lexicon.calendar
    if not offset and calendar and calendar[0] <= year <= calendar[1]:
        offset = calendar[2]
    return year + offset


def over_point(scan: Scan, end: int) -> int:
    """Where the next word begins after a number whose point does not end its sentence: 1987. godine."""
    position = scan.after_gap(end)
    if position == end and scan.text.startswith(". ", end) and end + 2 < len(scan.text):
        first, _ = scan.folded.span(end + 2, end + 3)
        if goes_on(scan.folded.original[first]):
            return end + 2
    return position


def moment(year: int | None, month: int | None, day: int | None) -> Moment | None:
    """A moment, or None for a date that no calendar has."""
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None:
        try:
            date(year if year is not None and year > 0 else _LEAP, month or 1, day)
        except ValueError:
            return None
    return Moment(year=year, month=month, day=day)


def spelled_year(scan: Scan, end: int) -> tuple[int, int] | None:
    """A year in words where words are written together (二〇一八, 千九百四十五): where it begins, and the year.

    A round number of years is none: 二千年.
    """
    begin = end
    while begin > 0 and end - begin < _LONGEST_YEAR and scan.at(begin - 1, "number", "scale"):
        begin -= 1
    if begin == end or script(scan.text[end - 1]) == "spaced" or scan.text[begin].isdigit():
        return None
    number = number_at(scan, begin)
    if number is None or number.end != end or number.value % 1 or not number.value % _ROUND:
        return None
    return (begin, int(number.value)) if FIRST_YEAR <= number.value <= LAST_YEAR else None


def full_year(text: str) -> int:
    """A year of four digits, or of two that leave out their century."""
    year = int(text)
    return year if len(text) == 4 else year + WRITTEN_FROM + (100 if year < 50 else 0)


def points_days(scan: Scan) -> bool:
    """Whether a language writes days and months with points (12.6.), where a decimal has a comma."""
    return scan.lexicon.decimal[0] == ","


def weekday_before(scan: Scan, start: int) -> tuple[int, int] | None:
    """The weekday that stands before a place: where it begins, and its number (1 is Monday).

    A little word of dates may stand between: Dienstag, den 14. Mai.
    """
    cut = _skip_back(scan, start)
    linker = next(iter(scan.before_any(cut, "linkers", "day_before")), None)
    places = (cut, start) if linker is None else (cut, start, _skip_back(scan, linker.start))
    for end in dict.fromkeys(places):
        for match in scan.before(end, "weekday"):
            if _sure(scan, match.start, match.end):
                return match.start, int(match.value)
    return None


def _skip_back(scan: Scan, end: int) -> int:
    while end > 0 and scan.text[end - 1] in " ,،.()（）-":
        end -= 1
    return end


def weekday_after(scan: Scan, end: int) -> tuple[int, int] | None:
    """The weekday that stands after a place: where it ends, and its number."""
    gap = _BESIDE.match(scan.text, end)
    place = gap.end() if gap else end
    match = scan.longest(place, "weekday")
    if match is None or not _sure(scan, match.start, match.end):
        return None
    bracketed = scan.text[place - 1] in _OPENING and scan.text[match.end : match.end + 1] in _CLOSING
    return match.end + bracketed, int(match.value)


_OPENING = ("(", "（", "[")
_CLOSING = (")", "）", "]")
_SHORT = 3
"""Letters of a weekday's abbreviation, which may be a little word too."""


def _sure(scan: Scan, start: int, end: int) -> bool:
    """Whether a weekday's name is surely one: its full name, or a capitalised or pointed abbreviation."""
    text = scan.text
    if end - start == 1 and text[end : end + 1] not in _CLOSING:
        return False  # (日), not the 日 of 本日
    if end - start > _SHORT or not text[start].isascii():
        return True
    first, _ = scan.folded.span(start, end)
    return scan.folded.original[first].isupper() or text[end : end + 1] in (".", ",", ")")
