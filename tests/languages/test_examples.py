"""Every language file's own examples are read as it says."""

import pytest

from checker import languages
from checker.extraction import extract
from checker.languages.notation import notation

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
