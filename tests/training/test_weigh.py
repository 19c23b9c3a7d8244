"""How verdicts on prose come to be weighed: translations win what published sets don't lose."""

from collections.abc import Sequence
from typing import cast

import numpy as np
import pytest
from numpy.typing import NDArray

from checker.model import Pair, Probabilities
from checker.nli.bundled import Bundled
from checker.nli.prose import Weights
from checker.training.examples import Example
from checker.training.weigh import fit

DOUBT = Probabilities(0.3, 0.1, 0.6)


class Doubting:
    """Says of every pair that it is a contradiction, more or less; what is near is told by the first word."""

    def judge(self, pairs: Sequence[Pair]) -> list[Probabilities]:
        return [DOUBT] * len(pairs)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.array([[1.0, 0.0] if text.startswith("near") else [0.0, 1.0] for text in texts], np.float32)

    def cover(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        return [1.0 if one.startswith("near") else 0.0 for one, _ in pairs]


def examples(source: str, first: str, label: str) -> list[Example]:
    return [Example(f"{first} {place}", f"near {place}", label, source, "en", "de") for place in range(4)]


def fitted(published: Sequence[Example]) -> Weights:
    made = examples("translation", "near", "entailment")
    return fit(cast("Bundled", Doubting()), [*made, *examples("beside", "far", "contradiction")], published)


def test_translations_are_entailed_where_no_published_pair_speaks_against_it() -> None:
    found = fitted(examples("news", "far", "contradiction"))
    assert found.translation > 0
    assert found.temperature < 1  # all is right now, so that it may be surer


@pytest.mark.parametrize("label", ["contradiction", "neutral"])
def test_no_published_set_loses_by_it(label: str) -> None:
    found = fitted(examples("news", "near", label))
    assert (found.translation == 0) is (label == "contradiction")


def test_labels_of_two_ways_are_left_out() -> None:
    assert fitted(examples("news", "far", "not_entailment")).translation > 0
