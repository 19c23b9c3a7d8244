"""What is said of one fact, word by word: which version, by which rule, how gravely, how surely."""

import tomllib
from typing import Any

import pytest

from tests.documents import ROOT
from tests.judge.test_levels import verdicts

CASES = tomllib.loads((ROOT / "fixtures" / "verdicts.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[" / ".join(case["texts"].values()) for case in CASES])
def test_what_is_told(case: dict[str, Any]) -> None:
    found = verdicts(case["texts"], tuple(case.get("missing", ())), case.get("source"))
    assert [f"{it.language} {it.rule} {it.level} {it.confidence}: {it.message}" for it in found] == case["told"]
