"""Thresholds are chosen on all sets but one, and left as they were."""

import json
from pathlib import Path

import pytest

from checker import cli
from checker.benchmarks.thresholds import THRESHOLDS, Count, best, measure, table
from checker.errors import InputError
from checker.settings import Settings

RULES = Settings(rules_only=True)


def test_every_threshold_is_there_and_its_values_lie_around_it() -> None:
    for threshold in THRESHOLDS:
        assert threshold.values[0] <= threshold.chosen <= threshold.values[-1], threshold.name


def test_of_values_that_do_equally_well_the_middle_one_is_chosen() -> None:
    good, bad = Count(found=4), Count(found=2, missed=2)
    assert best({"one": {0.1: bad, 0.2: good, 0.3: good, 0.4: good, 0.5: bad}}) == 0.3


def test_what_is_best_for_all_outweighs_what_is_best_for_one() -> None:
    one = {0.1: Count(found=9), 0.2: Count(found=8, false=1)}
    other = {0.1: Count(found=5, false=6), 0.2: Count(found=5)}
    assert best({"one": one}) == 0.1
    assert best({"one": one, "other": other}) == 0.2


def test_a_set_without_drifts_on_which_nothing_is_said_is_perfect() -> None:
    assert Count().f1 == 1
    assert Count(false=1).f1 == 0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "en.md").write_text("The quarry is 45 metres deep and employs 380 people.\n", encoding="utf-8")
    (tmp_path / "it.md").write_text("La cava è profonda 45 metri e dà lavoro a 830 persone.\n", encoding="utf-8")
    claims = [{"id": "staff", "mentions": {"en": "380", "it": "830"}}]
    drifts = [{"claim": "staff", "lang": "it", "rule": "value-drift"}]
    gold = {"id": "quarry", "source": "en", "claims": claims, "findings": drifts}
    (tmp_path / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return tmp_path


def test_each_value_is_tried_and_none_stays(folder: Path) -> None:
    before = [threshold.chosen for threshold in THRESHOLDS]
    found = measure([folder], RULES)
    assert [threshold.chosen for threshold in THRESHOLDS] == before
    assert not any(threshold.asks for threshold in found)
    for threshold, counts in found.items():
        assert list(counts[folder.name]) == list(threshold.values)
        assert counts[folder.name][threshold.values[0]] == Count(found=1)
    assert "align.links.DRIFTED" in table(found)


def test_a_folder_without_answers_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no answers"):
        measure([tmp_path], RULES)


def test_the_command_prints_a_signed_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["benchmark", "thresholds", str(folder), "--rules-only"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith("checker:")
    assert out[1].startswith("align.links.AGREED = ")
