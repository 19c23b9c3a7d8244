"""Spelled-out numbers written together with their unit: dreizehnjährig, tredicenne, сорокадвухлетний, τετραετία.

A percent sign in words is one too: hundertprozentig.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from checker.languages.folding import script
from checker.languages.lexicon import Lexicon
from checker.numbers import Number, Reading
from checker.numbers.compounds import whole_word
from checker.numbers.hangul import may_begin
from checker.numbers.ranks import whole_rank
from checker.scan import Scan, scan

_SHORTEST, _LONGEST = 6, 40
"""Letters of a word that holds a number and a unit."""
_UNIT = 3
"""Letters of the shortest unit in such a word."""
_MEASURES = ("unit", "percent")
_MONEY = ("currency", "subunit")
_COIN = 5
"""Letters of the shortest word for money in such a word: kéteurós, tvåeuromynt."""
_WHOLES = ("skip", "unit", "fraction", "number")
"""Categories of what a word is as a whole, whatever it begins with: driekwart is no three quarters of a year."""
_WHOLE = 4
"""Letters of the shortest number that may stand in such a word without being listed as a stem."""
_TENS, _HUNDRED = 10, 100


def numbers_in_words(scan: Scan, numbers: list[Number]) -> Iterator[Number]:
    """The numbers that begin a word whose rest is a unit, in order; each ends where its unit begins.

    A part of one takes the number before it on, one of `numbers`: drei Zehntelsekunden.
    """
    ends = {number.end: number for number in numbers}
    for start in scan.compounds:
        end = scan.word_end(start)
        if not _SHORTEST <= end - start <= _LONGEST or script(scan.text[start]) != "spaced":
            continue
        found = _split(scan.text[start:end], scan.lexicon)
        if found and not any(match.end >= end for match in scan.at(start, *_WHOLES)):
            cut, value = found
            count = ends.get(scan.before_gap(start)) if value < 1 else None
            first, times = (count.start, count.value) if count else (start, Decimal(1))
            step = min(value, Decimal(1))
            yield Number(first, start + cut, (Reading(value * times, step),), spelled=not count or count.spelled)


def holds_number(word: str, lexicon: Lexicon) -> bool:
    """Whether a word that begins with a number word is a number or an ordinal, or holds one and a unit.

    A word in Hangul, whatever it begins with, may begin with a number if its first syllables do.
    """
    if script(word[0]) == "hangul":
        return may_begin(scan(word, lexicon))
    if len(word) < _SHORTEST:
        return False
    if not word.isalpha():  # marks part what some finders take for words
        return True
    return whole_word(word, lexicon) is not None or whole_rank(word, lexicon) is not None or bool(_split(word, lexicon))


@lru_cache(maxsize=8192)
def _split(word: str, lexicon: Lexicon) -> tuple[int, Decimal] | None:
    """Where the unit of a word begins, and the number before it; none in a number: femton is 15, not five tonnes."""
    if whole_word(word, lexicon) is not None:
        return None
    for cut in range(len(word) - _UNIT, 1, -1):
        value = _value(word[:cut], lexicon)
        if value is None or value == 1 or (value < 1 and word[:cut] not in lexicon.stems):
            continue
        rest = word[cut:]
        measures = (*_MEASURES, *_MONEY) if len(rest) >= _COIN else _MEASURES
        if any(end == len(rest) and category in measures for end, category, _ in lexicon.word(rest).entries):
            return cut, value
    return None


def _value(stem: str, lexicon: Lexicon) -> Decimal | None:
    """The value of a stem, of tens and ones (czterdziesto-dwu), or of a number in one word."""
    stems = lexicon.stems
    if stem in stems and (len(stem) >= _WHOLE or Decimal(stems[stem]) <= _HUNDRED):
        return Decimal(stems[stem])  # not the mil of Milton
    for cut in range(2, len(stem) - 1):
        tens, ones = stems.get(stem[:cut]), stems.get(stem[cut:])
        if tens and ones and _TENS < Decimal(tens) < _HUNDRED and not Decimal(tens) % _TENS and Decimal(ones) < _TENS:
            return Decimal(tens) + Decimal(ones)
    return whole_word(stem, lexicon) if len(stem) >= _WHOLE else None
