"""Words beside an amount that are bounds elsewhere: below 10 metres under water, more than in a time before."""

from checker.kinds.clauses import clause
from checker.languages import DURATION, dimension
from checker.languages.lexicon import Match
from checker.scan import Scan

_BELOW, _SCALE = "below", "scale"
"""Values of `bound_depth`: what means deeper of depths, and less of all else; the words that tell of depths."""
_AGO, _AHEAD = "ago", "ahead"
"""Values of `bound_past`, the words for ago that stand behind a span of time, and before it."""
_BEFORE = "before"
"""The value of words of order for before."""
_COMPARATIVE = ("more-than", "less-than", "at-most?")
"""How the values of comparatives begin, those of quantity among them: more than, as many as."""
_LENGTH = "length"
_SHARES = ("number", "multiple", "fraction", "scale", "percent", "points", "unit", "currency", "counter")
"""Categories of what tells by how much two times differ: 7 percent more than, twice as many as."""


def unbounded(scan: Scan, word: Match, start: int, end: int) -> bool:
    """Whether the word for a bound beside an amount at `start` to `end` says on which side of it nothing lies."""
    if not scan.says("bound_depth", "bound_past", "order_ahead", "order_behind"):
        return False
    return _deeper(scan, word, start, end) or _compared(scan, word, start, end)


def _deeper(scan: Scan, word: Match, start: int, end: int) -> bool:
    """Whether the word for below is rather one for deeper: not waterproof below 10 metres."""
    if not any(match.end == word.end and match.value == _BELOW for match in scan.at(word.start, "bound_depth")):
        return False
    if not any(dimension(match.value) == _LENGTH for match in scan.within(start, end, "unit")):
        return False
    low, high = clause(scan, min(start, word.start), max(end, word.end))
    return any(match.value == _SCALE for match in scan.within(low, high, "bound_depth"))


def _compared(scan: Scan, word: Match, start: int, end: int) -> bool:
    """Whether a comparative compares with a time, and doesn't bound it: 7 percent more than a year ago."""
    if word.start >= start or not word.value.startswith(_COMPARATIVE):
        return False
    if not any(dimension(match.value) == DURATION for match in scan.within(start, end, "unit")):
        return False
    ahead = scan.before_any(start, "bound_past", "order_ahead")
    if any(_says(match, _AHEAD) and match.start != word.start for match in ahead):  # до 6 лет is no comparison
        return True
    place = scan.after_gap(end)
    if not any(_says(match, _AGO) for match in scan.at(place, "bound_past", "order_behind")):
        return False
    by = scan.before_gap(word.start)
    return by > 0 and (scan.text[by - 1].isdigit() or scan.text[by - 1] in "%٪" or bool(scan.before(by, *_SHARES)))


def _says(match: Match, place: str) -> bool:
    return match.value == (place if match.category == "bound_past" else _BEFORE)
