"""The drift score, and how it is measured."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import cli
from checker.benchmarks.meaning import Pair, area, measure, read, table
from checker.errors import InputError
from checker.meaning import differences, drift
from checker.model import Finding, Level, Location, Probabilities, Rule
from checker.model import Pair as Question
from checker.settings import Settings

SCORES = st.lists(st.integers(0, 5).map(float), min_size=1, max_size=8)


def finding(confidence: float, level: Level = Level.WARNING) -> Finding:
    at = Location("de", "de.md", 1, 1, 1, 4, "700")
    return Finding(Rule.VALUE, level, "a", "a/1", at, "", None, None, confidence, None, (), "f")


@given(SCORES, SCORES)
def test_the_area_is_the_share_of_pairs_in_the_right_order(low: list[float], high: list[float]) -> None:
    won = sum((one < two) + (one == two) / 2 for one in low for two in high)
    assert area(low, high) == pytest.approx(won / (len(low) * len(high)))


def test_there_is_no_area_without_both_sides() -> None:
    assert area([], [1.0]) is area([1.0], []) is None


def test_each_finding_raises_the_score_and_a_note_less_than_a_warning() -> None:
    assert drift(()) == 0
    assert 0 < drift([finding(0.8, Level.NOTE)]) < drift([finding(0.8)]) < drift([finding(0.8), finding(0.3)]) < 1
    assert drift((), [0.2, 0.4]) == pytest.approx(0.3)
    assert drift([finding(0.5)], [0.5]) == pytest.approx(0.75)


def test_texts_differ_by_what_neither_says_of_the_other_and_by_what_is_not_covered() -> None:
    def judge(pairs: object) -> list[Probabilities]:
        assert isinstance(pairs, list)
        return [Probabilities(1 - len(it.hypothesis) / 10, len(it.hypothesis) / 10, 0.0) for it in pairs]

    near, bare, far = differences([("a", "a"), ("a", "a"), ("aaaaaaaaa", "a")], judge, lambda _: [0.9, 0.1, 0.1])
    assert 0 < near < bare < far < 1


def write(path: Path, *rows: str) -> Path:
    path.write_text("#binary #3_labels #english_sentence #german_sentence\n" + "\n".join(rows), encoding="utf-8")
    return path


def test_a_table_is_read_by_its_head(tmp_path: Path) -> None:
    path = write(
        tmp_path / "pairs", "equal\tsame\tIt seats 80.\tEs hat 80 Plätze.", "other\tapart\tIt is old.\tEs ist rot."
    )
    pairs = read(path)
    assert pairs[0] == Pair(("It seats 80.", "Es hat 80 Plätze."), ("en", "de"), "same")
    assert [pair.counted for pair in pairs] == [True, False]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", ":1: the first line"),
        ("#a\tb\n", ":1: the first line"),
        ("#labels #klingon_sentence #german_sentence", "klingon"),
    ],
)
def test_what_is_no_such_table_is_refused(tmp_path: Path, words: str, said: str) -> None:
    path = tmp_path / "pairs"
    path.write_text(words, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read(path)
    write(path, "equal\tsame\tIt seats 80.")
    with pytest.raises(InputError, match=":2: 3 columns"):
        read(path)


def test_rules_tell_a_changed_number_from_a_kept_one(tmp_path: Path) -> None:
    rows = ["-\tsame\tIt seats 80.\tEs hat 80 Plätze.", "-\tdrifted\tIt seats 80.\tEs hat 90 Plätze."]
    pairs = read(write(tmp_path / "pairs", *rows))
    scored = list(measure(pairs, Settings(rules_only=True), None, lambda _: []))
    assert scored[0].score == 0 < scored[1].score
    assert "drifted" in table(scored, "same")


def test_with_a_model_the_difference_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    def judge(pairs: object) -> list[Probabilities]:
        assert isinstance(pairs, list)
        assert all(isinstance(pair, Question) for pair in pairs)
        return [Probabilities(0.0, 1.0, 0.0) for _ in pairs]

    pair = Pair(("It is old.", "Es ist rot."), ("en", "de"), "apart")
    (found,) = measure([pair], Settings(rules_only=True), judge, lambda pairs: [0.0 for _ in pairs])
    assert found.score == 1


def test_the_command_prints_a_signed_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(
        tmp_path / "pairs", "-\tsame\tIt seats 80.\tEs hat 80 Plätze.", "-\tb\tIt seats 80.\tEs hat 90 Plätze."
    )
    assert cli.run(["benchmark", "meaning", str(path), "--same", "same", "--rules-only"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith("checker:")
    assert out[1].split()[-1] == "1.000"
