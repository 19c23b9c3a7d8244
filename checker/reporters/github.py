"""Workflow commands, which GitHub shows beside the lines of a pull request, and the summary of the job.

GitHub shows at most ten annotations of a level in a step; the rest is counted. Nothing from a document can begin
a line or hold a command.
"""

from collections.abc import Iterator

from checker.model import Finding, Level, Location, Report
from checker.reporters import Page
from checker.reporters._common import again, clean, concluded, plural, reason, relative, worst_first
from checker.reporters._markdown import fitting
from checker.terminal import defused

MOST = 10
"""Annotations of a level."""
LARGEST_SUMMARY = 900 * 1024
"""Bytes of the summary; GitHub takes 1 MiB of a step."""
SUMMARY = "GITHUB_STEP_SUMMARY"
"""The environment variable that names the summary's file."""

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}
_LONGEST = 4000
"""Characters of a message."""


def render(report: Report, page: Page) -> str:
    """The annotations, worst first, then a line that sums up; `page` changes nothing."""
    del page
    return "\n".join(map(defused, _lines(report))) + "\n"


def summary(report: Report) -> str:
    """The report as Markdown for the summary of the job."""
    return fitting(report, LARGEST_SUMMARY)


def _lines(report: Report) -> Iterator[str]:
    for error in sorted(report.errors)[:MOST]:
        yield f"::error title=checker%3A not checked::{_data(clean(error)[:_LONGEST])}"
    found = worst_first(report)
    for level, command in _COMMANDS.items():
        these = [finding for finding in found if finding.level is level]
        yield from (_annotation(command, finding) for finding in these[:MOST])
        if len(these) > MOST:
            yield f"and {plural(len(these) - MOST, f'more {level}')}"
    stale = [(source, at) for source, places in again(report) for at in places]
    yield from (_stale(source, at) for source, at in stale[:MOST])
    if len(stale) > MOST:
        yield f"and {plural(len(stale) - MOST, 'more sentence')} to translate again"
    yield f"checker: {concluded(report)}"


def _stale(source: Location, at: Location) -> str:
    where = f"file={_property(relative(at.path))},line={at.line},endLine={at.end_line}"
    text = f"translate again: {relative(source.path)}:{source.line} has changed: {clean(source.text)}"
    return f"::notice {where},title={_property(f'to translate again ({at.lang})')}::{_data(clean(text)[:_LONGEST])}"


def _annotation(command: str, finding: Finding) -> str:
    at = finding.location
    where: dict[str, str | int] = {"file": relative(at.path), "line": at.line, "endLine": at.end_line}
    if at.line == at.end_line:  # GitHub takes columns on one line only
        where |= {"col": at.column, "endColumn": at.end_column}
    where["title"] = f"{finding.rule} ({clean(at.lang)})"
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in where.items())
    return f"::{command} {properties}::{_data(reason(finding)[:_LONGEST])}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(clean(text)).replace(":", "%3A").replace(",", "%2C")
