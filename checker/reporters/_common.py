"""What the formats share: words made harmless, findings in order, counts in words."""

import posixpath
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import quote

from checker.jsonform import finding_order, natural
from checker.model import Finding, Ground, Level, Location, Report, ReportClaim, ReportDocument
from checker.terminal import squeezed

STATES = {
    "agree": "agrees",
    "same": "agrees in another form",
    "differ": "differs",
    "absent": "is missing",
    "outside": "could not hold it",
}
"""A cell's state in words."""


def clean(text: str | None) -> str:
    """The text on one line, without anything that steers, hides or reorders; nothing for None."""
    return "" if text is None else squeezed(text).strip()


def reason(finding: Finding) -> str:
    """Why, with what was expected and what to write, on one line."""
    expected = finding.expected
    hint = "" if expected is None or expected in finding.message else f" (expected: {expected})"
    write = "" if finding.suggestion is None else f"; write “{finding.suggestion}”"
    return clean(f"{finding.message}{hint}{write}") or str(finding.rule)


def ordered(report: Report) -> list[Finding]:
    """The findings by document, claim, language, rule and place."""
    return sorted(report.findings, key=finding_order)


def worst_first(report: Report) -> list[Finding]:
    """The findings, gravest level first, within a level the surest first."""
    return sorted(ordered(report), key=lambda it: (gravity(it), -it.confidence))


def claims_of(report: Report) -> dict[tuple[str, str], ReportClaim]:
    """The claims by document and id, in the order in which people count."""
    claims = sorted(report.claims, key=lambda it: (natural(it.document), natural(it.id)))
    return {(claim.document, claim.id): claim for claim in claims}


@dataclass(frozen=True, slots=True)
class Section:
    """A document set: its claims by id in order, and what was found of each, in order."""

    document: ReportDocument
    claims: dict[str, ReportClaim] = field(default_factory=dict)
    findings: dict[str, list[Finding]] = field(default_factory=dict)


def sections(report: Report) -> list[Section]:
    """The document sets in order; findings of none that the report lists come behind, in sets without versions."""
    made = {it.id: Section(it) for it in sorted(report.documents, key=lambda it: natural(it.id))}
    for (document, name), claim in claims_of(report).items():
        if document in made:
            made[document].claims[name] = claim
    for finding in ordered(report):
        section = made.setdefault(finding.document, Section(ReportDocument(finding.document, None, {})))
        section.findings.setdefault(finding.claim, []).append(finding)
    return list(made.values())


def drifts_of(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that are more than notes."""
    return [finding for finding in findings if finding.level is not Level.NOTE]


def gravity(finding: Finding) -> int:
    """0 for the gravest level."""
    return list(Level).index(finding.level)


def plural(count: int, noun: str) -> str:
    """`1 drift`, `7 drifts`, `no drifts`."""
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"


def by_count(item: tuple[str, int]) -> tuple[int, str]:
    """A key: the most frequent first, then by name."""
    return -item[1], item[0]


def counted(report: Report) -> str:
    """`11 drifts (2 errors, 9 warnings), 7 notes, 1 dismissed, 3 known`, or that nothing was checked.

    Set aside are: `dismissed` by a comment, `known` in the baseline, `older` than the change that is looked at.
    """
    if not (report.documents or report.findings):
        return "nothing was checked"
    levels = Counter(finding.level for finding in report.findings)
    kinds = [plural(levels[level], str(level)) for level in (Level.ERROR, Level.WARNING) if levels[level]]
    text = plural(len(drifts_of(report.findings)), "drift") + (f" ({', '.join(kinds)})" if kinds else "")
    text += f", {plural(levels[Level.NOTE], 'note')}" if levels[Level.NOTE] else ""
    aside = Counter(it.by for it in report.dismissed)
    counts = {"dismissed": aside[Ground.COMMENT], "known": aside[Ground.BASELINE], "older": report.older}
    return text + "".join(f", {count} {what}" for what, count in counts.items() if count)


def concluded(report: Report) -> str:
    """`counted`, and how much could not be checked."""
    return "; ".join(filter(None, (counted(report), failed(report))))


def failed(report: Report) -> str:
    """`2 document sets could not be checked`; nothing where all were, or where nothing was checked at all."""
    checked = report.documents or report.findings
    return f"{plural(len(report.errors), 'document set')} could not be checked" if report.errors and checked else ""


def again(report: Report) -> list[tuple[Location, list[Location]]]:
    """What is to be translated again: each sentence of a source that changed, and where it stands in translations."""
    found: dict[Location, list[Location]] = {}
    for it in sorted(report.outdated, key=lambda it: (it.source.path, it.source.line, it.source.column)):
        found.setdefault(it.source, []).append(it.location)
    return [(source, sorted(places, key=lambda it: (it.lang, it.line, it.column))) for source, places in found.items()]


def relative(path: str) -> str:
    """The path without `./` and the like, as services that look a file up in a repository want it."""
    return posixpath.normpath(path) if path else path


def uri(path: str) -> str:
    """The path as a URI reference; an absolute one as a `file:` URI."""
    quoted = quote(relative(path), safe="/", errors="surrogatepass")
    return f"file://{quoted}" if quoted.startswith("/") else quoted
