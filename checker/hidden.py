"""Numbers that a sentence says in another form than as a claim: inside a word, as a part of a whole, as a multiple."""

import re
from collections.abc import Iterable
from decimal import Decimal

from checker import languages
from checker.compare import compare
from checker.extraction import extract
from checker.languages import DURATION, dimension, units
from checker.languages.folding import fold
from checker.model import PART, Kind, Mention, Moment, Quantity, Segment, Value
from checker.scan import scan
from checker.weight import ratio

_MIXED, _THOUSANDTH = 2, Decimal("0.001")
_STEM = 5
"""Letters of a stem that begins no other word (jedenasto-osobowy; the Czech for three begins many)."""
_BESIDE = 3
"""How far from an ordinal, at the most, the span of time stands that it counts out."""
_WHOLE = ("percent", Decimal(100))
"""The one share that a word may stand for as well (صد درصد, altogether)."""


def holds(segment: Segment, mention: Mention) -> bool:
    """Whether a sentence says a number in another form: inside a word (six-wheeled), as a range's end."""
    if _inside_word(segment.text, segment.language, mention.value) or _multiple(segment, mention.value):
        return True
    here = extract(segment.text, segment.language)
    if any(_ends_in(found.value, mention.value) or _ranks(segment, found, mention.value) for found in here):
        return True
    if any(_told_of(found.value, mention.value) for found in here) or _told_apart(mention.value, here):
        return True
    if any(_rough_age(found) and compare(found, mention).alike for found in here):
        return True
    return any(_ranged(found) != _ranged(mention) and compare(found, mention).agrees for found in here)


def _rough_age(found: Mention) -> bool:
    """Whether a mention is somebody's rough age, which is aligned with nothing: in her thirties."""
    return found.weak and any(isinstance(value, Moment) and value.decade for value in found.readings)


def _ends_in(whole: Value, part: Value) -> bool:
    """Whether a part of one is that of a mixed number: the two thirds of 220 2/3, said apart elsewhere."""
    if not isinstance(whole, Quantity) or not isinstance(part, Quantity):
        return False
    if not 0 < part.low < 1 or whole.low < _MIXED:  # five thirds are no mixed number
        return False
    return part.unit in (PART, None) and abs(whole.low % 1 - part.low) < _THOUSANDTH


def _told_of(part: Value, value: Value) -> bool:
    """Whether a part of a whole is so many of so many, and a value one of the two: two of five."""
    if not isinstance(value, Quantity) or value.unit is not None or value.low != value.high:
        return False
    numbers = ratio(part)
    return numbers is not None and value.low in numbers


def _told_apart(part: Value, here: Iterable[Mention]) -> bool:
    """Whether both numbers of a part of a whole are said apart: two of the five reviewers."""
    numbers = ratio(part)
    counts = {found.value.low for found in here if isinstance(found.value, Quantity) and found.value.unit is None}
    return numbers is not None and counts.issuperset(numbers)


def _ranks(segment: Segment, found: Mention, value: Value) -> bool:
    """Whether an ordinal counts out a span of time, which another version gives as so much of it: the second minute."""
    if found.kind is not Kind.ORDINAL or not isinstance(value, Quantity) or not isinstance(found.value, Quantity):
        return False
    if value.low != value.high or found.value.low != value.low:
        return False
    if dimension(value.unit) != DURATION:
        return False
    scanned = scan(segment.text, languages.load(segment.language))
    for match in (match for _, matches in scanned.having("unit") for match in matches if match.value == value.unit):
        start, end = scanned.folded.span(match.start, match.end)
        if 0 <= start - found.end <= _BESIDE or 0 <= found.start - end <= _BESIDE:
            return True
    return False


def _ranged(mention: Mention) -> bool:
    return isinstance(mention.value, Quantity) and mention.value.low != mention.value.high


def _inside_word(text: str, language: str, value: Value) -> bool:
    """Whether a text says a small number inside a word, where it is no mention: six-wheeled, vijfjarig."""
    if not isinstance(value, Quantity) or not 2 < value.low <= 12 or value.low != value.high:
        return False
    lexicon = languages.load(language)
    wanted = f"{value.low.normalize():f}"
    forms = [form for form, entry in lexicon.parts.items() if entry.value == wanted and len(form) > 2]
    forms += [stem for stem, number in lexicon.stems.items() if number == wanted and len(stem) >= _STEM]
    folded = fold(text, lexicon.bare).text
    return any(re.search(rf"(?<![^\W\d_]){re.escape(form)}", folded) for form in forms)


def _multiple(segment: Segment, value: Value) -> bool:
    """Whether a text has a word for so many times as much (doubled), so many of a kind (イレブン) or so long (доба)."""
    if not isinstance(value, Quantity) or value.low != value.high:
        return False
    wanted = _sized(value.low, None if (value.unit, value.low) == _WHOLE else value.unit)
    end = 0
    for start, matches in sorted(scan(segment.text, languages.load(segment.language)).having("multiple")):
        word = next(match for match in matches if match.category == "multiple")
        number, _, unit = word.value.partition(" ")
        if start >= end and _sized(Decimal(number), unit or None) == wanted:
            return True
        end = max(end, word.end)  # the thousands of "tens of thousands" are none by themselves
    return False


def _sized(number: Decimal, unit: str | None) -> tuple[Decimal, str | None]:
    """A span of time in seconds with its dimension; any other number as it is."""
    if unit is None or dimension(unit) != DURATION:
        return number, unit
    return number * Decimal(units()[unit]["factor"]), DURATION
