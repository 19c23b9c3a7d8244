"""Numbers that a plural form stands for: the 1 of "1 file" where other languages write the placeholder."""

from collections.abc import Mapping

from checker.model import Mention, Quantity

NAMED: Mapping[str, int] = {"zero": 0, "one": 1, "two": 2}
"""The plural categories of CLDR that are for a number of that name, beside others."""


def implied(form: str, mention: Mention) -> bool:
    """Whether a mention in the text for a plural form is the number that the form is for."""
    value = mention.value
    number = int(form[1:]) if form.startswith("=") else NAMED.get(form)
    return number is not None and isinstance(value, Quantity) and value.low == value.high == number
