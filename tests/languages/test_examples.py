"""Every language file's own examples are read as it says."""

import pytest

from checker import languages
from checker.extraction import extract
from checker.languages.notation import notation
from checker.model import Bound, Quantity

CASES = [
    pytest.param(code, example["text"], example["claims"], id=f"{code}-{number}")
    for code in languages.codes()
    for number, example in enumerate(languages.read(code).get("examples", []))
]


@pytest.mark.parametrize(("code", "text", "claims"), CASES)
def test_an_example_is_read_as_its_file_says(code: str, text: str, claims: list[str]) -> None:
    assert [notation(mention) for mention in extract(text, code) if not mention.weak] == claims


@pytest.mark.parametrize("code", languages.codes())
def test_a_language_file_carries_its_tests(code: str) -> None:
    assert len(languages.read(code).get("examples", [])) >= 12


NEGATIONS = [
    pytest.param(code, word.rstrip("*"), id=f"{code}-{word}")
    for code in languages.codes()
    for word in languages.read(code).get("negation", {}).get("words", [])
]


def over(code: str) -> tuple[str, str]:
    """What stands before and behind 4000 where it is bounded from below, by the first form of the file that does so."""
    bounds = languages.read(code)["bounds"]
    before = [(f"{form} ", "") for form in bounds.get("before", {}).get("more-than", [])]
    after = [("", f"{gap}{form}") for form in bounds.get("after", {}).get("more-than", []) for gap in (" ", "")]
    return next(each for each in (*before, *after) if Bound.MORE_THAN in _bounds("4000".join(each), code))


def _bounds(text: str, code: str) -> set[Bound]:
    return {value.bound for m in extract(text, code) for value in m.readings if isinstance(value, Quantity)}


@pytest.mark.parametrize(("code", "word"), NEGATIONS)
def test_a_word_that_negates_is_found_beside_a_bound(code: str, word: str) -> None:
    before, after = over(code)
    word = word[1] + word[1:] if word.startswith("*") else word  # an ending, on a stem of one letter
    text = f"{word} {before}4000" if before else f"4000{after} {word}"
    assert Bound.AT_MOST in _bounds(text, code), text
