"""Where a comparison of amounts turns: on either side of each tolerance, and how alike what differs is said to be."""

from decimal import Decimal

import pytest

from checker.compare import Comparison, Relation, allowing, compare_values, reach
from checker.model import Bound, Quantity, Rule, Side, Tolerance, Value

AGREE, SAME, DIFFER, CONVERTED, APART = Relation


def amount(
    text: str, unit: str | None = None, *, step: str = "", per: str | None = None, **more: Bound | Side
) -> Quantity:
    """An amount or, with two dots, a range; its step is the place of its last digit."""
    low, _, high = text.partition("..")
    exponent = Decimal(low).as_tuple().exponent
    place = Decimal(step) if step else Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    return Quantity(Decimal(low), Decimal(high or low), unit, step=place, per=per, **more)  # type: ignore[arg-type]


def both(one: Value, other: Value) -> Comparison:
    """The comparison, which is the same from either side."""
    outcome = compare_values(one, other)
    assert compare_values(other, one) == outcome
    return outcome


@pytest.mark.parametrize(
    ("one", "other", "relation", "rule", "near"),
    [
        ("500", "500", AGREE, None, 1.0),
        ("1000", "1005", DIFFER, Rule.VALUE, 0.2),
        ("1000", "10000", DIFFER, Rule.SCALE, 0.7),
        ("1000", "10050", DIFFER, Rule.SCALE, 0.7),
        ("1000", "10051", DIFFER, Rule.VALUE, 0.1),
        ("1000", "9950", DIFFER, Rule.SCALE, 0.7),
        ("1000", "9949", DIFFER, Rule.VALUE, 0.1),
        ("1000", "995", DIFFER, Rule.VALUE, 0.2),
        ("2", "2000000", DIFFER, Rule.SCALE, 0.7),
        ("3", "29000", DIFFER, Rule.VALUE, 0.1),
        ("3", "33000", APART, None, 0.0),
        ("2", "-2", DIFFER, Rule.VALUE, 0.7),
        ("0", "5", DIFFER, Rule.VALUE, 0.1),
        ("12", "21", DIFFER, Rule.VALUE, 0.55),
        ("123", "132", DIFFER, Rule.VALUE, 0.65),
        ("4817", "4819", DIFFER, Rule.VALUE, 0.1 + 0.45 * 3 / 4 + 0.1),
        ("4817", "4917", DIFFER, Rule.VALUE, 0.1 + 0.45 * 3 / 4 + 0.1),
        ("15", "25", DIFFER, Rule.VALUE, 0.1 + 0.45 / 2),
        ("7", "8", DIFFER, Rule.VALUE, 0.2),
        ("7", "9", DIFFER, Rule.VALUE, 0.1),
        ("80", "100", DIFFER, Rule.VALUE, 0.2),
        ("79", "100", DIFFER, Rule.VALUE, 0.1),
        ("450", "45000", DIFFER, Rule.SCALE, 0.7),
    ],
)
def test_two_counts(one: str, other: str, relation: Relation, rule: Rule | None, near: float) -> None:
    outcome = both(amount(one), amount(other))
    assert (outcome.relation, outcome.rule) == (relation, rule)
    assert outcome.near == pytest.approx(near)


@pytest.mark.parametrize(
    ("one", "step", "other", "agrees"),
    [
        ("1600000000", "100000000", "1650000000", True),
        ("1600000000", "100000000", "1650000001", False),
        ("1600000000", "100000000", "1549999999", False),
        ("10", "10", "14", True),
        ("10", "10", "9", False),  # as rough as it is great
        ("20", "10", "15", True),
        ("6", "1", "5.5", True),
        ("5", "1", "5.5", False),
        ("6", "1", "6.5", False),  # of a single digit a half is too much
        ("12", "1", "12.5", True),  # to the even digit
        ("11", "1", "11.5", False),
    ],
)
def test_what_a_rounded_number_may_stand_for(one: str, step: str, other: str, agrees: bool) -> None:
    outcome = both(amount(one, step=step), amount(other))
    assert outcome.agrees is agrees
    if agrees:
        assert outcome.near == 0.97


@pytest.mark.parametrize(
    ("one", "step", "other", "agrees"),
    [
        ("1.5", "0.5", "1.5", True),
        ("1.5", "0.5", "2", False),
        ("6500000", "500000", "7000000", False),
        ("5.5", "0.5", "5.25", False),
        ("5.5", "0.5", "5.54", True),
    ],
)
def test_what_is_told_in_halves_was_not_rounded_to_them(one: str, step: str, other: str, agrees: bool) -> None:
    assert both(amount(one, step=step), amount(other)).agrees is agrees


@pytest.mark.parametrize(
    ("one", "other", "agrees"),
    [
        (amount("100", "kilometer", step="1"), amount("62.1", "mile"), True),
        (amount("102.1", "kilometer"), amount("62.2", "mile"), True),
        (amount("104.1", "kilometer"), amount("62.2", "mile"), False),  # 4 % off
        (amount("300", "kilometer"), amount("200", "mile"), True),
        (amount("300", "kilometer"), amount("202", "mile"), True),
        (amount("300", "kilometer"), amount("203", "mile"), False),  # 8.2 % off
        (amount("7", "centimeter"), amount("3", "inch"), True),
        (amount("3", "centimeter"), amount("1", "inch"), True),
        (amount("2", "year"), amount("24", "month"), True),
        (amount("2", "year"), amount("18", "month"), False),
        (amount("1", "fortnight"), amount("2", "week"), True),
        (amount("1", "fortnight"), amount("3", "week"), False),
        (amount("2", "kilogram"), amount("1600", "gram"), False),
        (amount("2", "hour"), amount("95", "minute"), False),
        (amount("0.5", "hour", step="0.1"), amount("40", "minute"), False),
        (amount("0.75", "part", step="0.01"), amount("75", "percent"), True),
        (amount("0.75", "part", step="0.01"), amount("80", "percent"), False),
        (amount("30", "degree-celsius"), amount("86", "degree-fahrenheit"), True),
        (amount("30", "degree-celsius"), amount("88", "degree-fahrenheit"), True),
        (amount("30", "degree-celsius"), amount("89", "degree-fahrenheit"), False),
        (amount("200", "degree-celsius"), amount("400", "degree-fahrenheit"), True),
        (amount("180", "degree-celsius"), amount("350", "degree-fahrenheit"), True),
        (amount("190", "degree-celsius"), amount("350", "degree-fahrenheit"), False),
        (amount("180", "degree-celsius"), amount("375", "degree-fahrenheit"), False),
        (amount("200", "degree-celsius"), amount("200", "degree-fahrenheit"), False),
        (amount("180", "degree-celsius"), amount("190", "degree-celsius"), False),
        (amount("182", "degree-celsius"), amount("350", "degree-fahrenheit"), False),
        (amount("0", "kilometer"), amount("0", "mile"), True),
    ],
)
def test_what_was_converted_is_rounded(one: Quantity, other: Quantity, agrees: bool) -> None:
    outcome = both(one, other)
    assert outcome.agrees is agrees
    if agrees:
        assert (outcome.relation, outcome.near) == (SAME, 0.95)


@pytest.mark.parametrize(
    ("one", "other", "relation", "rule", "near"),
    [
        (amount("5", "kilometer"), amount("5", "mile"), DIFFER, Rule.UNIT, 0.7),
        (amount("5", "kilometer"), amount("5", "kilogram"), DIFFER, Rule.UNIT, 0.7),
        (amount("5", "kilometer"), amount("6", "kilogram"), APART, None, 0.0),
        (amount("5", "kilometer"), amount("5", "USD"), DIFFER, Rule.UNIT, 0.5),
        (amount("5", "kilometer"), amount("6", "USD"), APART, None, 0.0),
        (amount("5", "EUR"), amount("5", "USD"), DIFFER, Rule.UNIT, 0.7),
        (amount("5", "kilometer"), amount("5"), SAME, None, 0.95),
        (amount("50", "USD/100"), amount("0.5", "USD"), AGREE, None, 1.0),
        (amount("1700", "USD"), amount("900", "EUR"), CONVERTED, Rule.UNIT, 0.5),  # 1.7 times the rough rate
        (amount("1701", "USD"), amount("900", "EUR"), APART, None, 0.0),
        (amount("1000", "USD"), amount("1530", "EUR"), CONVERTED, Rule.UNIT, 0.5),
        (amount("1000", "USD"), amount("1531", "EUR"), APART, None, 0.0),
        (amount("-1000", "USD"), amount("-900", "EUR"), APART, None, 0.0),
        (amount("0", "USD"), amount("900", "EUR"), APART, None, 0.0),
    ],
)
def test_two_units(one: Quantity, other: Quantity, relation: Relation, rule: Rule | None, near: float) -> None:
    outcome = both(one, other)
    assert (outcome.relation, outcome.rule, outcome.near) == (relation, rule, near)


@pytest.mark.parametrize(
    ("one", "other", "relation", "near"),
    [
        (amount("3..5"), amount("3..5"), AGREE, 1.0),
        (amount("3..5"), amount("3"), SAME, 0.6),
        (amount("3..5"), amount("5"), SAME, 0.6),
        (amount("3..5"), amount("4"), DIFFER, 0.15),
        (amount("30..50"), amount("30..60"), DIFFER, (1.0 + 0.2) / 2),
        (amount("40..50"), amount("30..50"), DIFFER, (0.1 + 1.0) / 2),
        (amount("30..50"), amount("50..30"), DIFFER, 0.1),
    ],
)
def test_ranges(one: Quantity, other: Quantity, relation: Relation, near: float) -> None:
    outcome = both(one, other)
    assert (outcome.relation, outcome.near) == (relation, pytest.approx(near))


ABOUT = Bound.ABOUT


@pytest.mark.parametrize(
    ("one", "other", "agrees"),
    [
        (amount("500", bound=ABOUT), amount("515"), True),
        (amount("500", bound=ABOUT), amount("516"), False),
        (amount("500", bound=ABOUT), amount("515", bound=ABOUT), False),
        (amount("517", bound=ABOUT), amount("518"), False),  # no round number
        (amount("510", bound=ABOUT), amount("514"), True),
        (amount("510", bound=ABOUT), amount("516"), False),
    ],
)
def test_about_is_three_percent_of_a_round_number(one: Quantity, other: Quantity, agrees: bool) -> None:
    assert both(one, other).agrees is agrees


@pytest.mark.parametrize(
    ("one", "other", "rule", "strong", "near"),
    [
        (Bound.AT_LEAST, Bound.AT_MOST, Rule.BOUND, True, 0.95),
        (Bound.MORE_THAN, Bound.LESS_THAN, Rule.BOUND, True, 0.95),
        (Bound.AT_LEAST, Bound.EXACT, Rule.BOUND, False, 0.95),
        (Bound.LESS_THAN, Bound.EXACT, Rule.BOUND, False, 0.95),
        (Bound.AT_LEAST, Bound.MORE_THAN, None, True, 1.0),
        (Bound.AT_LEAST, Bound.ABOUT, None, True, 1.0),
        (Bound.ABOUT, Bound.EXACT, None, True, 1.0),
    ],
)
def test_two_bounds(one: Bound, other: Bound, rule: Rule | None, strong: bool, near: float) -> None:
    outcome = both(amount("90", bound=one), amount("90", bound=other))
    assert (outcome.rule, outcome.strong, outcome.near) == (rule, strong, near)


def test_nearly_and_just_over_exclude_each_other() -> None:
    nearly, over = (amount("90", bound=ABOUT, side=side) for side in (Side.BELOW, Side.ABOVE))
    assert both(nearly, over).rule is Rule.BOUND
    assert both(nearly, amount("90", bound=Bound.AT_LEAST)).rule is Rule.BOUND
    assert both(over, amount("90", bound=Bound.AT_MOST)).rule is Rule.BOUND
    assert both(over, amount("90", bound=Bound.MORE_THAN)).agrees
    assert both(nearly, amount("90", bound=ABOUT)).agrees


@pytest.mark.parametrize(
    ("one", "other", "relation", "rule"),
    [
        (amount("15", "USD", per="month"), amount("180", "USD", per="year"), SAME, None),
        (amount("15", "USD", per="month"), amount("183", "USD", per="year"), SAME, None),
        (amount("15", "USD", per="month"), amount("184", "USD", per="year"), DIFFER, Rule.VALUE),
        (amount("15", "USD", per="month"), amount("15", "USD", per="year"), DIFFER, Rule.SUBJECT),
        (amount("15", "USD", per="person"), amount("15", "USD", per="share"), DIFFER, Rule.SUBJECT),
        (amount("15", "USD", per="person"), amount("15", "USD", per="year"), AGREE, None),
        (amount("15", "USD", per="person"), amount("15", "USD"), AGREE, None),
        (amount("15", "USD", per="person"), amount("180", "USD", per="share"), DIFFER, Rule.VALUE),
        (amount("0", "USD", per="month"), amount("12", "USD", per="year"), DIFFER, Rule.VALUE),
    ],
)
def test_rates(one: Quantity, other: Quantity, relation: Relation, rule: Rule | None) -> None:
    outcome = both(one, other)
    assert (outcome.relation, outcome.rule) == (relation, rule)


@pytest.mark.parametrize(
    ("part", "count", "near"),
    [
        ("0.75", "3", 0.5),
        ("0.75", "4", 0.5),
        ("0.75", "5", 0.0),
        ("0.75", "1", 0.0),
        ("0.2", "5", 0.5),
        ("0.2", "1", 0.0),
        ("0.75", "0.75", 0.9),
        ("0.75", "3..4", 0.0),
        ("0.001", "1000", 0.5),
        ("0.0009", "10000", 0.0),
    ],
)
def test_a_part_and_a_bare_number(part: str, count: str, near: float) -> None:
    assert both(amount(part, "part"), amount(count)).near == near


@pytest.mark.parametrize(
    ("one", "within"),
    [
        (amount("1600000000", step="100000000"), "50000000"),
        (amount("1600"), "0.5"),
        (amount("1000", bound=ABOUT), "30.92783505154639175257731959"),
    ],
)
def test_how_far_off_an_equal_amount_may_be(one: Quantity, within: str) -> None:
    assert reach(one) == Decimal(within)


@pytest.mark.parametrize(
    ("tolerance", "one", "other", "agrees"),
    [
        (Tolerance(rounded=Decimal("0.1")), amount("100"), amount("111"), True),
        (Tolerance(rounded=Decimal("0.1")), amount("100"), amount("112"), False),
        (Tolerance(converted=Decimal("0.01")), amount("100", "mile"), amount("162.5", "kilometer"), True),
        (Tolerance(converted=Decimal("0.01")), amount("100", "mile"), amount("162.6", "kilometer"), False),
        (Tolerance(about=Decimal("0.2")), amount("100", bound=ABOUT), amount("125"), True),
        (Tolerance(about=Decimal("0.2")), amount("100", bound=ABOUT), amount("126"), False),
        (Tolerance(about=Decimal("0.2")), amount("100"), amount("125"), False),
    ],
)
def test_what_a_team_allows(tolerance: Tolerance, one: Quantity, other: Quantity, agrees: bool) -> None:
    with allowing(tolerance):
        assert both(one, other).agrees is agrees
        if agrees and one.unit == other.unit:
            assert abs(one.low - other.low) <= max(reach(one), reach(other))
    assert not both(one, other).agrees or one.unit != other.unit
