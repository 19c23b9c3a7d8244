"""Spans of hours, hours with parts, spans of time as a clock shows them, and what is none of these."""

import pytest

from checker.extraction import extract
from checker.languages.notation import notation
from checker.model import Bound, Moment, Quantity

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
    ("fr", "Ouvert jusqu'à 13 h.", ["time 13:00"]),
    ("fr", "Cela dure jusqu'à 3 heures.", ["quantity 3 hour at-most"]),
    ("fr", "Vers 9 h 30 heure locale.", ["time 09:30"]),
    ("it", "Orario 9.00-16.30, tutti i giorni.", ["time 09:00", "time 16:30"]),
    ("it", "Costa da 9.00 a 16.30 euro.", ["range 9..16.3 EUR"]),
    ("sv", "Tyst kl. 22–6.30.", ["time 22:00", "time 06:30"]),
    ("en", "Psalm 22-6:30", ["count 22", "time 06:30"]),
    ("de", "Preisspanne 9.00–16.30", ["range 9..16.3"]),
    ("de", "Öffnungszeiten: 9.00–16.30", ["time 09:00", "time 16:30"]),
    ("de", "Mo–Fr 9.00–16.30", ["time 09:00", "time 16:30"]),
    ("it", "Prezzi 9.00-16.30", ["range 9..16.3"]),
    ("en", "The buses leave at 8 am 5 pm 9 pm every day.", ["time 08:00", "time 17:00", "time 21:00"]),
    ("en", "Departures: 8:00 a.m. 5:00 p.m. 9:00 p.m.", ["time 08:00", "time 17:00", "time 21:00"]),
    ("en", "In the morning 3 p.m. 4 people came.", ["time 15:00", "count 4"]),
    ("zh", "上午8点下午5点上午9点", ["time 08:00", "time 17:00", "time 09:00"]),
    ("hi", "सुबह 8 बजे शाम 5 बजे", ["time 08:00", "time 17:00"]),
    ("de", "Er sagte: „Der Faktor ist 2.4.“ Dann ging er.", ["count 2.4"]),
    ("de", "Der Termin steht als „2.4.“ im Kalender.", ["date --04-02"]),
    ("hu", "Nyitva 8–17 óráig.", ["time 08:00", "time 17:00"]),
    ("hu", "Reggel nyolctól délután ötig nyitva.", ["time 08:00", "time 17:00"]),
    ("tr", "Beş akşam kaldık, saat 8 akşam yemeği.", ["count 5", "time 20:00"]),
    ("tr", "İlk akşam geldik.", []),
    ("pl", "Pracował w nocy z 20 gośćmi.", ["count 20"]),
    ("zh", "银行八点开门。", ["time 08:00"]),
    ("ru", "Открыто до часа дня, а потом до двух часов дня.", ["time 13:00", "time 14:00"]),
    ("sw", "Hufanya kazi saa mbili na nusu kwa siku.", ["quantity 2.5 hour per day"]),
    ("sw", "Mkutano ni saa mbili na nusu asubuhi.", ["time 08:30"]),
    ("ar", "انخفض إلى أقل من 400 م.", ["quantity 400 meter less-than"]),
    ("ar", "عند الساعة 930 م", ["time 21:30"]),
]
UNTIL = [
    ("fr", "La batterie tient jusqu'à 14 heures.", 14),
    ("es", "La batería dura hasta 14 horas.", 14),
    ("it", "La batteria dura fino a 20 h.", 20),
]
"""Hours past noon that are as well the most of what is told."""


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_hours_and_spans_of_time(language: str, text: str, expected: list[str]) -> None:
    assert [notation(mention) for mention in extract(text, language) if not mention.weak] == expected


@pytest.mark.parametrize(("language", "text", "hour"), UNTIL)
def test_an_hour_up_to_which_something_lasts_keeps_its_bound(language: str, text: str, hour: int) -> None:
    (mention,) = extract(text, language)
    first, second = mention.readings
    assert first == Moment(hour=hour, minute=0)
    assert isinstance(second, Quantity)
    assert (second.low, second.bound) == (hour, Bound.AT_MOST)
