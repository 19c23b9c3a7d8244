"""Rows that say the same are left alone; whatever may speak against one is judged."""

import pytest

from checker.corpus import check_rows
from checker.extraction import extract
from checker.model import Mention
from checker.rows import Row
from checker.settings import Settings
from checker.settled import settled


def _claims(language: str, text: str) -> tuple[Mention, ...]:
    return extract(text, language)


SAME = [
    (
        "The bridge is 120 metres long and cost 5 million euros.",
        "Die Brücke ist 120 Meter lang und kostete 5 Mio. Euro.",
    ),
    ("In May 2019 they built 12 boats.", "Im Mai 2019 bauten sie 12 Boote."),
    ("Nothing happened.", "Nichts geschah."),
]
OTHER = [
    ("The bridge is 120 metres long.", "Die Brücke ist 130 Meter lang."),
    ("It cost 5 million euros.", "Es kostete 5 Millionen Dollar."),
    ("Sales rose by 5 percent.", "Der Absatz sank um 5 Prozent."),
    ("Over 500 people came.", "500 Menschen kamen."),
    ("12 boats sank.", "Boote sanken."),
    ("It cost 1.6 million euros.", "Es kostete 1.6 Millionen Euro."),
    ("On Friday, 2 May 2023, it rained.", "Am Freitag, dem 2. Mai 2023, regnete es."),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_what_agrees_is_settled_and_has_no_finding(one: str, other: str) -> None:
    assert settled([_claims("en", one), _claims("de", other)])
    (result,) = check_rows([Row("1", {"en": one, "de": other})], Settings(source="en", rules_only=True))
    assert not result.findings


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_what_may_be_judged_is_not_settled(one: str, other: str) -> None:
    assert not settled([_claims("en", one), _claims("de", other)])


def test_no_versions_and_one_are_settled() -> None:
    assert settled([])
    assert settled([_claims("en", "12 boats sank.")])
