"""The bundled model: what it answers must not depend on how it is asked."""

import itertools
import random
from pathlib import Path

import numpy as np
import pytest

from checker import nli
from checker.model import Pair
from checker.nli import bundle
from checker.nli.bundled import Bundled

TEXTS = [
    "The mission cost 5 million dollars.",
    "Die Mission kostete 5 Millionen Dollar.",
    "इस मिशन पर 5 मिलियन डॉलर का खर्च आया।",
    "Ang misyon ay nagkakahalaga ng 5 milyong dolyar.",
    "5",
    "任务耗资500万美元。",
    "Миссия обошлась в 5 млн долларов, сообщило агентство во вторник вечером на пресс-конференции.",
    "A dog sleeps on the warm stones in front of the old town hall, and nobody minds.",
]
PAIRS = [
    Pair(a, b, *((0, 3), (0, 2)) if i % 2 else (None, None))
    for i, (a, b) in enumerate(itertools.permutations(TEXTS[:6], 2))
]


@pytest.fixture(scope="module")
def model() -> Bundled:
    return Bundled()


def test_a_vector_is_the_same_alone_and_in_company(model: Bundled) -> None:
    together = model.embed(TEXTS)
    for index, text in enumerate(TEXTS):
        assert Bundled().embed([text]).tobytes() == together[index : index + 1].tobytes()


def test_vectors_do_not_depend_on_the_order(model: Bundled) -> None:
    order = random.Random(1).sample(range(len(TEXTS)), len(TEXTS))
    shuffled = Bundled().embed([TEXTS[index] for index in order])
    assert shuffled.tobytes() == model.embed(TEXTS)[order].tobytes()


def test_a_verdict_is_the_same_alone_in_company_and_in_any_order(model: Bundled) -> None:
    together = model.judge(PAIRS)
    fresh = Bundled()
    assert [fresh.judge([pair])[0] for pair in PAIRS] == together
    assert fresh.judge(PAIRS[::-1])[::-1] == together


def test_the_number_of_cores_changes_nothing(model: Bundled, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = model.embed(TEXTS), model.judge(PAIRS)
    for cores in (1, 7):
        monkeypatch.setattr("checker.nli.sessions.available", lambda count=cores: count)
        fresh = Bundled()
        assert fresh.embed(TEXTS).tobytes() == expected[0].tobytes()
        assert fresh.judge(PAIRS) == expected[1]


def test_vectors_have_length_one(model: Bundled) -> None:
    assert np.linalg.norm(model.embed(TEXTS), axis=1) == pytest.approx(1, abs=1e-5)


def test_a_translation_is_nearer_than_another_text(model: Bundled) -> None:
    vectors = model.embed(TEXTS)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[7]


@pytest.mark.parametrize("text", ["", "   ", "word " * 2000, "字" * 3000, "\u200b", "🎉" * 50])
def test_odd_texts_have_a_vector_and_a_verdict(model: Bundled, text: str) -> None:
    assert np.isfinite(model.embed([text])).all()
    (answer,) = model.judge([Pair(text, TEXTS[0])])
    assert answer.entailment + answer.neutral + answer.contradiction == pytest.approx(1)


def test_an_empty_side_says_nothing(model: Bundled) -> None:
    assert [answer.neutral for answer in model.judge([Pair("", TEXTS[0]), Pair(TEXTS[0], " ")])] == [1.0, 1.0]


def test_the_end_of_a_long_text_counts(model: Bundled) -> None:
    long = "Nothing happened on that day. " * 120
    one, other = model.embed([long + TEXTS[0], long + TEXTS[7]])
    assert one.tobytes() != other.tobytes()


def test_nothing_asked_nothing_answered(model: Bundled) -> None:
    assert model.judge([]) == []
    assert len(model.embed([])) == 0


def test_predict_gives_the_three_probabilities() -> None:
    answers = nli.predict([("A man sleeps.", "A person is asleep."), ("A man sleeps.", "Nobody sleeps.")])
    for answer in answers:
        assert set(answer) == {"entailment", "neutral", "contradiction"}
        assert sum(answer.values()) == pytest.approx(1)


def test_the_bundle_keeps_to_its_size() -> None:
    sizes = {name: (bundle.FOLDER / name).stat().st_size for name in bundle.read().files}
    assert all(size < 50_000_000 for size in sizes.values())
    assert sum(size for name, size in sizes.items() if name.startswith("encoder/")) <= 60_000_000
    assert sum(sizes.values()) <= 100_000_000


def test_importing_loads_no_runtime() -> None:
    import subprocess
    import sys

    names = ("onnxruntime", "numpy", "sentencepiece", "torch", "transformers")
    code = f"import sys, checker.nli; print([m for m in {names} if m in sys.modules])"
    root = Path(nli.__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout.strip() == "[]"
