"""Ordinals with the century they count: third, 16th, ika-16, XVI secolo, 第3四半期."""

from collections.abc import Iterator
from decimal import Decimal

from checker.kinds.found import Found, Taken
from checker.languages.folding import is_letter, script
from checker.languages.lexicon import Match
from checker.model import Kind, Quantity
from checker.scan import Scan


def find(scan: Scan, taken: Taken) -> Iterator[Found]:
    """Third, 16th, ika-16, XVI secolo, 第3四半期, with the century or the like that they count."""
    text = scan.text
    for _, matches in sorted(scan.starts.items()):
        for match in matches:
            if match.category == "ordinal" and taken.free(match.start, match.end):
                inside = is_letter(text[match.start]) and match.start > 0 and script(text[match.start - 1]) == "spaced"
                if inside and not scan.lexicon.prefixes:
                    break
                made = _ordinal(scan, match.start, match.end, Decimal(match.value), spelled=True)
                if made:
                    taken.add(made.start, made.end)
                    yield made
                break
    position = 0
    while position < len(text):
        if not text[position].isdigit():
            position += 1
            continue
        end = position
        while end < len(text) and text[end].isdigit():
            end += 1
        if end - position <= 4 and taken.free(position, end):
            made = _marked(scan, position, end)
            if made:
                taken.add(made.start, made.end)
                yield made
        position = end
    yield from _roman(scan, taken)


def _marked(scan: Scan, start: int, end: int) -> Found | None:
    """Digits with an ordinal mark, or with a century's name beside them."""
    before = scan.before(start, "ordinal_marks_before") or scan.before(scan.before_gap(start), "ordinal_marks_before")
    mark = scan.longest(end, "ordinal_marks_after")
    if mark is None and end < len(scan.text) and scan.text[end] == "-":
        mark = scan.longest(end + 1, "ordinal_marks_after")
    if start > 0 and scan.text[start - 1] in ".,:" and start > 1 and scan.text[start - 2].isdigit():
        return None
    first = before[0].start if before else start
    last = mark.end if mark else end
    century = _century(scan, first, last)
    if mark and not century:
        century = _century(scan, first, end)
        last = end if century else last
    point = mark is not None and scan.text[mark.start : mark.end] == "."
    if not (before or mark or century):
        return None
    if point and not century:
        return None
    return _ordinal(scan, first, last, Decimal(scan.text[start:end]), spelled=False)


def _ordinal(scan: Scan, start: int, end: int, value: Decimal, spelled: bool) -> Found | None:
    century = _century(scan, start, end)
    unit = None
    if century:
        start, end, unit = min(start, century.start), max(end, century.end), "century"
    elif spelled and value <= 2 and not scan.at(scan.after_gap(end), "weekday", "unit", "month"):
        return None
    quantity = Quantity(value, value, unit)
    return Found(start, end, Kind.ORDINAL, (quantity,), spelled)


def _century(scan: Scan, start: int, end: int) -> Match | None:
    position = scan.after_gap(end + scan.text.startswith(".", end))
    linker = scan.longest(position, "linker")
    for place in (position, scan.after_gap(linker.end) if linker else position):
        after = scan.longest(place, "centuries_after")
        if after:
            return after
    before = scan.before(scan.before_gap(start), "centuries_before") or scan.before(start, "centuries_before")
    return before[0] if before else None


_ROMAN = {"i": 1, "v": 5, "x": 10}


def _roman(scan: Scan, taken: Taken) -> Iterator[Found]:
    """Centuries in Roman numerals: XVI secolo, le XVIIIe siècle, век XX."""
    text = scan.text
    for start in sorted(scan.starts.keys() | _roman_starts(text)):
        end = start
        while end < len(text) and text[end] in _ROMAN and end - start < 6:
            end += 1
        if end == start or (start > 0 and is_letter(text[start - 1])):
            continue
        mark = scan.longest(end, "ordinal_marks_after")
        last = mark.end if mark else end
        if last < len(text) and is_letter(text[last]):
            continue
        value, previous = 0, 0
        for character in reversed(text[start:end]):
            number = _ROMAN[character]
            value, previous = (value - number, previous) if number < previous else (value + number, number)
        century = _century(scan, start, last)
        if century and 1 <= value <= 21 and taken.free(start, last):
            made = _ordinal(scan, start, last, Decimal(value), spelled=False)
            if made:
                taken.add(made.start, made.end)
                yield made


def _roman_starts(text: str) -> set[int]:
    return {i for i, c in enumerate(text) if c in _ROMAN and (i == 0 or not is_letter(text[i - 1]))}
