"""Spans of time in several parts, with the one that no number says, as a range of hours, and parts of a unit."""

import pytest

from checker.extraction import extract
from checker.languages.notation import notation

SPANS = [
    ("en", "a minute and 45 seconds", ["quantity 105 second"]),
    ("en", "20 km an hour and 20 minutes", ["quantity 20 kilometer-per-hour", "quantity 20 minute"]),
    ("en", "60 words a minute and 45 seconds later", ["count 60", "quantity 45 second"]),
    ("nb", "én time og 20 minutter", ["quantity 80 minute"]),
    ("ro", "un an și trei luni", ["quantity 15 month"]),
    ("is", "einni mínútu og 45 sekúndum", ["quantity 105 second"]),
    ("it", "un'ora e 20 minuti", ["quantity 80 minute"]),
    ("ru", "час и 20 минут", ["quantity 80 minute"]),
    ("ru", "в 1920 год и три месяца", ["date 1920", "quantity 3 month"]),
    ("pl", "godzinę i 20 minut", ["quantity 80 minute"]),
    ("fi", "tunti ja 20 minuuttia", ["quantity 80 minute"]),
    ("zh", "一小时20分钟", ["quantity 80 minute"]),
    ("fr", "1 h 09 min 47 s", ["quantity 4187 second"]),
    ("fr", "à 14 h 30 min", ["time 14:30"]),
    ("es", "3'18\"", ["quantity 198 second"]),
    ("nl", "in 1.09.47 uur", ["quantity 4187 second"]),
]
HOURS = [
    ("fr", "toutes les 6 à 8 heures", ["range 6..8 hour"]),
    ("fr", "deux à trois heures de marche", ["range 2..3 hour"]),
    ("fr", "le lundi 6 mai 2024 à 8 heures", ["date 2024-05-06", "time 08:00"]),
    ("fr", "de 9 à 17 heures", ["time 09:00", "time 17:00"]),
    ("it", "dalle 6 alle 8 ore", ["range 6..8 hour"]),
    ("it", "dalle 9 alle 17", ["time 09:00", "time 17:00"]),
    ("ca", "a dos quarts de deu", ["time 09:30"]),
]
PARTS = [
    ("en", "an hour and three quarters", ["quantity 1.75 hour"]),
    ("fr", "une heure trois quarts", ["quantity 1.75 hour"]),
    ("it", "ogni quarto d'ora", ["quantity 0.25 hour"]),
    ("da", "fem en halv time", ["quantity 5.5 hour"]),
    ("da", "to en halv million", ["count 2500000"]),
    ("da", "efter to dage en halv time", ["quantity 2 day", "quantity 0.5 hour"]),
    ("de", "zweieinviertel Stunden", ["quantity 2.25 hour"]),
    ("de", "ein Viertelliter Milch", ["quantity 0.25 liter"]),
    ("de", "drei Zehntelsekunden", ["quantity 0.3 second"]),
    ("nl", "zesenhalve minuut", ["quantity 6.5 minute"]),
    ("en", "½ kg", ["quantity 0.5 kilogram"]),
    ("sv", "¾ dl", ["quantity 0.75 deciliter"]),
    ("it", "quattro centesimi di secondo", ["quantity 0.04 second"]),
    ("fr", "une cuillerée et demie", ["count 1.5"]),
    ("it", "circa un cucchiaino e mezzo", ["count 1.5 about"]),
    ("de", "einer von zehntausend", ["percent 0.01"]),
    ("ca", "una de cada mil", ["percent 0.1"]),
    ("ro", "o persoană din zece", ["percent 10"]),
    ("fr", "neuf personnes sur dix", ["percent 90"]),
]


@pytest.mark.parametrize(("code", "text", "claims"), SPANS + HOURS + PARTS)
def test_what_is_read(code: str, text: str, claims: list[str]) -> None:
    assert [notation(mention) for mention in extract(text, code)] == claims
