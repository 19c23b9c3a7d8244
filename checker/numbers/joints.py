"""What joins the parts of a spelled number: an `and`, a comma behind its thousands, nothing before "one thousand"."""

import re
from decimal import Decimal

from checker.languages.folding import is_letter
from checker.languages.lexicon import Match, between
from checker.numbers.composing import Composer, room
from checker.numbers.compounds import compound
from checker.numbers.literals import LITERAL, Reading
from checker.scan import Scan

_DIGITS = re.compile(r"\d+")
_TEN, _HUNDRED, _THOUSAND = Decimal(10), Decimal(100), Decimal(1000)
HUNDREDS = (_HUNDRED, _THOUSAND)
"""Scales that digits follow over an `and`: 3 hundred and 21."""
_PLACES = 3
"""Digits that go on with a number at the most."""
_WORDS = 6
"""Number words that are looked at behind an `and`."""
_ONE = (Reading(Decimal(1), Decimal(1)),)


def either(scan: Scan, match: Match) -> tuple[Reading, ...]:
    """The readings of a number word: one that is a smaller scale word in another case is one of that (مليونا)."""
    value = Decimal(match.value)
    scale = next((Decimal(each.value) for each in scan.at(match.start, "scale") if each.end == match.end), value)
    step = Decimal("0.5") if value % 1 else Decimal(1)
    return tuple(Reading(each, step) for each in sorted({min(scale, value), value}))


def continues(scan: Scan, position: int, composer: Composer) -> bool:
    """Whether `and` and a number word go on with a spelled number: 200 and 56, not 3 and 4."""
    if not composer.groups:
        return False
    last = composer.groups[-1]
    limit = last.scale if last.scale > 1 else room(last.values[0])
    number = scan.longest(position, "number")
    made = compound(scan, position) if number is None and scan.lexicon.parts else None
    if made:
        return 0 < made[0].value < limit
    if number is None:
        digits = _DIGITS.match(scan.text, position)
        literal = LITERAL.match(scan.text, position)
        if not digits or not literal or literal.end() > digits.end():
            return False
        scale = scan.longest(scan.after_gap(digits.end()), "scale")
        size = Decimal(scale.value) if scale else Decimal(1)
        if size >= last.scale or len(digits.group()) > _PLACES or not 0 < Decimal(digits.group()) * size < limit:
            return False
        thousands = scale is not None and size >= _THOUSAND and scale.end - scale.start > 1
        return thousands or (last.written and last.scale in HUNDREDS)  # 2 million and 300 thousand
    return 0 < Decimal(number.value) < limit or 0 < _thousands(scan, number)[0] < limit


def add_thousands(scan: Scan, match: Match, composer: Composer) -> bool:
    """Takes what its language has as one word, one thousand, on as one more of it: sex hundruð og eitt þúsund."""
    count, scale = _thousands(scan, match)
    if not composer.groups or not count or not composer.add((Reading(count, Decimal(1)),), True):
        return False
    return composer.multiply(scale)


def _thousands(scan: Scan, match: Match) -> tuple[Decimal, Decimal]:
    """How many of which scale word a number is that ends with one: eitt þúsund, dhá mhíle; no hundreds."""
    value = Decimal(match.value)
    for word in scan.before(match.end, "scale"):
        scale = Decimal(word.value)
        if word.start > match.start and scale >= _THOUSAND and not value % scale:
            return value / scale, scale
    return Decimal(0), Decimal(1)


def tied(scan: Scan, match: Match, composer: Composer) -> bool:
    """Whether an article is one, behind an `and` that is written onto a number: pitumpu't isa, seventy-one."""
    joints = scan.before_any(match.start, "and") if composer.groups else ()
    return any(is_letter(scan.text[joint.start - 1]) for joint in joints if joint.start) and composer.add(_ONE, True)


def two_numbers(scan: Scan, start: int, position: int, composer: Composer) -> bool:
    """Whether two numbers stand on either side of the `and` before a place, of which the first begins at `start`.

    A scale that was said is not said again (a thousand and two thousand), and between five hundred and six thousand
    are two ends, but between one hundred and six thousand and two hundred thousand are not.
    """
    place = composer.place()
    greatest, end = _greatest(scan, position)
    if greatest == place or greatest > place >= _THOUSAND:
        return True
    opened = greatest > place and scan.says("pair_opening") and scan.before_any(start, "pair_opening")
    return bool(opened) and not scan.at(scan.after_gap(end), "pair_between")


def shares(scan: Scan, linker: Match) -> bool:
    """Whether a linker before a scale word rather tells a part of it: تسعون من ألف are ninety of a thousand."""
    return scan.text[linker.start : linker.end] in between(scan.lexicon.patterns)


def unjoined(scan: Scan, match: Match, composer: Composer) -> bool:
    """Whether a number below ten lacks the `and` that its language has before it: مائتان، خمس مرات."""
    below = match.category == "number" and Decimal(match.value) < _TEN
    if not below or not scan.lexicon.ones_joined or not composer.groups:
        return False
    if scan.at(scan.after_gap(match.end), "scale"):
        return False  # một tỷ hai triệu: the two counts the millions
    before = scan.before_gap(match.start)
    return not scan.text.startswith(scan.lexicon.joints, match.start) and not scan.text.endswith(
        scan.lexicon.joints, 0, before
    )


def nought(scan: Scan, joint: Match) -> bool:
    """Whether an `and` is the nought that keeps an empty place, and so parts no two numbers: 四千零五万."""
    return any(match.end == joint.end and match.value == "0" for match in scan.at(joint.start, "number"))


def _greatest(scan: Scan, position: int) -> tuple[Decimal, int]:
    """The greatest scale word among the number words from a place on, and where they end."""
    greatest, end = Decimal(0), position
    for _ in range(_WORDS):
        match = scan.longest(position, "number", "scale")
        if match is None:
            break
        scale = scan.longest(position, "scale") if match.category == "number" else match
        if (scale and scale.end == match.end) or _thousands(scan, match)[0]:
            greatest = max(greatest, Decimal(match.value))
        end, position = match.end, scan.after_gap(match.end)
    return greatest, end


def past_comma(scan: Scan, end: int, composer: Composer) -> int | None:
    """Where a number in words goes on behind a comma after its thousands: one thousand, two hundred and six."""
    if not scan.text.startswith(",", end) or composer.place() < _THOUSAND or composer.groups[-1].written:
        return None
    beyond = scan.after_gap(end + 1)
    number = scan.longest(beyond, "number")
    scale = scan.longest(scan.after_gap(number.end), "scale") if number else None
    least = max(Decimal(found.value) for found in (number, scale) if found) if number else Decimal(0)
    return beyond if _HUNDRED <= least < composer.place() else None
