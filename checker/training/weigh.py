"""Fits how verdicts on prose are weighed (`checker.nli.prose`), on held-out pairs, each source counting alike."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product

from checker.model import LABELS, Pair, Probabilities
from checker.nli.bundled import Bundled
from checker.nli.prose import Kinship, Weights, kinship, weighed
from checker.training import evaluate
from checker.training.examples import Example

_TRANSLATION = (0.0, 1.0, 1.5, 2.0, 3.0, 4.0)
_CONTRADICTION = (0.0, 0.2, 0.4, 0.6)
_COVER = list(product((0.36, 0.38, 0.4, 0.42), (0.45, 0.46, 0.48, 0.5)))
_LIKENESS = ((0.3, 0.5), (0.4, 0.6), (0.45, 0.65), (0.5, 0.7))
_SLACK = 0.01
"""The share of a published set that weights may cost: half of what another draw of its pairs would change."""
_TIE = 0.002
"""The sum of the shares by which weights are no better than others."""
_TEMPERATURES = [step / 10 for step in range(7, 21)]


@dataclass(frozen=True, slots=True)
class _Row:
    """A label, what the pair model says, and how near the texts are."""

    label: str
    answer: Probabilities
    near: Kinship


def fit(model: Bundled, made: Sequence[Example], published: Sequence[Example]) -> Weights:
    """The weights that make most answers right, and the temperature that makes these likeliest.

    Of the published sets none may lose more than `_SLACK` by them, whatever translations win, and of weights that are
    as good those count that leave them most. `model` must weigh nothing yet.
    """
    sources = _sources(model, [*made, *published])
    plain = {name: _right(rows, Weights()) for name, rows in sources.items()}
    kept = {row.source for row in published} & sources.keys()
    fitting: list[tuple[float, float, Weights]] = [(sum(plain.values()), sum(plain[name] for name in kept), Weights())]
    for each in product(_TRANSLATION, _CONTRADICTION, (1.0,), _COVER, _LIKENESS):
        weights = Weights(*each)
        right = {name: _right(rows, weights) for name, rows in sources.items()}
        if all(right[name] >= plain[name] - _SLACK for name in kept):
            fitting.append((sum(right.values()), sum(right[name] for name in kept), weights))
    most = max(every for every, _, _ in fitting)
    _, _, best = max((each for each in fitting if each[0] >= most - _TIE), key=lambda it: it[1])
    return max((replace(best, temperature=value) for value in _TEMPERATURES), key=lambda it: _likelihood(sources, it))


def _sources(model: Bundled, examples: Sequence[Example]) -> Mapping[str, Sequence[_Row]]:
    """The rows of each source; made pairs of all kinds are one. Labels of two-way sets are left out."""
    fitting = [row for row in examples if row.label in LABELS]
    pairs = [Pair(row.premise, row.hypothesis) for row in fitting]
    vectors = model.embed([pair.premise for pair in pairs]), model.embed([pair.hypothesis for pair in pairs])
    covers = model.cover([(pair.premise, pair.hypothesis) for pair in pairs])
    found: dict[str, list[_Row]] = {}
    for row, pair, answer, cover, one, other in zip(fitting, pairs, model.judge(pairs), covers, *vectors, strict=True):
        near = kinship(pair, cover, float(one @ other))
        found.setdefault(row.source.split("-")[0], []).append(_Row(row.label, answer, near))
    return found


def _right(rows: Sequence[_Row], weights: Weights) -> float:
    """The share of the rows whose likeliest label is theirs."""
    return sum(weighed(row.answer, row.near, weights).fits(row.label) for row in rows) / len(rows)


def _likelihood(sources: Mapping[str, Sequence[_Row]], weights: Weights) -> float:
    total = 0.0
    for rows in sources.values():
        shares = (evaluate.triple(weighed(row.answer, row.near, weights))[LABELS.index(row.label)] for row in rows)
        total += sum(math.log(max(1e-9, share)) for share in shares) / len(rows)
    return total
