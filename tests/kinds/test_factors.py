"""Doubled and halved as claims; parts of a whole said apart; numbers with their noun inside; spans in one word."""

import pytest

from checker.compare import compare
from checker.extraction import extract
from checker.hidden import holds
from checker.languages.notation import notation
from checker.model import Segment

READ = [
    ("en", "Sales more than doubled.", ["count 2 more-than"]),
    ("en", "The price was halved.", ["percent 50"]),
    ("en", "a double room with a double bed", []),
    ("es", "El precio se triplicó.", ["count 3"]),
    ("ja", "3倍増", ["count 3"]),
    ("ja", "売上は倍増した。", ["count 2"]),
    ("th", "3 เท่าตัว", ["count 3"]),
    ("ru", "Верните половину месячной платы.", ["percent 50"]),
    ("ru", "половина месяца", ["quantity 0.5 month"]),
    ("fil", "sangkatlo ng oras ng Kestrel", ["percent 33.33"]),
    ("fil", "kalahating oras ng trabaho", ["quantity 0.5 hour"]),
    ("cy", "tri dyn ar ddeg", ["count 13"]),
    ("cy", "tri diwrnod", ["quantity 3 day"]),
    ("ga", "trí lá is fiche", ["quantity 23 day"]),
    ("fr", "1h09min47s", ["quantity 4187 second"]),
    ("ru", "4мин05с", ["quantity 245 second"]),
    ("en", "several dozen firms, a dozen towns", ["count 12"]),
    ("zh", "下半年开业", []),
    ("en", "the SS19 collection", ["name SS19"]),
    ("es", "2 millones 300.000 euros", ["money 2300000 EUR"]),
    ("de", "5 Millionen, 300.000 davon", ["count 5000000", "count 300000"]),
]


@pytest.mark.parametrize(("code", "text", "expected"), READ)
def test_what_is_read(code: str, text: str, expected: list[str]) -> None:
    assert [notation(mention) for mention in extract(text, code)] == expected


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (("en", "It doubled."), ("de", "Es ist doppelt so viel."), True),
        (("en", "It doubled."), ("ja", "2倍になった"), True),
        (("en", "It was halved."), ("fr", "la moitié"), True),
        (("en", "It was halved."), ("ru", "вдвое меньше"), True),
        (("pt", "O preço dobrou."), ("pt", "O preço triplicou."), False),
        (("ru", "вдвое больше"), ("ru", "втрое больше"), False),
    ],
)
def test_a_word_for_a_multiple_is_compared_by_its_number(
    one: tuple[str, str], other: tuple[str, str], agree: bool
) -> None:
    (here,), (there,) = extract(one[1], one[0]), extract(other[1], other[0])
    assert compare(here, there).alike is agree


def test_two_of_five_is_said_as_a_part_or_apart() -> None:
    part = ("fil", "Dalawa sa limang tagasuri ang pumayag.")
    apart = ("he", "שניים מחמשת הבודקים הסכימו.")
    for (code, text), (language, said) in ((part, apart), (apart, part)):
        segment = Segment.whole(language, 0, said)
        assert all(holds(segment, mention) for mention in extract(text, code))
    assert not holds(Segment.whole("he", 0, "שניים מששת הבודקים הסכימו."), extract(part[1], "fil")[0])


@pytest.mark.parametrize(("code", "text"), [("pl", "jedenastoosobowy zespół"), ("de", "ein elfköpfiges Team")])
def test_a_number_may_begin_a_word(code: str, text: str) -> None:
    (eleven,) = extract("a team of eleven people", "en")
    assert holds(Segment.whole(code, 0, text), eleven)
