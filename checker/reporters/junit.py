"""JUnit XML: a suite for each document, a case for each claim, a failure for each drift; notes are output.

A claim is skipped of which all that was found was set aside, by a comment or the baseline.

There is no clock in a report, so no times.
"""

from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from checker.jsonform import finding_order, natural
from checker.model import Dismissed, Finding, Ground, Level, Report, ReportClaim
from checker.reporters import Page
from checker.reporters._common import claims_of, clean, drifts_of, ordered, reason, relative
from checker.show import show
from checker.terminal import defused, squeezed

_ELSEWHERE = "checker"
"""The suite of what could not be checked."""
_CUT = 80
"""Characters of a sentence on either side of the words."""


class _Suite:
    """Lines of cases, and how many there are of each kind."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: list[str] = []
        self.tests = self.failures = self.errors = self.skipped = 0

    def case(
        self,
        name: str,
        failures: Iterable[str] = (),
        errors: Iterable[str] = (),
        said: str = "",
        aside: Sequence[str] = (),
    ) -> None:
        """A case with its failures, its errors, what it says beside and, where nothing failed, what was set aside."""
        failed, broken = list(failures), list(errors)
        skipped = [f"      <skipped {_attributes(message='; '.join(aside))}/>"] if aside and not failed else []
        self.tests += 1
        self.failures += bool(failed)
        self.errors += bool(broken)
        self.skipped += bool(skipped)
        output = [f"      <system-out>{escape(said)}</system-out>"] if said else []
        inner = [*failed, *broken, *skipped, *output]
        head = f"    <testcase {_attributes(name=name, classname=self.name)}"
        self.lines += [f"{head}>", *inner, "    </testcase>"] if inner else [f"{head}/>"]

    def text(self) -> Iterator[str]:
        """The suite's lines."""
        counts = {"tests": self.tests, "failures": self.failures, "errors": self.errors, "skipped": self.skipped}
        yield f"  <testsuite {_attributes(name=self.name, **counts)}>"
        yield from self.lines
        yield "  </testsuite>"


def render(report: Report, page: Page) -> str:
    """The whole report; `page` changes nothing."""
    del page
    suites = [*_documents(report), *_errors(report)]
    tests, failures, errors = (sum(getattr(it, of) for it in suites) for of in ("tests", "failures", "errors"))
    head = _attributes(name="checker", tests=tests, failures=failures, errors=errors)
    lines = [line for suite in suites for line in suite.text()]
    text = "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', f"<testsuites {head}>", *lines, "</testsuites>", ""])
    return defused(text, "&#91;")


def _documents(report: Report) -> Iterator[_Suite]:
    findings: dict[str, dict[str, list[Finding]]] = {it.id: {} for it in report.documents}
    claims = claims_of(report)
    for document, claim in claims:
        findings.setdefault(document, {}).setdefault(claim, [])
    for finding in ordered(report):
        findings.setdefault(finding.document, {}).setdefault(finding.claim, []).append(finding)
    aside: dict[tuple[str, str], list[Dismissed]] = {}
    for dismissed in sorted(report.dismissed, key=lambda it: finding_order(it.finding)):
        finding = dismissed.finding
        aside.setdefault((finding.document, finding.claim), []).append(dismissed)
        findings.setdefault(finding.document, {}).setdefault(finding.claim, [])
    for document in sorted(findings, key=natural):
        suite = _Suite(clean(document) or _ELSEWHERE)
        for claim in sorted(findings[document], key=natural):
            key = document, claim
            _case(suite, claim, claims.get(key), findings[document][claim], aside.get(key, ()))
        yield suite


def _case(
    suite: _Suite, name: str, claim: ReportClaim | None, findings: list[Finding], aside: Sequence[Dismissed]
) -> None:
    notes = [f"note: {_where(it)}: {reason(it)}" for it in findings if it.level is Level.NOTE]
    label = clean(claim.label) if claim else ""
    failures = [_failure(finding, claim) for finding in drifts_of(findings)]
    suite.case(
        f"{clean(name)}: {label}" if label else clean(name),
        failures,
        said="\n".join(notes),
        aside=[_set_aside(it) for it in aside],
    )


def _set_aside(dismissed: Dismissed) -> str:
    finding, why = dismissed.finding, clean(dismissed.reason) or "no reason given"
    ground = {Ground.COMMENT: "by a comment", Ground.BASELINE: "known in the baseline"}[dismissed.by]
    return f"{_where(finding)}: {finding.rule} set aside {ground} ({why})"


def _failure(finding: Finding, claim: ReportClaim | None) -> str:
    what = _attributes(message=f"{_where(finding)}: {reason(finding)}", type=f"{finding.level}: {finding.rule}")
    return f"      <failure {what}>{escape(_versions(finding, claim))}</failure>"


def _versions(finding: Finding, claim: ReportClaim | None) -> str:
    """The claim in every version, a line each."""
    lines = [f"{_where(finding)} {clean(finding.location.text)}".rstrip()] if claim is None else []
    for it in sorted(claim.mentions, key=lambda it: it.location.lang) if claim else ():
        at = it.location
        sentence = squeezed(it.before[-_CUT:] + f"**{at.text.strip()}**" + it.after[:_CUT]).strip()
        value = clean(show(it.value, claim.kind if claim else None))
        lines.append(f"{clean(at.lang)} {clean(relative(at.path))}:{at.line}:{at.column} {sentence} [{value}]")
    return "\n".join(lines)


def _where(finding: Finding) -> str:
    at = finding.location
    return f"{clean(relative(at.path))}:{at.line}:{at.column}"


def _attributes(**values: str | int) -> str:
    return " ".join(f"{name}={quoteattr(str(value))}" for name, value in values.items())


def _errors(report: Report) -> Iterator[_Suite]:
    if report.errors:
        suite = _Suite(_ELSEWHERE)
        for error in sorted(map(clean, report.errors)):
            suite.case(error, errors=[f"      <error {_attributes(message=error, type='not checked')}/>"])
        yield suite
