"""The same number said of another thing by name: of costs where others say revenue, of one firm for another."""

from collections.abc import Iterator, Mapping
from itertools import permutations

from checker.judge.contrast import Contrast, Contrasts
from checker.judge.terms import Terms, row
from checker.languages import name
from checker.model import Fact, Rule, Verdict
from checker.show import shown

_CONFIDENCE = 0.75
_SHARE = 3
"""One in so many of the other versions must contradict one, where there is no source."""


def contradicted(fact: Fact, terms: Terms, contrasts: Contrasts) -> Iterator[Verdict]:
    """The versions that name a rival of what the source names, or of what as many others name as agree with them."""
    against: dict[str, dict[str, Contrast]] = {}
    for one, other in permutations(fact.claims, 2):
        found = contrasts.between(fact, one, other) if terms.source in (None, other) else None
        if found:
            against.setdefault(one, {})[other] = found
    for language, others in against.items():
        if language == terms.source or fact.claims[language].mention.weak:
            continue
        enough = max(_supporters(fact, language, others, contrasts), (len(fact.claims) - 1) / _SHARE)
        if terms.source or len(others) >= enough:
            yield _verdict(fact, language, others, terms)


def _supporters(fact: Fact, language: str, others: Mapping[str, Contrast], contrasts: Contrasts) -> int:
    """How many versions say what one of them says that others contradict, itself among them."""
    said, mine = next(iter(others.values())).mine, fact.claims[language]
    neutral = [claim for each, claim in fact.claims.items() if each != language and each not in others]
    return 1 + sum(contrasts.supports(said, mine, claim) for claim in neutral)


def _verdict(fact: Fact, language: str, others: Mapping[str, Contrast], terms: Terms) -> Verdict:
    value = shown(fact.claims[language].mention)
    mine = next(iter(others.values())).mine.word
    words = row([f"in {name(other)} “{found.theirs.word}”" for other, found in others.items()])
    message = f"{value} stands in {name(language)} beside “{mine}”, {words}"
    return Verdict(fact, language, Rule.SUBJECT, terms.level(Rule.SUBJECT), message, value, value, _CONFIDENCE)
