"""Asks the model about every drift and every absence, and trusts less what it doubts.

The rules decide what drifts; the model says whether the two sentences speak of the same thing at all, and whether a
sentence says what it seems to lack. It moves the confidence and never the level: what arithmetic sees, stands.
"""

from collections.abc import Sequence
from dataclasses import replace

from checker.compare import compare
from checker.judge.terms import Terms
from checker.model import Claim, Evidence, Level, Pair, Probabilities, Rule, Verdict

_WEIGHT = 0.3
"""Share of the confidence that the model can take (docs/model.md has what it says of made pairs)."""


def weigh(verdicts: Sequence[Verdict], terms: Terms) -> list[Verdict]:
    """The verdicts, those above a note with what the model says of them; all as they were without a model."""
    questions = {index: pair for index, verdict in enumerate(verdicts) if (pair := _question(verdict, terms))}
    if terms.ask is None or not questions:
        return list(verdicts)
    answers = terms.ask([pair for pair, _ in questions.values()])
    result = list(verdicts)
    for (index, (_, versions)), answer in zip(questions.items(), answers, strict=True):
        premise, hypothesis = versions
        verdict = verdicts[index]
        confidence = round(verdict.confidence * (1 - _WEIGHT * _doubt(verdict.rule, answer)), 2)
        result[index] = replace(verdict, confidence=confidence, nli=Evidence(answer, (premise,), hypothesis))
    return result


def _doubt(rule: Rule, answer: Probabilities) -> float:
    """How far the model speaks against a verdict: two things for a drift, said after all for an absence."""
    return answer.entailment if rule in (Rule.OMISSION, Rule.ADDITION) else answer.neutral


def _question(verdict: Verdict, terms: Terms) -> tuple[Pair, tuple[str, str]] | None:
    """Premise and hypothesis with their versions: the source (or the first other version) and the one that is judged.

    Of an absence the premise is the sentence that lacks the claim, whichever version that is.
    """
    fact, language = verdict.fact, verdict.language
    if verdict.level is Level.NOTE or verdict.nli is not None or verdict.rule is Rule.FORMAT:
        return None
    if verdict.rule in (Rule.OMISSION, Rule.ADDITION):
        lacking = language if verdict.rule is Rule.OMISSION else terms.source
        having = next((other for other in (terms.source, *fact.claims) if other in fact.claims), None)
        if lacking is None or having is None or lacking not in fact.places:
            return None
        segment, claim = fact.places[lacking], fact.claims[having]
        return Pair(segment.text, claim.segment.text, None, _span(claim)), (lacking, having)
    other = _against(verdict, terms)
    if other is None:
        return None
    one, two = fact.claims[other], fact.claims[language]
    return Pair(one.segment.text, two.segment.text, _span(one), _span(two)), (other, language)


def _against(verdict: Verdict, terms: Terms) -> str | None:
    """The version that a drift is measured by: the source, else one that says something else."""
    claims = verdict.fact.claims
    if verdict.language not in claims:
        return None
    if terms.source in claims and terms.source != verdict.language:
        return terms.source
    own = claims[verdict.language].mention
    others = [language for language in claims if language != verdict.language]
    return min(others, key=lambda language: compare(claims[language].mention, own).agrees, default=None)


def _span(claim: Claim) -> tuple[int, int]:
    return claim.mention.start, claim.mention.end
