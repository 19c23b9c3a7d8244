"""Whole documents, each version edited in its own way: dropped claims reported as omissions, and all other alarms."""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from checker import nli
from checker.benchmarks.edited import Edited, documents, edited
from checker.compare import compare
from checker.datafiles import SUFFIX, language, matching
from checker.errors import InputError
from checker.extraction import extract
from checker.languages import codes
from checker.model import Finding, Level, Mention, Report, ReportClaim, Rule
from checker.opening import cache_path
from checker.pipeline import check_set
from checker.progress import Progress
from checker.segment import sentences
from checker.settings import Settings

NAMES = "documents.txt"
"""The file that gives, line by line, the document which the lines of the other files belong to."""
_AGAIN = 0.95
"""How alike two values must be for the one to be the other said again."""


@dataclass(slots=True)
class Result:
    """Of a version, over all documents.

    `claims` of the first file whose sentence both versions kept, and `alarms`: errors and warnings that are no
    absence at a dropped sentence. `dropped` claims whose sentence the version dropped and that it says nowhere
    else, those `reported` missing, and those among them `flagged`, their sentence told by more than a note.
    """

    claims: int = 0
    alarms: int = 0
    dropped: int = 0
    reported: int = 0
    flagged: int = 0
    failures: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float | None:
        """Per cent of the dropped claims that are reported; None where there are none."""
        return 100 * self.reported / self.dropped if self.dropped else None

    @property
    def alarmed(self) -> float | None:
        """Alarms per 100 claims."""
        return 100 * self.alarms / self.claims if self.claims else None

    def add(self, other: "Result") -> None:
        """Counts another result in."""
        self.claims += other.claims
        self.alarms += other.alarms
        self.dropped += other.dropped
        self.reported += other.reported
        self.flagged += other.flagged
        self.failures += other.failures


@dataclass(frozen=True)
class Case:
    """A document: the original lines of the first version by number, its versions after editing, its report."""

    name: str
    first: str
    original: Mapping[int, str]
    versions: Mapping[str, Edited]
    report: Report

    @cached_property
    def said(self) -> list[tuple[int, Mention]]:
        """The claims of the first version's original, each with its line."""
        return [(number, mention) for number, text in self.original.items() for mention in _claims(text, self.first)]

    @cached_property
    def reported(self) -> dict[str, tuple[ReportClaim, frozenset[tuple[str, int]]]]:
        """The report's claims by id, with the original lines that they stand in, by language."""
        return {
            claim.id: (
                claim,
                frozenset(
                    (mention.location.lang, self.versions[mention.location.lang].number(mention.location))
                    for mention in claim.mentions
                ),
            )
            for claim in self.report.claims
        }


@lru_cache(maxsize=20_000)
def _claims(text: str, language: str) -> tuple[Mention, ...]:
    parts = [text[span.start : span.end] for span in sentences(text, language)]
    return tuple(mention for part in parts for mention in extract(part, language) if not mention.weak)


def cases(
    folder: Path, names: Sequence[str], settings: Settings, *, limit: int | None = None, seed: int = 13
) -> Iterator[Case]:
    """The documents of a folder, edited and checked; the first of `names` is the version that claims are listed from.

    Raises `InputError` where a file can't be read or its lines don't match those of the list of documents.
    """
    listed = _listed(folder / NAMES)
    texts = {name: matching(folder / (name + SUFFIX), len(listed), NAMES) for name in names}
    known = frozenset(codes())
    tags = {name: language(name, known) for name in names}
    model = None if settings.rules_only else nli.load(settings.model, cache=cache_path(settings))
    for document, numbers in list(documents(listed))[:limit]:
        versions = {
            tags[name]: edited(
                document,
                tags[name],
                {number: found[number].strip() for number in numbers if found[number].strip()},
                random.Random(f"{seed}/{document}/{name}"),
            )
            for name, found in texts.items()
        }
        original = {number: texts[names[0]][number] for number in numbers}
        report = check_set(document, {code: each.document for code, each in versions.items()}, settings, model)
        yield Case(document, tags[names[0]], original, versions, report)


def _listed(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8").split("\n")[:-1]
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot be read; it gives each line's document ({error})") from error


def measure(found: Iterable[Case], progress: Progress | None = None) -> dict[str, Result]:
    """The result of each version but the first, over all documents."""
    results: dict[str, Result] = {}
    for number, case in enumerate(found, 1):
        for code in case.versions:
            if code != case.first:
                results.setdefault(code, Result()).add(_judged(case, code))
        if progress:
            progress("documents", number, 0)
    return results


def _judged(case: Case, code: str) -> Result:
    result = Result()
    absent = [finding for finding in case.report.findings if finding.location.lang == code]
    kept, there = case.versions[code].kept, case.versions[case.first].kept
    for number, mention in case.said:
        if number not in there:
            continue
        if number in kept:
            result.claims += 1
        elif not any(_again(mention, other) for at, other in case.said if at in kept):
            found = [finding for finding in absent if _reports(case, finding, number, mention)]
            result.dropped += 1
            result.reported += bool(found)
            result.flagged += bool(found) and any(_flags(case, finding, number) for finding in absent)
            if not found:
                result.failures.append(f"missed {case.name}:{number + 1} {code}: {mention.text!r}")
    alarms = [f for f in absent if f.level is not Level.NOTE and not _at_dropped(case, f, code)]
    result.alarms = len(alarms)
    result.failures += [
        f"alarm {case.name} {code} {f.rule}: {f.message} ({f.location.line}: {f.location.text!r})" for f in alarms
    ]
    return result


def _again(one: Mention, other: Mention) -> bool:
    outcome = compare(one, other)
    return outcome.agrees and outcome.near >= _AGAIN


def _reports(case: Case, finding: Finding, number: int, mention: Mention) -> bool:
    """Whether a finding says that a claim of a line is missing: the claim has the first version's words in it."""
    if finding.rule is not Rule.OMISSION:
        return False
    claim, places = case.reported[finding.claim]
    return (case.first, number) in places and any(
        each.location.lang == case.first and each.location.text == mention.text for each in claim.mentions
    )


def _flags(case: Case, finding: Finding, number: int) -> bool:
    """Whether a finding tells a claim of a line to be missing by more than a note; one is told for a whole sentence."""
    told = finding.rule is Rule.OMISSION and finding.level is not Level.NOTE
    return told and (case.first, number) in case.reported[finding.claim][1]


def _at_dropped(case: Case, finding: Finding, code: str) -> bool:
    """Whether a finding says that a claim is missing, or alone, which stands in a sentence that was dropped there."""
    gone = {Rule.OMISSION: code, Rule.ADDITION: case.first}.get(finding.rule)
    if gone is None:
        return False
    _, places = case.reported[finding.claim]
    return any(number not in case.versions[gone].kept for _, number in places)


def table(results: Mapping[str, Result]) -> str:
    """A row for each version, and one for all."""
    total = Result()
    for result in results.values():
        total.add(result)
    heads = ["language", "dropped", "reported", "%", "flagged", "claims", "other alarms", "per 100"]
    body = [
        [
            code,
            *map(str, (one.dropped, one.reported)),
            _figure(one.recall),
            *map(str, (one.flagged, one.claims, one.alarms)),
            _figure(one.alarmed),
        ]
        for code, one in [*results.items(), ("all", total)]
    ]
    widths = [max(len(row[column]) for row in [heads, *body]) for column in range(len(heads))]
    rows = ["  ".join(f"{cell:>{w}}" for cell, w in zip(row, widths, strict=True)) for row in [heads, *body]]
    return "\n".join(rows) + "\n"


def _figure(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"
