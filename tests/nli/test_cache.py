"""The cache changes how long an answer takes, and nothing else."""

import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from checker import nli
from checker.model import Pair, Probabilities
from checker.nli.cache import FILE, Cached

TEXTS = ["The mission cost 5 million dollars.", "Die Mission kostete 5 Millionen Dollar.", ""]
PAIRS = [Pair(TEXTS[0], TEXTS[1], (17, 18), (20, 21)), Pair(TEXTS[0], TEXTS[1]), Pair(TEXTS[1], TEXTS[0])]


class Counting:
    """A model that counts what it is asked."""

    def __init__(self, digest: str = "d") -> None:
        self.digest, self.texts, self.pairs = digest, 0, 0

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.texts += len(texts)
        return np.array([[len(text), 1 / 3] for text in texts], np.float32)

    def judge(self, pairs: Sequence[Pair]) -> list[Probabilities]:
        self.pairs += len(pairs)
        return [Probabilities(0.1, 0.2, 0.7) for _ in pairs]


def test_the_second_time_nothing_is_asked(tmp_path: Path) -> None:
    model = Counting()
    first = Cached(model, tmp_path)
    answers = first.embed(TEXTS).tobytes(), first.judge(PAIRS)
    asked = model.texts, model.pairs
    second = Cached(model, tmp_path)
    assert (second.embed(TEXTS).tobytes(), second.judge(PAIRS)) == answers
    assert (model.texts, model.pairs) == asked == (3, 3)


def test_cold_warm_and_without_are_the_same(tmp_path: Path) -> None:
    bare = nli.load()
    expected = bare.embed(TEXTS).tobytes(), bare.judge(PAIRS)
    for _ in ("cold", "warm"):
        model = nli.load(cache=tmp_path)
        assert (model.embed(TEXTS).tobytes(), model.judge(PAIRS)) == expected


def test_a_warm_run_opens_no_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nli.load(cache=tmp_path).judge(PAIRS)
    monkeypatch.setattr("checker.nli.bundled.Bundled._open", lambda self: pytest.fail("weights were opened"))
    nli.load(cache=tmp_path).judge(PAIRS)


def test_another_model_is_asked_again(tmp_path: Path) -> None:
    Cached(Counting("one"), tmp_path).embed(TEXTS)
    other = Counting("two")
    Cached(other, tmp_path).embed(TEXTS)
    assert other.texts == 3


@pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\0" + b"x" * 200])
def test_a_broken_file_is_left_aside(tmp_path: Path, content: bytes, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / FILE).write_bytes(content)
    model = Cached(Counting(), tmp_path)
    assert model.judge(PAIRS) == Counting().judge(PAIRS)
    assert model.embed(TEXTS).tobytes() == Counting().embed(TEXTS).tobytes()
    assert len(caplog.records) == 1


def test_a_folder_that_cannot_be_made_is_left_aside(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert Cached(Counting(), tmp_path / "file" / "cache").judge(PAIRS) == Counting().judge(PAIRS)


def test_a_damaged_value_is_asked_again(tmp_path: Path) -> None:
    import sqlite3

    Cached(Counting(), tmp_path).judge(PAIRS)
    with sqlite3.connect(tmp_path / FILE) as connection:
        connection.execute("UPDATE answers SET value = x'0011223344556677'")
    model = Counting()
    assert Cached(model, tmp_path).judge(PAIRS) == Counting().judge(PAIRS)
    assert model.pairs == 3


def test_several_at_once(tmp_path: Path) -> None:
    wrong: list[object] = []

    def work(number: int) -> None:
        model = Cached(Counting(), tmp_path)
        texts = [f"text {(number + step) % 7}" for step in range(20)]
        if model.embed(texts).tobytes() != Counting().embed(texts).tobytes():
            wrong.append(number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
