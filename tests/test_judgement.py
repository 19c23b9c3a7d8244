"""Small document sets with what must be said of them; a new case is new data in fixtures/judgement.toml."""

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from checker.model import Finding, Level
from tests.documents import ROOT, alarms, check

CASES = tomllib.loads((ROOT / "fixtures" / "judgement.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_set_is_judged_as_its_case_says(case: dict[str, Any], tmp_path: Path) -> None:
    paths = {}
    for language, text in case["texts"].items():
        paths[language] = tmp_path / f"{language}.txt"
        paths[language].write_text(text + "\n", "utf-8")
    report = check(paths, case.get("source"))
    assert sorted(_told(alarms(report))) == sorted(case["findings"])
    if "notes" in case:
        notes = [finding for finding in report.findings if finding.level is Level.NOTE]
        assert sorted(_told(notes)) == sorted(case["notes"])


def _told(findings: Iterable[Finding]) -> list[str]:
    return [f"{finding.rule.value} {finding.location.lang}" for finding in findings]
