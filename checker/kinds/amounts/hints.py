"""Whether an amount is for each or for all, and whether it is a rise or a fall, by the words of its clause."""

from checker.kinds.bounds.bounds import Limit, Place, leads
from checker.kinds.clauses import clause
from checker.languages.lexicon import Match
from checker.model import Bound, Kind, Span
from checker.numbers import Number
from checker.scan import Scan

DIRECTED = ("direction", "bound_difference", "bound_change")
"""Categories of words for rise and fall."""
_CHANGING = ("up", "down")
"""The values of `direction` that are a rise or a fall, and no profit or loss."""
_LITTLE = 4
"""Words at the most that stand between a word like total and its number, and one more: for a total of about US$ 400."""
_FAR = 60
"""Code points before an amount in which a rise or fall may be said, so that more of it is no rise: fell 26 % more."""


def only(scan: Scan, near: Span, place: Place, category: str) -> str | None:
    """What the clause says of an amount, where it says one thing only: `each` or `together`, `up` or `down`."""
    if not scan.says(category):
        return None
    matches = (match for match in scan.within(*near, category) if not _of_next(scan, match, place.end))
    found = {match.value for match in matches if not _rate(scan, match)}
    return found.pop() if len(found) == 1 else None


def _of_next(scan: Scan, match: Match, end: int) -> bool:
    """Whether a word behind an amount stands right before the next one: two lenses, for a total of 400 dollars."""
    position = match.end
    for _ in range(_LITTLE if match.start >= end else 0):
        position = scan.after_gap(position)
        if scan.text[position : position + 1].isdigit() or scan.at(position, "number"):
            return True
        small = scan.longest(position, "linker", "article", "currency", "bound_before")
        position = small.end if small else len(scan.text)
    return False


def paced(scan: Scan, near: Span, limit: Limit) -> bool:
    """Whether a span of time is how long something takes to rise or fall: doubled within six months."""
    return Bound.AT_MOST in limit.bounds or next(scan.within(*near, "multiple", "factor"), None) is not None


def _rate(scan: Scan, match: Match) -> bool:
    """Whether a word for each belongs to a denominator: each year."""
    return match.category == "share" and any(other.end > match.end for other in scan.at(match.start, "per"))


def scored(scan: Scan, number: Number, unit: Match) -> bool:
    """Whether a word that also counts points of a game or an account is no percentage point: 500ポイント, 3 pts.

    It is one behind decimals, and beside a percentage, a rise or a fall.
    """
    counts = unit.category == "points" and any(word.end == unit.end for word in scan.at(unit.start, "counter"))
    if not counts or number.value % 1:
        return False
    return not any(
        match.category != "direction" or match.value in _CHANGING
        for match in scan.within(*clause(scan, number.start, unit.end), "percent", *DIRECTED)
    )


def direction(scan: Scan, near: Span, place: Place, kind: Kind) -> str | None:
    """`up` or `down` by the clause, or by what stands beside an amount: 14 more than last year, up 7 percent."""
    said = only(scan, near, place, "direction")
    changed = scan.before_any(place.start, "bound_change") if kind is Kind.PERCENT else []
    if said or changed:
        return said or changed[0].value
    position = scan.after_gap(place.end)
    counter = scan.longest(position, "counter")
    position = scan.after_gap(counter.end) if counter else position
    beside = scan.longest(position, "bound_difference") if scan.says("bound_difference") else None
    if beside is None or any(match.end > beside.end for match in scan.at(position, "bound_after")):
        return None  # more or less
    low = max(0, place.start - _FAR)
    other = next(scan.within(low, near.end, "direction"), None) or leads(scan, beside)
    return None if other or _of_next(scan, beside, place.end) else beside.value
