"""What lies outside the band of two long versions is found from both sides; keys meet across kinds of claim."""

from decimal import Decimal

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from checker.align.keys import loose, repeated
from checker.align.kin import Jumps, Kin
from checker.align.path import Strip
from checker.extraction import extract

CELLS = st.dictionaries(st.tuples(st.integers(0, 30), st.integers(0, 30)), st.floats(0, 1), max_size=20)


@given(CELLS)
def test_a_jump_is_found_from_both_sides(cells: dict[tuple[int, int], float]) -> None:
    here, there = (np.array([cell[side] for cell in sorted(cells)], np.int64) for side in (0, 1))
    jumps = Jumps(here, there, np.array([cells[cell] for cell in sorted(cells)]))
    for row in range(31):
        assert dict(jumps.of(row)) == {column: kin for (at, column), kin in cells.items() if at == row}
        assert dict(jumps.back.of(row)) == {at: kin for (at, column), kin in cells.items() if column == row}


def test_a_cell_is_in_the_band_or_a_jump_or_nothing() -> None:
    jumps = Jumps(np.array([1]), np.array([9]), np.array([0.5]))
    nothing = np.zeros(3, bool), np.zeros(10, bool)
    score = np.array([[0.0, 0.25], [0.125, 0.75], [0.0, 0.0]], np.float32)
    kin = Kin(np.array([0, 1, 8]), score, nothing, nothing, jumps, jumps.back)
    assert (kin.at(1, 1), kin.at(1, 2), kin.at(1, 9), kin.at(1, 3)) == (0.125, 0.75, 0.5, 0.0)
    assert list(kin.row(1)) == [(1, 0.125), (2, 0.75), (9, 0.5)]
    assert kin.counterpart(1) == 2
    assert dict(kin.column(9)) == {1: 0.5, 2: 0.0}
    assert sorted(kin.cells({0, 1}, set(range(10)), 0.2)) == [(0, 1, 0.25), (1, 2, 0.75), (1, 9, 0.5)]
    assert sorted(kin.cells({1}, {9}, 0.2)) == [(1, 9, 0.5)]
    assert not list(kin.cells({1}, {9}, 0.6))


def test_groups_of_segments_hold_what_these_hold_each_once() -> None:
    keys = [(1, 2), (), (), (3,), (2,), (2, 4), ()]
    coarser = Strip(np.arange(7.0), keys, None).coarser()
    assert [tuple(held) for held in coarser.held] == [(1, 2), (3,), (2, 4), ()]
    assert coarser.sizes.tolist() == [1.0, 5.0, 9.0, 6.0]


def test_the_number_of_a_name_may_have_become_an_amount() -> None:
    name, amount, other = (extract(text, "en")[0] for text in ("The K800 chip", "It has 800 parts", "It has 250 parts"))
    assert ("label", "800") in loose(name) & loose(amount)
    assert loose(name).isdisjoint(loose(other))
    assert (Decimal(800), None) in repeated(amount)
