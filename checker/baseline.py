"""Known findings: a file of those that a team has seen and lives with for now, so that only new ones are reported.

A finding is known by its fingerprint, which holds the rule, the language and the two values, and by its file. It stays
known when lines move, paragraphs are reflowed, files are renamed or versions come in another order; another value is
another finding. The file is JSON, sorted, an entry for each finding, with what a person needs to see what it is; a
person may add a `reason` to an entry, which is kept.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from checker.errors import UsageError
from checker.jsonform import Json, dumped
from checker.model import Dismissed, Finding, Ground, Report

FILE = "checker-baseline.json"
SCHEMA = "checker-baseline/1"
_LONGEST = 200
"""Characters of a message or a text."""

Exists = Callable[[str], bool]
"""Whether there is a file at a path as a report gives it."""


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """A finding that is known; the file has these in the order of their fields."""

    path: str
    lang: str
    rule: str
    message: str
    fingerprint: str
    text: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """Which findings are known: `by` is their entry by fingerprint and path; `gone` the entries that no longer occur.

    `kept` are entries of files that were not checked: nothing is known of them.
    """

    by: dict[tuple[str, str], Known]
    gone: tuple[Known, ...]
    kept: tuple[Known, ...]


def load(path: Path) -> tuple[Known, ...]:
    """The entries of a file; raises `UsageError`, one line, where it is none that we wrote."""
    try:
        data: object = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise UsageError(f"{path}: cannot read the baseline: {error.strerror}; {_HOW}") from None
    except json.JSONDecodeError as error:
        raise UsageError(f"{path}:{error.lineno}: broken JSON: {error.msg}; {_HOW}") from None
    except (UnicodeDecodeError, RecursionError):
        raise UsageError(f"{path}: no baseline; {_HOW}") from None
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or not isinstance(data.get("findings"), list):
        raise UsageError(f"{path}: no baseline of the schema {SCHEMA}; {_HOW}")
    return tuple(_entry(path, number, each) for number, each in enumerate(data["findings"], 1))


_HOW = "checker baseline create makes one"


def _entry(path: Path, number: int, found: object) -> Known:
    fields = found if isinstance(found, dict) else {}
    texts = {name: fields.get(name, "") for name in Known.__dataclass_fields__}
    if not all(isinstance(text, str) for text in texts.values()) or not texts["fingerprint"]:
        raise UsageError(f"{path}: entry {number} is no known finding; {_HOW}")
    return Known(**texts)


def rendered(known: Iterable[Known]) -> str:
    """The file's text: sorted, a field a line, so that a change of it is easy to read."""
    found: list[Json] = []
    for it in sorted(known):
        entry: Json = {name: getattr(it, name) for name in Known.__dataclass_fields__}
        found.append({name: text for name, text in entry.items() if text or name == "path"})
    return dumped({"schema": SCHEMA, "findings": found}, indent=2)


def made(findings: Iterable[Finding], match: Match) -> tuple[Known, ...]:
    """An entry for each finding; the reason that an entry had is kept."""
    entries = []
    for it in findings:
        before = match.by.get((it.fingerprint, it.location.path))
        entries.append(
            Known(
                path=it.location.path,
                lang=it.location.lang,
                rule=str(it.rule),
                message=it.message[:_LONGEST],
                fingerprint=it.fingerprint,
                text=it.location.text[:_LONGEST],
                reason=before.reason if before else "",
            )
        )
    return tuple(entries)


def match(report: Report, known: Sequence[Known], exists: Exists) -> Match:
    """Finds the entries of a report's findings: those of the same file, then those of a file that is gone (renamed)."""
    checked = {path for document in report.documents for path in document.versions.values()}
    by_place = {(it.fingerprint, it.path): it for it in known}
    moved: dict[str, list[Known]] = {}
    for it in sorted(known, reverse=True):
        if it.path not in checked and not exists(it.path):
            moved.setdefault(it.fingerprint, []).append(it)
    found: dict[tuple[str, str], Known] = {}
    for finding in report.findings:
        key = (finding.fingerprint, finding.location.path)
        if key in by_place:
            found[key] = by_place[key]
        elif moved.get(finding.fingerprint):
            found[key] = moved[finding.fingerprint].pop()
    used = {id(it) for it in found.values()}
    rest = [it for it in known if id(it) not in used]
    gone = tuple(it for it in rest if it.path in checked or not exists(it.path))
    return Match(found, gone, tuple(it for it in rest if it.path not in checked and exists(it.path)))


def apply(report: Report, known: Sequence[Known], exists: Exists, shown: str) -> Report:
    """The report without the known findings, which are set aside; a note where entries no longer occur."""
    found = match(report, known, exists)
    new, dismissed = [], list(report.dismissed)
    for it in report.findings:
        entry = found.by.get((it.fingerprint, it.location.path))
        if entry is None:
            new.append(it)
        else:
            dismissed.append(Dismissed(it, Ground.BASELINE, entry.reason))
    notes = report.notes
    if found.gone:
        count = len(found.gone)
        these = f"{count} known findings no longer occur" if count > 1 else "a known finding no longer occurs"
        notes = (*notes, f"{shown}: {these}; checker baseline prune drops what is mended")
    return replace(report, findings=tuple(new), dismissed=tuple(dismissed), notes=notes)
