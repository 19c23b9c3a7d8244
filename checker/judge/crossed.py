"""Two claims that changed places: each is said of what the other versions say the other of."""

from collections.abc import Iterator, Mapping, Sequence

from checker.judge.contrast import Contrasts
from checker.judge.terms import Terms, say, who
from checker.languages import name
from checker.model import Exchange, Fact, Level, Occurrence, Pair, Probabilities, Rule, Verdict
from checker.show import shown

_SEVERAL = 2
"""Versions that must agree against one in aligned rows for its exchange to be as grave as another value."""
_TIED, _LIKELY, _OPEN = 0.85, 0.7, 0.5
"""Confidence where what stands around the values ties them and several versions agree, where one does, and where
nothing but the order within a sentence tells."""

Answers = Mapping[tuple[str, str], float]
"""By the ids of two facts by how much the sentences are borne out better with the two values put back."""
Marked = tuple[str, tuple[int, int], tuple[int, int]]
"""A sentence and the spans of two values in it."""


def ask(facts: Sequence[Fact], terms: Terms) -> Answers:
    """Asks the model, in one go, about all exchanges within a sentence that nothing else settles."""
    if terms.ask is None:
        return {}
    told = {(fact.id, each.other): each for fact in facts for each in fact.exchanges if not each.tied}
    pairs = [pair for each in told.values() for pair in _questions(each)]
    answers = iter(terms.ask(pairs) if pairs else ())
    return {key: _gained([next(answers) for _ in _questions(each)]) for key, each in told.items()}


def exchanged(fact: Fact, terms: Terms, answers: Answers, contrasts: Contrasts) -> Iterator[Verdict]:
    """The versions that say two values the other way round than the source or most versions do, once for each pair."""
    for exchange in fact.exchanges:
        right, wrong = _sides(exchange, terms.source)
        expected = shown(exchange.ways[right[0]][1].mention)
        for language in wrong:
            found = shown(exchange.ways[language][0].mention)
            message = (
                f"{name(language)} says {found} of what {who(right)} {say(right)} {expected} of, "
                "and the other way round"
            )
            settled = (
                exchange.tied
                or answers.get((fact.id, exchange.other), 0.0) > 0
                or contrasts.exchanged(fact, right[0], language)
            )
            level, confidence = terms.level(Rule.SUBJECT), _LIKELY
            if not settled or language == terms.source:
                level, confidence = Level.NOTE, _OPEN
            elif exchange.tied and len(right) >= _SEVERAL > len(wrong):
                level, confidence = terms.level(Rule.VALUE) if exchange.sure else level, _TIED
            yield Verdict(fact, language, Rule.SUBJECT, level, message, expected, found, confidence)


def _sides(exchange: Exchange, source: str | None) -> tuple[Sequence[str], Sequence[str]]:
    """The versions that are taken for right and for wrong: by the source, else by their number."""
    sides = sorted((exchange.first, exchange.then), key=lambda side: (source not in side, -len(side), side))
    return sides[0], sides[1]


def _questions(exchange: Exchange) -> Iterator[Pair]:
    """Whether two versions bear each other out in both values: as they are, then with these put back."""
    here = exchange.ways[exchange.first[0]]
    there = exchange.ways[exchange.then[0]]
    text, *spans = _as_it_is(here)
    for other, *places in (_as_it_is(there), _put_back(there)):
        for mine, theirs in zip(spans, places, strict=True):
            yield Pair(text, other, mine, theirs)
            yield Pair(other, text, theirs, mine)


def _gained(answers: Sequence[Probabilities]) -> float:
    """By how much the later half of some answers speaks more for entailment than the earlier half, in the mean."""
    half = len(answers) // 2
    return (
        sum(answer.entailment for answer in answers[half:]) / half
        - sum(answer.entailment for answer in answers[:half]) / half
    )


def _as_it_is(pair: tuple[Occurrence, Occurrence]) -> Marked:
    one, other = (found.mention for found in pair)
    return pair[0].segment.text, (one.start, one.end), (other.start, other.end)


def _put_back(pair: tuple[Occurrence, Occurrence]) -> Marked:
    """The sentence with the two values exchanged, and where they stand then."""
    text = pair[0].segment.text
    low, high = sorted((found.mention for found in pair), key=lambda mention: mention.start)
    parts = text[: low.start], high.text, text[low.end : high.start], low.text, text[high.end :]
    at = len(parts[0]), sum(map(len, parts[:3]))
    spans = {id(high): (at[0], at[0] + len(high.text)), id(low): (at[1], at[1] + len(low.text))}
    return "".join(parts), spans[id(pair[0].mention)], spans[id(pair[1].mention)]
