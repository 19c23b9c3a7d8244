"""Digits, number words and scale words put together: what belongs to what, how far it is told, what is refused."""

from decimal import Decimal

import pytest

from checker.numbers.composing import Composer, room
from checker.numbers.literals import Reading

ONE = Decimal(1)


def composed(*steps: object, more: str = "0") -> list[tuple[str, str]] | None:
    """What a row of steps makes: a number is a word, a text digits, "×" stands before a scale; None if refused."""
    composer = Composer(Decimal(more))
    for step in steps:
        if isinstance(step, tuple):
            taken = composer.add(tuple(reading(each) for each in step), False)
        elif isinstance(step, str) and step.startswith("×"):
            taken = composer.multiply(Decimal(step[1:]))
        elif isinstance(step, str) and step.startswith("+"):
            taken = composer.one_more(Decimal(step[1:]))
        else:
            taken = composer.add((reading(str(step)),), not isinstance(step, str))
        if not taken:
            return None
    return [(f"{each.value:f}", f"{each.step:f}") for each in composer.result()]


def reading(text: str) -> Reading:
    value = Decimal(text)
    exponent = value.as_tuple().exponent
    return Reading(value, ONE.scaleb(min(0, exponent if isinstance(exponent, int) else 0)))


@pytest.mark.parametrize(
    ("steps", "made"),
    [
        ((20, 5), [("25", "1")]),
        ((20, 10), None),
        ((20, 9), [("29", "1")]),
        ((20, 0), None),
        ((21, 5), None),
        (("20", 5), None),
        ((20, "5"), None),
        ((2, "×100"), [("200", "100")]),
        ((2, "×100", 50, 6), [("256", "1")]),
        ((2, "×100", 50, 6, "×1000"), [("256000", "1000")]),
        ((2, "×100", 100), None),
        ((2, "×100", 99), [("299", "1")]),
        ((2, "×1000", 1000), None),
        ((2, "×1000", 999), [("2999", "1")]),
        ((2, "×1000", 0), None),
        ((3, "×1000000", 2, "×100", 40, "×1000"), [("3240000", "1000")]),
        (("23", "×100000000", "5000", "×10000"), [("2350000000", "10000")]),
        (("23", "×100000000", 5, "×1000"), None),
        (("5", "×1000", "×1000000"), [("5000000000", "1000000000")]),
        (("5", "×1000000", "×1000"), [("5000000000", "1000000000")]),
        (("5", "×12", "×1000"), [("60000", "12000")]),
        (("5", "×1000", "×12"), None),
        ((2, "×1000", "+100"), [("2100", "100")]),
        ((2, "×1000", "+100", 20), [("2120", "1")]),
        ((10, "+1000"), None),
        ((100, 10, "×1000"), [("110000", "1000")]),
        ((100, 1, "×10"), [("110", "10")]),
        ((("1600", "1.600"),), [("1600", "1"), ("1.600", "0.001")]),
        ((("1600", "1.600"), "×1000000"), [("1600000000", "1000000")]),
        ((("1605", "1.605"), "×1000000"), [("1605000000", "1000000"), ("1605000.000", "1000.000")]),
        ((("1605", "1.605"), 5), None),
        ((2, "×1000", ("600", "0.6")), [("2600", "1")]),
        (("1", "×" + "1" + "0" * 66), [("1" + "0" * 66, "1" + "0" * 66)]),
        (("1", "×" + "1" + "0" * 67), None),
    ],
)
def test_what_steps_make(steps: tuple[object, ...], made: list[tuple[str, str]] | None) -> None:
    assert composed(*steps) == made


def test_a_word_before_a_number_adds_to_it_and_says_how_far_it_is_told() -> None:
    assert composed(3, more="0.5") == [("3.5", "0.5")]
    assert composed(3, "×100000", more="0.5") == [("350000.0", "50000.0")]
    assert composed(2, more="-0.25") == [("1.75", "0.25")]


@pytest.mark.parametrize(
    ("value", "left"),
    [
        ("10", 10),
        ("20", 10),
        ("200", 100),
        ("210", 10),
        ("1000", 1000),
        ("21", 0),
        ("7", 0),
        ("0", 0),
        ("2.5", 0),
        ("2.50", 0),
    ],
)
def test_room_behind_a_number_in_words(value: str, left: int) -> None:
    assert room(Decimal(value)) == left


@pytest.mark.parametrize(
    ("steps", "below", "place"),
    [
        ((), 0, 1),
        ((2,), 0, 0),
        ((20,), 10, 10),
        (("20",), 0, 10),
        ((2, "×1000"), 1000, 1000),
        ((2, "×1000", 5), 0, 0),
        ((2, "×100", 50), 10, 10),
    ],
)
def test_what_a_scale_word_may_count_one_of(steps: tuple[object, ...], below: int, place: int) -> None:
    composer = Composer()
    for step in steps:
        if isinstance(step, str) and step.startswith("×"):
            composer.multiply(Decimal(step[1:]))
        else:
            composer.add((reading(str(step)),), not isinstance(step, str))
    assert (composer.below(), composer.place()) == (below, place)


def test_nothing_multiplies_nothing() -> None:
    assert not Composer().multiply(Decimal(100))


def test_a_part_is_added_with_how_far_it_is_told() -> None:
    composer = Composer()
    composer.add((reading("2"),), True)
    composer.raise_by(Decimal("0.5"), Decimal("0.5"))
    assert composer.result() == (Reading(Decimal("2.5"), Decimal("0.5")),)
