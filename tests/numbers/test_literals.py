"""Runs of digits: what each may mean, up to which length, and what raises it."""

from decimal import Decimal

import pytest

from checker.languages.folding import fold
from checker.numbers.literals import Reading, listed, power, raised, ratio, read_first, read_literal, until_fullwidth

DOT, COMMA = (".",), (",",)
BOTH = (".", ",")


def told(readings: tuple[Reading, ...]) -> list[tuple[str, str]]:
    return [(f"{reading.value:f}", f"{reading.step:f}") for reading in readings]


@pytest.mark.parametrize(
    ("text", "decimal", "group", "readings", "irregular"),
    [
        ("7", DOT, COMMA, [("7", "1")], False),
        ("1,600", DOT, COMMA, [("1600", "1"), ("1.600", "0.001")], False),
        ("1,60", DOT, COMMA, [("1.60", "0.01")], True),
        ("1.60", DOT, COMMA, [("1.60", "0.01")], False),
        ("0.600", COMMA, (".",), [("0.600", "0.001")], True),
        ("1234,567", DOT, COMMA, [("1234.567", "0.001")], True),
        ("2018,63", DOT, COMMA, [], False),
        ("1718,63", DOT, COMMA, [("1718.63", "0.01")], True),
        ("2018,63", COMMA, (".",), [("2018.63", "0.01")], False),
        ("60.000", COMMA, (".",), [("60000", "1")], False),
        ("60.001", COMMA, (".",), [("60001", "1"), ("60.001", "0.001")], False),
        ("60.000", BOTH, (".",), [("60.000", "0.001"), ("60000", "1")], False),
        ("1·600", DOT, COMMA, [("1600", "1"), ("1.600", "0.001")], True),
        ("1·60", DOT, COMMA, [("1.60", "0.01")], True),
        ("12 345", COMMA, (" ",), [("12345", "1")], False),
        ("12 345", COMMA, (".",), [("12345", "1")], True),
        ("2018 238", COMMA, (".",), [], False),
        ("1,234,567", DOT, COMMA, [("1234567", "1")], False),
        ("1.234.567", DOT, COMMA, [("1234567", "1")], True),
        ("1,23,45,678", DOT, COMMA, [("12345678", "1")], False),
        ("1,23,456,78", DOT, COMMA, [], False),
        ("1,234,56", DOT, COMMA, [], False),
        ("0,234,567", DOT, COMMA, [], False),
        ("1,234.5", DOT, COMMA, [("1234.5", "0.1")], False),
        ("1.234,5", DOT, COMMA, [("1234.5", "0.1")], True),
        ("12,34.5", DOT, COMMA, [], False),
        ("1,2.3,4", DOT, COMMA, [], False),
        ("1.234.567,8.9", COMMA, (".",), [], False),
    ],
)
def test_what_a_run_may_mean(
    text: str, decimal: tuple[str, ...], group: tuple[str, ...], readings: list[tuple[str, str]], irregular: bool
) -> None:
    found, broke = read_literal(text, decimal, group)
    assert (told(found), broke) == (readings, irregular)


@pytest.mark.parametrize(("digits", "read"), [(60, True), (61, False), (121, False)])
def test_sixty_digits_are_a_number_and_more_a_key(digits: int, read: bool) -> None:
    assert bool(read_literal("7" * digits, DOT, COMMA)[0]) is read


@pytest.mark.parametrize(
    ("text", "first", "value"),
    [("1,600.50", "1,600.50", "1600.50"), ("12.5,16.7", "12.5", "12.5"), ("4,5,6", "4", "4"), ("1,2.5", "1,2", "1.2")],
)
def test_the_first_number_of_a_run(text: str, first: str, value: str) -> None:
    written, readings, _ = read_first(text, DOT, COMMA)
    assert (written, f"{readings[0].value:f}") == (first, value)


@pytest.mark.parametrize(
    ("text", "start", "end", "inside"),
    [
        ("4,5,6", 2, 3, True),
        ("4,5,6", 0, 1, False),
        ("4,5,6", 4, 5, False),
        ("4,5.6", 2, 3, False),
        ("x,5,6", 2, 3, False),
        (",5,6", 1, 2, False),
        ("4 5 6", 2, 3, False),
    ],
)
def test_digits_inside_a_list_have_its_mark_on_both_sides(text: str, start: int, end: int, inside: bool) -> None:
    assert listed(text, start, end) is inside


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2e5", (3, "10", 5)),
        ("2e-5", (4, "10", -5)),
        ("2e+5.", (4, "10", 5)),
        ("2e5a", None),
        ("2e", None),
        ("2^3", (3, "", 3)),
        ("2^-3", (4, "", -3)),
        ("2^--3", (5, "", 3)),
        ("2x10^6", (6, "10", 6)),
        ("2 × 10^-6", (9, "10", -6)),
        ("2*10e6", (6, "10", 6)),
        ("2×100^6", None),
        ("2^3個", (3, "", 3)),
        ("2e1234", (6, "10", 1234)),
        ("2e12345", (7, "10", 67)),
    ],
)
def test_what_raises_digits(text: str, found: tuple[int, str, int] | None) -> None:
    assert power(text, 1) == found


@pytest.mark.parametrize(
    ("value", "base", "exponent", "made"),
    [
        ("2.5", "10", 3, ("2500", "100")),
        ("2.5", "10", -1, ("0.25", "0.01")),
        ("3", "10", 66, ("3" + "0" * 66, "1" + "0" * 66)),
        ("3", "10", 67, None),
        ("3", "10", -67, None),
        ("1.5", "", 2, ("2.25", "0.01")),
        ("2", "", -2, ("0.25", "0.01")),
        ("0", "", 2, None),
        ("0", "10", 2, ("0", "100")),
        ("2", "", 66, ("73786976294838206464", "1")),
        ("9" * 9, "", 23, None),
        ("20", "", 60, None),
    ],
)
def test_a_number_raised(value: str, base: str, exponent: int, made: tuple[str, str] | None) -> None:
    number = Decimal(value)
    found = raised(Reading(number, Decimal(1).scaleb(number.as_tuple().exponent)), base, exponent)  # type: ignore[arg-type]
    assert (told((found,))[0] if found else None) == made


def test_a_quotient_without_end_has_sixteen_digits() -> None:
    assert (str(ratio(Decimal(2), Decimal(3))), str(ratio(Decimal(6), Decimal(3)))) == ("0.6666666666666667", "2")


@pytest.mark.parametrize(
    ("text", "kept"),
    [("1,600，200", "1,600"), ("1600，200", "1600"), ("１６００，２００", "1600,200"), ("1,600", "1,600")],
)
def test_a_wide_comma_parts_narrow_digits(text: str, kept: str) -> None:
    seen = fold(text)
    assert until_fullwidth(seen, 0, seen.text) == kept
