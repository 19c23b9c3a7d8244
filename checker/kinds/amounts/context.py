"""What stands around an amount: its sign, its bound, what it is counted by, whether it is for each or for all."""

import re
from collections.abc import Iterator
from dataclasses import replace

from checker.kinds.amounts.hints import DIRECTED, direction, only, paced
from checker.kinds.amounts.signs import MINUS, PLUS, Signs, dash, minus, minus_after, signs_of
from checker.kinds.bounds.bounds import Limit, Place, bound, inner_bound
from checker.kinds.clauses import CLAUSE
from checker.kinds.found import Found, Taken
from checker.languages import DURATION, dimension, units
from checker.languages.folding import script
from checker.languages.lexicon import Match
from checker.model import Bound, Kind, Moment, Quantity, Span, Value
from checker.scan import Scan

_REACH = 28
"""Code points around an amount in which its denominator is looked for."""
_TEMPERATURE = "temperature"
"""The dimension of units whose amounts are often below zero."""
_OFTEN_SIGNED = (Kind.PERCENT, Kind.MONEY)
"""Kinds whose hyphen behind a word may be a minus or a dash: a loss of -5%."""
_SINGLE = "single"
"""The value of `people` for those who are paid one by one."""
_BESIDE = 4
"""How far from an amount its denominator stands where words are written together."""
_REACH_JOINED = 10
"""The same in scripts that write no spaces."""
_CODE = re.compile(r"0\d|0 \d\d ")
"""Digits that no amount begins with."""
_DIALLED = re.compile(r"(?:[ -]\d{2,}(?![\d.,])){2}")
"""Two groups more of digits behind a number."""
_AREA = re.compile(r"(?<![\d.,:])0\d{1,4}[ /-]{1,3}\Z")
"""The first digits of a telephone's number."""
_NEAR = 10
"""Code points before a number in which they are looked for."""
_NUMERALS = frozenset("0123456789.,")
_STROKE = " / "
"""What may stand for "per" before a unit of time."""


def found(
    scan: Scan,
    taken: Taken,
    place: Place,
    readings: tuple[Value, ...],
    kind: Kind,
    *,
    spelled: bool = False,
    irregular: bool = False,
    both: bool = False,
) -> Found:
    """The claim made of an amount and the sign, bound, denominator and share that stand around it.

    `both` says that the minus of a range's low end is the high one's as well.
    """
    start, end = place.start, place.end
    cold = any(isinstance(value, Quantity) and is_temperature(value.unit) for value in readings)
    sign = minus(scan, start, worded=cold)
    if sign is None and place.number_start != start and kind is not Kind.RANGE:
        sign = minus(scan, place.number_start, worded=cold)
    sign = dash(scan, start, end) if sign is None else sign
    unsure = sign is None and kind in _OFTEN_SIGNED and minus(scan, start, worded=True) is not None
    freezing = cold or kind is Kind.COUNT  # three days below zero are no less than none
    below = minus_after(scan, end) if freezing and scan.says("minus_after") else None
    above = scan.longest(scan.after_gap(end), "plus_after") if freezing and scan.says("plus_after") else None
    closing = scan.longest(scan.after_gap(end), "plus_closing", "minus_closing") if sign is not None else None
    if sign is not None:
        start, end = min(start, sign), closing.end if closing else end
        sign = None if closing and closing.category == "plus_closing" else sign
    elif above:
        end = above.end
    elif below:
        sign, end, both = start, below.end, True
    # "Annual report 2025" is no 2025 a year
    dated = any(isinstance(value, Moment) and value.year for value in readings)
    relative = dated or kind is Kind.PERCENT
    limit = _limit(scan, taken, place, Span(start, end), kind, negative=sign is not None, relative=relative)
    start, end = limit.start, limit.end
    near = window(scan, start, end) if scan.says("per", "share", *DIRECTED) and not dated else None
    said, outer = per(scan, start, end, near) if near and scan.says("per") else (None, end)
    beside = (*scan.within(start, place.start, "per"), *scan.within(place.end, end, "per"))
    inside = max(beside, key=_length, default=None) if near and said is None else None
    if inside:  # 600 mg a day at most, 可达每小时 85 英里
        said = inside.value
    lasts = any(isinstance(value, Quantity) and dimension(value.unit) == DURATION for value in readings)
    over = _over(scan, place.end) if kind in (Kind.QUANTITY, Kind.RANGE) else None
    if over:
        said, outer = over.value, over.end
    return Found(
        start,
        max(end, outer),
        kind,
        readings
        if sign is None and said is None and limit.bare and not unsure
        else tuple(_said(readings, limit, said, PLUS + MINUS if unsure else signs_of(scan, sign, both=both))),
        spelled,
        share=only(scan, near, place, "share") if near else None,
        direction=direction(scan, near, place, kind) if near and not (lasts and paced(scan, near, limit)) else None,
        people=_people(scan, start, end) if said and kind is Kind.MONEY else None,
        irregular=irregular,
    )


def _limit(scan: Scan, taken: Taken, place: Place, span: Span, kind: Kind, *, negative: bool, relative: bool) -> Limit:
    """The bound of an amount, and the stretch with it; none where its words belong to another claim."""
    start, end = span
    none = Limit((Bound.EXACT,), start, end)
    if not scan.says("bound_before", "bound_after") or _dialled(scan.text, place):
        return none
    limit = bound(scan, start, end, negative=negative, ranged=kind is Kind.RANGE, relative=relative)
    inner = inner_bound(scan, place)
    if inner and limit.bounds == none.bounds:
        limit = replace(inner, start=start, end=end)
    return limit if taken.free(limit.start, limit.end) else none  # barely half of the 2,048


def _dialled(text: str, place: Place) -> bool:
    """Whether digits are a telephone's or a code, to which a word that may be a bound only leads: German unter."""
    if any(_CODE.match(text, at) for at in (place.start, place.number_start)) or _DIALLED.match(text, place.number_end):
        return True
    return _AREA.search(text, max(0, place.start - _NEAR), place.start) is not None


def _length(match: Match) -> int:
    return match.end - match.start


def _said(readings: tuple[Value, ...], limit: Limit, per: str | None, signs: Signs) -> Iterator[Value]:
    """The readings with their sign, bound and denominator."""
    for value in readings:
        if not isinstance(value, Quantity):
            yield value
            continue
        unit, counted = value.unit, per
        if f"{unit}-per-{counted}" in units():
            unit, counted = f"{unit}-per-{counted}", None
        single = value.low == value.high
        ends = ((value.low * low, value.high * (low if single else high)) for low, high in signs)
        for low, high in dict.fromkeys(ends):
            yield from limit.of(replace(value, low=min(low, high), high=max(low, high), unit=unit, per=counted))


def is_temperature(unit: str | None) -> bool:
    """Whether a hyphen before an amount in a unit is a minus, also behind a word."""
    return dimension(unit) == _TEMPERATURE


def window(scan: Scan, start: int, end: int) -> Span:
    """The clause around an amount, cut to the reach, and not beyond another number."""
    text = scan.text
    reach = _REACH if start == 0 or script(text[start - 1]) != "joined" else _REACH_JOINED
    low = max(0, start - reach)
    for match in CLAUSE.finditer(text, low, start):
        low = match.end()
    digit = scan.shaped.rfind("0", low, start)
    if digit >= 0:
        inside = {place for match in scan.within(low, start, "per") for place in range(match.start, match.end)}
        while digit in inside:
            digit = scan.shaped.rfind("0", low, digit)
        low = max(low, digit + 1)
    high = min(len(text), end + _REACH)
    clause = CLAUSE.search(text, end, high)
    if clause:
        high = clause.start()
    digit = scan.shaped.find("0", end, high)
    return Span(low, digit if digit >= 0 else high)


def per(scan: Scan, start: int, end: int, near: Span) -> tuple[str | None, int]:
    """The denominator said nearest to an amount (`year`, `person`, `share`), and where the stretch with it ends."""
    low, high = near
    best: tuple[int, Match] | None = None
    for match in scan.within(low, high, "per"):
        if match.end <= start:
            distance = start - match.end + 3
            close = script(scan.text[match.start]) == "joined" and not scan.text[match.end : start].strip()
            behind = scan.at(scan.after_gap(match.end), "and")  # up to a year and a fine of 250 dollars
            if not close and (_of_another(scan, match, distance) or any(each.end <= start for each in behind)):
                continue
        elif match.start >= end:
            distance = match.start - end
            if high < len(scan.text) and scan.text[high].isdigit() and 0 <= high - match.end < distance:
                continue  # nearer to the number after it
        else:
            continue
        if script(scan.text[match.start]) == "joined" and (distance > _BESIDE or _dated(scan, match, end)):
            continue
        if best is None or distance < best[0]:
            best = (distance, match)
    for match in scan.at(scan.after_gap(end), "per"):
        if not _dated(scan, match, end):
            best = (0, match)
    if best is None:
        beyond = _beyond_bracket(scan, start, end)
        return (beyond.value, end) if beyond else (None, end)
    match = best[1]
    return match.value, match.end if match.start >= end and match.start - end <= 1 else end


def _beyond_bracket(scan: Scan, start: int, end: int) -> Match | None:
    """The denominator that an amount shares with the same in another unit in brackets: 85 miles (137 km) an hour."""
    text = scan.text
    bracket = scan.after_gap(end)
    if text[bracket : bracket + 1] == "(":
        close = text.find(")", bracket, bracket + _REACH)
        return scan.longest(scan.after_gap(close + 1), "per") if close > 0 else None
    opened = text.rfind("(", max(0, start - _BESIDE), start)
    if opened < 0 or text[end : end + 1] != ")":
        return None
    digits = [place for place in range(max(0, opened - _REACH), opened) if text[place].isdigit()]
    after = scan.longest(scan.after_gap(end + 1), "per")
    if after or not digits:
        return after if digits else None
    first = digits[-1]
    while first and text[first - 1] in _NUMERALS:
        first -= 1
    return next(iter(scan.before(scan.before_gap(first), "per")), None)


def _over(scan: Scan, end: int) -> Match | None:
    """The unit of time behind a stroke with spaces around it: 60 km / h."""
    unit = scan.longest(end + len(_STROKE), "unit") if scan.text.startswith(_STROKE, end) else None
    return unit if unit and dimension(unit.value) == DURATION else None


def _of_another(scan: Scan, match: Match, distance: int) -> bool:
    """Whether a denominator before an amount stands right behind another number: 136 km pro Stunde, 620 km."""
    text = scan.text
    if scan.before_any(match.start, "and", "pair_between"):  # up to 5 and per year up to 20
        return False
    for place in range(match.start - 1, max(-1, match.start - _REACH), -1):
        if text[place].isdigit():
            return match.start - place < distance + _BESIDE or distance > _BESIDE
        if CLAUSE.match(text, place):
            return False
    return False


def _dated(scan: Scan, match: Match, end: int) -> bool:
    """Whether what would be a denominator is the mark of a month or a day: 6月に, in June."""
    return match.start == end and bool(scan.at(end, "month_after", "day_after", "year_after"))


def _people(scan: Scan, start: int, end: int) -> str | None:
    """Who is named nearest to an amount in its sentence; a group only where no single people are named at all."""
    found = list(scan.within(0, len(scan.text), "people"))
    if not found:
        return None
    nearest = min(found, key=lambda match: (max(start - match.end, match.start - end), match.value)).value
    return nearest if len({match.value for match in found}) == 1 or nearest == _SINGLE else None
