"""GitLab's Code Quality report: one JSON list, an object for each finding."""

import hashlib
from collections import Counter

from checker.jsonform import Json, dumped
from checker.model import Level, Report
from checker.reporters import Page
from checker.reporters._common import clean, ordered, reason, relative

_SEVERITIES = {Level.ERROR: "critical", Level.WARNING: "major", Level.NOTE: "info"}


def render(report: Report, page: Page) -> str:
    """The whole report; `page` changes nothing."""
    del page
    seen: Counter[str] = Counter()
    issues: list[Json] = []
    for finding in ordered(report):
        at = finding.location
        # Equal findings of two documents have one fingerprint, and of two issues with one only the first is shown.
        key = hashlib.sha256(
            f"{finding.document}|{finding.fingerprint}".encode("utf-8", "backslashreplace")
        ).hexdigest()
        seen[key] += 1
        again = seen[key]
        issues.append(
            {
                "description": f"{clean(at.lang)}: {reason(finding)}",
                "check_name": str(finding.rule),
                "fingerprint": key[:32] + (f"-{again}" if again > 1 else ""),
                "severity": _SEVERITIES[finding.level],
                "location": {"path": relative(at.path), "lines": {"begin": at.line, "end": at.end_line}},
            }
        )
    return dumped(issues, indent=2)
