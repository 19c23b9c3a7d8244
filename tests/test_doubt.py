"""The model is asked about what the rules found; what it doubts is trusted less, and stands."""

from collections.abc import Sequence

import pytest

from checker.align import Version, align
from checker.extraction import extract
from checker.hidden import holds
from checker.judge import Ask, Terms, judge
from checker.model import Level, Occurrence, Pair, Probabilities, Rule, Segment, Verdict

SURE, NEUTRAL, SAID = Probabilities(0, 0, 1), Probabilities(0, 1, 0), Probabilities(1, 0, 0)


def verdicts(texts: dict[str, str], ask: Ask | None) -> list[Verdict]:
    versions = {}
    for language, text in texts.items():
        segment = Segment.whole(language, 0, text)
        found = [Occurrence(segment, mention) for mention in extract(text, language)]
        versions[language] = Version(language, (segment,), found, None)
    facts = align(versions, "case", whole=True).facts
    return judge(facts, Terms("en", lambda rule: Level.ERROR, holds, ask))


class Model:
    """Answers always the same, and remembers what it was asked."""

    def __init__(self, answer: Probabilities) -> None:
        self.answer, self.asked = answer, list[Pair]()

    def __call__(self, pairs: Sequence[Pair]) -> list[Probabilities]:
        self.asked += pairs
        return [self.answer for _ in pairs]


DRIFT = {"en": "The bridge weighs 480 tonnes.", "de": "Die Brücke wiegt 840 Tonnen."}
ABSENCE = {"en": "The old bridge weighs 480 tonnes.", "de": "Die alte Brücke ist sehr schwer."}


def test_without_a_model_nothing_is_asked() -> None:
    (verdict,) = verdicts(DRIFT, None)
    assert verdict.nli is None


@pytest.mark.parametrize(("texts", "doubting"), [(DRIFT, NEUTRAL), (ABSENCE, SAID)])
def test_what_the_model_doubts_is_trusted_less_and_stands(texts: dict[str, str], doubting: Probabilities) -> None:
    (plain,), (sure,), (doubted,) = (verdicts(texts, ask) for ask in (None, Model(SURE), Model(doubting)))
    assert sure.confidence == plain.confidence > doubted.confidence > plain.confidence / 2
    assert doubted.level is plain.level


def test_a_drift_is_asked_from_the_source_to_the_version_with_the_claim_marked_in_both() -> None:
    model = Model(SURE)
    (verdict,) = verdicts(DRIFT, model)
    assert verdict.nli is not None
    assert (verdict.nli.premise, verdict.nli.hypothesis) == (("en",), "de")
    (pair,) = model.asked
    assert pair.premise_span
    assert pair.hypothesis_span
    assert pair.premise[slice(*pair.premise_span)] == "480 tonnes"
    assert pair.hypothesis[slice(*pair.hypothesis_span)] == "840 Tonnen"


def test_an_absence_is_asked_from_the_sentence_that_lacks_the_claim() -> None:
    model = Model(SURE)
    (verdict,) = verdicts(ABSENCE, model)
    assert verdict.rule is Rule.OMISSION
    assert verdict.nli is not None
    assert (verdict.nli.premise, verdict.nli.hypothesis) == (("de",), "en")
    (pair,) = model.asked
    assert pair.premise_span is None
    assert pair.premise == ABSENCE["de"]
