"""Which numbers the text for a plural form is for, in a language: what CLDR says of its categories."""

from functools import cache

from checker.implied import NAMED
from checker.languages import cldr

_LAST = 500
"""The greatest number that is looked at; rules of plurals go by the last two digits."""
_FEW = 2
"""So many numbers a text can be for and say each in words: “no file” is 0 alone, French “un jour” is 0 and 1."""


@cache
def numbers(language: str, form: str) -> tuple[int, ...]:
    """The whole numbers up to 500 that a form is for; `=1` is for that one alone.

    None (an empty tuple) for a category of fractions, or one that the language does not have.
    """
    if form.startswith("="):
        return (int(form[1:]),)
    locale = cldr.locale(language)
    if locale is None:
        return (NAMED[form],) if form in NAMED else ()
    return tuple(number for number in range(_LAST + 1) if locale.plural_form(number) == form)


def few(language: str, form: str) -> bool:
    """Whether a form is for so few numbers that its text need not have a placeholder for them."""
    return 0 < len(numbers(language, form)) <= _FEW
