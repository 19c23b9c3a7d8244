"""Every rule of the contract has its page, and the documentation is made from the pages."""

from pathlib import Path

import pytest

from checker.corpus import check_rows
from checker.errors import UsageError
from checker.model import Rule
from checker.rows import Row
from checker.rules import FOLDER, book, named, page
from checker.settings import Settings, language_tag

DOCS = Path(__file__).parents[1] / "docs" / "rules.md"


def test_the_pages_are_the_rules() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} == {str(rule) for rule in Rule}


@pytest.mark.parametrize("rule", Rule)
def test_a_page_says_all_and_shows_it_in_two_languages(rule: Rule) -> None:
    found = page(rule)
    assert all(len(text) > 60 for text in (found.means, found.why, found.looks, found.mend))
    assert len(found.bad) >= 2
    assert found.bad.keys() == found.good.keys()
    assert found.bad != found.good
    assert all(language_tag(language) == language for language in found.bad)


@pytest.mark.parametrize("rule", [rule for rule in Rule if rule is not Rule.SUBJECT])
def test_the_check_itself_finds_the_bad_example_and_passes_the_good_one(rule: Rule) -> None:
    """Without the model, which alone finds `subject-drift`."""
    found = page(rule)
    rows = [Row("bad", found.bad), Row("good", found.good)]
    bad, good = check_rows(rows, Settings(source=next(iter(found.bad)), rules_only=True))
    assert rule in {finding.rule for finding in bad.findings}
    assert not good.findings


def test_an_unknown_rule_is_answered_with_the_likely_one() -> None:
    with pytest.raises(UsageError, match=r"unknown rule 'value-drfit'; did you mean 'value-drift'\?"):
        named("value-drfit")
    assert named("Value_Drift").rule is Rule.VALUE


def test_the_documentation_is_what_explain_prints() -> None:
    """`checker explain --markdown > docs/rules.md`"""
    assert DOCS.read_text(encoding="utf-8") == book()
