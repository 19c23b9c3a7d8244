"""A row for each finding, for spreadsheets (RFC 4180, UTF-8); no cell starts a formula."""

import csv
import io
import re

from checker.model import Finding, Report
from checker.reporters import Page
from checker.reporters._common import clean, ordered, relative
from checker.terminal import defused

COLUMNS = (
    "level",
    "rule",
    "document",
    "claim",
    "lang",
    "path",
    "line",
    "column",
    "end_line",
    "end_column",
    "text",
    "message",
    "expected",
    "found",
    "suggestion",
    "confidence",
    "fingerprint",
)
_FORMULA = re.compile(r"(^|;)(?=[\s\"']*[=+\-@＝＋－＠])")
"""A start of a cell, or of what a spreadsheet that parts at semicolons takes for one."""


def render(report: Report, page: Page) -> str:
    """The whole report; `page` changes nothing."""
    del page
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    rows.writerows(map(_row, ordered(report)))
    return text.getvalue()


def _row(finding: Finding) -> list[str | int]:
    at = finding.location
    return [
        *map(_cell, (finding.level, finding.rule, finding.document, finding.claim, at.lang, relative(at.path))),
        *(at.line, at.column, at.end_line, at.end_column),
        *map(_cell, (at.text, finding.message, finding.expected, finding.found, finding.suggestion)),
        f"{finding.confidence:.2f}",
        _cell(finding.fingerprint),
    ]


def _cell(text: str | None) -> str:
    """The text on one line; an apostrophe makes a formula plain text, a space a build server's command."""
    return defused(_FORMULA.sub(r"\1'", clean(text)))
