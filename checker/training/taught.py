"""Pairs that stand in several languages and have no label: what the model says of most of them, taught in all.

Published contradictions are in three languages. Texts that come row by row in many languages can be judged in each of
them; where the mean of the verdicts is sure, it is the label of the pair in every language, also across two.
"""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, permutations
from pathlib import Path

import numpy as np

from checker.datafiles import objects
from checker.model import LABELS, Pair
from checker.nli import Model
from checker.training.evaluate import triple
from checker.training.examples import Example
from checker.training.made import tag
from checker.training.parallel import Group
from checker.training.recipe import Teaching

_LEAST = 1e-9
_SAME, _OTHER = 4.5, 2.5
"""Scores of likeness (0–5) from which two texts say the same, and up to which they do not."""
_NEAR, _ALIKE = 0.4, 0.97
"""Cosines of rows that may speak of one thing, and of rows that are one and the same."""
_BATCH = 256
"""Pairs that are judged at a time."""
_ONE = 0.5
"""Share of the pairs that are of one language for sure."""


@dataclass(frozen=True, slots=True)
class Twins:
    """Two texts, each in the same languages; `source` says where they come from."""

    source: str
    first: Mapping[str, str]
    second: Mapping[str, str]
    likely: tuple[str, ...] = LABELS
    """The labels that what is known of the pair allows."""


def similar(path: Path) -> Iterator[Twins]:
    """The pairs of a file of `{"score": 3.2, "texts": {"en": [one, other], ...}}`, both ways round.

    What people scored as the same (5) is entailed, what they scored as another thing (0) is not.
    """
    name = path.name.split(".")[0]
    for row in objects(path):
        first, second = ({code: texts[side] for code, texts in row["texts"].items()} for side in (0, 1))
        likely = LABELS[:1] if row["score"] >= _SAME else LABELS[1:] if row["score"] <= _OTHER else LABELS
        yield Twins(name, first, second, likely)
        yield Twins(name, second, first, likely)


def nearest(groups: Iterable[Group], plan: Teaching, model: Model) -> Iterator[Twins]:
    """Of the first rows of each group each with those that are nearest to it in the group's first language."""
    for group in groups:
        count = min(plan.rows, group.rows)
        vectors = model.embed(next(iter(group.lines.values()))[:count])
        for row in range(count):
            likeness = vectors @ vectors[row]
            fitting = [int(at) for at in np.argsort(-likeness) if _NEAR <= likeness[at] < _ALIKE]
            for other in fitting[: plan.near]:
                yield Twins(group.name, _row(group, row), _row(group, other))


def recombined(rows: Sequence[Example], count: int, seed: int) -> Iterator[Twins]:
    """`count` new pairs from published ones: two hypotheses of one premise, or a pair the other way round."""
    draw, found = random.Random(seed), list[Twins]()
    premises: dict[tuple[str, str], list[str]] = {}
    for row in rows:
        if row.premise_lang == row.hypothesis_lang:
            premises.setdefault((row.premise_lang, row.premise), []).append(row.hypothesis)
    for (language, premise), hypotheses in premises.items():
        texts = list(dict.fromkeys(hypotheses))
        pairs = [*permutations(texts, 2), *((text, premise) for text in texts)]
        found += (Twins("again", {language: one}, {language: other}) for one, other in pairs)
    yield from draw.sample(found, min(count, len(found)))


def _row(group: Group, at: int) -> dict[str, str]:
    return {name: lines[at] for name, lines in group.lines.items()}


def taught(twins: Iterable[Twins], model: Model, plan: Teaching, seed: int) -> Iterator[Example]:
    """Examples of the twins whose label is sure, each in several choices of two languages, half of these the same."""
    draw, left = random.Random(seed), iter(twins)
    while batch := list(islice(left, _BATCH)):
        seen = [draw.sample(sorted(pair.first), min(plan.views, len(pair.first))) for pair in batch]
        asked = [Pair(pair.first[at], pair.second[at]) for pair, names in zip(batch, seen, strict=True) for at in names]
        answers = iter(model.judge(asked))
        for pair, names in zip(batch, seen, strict=True):
            shares = _mean([triple(answer) for answer in islice(answers, len(names))])
            label = max(LABELS, key=lambda each: shares[LABELS.index(each)])
            if max(shares) >= plan.sure and label in pair.likely:
                for _ in range(plan.copies):
                    yield replace(_example(pair, label, draw), shares=shares if plan.shares else None)


def _mean(answers: Sequence[tuple[float, ...]]) -> tuple[float, float, float]:
    """The probabilities by the mean of the logarithms of several verdicts on one pair."""
    logs = np.log(np.maximum(np.array(answers), _LEAST)).mean(0)
    odds = np.exp(logs - logs.max())
    entailment, neutral, contradiction = (odds / odds.sum()).tolist()
    return entailment, neutral, contradiction


def _example(pair: Twins, label: str, draw: random.Random) -> Example:
    one = draw.choice(sorted(pair.first))
    other = one if draw.random() < _ONE else draw.choice(sorted(pair.second))
    return Example(pair.first[one], pair.second[other], label, f"taught-{pair.source}", tag(one), tag(other))
