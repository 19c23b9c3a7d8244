"""Names with a number, where no capital letter and no space shows them, and what looks like them."""

import pytest

from checker.extraction import extract
from checker.model import Kind, Label, Quantity


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ja", "観測衛星「センチネル2」の画像", "センチネル2"),
        ("ja", "衛星センチネル2の画像", "センチネル2"),
        ("zh", "哨兵-3", "哨兵-3"),
        ("fa", "ماهوارهٔ «سنتینل ۲»", "سنتینل ۲"),
        ("en", 'the film "Frozen 2" was', "Frozen 2"),
    ],
)
def test_a_name_that_ends_in_a_number_may_be_the_number_alone(language: str, text: str, name: str) -> None:
    (mention,) = extract(text, language)
    assert (mention.text, mention.kind) == (name, Kind.NAME)
    assert {type(reading) for reading in mention.readings} == {Label, Quantity}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "温度为-20至-15℃"),
        ("zh", "白细胞介素-1β"),
        ("ja", "グループ2チーム"),
        ("ja", "約50"),
        ("en", '"about 50"'),
        ("ja", "マイナス5"),
    ],
)
def test_an_amount_is_no_such_name(language: str, text: str) -> None:
    assert all(mention.kind is not Kind.NAME for mention in extract(text, language))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "120,000 B300 accelerators", ["120,000", "B300"]),
        ("hi", "120000 K80 चिप", ["120000", "K80"]),
        ("ko", "제13조에 따라", ["제13"]),
        ("ko", "포뮬러 1 경주", ["1"]),
        ("ko", "13조 원", ["13조 원"]),
        ("ja", "本バージョンは4.1.7に代わる", ["4.1.7"]),
        ("zh", "从4.1.7升级", ["4.1.7"]),
        ("en", "the hottest June since 1871", ["June", "1871"]),
        ("en", "in June of 1871", ["June of 1871"]),
        ("en", "about half a second", ["about half a second"]),
        ("en", "about a third cheaper", ["about a third"]),
    ],
)
def test_what_stands_beside_a_number_is_read_apart(language: str, text: str, expected: list[str]) -> None:
    assert [mention.text for mention in extract(text, language)] == expected
