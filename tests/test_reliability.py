"""Reliability grades findings by known answers."""

import gzip
import json
from pathlib import Path

import pytest

from checker import cli
from checker.benchmarks.reliability import Graded, documents, error, table, translations
from checker.errors import InputError
from checker.model import Level, Rule
from checker.settings import Settings

RULES = Settings(rules_only=True)


def graded(confidence: float, right: bool, level: Level = Level.WARNING) -> Graded:
    return Graded(Rule.VALUE, level, confidence, right, confidence)


def test_confidence_that_is_met_has_no_error() -> None:
    assert error([graded(0.75, right=number % 4 > 0) for number in range(8)]) == pytest.approx(0)
    assert error([graded(0.75, right=False)] * 4) == pytest.approx(0.75)
    assert error([]) == 0


def test_errors_of_two_bins_do_not_cancel() -> None:
    assert error([graded(0.65, right=True), graded(0.95, right=False)]) == pytest.approx((0.35 + 0.95) / 2)


def test_warnings_and_notes_are_told_apart() -> None:
    found = table([graded(0.95, right=True), graded(0.55, right=False, level=Level.NOTE)]).splitlines()
    assert found[0].startswith("warnings and errors")
    assert found[1].split() == ["0.9–1.0", "1", "0.95", "1.00", "0.050"]
    assert found[4].startswith("notes")


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    (tmp_path / "en.md").write_text("The hall, 45 metres long and 20 metres wide, seats 800.\n", encoding="utf-8")
    (tmp_path / "de.md").write_text(
        "Der Saal ist 45 Meter lang und 30 Meter breit und hat 900 Plätze.\n", encoding="utf-8"
    )
    claims = [
        {"id": "c1", "mentions": {"en": "800", "de": "900"}},
        {"id": "c2", "mentions": {"en": "45 metres", "de": "45 Meter"}},
    ]
    drifts = [{"claim": "c1", "lang": "de", "rule": "value-drift"}]
    gold = {"id": "hall", "source": "en", "claims": claims, "findings": drifts}
    (tmp_path / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return tmp_path


def test_a_finding_is_right_where_the_answers_have_it(answers: Path) -> None:
    found = {(it.rule, it.right) for it in documents(answers, RULES) if it.level is not Level.NOTE}
    assert (Rule.VALUE, True) in found
    assert (Rule.VALUE, False) in found  # 30 for 20, which these answers do not know


def test_answers_that_make_no_sense_are_refused(tmp_path: Path) -> None:
    (tmp_path / "gold.json").write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match="no answers"):
        list(documents(tmp_path, RULES))


def test_what_a_planted_change_brings_about_is_right_and_the_rest_is_not(tmp_path: Path) -> None:
    texts = {
        "eng": ["The bridge is 250 metres long.", "It cost 3.4 million euros.", "More than 4,500 people came."],
        "deu": ["Die Brücke ist 250 Meter lang.", "Sie kostete 3,4 Millionen Euro.", "Mehr als 7.500 Menschen kamen."],
    }
    for name, words in texts.items():
        with gzip.open(tmp_path / f"{name}.txt.gz", "wt", encoding="utf-8") as file:
            file.write("".join(line + "\n" for line in words))
    found = list(translations(tmp_path, "eng", ["deu"], RULES, 13))
    assert any(it.right for it in found)
    assert any(not it.right for it in found)


def test_the_command_prints_a_signed_table(answers: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["benchmark", "reliability", str(answers), "--rules-only"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith("checker:")
    assert out[1].startswith("warnings and errors")
