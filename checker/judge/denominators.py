"""What equal amounts are parts of or counted by: percent or points, per day or per person, nine of ten or just ten."""

from collections.abc import Iterator, Mapping, Set
from fractions import Fraction

from checker.judge.terms import Terms, say, who
from checker.languages import load, name, units
from checker.model import Claim, Fact, Level, Quantity, Rule, Verdict
from checker.scan import scan
from checker.show import shown

_PART, _PERCENT, _POINT = "part", "percent", "percent-point"
_TIME, _THING = "time", "thing"
_FINEST = 20
"""The greatest denominator of a part of a whole that is said in two numbers."""
_SEVERAL = 2
"""Versions of one mind that it takes to tell more than a note of the only one that says otherwise."""


def denominators(fact: Fact, terms: Terms) -> Iterator[Verdict]:
    """The versions whose amounts are equal, and not of the same thing."""
    yield from _halves(fact, terms)
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


def _against(fact: Fact, said: Mapping[str, str], rule: Rule, terms: Terms) -> Iterator[Verdict]:
    """The versions that say one of two things where others say the other; notes but for one against several."""
    for language, mine in said.items():
        against = [other for other, theirs in said.items() if theirs != mine]
        fellows = len(said) - len(against)
        if terms.source in said:
            against = [other for other in against if other == terms.source]
        if against and language != terms.source and (terms.source in said or fellows <= len(against)):
            several = fellows == 1 and len(said) > _SEVERAL and mine != _POINT
            yield _verdict(fact, language, against, rule, terms.level(rule) if several else Level.NOTE)


def _halves(fact: Fact, terms: Terms) -> Iterator[Verdict]:
    """The versions that say one of the two numbers of a part of a whole, and nothing of the other."""
    shares = {language: share for language, claim in fact.claims.items() if (share := _share(claim))}
    for language, claim in fact.claims.items() if shares else ():
        value = claim.mention.value
        if not isinstance(value, Quantity) or value.unit is not None or value.low != value.high:
            continue
        against = [other for other, share in shares.items() if value.low in (share.numerator, share.denominator)]
        segments = [found.segment for found in claim.occurrences]
        if not against or any(terms.holds(each, fact.claims[against[0]].mention) for each in segments):
            continue
        if language != terms.source:
            yield _verdict(fact, language, against, Rule.VALUE, terms.level(Rule.VALUE))
        else:
            yield from (_verdict(fact, each, [language], Rule.VALUE, terms.level(Rule.VALUE)) for each in against)


def _share(claim: Claim) -> Fraction | None:
    """The part of a whole that a claim is, where it is more than one of so many: 9/10."""
    value = claim.mention.value
    if not isinstance(value, Quantity) or value.unit != _PART or value.low != value.high or not 0 < value.low < 1:
        return None
    share = Fraction(value.low).limit_denominator(_FINEST)
    return share if share.numerator > 1 else None


def _verdict(fact: Fact, language: str, against: list[str], rule: Rule, level: Level) -> Verdict:
    found, expected = shown(fact.claims[language].mention), shown(fact.claims[against[0]].mention)
    message = f"{name(language)} says {found} where {who(against)} {say(against)} {expected}"
    return Verdict(fact, language, rule, level, message, expected, found, 0.7)
