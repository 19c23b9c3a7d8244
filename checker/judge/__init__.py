"""Judges the facts: which versions drift, by which rule, how gravely, and in words that a translator understands."""

from collections.abc import Sequence

from checker.judge import absence, crossed, doubt, partial, rivals, subject, values
from checker.judge.contrast import Contrasts
from checker.judge.denominators import denominators
from checker.judge.elsewhere import Elsewhere
from checker.judge.sentence import Sentences
from checker.judge.terms import Ask, Holds, Terms
from checker.model import Fact, Rule, Verdict

__all__ = ["Ask", "Holds", "Terms", "judge"]


def judge(facts: Sequence[Fact], terms: Terms) -> list[Verdict]:
    """The verdicts on all facts, fact by fact, language by language; a version has one verdict on what it says."""
    answers, exchanges = subject.ask(facts, terms), crossed.ask(facts, terms)
    elsewhere, sentences, contrasts = Elsewhere(facts), Sentences(facts), Contrasts(facts)
    verdicts: list[Verdict] = []
    for fact in facts:
        found: dict[str, Verdict] = {}
        for verdict in (
            *values.drifts(fact, terms, elsewhere),
            *values.suspect(fact, terms),
            *values.weekdays(fact, terms),
            *partial.partly(fact, terms, elsewhere),
            *crossed.exchanged(fact, terms, exchanges, contrasts),
            *denominators(fact, terms),
            *subject.opposed(fact, terms),
            *rivals.contradicted(fact, terms, contrasts),
            *subject.denied(fact, terms),
            *subject.told(fact, terms, answers),
        ):
            held = found.get(verdict.language)
            if held is None or (held.rule is Rule.BOUND and verdict.rule is Rule.SUBJECT):
                found[verdict.language] = verdict  # of whom a number is said weighs more than its bound
        verdicts += [*found.values(), *absence.missing(fact, terms, elsewhere, sentences), *values.formats(fact, terms)]
    return doubt.weigh(sentences.gathered(verdicts), terms)
