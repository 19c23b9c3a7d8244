"""Powers in words: 10の3乗, 10的6次方, 10의 6제곱; and what they are multiplied with: 2.5×10の3乗."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from checker.numbers.literals import Reading, raised
from checker.numbers.reading import Number, number_at, sequence
from checker.scan import Scan

_TIMES = frozenset("×x*")
_TEN = Decimal(10)


@lru_cache(maxsize=1)
def find_numbers(scan: Scan) -> tuple[Number, ...]:
    """Every number of a text in order, longest reading first, none inside another."""
    return _powered(scan) if scan.says("power") else tuple(sequence(scan))


def _powered(scan: Scan) -> tuple[Number, ...]:
    marks = [match for _, matches in scan.having("power") for match in matches if match.category == "power"]
    joints = sorted({mark.value for mark in marks})
    found: list[Number] = []
    for number in sequence(scan):
        if found and number.end <= found[-1].end:
            continue  # an exponent
        made = _power(scan, number, joints)
        if made is not number and found and _times(scan, found[-1].end, number.start) and number.value == _TEN:
            made = _product(found.pop(), made)
        found.append(made)
    return tuple(found)


def _power(scan: Scan, number: Number, joints: Sequence[str]) -> Number:
    """A number with the power that it is raised to behind it."""
    joint = next((joint for joint in joints if scan.text.startswith(joint, number.end)), "")
    behind = number.end + len(joint)
    start = scan.after_gap(behind)
    sign = scan.longest(start, "minus") if joint else None
    minus = sign is not None or "-" in scan.text[behind:start]  # a hyphen is a gap elsewhere
    start = sign.end if sign else start
    exponent = number_at(scan, start) if joint and start < len(scan.text) else None
    mark = scan.longest(scan.after_gap(exponent.end), "power") if exponent else None
    if exponent is None or mark is None or exponent.value % 1 or not 0 < exponent.value < 1000:
        return number
    size = -int(exponent.value) if minus else int(exponent.value)
    high = [raised(reading, "", size) for reading in number.readings]
    readings = tuple(reading for reading in high if reading)
    return replace(number, end=mark.end, readings=readings, literal="", scaled=True) if readings else number


def _times(scan: Scan, start: int, end: int) -> bool:
    return scan.text[start:end].strip(" ") in _TIMES


def _product(factor: Number, power: Number) -> Number:
    ten = power.readings[0].value
    readings = tuple(Reading(reading.value * ten, reading.step * ten) for reading in factor.readings)
    return replace(factor, end=power.end, readings=readings, scaled=True, multiplier=ten)
