"""Ordinals in words, with the number before them: one hundred twenty-fifth, dos milésimo tercero, einhundertste."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from checker.languages.lexicon import Lexicon
from checker.numbers.cardinals import cardinal
from checker.numbers.composing import Composer
from checker.numbers.compounds import opens, whole_word
from checker.numbers.literals import Reading
from checker.numbers.reading import Number
from checker.scan import Scan

_ONE = Decimal(1)
_LETTERS = frozenset("aAjJh")
_HUNDRED = Decimal(100)
_SHORTEST, _LONGEST = 6, 60
"""Letters that a number and an ordinal in one word have."""
_WORD = re.compile(r"(?<!\w)[^\W\d_]{6,60}(?!\w)")
_EARLY = (Decimal(1), Decimal(2))
"""Ordinals that a round number before them seldom belongs to: one hundred first responders."""


@dataclass(frozen=True, slots=True)
class Rank:
    """An ordinal in words, at a place of the folded text."""

    start: int
    end: int
    value: Decimal


def ranks(scan: Scan, numbers: list[Number]) -> Iterator[Rank]:
    """Ordinals that begin with a number word, that several ordinals make, or that are a number and one in a word."""
    for number in numbers:
        if number.spelled and not number.part and _followed(scan, number):
            found = _from(scan, number.start, whole=True)
            if found:
                yield found
    spots = {start for start, _ in scan.having("ordinal")}
    spots.update(scan.compounds if scan.lexicon.ranks else ())
    for start in sorted(spots):
        found = _from(scan, start, whole=False) or _in_one_word(scan, start)
        if found:
            yield found


def _in_one_word(scan: Scan, start: int) -> Rank | None:
    word = _WORD.match(scan.text, start) if scan.lexicon.ranks else None
    value = whole_rank(word.group(), scan.lexicon) if word and opens(word.group(), scan.lexicon) else None
    return Rank(start, word.end(), value) if word and value is not None else None


def _followed(scan: Scan, number: Number) -> bool:
    """Whether what stands behind a number may be its ordinal; of a broken number that is not asked."""
    if number.value % 1 or scan.lexicon.prefixes:
        return True
    position = scan.after_gap(number.end)
    if scan.shaped[position : position + 1] not in _LETTERS:
        return False
    return bool(scan.at(position, "ordinal", "and")) or _ordinal(scan, position) is not None


def _from(scan: Scan, start: int, *, whole: bool) -> Rank | None:
    """The ordinal that begins at a place: with a number if `whole`, else with an ordinal that others follow."""
    number = cardinal(scan, start) if whole else None
    composer, end, taken = (number.composer, number.end, 0) if number else (Composer(), start, 0)
    while True:
        found = _next(scan, end, composer) if composer.groups else _ordinal(scan, end)
        if found is None or (whole and scan.at(found.start, "uncompounded")):
            break  # les dix premières années
        apart = taken > 0 and scan.after_gap(end) != found.start
        if not _take(composer, found.value, beside=found.start > end, apart=apart):
            break
        end, taken = found.end, taken + 1
    if taken < (1 if whole else 2):
        return None
    return Rank(start, end, composer.result()[0].value)


def _next(scan: Scan, end: int, composer: Composer) -> Rank | None:
    """The ordinal that stands next, over an `and` or none."""
    position = scan.after_gap(end)
    found = _ordinal(scan, position)
    for match in () if found else scan.at(position, "and"):
        found = found or _ordinal(scan, scan.after_gap(match.end))
    for joint in () if found else scan.lexicon.joints:
        if joint in scan.lexicon.prefixes and scan.text.startswith(joint, position):
            found = found or _ordinal(scan, scan.after_gap(position + len(joint)))
    return found


def _ordinal(scan: Scan, start: int) -> Rank | None:
    match = scan.longest(start, "ordinal")
    if match:
        return None if scan.text.startswith("-", match.end) else Rank(start, match.end, Decimal(match.value))
    end = scan.word_end(start)
    value = whole_rank(scan.text[start:end], scan.lexicon) if _SHORTEST <= end - start <= _LONGEST else None
    return None if value is None else Rank(start, end, value)


def _take(composer: Composer, value: Decimal, *, beside: bool, apart: bool = False) -> bool:
    """Adds an ordinal to what stands before it, or multiplies that by it: 125th, 3,000,000th."""
    if value >= _HUNDRED and value == _ONE.scaleb(value.adjusted()):
        if apart:
            return False  # the thousandth and the hundredth
        if composer.multiply(value):
            return True
    if composer.groups and beside and value in _EARLY and not composer.groups[-1].values[0] % _HUNDRED:
        return False
    return composer.add((Reading(value, _ONE),), True)


@lru_cache(maxsize=8192)
def whole_rank(word: str, lexicon: Lexicon) -> Decimal | None:
    """The value of a number and an ordinal in one word: honderdvijfendertigste."""
    for cut in range(2, len(word) - 2):
        value = lexicon.ranks.get(word[cut:])
        number = whole_word(word[:cut], lexicon) if value else None
        if number is None or value is None:
            continue
        composer = Composer()
        composer.add((Reading(number, _ONE),), True)
        if _take(composer, Decimal(value), beside=False):
            return composer.result()[0].value
    return None
