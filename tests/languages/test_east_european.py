"""Slavic and Baltic words as texts inflect them: clock times, limits, scale words, parts of a whole."""

import pytest

from checker.extraction import extract
from checker.languages.notation import notation

CASES = [
    # Half an hour before an hour, behind any preposition.
    ("ru", "к половине шестого", ["time 05:30"]),
    ("be", "да паловы шостай", ["time 05:30"]),
    ("sr", "до пола шест ујутру", ["time 05:30"]),
    ("sl", "okoli pol šestih zjutraj", ["time 05:30"]),
    ("hr", "oko pola šest ujutro", ["time 05:30"]),
    ("lt", "iki pusės šešių ryto", ["time 05:30"]),
    ("mk", "во пет и пол наутро", ["time 05:30"]),
    ("ru", "за четверть века", ["quantity 0.25 century"]),
    # A suffix on a figure.
    ("ru", "5-ти миллионов рублей", ["money 5000000 RUB"]),
    ("uk", "7-ми мільйонів гривень", ["money 7000000 UAH"]),
    ("bg", "5,8-те милиона", ["count 5800000"]),
    # Limits.
    ("ru", "600 мг не более", ["quantity 600 milligram at-most"]),
    ("cs", "nejpozději do 30 dnů", ["quantity 30 day at-most"]),
    ("cs", "600 mg nejvýše", ["quantity 600 milligram at-most"]),
    ("pl", "nie wcześniej niż po 30 dniach", ["quantity 30 day at-least"]),
    ("sl", "pozneje, ne prej kot 30 dni", ["quantity 30 day at-least"]),
    ("hr", "manje ili jednako 5 kg", ["quantity 5 kilogram at-most"]),
    ("sk", "bez toho, aby prekročil 30 kg", ["quantity 30 kilogram at-most"]),
    ("lt", "neviršijant 30 kg", ["quantity 30 kilogram at-most"]),
    ("lv", "nepārsniedzot 30 kg", ["quantity 30 kilogram at-most"]),
    ("uk", "не падала нижче від 20 °C", ["quantity 20 degree-celsius at-least"]),
    ("sr", "температура се није спустила испод 20 °C", ["quantity 20 degree-celsius at-least"]),
    # Words that only look like a limit.
    ("cs", "5 zemí nejvíce zasažených povodněmi", ["count 5"]),
    ("lt", "120 žmonių daugiausia dirba naktį", ["count 120"]),
    ("sl", "5 ljudi vsaj malo pozna", ["count 5"]),
    # Cases of scale words and of parts.
    ("lt", "5 milijonuose namų", ["count 5000000"]),
    ("lv", "1,1 miljardā eiro", ["money 1100000000 EUR"]),
    ("sk", "štvrtinou a tretinou", ["percent 25", "percent 33.33"]),
    ("hr", "tri petine i jednom petinom", ["percent 60", "percent 20"]),
    ("ru", "дважды в день", ["count 2 per day"]),
    ("sl", "desettisoči ljudi", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), CASES)
def test_an_inflected_form_is_read(language: str, text: str, expected: list[str]) -> None:
    assert [notation(mention) for mention in extract(text, language) if not mention.weak] == expected
