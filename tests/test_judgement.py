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
        paths[language] = tmp_path / f"{language}{case.get('suffix', '.txt')}"
        paths[language].write_text(text + "\n", "utf-8")
    report = check(paths, case.get("source"))
    assert sorted(_told(alarms(report))) == sorted(case["findings"])
    if "notes" in case:
        notes = [finding for finding in report.findings if finding.level is Level.NOTE]
        assert sorted(_told(notes)) == sorted(case["notes"])
    assert all(0 < finding.confidence < 1 for finding in report.findings)


def _told(findings: Iterable[Finding]) -> list[str]:
    return [f"{finding.rule.value} {finding.location.lang}" for finding in findings]


def test_an_omission_says_whether_the_sentence_is_there(tmp_path: Path) -> None:
    texts = {
        "en": "The ferry carries 240 passengers and 36 cars. It was built in 1987 for 12.5 million euros.",
        "es": "El ferri lleva 240 pasajeros y coches. Se construyó en 1987 por 12,5 millones de euros.",
        "it": "Il traghetto trasporta 240 passeggeri e 36 auto.",
    }
    paths = {}
    for language, text in texts.items():
        paths[language] = tmp_path / f"{language}.txt"
        paths[language].write_text(text + "\n", "utf-8")
    told = {(it.location.lang, it.expected): it.message for it in check(paths, "en").findings}
    assert told["es", "36"].endswith("missing in Spanish; the rest of its sentence is there")
    assert told["it", "12 500 000 EUR"].endswith("missing in Italian; the whole sentence seems to be missing")
