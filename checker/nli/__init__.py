"""The entailment model and the encoder beside it: the bundled one, or one of transformers.

Light to import: no runtime is loaded before the first question that the cache can't answer.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from checker.model import Pair, Probabilities

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Model", "load", "predict"]


class Model(Protocol):
    """What the stages ask of a model."""

    @property
    def digest(self) -> str:
        """Names the weights; equal digests give equal answers."""
        ...

    def embed(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Unit vectors (n, width): the higher the product of two, the likelier they translate one another."""
        ...

    def judge(self, pairs: Sequence[Pair]) -> list[Probabilities]:
        """Whether each premise entails its hypothesis; where both have a span, of the claims marked there."""
        ...


def load(name: str | None = None, *, cache: Path | None = None) -> Model:
    """The bundled model, or a transformers model by name or path; `cache` is the folder of remembered answers.

    Raises ModelError where there is no such model or it is not fit.
    """
    from checker.nli.bundled import Bundled

    model: Model = Bundled()
    if name is not None:
        from checker.nli.transformers import Hub

        model = Hub(name, encoder=model)
    if cache is not None:
        from checker.nli.cache import Cached

        model = Cached(model, cache)
    return model


@lru_cache(maxsize=1)
def _default() -> Model:
    return load()


def predict(pairs: Sequence[tuple[str, str]]) -> list[dict[str, float]]:
    """The three probabilities of each (premise, hypothesis), by the bundled model."""
    answers = _default().judge([Pair(premise, hypothesis) for premise, hypothesis in pairs])
    return [{"entailment": p.entailment, "neutral": p.neutral, "contradiction": p.contradiction} for p in answers]
