"""Runs of digits with separators, and what they may mean."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

MARKS = ".,'٬٫·_"
LITERAL = re.compile(rf"\d+(?:[{re.escape(MARKS)}]\d+|(?: \d{{3}})(?!\d))*")
_TOO_LONG = 60
"""Digits beyond which a run is no amount (a hash, a key): it is kept whole as a name-like run."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a number: its value, and the place of its last digit."""

    value: Decimal
    step: Decimal


@lru_cache(maxsize=8192)
def read_literal(text: str, decimal: tuple[str, ...], group: tuple[str, ...]) -> tuple[tuple[Reading, ...], bool]:
    """The readings of a run of digits with separators, likeliest first, and whether it breaks the language's rules."""
    marks = [character for character in text if not character.isdigit()]
    parts = re.split(r"\D", text)
    whole = "".join(parts)
    if len(whole) > _TOO_LONG:
        return (), False
    if not marks:
        return (Reading(Decimal(whole), Decimal(1)),), False
    grouped = _groups(parts) and len(set(marks)) == 1
    as_group = Reading(Decimal(whole), Decimal(1))
    as_decimal = Reading(Decimal("".join(parts[:-1]) + "." + parts[-1]), Decimal(1).scaleb(-len(parts[-1])))
    last = marks[-1]
    if len(set(marks)) > 1:
        if marks.count(last) == 1 and len(set(marks[:-1])) == 1 and _groups(parts[:-1]):
            return (as_decimal,), last not in decimal
        return (), False
    if len(marks) > 1:
        return ((as_group,), last not in group) if grouped else ((), False)
    if last == " ":
        return (as_group,), " " not in group
    if last == decimal[0] or (last in decimal and last not in group):
        return ((as_decimal, as_group) if grouped else (as_decimal,)), False
    if last in group:
        return ((as_group, as_decimal), False) if grouped else ((as_decimal,), last not in decimal)
    return ((as_group, as_decimal) if grouped else (as_decimal,)), True


def _groups(parts: list[str]) -> bool:
    """Whether runs of digits are groups of thousands, Indian groups included."""
    if not 1 <= len(parts[0]) <= 3 or parts[0].startswith("0"):
        return False
    middle, last = parts[1:-1], parts[-1]
    if len(parts) == 1:
        return True
    return len(last) == 3 and (all(len(part) == 3 for part in middle) or all(len(part) == 2 for part in middle))
