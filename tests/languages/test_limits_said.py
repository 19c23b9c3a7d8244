"""Limits and times of day as official and everyday texts of many languages say them, read by their files' words."""

import pytest

from checker.extraction import extract
from checker.model import Bound, Moment, Quantity

LIMITS = [
    ("en", "The certificate may not be older than two years.", Bound.AT_MOST),
    ("ga", "Níor cheart don litir dul thar 500 focal.", Bound.AT_MOST),
    ("eu", "Ezin du bi urte baino gehiago iraun.", Bound.AT_MOST),
    ("eu", "Gutunak ezin ditu 500 hitz gainditu.", Bound.AT_MOST),
    ("ha", "Ba a biya fiye da dala 500 ba.", Bound.AT_MOST),
    ("ar", "ولا يتجاوز ثمنها 3500 دولار.", Bound.AT_MOST),
    ("ar", "ولا يقل عمره عن 17 سنة.", Bound.AT_LEAST),
    ("zu", "amaphuzu angekho ngaphansi kuka-80", Bound.AT_LEAST),
    ("am", "ከ20 ኪሎ አይበልጥም።", Bound.AT_MOST),
    ("cy", "IELTS 6.5 neu uwch", Bound.AT_LEAST),
]


@pytest.mark.parametrize(("code", "text", "bound"), LIMITS)
def test_a_limit_may_be_what_its_negated_words_say(code: str, text: str, bound: Bound) -> None:
    read = [value for mention in extract(text, code) for value in mention.readings if isinstance(value, Quantity)]
    assert bound in {value.bound for value in read}


WHOLE = [
    ("en", "at noon", 12),
    ("en", "from 9:30 to midnight", 0),
    ("fr", "avant midi", 12),
    ("de", "kurz nach Mitternacht", 0),
    ("bs", "do ponoći", 0),
    ("no", "før midnatt", 0),
    ("ti", "ፍርቂ መዓልቲ", 12),
]


@pytest.mark.parametrize(("code", "text", "hour"), WHOLE)
def test_noon_and_midnight_are_times(code: str, text: str, hour: int) -> None:
    assert hour in {value.hour for m in extract(text, code) for value in m.readings if isinstance(value, Moment)}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "every afternoon"),
        ("de", "am Vormittag"),
        ("cs", "celé dopoledne"),
        ("sk", "celé dopoludnia"),
        ("fr", "dans le Midi, l'après-midi"),
        ("it", "le regioni del Mezzogiorno"),
    ],
)
def test_a_part_of_the_day_or_a_region_is_no_noon(code: str, text: str) -> None:
    assert not any(isinstance(value, Moment) for mention in extract(text, code) for value in mention.readings)
