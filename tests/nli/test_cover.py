"""How well the pieces of two texts cover each other."""

import pytest

from checker.nli.bundled import Bundled


@pytest.fixture(scope="module")
def model() -> Bundled:
    return Bundled()


def test_a_text_covers_itself_and_nothing_covers_nothing(model: Bundled) -> None:
    same, empty = model.cover([("The mill grinds rye.", "The mill grinds rye."), ("The mill grinds rye.", "")])
    assert same == pytest.approx(1, abs=0.01)
    assert empty == 0


def test_a_translation_covers_more_than_half_of_one_and_that_more_than_another_text(model: Bundled) -> None:
    text = "The mill on the river grinds rye and was repaired by two brothers."
    whole, part, other = model.cover(
        [
            (text, "Die Mühle am Fluss mahlt Roggen und wurde von zwei Brüdern repariert."),
            (text, "Die Mühle am Fluss mahlt Roggen."),
            (text, "Gestern regnete es lange, und niemand ging auf den Markt."),
        ]
    )
    assert other < part < whole


def test_the_order_of_the_two_does_not_matter(model: Bundled) -> None:
    one, other = "Snow fell on the pass.", "Auf dem Pass fiel Schnee, und die Straße war zu."
    there, back = model.cover([(one, other), (other, one)])
    assert there == pytest.approx(back, abs=1e-4)
