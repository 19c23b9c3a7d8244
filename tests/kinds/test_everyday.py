"""Classes of misreading that showed in translations of news, case by case, in the notation of the language files."""

import pytest

from checker.compare import compare
from checker.extraction import extract, why_unread
from checker.hidden import holds
from checker.languages.notation import notation
from checker.model import Quantity, Rule, Segment

READ = [
    # A word of two letters for a year, and one that makes a scale word of one letter of no words.
    ("nn", "fem år seinare", ["quantity 5 year"]),
    ("hu", "egy B osztályú és öt év", ["quantity 5 year"]),
    ("en", "ten m of them", ["count 10"]),
    # Thousands with a space behind their comma, and with a full-width one.
    ("en", "30, 000 pupils and 12 others", ["count 30000", "count 12"]),
    ("yue", "30，000名學生", ["count 30000"]),
    # Regions that write other marks than their language.
    ("es-MX", "hasta 3,000 productos", ["count 3000 at-most"]),
    ("es", "hasta 3,000 kg", ["quantity 3 kilogram at-most"]),
    ("de-CH", "3.50 Franken", ["money 3.5 CHF"]),
    # A denominator behind a conversion in brackets.
    ("en", "85 miles (137 km) per hour", ["quantity 85 mile-per-hour", "quantity 137 kilometer-per-hour"]),
    ("en", "85 miles (137 km) away", ["quantity 85 mile", "quantity 137 kilometer"]),
    # Spans of years whose end leaves out its century behind a word or behind an article on a hyphen.
    ("zh", "1950至53年的战争", ["date 1950", "date 1953"]),
    ("mt", "il-gwerra tal-1950-53", ["date 1950", "date 1953"]),
    ("en", "from 1950 to 53 people", ["date 1950", "count 53"]),
    # A weekday between a day and its year; what only looks like a year.
    ("en", "September 29, Saturday, 2018", ["date 2018-09-29"]),
    ("en", "On October 14, 1066, William won.", ["date 1066-10-14"]),
    ("en", "On June 17, 1200 houses burned.", ["date --06-17", "count 1200"]),
    # Idioms with a number, as the day of a month.
    ("es", "uno de los dos, el uno de octubre", ["count 2", "date --10-01"]),
    # The low end of a range in its case, and a percent sign between two numbers that are no part of a whole.
    ("tr", "beşten on kişiye", ["range 5..10"]),
    ("uz", "50 foizdan 1 kishi ortiq", ["percent 50", "count 1 more-than"]),
    # Scale words that stand before their number.
    ("sw", "Mto 2 la bilioni 11", ["count 2", "count 11000000000"]),
    # Letters of a script without capitals on an amount; marks of direction part words.
    ("ar", "من20 شخصا", ["count 20"]),
    ("ps", "هغه\u200e18-7 وګټله", ["count 18", "count 7"]),
    # An ending of a case before the unit; a period of a game; a clock's own way to say a quarter.
    ("et", "60-l minutil", ["quantity 60 minute"]),
    ("et", "60 l vett", ["quantity 60 liter"]),
    ("cs", "první třetina a třetina diváků", ["percent 33.33"]),
    ("pt", "às 2h:30", ["time 02:30"]),
    ("en", "9 kg/m2 and 4 m2", ["quantity 9 kilogram-per-square-meter", "quantity 4 square-meter"]),
]


@pytest.mark.parametrize(("code", "text", "claims"), READ)
def test_what_is_read(code: str, text: str, claims: list[str]) -> None:
    assert [notation(mention) for mention in extract(text, code) if not mention.weak] == claims


def test_the_offset_of_a_zone_is_no_number() -> None:
    text = "at 09:30 BST (GMT+0100)"
    assert [notation(mention) for mention in extract(text, "en")] == ["time 09:30"]
    assert why_unread(text, "en", text.index("0100")) == "an idiom"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Juba teisel minutil löödi värav.", True),
        ("Teine värav löödi minutil.", False),
        ("Juba viiendal minutil.", False),
    ],
)
def test_an_ordinal_beside_a_span_of_time_holds_as_much_of_it(text: str, held: bool) -> None:
    (minutes,) = extract("two minutes in", "en")
    assert holds(Segment("et", 0, 0, text, 0, len(text)), minutes) is held


def test_a_word_for_all_holds_a_hundred_percent() -> None:
    (whole,), (share,) = extract("100 percent", "en"), extract("3 percent", "en")
    text = "صد درصد"
    segment = Segment("fa", 0, 0, text, 0, len(text))
    assert (holds(segment, whole), holds(segment, share)) == (True, False)


def test_a_number_read_otherwise_differs_by_its_bound_alone() -> None:
    (over,), (bare,), (other,) = (
        extract("more than 30,000", "en"),
        extract("30.000", "lo"),
        extract("31.000", "lo"),
    )
    assert compare(over, bare).alike
    assert compare(over, bare).rule is Rule.BOUND
    assert not compare(over, other).alike


@pytest.mark.parametrize(("other", "agrees"), [("20% off", True), ("80% of the price", True), ("30% off", False)])
def test_what_is_left_of_a_price_agrees_with_what_is_taken_off(other: str, agrees: bool) -> None:
    (paid,), (said,) = extract("全场八折优惠", "zh"), extract(other, "en")
    assert compare(paid, said).agrees is agrees


@pytest.mark.parametrize(
    ("code", "text", "ends"),
    [
        ("en", "It was -5 °C today.", [(-5, -5)]),
        ("en", "The temperature rose from -5 °C to 18 °C.", [(-5, -5), (18, 18)]),
        ("de", "zwischen -5 °C und 18 °C", [(-5, 18)]),
        ("en", "between \u22125 °C and 18 °C", [(-5, 18)]),
        ("en", "-5 to 18 degrees", [(-5, 18)]),
        ("en", "temperatures of -10 to -5 °C", [(-10, -5)]),
        ("en", "from 5 to -10 °C", [(-10, 5)]),
        ("en", "5 to 10 degrees below zero", [(-10, -5)]),
        ("de", "minus fünf bis zehn Grad", [(-10, -5)]),
        ("en", "\u22125 ± 0.5 °C", [(-5.5, -4.5)]),
        ("de", "von -5 bis 3", [(-5, 3)]),
        ("ja", "-5～-2℃", [(-5, -5), (-2, -2)]),
        ("en", "Covid -19 was bad.", [(19, 19)]),
        ("en", "5 -10 people", [(5, 10)]),
    ],
)
def test_a_minus_counts_for_what_it_stands_before(code: str, text: str, ends: list[tuple[float, float]]) -> None:
    values = [mention.value for mention in extract(text, code)]
    assert [(float(value.low), float(value.high)) for value in values if isinstance(value, Quantity)] == ends


def test_a_hyphen_between_a_word_and_a_percentage_may_be_a_minus() -> None:
    (loss,) = extract("a loss of -5%", "en")
    found = {text: compare(loss, extract(text, "de")[0]).agrees for text in ("5 %", "\u22125 %", "6 %")}
    assert found == {"5 %": True, "\u22125 %": True, "6 %": False}


@pytest.mark.parametrize(
    ("code", "text", "agrees"),
    [
        ("en", "Do not take more than 4,000 mg.", True),
        ("en", "He took more than 4,000 mg.", False),
        ("en", "He did not come; he took more than 4,000 mg.", False),
        ("hi", "4,000 मिग्रा से अधिक न लें।", True),
        ("ko", "4,000mg을 초과하지 마십시오.", True),
        ("ja", "4,000mgを超えて服用しないでください。", True),
        ("id", "Jangan minum lebih dari 4.000 mg.", True),
        ("ar", "لا تتناول أكثر من 4000 ملغ", True),
    ],
)
def test_a_bound_in_a_negated_clause_may_be_its_opposite(code: str, text: str, agrees: bool) -> None:
    (most,), (said,) = extract("at most 4,000 mg", "en"), extract(text, code)
    assert compare(most, said).agrees is agrees


def test_no_number_is_what_begins_a_bound() -> None:
    assert [notation(mention) for mention in extract("không quá 3 tháng", "vi")] == ["quantity 3 month at-most"]
