"""A mention in the short notation of the language files' examples: `money 1300000 USD per year more-than`."""

from decimal import Decimal

from checker.model import Bound, Label, Mention, Moment, Quantity

_FRACTION = -6
"""Places to which a third is kept; written with two."""


def notation(mention: Mention) -> str:
    """One line, as languages/README.md describes it."""
    return " ".join([mention.kind.value, *_parts(mention.value)])


def _parts(value: Quantity | Moment | Label) -> list[str]:
    if isinstance(value, Label):
        return [value.name]
    if isinstance(value, Moment):
        return [part for part in (value.date, value.time) if part]
    number = _plain(value.low) if value.low == value.high else f"{_plain(value.low)}..{_plain(value.high)}"
    unit = value.unit if value.unit != "percent" else None
    return [
        number,
        *([unit] if unit else []),
        *(["per", value.per] if value.per else []),
        *([value.bound.value] if value.bound is not Bound.EXACT else []),
    ]


def _plain(number: Decimal) -> str:
    text = f"{round(number, 2):f}" if number.as_tuple().exponent == _FRACTION else f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
