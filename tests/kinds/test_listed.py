"""Names and dates that share a part with their neighbours, and names that are written in pieces."""

import pytest

from checker.compare import compare
from checker.extraction import extract
from checker.languages.notation import notation
from checker.model import Label


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("en", "grade 6 to 8"), ("zh", "6～8 级")),
        (("en", "grade 6 and 8"), ("ko", "6, 8급")),
    ],
)
def test_a_number_listed_beside_a_name_may_be_one(one: tuple[str, str], other: tuple[str, str]) -> None:
    mine, theirs = extract(one[1], one[0]), extract(other[1], other[0])
    assert all(compare(a, b).agrees for a, b in zip(mine, theirs, strict=True))


@pytest.mark.parametrize(
    ("text", "names"),
    [("Article 5 and 3 million seeds", 1), ("Article 5, 14:30", 1), ("pages 5, 6 and 9", 3), ("page 7 and 12 km", 1)],
)
def test_an_amount_beside_a_name_is_none(text: str, names: int) -> None:
    found = [mention for mention in extract(text, "en") if any(isinstance(it, Label) for it in mention.readings)]
    assert len(found) == names


def test_numbers_before_a_numbered_noun_are_all_read() -> None:
    assert [mention.text for mention in extract("가리 3·4·5호기", "ko")] == ["3", "4", "5호기"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("en", "on D35"), ("fr", "à J35")),
        (("en", "on D35"), ("de", "an T35")),
        (("en", "the K451R variant"), ("en", "the K451 R variant")),
        (("en", "Zeta-19 is"), ("eu", "Zeta-19a da")),
    ],
)
def test_the_same_name_in_another_dress_agrees(one: tuple[str, str], other: tuple[str, str]) -> None:
    (mine,), (theirs,) = extract(one[1], one[0]), extract(other[1], other[0])
    assert compare(mine, theirs).agrees


@pytest.mark.parametrize(("text", "other"), [("J35", "D36"), ("K451R", "K451 S")])
def test_another_name_differs(text: str, other: str) -> None:
    (mine,), (theirs,) = extract(text, "fr"), extract(other, "en")
    assert not compare(mine, theirs).agrees


@pytest.mark.parametrize(
    ("code", "text", "claims"),
    [
        ("en", "in June and August 1931", ["date 1931-06", "date 1931-08"]),
        ("de", "von Juni bis August 1931", ["date 1931-06", "date 1931-08"]),
        ("eu", "1931ko ekainean eta abuztuan", ["date 1931-06", "date 1931-08"]),
        ("en", "in December and January 1931", ["date --12", "date 1931-01"]),
        ("fr", "en mars 2016,48 navires", ["date 2016-03", "count 48"]),
        ("fr", "de 2011 à 2016,48 navires", ["date 2011", "date 2016", "count 48"]),
        ("fr", "2016,48 mètres", ["quantity 2016.48 meter"]),
        ("hy", "ժամը 9։25", ["time 09:25"]),
        ("bn", "৮ঃ৪৫", ["time 08:45"]),
        ("sw", "saa 3 na dakika 10 usiku", ["time 21:10"]),
        ("en", "aged 6y 2mo", ["quantity 74 month"]),
        ("en", "KR 5y", ["quantity 5 year"]),
        ("en", "the growth (HR 3.25 p=0.04)", ["count 3.25", "count 0.04"]),
        ("en", "types 3a, 3b and 5c", ["name 3a", "name 3b", "count 5"]),
        ("es", "una ganancia de 6.4 ± 1.2 kg", ["range 5.2..7.6 kilogram"]),
        ("az", "85 milyon m3-ə", ["quantity 85000000 cubic-meter"]),
        ("en", "85 $ million", ["money 85000000 USD"]),
        ("en", "it tripled to 2.5 million", ["count 3", "count 2500000"]),
        ("bg", "двойно до 2,5 милиона", ["count 2", "count 2500000 at-most"]),
        ("en", "from two to 3.5 million", ["range 2000000..3500000"]),
        ("hu", "130 és 2⁄3 kör", ["count 130.67"]),
        ("it", "in due decenni", ["quantity 2 decade"]),
        ("de", "in den zwei Jahrzehnten", ["quantity 2 decade"]),
        ("it", "7 su 16 barche", ["count 7", "count 16"]),
        ("en", "7 out of 16 boats", ["count 7", "count 16"]),
        ("en", "7/30 boats", ["count 7", "count 30"]),
    ],
)
def test_what_stands_beside_a_number_is_read_with_it(code: str, text: str, claims: list[str]) -> None:
    assert [notation(mention) for mention in extract(text, code)] == claims
