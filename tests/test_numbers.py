"""Numbers in digits and words are read as what they mean."""

from decimal import Decimal

import pytest

from checker import languages
from checker.languages import cldr
from checker.numbers import find_numbers, read_literal
from checker.scan import scan

DOT, COMMA = (".",), (",",)


@pytest.mark.parametrize(
    ("text", "decimal", "group", "values", "irregular"),
    [
        ("1,600", DOT, COMMA, ["1600", "1.600"], False),
        ("1.600", COMMA, DOT, ["1600", "1.600"], False),
        ("1.6", COMMA, DOT, ["1.6"], True),
        ("1.6", (",", "."), (".",), ["1.6"], False),
        ("12,34,567", DOT, COMMA, ["1234567"], False),
        ("1.234.567,89", COMMA, DOT, ["1234567.89"], False),
        ("1,2,3", DOT, COMMA, [], False),
    ],
)
def test_a_run_of_digits(
    text: str, decimal: tuple[str, ...], group: tuple[str, ...], values: list[str], irregular: bool
) -> None:
    readings, broke = read_literal(text, decimal, group)
    assert [str(reading.value) for reading in readings] == values
    assert broke == irregular


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("en", "two hundred and fifty-six thousand", 256000),
        ("en", "1.7 million four years ago", 1700000),
        ("de", "zweihundertsechsundfünfzig", 256),
        ("zh", "一百一十五", 115),
        ("ja", "23億5000万", 2350000000),
        ("ar", "ألف وخمسمئة", 1500),
        ("hi", "साढ़े तीन लाख", 350000),
        ("hi", "पौने दो", Decimal("1.75")),
    ],
)
def test_the_parts_of_a_number_are_put_together(code: str, text: str, value: int | Decimal) -> None:
    assert next(iter(find_numbers(scan(text, languages.load(code))))).value == value


@pytest.mark.parametrize(
    ("code", "text"), [("en", "tens of thousands"), ("de", "Zehntausende"), ("en", "millions of people")]
)
def test_a_vague_number_is_no_claim(code: str, text: str) -> None:
    assert not list(find_numbers(scan(text, languages.load(code))))


WRITES_APART = sorted(set(languages.codes()) - {"ko", "my", "it", "ca", "sl", "zu"})
"""Without those whose single syllables mean other things too (ko, my) or whose elisions are not read (it … zu)."""


@pytest.mark.parametrize("code", WRITES_APART)
def test_what_is_spelled_by_rule_is_read_back(code: str) -> None:
    from unicode_rbnf import FormatPurpose, RbnfEngine

    try:
        engine = RbnfEngine.for_language("no" if code == "nb" else code)
    except ValueError:
        pytest.skip("no rules for this language")
    lexicon, wrong, count = languages.load(code), [], 0
    for number in (*range(3, 100), *range(100, 1000, 13)):
        try:
            rules = engine.format_number(number, FormatPurpose.CARDINAL).text_by_ruleset
        except Exception as error:  # noqa: BLE001 - the library raises an error of its own in some versions
            pytest.skip(str(error))
        spelled = [
            text for rule, text in rules.items() if rule.startswith("spellout-cardinal") and "financial" not in rule
        ]
        if not spelled or any(map(str.isdigit, spelled[0])):
            continue
        count += 1
        if [found.value for found in find_numbers(scan(spelled[0], lexicon))] != [number]:
            wrong.append((spelled[0], number))
    assert len(wrong) <= count * 0.05, wrong[:10]


def test_cldr_names_no_metal_as_money() -> None:
    found = cldr.locale("ja")
    assert found is not None
    assert "XAU" not in {value for category, value, _ in cldr.forms(found, []) if category == "currency"}
