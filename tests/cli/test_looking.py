"""`checker explain` and `checker languages`."""

import pytest

from checker.model import Kind, Rule
from tests.cli.stub import Run


def test_explain_lists_the_rules_and_explains_one(run: Run) -> None:
    assert all(str(rule) in run("explain")[1] for rule in Rule)
    code, out, _ = run("explain", "scale-drift")
    assert code == 0
    assert "Milliarden" in out
    assert "Billionen" in out
    assert run("explain", "scale-drift", "--markdown")[1].startswith("## `scale-drift`")


def test_languages_are_a_table(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def coverage(progress: object) -> list[tuple[str, str, dict[Kind, object]]]:
        return [("de", "German", {Kind.MONEY: 12, Kind.DATE: 0.974}), ("fil", "Filipino", {})]

    monkeypatch.setattr("checker.coverage.coverage", coverage)
    code, out, _ = run("languages")
    header, german, filipino = out.splitlines()
    assert code == 0
    assert header.split() == ["code", "language", *Kind]
    assert german.split() == ["de", "German", "12", *"––––", "97%", *"–––"]
    assert filipino.split() == ["fil", "Filipino", *"–––––––––"]
