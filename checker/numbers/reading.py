"""Finds the numbers of a text, with all that belongs to each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from checker.languages.lexicon import Match
from checker.numbers.cardinals import WHOLE, Cardinal, cardinal
from checker.numbers.composing import Composer
from checker.numbers.compounds import compound
from checker.numbers.divided import composed
from checker.numbers.hangul import HANGUL, hangul, opens_word
from checker.numbers.literals import FULLWIDTH, LEADING, LITERAL, MARKS, Reading, read_literal, unscaled
from checker.numbers.parts import may_divide, more, part_at
from checker.numbers.shares import Part, quotient
from checker.numbers.words import MODIFIERS, year_apart
from checker.scan import Scan

_OPENING = frozenset({"number", "fraction", "one_and_half", "scale", "article", *MODIFIERS})
"""Categories of words that a number may begin with."""
_TAKEN_ON = frozenset(
    {"scale", "number", "one_and_half", "half_more", "fraction", "point", "under", "under_same", "and", "part_and"}
    | {"part_of", "point_closing"}
)
"""Categories of words that a number in digits may take on."""
_NO_WORD = frozenset({"scale", "fraction", "one_and_half", "counted", *MODIFIERS})
"""Categories of a word that is more, or less, than a number."""
_RAISING = frozenset("/^ex×*")
"""What may go on with a quotient or a power behind digits."""
_BEFORE = frozenset(MARKS + "0123456789")
"""What may make digits a part of what stands before them."""
_LONG_WORD = re.compile(r"(?<!\w)[^\W\d_]{3,128}")
_PARTED = Decimal(1000)
"""From where on a comma may stand inside a number in words: one thousand, two hundred."""
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


def sequence(scan: Scan) -> Iterator[Number]:
    """The numbers of a text in order, longest reading first, none inside another; powers in words are two of them."""
    position, text = 0, scan.text
    spots = {start for start, _ in scan.runs}
    spots.update(start - 1 for start, _ in scan.runs if start and LEADING.match(text, start - 1))
    spots.update(_word_spots(scan))
    for spot in sorted(spots):
        if spot < position:
            continue
        number = (plain if text[spot].isdigit() else one_word)(scan, spot) or number_at(scan, spot)
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
        if not opens_word(scan, start):
            continue  # the 만 of 낭만주의
        if any(match.category in _OPENING and not in_weekday(scan, match) for match in matches):
            yield start
    if "h" in scan.shaped:
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
    part = part_at(scan, start, cardinal(scan, start) if found and found.parted else found)
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


def plain(scan: Scan, start: int) -> Number | None:
    """A number of nothing but digits and separators, as most are; None where more may belong to it."""
    text, lexicon = scan.text, scan.lexicon
    if scan.at(start) or (start and text[start - 1] in _BEFORE):
        return None
    found = LITERAL.match(text, start)
    if found is None:
        return None
    end = found.end()
    if year_apart(scan, start, start + 4):
        return None
    if "," in found.group() and FULLWIDTH in scan.folded.original[slice(*scan.folded.span(start, end))]:
        return None
    if end < len(text) and (text[end] in _RAISING or _taken_on(scan, end)):
        return None
    readings, irregular = plain_readings(found.group(), lexicon.decimal, lexicon.group)
    return Number(start, end, readings, irregular=irregular, literal=found.group()) if readings else None


def one_word(scan: Scan, start: int) -> Number | None:
    """A number of one word, as most of those in words are; None where more may belong to it, or less."""
    if scan.shaped[start] != "a":
        return None
    matches = scan.at(start)
    number = next((match for match in matches if match[2] == "number"), None)
    if number is None or any(match[2] in _NO_WORD or match[1] > number[1] for match in matches):
        return None
    end = number[1]
    position = scan.after_gap(end)
    if scan.lexicon.place or _taken_on(scan, end) or (position < len(scan.text) and compound(scan, position)):
        return None
    value = Decimal(number[3])
    if (value >= _PARTED and scan.text.startswith(",", end)) or composed(scan, position, value):
        return None
    step = Decimal("0.5") if value % 1 else Decimal(1)
    article = any(match[2] == "article" and match[1] == end for match in matches)
    return Number(start, end, (Reading(value, step),), spelled=True, article=article)


def _taken_on(scan: Scan, end: int) -> bool:
    """Whether something that belongs to a number may stand behind it."""
    text, lexicon = scan.text, scan.lexicon
    position = scan.after_gap(end)
    following = text[position : position + 1]
    if not following:
        return False
    if following in _RAISING or (following.isdigit() and not following.isdecimal()):  # a power: 5²
        return True
    if scan.shaped[position] == "h" or may_divide(scan, end) or quotient(scan, position):
        return True
    for match in scan.at(position):
        if match[2] in _TAKEN_ON or (match[2] == "linker" and scan.at(scan.after_gap(match[1]), "scale")):
            return True
    return bool(lexicon.prefixes) and any(text.startswith(joint, position) for joint in lexicon.joints)


@lru_cache(maxsize=8192)
def plain_readings(text: str, decimal: tuple[str, ...], group: tuple[str, ...]) -> tuple[tuple[Reading, ...], bool]:
    """The readings of digits that nothing is taken on to; none where they are no number."""
    readings, irregular = read_literal(text, decimal, group)
    readings, composer = unscaled(text, readings, decimal, irregular=irregular), Composer()
    return (composer.result(), irregular) if readings and composer.add(readings, False) else ((), False)


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
