"""Scale words that are none: a letter that stands apart, that begins a name, or a syllable of another word."""

from decimal import Decimal

from checker.languages.folding import is_letter, script
from checker.languages.lexicon import Match
from checker.numbers.words import CLOSED, capital
from checker.scan import Scan

_GREAT = Decimal(10) ** 12
"""From here on, a Korean scale word is rather another word where it does not count money."""


def loose_letter(scan: Scan, match: Match) -> bool:
    """Whether a scale word of one small letter stands apart from its digits, as a word of its own (16,5 k obědu).

    One with a digit behind it is of a name: 120,000 B300 chips.
    """
    one, kind = match.end - match.start == 1, script(scan.text[match.start])
    if one and kind == "spaced" and scan.text[match.end : match.end + 1].isdigit():
        return True
    if kind == "hangul" and Decimal(match.value) >= _GREAT and _syllable(scan, match):
        return True
    apart = (
        one
        and scan.text[match.start - 1] in " -"
        and kind == "spaced"
        and scan.text[match.start] != scan.text[match.start].upper()  # a letter, and no syllable
    )
    if not apart or CLOSED.match(scan.text, match.end):
        return False  # 2,33 k
    return not scan.at(scan.after_gap(match.end), "currency", "percent") and not capital(scan, match)


def _syllable(scan: Scan, match: Match) -> bool:
    """Whether a great scale word begins another word, or is the article of a law: 1 경주 (race), 제13조."""
    place = match.start
    while place and scan.text[place - 1].isdigit():
        place -= 1
    if place < match.start and scan.before(place, "ordinal_marks_before"):
        return True
    goes_on = is_letter(scan.text[match.end : match.end + 1] or " ")
    return goes_on and scan.text[match.start - 1] == " " and not scan.at(match.end, "currency", "particle", "scale")
