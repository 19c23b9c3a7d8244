"""What the unit behind a part of a whole means: every third month, a third of Japanese people, half the day's fee."""

import re
from decimal import Decimal

from checker.languages import DURATION, dimension, units
from checker.languages.folding import is_letter, script
from checker.languages.lexicon import Match
from checker.scan import Scan

_DAY = 86400
"""Seconds."""
_GOING_ON = ("linker", "and", "bound_after", "per")
"""Categories of what follows a unit and is no part of its word: 一年以上."""
_PARTICLE = re.compile("[\u3041-\u309f]")
"""Hiragana, in which particles are written: 4分の1年で."""


def of_another(scan: Scan, end: int, unit: Match) -> bool:
    """Whether the unit behind a part only tells more of a noun: половину месячной платы, a third of the time of Ada.

    So does one of a single character that a word goes on with: 三分之一日本人, 一半年轻人.
    """
    if any(match.end >= unit.end for match in scan.at(unit.start, "attributive")):
        return True
    if unit.end - unit.start > 1 and any(match.end == unit.end for match in scan.at(unit.start, "per")):
        return True  # yarısı ayda 1.500 avro
    if unit.end - unit.start == 1 and script(scan.text[unit.start]) == "joined" and calendar(unit):
        goes_on = scan.text[unit.end : unit.end + 1]
        if goes_on and is_letter(goes_on) and not _PARTICLE.match(goes_on) and not scan.at(unit.end, *_GOING_ON):
            return True
    linker = scan.longest(scan.after_gap(unit.end), "linker") if unit.start > scan.after_gap(end) else None
    owner = scan.after_gap(linker.end) if linker else len(scan.text)
    return scan.folded.original[slice(*scan.folded.span(owner, owner + 1))].isupper() if linker else False


def calendar(unit: Match) -> bool:
    """Whether a unit is a day or more, of which parts are seldom told."""
    return dimension(unit.value) == DURATION and Decimal(units()[unit.value]["factor"]) >= _DAY


def every(scan: Scan, start: int, end: int) -> Decimal | None:
    """How many spans of time are counted where one in so many is told with an ordinal: var tredje månad, 3 months."""
    if scan.at(start, "article", "number"):
        return None  # one third of an hour
    return next((Decimal(rank.value) for rank in scan.before(end, "ordinal") if rank.start > start), None)
