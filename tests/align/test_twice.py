"""Claims that a version says twice: one of the places may drift, or both alike."""

import pytest

from checker.camps import camps, references
from tests.align.test_align import LANG, LONG, aligned, told, version


def test_what_a_drifting_place_should_agree_with_is_put_beside_it() -> None:
    one = version("en", [("It costs 5 million euros" + LONG, 1), ("So 5 million euros are paid" + LONG, 2)])
    two = version("de", [("Es kostet 5 Millionen Euro" + LANG, 1), ("Also werden 5 Milliarden Euro bezahlt" + LANG, 2)])
    facts = aligned(one, two)
    assert [sorted(row) for row in told(facts)] == [
        ["de:5 Millionen Euro", "en:5 million euros"],
        ["de:5 Milliarden Euro", "en:5 million euros"],
    ]
    assert [fact.wavering for fact in facts] == [frozenset(), frozenset({"de"})]


def test_a_version_that_contradicts_itself_makes_no_tie() -> None:
    one = version("en", [("It costs 5 million euros" + LONG, 1), ("So 5 million euros are paid" + LONG, 2)])
    two = version("de", [("Es kostet 5 Millionen Euro" + LANG, 1), ("Also werden 5 Milliarden Euro bezahlt" + LANG, 2)])
    (side,) = references(aligned(one, two)[1], None)
    assert side.languages == ("en",)


def test_a_value_that_is_said_again_stays_where_another_stands_in_the_same_sentence() -> None:
    one = version("en", [("It has 900 seats" + LONG, 1), ("Of the 900 seats 350 are upstairs" + LONG, 2)])
    two = version("de", [("Es hat 900 Plätze" + LANG, 1), ("Von den 900 Plätzen sind 320 oben" + LANG, 2)])
    rows = told(aligned(one, two))
    assert {"en:900", "de:900"} in rows
    assert {"en:350", "de:320"} in rows
    assert len(rows) == 2


def test_one_slip_in_two_places_is_one_claim() -> None:
    one = version(
        "en",
        [
            ("They paid 6.54 million euros" + LONG, 1),
            ("Nobody lives here" + LONG, 2),
            ("The 6.54 million euros" + LONG, 3),
        ],
    )
    two = version(
        "de",
        [
            ("Man zahlte 5,64 Millionen Euro" + LANG, 1),
            ("Hier wohnt keiner" + LANG, 2),
            ("5,64 Millionen Euro" + LANG, 3),
        ],
    )
    (fact,) = aligned(one, two)
    assert [len(claim.occurrences) for claim in fact.claims.values()] == [2, 2]


def test_two_claims_that_drift_alike_by_chance_stay_two() -> None:
    one = version(
        "en", [("Anna paid 40 euros" + LONG, 1), ("Nobody lives here" + LONG, 2), ("Ben paid 40 euros" + LONG, 3)]
    )
    two = version(
        "de", [("Anna zahlte 50 Euro" + LANG, 1), ("Hier wohnt keiner" + LANG, 2), ("Ben zahlte 50 Euro" + LANG, 3)]
    )
    assert len(aligned(one, two)) == 2


def test_a_version_that_wavers_in_one_place_wavers_in_the_claim_that_both_make() -> None:
    lines = ["It cost 6.54 million euros", "The 6.54 million euros were lent", "The 6.54 million euros are paid back"]
    other = ["Es kostete 5,64 Millionen Euro", "5,64 Millionen Euro lieh man", "6,54 Millionen Euro sind zurück"]
    one = version("en", [(line + LONG, place) for place, line in enumerate(lines, 1)])
    two = version("de", [(line + LANG, place) for place, line in enumerate(other, 1)])
    drifting = [fact for fact in aligned(one, two) if len(camps(fact)) > 1]
    assert [(fact.wavering, len(fact.claims["de"].occurrences)) for fact in drifting] == [(frozenset({"de"}), 2)]


@pytest.mark.parametrize(
    ("en", "de", "wavering"),
    [
        (("It has 24 doors", "Also 24 windows"), ("Es hat 12 Türen", "Auch 24 Fenster"), {"de"}),
        (("It has two dozen doors", "Also 26 windows"), ("Es hat ein Dutzend Türen", "Auch 26 Fenster"), set()),
        (
            ("It costs €2.50 per hour", "Also €1,800 per month"),
            ("Es kostet 2,50 Euro pro Tag", "Auch 1800 Euro im Monat"),
            set(),
        ),
        (("It lost half", "Then a third goes to research"), ("Es verlor ein Drittel", "Ein Drittel geht weg"), set()),
    ],
)
def test_only_the_very_same_value_elsewhere_is_a_contradiction(
    en: tuple[str, str], de: tuple[str, str], wavering: set[str]
) -> None:
    one = version("en", [(line + LONG, place) for place, line in enumerate(en, 1)])
    two = version("de", [(line + LANG, place) for place, line in enumerate(de, 1)])
    assert frozenset().union(*(fact.wavering for fact in aligned(one, two))) == wavering


def test_one_version_that_says_a_value_of_another_claim_makes_the_others_no_liars() -> None:
    right = {"en": ("It has 24 doors", "Also 36 windows"), "nl": ("Het heeft 24 deuren", "Ook 36 ramen")}
    wrong = version("de", [("Es hat 36 Türen" + LANG, 1), ("Auch 36 Fenster" + LANG, 2)])
    others = [version(code, [(line + LONG, at) for at, line in enumerate(lines, 1)]) for code, lines in right.items()]
    facts = aligned(*others, wrong)
    assert {fact.wavering for fact in facts} == {frozenset()}
    drifting = [fact for fact in facts if len(camps(fact)) > 1]
    assert [side.languages for fact in drifting for side in references(fact, None)] in ([("en", "nl")], [])


def test_a_small_number_that_stands_elsewhere_is_no_contradiction() -> None:
    one = version("en", [("It has 3 doors" + LONG, 1), ("It has 3 windows" + LONG, 2)])
    two = version("de", [("Es hat 3 Türen" + LANG, 1), ("Es hat 4 Fenster" + LANG, 2)])
    assert {fact.wavering for fact in aligned(one, two)} == {frozenset()}
