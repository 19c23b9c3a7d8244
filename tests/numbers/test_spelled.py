"""Numbers in words, digits and both are read by value: parts of one, decimals, powers, ordinals, Korean syllables."""

from decimal import Decimal

import pytest

from checker import languages
from checker.extraction import extract
from checker.model import Kind, Quantity
from checker.numbers import find_numbers
from checker.scan import scan

WHOLE = [
    ("en", "nine million and a half", "9500000"),
    ("en", "two billion and a quarter million", "2000250000"),
    ("en", "half a million", "500000"),
    ("en", "seven point nought five", "7.05"),
    ("en", "3 hundred and 21", "321"),
    ("en", "3 hundred and 1", "301"),
    ("de", "anderthalb Millionen", "1500000"),
    ("de", "anderthalbtausend Gäste", "1500"),
    ("de", "drei Millionen zweihundertvierzigtausend", "3240000"),
    ("de", "vier Komma zwei", "4.2"),
    ("fr", "soixante virgule quinze", "60.15"),
    ("it", "sei e tre quinti", "6.6"),
    ("es", "ocho con un cuarto", "8.25"),
    ("pt", "tres milhoes e meio", "3500000"),
    ("nl", "vierduizend zeshonderdtwintig", "4620"),
    ("sv", "åtta komma fem", "8.5"),
    ("tr", "altı nokta yetmiş iki", "6.72"),
    ("hi", "चार सौ और दो तिहाई", "400.6666666666667"),
    ("ar", "خمسة و ستون", "65"),
    ("ja", "三十二・五", "32.5"),
    ("ja", "２と４分の３", "2.75"),
    ("zh", "六百三", "630"),
    ("zh", "三万六", "36000"),
    ("zh", "六百零三", "603"),
    ("zh", "一九八七", "1987"),
    ("zh", "七点三四", "7.34"),
    ("ko", "천사백이십은", "1420"),
    ("ko", "2억 3천 5백만", "235000000"),
    ("en", "2 1/4", "2.25"),
    ("en", "4½", "4.5"),
    ("en", "2e5", "200000"),
    ("en", "1.5^2", "2.25"),
    ("en", "2.5x10^3", "2500"),
    ("en", "10 M", "10000000"),
    ("de", "dreißig Bände", "30"),
    ("tr", "altmış üç bin yüz yirmi", "63120"),
    ("nl", "twaalfduizendhonderdzeven", "12107"),
    ("hu", "huszonkétezerszázöt", "22105"),
    ("it", "seimilacentoventi", "6120"),
    ("it", "millequattrocentottantotto", "1488"),
    ("it", "tremiladuecentotto", "3208"),
    ("km", "មួយរយដប់", "110"),
    ("zh", "三十六万一千二百", "361200"),
    ("ko", "만 이천사백", "12400"),
    ("ko", "육천백삼십이는", "6132"),
    ("lb", "dausendhonnertzwanzeg", "1120"),
    ("fr", "mille sept cent vingt-trois", "1723"),
    ("fi", "viisisataakahdeksankymmentäkolmetuhattaneljäsataakolmekymmentäviisi", "583435"),
    ("lv", "trīstūkstoš divsimt", "3200"),
    ("ka", "ათას ორასი", "1200"),
    ("fa", "چهارصد و نه", "409"),
    ("ne", "छ हजार दुई सय", "6200"),
]


def value(code: str, text: str) -> Decimal:
    return next(iter(find_numbers(scan(text, languages.load(code))))).value


@pytest.mark.parametrize(("code", "text", "expected"), WHOLE)
def test_a_number_is_read_whole(code: str, text: str, expected: str) -> None:
    assert abs(value(code, text) - Decimal(expected)) < Decimal("1e-9")


PARTS = [
    ("en", "half of them", "0.5"),
    ("en", "three fifths of the crew", "0.6"),
    ("en", "seven twenty-fifths", "0.28"),
    ("en", "3/8", "0.375"),
    ("de", "sieben Zehntel", "0.7"),
    ("fr", "quatre cinquièmes", "0.8"),
    ("es", "siete veinteavos", "0.35"),
    ("pt", "sete vinte avos", "0.35"),
    ("it", "sette ventesimi", "0.35"),
    ("nl", "drie vijfde", "0.6"),
    ("sv", "sju tusendelar", "0.007"),
    ("tr", "üç bölü sekiz", "0.375"),
    ("hi", "सात बटा बीस", "0.35"),
    ("ar", "ثلاثة أخماس", "0.6"),
    ("ja", "八分の三", "0.375"),
    ("zh", "八分之三", "0.375"),
    ("ko", "팔분의 삼은", "0.375"),
]


@pytest.mark.parametrize(("code", "text", "expected"), PARTS)
def test_a_part_of_a_whole_keeps_its_value(code: str, text: str, expected: str) -> None:
    (mention,) = extract(text, code)
    assert isinstance(mention.value, Quantity)
    assert (mention.kind, mention.value.unit, mention.value.low) == (Kind.PERCENT, "part", Decimal(expected))


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("zh", "千分之四", "0.4"),
        ("zh", "百分之六十", "60"),
        ("zh", "八成", "80"),
        ("zh", "七点五折", "75"),
        ("ja", "3.5割", "35"),
        ("ja", "半額", "50"),
        ("zh", "半成", "5"),
        ("zh", "打对折", "50"),
        ("zh", "陆点五折", "65"),
    ],
)
def test_words_for_percent_are_percent(code: str, text: str, expected: str) -> None:
    (mention,) = extract(text, code)
    assert isinstance(mention.value, Quantity)
    assert (mention.value.unit, mention.value.low) == ("percent", Decimal(expected))


RANKS = [
    ("en", "the one hundred forty-third visitor", 143),
    ("en", "the three millionth visitor", 3000000),
    ("de", "der zweihundertfünfzigste Besucher", 250),
    ("fr", "le cent quarantième visiteur", 140),
    ("es", "centésimo vigésimo tercero", 123),
    ("es", "el tresmilésimo cuarto", 3004),
    ("es", "el tresmilésimo ducentésimo cuarto", 3204),
    ("pt", "ducentésimo quadragésimo", 240),
    ("it", "il centoquarantesimo visitatore", 140),
    ("nl", "tweehonderdveertigste", 240),
    ("sv", "hundrafyrtionde", 140),
    ("tr", "yüz kırk üçüncü", 143),
    ("hi", "एक सौ बीसवां", 120),
    ("ja", "四十五番目", 45),
    ("zh", "第三万", 30000),
    ("ko", "백사십이 번째", 142),
]


@pytest.mark.parametrize(("code", "text", "expected"), RANKS)
def test_an_ordinal_is_read_with_the_number_before_it(code: str, text: str, expected: int) -> None:
    found = [mention for mention in extract(text, code) if mention.kind is Kind.ORDINAL]
    assert [mention.value.low for mention in found if isinstance(mention.value, Quantity)] == [expected]


APART = [
    ("en", "two hundred first responders", [200]),
    ("en", "2000 five-star hotels", [2000, 5]),
    ("en", "December 2018,63 patients", [2018, 63]),
    ("en", "4,5,6", [4, 5, 6]),
    ("ko", "하나만 남았다", [1]),
    ("cs", "16,5 k 10,5", [Decimal("16.5"), Decimal("10.5")]),
    ("zh", "七八个人", [7, 8]),
]


@pytest.mark.parametrize(("code", "text", "expected"), APART)
def test_neighbours_are_no_one_number(code: str, text: str, expected: list[Decimal]) -> None:
    assert [number.value for number in find_numbers(scan(text, languages.load(code)))] == expected


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        ("en", "one thousand, two hundred and thirteen", [1213]),
        ("en", "Of seven hundred thousand, four hundred and two came.", [700_402]),
        ("en", "Two million, three hundred thousand, one hundred and one", [2_300_101]),
        ("en", "Of the two thousand, five were blue.", [2000, 5]),
        ("en", "Of the 2,000, three hundred were blue.", [2000, 300]),
        ("en", "four hundred, three hundred and two hundred", [400, 300, 200]),
        ("sw", "elfu tatu, mia tisa na thelathini na nane", [3938]),
        ("ga", "cúig mhíle sé chéad seachtó a sé", [5676]),
        ("fo", "tvey túsund og tveyhundraðogfimm", [2205]),
        ("my", "သုံးထောင့်တစ်ရာ", [3100]),
        ("fil", "dalawáng libó’t limáng pû’t waló", [2058]),
    ],
)
def test_a_number_in_words_goes_on_behind_its_thousands(code: str, text: str, values: list[int]) -> None:
    assert [number.value for number in find_numbers(scan(text, languages.load(code)))] == values


def test_a_mile_stays_a_distance() -> None:
    assert [mention.value for mention in extract("Tá cúig mhíle go dtí an trá.", "ga")] == [
        Quantity(Decimal(5), Decimal(5), "mile")
    ]


@pytest.mark.parametrize(
    ("code", "text", "value", "step", "spelled"),
    [
        ("en", "3 fifths", "0.6", "0.01", False),
        ("en", "three fifths", "0.6", "0.01", True),
        ("zh", "四百五", "450", "10", True),
        ("zh", "千万", "10000000", "1", True),
    ],
)
def test_how_far_a_number_is_told_and_whether_in_words(
    code: str, text: str, value: str, step: str, spelled: bool
) -> None:
    (number,) = find_numbers(scan(text, languages.load(code)))
    assert (number.value, number.readings[0].step, number.spelled) == (Decimal(value), Decimal(step), spelled)
