"""Units, currencies and scale words before their number, in languages that put them there: dola bilioni 2.4."""

from dataclasses import dataclass, replace
from decimal import Decimal

from checker.languages.folding import is_letter
from checker.languages.lexicon import Match
from checker.model import Kind
from checker.numbers import Number
from checker.scan import Scan

_LITTLE = 2
"""Little words at the most that stand between a unit and its number (a relative concord, a bound)."""
_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
_KINDS = {"percent": Kind.PERCENT, "currency": Kind.MONEY, "subunit": Kind.MONEY, "unit": Kind.QUANTITY}


@dataclass(frozen=True, slots=True)
class Ahead:
    """A number with the scale word and the unit that stand before it."""

    number: Number
    start: int
    unit: str | None
    kind: Kind


def ahead(scan: Scan, number: Number, floor: int) -> Ahead | None:
    """Scale word and unit before a number, not before `floor`; None where there is neither."""
    sign = _sign(scan, number.start, floor)
    start, scale = sign.start if sign else number.start, Decimal(1)
    for match in scan.before(_back(scan, start), "scale"):
        if match.start >= floor:
            start, scale = match.start, Decimal(match.value)
            break
    if sign is not None:
        return Ahead(_scaled(number, start, scale), start, sign.value, Kind.MONEY) if scale > 1 else None
    for match in scan.before(_back(scan, start), *_KINDS):
        if match.start >= floor:
            first, kind = match.start, _KINDS[match.category]
            further = _scale_before(scan, first, floor) if scale == 1 and kind is Kind.MONEY else None
            if further:
                first, scale = further.start, Decimal(further.value)
            return Ahead(_scaled(number, start, scale), first, match.value or "percent", kind)
    return Ahead(_scaled(number, start, scale), start, None, Kind.COUNT) if scale > 1 else None


def onward(scan: Scan, number: Number, following: Number) -> Number | None:
    """A number whose thousands stand before it with what stands behind these: elfu kumi na mbili, mia tatu is 12,300.

    None where the second is another number. The first ends where sizes rise again, or at a comma.
    """
    scale = scan.longest(number.start, "scale") if number.spelled and number.scaled else None
    if scale is None or Decimal(scale.value) != _THOUSAND or not following.spelled or following.part:
        return None
    least = _least(scan, number.end, following.start)
    if least is None or not least <= following.value < Decimal(scale.value) or following.value % 1:
        return None
    reading = replace(following.readings[0], value=number.value + following.value)
    return replace(number, end=following.end, readings=(reading,))


def _least(scan: Scan, end: int, start: int) -> int | None:
    """The smallest number that may go on over what stands between two; None where that parts them."""
    between = scan.text[end:start].strip(" ")
    if not between and scan.text.startswith(_written_on(scan), start):
        return _TEN
    if between in ("", ","):
        return _HUNDRED
    place = scan.after_gap(end)
    return _TEN if any(scan.after_gap(match.end) == start for match in scan.at(place, "and")) else None


def _written_on(scan: Scan) -> tuple[str, ...]:
    """What is an `and` where it is written onto a number: izinkulungwane ezimbili neshumi."""
    return tuple(joint for joint in scan.lexicon.joints if joint in scan.lexicon.prefixes)


def _scaled(number: Number, start: int, scale: Decimal) -> Number:
    readings = tuple(
        replace(reading, value=reading.value * scale, step=reading.step * scale) for reading in number.readings
    )
    return replace(number, start=start, readings=readings, scaled=number.scaled or scale > 1)


def _scale_before(scan: Scan, start: int, floor: int) -> Match | None:
    """The scale word before a currency that its number follows (biliọnu poun 2.8), if it is no other number's."""
    for match in scan.before(scan.before_gap(start), "scale"):
        before = scan.before_gap(match.start)
        counted = scan.text[before - 1 : before].isdigit() or scan.before(before, "number")
        if match.start >= floor and not counted:
            return match
    return None


def _sign(scan: Scan, start: int, floor: int) -> Match | None:
    """The currency sign on a number, which the scale word stands before: dibilione di le $37."""
    for match in scan.before(scan.before_gap(start), "currency"):
        if match.start >= floor and not is_letter(scan.text[match.start]):
            return match
    return None


def _back(scan: Scan, start: int) -> int:
    """Where the word before ends, over linkers and a bound: kilomita zaidi ya 40, amaphesenti angu-20."""
    place = scan.before_gap(start)
    for _ in range(_LITTLE):
        little = scan.before(place, "linker", "bound_before")
        if not little:
            break
        place = scan.before_gap(little[0].start)
    return place


def onto(scan: Scan, end: int) -> Match | None:
    """A unit that is another word but where it is written onto the digits that end there: 2in of rain, not 2in1."""
    found = scan.longest(end, "written_on") if scan.text[end - 1 : end].isdigit() else None
    if found is None or scan.text[found.end : found.end + 2].lstrip("-")[:1].isdigit():
        return None
    return found._replace(category="unit")
