"""What a number in words is divided by: three fifths, a hundred thirty-fifths, un vingt-cinquième."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from checker.languages.folding import is_letter, script
from checker.languages.lexicon import Lexicon, Match
from checker.numbers.cardinals import Cardinal, cardinal
from checker.numbers.composing import Composer, room
from checker.numbers.compounds import opens, whole_word
from checker.numbers.literals import Reading
from checker.scan import Scan

_ONE, _HUNDRED = Decimal(1), Decimal(100)
_SMALLEST = 3
"""The smallest denominator that is written with an ordinal: a third."""
_LEAST = 20
"""The smallest ordinal that one is divided by without a plural; smaller ones are in the language's data."""
_SHORTEST, _LONGEST = 8, 60
"""Letters that a number and a denominator in one word have."""
_DIVIDING = ("under", "under_same", "ordinal")


@dataclass(frozen=True, slots=True)
class Divided:
    """A number, what it is divided by, and where the words of that end."""

    over: Decimal
    under: Decimal
    end: int


def divided(scan: Scan, first: Cardinal) -> Divided | None:
    """What the number `first` makes with the denominator behind it."""
    position = _past_stroke(scan, first)
    over = first.composer.result()[0].value
    under = scan.longest(position, "under") or _plain(scan, position, first)
    if under and not _money(scan, position, under):
        found = _taking_tens(scan, first, under) or Divided(over, Decimal(under.value), under.end)
        below = found.over < found.under
        return found if found.over > 0 and found.under >= _SMALLEST and (first.spelled or below) else None
    whole = over > 0 and over == over.to_integral_value()
    return composed(scan, position, over) if first.spelled and whole else None


def _past_stroke(scan: Scan, first: Cardinal) -> int:
    """Where what a number in words is divided by may begin, over a stroke: vijf / achtste."""
    position = scan.after_gap(first.end)
    stroke = first.spelled and scan.text.startswith("/", position)
    return scan.after_gap(position + 1) if stroke else position


def composed(scan: Scan, position: int, over: Decimal, *, told: bool = False) -> Divided | None:
    """What a number makes with a denominator of several number words, perhaps in one word, that begins at a place.

    An ordinal is one below one only (a twenty-first), and where nothing follows that it would belong to; unless a
    word between the two has `told` that it is one.
    """
    if position >= len(scan.text) or scan.shaped[position] not in "aA" or script(scan.text[position]) != "spaced":
        return None
    number = cardinal(scan, position) if scan.at(position, "number") else None
    last = scan.longest(scan.after_gap(number.end), *_DIVIDING) if number and number.spelled else None
    value = _together(number.composer, Decimal(last.value)) if number and last else None
    if last and value:
        return Divided(over, value, last.end) if told or _stands(scan, last, over) else None
    end = scan.word_end(position)
    value = denominator(scan.text[position:end], scan.lexicon) if _SHORTEST <= end - position <= _LONGEST else None
    if value:
        return Divided(over, value, end)
    rank = scan.longest(position, "ordinal") if over == 1 else None
    if rank is None or Decimal(rank.value) < _LEAST or not _stands(scan, rank, over):
        return None
    return Divided(over, Decimal(rank.value), rank.end)


def _plain(scan: Scan, position: int, first: Cardinal) -> Match | None:
    """A denominator that is spelled like an ordinal (nl. vijfde), where it does not make an ordinal with the number."""
    under = scan.longest(position, "under_same")
    last = first.composer.groups[-1]
    limit = last.scale if last.scale > 1 else room(last.values[0])
    value = Decimal(under.value) if under else Decimal(0)
    power = value >= _HUNDRED and value == _ONE.scaleb(value.adjusted())
    tied = "-" in scan.text[first.end : position]  # soixante-dixieme is the 70th
    stands = under is not None and not tied and (last.values[0] != 1 or _stands(scan, under, _ONE))
    return under if stands and value >= limit and not power else None


def _money(scan: Scan, position: int, under: Match) -> bool:
    """Whether what may be a denominator is rather a coin or a unit; but not in quattro centesimi di secondo."""
    linker = scan.longest(scan.after_gap(under.end), "linker")
    parts = linker is not None and bool(scan.at(scan.after_gap(linker.end), "unit"))
    coins = scan.at(position, "currency", "unit", *(() if parts else ("subunit",)))
    return any(other.end == under.end for other in coins)


def _taking_tens(scan: Scan, first: Cardinal, under: Match) -> Divided | None:
    """A denominator with the tens that end the number before it: one hundred thirty-fifths are 100/35, not 130/5.

    One hundred and thirty fifths are 130/5, and so is what makes no ordinal with its tens (ciento treinta quintos).
    """
    over, tens = first.composer.result()[0].value, first.composer.groups[-1].added
    if not first.spelled or not 0 < tens < over:
        return None
    for word in scan.before(first.end, "number"):
        whole = scan.longest(word.start, "under") if Decimal(word.value) == tens else None
        if whole and whole.end == under.end and not scan.before(scan.before_gap(word.start), "and"):
            return Divided(over - tens, Decimal(whole.value), under.end)
    return None


def _together(composer: Composer, last: Decimal) -> Decimal | None:
    """A number and the denominator's last word: 20 and 5, 2 and 1000."""
    if last >= _HUNDRED and last == _ONE.scaleb(last.adjusted()):
        taken = composer.multiply(last)
    else:
        taken = composer.add((Reading(last, _ONE),), True)
    return composer.result()[0].value if taken else None


def _stands(scan: Scan, last: Match, over: Decimal) -> bool:
    """Whether a word may end a denominator: a plural of its own may, an ordinal below one alone."""
    if last.category == "under":
        return True
    position = scan.after_gap(last.end)
    follows = position < len(scan.text) and is_letter(scan.text[position])
    return over == 1 and (not follows or bool(scan.at(position, "linker", "and", "percent")))


@lru_cache(maxsize=8192)
def denominator(word: str, lexicon: Lexicon) -> Decimal | None:
    """The value of a number and a denominator in one word: doscientosmilésimos, tremilacinquesimi."""
    if not opens(word, lexicon):
        return None
    for cut in range(2, len(word) - 3):
        entries = lexicon.word(word[cut:]).entries
        whole = len(word) - cut
        under = next((Decimal(value) for size, kind, value in entries if kind == "under" and size == whole), None)
        number = whole_word(word[:cut], lexicon) if under else None
        if number is None or under is None:
            continue
        composer = Composer()
        composer.add((Reading(number, _ONE),), True)
        value = _together(composer, under)
        if value is not None:
            return value
    return None
