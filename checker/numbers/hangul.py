"""Numbers in Korean script, which are written on without a gap and take particles: 백이십오, 삼분의 일, 천삼백은."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from checker.languages.folding import is_letter
from checker.languages.lexicon import Lexicon, between
from checker.languages.tree import Entry
from checker.numbers.composing import Composer, Group
from checker.numbers.literals import Reading
from checker.scan import Scan

HANGUL = re.compile("(?<![\uac00-\ud7a3])[\uac00-\ud7a3]+")
_DIGITS = re.compile(r"\d{1,4}(?![\d.,])")
"""Digits that a smaller scale word may follow."""
_ONE = Decimal(1)
_LONGEST = 4
"""Syllables of the longest number word."""
_TEN = "10"
_MYRIAD = Decimal(10_000)
"""The greatest scale word that is an amount alone before what it counts: 만 명, but 조 is rather another word."""
_GREAT = Decimal(10) ** 12
"""From here on, a scale word and the digit before it are rather another word: 구조 is a structure."""
_SURE = 3
"""Syllables from which a number word before a particle is hardly another word (만일 is "if")."""
_COUNTED = ("unit", "currency", "subunit", "counter", "percent", "points", "ordinal_marks_after")
"""Categories of what a number counts: before them even a short word is a number."""
_AFTER = ("particle", "part_and", "linker", "bound_after", "between", "and", "hour_after", "day_after", "year_after")
"""Categories of what else may be written onto a number."""


@dataclass(slots=True)
class Syllables:
    """A number under way: `bare` says that it begins with a scale word, `scales` how many it has."""

    composer: Composer
    end: int
    bare: bool = False
    scales: int = 0
    greatest: Decimal = _ONE


def hangul(scan: Scan, start: int) -> tuple[Reading, int] | None:
    """The number that a Korean word begins with, and where it ends; None where the word is none.

    Where the place asks for a number (behind a minus, above a denominator) one syllable before a particle will do.
    """
    if scan.text[start : start + 1] not in _heads(scan.lexicon) or not opens_word(scan, start):
        return None
    found = Syllables(Composer(), start)
    while _step(scan, found):
        pass
    length = found.end - start
    skip = scan.longest(start, "skip")
    if not length or (skip and skip.end > found.end) or not _stands(scan, found, length, _asked(scan, start)):
        return None
    return found.composer.result()[0], found.end


def may_begin(scan: Scan) -> bool:
    """Whether a Korean word, scanned alone, may begin with a number, whatever stands around it."""
    found = Syllables(Composer(), 0)
    while _step(scan, found):
        pass
    end = found.end
    return bool(end) and (end == len(scan.text) or bool(scan.at(end, *_AFTER, *_COUNTED)) or _over(scan, end))


def opens_word(scan: Scan, start: int) -> bool:
    """Whether no Korean word is under way at a place; a mark or a bound may be written ahead (제이십)."""
    text = scan.text
    if start == 0 or not HANGUL.match(text[start - 1]) or not HANGUL.match(text[start]):
        return True
    ahead = scan.before(start, "ordinal_marks_before", "bound_before", "minus")
    return any(match.start == 0 or not HANGUL.match(text[match.start - 1]) for match in ahead)


def closed(scan: Scan, end: int) -> bool:
    """Whether a Korean word may end at a place: nothing of it follows, or a particle."""
    return end >= len(scan.text) or not HANGUL.match(scan.text[end]) or bool(scan.at(end, *_AFTER))


@lru_cache(maxsize=8)
def _heads(lexicon: Lexicon) -> frozenset[str]:
    """The syllables that number words begin with."""
    alone = {syllable for syllable in lexicon.tree if HANGUL.match(syllable) and _alone(lexicon, syllable)}
    return frozenset(alone | {form[0] for form in lexicon.parts})


def _step(scan: Scan, found: Syllables) -> bool:
    """Takes the next number word on."""
    for length in range(_LONGEST, 0, -1):
        form = scan.text[found.end : found.end + length]
        entry = _entry(scan, form) if len(form) == length else None
        if entry and not into_particle(scan, found.end + length) and _take(found, entry):
            found.end += length
            return True
    return False


def into_particle(scan: Scan, end: int) -> bool:
    """Whether the last syllable of what ends at a place rather begins a particle: 백만큼, as much as a hundred."""
    particle = scan.longest(end - 1, "particle") if scan.says("particle") else None
    return particle is not None and particle.end > end


def _entry(scan: Scan, form: str) -> Entry | None:
    if len(form) > 1:
        return scan.lexicon.parts.get(form)
    return _alone(scan.lexicon, form)


def _alone(lexicon: Lexicon, syllable: str) -> Entry | None:
    entries: tuple[Entry, ...] = lexicon.tree.get(syllable, {}).get("", ())
    return next((entry for entry in entries if entry.category in ("scale", "number")), None)


def _take(found: Syllables, entry: Entry) -> bool:
    composer, value = found.composer, Decimal(entry.value)
    if entry.category == "number":
        return composer.add((Reading(value, _ONE),), True)
    if composer.beside and value == composer.groups[-1].scale:
        return False
    if not composer.groups:
        composer.groups.append(Group([value], value, value))
        found.bare = True
        composer.beside = True
    elif not (composer.one_more(value) if value < composer.below() else composer.multiply(value)):
        return False
    found.scales += 1
    found.greatest = max(found.greatest, value)
    return True


def _stands(scan: Scan, found: Syllables, length: int, loose: bool) -> bool:
    """Whether what follows lets the syllables be a number."""
    text, end = scan.text, found.end
    ends = end >= len(text) or not is_letter(text[end])
    beyond = scan.after_gap(end)
    units = scan.at(end, *_COUNTED)
    counted = bool(units) or bool(scan.at(beyond, "ordinal_marks_after"))
    if _over(scan, end):
        return True
    whole = any(closed(scan, match.end) for match in units or scan.at(beyond, *_COUNTED))
    told = ends or bool(scan.at(end, *_AFTER))
    if length < _SURE and _joins_fraction(scan, end):
        return True  # 백삼과 삼분의 이
    if found.bare and length == 1:
        return (whole and found.greatest <= _MYRIAD) or (loose and told) or _goes_on(scan, found)
    if found.greatest >= _GREAT and length <= _SURE and _ends_in_digit(found):
        return False  # 조사원 is who surveys, 구조사 who rescues
    if found.greatest >= _GREAT and length <= 2:
        return whole
    if counted:
        return length > 1 or found.bare or (whole and bool(scan.at(end - length, "counting")))
    if length >= _SURE or loose:
        return told
    if length == 1:
        return told and bool(scan.at(end - length, "noun"))
    first = _entry(scan, text[end - length])
    return told and found.scales > 0 and (not found.bare or (first is not None and first.value == _TEN))


def _ends_in_digit(found: Syllables) -> bool:
    """Whether a single digit follows the greatest scale word, which is then rather a part of another word."""
    return 0 < found.composer.result()[0].value % found.greatest < Decimal(_TEN)


def _goes_on(scan: Scan, found: Syllables) -> bool:
    """Whether a scale word that is a word of its own goes on in the next word: 만 오천, 만 천구백, 만 2천."""
    start = found.end - 1
    following = Syllables(Composer(), scan.after_gap(found.end))
    if start and is_letter(scan.text[start - 1]):
        return False
    digits = _DIGITS.match(scan.text, following.end)
    scale = scan.longest(digits.end(), "scale") if digits else None
    if scale and Decimal(scale.value) < found.greatest:
        return True
    if following.end == found.end:
        return False
    begin = following.end
    while _step(scan, following):
        pass
    less = following.end - begin > 1 and following.composer.result()[0].value < found.composer.groups[0].scale
    return less and (not following.bare or following.end - begin >= _SURE)


def _asked(scan: Scan, start: int) -> bool:
    """Whether what stands before asks for a number: a minus, the word of a denominator."""
    before = scan.before_gap(start)
    return bool(scan.before(before, "minus")) or any(scan.text.endswith(word, 0, before) for word in _words(scan))


def _over(scan: Scan, end: int) -> bool:
    """Whether a denominator's word stands there: the 분의 of 삼분의 일."""
    position = scan.after_gap(end)
    return any(scan.text.startswith(word, position) for word in _words(scan))


def _joins_fraction(scan: Scan, end: int) -> bool:
    """Whether a particle joins a fraction to what ends at a place, by the word between its numbers: 백과 사분의 삼."""
    joint = scan.longest(end, "part_and")
    near = scan.text[joint.end : joint.end + 3 * _LONGEST] if joint else ""
    return any(word in near for word in _words(scan))


def _words(scan: Scan) -> tuple[str, ...]:
    return between(scan.lexicon.quotients)
