"""A number that stands alone is read in one step; the result is the same as step by step."""

import pytest

from checker import languages
from checker.numbers.reading import number_at, one_word, plain
from checker.scan import scan


@pytest.mark.parametrize("code", languages.codes())
def test_the_short_way_reads_what_the_long_way_reads(code: str) -> None:
    lexicon = languages.load(code)
    for example in languages.read(code).get("examples", []):
        scanned = scan(example["text"], lexicon)
        for start, _ in scanned.runs:
            found = plain(scanned, start)
            assert found is None or found == number_at(scanned, start), example["text"]
        for start, _ in scanned.having("number"):
            found = one_word(scanned, start)
            assert found is None or found == number_at(scanned, start), example["text"]


@pytest.mark.parametrize("text", ["5 million", "3/4 cup", "2 and a half", "1e5", "5² m", "three fifths"])
def test_what_takes_more_on_is_read_step_by_step(text: str) -> None:
    scanned = scan(text, languages.load("en"))
    assert plain(scanned, 0) is None if text[0].isdigit() else one_word(scanned, 0) is None
