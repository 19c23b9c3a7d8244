"""Spans of time before an event, by which a deadline is said: at the latest 3 days before departure."""

from checker.kinds.clauses import clause
from checker.languages.folding import is_letter
from checker.languages.lexicon import Match
from checker.scan import Scan

_BEHIND = "behind"
"""The value of a word for before that stands behind the event which follows the span: 3 nappal a kezdés előtt."""
_BESIDE, _AHEAD = ("beside", "either"), ("ahead", "either")
"""Values of those that stand right behind the span, and before it."""
_WORDS = 3
"""Words of the event at the most."""
_REACH = 30
"""Code points between a bound and its span at the most, with the event between them."""
_LATEST = "<"
"""Ends the value of a word that bounds a time."""


def before_event(scan: Scan, opening: int, start: int, end: int) -> bool:
    """Whether the span at `start` to `end`, whose bound begins at `opening`, is one before an event."""
    if not scan.says("bound_deadline"):
        return False
    ahead = (match for place in (opening, start) for match in scan.before_any(place, "bound_deadline"))
    if any(match.value in (*_AHEAD, _BEHIND) for match in ahead) or behind_span(scan, scan.after_gap(end)):
        return True
    position = scan.after_gap(end)
    for _ in range(_WORDS + 1):
        if any(match.value == _BEHIND for match in scan.at(position, "bound_deadline")):
            return True
        if position >= len(scan.text) or not is_letter(scan.text[position]):
            return False
        position = scan.after_gap(scan.word_end(position))
    return False


def behind_span(scan: Scan, position: int) -> Match | None:
    """The word for before at a place right behind a span."""
    return next((match for match in scan.at(position, "bound_deadline") if match.value in _BESIDE), None)


def far_ahead(scan: Scan, start: int, end: int) -> Match | None:
    """The bound of a span before an event that stands ahead of the event: en geç kalkıştan 3 gün önce."""
    if not scan.before_any(start, "bound_deadline") and not behind_span(scan, scan.after_gap(end)):
        return None
    low = max(clause(scan, start, end).start, start - _REACH)
    digit = scan.shaped.rfind("0", low, start)
    ahead = scan.within(max(low, digit + 1), start, "bound_before")
    return next((match for match in ahead if match.value.endswith(_LATEST)), None)


def far_behind(scan: Scan, position: int) -> Match | None:
    """The bound of a span before an event that stands behind that: 48 hours before your departure at the latest."""
    for _ in range(_WORDS + 2):
        position = scan.after_gap(position)
        late = scan.longest(position, "bound_after")
        if late and late.value.endswith(_LATEST):
            return late
        if position < len(scan.text) and scan.text[position] == ",":
            position += 1
        elif position < len(scan.text) and is_letter(scan.text[position]):
            position = scan.word_end(position)
        else:
            return None
    return None
