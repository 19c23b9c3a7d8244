"""What is written is read: the values that CLDR's own rules write in a language come back as the same values."""

from collections.abc import Callable

import pytest

from checker import languages
from checker.benchmarks import written
from checker.benchmarks.written import DATES, DIGITS, WORDS
from tests.trust.amounts import amounts

OTHERWISE = {
    "fi": "cases that no text has in a number of several words",
    "ga": "less than a hundred behind a comma after its thousands",
    "my": "single syllables that are other words",
    "sw": "less than a hundred behind a comma after its thousands, which a list has as well",
    "zu": "prefixes of classes; from 20,000 on the rules write one number for another",
}
"""Languages whose RBNF writes what is not read, and what that is."""
CODES = languages.codes()


@amounts("count", 2, 100)
def test_digits_and_dates_come_back_in_every_language(count: int, figure: Callable[[str], None]) -> None:
    found = written.measure(CODES, count)
    wrong = [line for line in written.failed(found) if line.split()[1] == f"{DIGITS}:"]
    figure(f"{sum(each[DIGITS].count for each in found.values() if DIGITS in each)} in digits, {len(wrong)} not read")
    assert wrong == []
    assert [line for line in written.failed(found) if line.split()[1] == f"{DATES}:"] == []


@amounts("count", 4, 100)
def test_words_come_back(count: int, figure: Callable[[str], None]) -> None:
    found = written.measure(sorted(set(CODES) - set(OTHERWISE)), count, seed=2)
    tallies = [each[WORDS] for each in found.values() if WORDS in each]
    total, failures = sum(it.count for it in tallies), sum(len(it.failures) for it in tallies)
    figure(f"{total} in words in {len(tallies)} languages, {failures} not read")
    assert failures <= 0.01 * total, [line for line in written.failed(found) if f"{WORDS}:" in line]


@pytest.mark.parametrize("code", sorted(OTHERWISE))
def test_a_language_is_an_exception_only_while_it_is_one(code: str) -> None:
    found = written.measure([code], 60)[code][WORDS]
    assert 0 < found.share < 0.99


def test_what_comes_back_as_another_value_is_told() -> None:
    assert not written._is(written.Decimal(5))(written.Quantity(written.Decimal(5), written.Decimal(6)))
