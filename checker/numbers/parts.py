"""Parts of a whole inside and beside numbers: 3/4, three fifths, 5分の1, two and a half, half a million."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from checker.languages import DURATION, dimension
from checker.languages.folding import fold, is_letter, script
from checker.languages.lexicon import Match
from checker.numbers.cardinals import Cardinal, cardinal
from checker.numbers.composing import Composer, Group
from checker.numbers.divided import composed, divided
from checker.numbers.hangul import into_particle
from checker.numbers.literals import ratio
from checker.numbers.shares import MOST, Part, apart, counts, lowest, quotient, told
from checker.numbers.words import at_word
from checker.scan import Scan

_SLOT = re.compile(r"\{(over|under|one)\}")
_ABBREVIATED = 2
"""Letters of a scale word that is an abbreviation at the most."""
_SMALLEST_UNDER = 3
"""The smallest denominator that is written with an ordinal: a third."""
_LAST = "$"
"""Ends a pattern that no word follows, which its second number would count: not 5 pays sur 7 îles, but sur 10."""
_ONWARD = ("and", "bound_before", "negation")
"""The words that may follow all the same."""


def part_at(scan: Scan, start: int, first: Cardinal | None) -> Part | None:
    """The part of a whole that begins at a place; `first` is the number there, if there is any."""
    divided = quotient(scan, start)
    if divided:
        return divided
    first = first or _scales(scan, start)
    made = _of_number(scan, start, first) if first else _of_article(scan, start)
    word = scan.longest(start, "fraction")
    word = None if word and cut_short(scan, word) else word
    if word and (made is None or word.end >= made.end) and (first is None or word.end >= first.end):
        return Part(start, word.end, Decimal(word.value), is_letter(scan.text[start]), named=True)
    return made


def cut_short(scan: Scan, word: Match) -> bool:
    """Whether the number that ends a phrase for a part goes on with a scale word: one in ten thousand is no tenth."""
    scale = scan.longest(scan.after_gap(word.end), "scale")
    if scale is None or scale.end - scale.start <= _ABBREVIATED:
        return False
    return any(number.start > word.start for number in scan.before(word.end, "number"))


def more(scan: Scan, end: int, composer: Composer) -> int:
    """Adds a part of one to a number that ends at a place (and a half, 2 1/4, ½); where the number then ends."""
    position = scan.after_gap(end)
    half = scan.longest(position, "half_more") or _half_beside(scan, end, position)
    if half:
        return _raise(scan, composer, Decimal("0.5"), half.end)
    last = composer.groups[-1]
    if last.step < 1 or (last.written and len(last.values) > 1):
        return end
    beside = _beside(scan, end, position)
    if beside:
        return _raise(scan, composer, beside.value, beside.end)
    if last.written and last.scale == 1 and last.values[0] >= MOST:
        return end  # in 2019 and a half of 2020
    for beyond in _joints(scan, position):
        part = part_at(scan, beyond, cardinal(scan, beyond))
        counted = part is not None and not part.spelled  # not one in 2 and a third of them
        if part and 0 < part.value < 1 and (counted or not scan.at(scan.after_gap(part.end), "linker")):
            scaled = part.named and not _written_out(scan, part)
            return _raise(scan, composer, part.value, part.end, scaled=scaled)
    return end


def part_beyond(scan: Scan, end: int) -> Decimal | None:
    """The part of one that an `and` joins to a number over the word that it counts: 2 cups and a half."""
    first = scan.after_gap(end)
    if scan.text[end : end + 1] != " " or not at_word(scan.text, first) or script(scan.text[first]) != "spaced":
        return None
    place = scan.after_gap(scan.word_end(first))
    half = scan.longest(place, "half_more")
    if half:
        return Decimal("0.5")
    for beyond in _joints(scan, place):
        part = part_at(scan, beyond, cardinal(scan, beyond))
        if part and 0 < part.value < 1:
            return part.value
    return None


def _half_beside(scan: Scan, end: int, position: int) -> Match | None:
    """The half behind a number in words that counts with it what follows: to en halv million, fem en halv time."""
    half = scan.longest(position, "half_beside") if is_letter(scan.text[end - 1]) else None
    counted = half and scan.at(scan.after_gap(half.end), "unit", "scale", "percent", "currency")
    return half if counted else None


def _beside(scan: Scan, end: int, position: int) -> Part | None:
    """A part written right after a number: 2½, 2 1/4."""
    vulgar = scan.longest(position, "fraction")
    if vulgar and not is_letter(scan.text[position]) and not scan.text[position].isdigit():
        return Part(position, vulgar.end, Decimal(vulgar.value))
    part = quotient(scan, position) if position > end and scan.text[end - 1].isdigit() else None
    return part if part and (part.value < 1 or scan.text[end - 1].isdigit()) else None


def _joints(scan: Scan, position: int) -> Iterator[int]:
    """Where what an `and` joins to a number begins."""
    for match in scan.at(position, "part_and", "and"):
        yield scan.after_gap(match.end)
    for joint in scan.lexicon.joints:
        if joint in scan.lexicon.prefixes and scan.text.startswith(joint, position):
            yield scan.after_gap(position + len(joint))


def _raise(scan: Scan, composer: Composer, value: Decimal, end: int, *, scaled: bool = True) -> int:
    """Adds a part of one, of a smaller scale that follows (a billion and a half million), or of the last scale.

    Where it is not `scaled` it is a part of one whatever the scale: 一百万又五十分之一.
    """
    last = composer.groups[-1]
    place = last.scale if last.written else composer.place()  # a word of its own for two million is of millions
    scale = place if place >= 1000 and scaled else Decimal(1)
    following = scan.longest(scan.after_gap(end), "scale")
    if following and 100 <= Decimal(following.value) <= place:
        scale, end = Decimal(following.value), following.end
    composer.raise_by(value * scale, value * scale)
    return end


def may_divide(scan: Scan, end: int) -> bool:
    """Whether what stands behind a number may begin a pattern for parts of a whole."""
    lexicon = scan.lexicon
    between = _any_between((*lexicon.quotients, *lexicon.patterns), lexicon.bare)
    return between is not None and between.match(scan.text, end) is not None


@lru_cache(maxsize=256)
def _any_between(patterns: tuple[str, ...], bare: bool) -> re.Pattern[str] | None:
    """What stands between the two numbers of any of the patterns."""
    if not patterns:
        return None
    return re.compile("|".join(f"(?:{_compiled(pattern, bare)[1].pattern})" for pattern in patterns))


def _of_number(scan: Scan, start: int, first: Cardinal) -> Part | None:
    """A number and what it is divided by: three fifths, 5分の1, veintidós treintavos."""
    made = divided(scan, first)
    if made:
        return Part(start, made.end, ratio(made.over, made.under), first.spelled)
    over = first.composer.result()[0].value
    joint = scan.longest(scan.after_gap(first.end), "part_of") if first.spelled else None
    rank = scan.longest(scan.after_gap(joint.end), "ordinal") if joint else None
    if rank and Decimal(rank.value) >= _SMALLEST_UNDER:
        return Part(start, rank.end, ratio(over, Decimal(rank.value)), first.spelled)
    made = composed(scan, scan.after_gap(joint.end), over, told=True) if joint and over > 0 else None
    if made:
        return Part(start, made.end, ratio(over, made.under), first.spelled)
    for pattern in scan.lexicon.quotients:
        part = _pattern(scan, start, first, pattern)
        if part:
            return None if pattern.startswith("{over}") and (counts(part) or apart(part)) else part
    for pattern in scan.lexicon.patterns:
        part = _pattern(scan, start, first, pattern)
        if part and 0 < part.value < 1 and part.under and told(part.value, part.under):
            return None if counts(part) else part
    return None


def _of_article(scan: Scan, start: int) -> Part | None:
    """One of several parts, where an article stands for the one: a twenty-first, una de cada mil."""
    article = scan.longest(start, "article")
    made = composed(scan, scan.after_gap(article.end), Decimal(1)) if article else None
    if made or article is None:
        return Part(start, made.end, ratio(made.over, made.under)) if made else None
    one = Cardinal(Composer(), article.end)
    one.composer.groups.append(Group([Decimal(1)], Decimal(1)))
    patterns = (pattern for pattern in scan.lexicon.patterns if pattern.startswith("{over}"))
    parts = (_pattern(scan, start, one, pattern) for pattern in patterns)
    return next((part for part in parts if part and part.value < 1), None)


def _written_out(scan: Scan, part: Part) -> bool:
    """Whether a phrase for a part of a whole is a quotient of two numbers: 이분의 일 is half of one always."""
    first = cardinal(scan, part.start)
    made = (_pattern(scan, part.start, first, pattern) for pattern in scan.lexicon.quotients) if first else ()
    return any(each is not None and each.end == part.end for each in made)


def _pattern(scan: Scan, start: int, first: Cardinal, pattern: str) -> Part | None:
    """The part of a whole that begins with a number and is written by a pattern."""
    slots, between, behind = _compiled(pattern, scan.lexicon.bare)
    joint = between.match(scan.text, first.end)
    if joint is None or ("*" in pattern and _measured(scan, first.end, slots[0])):
        return None
    minus = scan.longest(joint.end(), "minus") if slots[0] == "under" else None
    second = cardinal(scan, scan.after_gap(minus.end) if minus else joint.end())
    if second is None:
        return None
    rest = behind.match(scan.text, second.end)
    one, other = (item.composer.result()[0].value for item in (first, second))
    over, under = (other, one) if slots[0] == "under" else (one, other)
    if rest is None or under <= 0 or ("one" in slots and over != 1):
        return None
    if "*" in pattern and slots[0] == "over" and not lowest(over, under):
        return None
    end = max(second.end, rest.end())
    if pattern.endswith(_LAST) and under != Decimal(1).scaleb(under.adjusted()) and _goes_on(scan, end):
        return None
    whole = scan.longest(scan.after_gap(end), "currency", "scale", "unit")
    if whole and is_letter(scan.text[whole.start]) and not into_particle(scan, whole.end):
        return None
    scales = _scales(scan, start) if slots[0] == "under" else None
    bare = scales is not None and scales.end == first.end
    value = -ratio(over, under) if minus else ratio(over, under)
    return Part(start, end, value, first.spelled and second.spelled, under, hundredths=bare)


def _goes_on(scan: Scan, end: int) -> bool:
    """Whether a word follows right behind a part of a whole, which may be what its second number counts."""
    follows = scan.text[end : end + 1] == " " and is_letter(scan.text[end + 1 : end + 2] or " ")
    return follows and not scan.at(end + 1, *_ONWARD)


def _measured(scan: Scan, end: int, slot: str) -> bool:
    """Whether the word behind the first number of a pattern makes it an amount: 50 foizdan 1 ortiq, 3 mètres sur 4.

    One of so many may be an amount (one dollar in five), and several spans of time (three days out of seven).
    """
    place = scan.after_gap(end)
    if slot == "one":
        return bool(scan.at(place, "percent"))
    long = slot == "over" and any(dimension(unit.value) != DURATION for unit in scan.at(place, "unit"))
    return long or bool(scan.at(place, "percent", "currency"))


def _scales(scan: Scan, start: int) -> Cardinal | None:
    """A scale word, or several, without a number, which only a part of a whole may begin with: 万分之三."""
    scale = scan.longest(start, "scale")
    if scale is None or script(scan.text[start]) != "joined" or not scan.lexicon.quotients:
        return None
    composer = Composer()
    composer.groups.append(Group([Decimal(scale.value)], Decimal(scale.value), Decimal(scale.value)))
    further = scan.longest(scale.end, "scale")
    while further and composer.multiply(Decimal(further.value)):
        scale, further = further, scan.longest(further.end, "scale")
    return Cardinal(composer, scale.end, scaled=True)


@lru_cache(maxsize=1024)
def _compiled(pattern: str, bare: bool) -> tuple[tuple[str, str], re.Pattern[str], re.Pattern[str]]:
    """The names of a pattern's two slots, what stands between them, and what stands behind them."""
    before, first, between, second, behind = _SLOT.split(pattern.removesuffix(_LAST))
    if before:
        raise ValueError(f"the fraction pattern {pattern!r} must begin with a slot")
    return (first, second), _literal(between, bare), _literal(behind, bare)


def _literal(text: str, bare: bool) -> re.Pattern[str]:
    """What stands in a pattern, as an expression over folded text; `*` is one word, a space at least one gap."""
    pieces = [_spaced(fold(piece, bare).text) for piece in text.strip().split("*")]
    words = r"[^\s\d.,;:!?()]+".join(piece.replace(r"\ ", "[ -]+") for piece in pieces)
    gap = "[ -]+" if text.startswith(" ") else "[ -]*"
    tail = "[ -]+" if text.endswith(" ") and words else "[ -]*"
    return re.compile(f"{gap}{words}{tail}" if words else gap if text else "")


def _spaced(piece: str) -> str:
    """A piece as an expression; letters of scripts that join words may stand apart."""
    gap = " *" if piece and script(piece[0]) == "joined" else ""
    return gap.join(map(re.escape, piece))
