"""Bounds behind an amount, those that open one, and words that look like a bound or a unit and are none."""

import pytest

from checker.extraction import extract
from checker.languages.notation import notation

READ = [
    # A bound behind the amount, and not the one of the next number.
    ("en", "12 characters at the least", ["count 12 at-least"]),
    ("fr", "600 mg tout au plus", ["quantity 600 milligram at-most"]),
    ("it", "600 mg al minimo", ["quantity 600 milligram at-least"]),
    ("ca", "600 mg pel cap alt", ["quantity 600 milligram at-most"]),
    ("nl", "600 mg ten hoogste", ["quantity 600 milligram at-most"]),
    ("de", "für 5 Euro mindestens eine Woche", ["money 5 EUR", "quantity 1 week at-least"]),
    ("de", "20 Personen, höchstens 3 Kinder", ["count 20", "count 3 at-most"]),
    # Not to go beyond or below.
    ("fr", "ne pas descendre au-dessous de 5 °C", ["quantity 5 degree-celsius at-least"]),
    (
        "de",
        "nicht unter 5 °C, 1280 Pixel nicht unterschreiten",
        ["quantity 5 degree-celsius at-least", "quantity 1280 pixel at-least"],
    ),
    ("da", "uden at overskride 98 °C", ["quantity 98 degree-celsius at-most"]),
    # Equal or beyond.
    ("it", "minore o uguale a 20 kg", ["quantity 20 kilogram at-most"]),
    ("es", "mayor o igual que 20 kg", ["quantity 20 kilogram at-least"]),
    ("ro", "mai mică sau egală cu 20 kg", ["quantity 20 kilogram at-most"]),
    ("en", "equal to or less than 20 kg", ["quantity 20 kilogram at-most"]),
    # Not yet so old.
    ("pl", "nie skończył jeszcze 18 lat", ["quantity 18 year less-than"]),
    ("uk", "ще не виповнилося 15 років", ["quantity 15 year less-than"]),
    ("tr", "15 yaşını doldurmamış", ["quantity 15 year less-than"]),
    # A word between.
    ("de", "nicht mehr jedoch als 5 Euro", ["money 5 EUR at-most"]),
    ("it", "senza poter superare 40 euro", ["money 40 EUR at-most"]),
    ("th", "ไม่เกินเดือนละ 200 บาท", ["money 200 THB per month at-most"]),
    ("zh", "最大风力可达每小时 85 英里", ["quantity 85 mile-per-hour at-most"]),
    # By how much, and no bound.
    ("tr", "20 avro daha az", ["money 20 EUR"]),
    ("tr", "20 km'den daha az, 15 kişiden fazla", ["quantity 20 kilometer less-than", "count 15 more-than"]),
    ("az", "3,1 faiz daha az, 3,1 faizdən az", ["percent 3.1", "percent 3.1 less-than"]),
    ("hu", "3,1 százalékkal kevesebb, 20 eurónál kevesebb", ["percent 3.1", "money 20 EUR less-than"]),
    ("pt", "menos 300 mil pessoas do que antes", ["count 300000"]),
    # More by a sum of its own, and from there on.
    ("uk", "20 євро плюс ПДВ", ["money 20 EUR"]),
    ("ru", "возраст 45 плюс", ["count 45 at-least"]),
    # Written onto the number.
    ("he", "יותר ממיליון תושבים", ["count 1000000 more-than"]),
    ("he", "מתחת למינוס 15 מעלות", ["quantity -15 degree less-than"]),
    ("he", 'לפחות מ-30 ק"ג', ["quantity 30 kilogram less-than"]),
    # The youngest is of that age.
    ("th", "อายุมากที่สุด 61 ปี", ["quantity 61 year"]),
    # Money from one sum to another, unless it rises.
    ("zh", "费用为60欧元至240欧元", ["range 60..240 EUR"]),
    ("ko", "60유로에서 240유로", ["range 60..240 EUR"]),
    ("ja", "60ユーロから240ユーロに値上げした", ["money 60 EUR", "money 240 EUR"]),
    ("en", "rose from €20 to €30", ["money 20 EUR", "money 30 EUR"]),
    # Versions.
    ("sv", "macOS 13 eller tidigare", ["count 13 at-most"]),
    ("it", "macOS 13 o versioni successive", ["count 13 at-least"]),
    ("ro", "macOS 13 sau o versiune ulterioară", ["count 13 at-least"]),
    # An opening bounds an amount, and no range, date or time of day.
    ("fr", "dès 40 kg", ["quantity 40 kilogram at-least"]),
    ("de", "ab 40 bis 60 kg", ["range 40..60 kilogram"]),
    ("de", "ab 9 Uhr, ab 2025, bis 2030", ["time 09:00", "date 2025", "date 2030"]),
    ("sv", "från och med 2025", ["date 2025"]),
    ("es", "a partir de las 9", ["time 09:00"]),
    # A little more, before an article.
    ("es", "algo más del tres y medio por ciento", ["percent 3.5 about"]),
    ("fr", "près des deux tiers", ["percent 66.67 about"]),
    # Words that are no unit, no number and no month.
    ("it", "85 in Italia, 12 in meno", ["count 85", "count 12"]),
    ("pt", "um peso de 20 kg e 20 pesos", ["quantity 20 kilogram", "money 20 PHP"]),
    ("ca", "un grup de set persones, el 3 de set. de 2020", ["count 7", "date 2020-09-03"]),
    ("nl", "een halve marathon van 21 km", ["quantity 21 kilometer"]),
    ("is", "klukkan er korter í þrjú", ["time 02:45"]),
]

OPEN = [
    ("pt", "o preço passa de 24 euros para 26 euros", "exact"),
    ("nb", "et lån over 10 år", "exact"),
    ("da", "et løb over 184,5 kilometer", "exact"),
    ("is", "salan minnkar um 35 prósent", "exact"),
    ("de", "Kinder bis 12 Jahre", "exact"),
    ("de", "ohne 98 °C zu überschreiten", "at-most"),
    ("nl", "zonder 98 °C te overschrijden", "at-most"),
]
"""Texts whose first amount may have this bound as well."""


@pytest.mark.parametrize(("code", "text", "claims"), READ)
def test_bounds(code: str, text: str, claims: list[str]) -> None:
    assert [notation(mention) for mention in extract(text, code) if not mention.weak] == claims


@pytest.mark.parametrize(("code", "text", "bound"), OPEN)
def test_open_bounds(code: str, text: str, bound: str) -> None:
    first = extract(text, code)[0]
    assert bound in {getattr(value, "bound", None) for value in first.readings}
