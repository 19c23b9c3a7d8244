"""Rows with the model: asked about many at a time, and not again about those that were sound."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from checker.corpus import checking
from checker.rows import Row
from checker.settings import Settings
from tests.corpus.made import RULES


def test_the_model_is_asked_about_many_rows_and_says_the_same(tmp_path: Path) -> None:
    settings = replace(RULES, rules_only=False, cache=False)
    given = [
        Row(
            str(n),
            {"en": f"The mast costs {n} million dollars.", "de": f"Der Mast kostet {n + n % 2} Millionen Dollar."},
        )
        for n in range(2, 8)
    ]
    together = list(checking.check_rows(given, settings))
    alone = [result for row in given for result in checking.check_rows([row], settings)]
    assert together == alone
    assert [bool(result.findings) for result in together] == [False, True] * 3
    assert all(finding.nli for result in together for finding in result.findings)


def test_what_was_sound_is_not_gone_through_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    done: list[str] = []
    version = checking._version
    monkeypatch.setattr(checking, "_version", lambda row, *more: done.append(row.id) or version(row, *more))

    def found(settings: Settings, drifted: int = 4) -> list[checking.RowResult]:
        done.clear()
        texts = [(f"It took {n} days.", f"Es dauerte {n + (n == drifted)} Tage.") for n in range(2, 8)]
        rows = [Row(str(n), {"en": one, "de": two}) for n, (one, two) in enumerate(texts, 2)]
        return list(checking.check_rows(rows, settings))

    settings = replace(RULES, rules_only=False)
    first = found(settings)
    assert len(set(done)) == 6
    assert found(settings) == first
    assert set(done) == {"4"}  # the one with a finding
    changed = found(settings, drifted=5)
    assert set(done) == {"4", "5"}
    assert [bool(result.findings) for result in changed] == [False, False, False, True, False, False]
    found(replace(settings, tolerance=replace(settings.tolerance, about=Decimal("0.5"))))
    assert len(set(done)) == 6
    found(replace(settings, cache=False))
    assert len(set(done)) == 6
