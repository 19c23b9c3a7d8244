"""Years, decades and months by themselves: since 2023, 明治37年, the 1990s, 1950-53, in June."""

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.kinds.calendar import FIRST_YEAR, LAST_YEAR, WRITTEN_FROM, counted
from checker.kinds.found import Found, Taken
from checker.languages.folding import script
from checker.model import Kind, Moment, Quantity, Value
from checker.scan import Scan

_YEAR = re.compile(r"(?<!\d)(?<!\d[.,])(\d{4})(?!\d|[.,]\d)")
_SPAN = re.compile(r"(?<![\d.,/-])(\d{4})[-–](\d{2})(?![\d/-]|[.,]\d)")
_FIRST_SPAN = 1700
_SHORTEST_MONTH = 4
"""Letters of a month's name that is taken for one without a day or a year beside it; one less without capitals."""
_HAN = "\u2e80"
"""From here on, scripts in which a month's name is a number and 月."""
_NO_MONTH = frozenset({"bound_before", "bound_after", "linker", "number", "ordinal", "not_alone", "skip"})
"""Categories of a word that is no month without a day or a year beside it (sept is seven in French)."""


def find(scan: Scan, taken: Taken) -> Iterator[Found]:
    """Every year, decade or month that no other claim has taken."""
    for finder in (_decades, _regnal, _spans, _years, _months):
        for found in finder(scan):
            if taken.free(found.start, found.end):
                taken.add(found.start, found.end)
                yield found


def _decades(scan: Scan) -> Iterator[Found]:
    """1990s, les années 30, 1990年代, 90-е; the 1800s are the century before they are ten years."""
    for match in re.finditer(r"(?<![\d.,])('?)(\d{4}|\d{2})(?![\d]|[.,]\d)", scan.text):
        year = int(match.group(2))
        if year % 10:
            continue
        start, end = match.start(), match.end()
        after = scan.longest(end, "decades_after") or scan.longest(scan.after_gap(end), "decades_after")
        before = next(iter(scan.before_any(start, "decades_before")), None)
        if after is None and before is None:
            continue
        if len(match.group(2)) == 2:
            year += WRITTEN_FROM if year >= 30 else 2000
        elif not FIRST_YEAR <= year <= LAST_YEAR:
            continue
        start, end = before.start if before else start, after.end if after else end
        decade = Moment(year=year, decade=True)
        if year % 100:
            yield Found(start, end, Kind.DATE, (decade,))
            continue
        number = Decimal(year // 100 + 1)
        century = Quantity(number, number, "century")
        if year < WRITTEN_FROM:
            yield Found(start, end, Kind.ORDINAL, (century, decade))
        else:
            yield Found(start, end, Kind.DATE, (decade, century))


def _spans(scan: Scan) -> Iterator[Found]:
    """Spans of years whose end leaves out its century: 1950-53."""
    for match in _SPAN.finditer(scan.text):
        first, last = int(match.group(1)), int(match.group(2))
        if not _FIRST_SPAN <= first <= LAST_YEAR or first % 100 >= last:
            continue
        for year, place in ((first, 1), (first - first % 100 + last, 2)):
            number = Decimal(year)
            yield Found(*match.span(place), Kind.DATE, (Moment(year=year), Quantity(number, number)))


def _months(scan: Scan) -> Iterator[Found]:
    """Months alone: in June, 6月に; not words that mean something else as often (`not_alone` in the data)."""
    for start, matches in sorted(scan.starts.items()):
        month = next((match for match in matches if match.category == "month"), None)
        if month is None or any(match.end > month.end for match in matches if match.category not in ("per", "unit")):
            continue
        if any(match.end == month.end for match in matches if match.category in _NO_MONTH):
            continue
        text = scan.text[month.start : month.end]
        numbered = text[0].isdigit()
        if start and numbered and scan.text[start - 1].isdigit():
            continue
        shortest = _SHORTEST_MONTH if text[0] != text[0].upper() else _SHORTEST_MONTH - 1
        if not numbered and script(text[0]) == "spaced" and len(text) < shortest:
            continue
        if script(text[0]) == "joined" and text[0] < _HAN and len(text) < _SHORTEST_MONTH:
            continue
        if (
            script(text[0]) == "joined"
            and start
            and script(scan.text[start - 1]) == "joined"
            and scan.before(start, "number")
        ):
            continue
        yield Found(month.start, month.end, Kind.DATE, (Moment(month=int(month.value)),))


def _years(scan: Scan) -> Iterator[Found]:
    """Years that the text marks as such: since 2023, 2023 году, (1904), พ.ศ. 2447, 2019–2023."""
    for match in _YEAR.finditer(scan.text):
        start, end = match.start(), match.end()
        era = next(iter(scan.before_any(_era_point(scan, start), "era_offset")), None) or scan.longest(
            scan.after_gap(end), "era_offset"
        )
        after = scan.longest(scan.after_gap(end), "year_after")
        other = scan.longest(scan.after_gap(end), "unit", "scale", "percent", "currency", "counter")
        if other and not era and (after is None or other.end > after.end):
            continue
        year = counted(scan, int(match.group(1)), int(era.value) if era else 0)
        if not FIRST_YEAR <= year <= LAST_YEAR:
            continue
        marked = after is not None
        before = scan.before_any(start, "year_before")
        enclosed = start > 0 and scan.text[start - 1] in "(（" and end < len(scan.text) and scan.text[end] in ")）–-,;"
        if not (era or marked or before or enclosed):
            continue
        stop = after.end if after and marked else end
        if era:
            start, stop = min(start, era.start), max(stop, era.end)
        readings: tuple[Value, ...] = (Moment(year=year),)
        if not era:
            readings = (*readings, Quantity(low=Decimal(year), high=Decimal(year)))
        yield Found(start, stop, Kind.DATE, readings)


def _regnal(scan: Scan) -> Iterator[Found]:
    """Years of an era with one or two digits: 明治37年."""
    for match in re.finditer(r"(?<!\d)\d{1,2}(?!\d)", scan.text):
        era = next(iter(scan.before_any(match.start(), "era_offset")), None)
        after = scan.longest(scan.after_gap(match.end()), "year_after")
        if era and after:
            yield Found(era.start, after.end, Kind.DATE, (Moment(year=int(match.group()) + int(era.value)),))


def _era_point(scan: Scan, start: int) -> int:
    """An era's abbreviation may end in a point: พ.ศ. 2447."""
    cut = start
    while cut > 0 and scan.text[cut - 1] in " .":
        cut -= 1
    return cut if scan.before(cut, "era_offset") else start
