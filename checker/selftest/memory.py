"""A model that asks nothing twice: of a document with one change, all but the changed sentence is known already."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from checker.model import Pair, Probabilities
from checker.nli import Model

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


class Remembering:
    """Keeps the answers of a model while it lives; nothing of a planted drift gets into a cache on disk."""

    def __init__(self, model: Model) -> None:
        self._model = model
        self._vectors: dict[str, NDArray[np.float32]] = {}
        self._answers: dict[Pair, Probabilities] = {}

    @property
    def digest(self) -> str:
        """Names the weights."""
        return self._model.digest

    def embed(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """The unit vectors (n, width) of the model."""
        import numpy as np

        new = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        if new:
            self._vectors.update(zip(new, self._model.embed(new), strict=True))
        return np.stack([self._vectors[text] for text in texts]) if texts else self._model.embed(texts)

    def judge(self, pairs: Sequence[Pair]) -> list[Probabilities]:
        """The probabilities of the model."""
        new = [pair for pair in dict.fromkeys(pairs) if pair not in self._answers]
        if new:
            self._answers.update(zip(new, self._model.judge(new), strict=True))
        return [self._answers[pair] for pair in pairs]
