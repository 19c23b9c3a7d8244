"""What a corpus came to: rows, drift by rule and by pair of languages, the share of rows that make claims."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from itertools import combinations
from typing import Self, cast

from checker.corpus.checking import RowResult
from checker.languages import codes
from checker.model import Finding, Level
from checker.rows import Row

SCHEMA = "checker-corpus/1"
_ROWS, _DRIFTED = "rows", "drifted"
_WORST = 5
"""Pairs of languages that are named to people."""

Counts = dict[str, dict[str, int]]


@dataclass(slots=True)
class Summary:
    """Counts that add up; in `pairs` those of two languages, the source first, or in order where there is none."""

    rows: int = 0
    claims: int = 0
    """Rows in which a version makes a claim."""
    covered: int = 0
    """Rows whose languages have all a language file."""
    drifted: int = 0
    """Rows with a finding above a note."""
    broken: int = 0
    """Rows, and things in their place, that could not be checked."""
    aside: Counter[str] = field(default_factory=Counter)
    """Segments that were left out, by reason."""
    levels: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    """Findings above a note."""
    pairs: dict[str, Counter[str]] = field(default_factory=dict)
    """By `en de`: rows, drifted rows, and findings above a note by rule."""

    def row(self, row: Row, result: RowResult, source: str | None) -> None:
        """Counts a row in."""
        self.rows += 1
        self.claims += result.claims > 0
        self.covered += all(_known(language) for language in row.texts)
        self.broken += bool(result.errors)
        for pair in _pairs(sorted(row.texts), source):
            self._pair(pair)[_ROWS] += 1
        if result.findings:
            self._findings(result, source)

    def _findings(self, result: RowResult, source: str | None) -> None:
        drifts = [finding for finding in result.findings if finding.level is not Level.NOTE]
        self.drifted += bool(drifts)
        self.levels.update(str(finding.level) for finding in result.findings)
        self.rules.update(str(finding.rule) for finding in drifts)
        found = [(pair, finding) for finding in drifts for pair in _between(finding, source)]
        for pair, finding in found:
            self._pair(pair)[str(finding.rule)] += 1
        for pair in {pair for pair, _ in found}:
            self._pair(pair)[_DRIFTED] += 1

    def _pair(self, pair: str) -> Counter[str]:
        if pair not in self.pairs:
            self.pairs[pair] = Counter()
        return self.pairs[pair]

    def add(self, other: Self) -> None:
        """Counts in what another has counted."""
        for each in ("rows", "claims", "covered", "drifted", "broken"):
            setattr(self, each, getattr(self, each) + getattr(other, each))
        for each in ("aside", "levels", "rules"):
            getattr(self, each).update(getattr(other, each))
        for pair, counts in other.pairs.items():
            self._pair(pair).update(counts)

    def plain(self) -> dict[str, object]:
        """As plain values, in order."""
        found: dict[str, object] = {each.name: getattr(self, each.name) for each in fields(self)}
        found |= {each: dict(sorted(getattr(self, each).items())) for each in ("aside", "levels", "rules")}
        return found | {"pairs": {pair: dict(sorted(counts.items())) for pair, counts in sorted(self.pairs.items())}}

    @classmethod
    def of(cls, plain: Mapping[str, object]) -> Self:
        """What `plain` gave."""
        found = dict(plain)
        found |= {each: Counter(cast("dict[str, int]", found[each])) for each in ("aside", "levels", "rules")}
        pairs = {pair: Counter(counts) for pair, counts in cast("Counts", found["pairs"]).items()}
        return cls(**{**found, "pairs": pairs})  # type: ignore[arg-type]

    def lines(self) -> Iterator[str]:
        """A few lines for people."""
        drifted = f"drift in {self.drifted:,}{_share(self.drifted, self.rows)}" if self.drifted else "no drift"
        claims = f"{self.claims:,}{_share(self.claims, self.rows)} with claims"
        yield f"{_counted(self.rows, 'row')}, {claims}, {drifted}"
        if self.rules:
            yield "by rule: " + _listed(self.rules)
        if len(self.pairs) > 1 and self.drifted:
            worst = sorted(self.pairs.items(), key=lambda pair: (-_rate(pair[1]), pair[0]))[:_WORST]
            told = [
                f"{_arrow(pair)} {counts[_DRIFTED]:,} of {counts[_ROWS]:,}" for pair, counts in worst if _rate(counts)
            ]
            yield f"most drift between {', '.join(told)} rows"
        if self.covered < self.rows:
            rest = _counted(self.rows - self.covered, "row")
            yield f"{rest} in a language that has no file of its own (checker languages)"
        if self.aside:
            yield "left out: " + _listed(self.aside)
        if self.broken:
            yield f"{_counted(self.broken, 'row')} that could not be checked"


def document(summary: Summary, signature: str) -> dict[str, object]:
    """The summary as it is written to a file, with what produced it."""
    return {"schema": SCHEMA, "signature": signature, **summary.plain()}


@cache
def _known(language: str) -> bool:
    return language.partition("-")[0] in codes()


def _pairs(languages: list[str], source: str | None) -> Iterator[str]:
    if source is None:
        yield from (f"{one} {other}" for one, other in combinations(languages, 2))
    else:
        yield from (f"{source} {each}" for each in languages if each != source)


def _between(finding: Finding, source: str | None) -> set[str]:
    """The pairs of languages that a finding is between: with a source one, else one for each version beside it."""
    own = finding.location.lang
    others = {source} if source is not None else {each.lang for each in finding.related}
    if source is None:
        return {" ".join(sorted((own, other))) for other in others - {own}}
    return (
        {f"{source} {own}"}
        if own != source
        else {f"{source} {each.lang}" for each in finding.related} - {f"{source} {source}"}
    )


def _rate(counts: Counter[str]) -> float:
    return counts[_DRIFTED] / max(1, counts[_ROWS])


def _arrow(pair: str) -> str:
    return pair.replace(" ", "–")


def _share(part: int, whole: int) -> str:
    return f" ({100 * part / whole:.1f} %)" if whole else ""


def _listed(counts: Counter[str]) -> str:
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    return ", ".join(f"{name} {count:,}" for name, count in ordered)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
