"""How akin segments are, number by number: by meaning, by shared values, by place, beside each other, far away."""

from collections.abc import Sequence

import numpy as np
import pytest

from checker.align import Version
from checker.align.band import akin, around, rarity, shared, shifted, stretches
from checker.align.keys import exact
from checker.align.kin import Jumps, Kin
from checker.align.similarity import (
    _MEANING,
    _NEXT,
    _PLACE,
    _VALUES,
    Kinships,
    kinship,
    size,
)
from checker.extraction import extract
from checker.model import Occurrence, Segment

SENTENCE = "a line of words that all are as long as the others are"


def version(language: str, lines: Sequence[str], vectors: Sequence[Sequence[float]] | None = None) -> Version:
    segments = [Segment.whole(language, index, text) for index, text in enumerate(lines)]
    occurrences = [Occurrence(part, mention) for part in segments for mention in extract(part.text, "en")]
    return Version(language, segments, occurrences, None if vectors is None else np.array(vectors, np.float32))


def turned(cosine: float) -> list[float]:
    """A unit vector of such a cosine with the first axis."""
    return [cosine, float(np.sqrt(1 - cosine * cosine)), 0.0, 0.0]


AXES = np.eye(4).tolist()


def test_without_a_model_place_is_half_and_falls_over_the_lines_between() -> None:
    one, other = version("de", [SENTENCE] * 4), version("en", [SENTENCE] * 4)
    kin = kinship(one, other)
    assert [kin.at(0, column) for column in range(4)] == pytest.approx([0.5, 0.375, 0.25, 0.125])
    assert [kin.at(3, column) for column in range(4)] == pytest.approx([0.125, 0.25, 0.375, 0.5])


def test_place_counts_for_five_lines_at_the_most() -> None:
    one, other = version("de", [SENTENCE] * 9), version("en", [SENTENCE] * 9)
    kin = kinship(one, other)
    assert [kin.at(0, column) for column in range(9)] == pytest.approx([0.5, 0.4, 0.3, 0.2, 0.1, 0, 0, 0, 0])


def test_without_a_model_values_are_the_other_half() -> None:
    lines = [f"{SENTENCE} 417", f"{SENTENCE} 530 and 864", SENTENCE]
    one, other = version("de", lines), version("en", [lines[0], f"{SENTENCE} 530 and 975", SENTENCE])
    kin = kinship(one, other)
    assert kin.at(0, 0) == pytest.approx(1.0)
    assert kin.at(1, 1) == pytest.approx(0.5 * 1 / 2 + 0.5)
    assert kin.at(2, 2) == pytest.approx(0.5)
    assert [flags.tolist() for flags in kin.shared] == [[True, True, False], [True, True, False]]
    assert [flags.tolist() for flags in kin.mutual] == [[False] * 3] * 2


@pytest.mark.parametrize(("values", "counterpart"), [(2, True), (3, False)])
def test_a_third_of_the_values_makes_no_counterpart(values: int, counterpart: bool) -> None:
    many = " and ".join(["417", "530", "864", "975"][:values])
    one, other = version("de", [SENTENCE, f"{SENTENCE} 417"]), version("en", [SENTENCE, f"{SENTENCE} {many}"])
    by_row, by_column = kinship(one, other).shared
    assert (by_row.tolist(), by_column.tolist()) == ([False, counterpart], [False, counterpart])


def test_with_a_model_meaning_counts_beside_values_and_place() -> None:
    one, other = version("de", [SENTENCE] * 3, AXES[:3]), version("en", [SENTENCE] * 3, AXES[:3])
    kin = kinship(one, other)
    same = _MEANING + _VALUES * 0.5 + _PLACE
    assert kin.at(1, 1) == pytest.approx(same)
    assert kin.at(1, 2) == pytest.approx(max(_NEXT * same, _PLACE * 2 / 3))  # beside it
    assert kin.at(0, 2) == pytest.approx(max(_NEXT * same, _PLACE / 3))  # beside (1, 1), crosswise to it
    assert [flags.tolist() for flags in kin.mutual] == [[True] * 3] * 2


@pytest.mark.parametrize(("cosine", "near"), [(0.2, 0.0), (0.3, 0.0), (0.475, 0.5), (0.65, 1.0), (0.9, 1.0)])
def test_meaning_grows_between_two_cosines(cosine: float, near: float) -> None:
    assert akin(np.array([[cosine]], np.float32))[0, 0] == pytest.approx(near, abs=1e-6)
    one = version("de", [SENTENCE] * 2, [AXES[0], AXES[3]])
    other = version("en", [SENTENCE] * 2, [turned(cosine), AXES[2]])
    assert kinship(one, other).at(0, 0) == pytest.approx(_MEANING * near + _VALUES * 0.5 * near + _PLACE, abs=1e-6)


@pytest.mark.parametrize(("cosine", "mutual"), [(0.54, False), (0.56, True)])
def test_the_nearest_must_be_near(cosine: float, mutual: bool) -> None:
    one = version("de", [SENTENCE] * 2, [AXES[0], AXES[3]])
    other = version("en", [SENTENCE] * 2, [turned(cosine), AXES[2]])
    assert [flags.tolist() for flags in kinship(one, other).mutual] == [[mutual, False]] * 2


def test_the_nearest_of_two_is_one() -> None:
    one = version("de", [SENTENCE] * 2, [turned(0.7), turned(0.9)])
    other = version("en", [SENTENCE] * 2, [AXES[0], AXES[3]])
    by_row, by_column = kinship(one, other).mutual
    assert (by_row.tolist(), by_column.tolist()) == ([False, True], [True, False])


@pytest.mark.parametrize(("cosine", "counterpart"), [(0.44, False), (0.46, True)])
def test_with_a_model_equal_values_must_be_meant_alike(cosine: float, counterpart: bool) -> None:
    lines = [f"{SENTENCE} 417", SENTENCE]
    one, other = version("de", lines, [AXES[0], AXES[3]]), version("en", lines, [turned(cosine), AXES[2]])
    by_row, by_column = kinship(one, other).shared
    assert (by_row.tolist(), by_column.tolist()) == ([counterpart, False], [counterpart, False])


def test_with_a_model_half_of_the_values_is_too_little_for_a_counterpart() -> None:
    one = version("de", [f"{SENTENCE} 417", SENTENCE], AXES[:2])
    other = version("en", [f"{SENTENCE} 417 and 530", SENTENCE], AXES[:2])
    assert not any(flags.any() for flags in kinship(one, other).shared)


def test_two_versions_of_a_line_each_are_akin_whatever_they_say() -> None:
    kin = kinship(version("de", ["one thing"]), version("en", ["another thing altogether"]))
    assert (kin.at(0, 0), kin.counterpart(0), [list(kin.row(0)), list(kin.column(0))]) == (1.0, 0, [[(0, 1.0)]] * 2)


def test_a_passage_moved_far_away_is_found_by_a_value_that_both_say_seldom() -> None:
    lines = [f"{SENTENCE} {'x' * (row % 7)}" for row in range(300)]
    here, there = list(lines), list(lines)
    here[20], there[280] = (f"{SENTENCE} 48,250,000",) * 2
    kin = kinship(version("de", here), version("en", there))
    assert kin.at(20, 280) == pytest.approx(0.5)
    assert kin.at(21, 281) == 0.0  # compared, and nothing is shared there
    assert {column for column, _ in kin.row(22)} > {282}
    assert {column for column, _ in kin.row(23)}.isdisjoint(range(270, 290))
    assert {row for row, _ in kin.column(282)} > {22}
    assert dict(kin.column(280))[20] == pytest.approx(0.5)
    cells = {(row, column): score for row, column, score in kin.cells(range(300), range(300), 0.45)}
    assert cells[20, 280] == pytest.approx(0.5)
    assert (20, 280) not in {cell[:2] for cell in kin.cells(range(300), range(300), 0.55)}
    assert not any(row == 20 for row, _, _ in kin.cells(range(21, 300), range(300), 0.0))


@pytest.mark.parametrize(("times", "found"), [(3, True), (4, False)])
def test_a_value_said_four_times_says_nothing_of_places(times: int, found: bool) -> None:
    lines = [SENTENCE] * 300
    here, there = list(lines), list(lines)
    for row in range(times):
        here[3 * row] = f"{SENTENCE} 48,250,000"
    there[280] = f"{SENTENCE} 48,250,000"
    kin = kinship(version("de", here), version("en", there))
    assert (kin.at(0, 280) > 0) is found


def test_the_size_of_a_text_counts_joined_scripts_double() -> None:
    assert [size(text) for text in ("", "abc", "naïve", "漢字 and", "日本語")] == [0, 3, 5, 8, 6]


def test_a_band_lies_around_its_middle_and_within_the_table() -> None:
    first, width = around(np.array([0.0, 4.4, 4.6, 3.0, 99.0]), 2, 20)
    assert (first.tolist(), width) == ([0, 2, 3, 3, 15], 5)
    assert around(np.array([1.0, 1.0]), 24, 3)[1] == 3


def test_stretches_cover_all_rows_once() -> None:
    assert [(part.start, part.stop) for part in stretches(10, 4)] == [(0, 4), (4, 8), (8, 10)]
    assert [(part.start, part.stop) for part in stretches(4096)] == [(0, 4096)]
    assert list(stretches(0)) == []


def test_a_value_tells_less_the_more_often_a_version_says_it() -> None:
    told = rarity([("a",), ("a", "b"), ()], [("a",), ("c",)])
    assert told == pytest.approx({"a": 1 / (1 + np.log(2)), "b": 1.0, "c": 1.0})


def test_what_two_lines_share_is_weighed_by_how_much_it_tells() -> None:
    often = 1 / (1 + np.log(3))
    one = [("a",), ("a", "b"), ("a",), ()]
    table = shared(one, [("a", "c"), ("b",)], np.zeros(4, np.int64), 2).of(slice(0, 4))
    assert table.tolist() == [
        pytest.approx([often / (1 + often), 0]),
        pytest.approx([often / (1 + often), 1 / (1 + often)]),
        pytest.approx([often / (1 + often), 0]),
        [0, 0],
    ]


def test_the_cell_above_is_told_by_columns_of_the_whole_table() -> None:
    table = np.arange(1, 7, dtype=np.float32).reshape(3, 2)
    first = np.array([0, 1, 1])
    assert shifted(table, first, -9.0).tolist() == [[-9, -9], [2, -9], [3, 4]]
    assert shifted(table, first, -9.0, 1).tolist() == [[-9, -9], [-9, -9], [4, -9]]
    assert shifted(table, first, -9.0, -1).tolist() == [[-9, -9], [1, 2], [-9, 3]]


def test_of_two_counterparts_the_first_is_meant() -> None:
    kin = Kin(
        np.array([0, 1]),
        np.array([[0.5, 0.5], [0.2, 0.6]], np.float32),
        (np.ones(2, bool), np.ones(3, bool)),
        (np.ones(2, bool), np.ones(3, bool)),
        Jumps(np.array([1, 1]), np.array([0, 7]), np.array([0.6, 0.1])),
    )
    assert [kin.counterpart(row) for row in range(2)] == [0, 2]
    assert [kin.at(1, column) for column in (0, 1, 2, 3, 7)] == pytest.approx([0.6, 0.2, 0.6, 0, 0.1])
    assert [row for row, _ in kin.column(1)] == [0, 1]
    assert [row for row, _ in kin.column(2)] == [1]


def test_versions_without_lines_have_no_kin() -> None:
    kin = Kinships({"de": version("de", [SENTENCE] * 2), "en": version("en", []), "fr": version("fr", [SENTENCE])})
    assert [pair for pair, _ in kin.pairs()] == [("de", "fr")]
    assert len(list(kin.flags("de"))) == len(list(kin.flags("fr"))) == 1
    assert list(kin.flags("en")) == []
    assert kin.beside("de", 1, "fr") == 0
    assert [list(kin.facing(*each)) for each in (("de", 1, "fr"), ("fr", 0, "de"))] == [
        [(0, pytest.approx(0.5))],
        [(0, pytest.approx(0.5)), (1, pytest.approx(0.5))],
    ]


def test_a_year_and_a_bare_number_are_one_key() -> None:
    keys = [[exact(each) for each in extract(text, "en")] for text in ("in 1987", "1,987 people", "on 3 May 1987")]
    assert keys[0] == keys[1] != keys[2]
