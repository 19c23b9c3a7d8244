"""A spelled-out 0 or 1, first or second alone is given by `extract` and told from nothing."""

import pytest

from checker.corpus import check_rows
from checker.extraction import extract
from checker.model import Kind
from checker.rows import Row
from checker.settings import Settings

WEAK = [
    ("en", "Only one came.", Kind.COUNT),
    ("en", "The first boat left.", Kind.ORDINAL),
    ("de", "Nur eins blieb.", Kind.COUNT),
    ("fr", "la deuxième fois", Kind.ORDINAL),
    ("it", "la prima barca", Kind.ORDINAL),
    ("hi", "पहला शब्द", Kind.ORDINAL),
]


@pytest.mark.parametrize(("code", "text", "kind"), WEAK)
def test_a_small_word_is_given_and_marked(code: str, text: str, kind: Kind) -> None:
    (mention,) = extract(text, code)
    assert (mention.weak, mention.kind) == (True, kind)


@pytest.mark.parametrize(
    ("code", "text"),
    [("de", "Eine Frau kam."), ("fr", "une femme"), ("es", "un barco"), ("ko", "이 사람이 일을 했다"), ("vi", "năm")],
)
def test_an_article_is_no_number(code: str, text: str) -> None:
    assert not extract(text, code)


@pytest.mark.parametrize(("code", "text"), [("ne", "सहर ठूलो छ।"), ("ne", "राम्रो छ र सस्तो"), ("my", "အိမ်သုံး ငါး")])
def test_a_number_that_is_a_common_word_counts_only_before_a_measure(code: str, text: str) -> None:
    assert not extract(text, code)


@pytest.mark.parametrize(("code", "text", "low"), [("ne", "छ जना", 6), ("my", "သုံး ရက်", 3)])
def test_before_a_measure_it_counts(code: str, text: str, low: int) -> None:
    (mention,) = extract(text, code)
    assert mention.value.low == low


@pytest.mark.parametrize(
    ("code", "text"), [("en", "minus one"), ("en", "one million"), ("en", "one hour"), ("en", "1")]
)
def test_what_can_only_be_a_number_is_a_claim(code: str, text: str) -> None:
    assert not any(mention.weak for mention in extract(text, code))


def test_small_words_raise_no_alarm() -> None:
    row = Row("1", {"en": "One of the first boats left at 9:30.", "de": "Ein Boot fuhr um 9:30 Uhr ab."})
    (result,) = check_rows([row], Settings(rules_only=True))
    assert not result.findings


def test_small_words_are_told_in_the_coverage(tmp_path: object) -> None:
    from pathlib import Path

    from checker.pipeline import check

    folder = Path(str(tmp_path)) / "boats"
    folder.mkdir()
    (folder / "en.md").write_text("The first boat left in 1912 with 40 people.\n", "utf-8")
    (folder / "de.md").write_text("Das erste Boot legte 1912 mit 40 Menschen ab.\n", "utf-8")
    report = check([str(folder)], Settings(rules_only=True))
    assert {skipped.location.text for skipped in report.coverage} == {"first", "erste"}
    assert not report.findings
