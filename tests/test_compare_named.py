"""Where a comparison of moments and of names turns, with each other and with bare numbers."""

import pytest

from checker.compare import Relation, compare_values
from checker.model import Label, Moment, Quantity, Rule
from tests.test_compare_limits import AGREE, APART, DIFFER, SAME, amount, both


@pytest.mark.parametrize(
    ("one", "other", "relation", "near", "strong"),
    [
        (Moment(2024, 5, 7), Moment(2024, 5, 7), AGREE, 1.0, True),
        (Moment(2024, 5, 7), Moment(None, 5, 7), AGREE, 0.7, True),
        (Moment(2024, 5, 7), Moment(2024), AGREE, 0.6, True),
        (Moment(2024, 5, 7), Moment(2024, 5, 7, weekday=2), AGREE, 0.8, True),
        (Moment(2024, 5, 7), Moment(2024, 5), DIFFER, 0.6, False),
        (Moment(None, 5, 7), Moment(None, 5), DIFFER, 0.6, False),
        (Moment(2024), Moment(None, 5), APART, 0.0, True),
        (Moment(2024), Moment(2025), DIFFER, 0.3, True),
        (Moment(1900), Moment(1999), DIFFER, 0.3, True),
        (Moment(1900), Moment(2000), DIFFER, 0.2, True),
        (Moment(None, 5), Moment(None, 6), DIFFER, 0.2, True),
        (Moment(2024, 5, 7), Moment(2024, 5, 8), DIFFER, 0.2 + 0.5 * 2 / 3, True),
        (Moment(2024, 5, 7), Moment(2023, 6, 8), DIFFER, 0.2, True),
        (Moment(1990, decade=True), Moment(1990, decade=True), AGREE, 1.0, True),
        (Moment(1990, decade=True), Moment(1990), DIFFER, 0.5, True),
        (Moment(1990, decade=True), Moment(1999), DIFFER, 0.5, True),
        (Moment(1990, decade=True), Moment(2000), APART, 0.0, True),
        (Moment(hour=15, minute=30), Moment(hour=15, minute=30), AGREE, 1.0, True),
        (Moment(hour=15), Moment(hour=15, minute=30), AGREE, 0.6, True),
        (Moment(hour=15, minute=30), Moment(hour=14, minute=30), DIFFER, 0.45, True),
        (Moment(hour=15, minute=30), Moment(hour=15, minute=20), DIFFER, 0.45, True),
        (Moment(hour=15, minute=30), Moment(2024), APART, 0.0, True),
        (Moment(hour=15), Moment(hour=16), DIFFER, 0.2, True),
    ],
)
def test_two_moments(one: Moment, other: Moment, relation: Relation, near: float, strong: bool) -> None:
    outcome = both(one, other)
    assert (outcome.relation, outcome.near, outcome.strong) == (relation, pytest.approx(near), strong)
    assert outcome.rule is (Rule.DATE if relation is DIFFER else None)


@pytest.mark.parametrize(
    ("moment", "number", "near"),
    [
        (Moment(2024), amount("2024"), 0.8),
        (Moment(2024), amount("2025"), 0.0),
        (Moment(2024, 5), amount("2024"), 0.0),
        (Moment(2024, None, 7), amount("2024"), 0.0),
        (Moment(None, 5), amount("5"), 0.0),
        (Moment(hour=19, minute=7), amount("19.07"), 0.9),
        (Moment(hour=19, minute=7), amount("19.7"), 0.0),
        (Moment(hour=19), amount("19", "hour"), 0.9),
        (Moment(hour=19), amount("19", "kilometer"), 0.0),
        (Moment(hour=3, minute=35), amount("215", "second"), 0.9),
        (Moment(hour=3, minute=35), amount("216", "second"), 0.0),
        (Moment(hour=3, minute=35), amount("215"), 0.0),
    ],
)
def test_a_moment_and_a_number(moment: Moment, number: Quantity, near: float) -> None:
    outcome = both(moment, number)
    assert (outcome.relation, outcome.near) == (SAME if near else APART, near)


def label(stem: str, number: str, *, generic: bool = False, ranked: bool = False) -> Label:
    return Label(f"{stem} {number}", stem, number, generic=generic, ranked=ranked)


@pytest.mark.parametrize(
    ("one", "other", "relation", "near"),
    [
        (label("falcon", "9"), label("falcon", "9"), AGREE, 1.0),
        (label("falcon", "9"), label("сокол", "9"), SAME, 0.75),
        (label("", "9"), label("falcon", "9"), SAME, 0.75),
        (label("gpt", "4"), label("chatgpt", "4"), SAME, 0.7 + 0.3 * (0.5 + 0.5 * 3 / 7)),
        (label("artikel", "9"), label("article", "9"), SAME, 0.7 + 0.3 * 2 * 3 / 12),
        (label("falcon", "9"), label("orion", "9"), APART, 0.0),
        (label("page", "9", generic=True), label("orion", "9"), SAME, 0.7),
        (label("page", "9", generic=True), label("seite", "9", generic=True), SAME, 0.7 + 0.3 * 0.6),
        (label("page", "9", generic=True), label("seite", "8", generic=True), DIFFER, 0.4),
        (label("falcon", "9"), label("falcon", "8"), DIFFER, 0.7),
        (label("falcon", "9"), label("сокол", "8"), DIFFER, 0.3),
        (label("falcon", "9"), label("orion", "8"), APART, 0.0),
        (label("louis", "9", ranked=True), label("louis", "8"), APART, 0.0),
        (label("louis", "9", ranked=True), label("louis", "8", ranked=True), DIFFER, 0.7),
        (label("louis", "9", ranked=True), label("louis", "9"), AGREE, 1.0),
        (label("pm", "2,5"), label("pm", "2·5"), AGREE, 1.0),
    ],
)
def test_two_names(one: Label, other: Label, relation: Relation, near: float) -> None:
    outcome = both(one, other)
    assert (outcome.relation, outcome.near) == (relation, pytest.approx(near))
    assert outcome.rule is (Rule.NAME if relation is DIFFER else None)


@pytest.mark.parametrize(
    ("name", "number", "near"),
    [
        (label("falcon", "9"), amount("9"), 0.7),
        (label("a", "320"), amount("320"), 0.85),
        (label("a", "32"), amount("32"), 0.7),
        (label("a", "320"), amount("321"), 0.0),
        (label("a", "320"), amount("320", "kilometer"), 0.0),
        (label("ci", "1.2"), amount("1.2..3.4"), 0.5),
        (label("ci", "3,4"), amount("1.2..3.4"), 0.5),
        (label("ci", "2"), amount("1.2..3.4"), 0.0),
        (label("louis", "9", ranked=True), amount("9"), 0.0),
        (label("", "9", ranked=True), amount("9"), 0.7),
    ],
)
def test_a_name_and_a_number(name: Label, number: Quantity, near: float) -> None:
    outcome = both(name, number)
    assert (outcome.relation, outcome.near) == (SAME if near else APART, near)
    assert compare_values(name, Moment(2024)).relation is APART
