"""Shown confidence grows with the judge's, stays a share, and is the judge's own where nothing was measured."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.benchmarks.reliability import Graded, knots
from checker.model import Level, Rule
from checker.trust import DRIFT, FILE, NOTE, along, trusted

SHARES = st.floats(0, 1)


@given(st.sampled_from(Rule), st.sampled_from(Level), SHARES, SHARES)
def test_more_confidence_is_never_shown_as_less(rule: Rule, level: Level, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= trusted(rule, level, low) <= trusted(rule, level, high) <= 1


def test_the_knots_grow_and_are_of_rules() -> None:
    data = tomllib.loads(FILE.read_text("utf-8"))
    assert list(data) == [DRIFT, NOTE]
    for table in data.values():
        assert set(table) <= {str(rule) for rule in Rule}
        for several in table.values():
            assert [tuple(knot) for knot in several] == sorted({tuple(knot) for knot in several})
            assert [share for _, share in several] == sorted(share for _, share in several)


def test_a_rule_that_was_not_measured_keeps_its_confidence() -> None:
    assert trusted(Rule.FORMAT, Level.WARNING, 0.7) == 0.7


@pytest.mark.parametrize(
    ("confidence", "shown"), [(0.0, 0.0), (0.25, 0.2), (0.5, 0.4), (0.6, 0.6), (0.7, 0.8), (1.0, 0.8)]
)
def test_between_knots_the_share_is_in_between(confidence: float, shown: float) -> None:
    assert along([(0.5, 0.4), (0.7, 0.8)], confidence) == pytest.approx(shown)


def several(judged: float, right: int, wrong: int) -> list[Graded]:
    return [Graded(Rule.UNIT, Level.WARNING, judged, it < right, judged) for it in range(right + wrong)]


def test_knots_are_the_shares_that_were_right_and_never_fall() -> None:
    found = tomllib.loads(knots([*several(0.6, 30, 30), *several(0.7, 27, 33), *several(0.9, 57, 3)]))
    (low, half), (high, most) = found[DRIFT]["unit-drift"]
    assert (low, high) == (0.65, 0.9)
    assert half == pytest.approx(57 / 120, abs=0.02)
    assert most == pytest.approx(57 / 60, abs=0.03)
    assert found[NOTE] == {}


def test_a_few_findings_make_no_knot() -> None:
    assert tomllib.loads(knots(several(0.6, 4, 1))) == {DRIFT: {}, NOTE: {}}
