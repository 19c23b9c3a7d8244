"""Verdicts on two texts as wholes: what the pair model says, weighed with how far they are translations.

The pair model learnt what it knows of contradictions in a few languages; that one text translates the other the
encoder tells in all of them. The weights are fitted on held-out pairs (`python -m checker.training weigh`).
"""

import json
import math
import re
import unicodedata
from collections import Counter
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from checker.errors import ModelError
from checker.model import LABELS, Pair, Probabilities

FILE = "pair/prose.json"
_FIGURES = re.compile(r"\d(?:[\d.,'’\s\u066b\u066c]*\d)?")
_LEAST = 1e-9
"""The least probability that has a logarithm."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What is added to the logarithms of the probabilities, and what these are divided by then."""

    translation: float = 0.0
    """To entailment, where the texts are translations for sure."""
    contradiction: float = 0.0
    """To contradiction, always."""
    entailment: float = 0.0
    """To entailment, always; it may be less than 0."""
    temperature: float = 1.0
    cover: tuple[float, float] = (0.0, 1.0)
    """Between which cosines of the least covered pieces (`encoder.covered`) texts become translations."""
    likeness: tuple[float, float] = (0.0, 1.0)
    """The same for the cosines of their alignment vectors."""
    stops: str = ""
    """What is left out at the end of a premise, which says nothing and costs accuracy (docs/training.md)."""


@dataclass(frozen=True, slots=True)
class Kinship:
    """How near two texts are: the cosine of their least covered pieces, and that of their alignment vectors."""

    cover: float
    likeness: float


def read(path: Path) -> Weights:
    """The weights of a bundle; raises ModelError where the file makes no sense."""
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8"))
        cover, likeness = ((float(low), float(high)) for low, high in (data["cover"], data["likeness"]))
        translation, contradiction = float(data["translation"]), float(data["contradiction"])
        entailment, stops = float(data.get("entailment", 0.0)), str(data.get("stops", ""))
        return Weights(translation, contradiction, entailment, float(data["temperature"]), cover, likeness, stops)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path}: not the weights of prose ({error}); reinstall the package") from error


def write(path: Path, weights: Weights) -> None:
    """Writes the weights for `read`."""
    path.write_text(json.dumps(asdict(weights), indent=1) + "\n", encoding="utf-8")


def unstopped(pair: Pair, weights: Weights) -> Pair:
    """The pair without the full stops that end its premise; as it is where there is nothing else."""
    premise = pair.premise.rstrip(weights.stops) if weights.stops else pair.premise
    return replace(pair, premise=premise) if premise else pair


def kinship(pair: Pair, cover: float, likeness: float) -> Kinship:
    """How near the texts of a pair are; not at all where the hypothesis has figures that the premise lacks."""
    return Kinship(0.0, 0.0) if figures(pair.hypothesis) - figures(pair.premise) else Kinship(cover, likeness)


def weighed(answer: Probabilities, near: Kinship, weights: Weights) -> Probabilities:
    """The answer of the pair model, weighed."""
    entailment = weights.entailment + weights.translation * translated(near, weights)
    gains = {"entailment": entailment, "contradiction": weights.contradiction}
    logits = [
        (math.log(max(getattr(answer, label), _LEAST)) + gains.get(label, 0.0)) / weights.temperature
        for label in LABELS
    ]
    odds = [math.exp(value - max(logits)) for value in logits]
    total = sum(odds)
    return Probabilities(*(value / total for value in odds))


def translated(near: Kinship, weights: Weights) -> float:
    """0–1: how far two texts so near are translations of one another."""
    return _between(near.cover, weights.cover) * _between(near.likeness, weights.likeness)


def figures(text: str) -> Counter[str]:
    """The rows of digits of a text, whatever stands between them."""
    return Counter(digits(match.group()) for match in _FIGURES.finditer(text))


def digits(text: str) -> str:
    """The digits of a text in ASCII, without separators."""
    return "".join(str(unicodedata.digit(c)) for c in text if c.isdigit() and unicodedata.digit(c, None) is not None)


def _between(value: float, ends: tuple[float, float]) -> float:
    low, high = ends
    return min(1.0, max(0.0, (value - low) / (high - low)))
