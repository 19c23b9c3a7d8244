"""Signs: what stands before an amount and makes it negative, and what of a range it makes so."""

import re

from checker.kinds.clauses import clause
from checker.languages.folding import is_letter, script
from checker.languages.lexicon import Match
from checker.scan import Scan

SIGNS = "-\u2212"
BEFORE_MINUS = " (（~～"
"""What a minus follows."""
DASH = "\u2013"
"""The en dash, which is also written for a minus."""
_MARKS = "(（,:;،、"
"""What such a minus may follow without a space: (–67%)."""
_CLOSING = re.compile(r"[^\W\d]" + DASH + r"(?=[\s,.;:!?)]|$)")
"""The dash at the end of an aside, written onto its last word as the first is onto the first: –15 % more– rose."""
_ASIDE = 80
"""Code points of an aside at the most."""
_CELL = re.compile(r"[\d.,' ]*[^\w,;()]{0,3}$")
"""The rest of a text that is a number and its sign alone."""
_AMOUNT = ("number", "scale", "percent", "points", "currency", "subunit")
"""Categories of words for an amount, behind which a dash joins another to it: 5 –10 °C."""
_HYPHENED = re.compile(r"-\d+-[^\W\d]")
"""A number between two hyphens and a word."""
_NEAR = 4
"""Code points before an amount at the most, where nothing but a dash is there."""
_ENDS = ("opening", "pair_opening", "between", "pair_between")
"""Categories of words that an end of a range follows: from -5 to -2."""

Signs = tuple[tuple[int, int], ...]
"""The signs of the low and the high end, likeliest first."""
PLUS: Signs = ((1, 1),)
MINUS: Signs = ((-1, -1),)


def signs_of(scan: Scan, sign: int | None, *, both: bool) -> Signs:
    """What a minus before an amount makes negative: of a range the low end, rather both where it is a word.

    -5 to 18 °C begins below zero; minus five to ten degrees are more often ten below than ten above.
    """
    if sign is None:
        return PLUS
    low: Signs = ((-1, 1),)
    return MINUS if both else MINUS + low if is_letter(scan.text[sign]) else low + MINUS


def minus(scan: Scan, start: int, *, worded: bool = False) -> int | None:
    """Where the minus of a number stands, None where it has none.

    A hyphen between a word and a number is a minus where `worded` says so: it was -5 °C, but a member of Covid -19.
    """
    text = scan.text
    place = start - 1
    if _dashed(scan, place, worded=worded):
        return place
    if (place < 0 or text[place] not in SIGNS) and not scan.says("minus"):
        return None
    if place >= 0 and text[place] in SIGNS and start < len(text) and not _suspended(scan, place):
        before = text[place - 1] if place else " "
        if script(before) == "joined":
            return place  # 前年比の-5%
        if before == "-" and text[place] != before and place >= 2 and is_letter(text[place - 2]):
            return place  # a prefix with its hyphen: ל-−3
        if before in BEFORE_MINUS or place == 0:
            tied = text[place] == "-" and place >= 2 and before == " " and _tied(scan, place - 1, worded=worded)
            return None if tied else place
    place = scan.before_gap(start)
    if any(
        is_letter(scan.text[match.start]) and " " in scan.text[match.start : place]
        for match in scan.before(place, "bound_before")
    ):
        return None  # "al menos 150" is at least 150
    for match in scan.before(scan.before_gap(start), "minus"):
        if is_letter(text[match.start]) and not _counted(scan, match) and (worded or not _compared(scan, start)):
            return match.start
    return None


def minus_after(scan: Scan, end: int) -> Match | None:
    """The words for below zero behind an amount that ends at a place, or its unit, where that says so: minusgrader."""
    behind = scan.longest(scan.after_gap(end), "minus_after")
    return behind or next(iter(scan.before(end, "minus_after")), None)


def dash(scan: Scan, start: int, end: int) -> int | None:
    """Where the dash stands that is a minus, as nothing but an amount follows it: "- 10 k", as cells of tables say."""
    before = scan.text[: min(start, _NEAR + 1)].rstrip(" ") if start <= _NEAR else ""
    alone = before.lstrip(" ") in tuple(SIGNS) and not scan.text[end : end + _NEAR + 1].strip(" ")
    return len(before) - 1 if alone and before.lstrip(" ") else None


def _dashed(scan: Scan, place: int, *, worded: bool) -> bool:
    """Whether an en dash is the minus of the number it is written onto: bei –15 °C; 2.1 %, –0.4 %; not 5 –10 °C."""
    text, start = scan.text, place + 1
    if place < 0 or text[place] != DASH or start >= len(text) or text[start] == " " or is_letter(text[start]):
        return False
    if not place:
        return worded or _CELL.match(text, start) is not None
    before, end = text[place - 1], place - 1
    if before in _MARKS or (before == "-" and end and is_letter(text[end - 1])):
        return True
    if before != " " or _CLOSING.search(text, start, start + _ASIDE) or scan.before(end, *_AMOUNT):
        return False
    if any(
        text[scan.before_gap(unit.start) - 1 : unit.start].strip(" ").isdigit() for unit in scan.before(end, "unit")
    ):
        return False
    return not _tied(scan, end, worded=worded)


def _suspended(scan: Scan, place: int) -> bool:
    """Whether a hyphen stands for the beginning of a compound: Scope-1- und -2-Emissionen, but ein -5-Prozent-Ziel."""
    return _HYPHENED.match(scan.text, place) is not None and bool(scan.before_any(place, "and"))


def _counted(scan: Scan, word: Match) -> bool:
    """Whether a word is rather the unit of the number before it: 6 min 4,5 s."""
    number = scan.before_gap(word.start)
    named = any(unit.end == word.end for unit in scan.at(word.start, "unit"))
    return named and number > 0 and scan.text[number - 1].isdigit()


def _compared(scan: Scan, start: int) -> bool:
    """Whether the clause of a number goes on with a word for than, so that a minus before it is rather less."""
    high = clause(scan, start, start).end if scan.says("compared") else start
    return any(True for _ in scan.within(start, high, "compared"))


def _tied(scan: Scan, end: int, *, worded: bool) -> bool:
    """Whether a hyphen behind what ends at a place rather joins it to the number than makes that negative."""
    last = scan.text[end - 1]
    if worded or not is_letter(last):
        return last.isdigit()
    return not (scan.says(*_ENDS) and scan.before(end, *_ENDS))
