"""Names with a rank: one claim that other languages may leave out, and that may not change."""

import pytest

from checker.benchmarks.timing import growth
from checker.compare import compare
from checker.extraction import extract
from checker.languages.notation import notation
from checker.model import Kind, Label, Mention, Rule
from checker.weight import weak

RULERS = [
    ("en", "King Oswin XIV lived here."),
    ("fr", "Le roi Oswin XIV vivait ici."),
    ("de", "König Oswin XIV. lebte hier."),
    ("hu", "XIV. Oswin király itt élt."),
    ("tr", "Kral XIV. Oswin burada yaşadı."),
    ("ru", "Король Освин XIV жил здесь."),
    ("ja", "オスウィン14世はここに住んでいた。"),
    ("ja", "オスウィン十四世はここに住んでいた。"),
    ("zh", "路易十四住在这里。"),
    ("zh", "路易十四世住在这里。"),
    ("ko", "루이 14세가 여기에 살았다."),
]
WARS = [
    ("en", "before the Second World War"),
    ("en", "before World War II"),
    ("en", "before World War 2"),
    ("en", "before World War Two"),
    ("de", "vor dem Zweiten Weltkrieg"),
    ("de", "vor dem 2. Weltkrieg"),
    ("fr", "avant la Seconde Guerre mondiale"),
    ("it", "prima della seconda guerra mondiale"),
    ("sv", "före andra världskriget"),
    ("pl", "przed II wojną światową"),
    ("pl", "przed drugą wojną światową"),
    ("ru", "до Второй мировой войны"),
    ("tr", "2. Dünya Savaşı öncesinde"),
    ("tr", "İkinci Dünya Savaşı öncesinde"),
    ("ar", "قبل الحرب العالمية الثانية"),
    ("hi", "द्वितीय विश्व युद्ध से पहले"),
    ("id", "sebelum Perang Dunia II"),
    ("id", "sebelum Perang Dunia ke-2"),
    ("vi", "trước Thế chiến thứ hai"),
    ("ja", "第二次世界大戦の前"),
    ("ja", "第2次世界大戦の前"),
    ("ko", "제2차 세계 대전 전에"),
    ("zh", "在第二次世界大战之前"),
]


def _only(text: str, code: str) -> Mention:
    (mention,) = extract(text, code)
    return mention


@pytest.mark.parametrize(("cases", "number"), [(RULERS, "14"), (WARS, "2")])
def test_a_rank_is_one_claim_however_it_is_written(cases: list[tuple[str, str]], number: str) -> None:
    mentions = [_only(text, code) for code, text in cases]
    assert {(mention.kind, mention.value.number) for mention in mentions if isinstance(mention.value, Label)} == {
        (Kind.NAME, number)
    }
    assert all(compare(mentions[0], mention).agrees for mention in mentions)
    assert all(weak(mention) for mention in mentions)


def test_another_rank_is_another_name() -> None:
    outcome = compare(_only("König Oswin XIV. lebte hier.", "de"), _only("オスウィン15世はここに住んでいた。", "ja"))
    assert outcome.rule is Rule.NAME and outcome.strong


def test_a_rank_agrees_with_the_ordinal_or_the_number_that_another_language_has() -> None:
    rank = _only("King Oswin XIV lived here.", "en")
    assert compare(rank, _only("Oswin der Vierzehnte", "de")).agrees
    assert compare(rank, _only("พระเจ้าออสวินที่ 14", "th")).agrees


@pytest.mark.parametrize(
    ("code", "text", "claims"),
    [
        ("en", "Sir, I vi know", []),
        ("en", "size XXXL and IIX and MIX", []),
        ("sv", "Nu vet vi vad", []),
        ("fr", "au XIVe siècle", ["ordinal 14 century"]),
        ("es", "los siglos XI y XII", ["ordinal 11 century", "ordinal 12 century"]),
        ("ja", "3世代の家族、5世帯", ["count 3", "count 5"]),
        ("ja", "21世紀", ["ordinal 21 century"]),
        ("ko", "그는 16세에 떠났다", ["quantity 16 year"]),
        ("en", "After the World War 2 million people left.", ["count 2000000"]),
        ("en", "two world wars", ["count 2"]),
        ("zh", "查理五岁了", ["quantity 5 year"]),
    ],
)
def test_what_only_looks_like_a_rank(code: str, text: str, claims: list[str]) -> None:
    assert [notation(mention) for mention in extract(text, code)] == claims


def test_a_word_for_a_name_agrees_with_the_name_and_with_no_other_number() -> None:
    name, word = _only("COVID-19 spread fast.", "en"), _only("新冠疫情迅速蔓延。", "zh")
    assert compare(name, word).agrees and compare(word, name).agrees
    assert weak(word) and not weak(name)
    assert not compare(word, _only("19 people came.", "en")).agrees
    assert not compare(word, _only("COVID-18 spread fast.", "en")).agrees


def test_the_time_grows_with_the_number_of_ranks() -> None:
    ranks = "World War II, Oswin XIV, "
    assert len(extract(ranks * 50, "en")) == 100
    assert growth(lambda text: extract(text, "en"), lambda size: (ranks * size)[:size], 12_500, 50_000) < 6
