"""Small document sets with what must be said of them; a new case is new data in fixtures/judgement.toml."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.documents import ROOT, alarms, check

CASES = tomllib.loads((ROOT / "fixtures" / "judgement.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_set_is_judged_as_its_case_says(case: dict[str, Any], tmp_path: Path) -> None:
    paths = {}
    for language, text in case["texts"].items():
        paths[language] = tmp_path / f"{language}.txt"
        paths[language].write_text(text + "\n", "utf-8")
    found = [f"{finding.rule.value} {finding.location.lang}" for finding in alarms(check(paths, case.get("source")))]
    assert sorted(found) == sorted(case["findings"])
