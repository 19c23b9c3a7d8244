"""Suggestions: in the style of the mention, and never another drift."""

import tomllib
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.extraction import extract
from checker.model import Kind, Mention, Moment, Quantity
from checker.suggest import suggest

CASES = tomllib.loads((Path(__file__).parents[1] / "fixtures" / "suggestions.toml").read_text("utf-8"))["case"]
LANGUAGES = sorted(
    entry.name.removesuffix(".toml")
    for entry in files("checker.languages").iterdir()
    if entry.name.endswith(".toml") and entry.name not in ("common.toml", "units.toml")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['wrong']['lang']} {case['wrong']['text']}")
def test_a_suggestion_is_written_as_the_mention_is(case: dict[str, dict[str, str]]) -> None:
    (right,) = extract(case["right"]["text"], case["right"]["lang"])
    (wrong,) = extract(case["wrong"]["text"], case["wrong"]["lang"])
    assert suggest(right, wrong, case["wrong"]["lang"], extract) == case["write"]


def quantity(amount: str, unit: str | None = None) -> Mention:
    value = Quantity(
        Decimal(amount), Decimal(amount), unit, step=Decimal(1).scaleb(Decimal(amount).as_tuple().exponent)
    )
    return Mention(amount, 0, len(amount), Kind.COUNT if unit is None else Kind.MONEY, value, (value,))


@settings(deadline=None)
@given(
    st.sampled_from(LANGUAGES),
    st.integers(3, 10**13) | st.decimals("0.1", "99999", places=2, allow_nan=False),
    st.sampled_from(["17", "18500"]),
)
def test_what_is_suggested_is_read_back_as_the_right_value(language: str, amount: Decimal | int, written: str) -> None:
    found = extract(written, language)
    if len(found) != 1:
        return
    right = quantity(str(amount))
    text = suggest(right, found[0], language, extract)
    if text is not None:
        (back,) = extract(text, language)
        assert isinstance(back.value, Quantity)
        assert back.value.low == Decimal(amount)


@settings(deadline=None)
@given(st.sampled_from(LANGUAGES), st.dates())
def test_a_suggested_date_is_the_right_one(language: str, when: object) -> None:
    day = Moment(year=when.year, month=when.month, day=when.day)  # type: ignore[attr-defined]
    wrong = Moment(year=1987, month=11, day=23)
    right = Mention("", 0, 0, Kind.DATE, day, (day,))
    mention = Mention("23.11.1987", 0, 10, Kind.DATE, wrong, (wrong,))
    text = suggest(right, mention, language, extract)
    if text is not None:
        (back,) = extract(text, language)
        assert isinstance(back.value, Moment)
        assert (back.value.month, back.value.day) == (day.month, day.day)


@pytest.mark.parametrize("language", ["de", "en", "fil", "fr", "hi", "ja", "ru", "zh"])
def test_a_whole_number_can_always_be_suggested(language: str) -> None:
    (mention,) = extract("4821", language)
    assert suggest(quantity("4822"), mention, language, extract) is not None


def test_nothing_is_suggested_in_a_language_that_no_data_describes() -> None:
    (mention,) = extract("4821", "en")
    assert suggest(quantity("4822"), mention, "tlh", extract) is None


@pytest.mark.parametrize(("unit", "einheit"), [("parts", "Teile"), ("euros", "Euro"), ("km", "km"), ("%", "%")])
@pytest.mark.parametrize("text", ["5" * 60, "5" * 30 + ".25", "5e40", "0." + "3" * 35])
def test_a_number_too_long_to_write_has_no_suggestion_and_no_error(text: str, unit: str, einheit: str) -> None:
    (right,), (mention,) = extract(f"It has {text} {unit}.", "en"), extract(f"Es hat 7 {einheit}.", "de")
    assert suggest(right, mention, "de", extract) is None


def test_a_third_of_an_hour_is_not_suggested_with_all_its_decimals() -> None:
    (right,), (mention,) = extract("Это заняло треть часа.", "ru"), extract("Es dauerte 0,5 Stunden.", "de")
    assert suggest(right, mention, "de", extract) is None
