"""Rows: most take one look; the model is asked about many at a time, and not again about those that were sound."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as bounds
from hypothesis import strategies as st

from checker.corpus import checking
from checker.rows import Row, is_plain, paragraph
from checker.settings import Settings
from tests.corpus.made import RULES


def test_the_model_is_asked_about_many_rows_and_says_the_same(tmp_path: Path) -> None:
    settings = replace(RULES, rules_only=False, cache=False)
    rows = [
        Row(
            str(n),
            {"en": f"The mast costs {n} million dollars.", "de": f"Der Mast kostet {n + n % 2} Millionen Dollar."},
        )
        for n in range(2, 8)
    ]
    together = list(checking.check_rows(rows, settings))
    alone = [result for row in rows for result in checking.check_rows([row], settings)]
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


TEXTS = ("It took {} days.", "A quiet day.", "In {} over 500 people paid $3.5 million.", "Read {{0}} of {} pages <b/>.")
NEVER = "no text says this"


@bounds(deadline=None, max_examples=50)
@given(st.lists(st.tuples(st.sampled_from(TEXTS), st.integers(0, 2100), st.sampled_from((0, 0, 1, 7))), max_size=4))
def test_one_look_says_what_a_closer_one_does(made: list[tuple[str, int, int]]) -> None:
    rows = [
        Row(str(at), {"en": text.format(number), "de": text.format(number + wrong)})
        for at, (text, number, wrong) in enumerate(made)
    ]
    closer = replace(RULES, ignore=(NEVER,))
    assert list(checking.check_rows(rows, RULES)) == list(checking.check_rows(rows, closer))


def test_rows_that_say_the_same_take_one_look(monkeypatch: pytest.MonkeyPatch) -> None:
    def closer(*_: object) -> None:
        pytest.fail("looked closer")

    monkeypatch.setattr(checking._Ready, "of", closer)
    rows = [
        Row("1", {"en": "It took 5 days.", "de": "Es dauerte 5 Tage."}),
        Row("2", {"en": "A quiet day.", "de": "Ein ruhiger Tag."}),
        Row("3", {"en": "", "de": ""}),
    ]
    assert [result.claims for result in checking.check_rows(rows, RULES)] == [2, 0, 0]


@given(st.text(alphabet="ab 1.%d{}<x/>$", max_size=30))
def test_what_is_plain_is_its_own_paragraph(text: str) -> None:
    if is_plain(text):
        (block,) = paragraph("en", text).blocks
        assert block.text == text
