"""Numbers listed beside a numbered noun, which may be names as well: the 4 of grade 3 to 4, the 1 of 1, 2호기."""

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.kinds.found import Found
from checker.kinds.naming import counts, label, measured, plain_digits
from checker.languages.folding import is_letter
from checker.model import Kind, Label, Quantity
from checker.scan import Scan

_NEXT = re.compile(r"(\d{1,3})(?![\d:%]|[.,]\d|[a-z])")
_LAST = re.compile(r"(?<![\d:.,a-z-])(\d{1,3})$")
_LONGEST = 3
"""Digits of such a number."""
_DASH = re.compile(r" ?[-–~〜～,،、] ?")
_DASHED = re.compile(r" ?[-–~〜～,،、·・] ?$")
_JOINTS = ("and", "between", "pair_between")
_MOST = 4
"""Numbers in such a list."""
_OTHER = ("month", "counter", "hour_after", "name_before", "ordinal_marks_after", "decades_after", "centuries_after")
"""What follows a number that is no name."""


def behind(scan: Scan, start: int, number: int, end: int) -> Iterator[Found]:
    """The numbers that follow a name whose noun stands before its number: grade 3 to 4, pages 5, 6 and 7."""
    noun = plain_digits(scan, start, number)
    for _ in range(_MOST):
        place = _over(scan, end)
        match = _NEXT.match(scan.text, place) if place is not None else None
        if match is None or counts(scan, match.end()) or measured(scan, match.end()):
            return
        if scan.at(scan.after_gap(match.end()), *_OTHER, "name_after"):
            return
        yield _found(match.start(1), match.end(1), match.group(1), label(f"{noun} {match.group(1)}", generic=True))
        end = match.end()


def ahead(scan: Scan, start: int) -> Iterator[Found]:
    """The numbers before a name whose noun stands behind its number: 3～4 级, 1, 2호기."""
    for _ in range(_MOST):
        stop = _back(scan, start)
        match = _LAST.search(scan.text, max(0, stop - _LONGEST - 1), stop) if stop is not None else None
        if match is None or scan.before_any(match.start(1), "name_before"):
            return
        yield _found(match.start(1), match.end(1), match.group(1), Label(match.group(1), "", match.group(1), True))
        start = match.start(1)


def _over(scan: Scan, end: int) -> int | None:
    """Where what follows begins, over a dash, a comma or a word that lists."""
    joint = scan.longest(scan.after_gap(end), *_JOINTS)
    if joint and is_letter(scan.text[joint.start]):
        return scan.after_gap(joint.end)
    dash = _DASH.match(scan.text, end)
    return dash.end() if dash else None


def _back(scan: Scan, start: int) -> int | None:
    """Where what stands before ends, over the same."""
    joint = next(iter(scan.before_any(start, *_JOINTS)), None)
    if joint and is_letter(scan.text[joint.start]):
        return scan.before_gap(joint.start)
    dash = _DASHED.search(scan.text, max(0, start - _LONGEST), start)
    return dash.start() if dash else None


def _found(start: int, end: int, digits: str, name: Label) -> Found:
    value = Decimal(digits)
    return Found(start, end, Kind.COUNT, (Quantity(value, value), name))
