"""How texts are cut and laid out: properties, without the model."""

import itertools

import pytest

from checker.nli import pairing
from checker.nli.sessions import batches
from checker.nli.tokens import OVERLAP, WINDOW, owned, windows


@pytest.mark.parametrize("count", [0, 1, WINDOW - 2, WINDOW - 1, 300, 1000, 5000])
def test_windows_hold_everything_and_own_each_piece_once(count: int) -> None:
    stretches = windows(count)
    assert all(end - start <= WINDOW - 2 for start, end in stretches)
    covered = [piece for start, end in owned(stretches) for piece in range(start, end)]
    assert covered == list(range(count))
    for (start, end), (first, last) in zip(stretches, owned(stretches), strict=True):
        assert start <= first <= last <= end
    for one, other in itertools.pairwise(stretches):
        assert one[1] - other[0] >= OVERLAP


@pytest.mark.parametrize("place", [0, 5, 100, 299])
def test_a_crop_holds_the_claim(place: int) -> None:
    marks = [index == place for index in range(300)]
    start, end = pairing.crop(marks)
    assert end - start == pairing.MARKED
    assert start <= place < end


@pytest.mark.parametrize("count", [1, pairing.PLAIN, pairing.PLAIN + 1, 1000])
def test_stretches_hold_everything(count: int) -> None:
    assert {piece for start, end in pairing.stretches(count) for piece in range(start, end)} == set(range(count))


def test_pools_are_means() -> None:
    table = pairing.pools([False, True, True], [False, False])
    assert table.sum(axis=1) == pytest.approx(1)
    assert table[2].tolist() == [0, 0.5, 0.5, 0, 0]
    assert table[3].tolist() == [0, 0, 0, 0.5, 0.5]


def test_a_batch_has_one_length() -> None:
    lengths = [5, 9, 5, 3000, 9, 5]
    found = batches(lengths)
    assert sorted(index for batch in found for index in batch) == list(range(6))
    assert all(len({lengths[index] for index in batch}) == 1 for batch in found)
