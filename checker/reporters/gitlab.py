"""GitLab's Code Quality report: one JSON list, an object for each finding."""

from collections import Counter

from checker.model import Level, Report
from checker.reporters import Page
from checker.reporters._common import clean, ordered, reason, relative
from checker.reporters.json import Json, dumped

_SEVERITIES = {Level.ERROR: "critical", Level.WARNING: "major", Level.NOTE: "info"}


def render(report: Report, page: Page) -> str:
    """The whole report; `page` changes nothing."""
    del page
    seen: Counter[str] = Counter()
    issues: list[Json] = []
    for finding in ordered(report):
        at = finding.location
        seen[finding.fingerprint] += 1
        again = seen[finding.fingerprint]
        issues.append(
            {
                "description": f"{clean(at.lang)}: {reason(finding)}",
                "check_name": str(finding.rule),
                # Of two issues with one fingerprint only the first is shown.
                "fingerprint": finding.fingerprint + (f"-{again}" if again > 1 else ""),
                "severity": _SEVERITIES[finding.level],
                "location": {"path": relative(at.path), "lines": {"begin": at.line, "end": at.end_line}},
            }
        )
    return dumped(issues, indent=2)
