"""Human translations, as they are and with one fact of the source changed: false alarms, and drifts newly found."""

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checker.corpus import check_rows
from checker.datafiles import SUFFIX, language, lines, matching
from checker.extraction import extract
from checker.model import Level
from checker.planting import CHANGES, changes
from checker.rows import Row
from checker.settings import Settings

PER_KIND = 60
"""Changed rows of a kind at the most, for each language."""
CLEAN = "clean"


@dataclass(slots=True)
class Result:
    """Of a language: rows and alarms on sound rows; changed rows, and those newly flagged, by kind of change."""

    rows: int = 0
    alarms: int = 0
    changed: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)

    @property
    def alarmed(self) -> float:
        """Per cent of the sound rows."""
        return 100 * self.alarms / max(1, self.rows)

    def newly(self, kind: str | None = None) -> float | None:
        """Per cent of the changed rows, of one kind or of all; None where there are none."""
        total = self.changed[kind] if kind else self.changed.total()
        return 100 * (self.found[kind] if kind else self.found.total()) / total if total else None


def rows(source: Sequence[str], other: Sequence[str], languages: tuple[str, str], seed: int) -> Iterator[Row]:
    """The rows whose source makes a claim, sound and changed; the id says which: `clean:12`, `digit:12`."""
    one, two = languages
    draw = random.Random(seed)
    telling = [number for number, text in enumerate(source) if extract(text, one)]
    for number in telling:
        yield Row(f"{CLEAN}:{number}", {one: source[number], two: other[number]})
    made: Counter[str] = Counter()
    draw.shuffle(telling)
    for number in telling:
        for kind, text in changes(source[number], one, draw):
            if made[kind] < PER_KIND:
                made[kind] += 1
                yield Row(f"{kind}:{number}", {one: text, two: other[number]})


def measure(
    folder: Path, source: str, names: Mapping[str, str], settings: Settings, seed: int = 13
) -> Iterator[tuple[str, Result]]:
    """The result of each language; `names` maps a file's name (without suffix) to its BCP 47 code."""
    first = lines(folder / (source + SUFFIX))
    for name, code in names.items():
        other = matching(folder / (name + SUFFIX), len(first), source)
        yield name, _judge(first, other, (language(source), code), settings, seed)


def _judge(first: Sequence[str], other: Sequence[str], codes: tuple[str, str], settings: Settings, seed: int) -> Result:
    result, noisy = Result(), set()
    for found in check_rows(rows(first, other, codes, seed), settings):
        kind, _, number = found.id.partition(":")
        flagged = any(finding.level is not Level.NOTE for finding in found.findings)
        if kind == CLEAN:
            result.rows += 1
            result.alarms += flagged
            if flagged:
                noisy.add(number)
        else:
            result.changed[kind] += 1
            result.found[kind] += flagged and number not in noisy
    return result


def table(results: Sequence[tuple[str, Result]]) -> str:
    """A row for each language, and the median of the columns."""
    heads = ["language", "rows", "alarms", "newly", *CHANGES]
    body = [
        [name, str(one.rows), f"{one.alarmed:.1f}", _percent(one.newly()), *(_percent(one.newly(k)) for k in CHANGES)]
        for name, one in results
    ]
    if len(results) > 1:
        alarms = sorted(one.alarmed for _, one in results)
        newly = sorted(one.newly() or 0.0 for _, one in results)
        middle = len(results) // 2
        body.append(["median", "", f"{alarms[middle]:.1f}", _percent(newly[middle]), *("" for _ in CHANGES)])
        body.append(["worst", "", f"{alarms[-1]:.1f}", _percent(newly[0]), *("" for _ in CHANGES)])
    widths = [max(len(row[column]) for row in [heads, *body]) for column in range(len(heads))]
    rows_of_text = ["  ".join(f"{cell:>{w}}" for cell, w in zip(row, widths, strict=True)) for row in [heads, *body]]
    return "\n".join(rows_of_text) + "\n"


def _percent(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"
