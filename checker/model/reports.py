"""The report: what reporters turn into text."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from checker.model.claims import Evidence, Level, Rule
from checker.model.values import Kind, Value


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file: lines and columns count from 1, columns in code points, `end_column` one past the last."""

    lang: str
    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str


@dataclass(frozen=True, slots=True)
class ReportMention:
    """A mention as reported: where, what kind of value, and the sentence around it.

    `before` and `after` are the rest of the segment on either side, for people.
    """

    location: Location
    value: Value
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class ReportClaim:
    """A row of the report."""

    id: str
    document: str
    kind: Kind
    mentions: tuple[ReportMention, ...]
    missing: tuple[str, ...]
    label: str
    """A few words that name the claim for people."""
    cells: Mapping[str, str]
    """By language of the document: `agree`, `same` (in another form or unit), `differ`, `absent`, or
    `outside` where it could not hold it."""


@dataclass(frozen=True, slots=True)
class Stale:
    """The commit that changed the source's line after the translation's was written; empty texts for none yet.

    `commit` are the first digits of its id, `date` is its day (ISO 8601).
    """

    commit: str
    date: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A drift at its place."""

    rule: Rule
    level: Level
    document: str
    claim: str
    location: Location
    message: str
    expected: str | None
    found: str | None
    confidence: float
    nli: Evidence | None
    related: tuple[Location, ...]
    fingerprint: str
    suggestion: str | None = None
    """The right value as it is written in the version's language, in the style of the mention; None where unsure."""
    byte_columns: tuple[int, int] | None = None
    """The place's `column` and `end_column` in bytes of UTF-8; None where they were not counted."""
    stale: Stale | None = None
    """Set where the source has changed since this was translated."""
    judged: float = 0.0
    """The judge's own confidence, before it was held against how many of its like are right."""
    sentence: str = ""
    """Where nothing is said of the claim: the sentence in which it would stand."""


@dataclass(frozen=True, slots=True)
class ReportDocument:
    """A document set of the report: `versions` maps language to path."""

    id: str
    source: str | None
    versions: Mapping[str, str]
    detected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A number that was seen and is no claim: where, and why."""

    location: Location
    reason: str


class Ground(StrEnum):
    """What sets a finding aside: a comment in the document, or the file of known findings."""

    COMMENT = "comment"
    BASELINE = "baseline"


@dataclass(frozen=True, slots=True)
class Dismissed:
    """A finding that people have set aside, and why; `place` is the comment that does it, where one does."""

    finding: Finding
    by: Ground
    reason: str = ""
    place: Location | None = None


@dataclass(frozen=True, slots=True)
class Outdated:
    """A sentence of the source that has changed and what stands for it in a translation, which has not.

    `source` is the sentence as it is now; `location` is its counterpart, where it is to be translated again.
    """

    document: str
    source: Location
    location: Location


@dataclass(frozen=True, slots=True)
class Report:
    """Everything found; what reporters turn into text."""

    signature: str
    documents: tuple[ReportDocument, ...]
    claims: tuple[ReportClaim, ...]
    findings: tuple[Finding, ...]
    coverage: tuple[Skipped, ...] = ()
    errors: tuple[str, ...] = ()
    """One line for each document that could not be checked; any means exit 2."""
    notes: tuple[str, ...] = ()
    """Lines for people that change nothing: a language that was guessed, a document in one language only."""
    dismissed: tuple[Dismissed, ...] = ()
    """What was found and set aside by people; it counts for no exit code and is never silently gone."""
    outdated: tuple[Outdated, ...] = ()
    """With a change to look at (`--since`): what has to be translated again."""
    older: int = 0
    """With a change to look at: how many findings of the documents that it touched were there before it."""
