"""Equal amounts that are of unlike things: percent and points, per day and per person, one number of a fraction."""

import pytest

from checker.hidden import holds
from checker.judge.denominators import denominators
from checker.judge.terms import Terms
from checker.model import Level, Rule
from checker.pipeline import default_level
from tests.judge.test_levels import verdicts

POINTS = "It fell by 5 percentage points."
PERCENT = "Es sank um 5 Prozent."


def told(texts: dict[str, str], source: str | None = None) -> list[tuple[str, Rule, Level]]:
    return [(it.language, it.rule, it.level) for it in verdicts(texts, (), source)]


def test_percent_against_points_is_a_note_of_two_and_a_drift_of_one_against_two() -> None:
    notes = [("de", Rule.UNIT, Level.NOTE), ("en", Rule.UNIT, Level.NOTE)]
    assert sorted(told({"en": POINTS, "de": PERCENT})) == notes
    assert told({"en": POINTS, "de": PERCENT}, "en") == [("de", Rule.UNIT, Level.NOTE)]
    several = {"en": POINTS, "de": PERCENT, "fr": "Il a baissé de 5 points de pourcentage."}
    assert told(several) == [("de", Rule.UNIT, Level.ERROR)]
    many = {"en": POINTS, "de": PERCENT, "fr": "Il a baissé de 5 %."}
    assert told(many) == [("en", Rule.UNIT, Level.NOTE)]


@pytest.mark.parametrize(
    ("german", "level"),
    [
        ("Es kostet 11 Euro pro Person.", Level.WARNING),
        ("Es kostet 11 Euro pro Tag.", None),
        ("Es kostet 11 Euro pro Person und Tag.", None),
        ("Es kostet 11 Euro.", None),
    ],
)
def test_per_day_against_per_person(german: str, level: Level | None) -> None:
    found = told({"en": "It costs €11 per day.", "de": german, "fr": "Cela coûte 11 euros par jour."})
    assert found == ([("de", Rule.SUBJECT, level)] if level else [])


@pytest.mark.parametrize(
    ("texts", "drifting"),
    [
        ({"en": "nine out of ten customers", "de": "zehn Kunden"}, ["de"]),
        ({"en": "five in six of the victims", "de": "sechs der Opfer"}, ["de"]),
        ({"en": "one in five customers", "de": "jeder fünfte Kunde"}, []),
        ({"en": "nine out of ten customers", "de": "neun von zehn Kunden"}, []),
    ],
)
def test_one_number_of_a_part_of_a_whole(texts: dict[str, str], drifting: list[str]) -> None:
    assert told(texts) == [(language, Rule.VALUE, Level.ERROR) for language in drifting]
    assert [language for language, *_ in told(texts, "de")] == ["en" for _ in drifting]


SHARE = {"en": "nine out of ten customers"}
TEN = {"de": "zehn Kunden", "fr": "dix clients"}
NINE = {"nl": "negen van de tien klanten"}


@pytest.mark.parametrize(
    ("texts", "source", "expected"),
    [
        (SHARE | TEN, None, [("en", Level.ERROR)]),
        (SHARE | TEN, "de", [("en", Level.ERROR)]),
        (SHARE | TEN, "en", [("de", Level.NOTE), ("fr", Level.NOTE)]),
        (SHARE | NINE | {"de": "zehn Kunden"}, None, [("de", Level.ERROR)]),
        (SHARE | NINE | TEN, None, [("de", Level.NOTE), ("fr", Level.NOTE)]),
        (SHARE | NINE | TEN, "de", [("en", Level.NOTE), ("nl", Level.NOTE)]),
    ],
)
def test_one_number_of_a_part_of_a_whole_in_several_versions(
    texts: dict[str, str], source: str | None, expected: list[tuple[str, Level]]
) -> None:
    assert sorted((language, level) for language, _, level in told(texts, source)) == expected


@pytest.mark.parametrize(
    ("texts", "language", "message"),
    [
        (
            {
                "en": "It costs €11 per day.",
                "de": "Es kostet 11 Euro pro Person.",
                "fr": "Cela coûte 11 euros par foyer.",
                "es": "Cuesta 11 euros por hogar.",
            },
            "en",
            "English says 11 EUR per day where Spanish and French say 11 EUR per household",
        ),
        (
            {"en": POINTS, "de": PERCENT, "fr": "Il a baissé de 6 points de pourcentage."},
            "de",
            "German says 5 % where English says 5 percent points",
        ),
        (SHARE | TEN, "en", "English says 9/10 where German and French say 10"),
    ],
)
def test_only_those_are_named_that_say_what_the_message_says(
    texts: dict[str, str], language: str, message: str
) -> None:
    (fact,) = {id(it.fact): it.fact for it in verdicts(texts)}.values()
    assert message in [
        it.message for it in denominators(fact, Terms(None, default_level, holds)) if it.language == language
    ]


def test_doubled_against_halved() -> None:
    found = told({"en": "You can double the limit.", "de": "Sie können das Limit halbieren."}, "en")
    assert found == [("de", Rule.SUBJECT, Level.WARNING)]
