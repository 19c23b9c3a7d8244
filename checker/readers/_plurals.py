"""Which form of a plural is for which number, as the header of a gettext catalogue says it."""

import re
from collections.abc import Callable
from gettext import c2py

_HEADER = re.compile(r"nplurals\s*=\s*(\d{1,2})\s*;\s*plural\s*=\s*([^;\n]{1,900})")
_SMALL = ("zero", "one", "two")
"""CLDR's categories that stand for a number, by the number."""
_MANY = (3, 100)
"""Numbers whose forms are for many."""
OTHER = "other"

Categories = Callable[[int, int], str]
"""From the number of a form and the count of forms in its entry to the category of CLDR that it is nearest to."""


def categories(header: str) -> Categories:
    """What the forms of a catalogue are for, by its `Plural-Forms`; without one, the first of several is for 1."""
    match = _HEADER.search(header)
    if match is None:
        return _first
    try:
        index = c2py(match[2].strip())
        general = {index(number) for number in _MANY}
        told = {index(number): number for number in (0, 2, 1)}
    except (ValueError, ZeroDivisionError, RecursionError, OverflowError):
        return _first
    known = {form: _SMALL[number] for form, number in told.items() if form not in general}
    return lambda number, count: known.get(number, OTHER) if count > 1 else OTHER


def _first(number: int, count: int) -> str:
    return "one" if count > 1 and number == 0 else OTHER
