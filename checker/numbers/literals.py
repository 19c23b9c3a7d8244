"""Runs of digits with separators, and what they may mean."""

import re
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import lru_cache

from checker.languages.folding import Folded

MARKS = ".,'٬٫·_،・۔"
LITERAL = re.compile(rf"\d+(?:[{re.escape(MARKS)}]\d+|(?: \d{{3}}|, 000)(?!\d)){{0,60}}")
"""Digits in groups; more groups than these are no number, and looking for their end at each of them takes forever."""
LEADING = re.compile(r"(?<![\w.,)\]])[.,](?=\d+(?![\d,]))")
"""A decimal mark without a digit before it: .25, ,08."""
_DIGITS = re.compile(r"\d+")
_FRACTION = re.compile(rf"\d+([{re.escape(MARKS)}])\d+(?=(?!\1)[{re.escape(MARKS)}]\d)")
"""The first of two numbers with decimals that a mark of another kind parts: 12.5,16.7."""
FULLWIDTH = "\uff0c"
"""A comma that parts two numbers, unless their digits are as wide."""
_CLOSED = "(?![^\\W\u1100-\ud7ff\uf900-\ufaff])"
"""No letter or digit follows, but for those of scripts that write words onto numbers: 10^6個."""
_POWER = re.compile(
    rf"e([+-]?)(\d+){_CLOSED}|\^([+-]*)(\d+){_CLOSED}| ?[x×\*] ?10(?:\^([+-]?)(\d+)|e([+-]?)(\d+)){_CLOSED}"
)
"""What raises a number in digits: 2e5, 1.1^23, 1.3x10^6."""
_GREATEST = 66
"""Digits of the greatest number that is read, before and after its point."""
_RATIO = Context(prec=16)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NOUGHTS = "000"
_SPACED = ", 000"
"""Thousands with a space behind their comma: 30, 000. No number of its own begins with noughts."""
_TOO_LONG = 60
"""Digits beyond which a run is no amount (a hash, a key): it is kept whole as a name-like run."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a number: its value, and the place of its last digit."""

    value: Decimal
    step: Decimal


def listed(text: str, start: int, end: int) -> bool:
    """Whether the digits at a place have the same mark on both sides, as those of a list have: 4,5,6."""
    before = text[start - 1] if start > 1 and text[start - 2].isdigit() else " "
    return before in MARKS and text[end : end + 1] == before


def until_fullwidth(folded: Folded, position: int, text: str) -> str:
    """Digits up to a full-width comma that parts two numbers; between full-width digits it groups them."""
    comma = text.find(",")
    while comma > 0:
        start, _ = folded.span(position + comma, position + comma + 1)
        grouped = text[comma + 1 : comma + 4] == _NOUGHTS and not text[comma + 4 : comma + 5].isdigit()
        if folded.original[start] == FULLWIDTH and folded.original[start - 1].isascii() and not grouped:
            return text[:comma]
        comma = text.find(",", comma + 1)
    return text


def ratio(over: Decimal, under: Decimal) -> Decimal:
    """A quotient, to 16 digits where it has no end."""
    return _RATIO.divide(over, under).normalize()


def power(text: str, end: int) -> tuple[int, str, int] | None:
    """The power that digits are raised to: where it ends, its base (`10`, or `` for themselves), the exponent."""
    match = _POWER.match(text, end)
    if match is None:
        return None
    groups = [group for group in match.groups() if group is not None]
    sign, digits = groups[0], groups[1]
    if len(digits) > 4:
        return match.end(), "10", _GREATEST + 1
    exponent = -int(digits) if sign.count("-") % 2 else int(digits)
    return match.end(), "" if text[end] == "^" else "10", exponent


def raised(reading: Reading, base: str, exponent: int) -> Reading | None:
    """A reading with its power; None where the number is beyond reason."""
    if abs(exponent) > _GREATEST:
        return None
    if base:
        return Reading(reading.value.scaleb(exponent), reading.step.scaleb(exponent))
    digits = len(reading.value.as_tuple().digits) * abs(exponent)
    if not reading.value or digits > 3 * _GREATEST:
        return None
    value = reading.value ** abs(exponent)
    if abs(value.adjusted()) > _GREATEST:
        return None
    value = value if exponent >= 0 else ratio(Decimal(1), value)
    last = value.as_tuple().exponent
    return Reading(value, Decimal(1).scaleb(last if isinstance(last, int) else 0))


@lru_cache(maxsize=8192)
def read_literal(text: str, decimal: tuple[str, ...], group: tuple[str, ...]) -> tuple[tuple[Reading, ...], bool]:
    """The readings of a run of digits with separators, likeliest first, and whether it breaks the language's rules."""
    if len(text) > 2 * _TOO_LONG:
        return (), False
    if _SPACED in text:
        parts = text.replace(_SPACED, ",000").split(",")
        return ((Reading(Decimal("".join(parts)), Decimal(1)),) if _groups(parts) else ()), False
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
        return ((as_group,), " " not in group) if grouped else ((), False)  # 2018 238
    if last == decimal[0] or (last in decimal and last not in group):
        return ((as_decimal, as_group) if grouped else (as_decimal,)), False
    if last in group:
        if not grouped and last not in decimal and _YEAR.fullmatch(parts[0]):
            return (), False  # December 2018,63 patients
        if grouped and last not in decimal and parts[-1] == _NOUGHTS:
            return (as_group,), False  # no 60.000 is 60: nobody writes three noughts for decimals
        return ((as_group, as_decimal), False) if grouped else ((as_decimal,), last not in decimal)
    return ((as_group, as_decimal) if grouped else (as_decimal,)), True


def unscaled(
    text: str, readings: tuple[Reading, ...], decimal: tuple[str, ...], *, irregular: bool
) -> tuple[Reading, ...]:
    """The readings of digits that no scale word follows: 1,450 in English is not 1.45, as 1,450 million may be."""
    sure = len(readings) > 1 and readings[0].step == 1 and not irregular
    return readings[:1] if sure and not any(mark in text for mark in decimal) else readings


def read_first(text: str, decimal: tuple[str, ...], group: tuple[str, ...]) -> tuple[str, tuple[Reading, ...], bool]:
    """The first number of a run of digits with separators: how it is written, and what `read_literal` says of it."""
    for pattern in (LITERAL, _FRACTION, _DIGITS):
        found = pattern.match(text)
        readings, irregular = read_literal(found.group(), decimal, group) if found else ((), False)
        if found and readings:
            return found.group(), readings, irregular
    return text, (), False


def _groups(parts: list[str]) -> bool:
    """Whether runs of digits are groups of thousands, Indian groups included."""
    if not 1 <= len(parts[0]) <= 3 or parts[0].startswith("0"):
        return False
    middle, last = parts[1:-1], parts[-1]
    if len(parts) == 1:
        return True
    return len(last) == 3 and (all(len(part) == 3 for part in middle) or all(len(part) == 2 for part in middle))
