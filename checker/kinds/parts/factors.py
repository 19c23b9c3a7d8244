"""Words for so many times as much, which other languages say with a number: doubled, вдвое, halbiert, 倍増."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from checker.kinds.amounts import context
from checker.kinds.bounds.bounds import Place
from checker.kinds.found import Found, Taken
from checker.model import PART, Kind, Quantity
from checker.scan import Scan

_HUNDREDTH = Decimal("0.01")


def find(scan: Scan, taken: Taken) -> Iterator[Found]:
    """Every such word that no other claim has taken: a count, or a part of a whole where it says less (halved)."""
    for start, matches in sorted(scan.having("factor")):
        match = next(match for match in matches if match.category == "factor")
        if not taken.free(start, match.end) or _counted(scan, start):
            continue
        value = Decimal(match.value)
        part = value < 1
        quantity = Quantity(value, value, PART, step=_HUNDREDTH) if part else Quantity(value, value)
        place = Place(start, match.end, start, match.end)
        kind = Kind.PERCENT if part else Kind.COUNT
        made = context.found(scan, taken, place, (quantity,), kind, spelled=True)
        made = replace(made, direction=made.direction or ("down" if part else "up"))
        taken.add(made.start, made.end)
        yield made


def _counted(scan: Scan, start: int) -> bool:
    """Whether a number before such a word says how many times: 3 เท่าตัว, 3倍増, ሁለት እጥፍ."""
    before = scan.before_gap(start)
    return scan.text[before - 1 : before].isdigit() or bool(scan.before(before, "number"))
