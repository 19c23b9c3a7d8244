"""Whether confidence means something: of the findings that show 0.8, four in five should be right.

Two kinds of folder are measured. Document sets with a `gold.json` name every claim and every drift: a finding is right
where the set has a drift of that claim in that version. Files of lines that match by number are sound translations: a
finding on them is wrong, and one that a planted change alone brings about is right. How many lines are changed is our
choice there, so that shares speak of lines of which about half drift.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from pathlib import Path

from checker.benchmarks.answers import Answers
from checker.benchmarks.pairs import CLEAN, rows
from checker.corpus import check_rows
from checker.datafiles import SUFFIX, language, lines, matching
from checker.model import Finding, Level, Rule
from checker.pipeline import check
from checker.settings import Settings
from checker.trust import DRIFT, NOTE

_FEWEST, _ENOUGH, _PRIOR, _DOCUMENT = 10, 30, 4, 10
_SUREST = 0.99
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Lower ends of the bins of confidence."""


@dataclass(frozen=True, slots=True)
class Graded:
    """A finding in short, and whether it is right; `judged` is its confidence before it was held against a count."""

    rule: Rule
    level: Level
    confidence: float
    right: bool
    judged: float
    document: bool = False
    """Whether it is of a document and not of a line."""


def _graded(finding: Finding, *, right: bool, document: bool = False) -> Graded:
    return Graded(finding.rule, finding.level, finding.confidence, right, finding.judged, document)


def documents(folder: Path, settings: Settings) -> Iterator[Graded]:
    """The findings on a document set with known answers."""
    answers = Answers.load(folder)
    report = check(answers.paths, replace(settings, source=answers.source))
    for finding, claims in answers.held(report):
        right = any((claim, finding.location.lang) in answers.drifts for claim in claims)
        yield _graded(finding, right=right, document=True)


def translations(folder: Path, source: str, names: Sequence[str], settings: Settings, seed: int) -> Iterator[Graded]:
    """The findings on sound translations, and on the same with one fact of the source changed."""
    first = lines(folder / (source + SUFFIX))
    for name in names:
        other = matching(folder / (name + SUFFIX), len(first), source)
        codes = (language(source), language(name))
        false: dict[str, set[tuple[object, ...]]] = {}
        for result in check_rows(rows(first, other, codes, seed), replace(settings, source=codes[0])):
            kind, _, number = result.id.partition(":")
            sound = kind == CLEAN
            for finding in result.findings:
                if finding.rule is Rule.FORMAT:  # whether a translator broke a convention, the lines don't tell
                    continue
                key = (finding.rule, finding.expected, finding.found)
                if sound:
                    false.setdefault(number, set()).add(key)
                right = not sound and key not in false.get(number, ())
                yield _graded(finding, right=right)


def error(graded: Sequence[Graded]) -> float:
    """The expected calibration error: how far confidence and share of right findings are apart in a bin, on average."""
    total = 0.0
    for several in _bins(graded):
        if several:
            total += abs(sum(it.confidence for it in several) - sum(it.right for it in several))
    return total / max(1, len(graded))


def knots(graded: Sequence[Graded]) -> str:
    """The file of `checker.trust`: by rule, what part of the findings is right at which confidence.

    Neighbours in confidence are put together until the share grows (isotonic regression) and each group weighs
    _ENOUGH; a group's share leans on that of its table as if _PRIOR more findings had been seen. A finding on a
    document counts as _DOCUMENT on lines. Rules with fewer findings have no line.
    """
    told: list[str] = []
    for name, note in ((DRIFT, False), (NOTE, True)):
        table = _Group([it for it in graded if (it.level is Level.NOTE) is note])
        told.append(f"[{name}]\n")
        for rule in Rule:
            mine = [it for it in table.graded if it.rule is rule]
            groups = _grown(mine) if len(mine) >= _FEWEST else []
            pairs = [f"[{it.judged:.2f}, {it.leaning(table.right / table.weight):.2f}]" for it in groups]
            told += [f"{rule} = [{', '.join(pairs)}]\n"] if pairs else []
    return "".join(told)


class _Group:
    """Findings of like confidence: what they weigh, how much of it is right, and their mean confidence."""

    def __init__(self, graded: Sequence[Graded]) -> None:
        weights = [_DOCUMENT if it.document else 1 for it in graded]
        self.graded, self.weight = list(graded), sum(weights)
        self.right = sum(weight for weight, it in zip(weights, graded, strict=True) if it.right)
        self.judged = sum(w * it.judged for w, it in zip(weights, graded, strict=True)) / max(1, self.weight)

    def leaning(self, usual: float) -> float:
        """The share that is right, leaning on the usual one."""
        return min(_SUREST, (self.right + _PRIOR * usual) / (self.weight + _PRIOR))


def _grown(graded: Sequence[Graded]) -> list[_Group]:
    """Groups of growing confidence whose shares grow."""
    groups: list[_Group] = []
    for _, same in groupby(sorted(graded, key=lambda it: it.judged), key=lambda it: it.judged):
        groups.append(_Group(list(same)))
        while len(groups) > 1 and not _apart(groups[-2], groups[-1]):
            last = groups.pop()
            groups[-1] = _Group(groups[-1].graded + last.graded)
    if len(groups) > 1 and groups[-1].weight < _ENOUGH:
        last = groups.pop()
        groups[-1] = _Group(groups[-1].graded + last.graded)
    return [group for group in groups if group.weight >= _ENOUGH]


def _apart(one: _Group, other: _Group) -> bool:
    """Whether two groups are large enough, and the second is the more often right."""
    return one.weight >= _ENOUGH and one.right * other.weight < other.right * one.weight


def _bins(graded: Sequence[Graded]) -> list[list[Graded]]:
    bins: list[list[Graded]] = [[] for _ in EDGES]
    for it in graded:
        bins[max(place for place, edge in enumerate(EDGES) if it.confidence >= edge)].append(it)
    return bins


def table(graded: Sequence[Graded]) -> str:
    """For warnings and errors, and for notes: the bins, then each rule; findings, mean confidence, share right."""
    parts = []
    for name, several in (
        ("warnings and errors", [it for it in graded if it.level is not Level.NOTE]),
        ("notes", [it for it in graded if it.level is Level.NOTE]),
    ):
        ends = [f"{edge:.1f}" for edge in (*EDGES, 1.0)]
        groups = [
            *(zip((f"{low}–{high}" for low, high in pairwise(ends)), _bins(several), strict=True)),
            *((str(rule), [it for it in several if it.rule is rule]) for rule in Rule),
            ("all", several),
        ]
        parts.append(f"{name:<20}findings   mean   right   error\n")
        parts += [_line(name, group) for name, group in groups if group]
    return "".join(parts)


def _line(name: str, group: Sequence[Graded]) -> str:
    count = len(group)
    mean, right = sum(it.confidence for it in group) / count, sum(it.right for it in group) / count
    return f"{name:<20}{count:>8}   {mean:.2f}    {right:.2f}    {error(group):.3f}\n"
