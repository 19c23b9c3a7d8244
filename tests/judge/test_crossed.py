"""What is told of two values that changed places: of which version, how gravely, and when the model is asked."""

from collections.abc import Sequence

import pytest

from checker.align import align
from checker.hidden import holds
from checker.judge import Ask, Terms, judge
from checker.model import Level, Pair, Probabilities, Role, Rule, Verdict
from checker.pipeline import default_level
from tests.align.test_crossed import plain

RIGHT = {
    "en": "Adults pay €18, children €9.",
    "de": "Erwachsene zahlen 18 €, Kinder 9 €.",
    "fr": "Adultes 18 €, enfants 9 €.",
}
WRONG = "Взрослые платят 9 €, дети 18 €."
GUESTS = {"en": "Members pay €18, guests €9.", "ru": "Члены клуба платят 9 €, гости 18 €."}
"""The same of what no word of the language data tells."""


def told(texts: dict[str, str], source: str | None = None, ask: Ask | None = None) -> list[Verdict]:
    versions = {language: plain(language, Role.PARAGRAPH, [text]) for language, text in texts.items()}
    verdicts = judge(align(versions, "x").facts, Terms(source, default_level, holds, ask))
    return [verdict for verdict in verdicts if verdict.rule is Rule.SUBJECT]


def bearing(gain: float) -> Ask:
    """A model that bears out sentences whose values are put back by so much more."""

    def asked(pairs: Sequence[Pair]) -> list[Probabilities]:
        said = (0.4 if GUESTS["ru"] in (pair.premise, pair.hypothesis) else 0.4 + gain for pair in pairs)
        return [Probabilities(each, 1 - each, 0.0) for each in said]

    return asked


def test_one_version_against_several_is_told_once() -> None:
    (verdict,) = told({**RIGHT, "ru": WRONG})
    assert (verdict.language, verdict.level) == ("ru", Level.WARNING)
    assert verdict.message == (
        "Russian says 18 EUR of what German, English and French say 9 EUR of, and the other way round"
    )


def test_of_aligned_rows_it_is_as_grave_as_another_value() -> None:
    versions = {code: plain(code, Role.PARAGRAPH, [text]) for code, text in {**RIGHT, "ru": WRONG}.items()}
    verdicts = judge(align(versions, "x", whole=True).facts, Terms(None, default_level, holds))
    assert [verdict.level for verdict in verdicts] == [Level.ERROR]


@pytest.mark.parametrize(("source", "language"), [("en", "ru"), ("ru", "en")])
def test_of_two_versions_the_one_beside_the_source_is_told(source: str, language: str) -> None:
    (verdict,) = told({"en": RIGHT["en"], "ru": WRONG}, source)
    assert verdict.language == language


@pytest.mark.parametrize(
    ("ask", "level"), [(None, Level.NOTE), (bearing(0.2), Level.WARNING), (bearing(-0.2), Level.NOTE)]
)
def test_what_order_alone_tells_of_two_versions_is_a_note_unless_the_model_bears_it_out(
    ask: Ask | None, level: Level
) -> None:
    (verdict,) = told(GUESTS, None, ask)
    assert verdict.level is level


def test_what_the_words_beside_the_values_tell_of_two_versions_is_a_warning() -> None:
    (verdict,) = told({"en": RIGHT["en"], "ru": WRONG})
    assert verdict.level is Level.WARNING
