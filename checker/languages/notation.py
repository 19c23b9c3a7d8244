"""A mention in the short notation of the language files' examples: `money 1300000 USD per year more-than`."""

from dataclasses import replace
from decimal import Decimal

from checker.model import PART, Bound, Label, Mention, Moment, Quantity

_PERCENT = "percent"
_ENDLESS = -12
"""Places from which a decimal is an endless one (a third), written with two."""


def notation(mention: Mention) -> str:
    """One line, as languages/README.md describes it."""
    return " ".join([mention.kind.value, *_parts(mention.value)])


def _parts(value: Quantity | Moment | Label) -> list[str]:
    if isinstance(value, Label):
        return [value.name, *([value.bound.value] if value.bound is not Bound.EXACT else [])]
    if isinstance(value, Moment):
        return [part for part in (value.date, value.time) if part]
    if value.unit == PART:
        value = replace(value, low=round(value.low * 100, 2), high=round(value.high * 100, 2), unit=_PERCENT)
    number = _plain(value.low) if value.low == value.high else f"{_plain(value.low)}..{_plain(value.high)}"
    unit = value.unit if value.unit != _PERCENT else None
    return [
        number,
        *([unit] if unit else []),
        *(["per", value.per] if value.per else []),
        *([value.bound.value] if value.bound is not Bound.EXACT else []),
    ]


def _plain(number: Decimal) -> str:
    exponent = number.as_tuple().exponent
    text = f"{round(number, 2):f}" if isinstance(exponent, int) and exponent < _ENDLESS else f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
