"""Thresholds by leave-one-set-out: what is chosen on all document sets but one, and how it does on that one.

A threshold that is chosen alike whichever set is left out rests on all of them; one that moves rests on a single set.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import Path

from checker.align import Version
from checker.benchmarks.answers import Answers
from checker.errors import InputError
from checker.model import Document, Level
from checker.nli import Model
from checker.opening import opened
from checker.pipeline import check_set, prepared, read_set, sought
from checker.progress import Progress
from checker.settings import Settings


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number of a module, and the values that are tried for it, growing."""

    module: str
    name: str
    values: tuple[float, ...]
    asks: bool = False
    """Whether it is of the model's answers, and of no matter without them."""

    @property
    def chosen(self) -> float:
        """The value that holds."""
        return float(getattr(import_module(self.module), self.name))


THRESHOLDS = (
    Threshold("checker.align.links", "AGREED", (0.4, 0.45, 0.5, 0.55, 0.6)),
    Threshold("checker.align.links", "DRIFTED", (0.4, 0.45, 0.5, 0.55, 0.6)),
    Threshold("checker.align.links", "REPEATED", (0.15, 0.25, 0.35, 0.45, 0.55)),
    Threshold("checker.judge.subject", "CONTRADICTED", (0.75, 0.8, 0.85, 0.9, 0.95), asks=True),
    Threshold("checker.judge.subject", "LIKELY", (0.7, 0.75, 0.8, 0.85, 0.9), asks=True),
    Threshold("checker.judge.subject", "BEYOND", (0.28, 0.33, 0.38, 0.43, 0.48), asks=True),
    Threshold("checker.judge.subject", "EVEN", (0.3, 0.4, 0.5, 0.6, 0.7), asks=True),
)


@dataclass(frozen=True, slots=True)
class Count:
    """Drifts that were found, drifts that were missed, and alarms that are none."""

    found: int = 0
    missed: int = 0
    false: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.found + other.found, self.missed + other.missed, self.false + other.false)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where nothing drifts and nothing was said."""
        errors = self.missed + self.false
        return 2 * self.found / (2 * self.found + errors) if self.found or errors else 1.0


Counts = Mapping[str, Mapping[float, Count]]
"""By set, then by the value of a threshold."""


@dataclass(frozen=True, slots=True)
class _Set:
    """A document set, read and prepared."""

    name: str
    answers: Answers
    documents: Mapping[str, Document]
    versions: Mapping[str, Version]

    def count(self, settings: Settings, model: Model | None) -> Count:
        settings = replace(settings, source=self.answers.source)
        report = check_set(self.name, self.documents, settings, model, self.versions)
        found, false = set(), 0
        for finding, claims in self.answers.held(report):
            hits = {(claim, finding.location.lang) for claim in claims} & self.answers.drifts
            found |= hits
            false += not hits and finding.level is not Level.NOTE
        return Count(len(found & self.answers.wanted), len(self.answers.wanted - found), false)


def measure(
    folders: Sequence[Path], settings: Settings, progress: Progress | None = None
) -> dict[Threshold, dict[str, dict[float, Count]]]:
    """What each value of each threshold gives on each set, the others left as they are.

    Raises `InputError` where a folder is no document set with answers.
    """
    model = None if settings.rules_only else opened(settings)
    sets = [_opened(folder, settings, model) for folder in folders]
    tried = [threshold for threshold in THRESHOLDS if model or not threshold.asks]
    found: dict[Threshold, dict[str, dict[float, Count]]] = {}
    for number, threshold in enumerate(tried):
        if progress:
            progress(threshold.name, number, len(tried))
        by_set: dict[str, dict[float, Count]] = {each.name: {} for each in sets}
        for value in threshold.values:
            with _set_to(threshold, value):
                for each in sets:
                    by_set[each.name][value] = each.count(settings, model)
        found[threshold] = by_set
    return found


def _opened(folder: Path, settings: Settings, model: Model | None) -> _Set:
    answers = Answers.load(folder)
    chosen = replace(settings, source=answers.source)
    sets = sought(answers.paths, chosen).sets
    documents, errors = read_set(sets[0], chosen) if len(sets) == 1 else ({}, [f"{folder}: not one document set"])
    if errors:
        raise InputError(errors[0])
    versions = {language: prepared(document, chosen, model) for language, document in documents.items()}
    return _Set(folder.name, answers, documents, versions)


@contextmanager
def _set_to(threshold: Threshold, value: float) -> Iterator[None]:
    module, before = import_module(threshold.module), threshold.chosen
    setattr(module, threshold.name, value)
    try:
        yield
    finally:
        setattr(module, threshold.name, before)


def best(counts: Counts) -> float:
    """The value with the highest F1 over all sets; of several that are as good, the one in their middle."""
    values = list(next(iter(counts.values())))
    scores = {value: round(sum((each[value] for each in counts.values()), Count()).f1, 6) for value in values}
    good = [value for value in values if scores[value] == max(scores.values())]
    return good[(len(good) - 1) // 2]


def table(found: Mapping[Threshold, Counts]) -> str:
    """For each threshold: the F1 of each value on all sets, then what is chosen without each set and does on it."""
    return "\n".join(part for threshold, counts in found.items() for part in _part(threshold, counts)) + "\n"


def _part(threshold: Threshold, counts: Counts) -> Iterator[str]:
    yield f"{threshold.module.removeprefix('checker.')}.{threshold.name} = {threshold.chosen:g}"
    for value in threshold.values:
        total = sum((each[value] for each in counts.values()), Count())
        yield f"  {value:<5g} F1 {total.f1:.3f}  found {total.found}  missed {total.missed}  false {total.false}"
    for left in counts if len(counts) > 1 else ():
        value = best({name: each for name, each in counts.items() if name != left})
        yield f"  without {left:<24} {value:<5g} on it: F1 {counts[left][value].f1:.3f}"
