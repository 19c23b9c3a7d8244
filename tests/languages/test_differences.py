"""Words that bound an amount or tell a difference, by the case before them, and bounds that stand behind."""

import pytest

from checker.extraction import extract
from checker.model import Bound, Quantity


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("kk", "1,4 м төмен", {Bound.LESS_THAN, Bound.EXACT}),
        ("kk", "14-ке аз", {Bound.LESS_THAN, Bound.EXACT}),
        ("kk", "300-ден көп", {Bound.MORE_THAN}),
        ("kk", "25 жасқа толмағандар көбірек төлейді", {Bound.LESS_THAN}),
        ("tr", "4,6 yüzde puanı fazla", {Bound.EXACT}),
        ("tr", "300'den fazla", {Bound.MORE_THAN}),
        ("tr", "20 avro en az", {Bound.AT_LEAST, Bound.EXACT}),
        ("hu", "6 percnél kevesebb", {Bound.LESS_THAN, Bound.EXACT}),
        ("hu", "16 °C alatt", {Bound.LESS_THAN, Bound.EXACT}),
        ("hu", "20 perc legfeljebb", {Bound.AT_MOST, Bound.EXACT}),
        ("fi", "20 euroa enintään", {Bound.AT_MOST, Bound.EXACT}),
        ("et", "20 eurot vähemalt", {Bound.AT_LEAST, Bound.EXACT}),
    ],
)
def test_what_bounds_an_amount(code: str, text: str, expected: set[Bound]) -> None:
    found = {
        value.bound for mention in extract(text, code) for value in mention.readings if isinstance(value, Quantity)
    }
    assert found == expected
