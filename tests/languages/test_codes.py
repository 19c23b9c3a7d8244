"""Codes of individual languages, which neither a file nor CLDR is named after."""

import pytest

from checker.extraction import extract
from checker.languages import load, name


@pytest.mark.parametrize(
    ("code", "whole", "text"),
    [
        ("swh", "sw", "Watu milioni 3.5 walihama mwaka 2019."),
        ("uzn", "uz", "3,5 million kishi"),
        ("cmn", "zh", "350万人"),
        ("lvs", "lv", "3,5 miljoni"),
    ],
)
def test_a_language_is_read_as_the_one_it_is_counted_to(code: str, whole: str, text: str) -> None:
    assert [it.value for it in extract(text, code)] == [it.value for it in extract(text, whole)]
    assert not load(code).fallback
    assert name(code) != code


def test_an_unknown_code_stays_one() -> None:
    assert load("qqq").fallback
