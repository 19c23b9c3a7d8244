"""Omissions and additions: claims that the aligned versions don't all make."""

from collections.abc import Iterator

from checker.camps import references
from checker.judge.elsewhere import Elsewhere
from checker.judge.sentence import Sentences
from checker.judge.terms import Terms, say, who
from checker.languages import name
from checker.model import Claim, Fact, Kind, Level, Moment, Quantity, Rule, Segment, Verdict
from checker.show import shown
from checker.weight import halving, small, weak, weight

_SLIGHT = 0.35
"""Weight of a value under which its absence is a note at the most."""
_MOST = 0.6
"""Share of the versions that must spell out a small number before its absence is more than a note."""

_FIRST = 2
"""The last of the ranks that are words of their own in many languages."""
_OTHERS = 4
"""Other versions of which most must say a half in words before its absence is more than a note."""


def missing(fact: Fact, terms: Terms, elsewhere: Elsewhere, sentences: Sentences) -> Iterator[Verdict]:
    """The versions that lack a claim, or the one that alone makes it."""
    if not fact.missing or all(_untold(claim) for claim in fact.claims.values()):
        return
    if terms.source is not None and terms.source not in fact.claims:
        yield from _added(fact, terms, elsewhere, terms.source)
    elif terms.source is None and len(fact.claims) == 1:
        yield from _alone(fact)
    else:
        yield from _omitted(fact, terms, elsewhere, sentences)


def _untold(claim: Claim) -> bool:
    """Whether other languages may well leave a claim out, or say it within another word; a month or a rank is told."""
    value = claim.mention.value
    rank = claim.mention.kind is Kind.ORDINAL and isinstance(value, Quantity) and value.low > _FIRST
    return (weak(claim.mention) and not rank and not isinstance(value, Moment)) or _counted(claim)


def _counted(claim: Claim) -> bool:
    """Whether a 2 is written onto a measure word, which other languages say as a word of its own: 2人 (both), 2倍."""
    value, end = claim.mention.value, claim.mention.end
    if not isinstance(value, Quantity) or not value.low == value.high == 2 or value.unit is not None:
        return False
    return claim.segment.text[end : end + 1].isalpha()


def _slight(fact: Fact) -> bool:
    """Whether a claim is so slight that other languages may well say it without a number."""
    if all(halving(claim.mention) for claim in fact.claims.values()):
        others = len(fact.claims) + len(fact.missing) - 1
        return others < _OTHERS or 3 * len(fact.claims) < 2 * others
    spelled = all(small(claim.mention) for claim in fact.claims.values())
    if spelled and len(fact.claims) < _MOST * (len(fact.claims) + len(fact.missing)):
        return True
    if all(weak(claim.mention) for claim in fact.claims.values()):
        return True
    return max(weight(claim.mention) for claim in fact.claims.values()) < _SLIGHT


def _same_text(fact: Fact, place: Segment) -> bool:
    """Whether a place is in the text that makes the claim, by its key, and not in the one before a text that is not
    there; texts without keys may all be."""
    return any(claim.segment.key == place.key for claim in fact.claims.values())


def _after_all(fact: Fact, language: str, elsewhere: Elsewhere) -> bool:
    """Whether a version says the value in another claim, or writes its digits where no claim was matched."""
    place = fact.places.get(language)
    mentions = [claim.mention for claim in fact.claims.values()]
    if place is None or not _same_text(fact, place):
        return False
    return elsewhere.again(place, mentions) or elsewhere.written(place, mentions)


def _added(fact: Fact, terms: Terms, elsewhere: Elsewhere, source: str) -> Iterator[Verdict]:
    """Claims that the source doesn't make; where several versions do, it is rather the source that was misread."""
    having = tuple(fact.claims)
    if source in fact.places and any(terms.holds(fact.places[source], fact.claims[each].mention) for each in having):
        return
    doubtful = _slight(fact) or len(having) > 1 or _after_all(fact, source, elsewhere)
    level = Level.NOTE if doubtful else terms.level(Rule.ADDITION)
    for language in having:
        found = shown(fact.claims[language].mention)
        message = f"{who(having)} {say(having)} {found}, which is not in the source ({name(source)})"
        yield Verdict(fact, language, Rule.ADDITION, level, message, None, found, _trust(fact, 0.5))


def _alone(fact: Fact) -> Iterator[Verdict]:
    """A claim of a single version, with no source to say whether it belongs there."""
    (language,) = fact.claims
    value = shown(fact.claims[language].mention)
    message = f"only {name(language)} says {value}"
    if len(fact.missing) == 1:
        message += f"; it is missing in {name(fact.missing[0])}"
    yield Verdict(fact, language, Rule.ADDITION, Level.NOTE, message, None, value, _trust(fact, 0.4))


def _omitted(fact: Fact, terms: Terms, elsewhere: Elsewhere, sentences: Sentences) -> Iterator[Verdict]:
    having = tuple(fact.claims)
    could = len(having) + len(fact.missing)
    sides = references(fact, terms.source)
    value = shown(sides[0].claim.mention)
    few = terms.source is None and 2 * len(having) < could
    for language in fact.missing:
        place = fact.places[language]
        if _same_text(fact, place) and any(terms.holds(place, claim.mention) for claim in fact.claims.values()):
            continue
        if elsewhere.runs_on(place, fact) or elsewhere.counted(place, fact):
            continue
        doubtful = few or _slight(fact) or _after_all(fact, language, elsewhere)
        level = Level.NOTE if doubtful else terms.level(Rule.OMISSION)
        message = f"{who(having)} {say(having)} {value}, which is missing in {name(language)}"
        instead = elsewhere.instead(fact, language)
        message += sentences.rest(fact, language).value if instead is None else f"; {shown(instead)} stands there"
        yield Verdict(fact, language, Rule.OMISSION, level, message, value, None, _trust(fact, len(having) / could))


def _trust(fact: Fact, share: float) -> float:
    best = max(weight(claim.mention) for claim in fact.claims.values())
    return round(min(0.99, 0.4 + 0.3 * best + 0.3 * share), 2)
