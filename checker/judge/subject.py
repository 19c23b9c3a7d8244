"""The same number said of something else: by the words for each and all, rise and fall, and by the model."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import permutations

from checker.compare import compare
from checker.judge.terms import Terms, who
from checker.languages import name
from checker.model import Bound, Claim, Evidence, Fact, Kind, Pair, Probabilities, Quantity, Rule, Verdict
from checker.show import shown
from checker.weight import weight

CONTRADICTED = 0.8
"""Mean probability of contradiction that needs no comparison with the other versions."""
LIKELY, BEYOND = 0.7, 0.33
"""Mean probability of contradiction, and how far it must exceed that among the others (docs/model.md)."""
EVEN = 0.5
"""Mean probability of contradiction that must stand between a version and the source, where one is declared."""
_ASKED = 0.5
"""Weight of a value from which the model is asked about its subject."""

Answers = Mapping[str, Mapping[tuple[str, str], Probabilities]]
"""What the model says, by fact, and by premise's language and hypothesis's language."""

_PAIRS = (
    ("each", "together"),
    ("up", "down"),
    ("gain", "loss"),
    ("single", "joint"),
    ("before", "after"),
    ("denied", "affirmed"),
)
_OPPOSITES = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
_WORDS = {
    "each": "holds for each one",
    "together": "is everybody's together",
    "up": "is a rise",
    "down": "is a fall",
    "gain": "is a gain",
    "loss": "is a loss",
    "single": "goes to single people",
    "joint": "goes to a group",
    "before": "is said with before",
    "after": "is said with after",
    "denied": "stands in a clause that denies",
    "affirmed": "stands in one without a negation",
}
_MANY, _BRIEF = 3, 80
"""Versions of one mind that it takes to tell a negation that one lacks: it is said in many ways (unclear, to fail).

Fewer do where all sentences are brief, of so many code points at the most.
"""


def opposed(fact: Fact, terms: Terms) -> Iterator[Verdict]:
    """Each against together, a rise against a fall, before against after, where both versions say which."""
    for hint, ties in ((_share, True), (_direction, True), (_people, False), (_order, True)):
        said = {language: hint(claim) for language, claim in fact.claims.items()}
        for language, mine in said.items():
            if mine is None or language == terms.source:
                continue
            against = tuple(
                other for other, theirs in said.items() if theirs == _OPPOSITES[mine] and terms.source in (None, other)
            )
            fellows = [other for other, theirs in said.items() if theirs == mine]
            outvoted = len(fellows) > len(against) or (len(fellows) == len(against) and not ties)
            if not against or (terms.source is None and outvoted):
                continue
            yield _opposite(fact, language, mine, against, terms)


def denied(fact: Fact, terms: Terms) -> Iterator[Verdict]:
    """The one version that has no negation where all others have one.

    The other way round proves nothing: what one denies the others may say in a word (unfit, to fail).
    """
    said = {language: hint for language, claim in fact.claims.items() if (hint := _polarity(claim))}
    for language, mine in said.items():
        against = tuple(other for other, theirs in said.items() if theirs != mine)
        if mine != "affirmed" or language == terms.source or len(against) < max(1, len(said) - 1):
            continue
        if len({_bound(fact.claims[one]) for one in said}) > 1:
            continue  # does not weigh more than, weighs at most
        if len(against) >= _MANY or all(_brief(fact.claims[one]) for one in said):
            yield _opposite(fact, language, mine, against, terms)


def _bound(claim: Claim) -> Bound | None:
    value = claim.mention.value
    return value.bound if isinstance(value, Quantity) else None


def _brief(claim: Claim) -> bool:
    return all(len(occurrence.segment.text) <= _BRIEF for occurrence in claim.occurrences)


def _opposite(fact: Fact, language: str, mine: str, against: Sequence[str], terms: Terms) -> Verdict:
    """What is told of a version that says one thing of a number, where others say the opposite."""
    value = shown(fact.claims[language].mention)
    message = f"in {name(language)} {value} {_WORDS[mine]}, in {who(against)} it {_WORDS[_OPPOSITES[mine]]}"
    return Verdict(fact, language, Rule.SUBJECT, terms.level(Rule.SUBJECT), message, value, value, 0.8)


def _share(claim: Claim) -> str | None:
    return _unanimous(occurrence.mention.share for occurrence in claim.occurrences)


def _direction(claim: Claim) -> str | None:
    return _unanimous(occurrence.mention.direction for occurrence in claim.occurrences)


def _people(claim: Claim) -> str | None:
    return _unanimous(occurrence.mention.people for occurrence in claim.occurrences)


def _order(claim: Claim) -> str | None:
    return _unanimous(occurrence.mention.order for occurrence in claim.occurrences)


def _polarity(claim: Claim) -> str | None:
    return _unanimous(occurrence.mention.polarity for occurrence in claim.occurrences)


def _unanimous(hints: Iterable[str | None]) -> str | None:
    """The hint that all occurrences give that give one."""
    said = set(hints) - {None}
    return said.pop() if len(said) == 1 else None


def ask(facts: Sequence[Fact], terms: Terms) -> Answers:
    """Asks the model, in one go, about every two versions that give one amount of money, both ways round."""
    if terms.ask is None:
        return {}
    keys: list[tuple[str, str, str]] = []
    pairs: list[Pair] = []
    for fact in facts:
        if fact.kind is not Kind.MONEY:
            continue
        told = [language for language, claim in fact.claims.items() if weight(claim.mention) >= _ASKED]
        for one, other in permutations(told, 2):
            if compare(fact.claims[one].mention, fact.claims[other].mention).agrees:
                keys.append((fact.id, one, other))
                pairs.append(_pair(fact.claims[one], fact.claims[other]))
    answers: dict[str, dict[tuple[str, str], Probabilities]] = {}
    for (fact_id, one, other), answer in zip(keys, terms.ask(pairs) if pairs else [], strict=True):
        answers.setdefault(fact_id, {})[one, other] = answer
    return answers


def _pair(premise: Claim, hypothesis: Claim) -> Pair:
    """Two sentences with the claim marked in both."""
    one, other = premise.mention, hypothesis.mention
    return Pair(premise.segment.text, hypothesis.segment.text, (one.start, one.end), (other.start, other.end))


def _mean(found: Sequence[Probabilities]) -> Probabilities:
    count = len(found)
    return Probabilities(
        sum(answer.entailment for answer in found) / count,
        sum(answer.neutral for answer in found) / count,
        sum(answer.contradiction for answer in found) / count,
    )


def told(fact: Fact, terms: Terms, answers: Answers) -> Iterator[Verdict]:
    """The versions that the model says contradict the others, more than these do one another."""
    mine = answers.get(fact.id, {})
    for language in fact.claims:
        if language == terms.source:
            continue
        own = {key: answer for key, answer in mine.items() if language in key}
        rest = [answer for key, answer in mine.items() if language not in key]
        to_source = [answer.contradiction for key, answer in own.items() if terms.source in (None, *key)]
        if not to_source or sum(to_source) / len(to_source) < EVEN:
            continue
        answer = _mean(list(own.values()))
        usual = _mean(rest).contradiction if rest else None
        if not _stands_out(answer.contradiction, usual):
            continue
        others = tuple(dict.fromkeys(other for key in own for other in key if other != language))
        value = shown(fact.claims[language].mention)
        message = f"{name(language)} says {value} of something else than {who(others)}: compare who or what it is about"
        confidence = round(answer.contradiction, 2)
        level = terms.level(Rule.SUBJECT)
        said = Evidence(_mean([mine[other, language] for other in others]), others, language)
        yield Verdict(fact, language, Rule.SUBJECT, level, message, value, value, confidence, said)


def _stands_out(contradiction: float, usual: float | None) -> bool:
    """Whether a version is contradicted far beyond what the others are among themselves, or beyond doubt."""
    if contradiction >= CONTRADICTED:
        return True
    return usual is not None and contradiction >= LIKELY and contradiction - usual >= BEYOND
