"""Classes that were read wrongly once: language, text, and what is read, in the notation of the language files."""

import pytest

from checker.benchmarks.timing import growth
from checker.compare import compare
from checker.extraction import extract
from checker.hidden import holds
from checker.languages.notation import notation
from checker.model import Segment

PERCENT = [
    ("en", "It rose by half a percent.", ["percent 0.5"]),
    ("en", "It fell by a quarter of a percent.", ["percent 0.25"]),
    ("de", "ein halbes Prozent", ["percent 0.5"]),
    ("es", "medio por ciento", ["percent 0.5"]),
    ("fil", "isang porsiyento ng mga kalahok", ["percent 1"]),
    ("zh", "占五百分之一", ["percent 0.2"]),
    ("zh", "占百分之五", ["percent 5"]),
    ("ja", "１０ 割", ["percent 100"]),
    ("zh", "10 成人", ["count 10"]),
    ("es", "un tipo del tres con siete por ciento", ["percent 3.7"]),
    ("ja", "600ポイントを付与", ["count 600"]),
    ("ja", "支持率は6ポイント低下した", ["percent 6 percent-point"]),
    ("ja", "45%（3ポイント増）", ["percent 45", "percent 3 percent-point"]),
    ("fr", "un écart de 27 pts au classement", ["count 27"]),
    ("fr", "+0,4 pt sur un mois", ["percent 0.4 percent-point", "quantity 1 month"]),
    ("en", "1.2% to 1.6% of parcels", ["range 1.2..1.6"]),
    ("de", "1,2 % bis 1,6 % der Fälle", ["range 1.2..1.6"]),
    ("he", "1.2% עד 1.6%", ["range 1.2..1.6"]),
    ("en", "rose 1.2% to 1.6%", ["percent 1.2", "percent 1.6"]),
    ("ja", "1.2%から1.6%に上昇", ["percent 1.2", "percent 1.6"]),
    ("en", "from 1.2% to 1.6%", ["percent 1.2", "percent 1.6"]),
]
ESTIMATES = [
    ("zh", "三四百人参加", ["range 300..400"]),
    ("zh", "十七八岁的学生", ["range 17..18 year"]),
    ("zh", "二三十个百分点", ["range 20..30 percent-point"]),
    ("zh", "一百二三十人", ["range 120..130"]),
    ("zh", "十七八万人", ["range 170000..180000"]),
    ("ja", "五六百円", ["range 500..600 JPY"]),
    ("ja", "1点280ユーロ", ["count 1", "money 280 EUR"]),
    ("ja", "三・五", ["count 3.5"]),
    ("zh", "三五个人", ["count 3", "count 5"]),
    ("zh", "一九九九", ["count 1999"]),
]
DATES = [
    ("ja", "二〇一八年五月十七日に開いた", ["date 2018-05-17"]),
    ("ja", "千九百四十五年の冬", ["date 1945"]),
    ("zh", "二零一八年，工厂关闭", ["date 2018"]),
    ("zh", "一九九〇年代", ["date 199"]),
    ("zh", "等了一千二百年", ["quantity 1200 year"]),
    ("es", "entre los años 1000 y 1300", ["count 1000", "count 1300"]),
    ("es", "los años 1960 y 1970", ["date 196", "count 1970"]),
]
TIMES = [
    ("zh", "在3分35秒进球", ["quantity 215 second"]),
    ("zh", "需要3小时20分", ["quantity 200 minute"]),
    ("ja", "1日90分", ["quantity 1 day", "quantity 90 minute"]),
    ("km", "ម៉ោង ១១ និង ៣៥ នាទី", ["time 11:35"]),
    ("pt", "Entre 22h e 23h", ["time 22:00", "time 23:00"]),
    ("pt", "entre 2h e 3h de sono", ["range 2..3 hour"]),
    ("hi", "सुबह 10: 30 बजे", ["time 10:30"]),
    ("en", "Note 10: 25 things", ["count 10", "count 25"]),
]
NAMES = [
    ("zh", "在T1的紧密性与在T3的健康", ["name T1", "name T3"]),
    ("zh", "总STAT3和STAT3水平", ["name STAT3", "name STAT3"]),
    ("en", "K562 /STAT3 cells", ["name K562", "name STAT3"]),
    ("en", "2.3.1-rc1 is out", ["name 2.3.1-rc1"]),
    ("ko", "버전은 v2.3.1입니다", ["name 2.3.1"]),
    ("zh", "2.3.1版发布", ["name 2.3.1"]),
    ("en", "The crew numbers 74.", ["count 74"]),
]
AMOUNTS = [
    ("en", "2 cups and a half of flour", ["quantity 2.5 cup"]),
    ("en", "25 yards/meters", ["quantity 25 yard"]),
    ("en", "5 mg/kg", ["quantity 5 milligram"]),
    ("nl", "2,33 k", ["count 2330"]),
    ("cs", "16,5 k obědu", ["count 16.5"]),
    ("en", "- 10 k", ["count -10000"]),
    ("en", "- 10 apples", ["count 10"]),
    ("zh", "泰格·伍先生", []),
    ("zh", "伍佰元", ["money 500 CNY"]),
    ("zh", "陆佰元", ["money 600 CNY"]),
    ("es", "siete con dos.", ["count 7.2"]),
    ("es", "siete con dos amigos", ["count 7", "count 2"]),
    ("pt", "entre 4,2 e 3,9 milhões de anos", ["range 3900000..4200000 year"]),
]
CASES = [*PERCENT, *ESTIMATES, *DATES, *TIMES, *NAMES, *AMOUNTS]


@pytest.mark.parametrize(("language", "text", "read"), CASES)
def test_a_text_is_read(language: str, text: str, read: list[str]) -> None:
    assert [notation(mention) for mention in extract(text, language) if not mention.weak] == read


@pytest.mark.parametrize(
    ("language", "text", "read"),
    [
        ("fr", "les dix premières années", "quantity 10 year"),
        ("fr", "les 50 premiers euros", "money 50 EUR"),
        ("de", "die zehn ersten Tage", "quantity 10 day"),
        ("de", "die zehn ersten Gäste", "count 10"),
        ("es", "los diez últimos años", "quantity 10 year"),
        ("pl", "przez 90 pierwszych dni", "quantity 90 day"),
        ("en", "90 consecutive days", "quantity 90 day"),
    ],
)
def test_ten_first_ones_are_ten_and_not_the_eleventh(language: str, text: str, read: str) -> None:
    assert notation(extract(text, language)[0]) == read


@pytest.mark.parametrize(
    ("language", "text"),
    [("es", "60.000 millones"), ("ja", "1,100億"), ("de", "1.600 Millionen")],
)
def test_decimals_that_end_in_0_are_no_reading_before_a_scale_word(language: str, text: str) -> None:
    (mention,) = extract(text, language)
    assert len(mention.readings) == 1


def test_where_a_comma_may_be_either_both_readings_stay() -> None:
    (mention,) = extract("1.625 Millionen", "de")
    assert len(mention.readings) == 2


def test_a_noun_may_stand_inside_a_mixed_number() -> None:
    (mixed,) = extract("220 2/3 innings", "en")
    whole, part = extract("220 manches et deux tiers", "fr")
    assert compare(whole, mixed).agrees
    assert holds(_segment("220 2/3 innings", "en"), part)
    assert not holds(_segment("220 1/3 innings", "en"), part)


@pytest.mark.parametrize(
    ("source", "number", "said"),
    [
        ("It nearly tripled.", "3", True),
        ("It nearly quadrupled.", "3", False),
        ("Tens of thousands fled.", "10000", True),
        ("Tens of thousands fled.", "1000", False),
        ("Thousands fled.", "1000", True),
    ],
)
def test_a_word_for_a_multiple_holds_its_number(source: str, number: str, said: bool) -> None:
    (mention,) = extract(f"{number} boats", "en")
    assert holds(_segment(source, "en"), mention) is said


def _segment(text: str, language: str) -> Segment:
    return Segment.whole(language, 0, text)


@pytest.mark.parametrize("shape", ["A1あ", "A1あ-", "二〇一八年", "3分"])
def test_reading_grows_with_the_length_of_a_text(shape: str) -> None:
    assert growth(lambda text: extract(text, "ja"), lambda size: (shape * size)[:size], 12_500, 50_000) < 6
