"""Names of versions with their bound: version 3.2 or later, Android 4.4 and earlier."""

from dataclasses import replace

from checker.kinds.bounds.bounds import bound
from checker.kinds.found import Found, Taken
from checker.languages.folding import is_letter
from checker.model import Bound, Moment
from checker.scan import Scan

_BOUNDS = (Bound.AT_LEAST, Bound.AT_MOST)
"""Bounds that a name may have: under Article 13 is none."""

_PARTED = frozenset(" .")
"""What stands in the name of a version: Android 12, Python 3.11."""


def limited(scan: Scan, taken: Taken, name: Found) -> Found:
    """The name with the words behind it that mean those after it or before it as well, where there are any.

    What stands before a name is no bound of it, but a preposition (up to Article 6, bis Los L2433); and behind letters
    and digits in one word "and more" goes on with something else (10,000 H100 and more).
    """
    if not scan.says("bound_after") or not set(scan.text[name.start : name.end]) & _PARTED:
        return name
    limit = bound(scan, name.start, name.end, named=True)
    if limit.bounds[0] not in _BOUNDS or limit.start < name.start or not taken.free(name.end, limit.end):
        return name
    if not any(map(is_letter, scan.text[name.end : limit.end])):
        return name
    readings = (
        value if isinstance(value, Moment) else replace(value, bound=said)
        for value in name.readings
        for said in limit.bounds
    )
    return replace(name, end=limit.end, readings=tuple(dict.fromkeys(readings)))
