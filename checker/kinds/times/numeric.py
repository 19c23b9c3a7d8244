"""Dates all in digits: 7.11.2024, 2024-11-07, 12.6., 20/07, 05/2023."""

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.kinds.found import Found
from checker.kinds.naming import original
from checker.kinds.times.calendar import FIRST_YEAR, LAST_YEAR, full_year, moment, points_days, weekday_before
from checker.letters import goes_on
from checker.model import Kind, Label, Moment, Quantity, Value
from checker.scan import Scan

_FULL = re.compile(r"(?<![\d.,/-])(\d{1,4})([./-]) ?(\d{1,2})\2 ?(\d{4}|\d{1,2})(?![\d/]|[.,-]\d)")
_DAY = re.compile(r"(?<![\d.,:/])(\d{1,2})([./]) ?(\d{1,2})(\.?)(?![\d/:]|[.,]\d)")
_SPACED = re.compile(r"[./] ")
_MONTH = re.compile(r"(?<![\d.,:/-])(0[1-9]|1[0-2])/(\d{4})(?![\d/]|[.,-]\d)")
_MARKS, _POINT, _STROKE = frozenset("./-"), frozenset("."), frozenset("/")
"""What follows the first number of such a date."""
_MOST_HOURS = 24
_SECONDS = "second"
_DATED = ("linkers", "year_before", "opening", "between", "order_ahead", "bound_before", "and")
"""What makes a day and a month of two numbers at the end of a sentence: bis 2.4."""
_CLOSING = re.compile(r"[\"'’)»”“‘›\]*_]*(?: [»›])*(?: +|$)")
"""What may follow the last point of a sentence, up to the next one."""
_COUNTED = ("percent", "currency", "scale", "unit", "hour_after", "am", "pm", "night", "noon")
"""What makes two small numbers no day and month."""


def find(scan: Scan) -> Iterator[Found]:
    """Every date in digits that is surely one."""
    yield from _full(scan)
    yield from _days(scan)
    for match in scan.numbered(_MONTH, 2, _STROKE):
        said = moment(int(match.group(2)), int(match.group(1)), None)
        if said and FIRST_YEAR <= int(match.group(2)) <= LAST_YEAR:
            yield Found(match.start(), match.end(), Kind.DATE, (said,))


def find_doubtful(scan: Scan) -> Iterator[Found]:
    """Decimals that may be the day of a month, where a language writes both: 12.6 in Finnish."""
    for match in scan.numbered(_DAY, 2, _POINT) if points_days(scan) else ():
        if match.group(2) == "." and not _SPACED.search(match.group()) and not match.group(4):
            dates = _pointed(scan, match.group(1), match.group(3))
            if dates and not scan.at(scan.after_gap(match.end()), *_COUNTED, "counter", "tolerance"):
                yield Found(match.start(), match.end(), Kind.COUNT, (_decimal(match), *dates))


def day_and_month(scan: Scan, text: str) -> tuple[Value, ...]:
    """What a decimal like 12.6 says as the day of a month; nothing where the language writes none so."""
    first, _, second = text.partition(".")
    if not points_days(scan) or not first.isdigit() or not second.isdigit() or len(first) > 2 or len(second) > 2:
        return ()
    return tuple(_pointed(scan, first, second))


def _full(scan: Scan) -> Iterator[Found]:
    for match in scan.numbered(_FULL, 4, _MARKS):
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
            said = moment(full_year(year), int(month), int(day))
            if said is not None and said not in readings:
                readings.append(said)
        if readings and mark == "." and len(third) == 2:  # 07.11.24, or the version 7.11.24
            name = match.group()
            readings.append(Label(name, "", name))
            if int(first) <= _MOST_HOURS and len(second) == 2 and int(third) < 60:  # or a race's time, 1.09.47
                seconds = Decimal((int(first) * 60 + int(second)) * 60 + int(third))
                timed = scan.at(scan.after_gap(match.end()), "hour_after", "unit")
                readings.insert(0 if timed else len(readings), Quantity(seconds, seconds, _SECONDS))
        if readings:
            era = scan.longest(scan.after_gap(match.end()), "era_offset")
            if era and isinstance(readings[0], Moment) and readings[0].year:
                shifted = moment(readings[0].year + int(era.value), readings[0].month, readings[0].day)
                readings = [shifted or readings[0]]
            kind = Kind.QUANTITY if isinstance(readings[0], Quantity) else Kind.DATE
            yield Found(match.start(), match.end(), kind, tuple(readings))


def _orders(scan: Scan, first: str, second: str) -> list[Moment]:
    """A day and a month in the orders that the calendar allows, the language's own first."""
    pairs = [(first, second), (second, first)]
    if scan.lexicon.date_order != "dmy":
        pairs.reverse()
    found = (moment(None, int(month), int(day)) for day, month in pairs)
    return list(dict.fromkeys(said for said in found if said is not None))


def _pointed(scan: Scan, first: str, second: str) -> list[Moment]:
    """A day and a month with a point between them, which the language writes in one order alone."""
    day, month = (first, second) if scan.lexicon.date_order == "dmy" else (second, first)
    said = moment(None, int(month), int(day))
    return [said] if said else []


def _days(scan: Scan) -> Iterator[Found]:
    """A day and a month without a year: 12.6., 20/07, Friday 5/12, 24.8.–5.9.2021."""
    for match in scan.numbered(_DAY, 2, _MARKS):
        first, mark, second, point = match.groups()
        if mark == "/" and point:
            end = match.end(3)
        elif mark == "." and _SPACED.search(match.group()) and not point:
            continue
        else:
            end = match.end()
        dates = _orders(scan, first, second) if mark == "/" else _pointed(scan, first, second)
        if not dates or scan.at(scan.after_gap(end), *_COUNTED) or scan.before_any(match.start(), "name_before"):
            continue
        marker = weekday_before(scan, match.start()) or scan.before_any(match.start(), "day_before")
        if mark == ".":
            if not points_days(scan) or not (point or marker):
                continue
            if marker or not _closes_sentence(scan, end) or scan.before_any(match.start(), *_DATED):
                yield Found(match.start(), end, Kind.DATE, (*dates, _decimal(match)))
            else:
                yield Found(match.start(), end - 1, Kind.COUNT, (_decimal(match), *dates))
        elif marker or first[0] == "0" or second[0] == "0":
            yield Found(match.start(), end, Kind.DATE, tuple(dates))


def _closes_sentence(scan: Scan, end: int) -> bool:
    """Whether the point behind two numbers may be the end of their sentence rather: Der Faktor ist 2.4."""
    closing = _CLOSING.match(scan.text, end)
    return closing is not None and not goes_on(original(scan, closing.end(), closing.end() + 1))


def _decimal(match: re.Match[str]) -> Quantity:
    """The same digits as a number, in the reading of a careless hand."""
    value = Decimal(f"{match.group(1)}.{match.group(3)}")
    return Quantity(value, value, step=Decimal(1).scaleb(-len(match.group(3))))
