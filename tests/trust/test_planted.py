"""A document against itself is clean in every language, and one planted drift is found."""

from collections.abc import Callable

import pytest

from checker import languages, readers, selftest
from checker.model import Document, Rule
from checker.pipeline import check_set
from checker.selftest import Outcome
from checker.settings import Settings
from tests.documents import FOLDER
from tests.trust.amounts import amounts

RULES = Settings(rules_only=True, cache=False)
FOUND = 0.95
"""Share of the planted drifts of value, scale, date and name that are found, rules only."""


@pytest.mark.parametrize("code", languages.codes())
def test_a_document_against_itself_is_clean(code: str) -> None:
    text = "\n\n".join(example["text"] for example in languages.read(code)["examples"])
    blocks, ignored = readers.parse(text, ".txt")
    twins = {each: Document(each, f"{each}.txt", text, blocks, ignored) for each in (code, f"{code}-x-twin")}
    assert [it.message for it in check_set("it", twins, RULES, None).findings if it.rule is not Rule.FORMAT] == []


@amounts("limit", 2, 40)
def test_a_planted_drift_is_found(limit: int, figure: Callable[[str], None]) -> None:
    rules = {Rule.VALUE, Rule.SCALE, Rule.DATE, Rule.NAME}
    trials = selftest.run([str(FOLDER)], RULES, limit=limit, seed=4).trials
    chosen = [trial for trial in trials if trial.rule in rules]
    caught = [trial for trial in chosen if trial.outcome in (Outcome.CAUGHT, Outcome.ELSEWHERE)]
    figure(f"{len(caught)} of {len(chosen)} found: {len(caught) / len(chosen):.1%}")
    assert len(caught) >= FOUND * len(chosen)
