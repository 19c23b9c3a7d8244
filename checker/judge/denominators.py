"""What equal amounts are parts of or counted by: percent or points, per day or per person, nine of ten or just ten."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from checker.compare import compare
from checker.judge.terms import Terms, say, who
from checker.languages import load, name, units
from checker.model import Bound, Claim, Fact, Level, Mention, Quantity, Rule, Value, Verdict
from checker.scan import scan
from checker.show import shown
from checker.weight import ratio

_PERCENT, _POINT = "percent", "percent-point"
_TIME, _THING = "time", "thing"
_BOTH, _ONE = "both", "one"
"""The numbers of a part of a whole that a version says."""
_SEVERAL = 2
"""Versions of one mind that it takes to tell more than a note of the only one that says otherwise."""


def denominators(fact: Fact, terms: Terms) -> Iterator[Verdict]:
    """The versions whose amounts are equal, and not of the same thing."""
    for said in _halves(fact, terms):
        yield from _against(fact, said, Rule.VALUE, terms)
    yield from _against(fact, _percent(fact), Rule.UNIT, terms)
    yield from _against(fact, _counted(fact), Rule.SUBJECT, terms)


def _percent(fact: Fact) -> dict[str, str]:
    """The versions that say percent, and those that say percentage points."""
    found = {language: claim.mention.unit for language, claim in fact.claims.items()}
    return {language: unit for language, unit in found.items() if unit in (_PERCENT, _POINT)}


def _counted(fact: Fact) -> dict[str, str]:
    """The versions that count by a span of time, and those that count by persons or things; not those that do both."""
    found = {}
    for language, claim in fact.claims.items():
        value = claim.mention.value
        if isinstance(value, Quantity) and value.per is not None:
            found[language] = value.per
    sorts = {language: _sort(per) for language, per in found.items()}
    if len(set(sorts.values())) < _SEVERAL:
        return {}
    others = {sort: {per for per in found.values() if _sort(per) != sort} for sort in (_TIME, _THING)}
    return {language: sort for language, sort in sorts.items() if not _says(fact.claims[language], others[sort])}


def _sort(per: str) -> str:
    return _TIME if per in units() else _THING


def _says(claim: Claim, others: Set[str]) -> bool:
    """Whether the sentences of a claim have one of these denominators, too: per person and day."""
    segments = [found.segment for found in claim.occurrences]
    scans = [scan(segment.text, load(segment.language)) for segment in segments]
    return any(match.value in others for each in scans for match in each.within(0, len(each.text), "per", "unit"))


def _halves(fact: Fact, terms: Terms) -> Iterator[dict[str, str]]:
    """For each number of each part of a whole: the versions that say the part, and those that say this number of it
    and nothing of the other; not where the source is neither."""
    found = {language: pair for language, claim in fact.claims.items() if (pair := ratio(claim.mention.value))}
    for pair in dict.fromkeys(found.values()):
        whole = {language: _BOTH for language, each in found.items() if each == pair}
        part = fact.claims[next(iter(whole))].mention
        for number in pair:
            half = {language: _ONE for language, claim in fact.claims.items() if _lone(claim, number, part, terms)}
            if half and (terms.source not in fact.claims or terms.source in whole | half):
                yield whole | half


def _lone(claim: Claim, number: int, part: Mention, terms: Terms) -> bool:
    """Whether a claim is this bare number, in sentences that don't say the part of a whole that it belongs to."""
    value = claim.mention.value
    if not isinstance(value, Quantity) or value.unit is not None or not value.low == value.high == number:
        return False
    return not any(terms.holds(found.segment, part) for found in claim.occurrences)


def _against(fact: Fact, said: Mapping[str, str], rule: Rule, terms: Terms) -> Iterator[Verdict]:
    """The versions that say one of two things where others say the other of an equal amount; notes but for one against
    several. Of two alone, who says one number of a part of a whole lacks the other; who says both lacks nothing."""
    for language, mine in said.items():
        equal = [other for other in said if _equal(fact.claims[language].mention, fact.claims[other].mention)]
        against = [other for other in equal if said[other] != mine]
        fellows = len(equal) - len(against)
        if terms.source in said:
            against = [other for other in against if other == terms.source]
        elif fellows > len(against) or (mine == _BOTH and fellows == len(against)):
            continue
        if against and language != terms.source:
            alone = fellows == 1 and (len(equal) > _SEVERAL or rule is Rule.VALUE) and mine != _POINT
            yield _verdict(fact, language, against, rule, terms.level(rule) if alone else Level.NOTE)


def _equal(one: Mention, other: Mention) -> bool:
    """Whether two amounts are equal, whatever they are counted by and on whichever side of them something lies."""
    return one is other or compare(_amount(one), _amount(other)).agrees


def _amount(mention: Mention) -> Mention:
    readings = tuple(_plain(value) for value in mention.readings or (mention.value,))
    return replace(mention, value=readings[0], readings=readings)


def _plain(value: Value) -> Value:
    return replace(value, per=None, bound=Bound.EXACT, side=None) if isinstance(value, Quantity) else value


def _verdict(fact: Fact, language: str, against: Sequence[str], rule: Rule, level: Level) -> Verdict:
    """Names those of the others that say the same thing as most of them: per person, not per person or household."""
    groups: dict[tuple[object, ...], list[str]] = {}
    for other in against:
        value = fact.claims[other].mention.value
        key = (value.unit, value.per, value.bound) if isinstance(value, Quantity) else ()
        groups.setdefault(key, []).append(other)
    named = max(groups.values(), key=len)
    found, expected = shown(fact.claims[language].mention), shown(fact.claims[named[0]].mention)
    message = f"{name(language)} says {found} where {who(named)} {say(named)} {expected}"
    return Verdict(fact, language, rule, level, message, expected, found, 0.7)
