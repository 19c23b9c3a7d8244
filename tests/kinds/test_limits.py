"""Bounds behind a rate, deadlines before an event, telephones, versions, ranges with their word behind them."""

import pytest

from checker.compare import Relation, compare
from checker.extraction import extract
from checker.languages.notation import notation

READ = [
    # A bound behind a rate.
    ("de", "3 mal täglich höchstens", ["count 3 per day at-most"]),
    ("fr", "20 euros par mois minimum", ["money 20 EUR per month at-least"]),
    ("ar", "600 ملغ في اليوم كحد أقصى", ["quantity 600 milligram per day at-most"]),
    # What leads to a telephone is no bound.
    ("de", "unter 0800 123456", ["count 800", "count 123456"]),
    ("da", "på over 70 10 12 34", ["count 70", "count 10", "count 12", "count 34"]),
    ("de", "unter 0,8 Liter", ["quantity 0.8 liter less-than"]),
    ("en", "over 1 000 000 people", ["count 1000000 more-than"]),
    # The latest before an event is the least, after it the most.
    ("en", "24 hours before departure at the latest", ["quantity 24 hour at-least"]),
    ("en", "no later than 3 days after receipt", ["quantity 3 day at-most"]),
    ("de", "frühestens 14 Tage vor Beginn", ["quantity 14 day at-most"]),
    ("hu", "legkésőbb 3 nappal a kezdés után", ["quantity 3 day at-most"]),
    # Versions.
    ("de", "16 Jahre oder älter, Version 16 oder älter", ["quantity 16 year at-least", "name Version 16 at-most"]),
    ("en", "v18.0.2 or newer", ["name 18.0.2 at-least"]),
    ("de", "unter Artikel 13", ["name Artikel 13"]),
    ("en", "600 mg at most. Version 3.2", ["quantity 600 milligram at-most", "name Version 3.2"]),
    # Between, behind both ends; without it they are two.
    ("hu", "20 és 30 év közötti", ["range 20..30 year"]),
    ("hu", "20 és 30 ember", ["count 20", "count 30"]),
    # Above zero and below it, in two words.
    ("hi", "शून्य से 5 डिग्री नीचे", ["quantity -5 degree"]),
    ("hi", "शून्य से 5 डिग्री ऊपर", ["quantity 5 degree"]),
]


@pytest.mark.parametrize(("code", "text", "claims"), READ)
def test_limits(code: str, text: str, claims: list[str]) -> None:
    assert [notation(mention) for mention in extract(text, code) if not mention.weak] == claims


DIFFERENCES = [
    ("en", "14 more than last year", "up"),
    ("en", "14 fewer than last year", "down"),
    ("en", "14 or more", None),
    ("en", "14, more or less", None),
    ("en", "14 more than 30 years ago", None),
    ("it", "14 in meno rispetto all'anno scorso", "down"),
    ("ru", "на 14 больше, чем в прошлом году", "up"),
    ("ja", "前年より14人減", "down"),
]


@pytest.mark.parametrize(("code", "text", "direction"), DIFFERENCES)
def test_more_and_fewer_behind_a_number(code: str, text: str, direction: str | None) -> None:
    assert extract(text, code)[0].direction == direction


def test_a_version_or_later_is_not_that_or_earlier() -> None:
    later, earlier = extract("version 3.2 or later", "en")[0], extract("Version 3.2 oder älter", "de")[0]
    bare = extract("version 3.2", "fr")[0]
    assert compare(later, earlier).relation is Relation.DIFFER
    assert compare(later, earlier).strong
    assert not compare(later, bare).strong


def test_the_latest_before_is_at_least_before() -> None:
    latest, least = extract("senast 3 dagar före start", "sv")[0], extract("at least 3 days before the start", "en")[0]
    assert compare(latest, least).agrees
