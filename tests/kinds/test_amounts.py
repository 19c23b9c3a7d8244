"""Amounts: money in two parts, subunits, bounds, tolerances, units that are little words, words of number and unit."""

from decimal import Decimal

import pytest

from checker.compare import Relation, compare
from checker.extraction import extract
from checker.languages.notation import notation
from checker.model import Quantity, Rule, Side

MONEY = [
    ("en", "a stamp for 85 cents", ["money 85 USD/100"]),
    ("en", "12 dollars and 40 cents", ["money 12.4 USD"]),
    ("en", "it costs 12 dollars 40.", ["money 12.4 USD"]),
    ("en", "12 dollars and 40 guests", ["money 12 USD", "count 40"]),
    ("es", "solo 8 euros con 75.", ["money 8.75 EUR"]),
    ("de", "drei Euro zwanzig", ["money 3.2 EUR"]),
    ("ru", "7 рублей 30 копеек", ["money 7.3 RUB"]),
    ("zh", "共九元四角五。", ["money 9.45 CNY"]),
    ("ja", "6ドル8セントです", ["money 6.08 USD"]),
    ("hi", "बीस डॉलर और दस सेंट", ["money 20.1 USD"]),
    ("en", "a loss of 30 USD million last May", ["money 30000000 USD", "date --05"]),
    ("en", "having won 14 titles", ["count 14"]),
    ("it", "euro 50", ["money 50 EUR"]),
    ("en", "they sold 5 $10 prints", ["count 5", "money 10 USD"]),
    ("en", "20 USD 40 EUR", ["money 20 USD", "money 40 EUR"]),
    ("zh", "我十分高兴", []),
    ("nb", "én euro og 40 cent", ["money 1.4 EUR"]),
    ("ro", "un euro și 40 de cenți", ["money 1.4 EUR"]),
    ("en", "in the euro and 40 cents", ["money 40 USD/100"]),
    ("vi", "lên ba xu so với hôm qua", ["money 3 USD/100"]),
    ("cs", "platil padesátieurovkou", ["money 50 EUR"]),
    ("fr", "une carte au 1/50 000", ["count 1", "count 50000"]),
    ("ar", "الـ700 مليون", ["count 700000000"]),
    ("bg", "700-те милиона", ["count 700000000"]),
]
UNITS = [
    ("tr", "kent 70 milyon avroya sekiz köprü aldı", ["money 70000000 EUR", "count 8"]),
    ("zh", "四天后，三年，六米", ["quantity 4 day", "quantity 3 year", "quantity 6 meter"]),
    ("ko", "네 달 뒤", ["quantity 4 month"]),
    ("tr", "altı ay sonra", ["quantity 6 month"]),
    ("ko", "섭씨 영하 12도", ["quantity -12 degree-celsius"]),
    ("en", "two hours and 40 minutes", ["quantity 160 minute"]),
    ("pl", "3 godziny i 5 minut", ["quantity 185 minute"]),
    ("en", "over a decade ago", ["quantity 1 decade more-than"]),
    ("de", "ein dreizehnjähriges Pferd", ["quantity 13 year"]),
    ("it", "una ventitreenne", ["quantity 23 year"]),
    ("pl", "trzydziestodwuletni most", ["quantity 32 year"]),
    ("cs", "dvaačtyřicetiletý dům", ["quantity 42 year"]),
    ("ru", "сорокадвухлетний капитан", ["quantity 42 year"]),
    ("el", "η οκταετία", ["quantity 8 year"]),
]
BOUNDS = [
    ("en", "R<sup>2</sup>", ["count 2"]),
    ("pt", "reuniu, pelo menos, 50 vozes", ["count 50 at-least"]),
    ("de", "auf 90 °C etwa zwei Minuten", ["quantity 90 degree-celsius", "quantity 2 minute about"]),
    ("zh", "700多万人", ["count 7000000 more-than"]),
    ("th", "10 กว่าล้านคน", ["count 10000000 more-than"]),
    ("sw", "kilomita zaidi ya 40", ["quantity 40 kilometer more-than"]),
    ("en", "the space under the arch is 15 meters", ["quantity 15 meter"]),
    ("tr", "25 yaşından küçükler için abonelik ayda 9 avro", ["quantity 25 year less-than", "money 9 EUR per month"]),
]
HALVES = [
    ("en", "half of 1987", ["date 1987"]),
    ("en", "the second half of the 17th century", ["ordinal 17 century"]),
    ("en", "In 1987 half of the crew left", ["date 1987", "percent 50"]),
    ("pt", "na metade do século XVIII", ["ordinal 18 century"]),
    ("it", "a metà del secolo XVIII", ["ordinal 18 century"]),
    ("ca", "a la meitat del segle XVIII", ["ordinal 18 century"]),
    ("it", "mezzo secolo", ["quantity 0.5 century"]),
    ("ru", "во второй половине XVIII века", ["ordinal 2", "ordinal 18 century"]),
    ("ru", "половина расходов", ["percent 50"]),
    ("tr", "18. yüzyılın ikinci yarısında", ["ordinal 18 century", "ordinal 2"]),
    ("ar", "في النصف الأول من القرن الثامن عشر", ["ordinal 1", "ordinal 18 century"]),
    ("sw", "nusu ya pili ya karne ya 18", ["ordinal 2", "ordinal 18 century"]),
    ("vi", "nửa sau thế kỷ 18", ["ordinal 18 century"]),
]
RANGES = [
    ("en", "5 ± 0.2 mm", ["range 4.8..5.2 millimeter"]),
    ("en", "40 % plus or minus 3 points", ["range 37..43"]),
    ("en", "it fell from 99.4 to 88.5 billion", ["count 99400000000", "count 88500000000"]),
    ("de", "von 30 auf 40 Prozent", ["percent 30", "percent 40"]),
    ("el", "4,2-3,9 εκατ. χρόνια", ["range 3900000..4200000 year"]),
    ("en", "from 3 to 5 million dollars", ["range 3000000..5000000 USD"]),
]


@pytest.mark.parametrize(("code", "text", "claims"), [*MONEY, *UNITS, *BOUNDS, *HALVES, *RANGES])
def test_a_case(code: str, text: str, claims: list[str]) -> None:
    assert [notation(mention) for mention in extract(text, code)] == claims


@pytest.mark.parametrize(
    ("code", "text", "side"),
    [
        ("en", "nearly 700 boats", Side.BELOW),
        ("en", "just over 700 boats", Side.ABOVE),
        ("en", "about 700 boats", None),
        ("fr", "presque 700 bateaux", Side.BELOW),
        ("ja", "700人近くが", Side.BELOW),
        ("ko", "거의 700명", Side.BELOW),
        ("ru", "чуть более 700 лодок", Side.ABOVE),
    ],
)
def test_about_has_a_side(code: str, text: str, side: Side | None) -> None:
    (mention,) = extract(text, code)
    assert isinstance(mention.value, Quantity)
    assert (mention.value.bound, mention.value.side) == ("about", side)


def test_nearly_is_not_more_than() -> None:
    (nearly,), (over,) = extract("nearly 700 boats", "en"), extract("mehr als 700 Boote", "de")
    assert compare(nearly, over).rule is Rule.BOUND


@pytest.mark.parametrize(
    ("one", "other"),
    [(("en", "75 euro cents"), ("de", "0,75 Euro")), (("en", "50 cents"), ("es", "50 centavos"))],
)
def test_cents_are_compared_by_value(one: tuple[str, str], other: tuple[str, str]) -> None:
    (here,), (there,) = extract(one[1], one[0]), extract(other[1], other[0])
    assert compare(here, there).relation in (Relation.AGREE, Relation.SAME)
    assert compare(there, here).relation in (Relation.AGREE, Relation.SAME)


@pytest.mark.parametrize("cents", range(10, 100, 7))
@pytest.mark.parametrize(("code", "text"), [("en", "{} dollars and {} cents"), ("tr", "{} dolar {} sent")])
def test_parts_add_up(code: str, text: str, cents: int) -> None:
    (mention,) = extract(text.format(31, cents), code)
    assert isinstance(mention.value, Quantity)
    assert (mention.value.low, mention.value.unit) == (Decimal(f"31.{cents}"), "USD")
