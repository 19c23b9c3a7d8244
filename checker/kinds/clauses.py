"""The clause around an amount, and whether it is negated."""

import re

from checker.languages.lexicon import Match
from checker.model import Span
from checker.scan import Scan

CLAUSE = re.compile(r"[;；؛!?。！？।؟۔\n]|[,،、，](?!\d)|[.:·](?=\s|$)|[()（）\[\]]")
"""Where a clause ends."""
_OPENING = "clause_opening"
"""The words that open a clause without a comma before them: is not charged if they are under 27."""
_NEAR = 40
"""Code points around an amount in which its clause is looked through for a word that turns or undoes its bound."""
_FAR = 80
"""The same ahead of a comparative: may under no circumstances send more than; at least is rarely negated so far off."""


def clause(scan: Scan, start: int, end: int, *, ahead: int = _NEAR) -> Span:
    """The clause around a stretch, `ahead` code points before it at the most.

    What commas enclose behind a negation is a part of it: may not, under any circumstances, send more.
    """
    low, high = max(0, start - ahead), min(len(scan.text), end + _NEAR)
    inserted, whole = False, low
    for sign in CLAUSE.finditer(scan.text, low, start):
        closes = inserted and sign.group() == ","
        inserted = not closes and sign.group() == "," and bool(scan.before(sign.start(), "negation"))
        whole = sign.end()
        if not (inserted or closes):
            low = whole
    closing = CLAUSE.search(scan.text, end, high)
    high = closing.start() if closing else high
    if scan.says(_OPENING):
        low = max((word.end for word in scan.within(whole, start, _OPENING)), default=low)
        high = min((word.start for word in scan.within(end, high, _OPENING)), default=high)
    return Span(low, high)


def negated(scan: Scan, word: Match, start: int, end: int, *, comparative: bool) -> bool:
    """Whether the clause around an amount at `start` to `end` has a negation, other than in the word that bounds it."""
    ahead = _FAR if comparative else _NEAR
    low, high = clause(scan, min(start, word.start), max(end, word.end), ahead=ahead)
    apart = ((start, end), (word.start, word.end))
    found = scan.within(low, high, "negation")
    return any(all(match.end <= first or last <= match.start for first, last in apart) for match in found)
