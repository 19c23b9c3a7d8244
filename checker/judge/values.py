"""Drifts of the value itself: number, scale, unit, bound, date, name; and numbers in another language's dress."""

import re
from collections.abc import Iterator
from dataclasses import replace

from checker.camps import Side, camps, references
from checker.compare import Comparison, Relation, compare
from checker.compare.outcome import APART
from checker.judge.elsewhere import Elsewhere
from checker.judge.terms import Terms, say, who
from checker.languages import load, name
from checker.model import Bound, Claim, Fact, Kind, Label, Level, Mention, Moment, Quantity, Rule, Verdict
from checker.scan import scan
from checker.show import show, shown
from checker.weight import small, weak, weight

_DIGITS = re.compile(r"\d(?:[^\w\s]?\d)*")
"""Digits with the marks between them."""
_SIGNED = re.compile(r"[<>≤≥]|\d\+")
"""A bound that is written as a sign (65+, ≥ 3), which no verb of another language says."""

_UNANIMOUS = 3
"""Versions that must be of one mind before a bound that one lacks is more than a note, or a source is suspected."""

_TELLING = 0.5
"""Weight of a value under which versions may well say two such of two things in one place: a single digit."""

_LOWEST = 12
"""The last number that sentences are full of, as a word: the twelfth."""

_DRIFTS = {
    Rule.VALUE: "another number",
    Rule.SCALE: "another order of magnitude; a scale word or a separator was misread",
    Rule.UNIT: "another unit",
    Rule.BOUND: "another bound",
    Rule.DATE: "another date or time",
    Rule.NAME: "another name",
    Rule.SUBJECT: "the same number, counted by something else",
}
_CONVERTED = "another currency, converted perhaps; no rate is fixed, so see that this one was meant"

_TURNED = frozenset({Rule.BOUND, Rule.DATE})
"""Rules of what some of the places where a version says a claim may leave out: its bound, the day of the week."""
_WRITABLE = frozenset({Rule.VALUE, Rule.SCALE, Rule.UNIT, Rule.DATE})
"""Rules whose right value can be written in the place of the wrong one."""


def drifts(fact: Fact, terms: Terms, elsewhere: Elsewhere) -> Iterator[Verdict]:
    """The versions whose value is not that of the source or of the largest camp; at a tie all of them."""
    sides = references(fact, terms.source)
    for language, claim in fact.claims.items():
        own = any(language in side.languages for side in sides)
        against = next((side for side in sides if language not in side.languages), None)
        if against is None:
            if own and terms.source is None:
                yield from _unbounded(fact, language, terms)
            continue
        against, outcome = _held(against, claim, fact)
        if outcome.agrees or outcome.rule is None or _read_on(claim, against.claim, fact, elsewhere):
            continue
        if outcome.relation is Relation.CONVERTED:
            yield _drift(fact, language, against, outcome, Level.NOTE)
        elif outcome.strong:
            if terms.source is None and _converted(claim, against, fact):
                continue
            doubtful = _thin(claim, against, fact) if terms.source is None else _mixed(claim, against, fact)
            doubtful = doubtful or _leaves_scale(claim, against.claim, elsewhere)
            yield _drift(fact, language, against, outcome, Level.NOTE if doubtful else terms.level(outcome.rule))
        elif outcome.rule is Rule.VALUE:
            yield _drift(fact, language, against, outcome, Level.NOTE)
        else:
            yield from _unbounded(fact, language, terms)


def _leaves_scale(claim: Claim, other: Claim, elsewhere: Elsewhere) -> bool:
    """Whether one of two leaves its scale to an amount before it: sales of 482.6 million euros (434.8)."""
    sides = ((claim, other), (other, claim))
    return any(elsewhere.scaled(bare.segment, bare.mention, full.mention) for bare, full in sides)


def _read_on(claim: Claim, other: Claim, fact: Fact, elsewhere: Elsewhere) -> bool:
    """Whether what stands beside one of two gives it another reading: the unit of an amount, or two numbers in one."""
    sides = ((claim, other), (other, claim))
    return any(
        elsewhere.shared(one.segment, one.mention, two.mention) or elsewhere.runs_on(one.segment, fact)
        for one, two in sides
    )


def _thin(claim: Claim, against: Side, fact: Fact) -> bool:
    """Whether what a version is held against is said by so few of those which could say it that the claims of several
    sentences may have been taken for one: by fewer than a third, or than half where the values tell little."""
    said, could = len(against.languages), len(fact.claims) + len(fact.missing)
    slight = min(weight(claim.mention), weight(against.claim.mention)) < _TELLING
    return (2 if slight else 3) * said < could


def _mixed(claim: Claim, against: Side, fact: Fact) -> bool:
    """Whether versions say three different things or more that tell little, and few what the source says: then the
    claims of several sentences were taken for one, rather than translated wrongly in several ways."""
    if min(weight(claim.mention), weight(against.claim.mention)) >= _TELLING:
        return False
    every = camps(fact)
    own = next(camp for camp in every if against.claim.language in camp)
    return len(every) > 2 and 2 * len(own) < len(fact.claims) + len(fact.missing)


def _converted(claim: Claim, against: Side, fact: Fact) -> bool:
    """Whether a third version says both in another unit, each rounded in its way: 136 and 137 km/h are 85 mph."""
    return any(
        all(compare(other.mention, each.mention).relation is Relation.SAME for each in (claim, against.claim))
        and other.mention.unit not in (None, claim.mention.unit, against.claim.mention.unit)
        for other in fact.claims.values()
    )


def suspect(fact: Fact, terms: Terms) -> Iterator[Verdict]:
    """A note on the source where all translations, several of them, agree on another value than it has."""
    own = fact.claims.get(terms.source or "")
    others = {language: claim for language, claim in fact.claims.items() if language != terms.source}
    if own is None or len(others) < _UNANIMOUS:
        return
    first, *rest = others.values()
    if not all(compare(first.mention, claim.mention).agrees for claim in rest):
        return
    outcomes = [_closest(own, claim) for claim in others.values()]
    if all(outcome.relation is Relation.DIFFER and outcome.strong for outcome in outcomes):
        expected, found, rule = shown(first.mention), shown(own.mention), outcomes[0].rule or Rule.VALUE
        message = f"all translations say {expected} where the source says {found}: the source itself may be wrong"
        yield Verdict(fact, own.language, rule, Level.NOTE, message, expected, found, 0.6)


def _held(side: Side, claim: Claim, fact: Fact) -> tuple[Side, Comparison]:
    """The side by the first of its claims that says anything of this one, and what it says.

    Its first claim need not: "19.07" may be a number where the others write "7:07 p.m.", and no number is another time.
    Words that may be a bound (from, up to) agree with the opposite ones; what several say for certain does not.
    """
    outcomes = {language: _closest(fact.claims[language], claim) for language in side.languages}
    told = [language for language, outcome in outcomes.items() if outcome.relation is not Relation.APART]
    turned = [each for each in told if outcomes[each].rule is Rule.BOUND and outcomes[each].strong]
    first = next(iter(turned if len(turned) >= _UNANIMOUS else told), None)
    return (replace(side, claim=fact.claims[first]), outcomes[first]) if first else (side, APART)


def _closest(one: Claim, other: Claim) -> Comparison:
    """The best outcome over all places where two versions say a claim; a bound that was turned round, or another day of
    the week, weighs more than a place that has none: at most 100 m (328 ft) against at least 100 m (328 ft)."""
    pairs = [(a.mention, b.mention) for a in one.occurrences for b in other.occurrences]
    outcomes = [compare(mine, theirs) for mine, theirs in pairs]
    full = [outcome for pair, outcome in zip(pairs, outcomes, strict=True) if _full(*pair)]
    turned = [outcome for outcome in full if outcome.rule in _TURNED and outcome.strong]
    if turned and not any(outcome.agrees for outcome in full):
        return turned[0]
    return max(outcomes, key=lambda outcome: (outcome.agrees, outcome.near))


def _full(one: Mention, other: Mention) -> bool:
    """Whether both say a bound, or the day of the week of one day."""
    mine, theirs = one.value, other.value
    if isinstance(mine, Moment) and isinstance(theirs, Moment):
        days = {(value.year, value.month, value.day) for value in (mine, theirs)}
        return len(days) == 1 and mine.weekday is not None and theirs.weekday is not None
    return all(isinstance(value, Quantity | Label) and value.bound is not Bound.EXACT for value in (mine, theirs))


def _drift(fact: Fact, language: str, against: Side, outcome: Comparison, level: Level) -> Verdict:
    mine, theirs = fact.claims[language].mention, against.claim.mention
    expected, found = shown(theirs), shown(mine)
    rule = outcome.rule or Rule.VALUE
    message = f"{name(language)} says {found} where {who(against.languages)} {say(against.languages)} {expected}"
    why = _CONVERTED if outcome.relation is Relation.CONVERTED else _DRIFTS[rule]
    if language in fact.wavering:
        why += f"; elsewhere {name(language)} says {expected}, too"
    if isinstance(mine.value, Quantity) and _lowly(mine) and _lowly(theirs):
        level = Level.NOTE
    confidence = round(min(0.99, 0.6 + 0.2 * min(weight(mine), weight(theirs)) + 0.2 * outcome.near), 2)
    right = theirs if rule in _WRITABLE else None
    return Verdict(fact, language, rule, level, f"{message}: {why}", expected, found, confidence, right=right)


def _lowly(mention: Mention) -> bool:
    """Whether a number is so slight and so small that two of them may well count two things."""
    return weak(mention) and isinstance(mention.value, Quantity) and mention.value.low <= _LOWEST


def _unbounded(fact: Fact, language: str, terms: Terms) -> Iterator[Verdict]:
    """A bound that the other versions give and this one doesn't, or the other way round.

    Languages leave bounds to the verb or the context more often than they lose them, so that it takes
    several versions of one mind, or a sign in the source, to make it more than a note.
    """
    own = fact.claims[language].mention.value
    if not isinstance(own, Quantity | Label) or own.bound is Bound.ABOUT:
        return
    others = {
        other: claim.mention.value.bound
        for other, claim in fact.claims.items()
        if other != language and isinstance(claim.mention.value, Quantity | Label)
    }
    if not others or own.bound in others.values() or Bound.ABOUT in others.values():
        return
    if any(compare(fact.claims[language].mention, fact.claims[other].mention).agrees for other in others):
        return
    first = terms.source if terms.source in others else next(iter(others))
    theirs = fact.claims[first]
    alike = [each for each in others if each == first or compare(theirs.mention, fact.claims[each].mention).agrees]
    against = Side(theirs, tuple(alike))
    outcome = Comparison(Relation.DIFFER, Rule.BOUND, 0.9, strong=False)
    sure = len(others) >= _UNANIMOUS and len(set(others.values())) == 1
    slight = any(small(claim.mention) for claim in fact.claims.values())
    signed = terms.source in others and _lost_sign(theirs.mention, fact.claims[language])
    told = (sure or signed) and not slight
    yield _drift(fact, language, against, outcome, terms.level(Rule.BOUND) if told else Level.NOTE)


def _lost_sign(source: Mention, claim: Claim) -> bool:
    """Whether a bound is a sign in the source, and no word behind what is counted says it here: 2 cats or more."""
    if not _SIGNED.search(source.text) or Kind.ORDINAL in (source.kind, claim.mention.kind):
        return False
    return not scan(claim.segment.text, load(claim.language)).says("bound_after")


def weekdays(fact: Fact, terms: Terms) -> Iterator[Verdict]:
    """Dates that never fell on the weekday beside them; a note where no other version has it otherwise."""
    for language, claim in fact.claims.items():
        when = claim.mention.value
        fell = when.calendar_weekday if isinstance(when, Moment) else None
        if not isinstance(when, Moment) or fell is None or when.weekday in (None, fell):
            continue
        others = [other.mention.value for key, other in fact.claims.items() if key != language]
        alone = bool(others) and all(isinstance(it, Moment) and it.weekday != when.weekday for it in others)
        level = terms.level(Rule.DATE) if alone and language != terms.source else Level.NOTE
        expected, found = show(replace(when, weekday=fell)), show(when)
        message = f"{name(language)} says {found}, but that day was another day of the week: {expected}"
        yield Verdict(fact, language, Rule.DATE, level, message, expected, found, 0.8)


def formats(fact: Fact, terms: Terms) -> Iterator[Verdict]:
    """The right amount, written by another language's rules: 1.6 Milliarden."""
    for language, claim in fact.claims.items():
        mention = claim.mention
        others = [other for key, other in fact.claims.items() if key != language]
        if not mention.irregular or mention.unit is None:
            continue
        if any(compare(mention, other.mention).agrees for other in others):
            value = shown(mention)
            message = (
                f"“{mention.text}” breaks the conventions of {name(language)} and may be misread; meant is {value}"
            )
            copied = language == terms.source or _as_in_source(mention, fact.claims.get(terms.source or ""))
            level = Level.NOTE if copied else terms.level(Rule.FORMAT)
            yield Verdict(fact, language, Rule.FORMAT, level, message, value, mention.text, 0.7)


def _as_in_source(mention: Mention, source: Claim | None) -> bool:
    """Whether digits that can be read in one way only stand so in the source: 2.4GHz, taken over as it is."""
    literal = _DIGITS.search(mention.text)
    lows = {reading.low for reading in mention.readings if isinstance(reading, Quantity)}
    if source is None or literal is None or len(lows) > 1:
        return False
    return any(literal.group() in _DIGITS.findall(there.mention.text) for there in source.occurrences)
