"""What a number in words is divided by, in one word or in several."""

from decimal import Decimal

import pytest

from checker.extraction import extract
from checker.model import Kind, Quantity

PARTS = [
    ("en", "two hundred thirty-fifths", Decimal(200) / 35),
    ("en", "two hundred and thirty fifths", Decimal(230) / 5),
    ("en", "three quarters", Decimal(3) / 4),
    ("en", "a twenty-third", Decimal(1) / 23),
    ("fr", "deux trente-cinquièmes", Decimal(2) / 35),
    ("fr", "quatre septième", Decimal(4) / 7),
    ("fr", "un trente-deuxième", Decimal(1) / 32),
    ("it", "un trentaduesimo", Decimal(1) / 32),
    ("it", "sei duemilaseiesimi", Decimal(6) / 2006),
    ("es", "siete trescientosmilésimos", Decimal(7) / 300_000),
    ("es", "once cuarentaicincoavos", Decimal(11) / 45),
    ("es", "doscientos veinte quintos", Decimal(44)),
    ("sv", "en trettio femtedel", Decimal(1) / 35),
    ("sv", "trettio trettio femtedelar", Decimal(30) / 35),
    ("nl", "één op de 40", Decimal(1) / 40),
    ("ko", "구십오분의 백은", Decimal(100) / 95),
    ("ko", "이조분의 일만큼", Decimal("5e-13")),
    ("hi", "पाँच का दो सौवाँ", Decimal(5) / 200),
    ("nl", "zeven / achtste", Decimal(7) / 8),
    ("sv", "sju - åttondelar", Decimal(7) / 8),
    ("zh", "负四分之负九", Decimal(9) / 4),
    ("fi", "yhdeksän kahdeskymmenesosaa", Decimal(9) / 20),
    ("cs", "šest sedmin", Decimal(6) / 7),
    ("el", "επτά όγδοα", Decimal(7) / 8),
    ("en", "one in a hundred thousand", Decimal(1) / 100_000),
    ("en", "1 in 100,000", Decimal(1) / 100_000),
]


@pytest.mark.parametrize(("code", "text", "value"), PARTS)
def test_a_part_is_divided_by_all_of_its_denominator(code: str, text: str, value: Decimal) -> None:
    (mention,) = extract(text, code)
    assert isinstance(mention.value, Quantity)
    assert abs(mention.value.low - value) < Decimal("1e-9")


@pytest.mark.parametrize(
    ("code", "text", "rank"),
    [("en", "a twenty-third visit", 23), ("fr", "une septième fois", 7), ("it", "un trentaduesimo posto", 32)],
)
def test_an_ordinal_before_what_it_counts_divides_nothing(code: str, text: str, rank: int) -> None:
    (mention,) = extract(text, code)
    assert (mention.kind, mention.value.low) == (Kind.ORDINAL, rank)


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        ("en", "four and a quarter percent", ["4.25 percent"]),
        ("ko", "음수 삼십분의 일", ["-0.0333"]),
        ("ko", "구백삼과 삼분의 이", ["903.6667"]),
        ("ko", "7백과 9백", ["700", "900"]),
        ("ko", "백과 오분의 사", ["100.8"]),
        ("ko", "천과 이분의 일", ["1000.5"]),
        ("ko", "만 3천 명", ["13000"]),
        ("ko", "만 3년 동안", ["3 year"]),
        ("ko", "천 6백만 원", ["16000000 KRW"]),
        ("ko", "삼십만큼 줄었다", ["30"]),
        ("en", "one in six million", ["1", "6000000"]),
        ("en", "a pressure of 130 over 85", ["130", "85"]),
        ("ru", "две целых семь десятых процента", ["2.7 percent"]),
        ("ar", "سبعون من ألف", ["70", "1000"]),
        ("zh", "两点两百人", ["2", "200"]),
        ("fr", "7 mille 4 cents et 12", ["7412"]),
        ("sv", "4 hundra 35", ["435"]),
        ("zh", "八成 三", ["83 percent"]),
    ],
)
def test_a_number_takes_on_what_belongs_to_it(code: str, text: str, values: list[str]) -> None:
    found = [mention.value for mention in extract(text, code)]
    shown = [f"{value.low:.4f}".rstrip("0").rstrip(".") + (f" {value.unit}" if value.unit else "") for value in found]
    assert shown == values


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("두명이 왔다", 2),
        ("세개를 샀다", 3),
        ("네번이나 갔다", 4),
        ("셋이 남았다", 3),
        ("두시간 동안", 2),
        ("세번째 날", 3),
    ],
)
def test_korean_numbers_are_read_where_what_they_count_is_written_onto_them(text: str, low: int) -> None:
    assert extract(text, "ko")[0].value.low == low


@pytest.mark.parametrize("text", ["젊은 세대", "두통이 심하다", "두개골", "이명 환자", "사건이 났다", "18경기 만에"])
def test_korean_words_that_begin_like_a_number_are_none(text: str) -> None:
    assert all(mention.value.low == 18 for mention in extract(text, "ko"))
