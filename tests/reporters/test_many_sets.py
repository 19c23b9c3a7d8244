"""A report on many document sets: each is looked for once, not in all of what was found."""

from dataclasses import replace

import pytest

from checker.benchmarks.timing import spent
from checker.model import Report
from checker.reporters import Page, Render, load, names
from tests.reporters.conftest import drifting_report


def many_sets(report: Report, count: int) -> Report:
    """So many document sets, each with what the report's first one has."""
    ids = [f"harbour/{number}" for number in range(count)]
    return replace(
        report,
        documents=tuple(replace(report.documents[0], id=name) for name in ids),
        claims=tuple(replace(claim, document=name) for name in ids for claim in report.claims),
        findings=tuple(replace(finding, document=name) for name in ids for finding in report.findings),
        coverage=(),
    )


def seconds(render: Render, report: Report) -> float:
    return spent(lambda: render(report, Page()))


@pytest.mark.parametrize("form", names())
def test_four_times_the_sets_take_some_four_times_as_long(form: str) -> None:
    few, more = (many_sets(drifting_report(), count) for count in (25, 100))
    render = load(form)
    factor = min(seconds(render, more) / max(seconds(render, few), 0.002) for _ in range(4))
    assert factor < 8, "sixteen times, were each set looked for in all that was found"


@pytest.mark.parametrize("form", ["text", "html", "json", "csv"])
def test_every_set_is_there(form: str) -> None:
    text = load(form)(many_sets(drifting_report(), 12), Page())
    assert all(f"harbour/{number}" in text for number in range(12))
