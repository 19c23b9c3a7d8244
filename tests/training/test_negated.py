"""Pairs that differ by their negation alone: what is taken out of a text, and what the two then are to each other."""

import pytest

from checker.training import negated
from checker.training.parallel import Group

ROWS = Group(
    "texts",
    {
        "en": ("I do not know him.", "We never met in Turin.", "It rains in Oslo today."),
        "de": ("Ich kenne ihn nicht.", "Wir trafen uns nie in Turin.", "Heute regnet es in Oslo."),
        "fr": ("Je ne le connais pas.", "Nous nous sommes vus à Turin.", "Il pleut à Oslo aujourd'hui."),
    },
)


@pytest.mark.parametrize(
    ("code", "text", "rest"),
    [
        ("en", "I do not know him.", "I do know him."),
        ("en", "They can’t swim there.", "They swim there."),
        ("fr", "Il n'a pas de voiture rouge.", "Il a de voiture rouge."),
        ("th", "เขาไม่ชอบแมวตัวนี้เลย", "เขา ชอบแมวตัวนี้เลย"),
        ("de", "Nichtsdestotrotz kam er gestern.", None),
        ("hi", "बहन आज घर पर है और खुश है", None),
        ("en", "It is not, not and not so.", None),
        ("en", "Not so.", None),
        ("xx", "I do not know him.", None),
    ],
)
def test_a_negation_is_taken_out_as_a_word(code: str, text: str, rest: str | None) -> None:
    assert negated.affirmed(text, code) == rest


def test_a_text_without_its_negation_contradicts_and_two_of_them_are_entailed() -> None:
    made = list(negated.pairs([ROWS], 200, 3, (0, 1)))
    assert len(made) == 200
    denied = {line for lines in ROWS.lines.values() for line in lines[:2]}
    for example in made:
        both = [text in denied for text in (example.premise, example.hypothesis)]
        assert (example.label == "contradiction") == (both[0] != both[1])
    assert {example.source for example in made} == {"affirmed", "denied", "negated"}
    assert {example.label for example in made} == {"contradiction", "entailment"}
    assert all("Oslo" not in example.premise for example in made)


def test_the_same_seed_draws_the_same_and_held_out_files_are_left() -> None:
    first, again = (list(negated.pairs([ROWS], 20, 5, (0, 1), ["fr"])) for _ in range(2))
    assert first == again
    assert {example.premise_lang for example in first} == {"en", "de"}


def test_without_a_row_that_denies_something_twice_nothing_is_made() -> None:
    assert list(negated.pairs([Group("one", {"en": ("It is not so here.",)})], 5, 1, (0, 1))) == []
