"""Where a reading of numbers ends: at a limit, on either side of it, and with a sign that turns it round."""

from decimal import Decimal

import pytest

from checker.extraction import extract
from checker.model import Quantity


def amounts(code: str, text: str) -> list[str]:
    values = [mention.value for mention in extract(text, code)]
    return [f"{value.low.normalize():f} {value.unit or ''}".strip() for value in values if isinstance(value, Quantity)]


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        ("en", "3 out of 20 guests stayed", ["0.15 part"]),
        ("en", "3 out of 21 guests stayed", ["3", "21"]),
        ("en", "7 out of 100 guests stayed", ["0.07 part"]),
        ("ja", "20人に3人", ["0.15 part"]),
        ("ja", "21人に3人", ["21", "3"]),
    ],
)
def test_several_of_at_most_twenty_are_a_part(code: str, text: str, found: list[str]) -> None:
    assert amounts(code, text) == found


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("ja", "10の3乗個", Decimal(1000)),
        ("ja", "濃度は10のマイナス3乗", Decimal("0.001")),
        ("en", "a dose of 3 × 10^-6 kg", Decimal("0.000003")),
        ("en", "some 4 x 10^6 people", Decimal(4_000_000)),
    ],
)
def test_a_power_below_zero_makes_a_number_small(code: str, text: str, value: Decimal) -> None:
    (mention,) = extract(text, code)
    assert isinstance(mention.value, Quantity)
    assert mention.value.low == mention.value.high == value


@pytest.mark.parametrize(
    ("text", "found"),
    [("तीन का पाँचवाँ हिस्सा", ["0.6 part"]), ("दो का पहला हिस्सा", ["2", "1"])],
)
def test_a_part_of_a_rank_is_a_third_at_the_most(text: str, found: list[str]) -> None:
    assert amounts("hi", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1,600，200人", ["1600", "200"]),
        ("1,600,200人", ["1600200"]),
        ("１，６００，２００人", ["1600200"]),
    ],
)
def test_a_wide_comma_behind_narrow_digits_parts_two_numbers(text: str, found: list[str]) -> None:
    assert [f"{Decimal(it.split()[0]):f}" for it in amounts("zh", text)] == found


def test_a_range_in_words_shares_the_power_behind_its_end() -> None:
    (mention,) = extract("細胞は3~4×10の6乗個", "ja")
    assert isinstance(mention.value, Quantity)
    assert (mention.value.low, mention.value.high) == (3_000_000, 4_000_000)
