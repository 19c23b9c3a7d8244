"""Any NLI model of transformers, by its name in the local hub cache or by its folder.

Safetensors only, no remote code, no network. The labels come from the model's own config.
Vectors for alignment still come from the bundled encoder.
"""

import hashlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.errors import ModelError
from checker.model import LABELS, Pair, Probabilities
from checker.nli import bundle

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from checker.nli import Model

BATCH = 16
STRIDE = 32
_INSTALL = "pip install 'claim-consistency-checker[torch]'"


def order(name: str, labels: dict[int, str]) -> tuple[int, ...]:
    """Where entailment, neutral and contradiction stand in the model's output; ModelError where they don't."""
    folded = {str(label).strip().lower(): int(index) for index, label in labels.items()}
    if set(folded) != set(LABELS):
        found = ", ".join(sorted(folded))
        raise ModelError(f"{name}: not an NLI model, its labels are {found}; expected {', '.join(LABELS)}")
    return tuple(folded[label] for label in LABELS)


class Hub:
    """A sequence-classification model of transformers; opened at once, so that a wrong name fails early."""

    def __init__(self, name: str, encoder: "Model") -> None:
        try:
            import torch
            from safetensors import SafetensorError
            from transformers import AutoConfig, AutoModelForSequenceClassification, AutoTokenizer
        except ImportError as error:
            raise ModelError(f"{name}: models of transformers need torch; install it with {_INSTALL}") from error
        self._name, self._vectors, self._torch = name, encoder, torch
        options: dict[str, Any] = {"local_files_only": True, "trust_remote_code": False}
        try:
            config = AutoConfig.from_pretrained(name, **options)
            self._order = order(name, config.id2label)
            self._tokenizer: Any = AutoTokenizer.from_pretrained(name, **options)
            self._model: Any = AutoModelForSequenceClassification.from_pretrained(name, use_safetensors=True, **options)
        except (OSError, ValueError, KeyError, RuntimeError, SafetensorError) as error:
            reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
            expected = "expected a folder or a model of the local hub cache, in safetensors"
            raise ModelError(f"{name}: can't be loaded ({reason}); {expected}") from error
        self._device = "cuda" if torch.cuda.is_available() else "cpu"
        self._model.eval().to(self._device)
        room = getattr(config, "max_position_embeddings", 512)
        self._room = min(self._tokenizer.model_max_length, 512, room - 2 if room < 1024 else room)

    @cached_property
    def digest(self) -> str:
        """Over the config, the tokenizer and the weights, and the encoder beside them."""
        from transformers.utils.hub import cached_file

        config: Any = cached_file(self._name, "config.json", local_files_only=True)
        state = hashlib.sha256(self._vectors.digest.encode())
        for path in sorted(Path(config).parent.iterdir()):
            if path.suffix in {".json", ".safetensors", ".model", ".txt"}:
                state.update(f"{path.name} {bundle.sha256(path)}\n".encode())
        return state.hexdigest()[:16]

    def embed(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """The bundled encoder's vectors."""
        return self._vectors.embed(texts)

    def judge(self, pairs: Sequence[Pair]) -> list[Probabilities]:
        """The model's probabilities; it has no way to mark a claim, so spans are not shown to it."""
        lengths = [len(pair.premise) + len(pair.hypothesis) for pair in pairs]
        by_length = sorted(range(len(pairs)), key=lambda index: lengths[index])
        result: dict[int, Probabilities] = {}
        for at in range(0, len(by_length), BATCH):
            part = by_length[at : at + BATCH]
            result.update(zip(part, self._batch([pairs[index] for index in part]), strict=True))
        return [result[index] for index in range(len(pairs))]

    def _batch(self, pairs: Sequence[Pair]) -> list[Probabilities]:
        windows = [window for pair in pairs for window in self._windows(pair)]
        owners = [number for number, pair in enumerate(pairs) for _ in self._windows(pair)]
        cut = self._tokenizer(
            [premise for premise, _ in windows],
            [hypothesis for _, hypothesis in windows],
            truncation="longest_first",
            max_length=self._room,
            padding=True,
            return_tensors="pt",
        )
        with self._torch.inference_mode():
            logits = self._model(**cut.to(self._device)).logits.double().softmax(-1).cpu().tolist()
        best: dict[int, Probabilities] = {}
        for owner, row in zip(owners, logits, strict=True):
            answer = Probabilities(*(row[index] for index in self._order))
            if owner not in best or answer.neutral < best[owner].neutral:
                best[owner] = answer
        return [best[number] for number in range(len(pairs))]

    def _windows(self, pair: Pair) -> list[tuple[str, str]]:
        """The premise in stretches that fit beside the hypothesis; the most telling one will speak for all."""
        words = pair.premise.split()
        hypothesis = len(self._tokenizer.tokenize(pair.hypothesis))
        room = max(STRIDE, self._room - min(hypothesis, self._room // 2) - 4)
        total = len(self._tokenizer.tokenize(pair.premise))
        if total <= room or len(words) < 2:
            return [(pair.premise, pair.hypothesis)]
        size = max(1, len(words) * room // (total + STRIDE))
        step = max(1, size - size // 4)
        starts = [*range(0, max(1, len(words) - size), step), max(0, len(words) - size)]
        return [(" ".join(words[start : start + size]), pair.hypothesis) for start in dict.fromkeys(starts)]
