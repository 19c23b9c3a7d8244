"""Texts by key: order is of no matter, other keys are never compared, and one that is not there is missing."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import Block, Document, Report, Role, Run, Span
from checker.pipeline import check_set
from checker.settings import Settings

RULES = Settings(rules_only=True, source="en")
Texts = Sequence[tuple[str, str]]


def document(language: str, texts: Texts) -> Document:
    """Texts by key, a line each; one that is empty is withheld."""
    blocks, at = [], 0
    for key, text in texts:
        blocks.append(
            Block(text, Role.PARAGRAPH, (Run(Span(0, len(text)), Span(at, at + len(text))),), key.rstrip("*"),
                  "one" if key.endswith("*") else "")
        )  # fmt: skip
        at += len(text) + 1
    return Document(language, f"{language}.x", "\n".join(text for _, text in texts), tuple(blocks))


def check(en: Texts, de: Texts) -> Report:
    return check_set("x", {"en": document("en", en), "de": document("de", de)}, RULES, None)


def told(report: Report) -> list[tuple[str, str, int]]:
    return [(finding.rule.value, finding.location.lang, finding.location.line) for finding in report.findings]


NUMBERS = st.lists(st.integers(100, 999), min_size=2, max_size=8)


@settings(max_examples=40, deadline=None)
@given(numbers=NUMBERS, order=st.randoms(use_true_random=False), drifting=st.integers(0, 7))
def test_order_is_of_no_matter_and_one_drift_is_found(numbers: list[int], order: st.DataObject, drifting: int) -> None:
    en = [(f"k{key}", f"The shed holds {number} bales.") for key, number in enumerate(numbers)]
    de = [(f"k{key}", f"Der Schuppen fasst {number} Ballen.") for key, number in enumerate(numbers)]
    order.shuffle(de)  # type: ignore[attr-defined]
    assert told(check(en, de)) == []
    at = drifting % len(de)
    de[at] = (de[at][0], "Der Schuppen fasst 1234 Ballen.")
    assert [(language, line) for _, language, line in told(check(en, de))] == [("de", at + 1)]


def test_a_key_that_is_missing_is_an_omission_behind_its_neighbour() -> None:
    en = [("a", "Open since 1950"), ("b", "It holds 730 boats."), ("c", "Closed on Mondays")]
    assert told(check(en, [("c", "Montags geschlossen"), ("a", "Offen seit 1950")])) == [("omission", "de", 2)]
    assert told(check(en, [("a", "Offen seit 1950"), ("b", ""), ("c", "Montags geschlossen")])) == []


def test_the_same_number_under_another_key_makes_up_for_nothing() -> None:
    en = [("a", "Try it for 30 days."), ("b", "Returns within 30 days.")]
    de = [("a", "30 Tage testen."), ("b", "Rückgabe möglich.")]
    assert told(check(en, de)) == [("omission", "de", 2)]


def test_the_number_of_a_plural_form_is_no_claim() -> None:
    en = [("a*", "1 boat with 4 seats"), ("a", "Boats with 4 seats")]
    assert told(check(en, [("a*", "Ein Boot mit 4 Plätzen"), ("a", "Boote mit 4 Plätzen")])) == []
    assert (
        told(check(en, [("a*", "Boot mit 4 Plätzen"), ("a", "Boote mit 4 Plätzen"), ("a", "Alle mit 4 Plätzen")])) == []
    )


def test_texts_that_share_no_key_are_aligned_as_any() -> None:
    en = [("a", "The bridge is 340 metres long."), ("b", "It was built in 1911.")]
    de = [("x", "Die Brücke ist 340 Meter lang."), ("y", "Sie wurde 1911 gebaut.")]
    assert told(check(en, de)) == []
