"""Finds the numbers of a text, with all that belongs to each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from checker.languages.lexicon import Match
from checker.numbers.cardinals import MODIFIERS, WHOLE, Cardinal, cardinal
from checker.numbers.compounds import compound
from checker.numbers.hangul import HANGUL, hangul
from checker.numbers.literals import LEADING, Reading
from checker.numbers.parts import Part, more, part_at
from checker.scan import Scan

_OPENING = frozenset({"number", "fraction", "one_and_half", "scale", "article", *MODIFIERS})
"""Categories of words that a number may begin with."""
_DIGITS = re.compile(r"\d+")
_LONG_WORD = re.compile(r"(?<!\w)[^\W\d_]{3,60}")
_SCALED_PART = Decimal(12)
"""The smallest scale that a part of a whole is told of: half a dozen, a quarter million."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number at a place of the folded text, with its readings, likeliest first.

    `spelled`: no digit was written. `irregular`: the likeliest reading goes against the language's separators.
    `scaled`: a scale word belongs to it. `literal`: the first run of digits, as written. `multiplier`: the product
    of its last scale words. `part`: what it is a part of one of (half, 3/4, one in five), `under` the five of it.
    `hundredths`: its words are those of percent (千分之二).
    `article`: it is no more than an indefinite article that is spelled like the number one.
    """

    start: int
    end: int
    readings: tuple[Reading, ...]
    spelled: bool = False
    irregular: bool = False
    scaled: bool = False
    literal: str = ""
    multiplier: Decimal = Decimal(1)
    part: bool = False
    under: Decimal | None = None
    article: bool = False
    hundredths: bool = False

    @property
    def value(self) -> Decimal:
        """The likeliest value."""
        return self.readings[0].value


@lru_cache(maxsize=1)
def find_numbers(scan: Scan) -> tuple[Number, ...]:
    """Every number of a text in order, longest reading first, none inside another."""
    return tuple(_numbers(scan))


def _numbers(scan: Scan) -> Iterator[Number]:
    position, text = 0, scan.text
    spots = sorted(
        {*(m.start() for m in _DIGITS.finditer(text)), *(m.start() for m in LEADING.finditer(text)), *_word_spots(scan)}
    )
    for spot in spots:
        if spot < position:
            continue
        number = number_at(scan, spot)
        if number is not None:
            yield number
            position = number.end


def _word_spots(scan: Scan) -> Iterator[int]:
    covered = 0
    for start, matches in sorted(scan.having("percent", "points", *_OPENING)):
        percent = max((match.end for match in matches if match.category in ("percent", "points")), default=0)
        inside, covered = start < covered, max(covered, percent)
        if inside or (matches and matches[0].category in WHOLE and matches[0].end > _first_end(matches)):
            continue  # neither the "cent" of "pour cent"
        if scan.lexicon.unit_first and any(_leads(scan, match) for match in matches):
            continue
        if any(match.category in _OPENING and not in_weekday(scan, match) for match in matches):
            yield start
    yield from (word.start() for word in HANGUL.finditer(scan.text) if hangul(scan, word.start()))
    if scan.lexicon.parts:
        for start in scan.compounds:
            if _LONG_WORD.match(scan.text, start) and compound(scan, start):
                yield start


def _leads(scan: Scan, match: Match) -> bool:
    """Whether a scale word multiplies the digits behind it: dubu 4, where units stand first."""
    beyond = scan.after_gap(match.end)
    return match.category == "scale" and scan.text[beyond : beyond + 1].isdigit()


def in_weekday(scan: Scan, match: Match) -> bool:
    """Whether a number is the end of a weekday's name: 周五, 星期六."""
    return any(day.start < match.start for day in scan.before(match.end, "weekday"))


def _first_end(matches: list[Match]) -> int:
    return max((match.end for match in matches if match.category in ("number", "scale")), default=0)


def number_at(scan: Scan, start: int) -> Number | None:
    """The number that begins at a place, with all that belongs to it; None where none does.

    A word for a part of one (half) is a number only before a scale word: half a million.
    """
    found = cardinal(scan, start, more)
    part = part_at(scan, start)
    if part and (found is None or _beyond(part, found)):
        number = _scaled(scan, part)
        if number or found or not part.named or not part.spelled:
            return number or _part(part)
    if found is None:
        return None
    return Number(
        start,
        found.end,
        found.composer.result(),
        found.spelled,
        found.irregular,
        found.scaled,
        found.literal,
        found.composer.groups[-1].multiplier,
        article=found.article,
    )


def _beyond(part: Part, found: Cardinal) -> bool:
    """Whether a part of a whole says more than the number that begins with it."""
    return part.end > found.end or (part.named and part.end == found.end)


def _part(part: Part) -> Number:
    readings = (Reading(part.value, Decimal("0.01")),)
    return Number(
        part.start,
        part.end,
        readings,
        part.spelled,
        part=True,
        under=part.under,
        hundredths=part.hundredths,
    )


def _scaled(scan: Scan, part: Part) -> Number | None:
    """A part of a scale word: half a million, three quarters of a billion, half a dozen."""
    position = scan.after_gap(part.end)
    for category in ("linker", "article"):
        word = scan.longest(position, category)
        position = scan.after_gap(word.end) if word else position
    scale = scan.longest(position, "scale")
    if scale is None or Decimal(scale.value) < _SCALED_PART or (scale.end - scale.start < 2 and part.spelled):
        return None
    value = Decimal(scale.value)
    amount = part.value * value
    whole = amount.quantize(Decimal("0.000001")).normalize()
    return Number(part.start, scale.end, (Reading(whole, value / 100),), part.spelled, scaled=True, multiplier=value)
