"""Ranges: 9.2 to 9.5 billion euros, between 3 and 5, 10–15 %."""

from checker.kinds.measured import Amount, measured
from checker.languages.folding import is_letter
from checker.languages.lexicon import Match
from checker.numbers import Number
from checker.scan import Scan

_LONGEST_BETWEEN = 16
"""Code points between the ends of a range at the most."""


def range_end(scan: Scan, first: Amount, number: Number) -> Amount | None:
    """The high end of a range that begins with `first`; None where the next number is another claim."""
    second = measured(scan, number)
    between = scan.text[first.end : second.start].strip(" ")
    if not between or second.start < first.end or len(between) > _LONGEST_BETWEEN or ". " in between:
        return None
    place = scan.after_gap(first.end) if not between.startswith("-") else first.end
    for position in dict.fromkeys((place, scan.after_gap(first.end))):
        for match in scan.at(position, "between", "pair_between"):
            if scan.text[match.end : second.start].strip(" -"):
                continue
            if match.category == "pair_between" and not _opened(scan, first):
                continue
            if first.unit and second.unit and first.unit != second.unit:
                continue
            if not _plausible(first, second) or _change(scan, first, second, match):
                continue
            return second
    return None


def _opened(scan: Scan, first: Amount) -> bool:
    """Whether the word that needs `and` for its range stands before a number: between 3 and 5."""
    position = first.start
    for _ in range(3):
        position = scan.before_gap(position)
        if scan.before(position, "pair_opening"):
            return True
        skipped = scan.before(position, "linker", "bound_before", "article")
        if not skipped:
            return False
        position = skipped[0].start
    return False


def _change(scan: Scan, first: Amount, second: Amount, connector: Match) -> bool:
    """Whether "from 287 million to 312 million" may be a change: both ends are whole amounts with a word between."""
    whole = first.unit is not None and second.unit is not None and first.number.scaled == second.number.scaled
    return whole and connector.category == "between" and is_letter(scan.text[connector.start])


def _plausible(first: Amount, second: Amount) -> bool:
    low, high = first.number.value * first.factor, second.number.value * second.factor
    if low < high:
        return True
    return second.number.scaled and not first.number.scaled and low * second.number.readings[0].step < high * 10**15
