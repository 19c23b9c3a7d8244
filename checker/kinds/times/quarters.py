"""Quarters of a year by their letter, which other languages write with another or in words: Q3, T3, Kv3."""

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.kinds.found import Found, Taken
from checker.kinds.naming import label, original
from checker.model import Kind, Quantity
from checker.scan import Scan

_QUARTER = re.compile(r"([1-4])(?!\w|[.,]\d)")


def find(scan: Scan, taken: Taken) -> Iterator[Found]:
    """Every quarter that no other claim has taken: a name that may be a rank, the third quarter."""
    for start, matches in scan.having("quarter_mark"):
        mark = next(match for match in matches if match.category == "quarter_mark")
        digit = _QUARTER.match(scan.text, mark.end)
        if digit and taken.free(start, digit.end()) and not _in_compound(scan, digit.end()):
            number, end = Decimal(digit.group(1)), digit.end()
            taken.add(start, end)
            yield Found(start, end, Kind.NAME, (label(original(scan, start, end)), Quantity(number, number)))


def _in_compound(scan: Scan, end: int) -> bool:
    """Whether a hyphen goes on with anything but another quarter: T1-B, but Q1-Q3."""
    return scan.text.startswith("-", end) and not scan.at(end + 1, "quarter_mark")
