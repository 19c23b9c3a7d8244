"""The categories that the code names are those that the language files make, and a Hangul syllable is a word alone."""

import pytest

from checker import languages
from checker.extraction import extract
from checker.languages import derived, lexicon
from checker.languages.folding import fold, shape
from checker.languages.sections import forms
from checker.scan import inert

CODES = (*languages.codes(), "common")


def made() -> set[str]:
    """Every category that some section of some file makes, or that is derived from what it makes."""
    written = [form for code in CODES for form in forms(languages.read(code))]
    over = derived.denominators(written, "ordinal", [("", "")])
    return {category for category, _, _ in (*written, *over)}


def test_every_category_that_the_code_sets_apart_is_made() -> None:
    assert not (inert._INERT | lexicon._HANGUL_ALONE) - made()


@pytest.mark.parametrize(
    ("word", "part", "category"),
    [
        ("총리", "총", "share"),
        ("국무총리", "총", "share"),
        ("팀장", "팀", "people"),
        ("연구팀장", "팀", "people"),
        ("투표", "표", "name_before"),
        ("목표", "표", "name_before"),
    ],
)
def test_a_hangul_syllable_inside_a_word_is_no_word(word: str, part: str, category: str) -> None:
    found = languages.load("ko")

    def categories(text: str) -> set[str]:
        folded = fold(text).text
        at = folded.index(fold(part).text)
        return {match.category for match in found.at(folded, shape(folded), at)}

    assert category in categories(f"{part} 3")
    assert category not in categories(f"{word} 3")


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("총 3명이 왔다.", "together"),
        ("총리는 3명을 만났다.", None),
        ("국무총리 3명이 왔다.", None),
        ("두 명이 5달러씩 냈다.", "each"),
        ("두 명이 5달러 씩 냈다.", "each"),
    ],
)
def test_whose_share_a_korean_amount_is(text: str, share: str | None) -> None:
    assert extract(text, "ko")[-1].share == share


@pytest.mark.parametrize("text", ["목표 12대를 정했다.", "투표 12건이 있었다."])
def test_an_aim_is_no_table(text: str) -> None:
    assert [mention.text for mention in extract(text, "ko")] == ["12"]
