"""The model of the package: weights are opened at the first question, not before."""

from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.model import Pair, Probabilities
from checker.nli import bundle, prose

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from checker.nli.encoder import Encoded, Encoder
    from checker.nli.pair import PairModel

KEEP = 60_000
"""Pieces whose states are kept from one question to the next (1.5 KB each)."""
PORTION = 512
"""Texts or pairs that are worked on at a time, so that memory does not grow with the question."""


class Bundled:
    """Alignment vectors and verdicts from a bundle's files."""

    def __init__(self, folder: Path = bundle.FOLDER) -> None:
        self._manifest = bundle.read(folder)
        self._encoder: Encoder | None = None
        self._pair: PairModel | None = None
        self._prose = prose.Weights()
        self._kept: OrderedDict[str, Encoded] = OrderedDict()
        self._size = 0

    @property
    def digest(self) -> str:
        """Names the weights; equal digests give equal answers."""
        return self._manifest.digest

    def embed(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """Unit vectors (n, width), near for translations of one another."""
        import numpy as np

        encoder, _ = self._open()
        parts = []
        for at in range(0, len(texts), PORTION):
            part = texts[at : at + PORTION]
            encoded = self._encode(part)
            parts.append(encoder.align([encoded[text] for text in part]))
        return np.concatenate(parts) if parts else np.zeros((0, 0), np.float32)

    def judge(self, pairs: Sequence[Pair]) -> list[Probabilities]:
        """What the premises say of the hypotheses."""
        _, model = self._open()
        result: list[Probabilities] = []
        for at in range(0, len(pairs), PORTION):
            given = pairs[at : at + PORTION]
            part = [prose.unstopped(pair, self._prose) if _is_prose(pair) else pair for pair in given]
            encoded = self._encode([text for pair in part for text in (pair.premise, pair.hypothesis)])
            result += self._weighed(part, model.judge(part, encoded), encoded)
        return result

    def _weighed(
        self, pairs: Sequence[Pair], answers: Sequence[Probabilities], encoded: "dict[str, Encoded]"
    ) -> list[Probabilities]:
        """The answers, those on pairs without marks weighed with how near the texts are; not where a side is empty."""
        from checker.nli.encoder import covered

        plain = {place: pair for place, pair in enumerate(pairs) if _is_prose(pair)}
        if not plain:
            return list(answers)
        texts = list(dict.fromkeys(text for pair in plain.values() for text in (pair.premise, pair.hypothesis)))
        encoder, _ = self._open()
        vectors = dict(zip(texts, encoder.align([encoded[text] for text in texts]), strict=True))
        result = list(answers)
        for place, pair in plain.items():
            one, other = pair.premise, pair.hypothesis
            near = prose.kinship(pair, covered(encoded[one], encoded[other]), float(vectors[one] @ vectors[other]))
            result[place] = prose.weighed(answers[place], near, self._prose)
        return result

    def cover(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        """For each pair how well the least covered pieces of either text are covered by the other, a cosine."""
        from checker.nli.encoder import covered

        result: list[float] = []
        for at in range(0, len(pairs), PORTION):
            part = pairs[at : at + PORTION]
            encoded = self._encode([text for pair in part for text in pair])
            result += [covered(encoded[one], encoded[other]) for one, other in part]
        return result

    def _open(self) -> "tuple[Encoder, PairModel]":
        if self._encoder is None or self._pair is None:
            from checker.nli.encoder import Encoder
            from checker.nli.pair import PairModel

            bundle.verify(self._manifest)
            self._encoder = Encoder(self._manifest.path("encoder"))
            self._pair = PairModel(self._manifest)
            self._prose = prose.read(self._manifest.path(prose.FILE))
        return self._encoder, self._pair

    def _encode(self, texts: Sequence[str]) -> "dict[str, Encoded]":
        encoder, _ = self._open()
        wanted = list(dict.fromkeys(texts))
        found = {text: self._kept[text] for text in wanted if text in self._kept}
        missing = [text for text in wanted if text not in found]
        found.update(zip(missing, encoder.encode(missing), strict=True))
        for text in wanted:
            if text not in self._kept:
                self._size += len(found[text].states)
            self._kept[text] = found[text]
            self._kept.move_to_end(text)
        while self._size > KEEP and self._kept:
            self._size -= len(self._kept.popitem(last=False)[1].states)
        return found


def _is_prose(pair: Pair) -> bool:
    """Whether two texts are judged as wholes."""
    marked = pair.premise_span is not None or pair.hypothesis_span is not None
    return not marked and bool(pair.premise.strip()) and bool(pair.hypothesis.strip())
