"""reviewdog's diagnostic format (`reviewdog -f=rdjson`).

It counts columns in bytes of the line, which a report in code points does not know: a range names whole lines,
and a suggestion, which would need the columns, is said in the message.
"""

from checker.model import Finding, Level, Report
from checker.reporters import Page
from checker.reporters._common import clean, ordered, reason, relative
from checker.reporters.json import Json, dumped

_SEVERITIES = {Level.ERROR: "ERROR", Level.WARNING: "WARNING", Level.NOTE: "INFO"}


def render(report: Report, page: Page) -> str:
    """The whole report; `page` changes nothing."""
    del page
    diagnostics = [_diagnostic(finding) for finding in ordered(report)]
    return dumped({"source": {"name": "checker"}, "diagnostics": diagnostics}, indent=2)


def _diagnostic(finding: Finding) -> Json:
    at = finding.location
    lines = {"start": {"line": at.line}, "end": {"line": at.end_line}}
    return {
        "message": f"{clean(at.lang)}:{at.line}:{at.column}: {reason(finding)}",
        "location": {"path": relative(at.path), "range": lines},
        "severity": _SEVERITIES[finding.level],
        "code": {"value": str(finding.rule)},
    }
