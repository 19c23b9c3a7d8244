"""Markdown for a comment on a pull request."""

from checker.model import Report
from checker.reporters import Page
from checker.reporters._markdown import fitting

LARGEST = 60_000
"""Bytes of a comment; GitHub takes 65 536 characters."""


def render(report: Report, page: Page) -> str:
    """The report as a comment; `page` changes nothing."""
    del page
    return fitting(report, LARGEST)
