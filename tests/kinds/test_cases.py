"""Each kind of claim, case by case: language, text, and what is read, in the notation of the language files."""

import pytest

from checker.extraction import extract
from checker.languages.notation import notation

TIMES = [
    ("ru", "поезд в 8 часов вечера", ["time 20:00"]),
    ("ru", "открыто с 9 до 21 часа", ["time 09:00", "time 21:00"]),
    ("ru", "поезд идёт 3 часа", ["quantity 3 hour"]),
    ("nl", "om 2 uur 's middags", ["time 14:00"]),
    ("nl", "om 2 uur", ["time 02:00"]),
    ("nl", "de rit duurt 2 uur", ["quantity 2 hour"]),
    ("fr", "de 9 heures à 18 heures", ["time 09:00", "time 18:00"]),
    ("fr", "pendant 9 heures", ["quantity 9 hour"]),
    ("vi", "kéo dài 3 giờ", ["quantity 3 hour"]),
    ("vi", "lúc 3 giờ chiều", ["time 15:00"]),
    ("de", "von 9 bis 18 Uhr", ["time 09:00", "time 18:00"]),
    ("de", "9.30 bis 18 Uhr", ["time 09:30", "time 18:00"]),
    ("en", "open from 9 to 5 p.m.", ["time 09:00", "time 17:00"]),
    ("hi", "साढ़े तीन बजे", ["time 03:30"]),
    ("hi", "सवा 5 बजे", ["time 05:15"]),
    ("zh", "周五晚的会议", []),
]
PARTS = [
    ("en", "one in five children", ["percent 20"]),
    ("de", "Eines von fünf Kindern", ["percent 20"]),
    ("ja", "7分の3の店", ["percent 42.86"]),
    ("zh", "七分之三的店", ["percent 42.86"]),
    ("en", "a third of the visitors", ["percent 33.33"]),
    ("en", "a third meeting", ["ordinal 3"]),
    ("en", "220 2/3 innings", ["count 220.67"]),
    ("ar", "بعد شهرين", ["quantity 2 month"]),
    ("he", "אחרי שנתיים", ["quantity 2 year"]),
    ("ru", "через полчаса", ["quantity 0.5 hour"]),
    ("zh", "三成的居民", ["percent 30"]),
    ("zh", "三成五的居民", ["percent 35"]),
    ("zh", "三成两人", ["percent 30", "count 2"]),
    ("zh", "第95百分位", ["ordinal 95"]),
    ("pl", "pół kapsułki", ["count 0.5"]),
    ("tr", "yarım kapsül", ["count 0.5"]),
    ("ko", "하루 세 번 반 알을", ["count 3 per day", "percent 50"]),
    ("cs", "podle (EU) 2019/1157 třetinu nákladů", ["count 2019", "count 1157", "percent 33.33"]),
    ("zh", "百分之16", ["percent 16"]),
    ("th", "ร้อยละ 35", ["percent 35"]),
]
DATES = [
    ("en", "released in June", ["date --06"]),
    ("ja", "6月に発売", ["date --06"]),
    ("zh", "九月三十日", ["date --09-30"]),
    ("en", "the 1950-53 war", ["date 1950", "date 1953"]),
    ("en", "in the 1800s", ["ordinal 19 century"]),
    ("en", "in the 1990s", ["date 199"]),
    ("de", "am 07.11.24", ["date 2024-11-07"]),
    ("es", "el triunfo 4-1 de febrero", ["count 4", "count 1", "date --02"]),
    ("fr", "dix-sept personnes", ["count 17"]),
]
MOMENTS = [
    ("en", "at half past seven, at a quarter to nine in the evening", ["time 07:30", "time 20:45"]),
    ("en", "12 at night, 3 at night", ["time 00:00", "time 03:00"]),
    ("de", "um halb acht, 11 Uhr nachts", ["time 07:30", "time 23:00"]),
    ("nl", "om 9.30, half twee 's middags", ["time 09:30", "time 13:30"]),
    ("cs", "otevírá v 9.00", ["time 09:00"]),
    ("es", "a las ocho menos cuarto de la mañana", ["time 07:45"]),
    ("fr", "de 8h-9h", ["time 08:00", "time 09:00"]),
    ("th", "เปิดสองทุ่ม", ["time 20:00"]),
    ("sw", "saa saba mchana", ["time 13:00"]),
    ("hi", "रात तीन बजे", ["time 03:00"]),
    ("de", "am 24.8. und am 5.9.2021", ["date --08-24", "date 2021-09-05"]),
    ("vi", "ngày 20/07", ["date --07-20"]),
    ("en", "18 and 19 June, May 3–5, 2024", ["date --06-18", "date --06-19", "date 2024-05-03", "date 2024-05-05"]),
    ("ko", "8월 4일~10일", ["date --08-04", "date --08-10"]),
    ("hr", "Kuća je iz 1987. godine", ["date 1987"]),
    ("ca", "des de 1950", ["date 1950"]),
    ("en", "the nineties, the 1980s and 70s", ["date 199", "date 198", "date 197"]),
    ("en", "a woman in her 20s", ["count 20"]),
    ("cs", "v 50. letech 18. století", ["date 175"]),
    ("ru", "80-е годы прошлого века", ["date 198"]),
    ("es", "los siglos XI, XII y XIII", ["ordinal 11 century", "ordinal 12 century", "ordinal 13 century"]),
    ("en", "two centuries ago", ["quantity 2 century"]),
    ("sv", "1500-talet och 700-talet", ["ordinal 16 century", "ordinal 8 century"]),
    ("ja", "1950～53年", ["date 1950", "date 1953"]),
]
NAMES = [
    ("en", "a 95% CI 0.23-4.15 and SEPT9", ["percent 95", "range 0.23..4.15", "name SEPT9"]),
    ("zh", "有轨电车T4", ["name T4"]),
    ("sv", "kostade på100 miljoner euro", ["money 100000000 EUR"]),
    ("lv", "no 11 līdz 18", ["range 11..18"]),
    ("de", "In Python 3.11 und Qt 5.15", ["name Python 3.11", "name Qt 5.15"]),
    ("zh", "需要Python 3.11或更高版本", ["name Python 3.11 at-least"]),
    ("en", "version 4.2 is out", ["name version 4.2"]),
    ("es", "el nivel de PM2,5 subió", ["name PM2,5"]),
    ("en", "rooms B2,B3", ["name B2", "name B3"]),
    ("en", "the Agenda-2030 goals", ["name Agenda-2030"]),
    ("ko", "11번 버스, 11번째 버스, 11 번째 버스", ["name 11번 버스", "ordinal 11", "ordinal 11"]),
    ("zh", "新冠肺炎疫情", ["name COVID-19"]),
    ("en", "ChatGPT4o and H800 chips", ["name ChatGPT4o", "name H800"]),
]
AMOUNTS = [
    (
        "de",
        "mit 136 Kilometern pro Stunde, 620 Kilometer südlich",
        ["quantity 136 kilometer-per-hour", "quantity 620 kilometer"],
    ),
    ("de", "im Jahr 2009 in einer Suite", ["date 2009"]),
    ("ja", "担保金 500 ドル", ["money 500 USD"]),
    ("tr", "en az 2 GB", ["quantity 2 gigabyte at-least"]),
    ("zh", "摄氏38.5度", ["quantity 38.5 degree-celsius"]),
    ("zh", "20个百分点", ["percent 20 percent-point"]),
    ("en", "It sold 5. Million-dollar homes", ["count 5"]),
    ("sr", "5 км", ["quantity 5 kilometer"]),
    ("en", "a loss of (–12%)", ["percent -12"]),
    ("en", "pages (3–7)", ["range 3..7"]),
    (
        "en",
        "15T tokens at $1.5 T, a field of 1.5 T",
        ["count 15000000000000", "money 1500000000000 USD", "quantity 1.5 tonne"],
    ),
    ("zh", "（81.5，86.5）和(12.5,16.7,18.9)", ["count 81.5", "count 86.5", "count 12.5", "count 16.7", "count 18.9"]),
    ("de", "12,5.16,7 und 4,5,6", ["count 12.5", "count 16.7", "count 4", "count 5", "count 6"]),
    ("ja", "10の3乗、二の五乗、2.5×10の4乗", ["count 1000", "count 32", "count 25000"]),
    ("zh", "10的6次方", ["count 1000000"]),
    ("ko", "10의 3제곱, 2.5^-1을", ["count 1000", "count 0.4"]),
    ("ja", "一ダース千円", ["count 12", "money 1000 JPY"]),
    ("sv", "de sålde 10k biljetter", ["count 10000"]),
    ("de", "fuenfundzwanzig, einunddreissig", ["count 25", "count 31"]),
    ("id", "antara jam 06.30 dan 07.30.", ["time 06:30", "time 07:30"]),
    ("en", "It is 3 - 5 km away.", ["range 3..5 kilometer"]),
    ("en", "some 5.1 - 4.8 million years", ["range 4800000..5100000 year about"]),
    ("fil", "Ang ika-1,000 bisita", ["ordinal 1000"]),
    ("th", "คนที่ 1,000", ["ordinal 1000"]),
    ("ca", "fa 70 km de gruix", ["quantity 70 kilometer"]),
]


@pytest.mark.parametrize(("code", "text", "claims"), [*TIMES, *PARTS, *DATES, *MOMENTS, *NAMES, *AMOUNTS])
def test_a_case(code: str, text: str, claims: list[str]) -> None:
    assert [notation(mention) for mention in extract(text, code)] == claims


def test_an_hour_that_may_be_a_span_of_time_keeps_both_readings() -> None:
    (mention,) = extract("9 heures", "fr")
    assert len(mention.readings) == 2


def test_a_bare_krone_may_be_any() -> None:
    (mention,) = extract("50 kroner", "da")
    assert {"DKK", "NOK", "SEK"} <= {value.unit for value in mention.readings}  # type: ignore[union-attr]
