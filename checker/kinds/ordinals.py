"""Ordinals with the century they count: third, 16th, ika-16, XVI secolo, 第3四半期."""

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.kinds.found import Found, Taken
from checker.languages.folding import is_letter, script
from checker.languages.lexicon import Match
from checker.model import Kind, Quantity
from checker.numbers import Number, find_numbers, power, ranks
from checker.scan import Scan

_FROM_TO = ("between", "pair_between", "opening", "pair_opening")
_MEASURES = ("unit", "subunit", "currency")
_MARKS = ("ordinal_marks_before", "ordinal_marks_after", "centuries_before", "centuries_after")
_DIGITS = re.compile("0+")
"""A run of digits, by its shape."""
_MARK_APART = re.compile(r" [\u0900-\u0dff\ufb50-\ufdff\u0600-\u06ff]{2}")
"""What a mark written apart begins with, in scripts where such a mark is no other word: 5 वें, 2 ஆம்."""
_SMALL = 2
"""The greatest ordinal in words that is a small word: first, second."""


def find(scan: Scan, taken: Taken) -> Iterator[Found]:
    """Third, 16th, ika-16, XVI secolo, 第3四半期, with the century or the like that they count."""
    text = scan.text
    numbers = list(find_numbers(scan))
    inside = Taken()
    for number in numbers if scan.says("ordinal") else ():
        inside.add(number.start, number.end)
    for number in numbers:
        made = _counted_out(scan, number) if taken.free(number.start, number.end) else None
        if made and taken.free(made.start, made.end):
            taken.add(made.start, made.end)
            yield made
    for rank in ranks(scan, numbers):
        if taken.free(rank.start, rank.end) and not _of_unit(scan, rank.start, rank.end):
            made = _ordinal(scan, rank.start, rank.end, rank.value, spelled=True)
            taken.add(made.start, made.end)
            yield made
    for _, matches in sorted(scan.having("ordinal")):
        for match in matches:
            if match.category == "ordinal" and taken.free(*match[:2]) and not inside.covers(*match[:2]):
                within = is_letter(text[match.start]) and match.start > 0 and script(text[match.start - 1]) == "spaced"
                if (within and not scan.lexicon.prefixes) or _counted(scan, match) or _of_unit(scan, *match[:2]):
                    break
                made = _ordinal(scan, match.start, match.end, Decimal(match.value), spelled=True)
                taken.add(made.start, made.end)
                yield made
                break
    grouped = {number.end: number for number in numbers if number.literal and not number.value % 1}
    scaled = (number for number in numbers if number.literal and number.scaled)
    millions = {number.start for number in scaled if is_letter(text[number.end - 1])}
    opening = {number.start: len(number.literal) for number in grouped.values()}
    for digits in _DIGITS.finditer(scan.shaped) if scan.says(*_MARKS) else ():
        position, end = digits.span()
        if opening.get(position, 0) > end - position:
            continue  # ika-1,000 is no ika-1
        if position in millions and not scan.longest(end, "ordinal_marks_after"):
            continue  # الـ600 مليون: the 600 million
        whole = grouped.get(end)
        first = min(position, whole.start) if whole else position
        if end - position <= 4 and text[position:end].isdecimal() and taken.free(first, end):  # ² is none
            made = _marked(scan, first, end, whole.value if whole else Decimal(text[position:end]))
            if made:
                taken.add(made.start, made.end)
                yield made


def _counted_out(scan: Scan, number: Number) -> Found | None:
    """A number in words, or with a scale word, that an ordinal mark stands beside: 三十番目, 第3万, 스물다섯 번째."""
    if script(scan.text[number.end - 1]) not in ("joined", "hangul") or number.value % 1:
        return None
    before = scan.before(number.start, "ordinal_marks_before")
    mark = scan.longest(scan.after_gap(number.end), "ordinal_marks_after")
    if not before and mark is None:
        return None
    start, end = before[0].start if before else number.start, mark.end if mark else number.end
    return _ordinal(scan, start, end, number.value, spelled=number.spelled)


def _of_unit(scan: Scan, start: int, end: int) -> bool:
    """Whether a word is the end of a unit or a denominator: two metres per second."""
    return any(match.start < start for match in scan.before(end, "unit", "per"))


def _counted(scan: Scan, match: Match) -> bool:
    """Whether a word is what a number before it counts (30 segundos), or opens a range (முதல், from and first).

    So is one between a number and its unit: les 90 premiers jours.
    """
    before = scan.before_gap(match.start)
    number = before > 0 and (scan.text[before - 1].isdigit() or bool(scan.before(before, "number", "scale")))
    if Decimal(match.value) <= _SMALL and any(other.end == match.end for other in scan.at(match.start, *_FROM_TO)):
        return True
    beside = {other.category for other in scan.at(match.start, *_MEASURES, "adjective") if other.end == match.end}
    between = "adjective" in beside and scan.at(scan.after_gap(match.end), *_MEASURES)
    return number and bool(between or beside.intersection(_MEASURES))


def _marked(scan: Scan, start: int, end: int, value: Decimal) -> Found | None:
    """Digits with an ordinal mark, or with a century's name beside them; those of 1,000th are one number."""
    before = scan.before(start, "ordinal_marks_before") or scan.before(scan.before_gap(start), "ordinal_marks_before")
    mark = scan.longest(end, "ordinal_marks_after")
    if mark is None and end < len(scan.text) and scan.text[end] == "-":
        mark = scan.longest(end + 1, "ordinal_marks_after")
    if mark is None and scan.shaped[end + 1 : end + 3] == "hh":  # 11 번째
        mark = scan.longest(scan.after_gap(end), "ordinal_marks_after")
        mark = mark if mark and mark.end - mark.start > 1 else None
    if mark is None and _MARK_APART.match(scan.text, end):
        mark = scan.longest(end + 1, "ordinal_marks_after")
    if start > 0 and scan.text[start - 1] in ".,:" and start > 1 and scan.text[start - 2].isdigit():
        return None
    first = before[0].start if before else start
    last = mark.end if mark else end
    century = _century(scan, first, last)
    if mark and not century:
        century = _century(scan, first, end)
        last = end if century else last
    if power(scan.text, end) and not (mark and mark.end > end + 1):
        return None  # 12e-1
    point = mark is not None and scan.text[mark.start : mark.end] == "."
    if not (before or mark or century):
        return None
    if point and not century:
        return None
    return _ordinal(scan, first, last, value, spelled=False)


def _ordinal(scan: Scan, start: int, end: int, value: Decimal, spelled: bool) -> Found:
    century = _century(scan, start, end)
    unit = None
    if century:
        start, end, unit = min(start, century.start), max(end, century.end), "century"
    weak = spelled and value <= _SMALL and not century and not scan.at(scan.after_gap(end), "weekday", "unit", "month")
    return Found(start, end, Kind.ORDINAL, (Quantity(value, value, unit),), spelled, weak=weak)


def _century(scan: Scan, start: int, end: int) -> Match | None:
    position = scan.after_gap(end + scan.text.startswith(".", end))
    linker = scan.longest(position, "linker")
    for place in (position, scan.after_gap(linker.end) if linker else position):
        after = scan.longest(place, "centuries_after")
        if after:
            return after
    before = scan.before(scan.before_gap(start), "centuries_before") or scan.before(start, "centuries_before")
    return before[0] if before else None
