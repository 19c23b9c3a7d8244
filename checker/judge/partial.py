"""Claims that agree as far as both versions say them, and of which one says only a part: a day, the end of a range."""

from collections.abc import Iterator
from dataclasses import replace

from checker.compare import compare_values
from checker.judge.elsewhere import Elsewhere
from checker.judge.terms import Terms
from checker.languages import name
from checker.model import Bound, Claim, Fact, Level, Moment, Quantity, Rule, Value, Verdict
from checker.show import shown
from checker.weight import small, weight

_PARTS = ("year", "month", "day")
"""The parts of a date that one text can't leave to its reader. A year often goes without saying."""


def partly(fact: Fact, terms: Terms, elsewhere: Elsewhere) -> Iterator[Verdict]:
    """The versions that say less of a date or a range than the source, or more.

    Without a source nothing is said here: which of two versions left a day out, only a third could tell.
    """
    source = fact.claims.get(terms.source or "")
    if source is None:
        return
    for language, claim in fact.claims.items():
        if claim is source:
            continue
        for less, more in ((source, claim), (claim, source)):
            rule = _less(less, more, elsewhere)
            if rule is not None:
                yield _verdict(fact, language, source, rule)
                break


def _verdict(fact: Fact, language: str, source: Claim, rule: Rule) -> Verdict:
    mine, theirs = fact.claims[language].mention, source.mention
    expected, found = shown(theirs), shown(mine)
    message = f"{name(language)} says {found} where {name(source.language)} says {expected}: only a part is said of one"
    trust = round(0.5 + 0.3 * min(weight(mine), weight(theirs)), 2)
    return Verdict(fact, language, rule, Level.WARNING, message, expected, found, trust, right=theirs)


def _less(less: Claim, more: Claim, elsewhere: Elsewhere) -> Rule | None:
    """The rule that a claim breaks that says less than another, unless its sentence says the rest elsewhere.

    A version that says as little at some other place of the claim has been followed there.
    """
    short, full = less.mention.value, more.mention.value
    if any(_as_little(occurrence.mention.value, short) for occurrence in more.occurrences):
        return None
    if isinstance(short, Moment) and isinstance(full, Moment):
        return Rule.DATE if _lacks_part(less, more, elsewhere) else None
    if not isinstance(short, Quantity) or not isinstance(full, Quantity) or full.low == full.high:
        return None
    if short.low != short.high or (small(less.mention) and small(more.mention)):
        return None
    return Rule.VALUE if _lacks_end(less, full, more.language, elsewhere) else None


def _as_little(value: Value, short: Value) -> bool:
    """Whether a value says no more than another: no more parts of a date, a single number."""
    if isinstance(value, Moment) and isinstance(short, Moment):
        return all(getattr(value, part) is None or getattr(short, part) is not None for part in _PARTS)
    if isinstance(value, Quantity) and isinstance(short, Quantity):
        return value.low == value.high
    return False


def _lacks_part(less: Claim, more: Claim, elsewhere: Elsewhere) -> bool:
    return any(
        not elsewhere.digits(occurrence.segment, number)
        for part in _PARTS
        if not _parts(less, part)
        for number in _parts(more, part)
        for occurrence in less.occurrences
    )


def _parts(claim: Claim, part: str) -> set[int]:
    """What the occurrences of a claim give for a part of a date."""
    values = [occurrence.mention.value for occurrence in claim.occurrences]
    return {getattr(value, part) for value in values if isinstance(value, Moment)} - {None}


def _lacks_end(less: Claim, full: Quantity, other: str, elsewhere: Elsewhere) -> bool:
    ends = [replace(full, low=end, high=end) for end in (full.low, full.high)]
    said = [_unbound(occurrence.mention.value) for occurrence in less.occurrences]
    rest = [end for end in ends if not any(compare_values(value, _unbound(end)).agrees for value in said)]
    return not all(any(elsewhere.alone(item.segment, end, other) for item in less.occurrences) for end in rest)


def _unbound(value: Value) -> Value:
    """An amount without its bound: "from 2 metres up to 4 metres" says both ends of 2 to 4 metres."""
    return replace(value, bound=Bound.EXACT, side=None) if isinstance(value, Quantity) else value
