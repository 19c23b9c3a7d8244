"""Forms of plurals: for which numbers their texts are, by CLDR, and whether these can do without a placeholder."""

import pytest

from checker.plurals import few, numbers


@pytest.mark.parametrize(
    ("language", "form", "first"),
    [
        ("en", "one", (1,)),
        ("pt-BR", "one", (0, 1)),
        ("ru", "one", (1, 21, 31)),
        ("sl", "one", (1, 101, 201)),
        ("pl", "few", (2, 3, 4)),
        ("ar", "zero", (0,)),
        ("ja", "one", ()),
        ("cs", "many", ()),  # of fractions
        ("tlh", "one", (1,)),  # a language that CLDR does not know
        ("ru", "=1", (1,)),
    ],
)
def test_numbers_of_a_form(language: str, form: str, first: tuple[int, ...]) -> None:
    assert numbers(language, form)[:3] == first


@pytest.mark.parametrize(
    ("language", "sound"),
    [
        ("de", {"one": True, "other": False}),
        ("fr", {"one": True, "many": False, "other": False}),
        ("ru", {"one": False, "few": False, "many": False, "=1": True}),
        ("ar", {"zero": True, "one": True, "two": True, "few": False, "many": False, "other": False}),
        ("cs", {"one": True, "few": False, "many": False, "other": False}),
        ("gd", {"one": True, "two": True, "few": False}),  # 1 and 11, 2 and 12
    ],
)
def test_which_may_leave_the_number_out(language: str, sound: dict[str, bool]) -> None:
    assert {form: few(language, form) for form in sound} == sound
