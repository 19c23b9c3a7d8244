"""reviewdog's diagnostic format (`reviewdog -f=rdjson`).

It counts columns in bytes of the line. Where a finding knows them its range is exact and its suggestion can be applied;
else the range names whole lines, and the suggestion is said in the message alone.
"""

from checker.jsonform import Json, dumped
from checker.model import Finding, Level, Report
from checker.reporters import Page
from checker.reporters._common import clean, ordered, reason, relative

_SEVERITIES = {Level.ERROR: "ERROR", Level.WARNING: "WARNING", Level.NOTE: "INFO"}


def render(report: Report, page: Page) -> str:
    """The whole report; `page` changes nothing."""
    del page
    diagnostics = [_diagnostic(finding) for finding in ordered(report)]
    return dumped({"source": {"name": "checker"}, "diagnostics": diagnostics}, indent=2)


def _diagnostic(finding: Finding) -> Json:
    at = finding.location
    start, end = finding.byte_columns or (None, None)
    place: Json = {"start": _position(at.line, start), "end": _position(at.end_line, end)}
    fix: Json = {"range": place, "text": clean(finding.suggestion)}
    return {
        "message": f"{clean(at.lang)}:{at.line}:{at.column}: {reason(finding)}",
        "location": {"path": relative(at.path), "range": place},
        "severity": _SEVERITIES[finding.level],
        "code": {"value": str(finding.rule)},
        **({"suggestions": [fix]} if finding.suggestion is not None and start is not None else {}),
    }


def _position(line: int, column: int | None) -> Json:
    return {"line": line} if column is None else {"line": line, "column": column}
