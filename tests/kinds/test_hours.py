"""Spans of hours, hours with parts, spans of time as a clock shows them, and what is none of these."""

import pytest

from checker.extraction import extract
from checker.languages.notation import notation

CASES = [
    ("sv", "Öppet mellan 9 och 17.30.", ["time 09:00", "time 17:30"]),
    ("sv", "Öppet 8.00–16.", ["time 08:00", "time 16:00"]),
    ("nb", "Åpent kl. 9–18 hver dag.", ["time 09:00", "time 18:00"]),
    ("de", "Geöffnet zwischen 8 und 17.30 Uhr.", ["time 08:00", "time 17:30"]),
    ("de", "Die Preise liegen bei 8–17.30 Euro.", ["range 8..17.3 EUR"]),
    ("de", "Note 8.50–9", ["range 8.5..9"]),
    ("de", "Der Kurs dauert 9–18 Stunden.", ["range 9..18 hour"]),
    ("en", "Open between 9 and 5:30 pm.", ["time 09:00", "time 17:30"]),
    ("en", "Open 2–5:30 pm.", ["time 14:00", "time 17:30"]),
    ("en", "Friday, March 8 - 17:30", ["date --03-08", "time 17:30"]),
    ("en", "Mark 1:16–20 tells it.", ["time 01:16", "count 20"]),
    ("el", "Ανοιχτά από τις 8 έως τις 17:30.", ["time 08:00", "time 17:30"]),
    ("vi", "Mở cửa từ 8 đến 17:30.", ["time 08:00", "time 17:30"]),
    ("en", "She finished in 1:09:47.", ["quantity 4187 second"]),
    ("en", "At 13:09:47 the alarm rang.", ["time 13:09"]),
    ("de", "Sie lief 1:09:47 Stunden.", ["quantity 4187 second"]),
    ("nl", "Ze liep 1.09,47.", ["quantity 69.47 second"]),
    ("it", "Ha corso in 1h09'47\".", ["quantity 4187 second"]),
    ("lv", "Pusdeviņos vakarā sākās koncerts.", ["time 20:30"]),
    ("he", "הפגישה בשבע ורבע בבוקר.", ["time 07:15"]),
    ("bg", "Той работи три и половина часа.", ["quantity 3.5 hour"]),
    ("es", "La reunión es a las siete y treinta de la tarde.", ["time 19:30"]),
    ("pl", "Spotkanie jest o trzeciej trzydzieści po południu.", ["time 15:30"]),
    ("en", "At three thirty people left.", ["count 3", "count 30"]),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_hours_and_spans_of_time(language: str, text: str, expected: list[str]) -> None:
    assert [notation(mention) for mention in extract(text, language) if not mention.weak] == expected
