"""Alternatives in braces: every form that they stand for, and well-made ones in the language files."""

import pytest

from checker import languages
from checker.languages.sections import alternatives


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("more than", ["more than"]),
        ("{taller|older} than", ["taller than", "older than"]),
        ("not {a|b} {c|d*}", ["not a c", "not a d*", "not b c", "not b d*"]),
    ],
)
def test_a_form_with_alternatives_stands_for_each(form: str, expected: list[str]) -> None:
    assert list(alternatives(form)) == expected


@pytest.mark.parametrize("code", languages.codes())
def test_bounds_have_well_made_alternatives_and_none_twice(code: str) -> None:
    for side in languages.read(code).get("bounds", {}).values():
        for key, forms in side.items():
            for form in forms:
                assert form.count("{") == form.count("}") and "||" not in form and "{|" not in form and "|}" not in form
            every = [each for form in forms for each in alternatives(form)]
            assert all(each == each.strip() and each for each in every), key
