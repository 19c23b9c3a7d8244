"""Which drifts are stale translations: the line of the source was changed after the line that drifts from it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from checker.history import Commit, Lines
from checker.languages import name
from checker.model import Finding, Level, Location, Report, Rule, Stale

Blame = Callable[[Path, Iterable[Lines]], Mapping[int, Commit]]

_MOST = 200
"""Files that are looked into, each of which takes git some hundredths of a second."""


def marked(report: Report, blame: Blame) -> Report:
    """The report, with the commit of the source's line on each drift that is older than it; notes are let alone.

    Only where a source is declared, and where git knows both lines: in all other cases nothing is said.
    """
    sources = {document.id: document.source for document in report.documents}
    pairs = {
        number: pair
        for number, finding in enumerate(report.findings)
        if (pair := _places(finding, sources.get(finding.document))) is not None
    }
    asked: dict[str, set[Lines]] = defaultdict(set)
    for pair in pairs.values():
        for place in pair:
            if place.path in asked or len(asked) < _MOST:
                asked[place.path].add(_lines(place))
    known = {path: blame(Path(path), lines) for path, lines in asked.items()}
    findings = list(report.findings)
    for number, (source, here) in pairs.items():
        newest, own = _newest(source, known), _newest(here, known)
        if newest and own and newest.time > own.time:
            findings[number] = _told(findings[number], newest, source.lang)
    return replace(report, findings=tuple(findings))


def _places(finding: Finding, source: str | None) -> tuple[Location, Location] | None:
    """Where the source says what drifts, and where it drifts."""
    here = finding.location
    if source in (None, here.lang) or finding.level is Level.NOTE or finding.rule in (Rule.ADDITION, Rule.FORMAT):
        return None
    there = next((place for place in finding.related if place.lang == source), None)
    return None if there is None else (there, here)


def _lines(place: Location) -> Lines:
    return Lines(place.line, max(place.line, place.end_line))


def _newest(place: Location, known: Mapping[str, Mapping[int, Commit]]) -> Commit | None:
    """The last commit that touched a place; None where git can't tell of all its lines."""
    first, last = _lines(place)
    commits = [known.get(place.path, {}).get(line) for line in range(first, last + 1)]
    told = [commit for commit in commits if commit is not None]
    return max(told, key=lambda commit: commit.time) if told and len(told) == len(commits) else None


def _told(finding: Finding, commit: Commit, source: str) -> Finding:
    when = f"{commit.date}, {commit.id}" if commit.id else "not committed yet"
    message = f"{finding.message}; stale: the {name(source)} line was changed after this one ({when})"
    return replace(finding, message=message, stale=Stale(commit.id, commit.date))
