"""The way through two versions, by sizes and values alone, and with made vectors."""

import random
from functools import partial

import numpy as np
import pytest

from checker.align.band import around, cosines, rarity, shared, widened
from checker.align.path import COARSEST, Strip, pyramid, way, ways
from checker.benchmarks.timing import spent


def strip(sizes: list[float], held: list[tuple[str, ...]] | None = None) -> Strip:
    return Strip(np.array(sizes), held or [() for _ in sizes], None)


def told(count: int, seed: int) -> tuple[list[float], list[tuple[str, ...]]]:
    """Sizes of sentences, and in every third of them a value."""
    draw = random.Random(seed)
    sizes = [float(draw.randint(20, 200)) for _ in range(count)]
    return sizes, [(str(draw.randint(1, 400)),) if draw.random() < 0.33 else () for _ in range(count)]


def test_a_version_stands_for_itself_line_by_line() -> None:
    sizes, held = told(60, 1)
    found = way(pyramid(strip(sizes, held)), pyramid(strip(sizes, held)))
    assert found.start.tolist() == list(range(60))
    assert found.end.tolist() == list(range(1, 61))


def test_what_was_dropped_has_a_place_and_no_counterpart() -> None:
    sizes, held = told(40, 2)
    short, kept = sizes[:20] + sizes[23:], held[:20] + held[23:]
    held[20:23] = [("71",), ("72",), ("73",)]
    found = way(pyramid(strip(sizes, held)), pyramid(strip(short, kept)))
    assert (found.start[20:23] == found.end[20:23]).sum() >= 2
    assert all(abs(place - 20) <= 2 for place in found.middle[20:23])
    assert found.start[24:].tolist() == list(range(21, 37))


def test_two_sentences_made_one_stand_for_it_both() -> None:
    sizes = [50.0, 180, 40, 90, 60, 130, 75]
    held = [("1",), ("22",), ("3",), ("44",), ("5",), ("66",), ("7",)]
    joined, together = [*sizes[:2], 132.0, *sizes[4:]], [*held[:2], ("3", "44"), *held[4:]]
    there = way(pyramid(strip(sizes, held)), pyramid(strip(joined, together)))
    assert there.start.tolist() == [0, 1, 2, 2, 3, 4, 5]
    back = way(pyramid(strip(joined, together)), pyramid(strip(sizes, held)))
    assert (back.start[2], back.end[2]) == (2, 4)


@pytest.mark.parametrize("seed", range(3))
def test_a_long_version_is_followed_over_gaps_within_its_band(seed: int) -> None:
    count, draw = 5 * COARSEST, random.Random(seed)
    sizes, held = told(count, seed)
    kept = [place for place in range(count) if draw.random() > 0.1 and not 300 < place < 420]
    noisy = [sizes[place] * draw.uniform(0.85, 1.2) for place in kept]
    found = way(pyramid(strip(sizes, held)), pyramid(strip(noisy, [held[place] for place in kept])))
    where = {place: column for column, place in enumerate(kept)}
    off = [abs(found.middle[place] - column) for place, column in where.items()]
    assert np.mean(np.array(off) <= 24) >= 0.99
    assert np.mean(np.array(off) <= 1) >= 0.85
    assert (np.diff(found.start) >= 0).all()


def test_ways_of_any_lengths_gone_together_are_those_gone_alone() -> None:
    strips = [pyramid(strip(*told(count, count))) for count in (1, 7, 90, 3 * COARSEST, 2 * COARSEST + 1, 700)]
    pairs = [(one, other) for one in strips for other in strips]
    for pair, found in zip(pairs, ways(pairs), strict=True):
        alone = way(*pair)
        assert found.start.tolist() == alone.start.tolist()
        assert found.end.tolist() == alone.end.tolist()


def test_vectors_decide_where_sizes_and_values_say_nothing() -> None:
    meant = np.eye(32, dtype=np.float32)
    one = Strip(np.full(20, 50.0), [()] * 20, meant[:20])
    other = Strip(np.full(17, 50.0), [()] * 17, meant[3:20])
    found = way(pyramid(one), pyramid(other))
    assert found.start[3:].tolist() == list(range(17))


def test_a_band_holds_the_cells_of_the_whole_table() -> None:
    draw = np.random.default_rng(5)
    one, other = draw.normal(size=(700, 8)).astype(np.float32), draw.normal(size=(650, 8)).astype(np.float32)
    first, width = around(np.linspace(0, 640, 700), 10, 650)
    assert (np.diff(first) >= 0).all()
    whole = one @ other.T
    cells = first[:, None] + np.arange(width)
    assert np.allclose(cosines(one, other, first, width), np.take_along_axis(whole, cells, 1), atol=1e-5)
    held = [
        [tuple(sorted({int(key) for key in draw.integers(0, 90, draw.integers(0, 4))})) for _ in range(count)]
        for count in (700, 650)
    ]
    everywhere = shared(held[0], held[1], np.zeros(700, np.int64), 650).of(slice(0, 700))
    rare = rarity(held[0], held[1])
    for row, column in draw.integers(0, 650, (500, 2)):
        ones, others = held[0][row], held[1][column]
        most = max(sum(rare[key] for key in keys) for keys in (ones, others))
        both = sum(rare[key] for key in ones if key in others)
        assert everywhere[row, column] == pytest.approx(both / most if both else 0.0, abs=1e-6)
    within = np.take_along_axis(everywhere, cells, 1)
    for rows in (slice(0, 700), slice(0, 1), slice(130, 517)):
        assert np.allclose(shared(held[0], held[1], first, width).of(rows), within[rows])


def test_the_highest_of_the_neighbours_is_found_across_shifted_rows() -> None:
    table = np.zeros((4, 3), np.float32)
    table[1, 2] = 1.0  # the column 1 + 2 = 3
    first = np.array([0, 1, 2, 4])
    assert widened(table, first).tolist() == [[0, 0, 1], [0, 1, 1], [1, 1, 1], [0, 0, 0]]


def test_time_grows_with_the_number_of_segments() -> None:
    levels = {count: pyramid(strip(*told(count, 7))) for count in (4000, 8000)}
    best = dict.fromkeys(levels, float("inf"))
    for _ in range(8):  # in turn, so that what else runs slows both
        for count, held in levels.items():
            best[count] = min(best[count], spent(partial(way, held, held)))
    assert best[8000] / best[4000] <= 2.6
