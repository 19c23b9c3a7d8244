"""A number with what it counts: the currency, unit or percent sign before or after it."""

from dataclasses import dataclass, replace
from decimal import Decimal

from checker.languages import kindred, units
from checker.languages.folding import is_letter, script
from checker.languages.lexicon import Match
from checker.model import Kind
from checker.numbers import Number
from checker.scan import Scan


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what it counts."""

    number: Number
    start: int
    end: int
    unit: str | None = None
    kind: Kind = Kind.COUNT
    factor: Decimal = Decimal(1)
    others: tuple[str, ...] = ()
    """Units that the same word may mean as well (krone, degree)."""


_SHORT = 2
"""Letters of an abbreviation that a number in words never has behind it (German "ein in")."""
_LONG_NAME = 5
"""Letters from which a currency's name tells its country where words are written together (デンマーククローネ)."""


def measured(scan: Scan, number: Number) -> Amount:
    """A number and the currency or unit that stands before or after it."""
    start, end = number.start, number.end
    ahead = _unit_ahead(scan, number) if scan.lexicon.unit_first else None
    if ahead:
        return ahead
    after = _unit_after(scan, end, number)
    if after and after.category in ("percent", "points"):
        unit = "percent" if after.category == "percent" else "percent-point"
        return Amount(number, start, after.end, unit, Kind.PERCENT)
    if after and after.category == "tenths":
        return Amount(number, start, after.end, "percent", Kind.PERCENT, Decimal(10))
    before = _currency_before(scan, start)
    percent_before = next(iter(scan.before(scan.before_gap(start), "percent")), None)
    if after and after.category in ("currency", "subunit") and not (before and after.category == "currency"):
        factor = Decimal("0.01") if after.category == "subunit" else Decimal(1)
        return Amount(number, start, after.end, after.value, Kind.MONEY, factor, _others(scan, after))
    if before:
        stop = after.end if after and after.category == "currency" and after.value == before.value else end
        return Amount(number, before.start, stop, before.value, Kind.MONEY, others=_others(scan, before))
    if percent_before:
        return Amount(number, percent_before.start, end, "percent", Kind.PERCENT)
    scale_before = _temperature_before(scan, start, after)
    if scale_before:
        return Amount(number, scale_before.start, after.end if after else end, scale_before.value, Kind.QUANTITY)
    if after:
        return Amount(number, start, after.end, after.value, Kind.QUANTITY, others=_others(scan, after))
    return Amount(number, start, end)


def _others(scan: Scan, match: Match) -> tuple[str, ...]:
    """What else a bare currency name may mean (krone, rial, peso) and a unit that says no scale (degrees)."""
    others = kindred().get(match.value, ())
    if not others or match.category == "unit":
        return others
    text = scan.text[match.start : match.end]
    if text == match.value.lower() or not all(map(is_letter, text)):
        return ()
    return () if script(text[0]) == "joined" and len(text) > _LONG_NAME else others


def _temperature_before(scan: Scan, start: int, after: Match | None) -> Match | None:
    """The name of a temperature scale before its number: 摄氏38.5度."""
    for match in scan.before(scan.before_gap(start), "unit"):
        dimension = units().get(match.value, {}).get("dimension")
        if dimension == "temperature" and (after is None or after.value in units()):
            return match
    return None


def _unit_after(scan: Scan, end: int, number: Number) -> Match | None:
    """The unit, currency or percent sign after a number, over at most one linker."""
    position = scan.after_gap(end)
    for _ in range(3):
        matches = scan.at(position, "percent", "points", "currency", "subunit", "unit", "tenths")
        best = _best(scan, matches, end, number)
        if best:
            return best
        linkers = scan.at(position, "linker", "bound_after", "counter")
        if not linkers:
            return None
        position = scan.after_gap(linkers[0].end)
    return None


def _unit_ahead(scan: Scan, number: Number) -> Amount | None:
    """Scale word and unit or currency before a number, in languages that put them there."""
    start, scale = number.start, Decimal(1)
    for match in scan.before(scan.before_gap(start), "scale"):
        start, scale = match.start, Decimal(match.value)
        break
    readings = tuple(
        replace(reading, value=reading.value * scale, step=reading.step * scale) for reading in number.readings
    )
    scaled = replace(number, start=start, readings=readings, scaled=number.scaled or scale > 1)
    for match in scan.before(scan.before_gap(start), "percent", "currency", "unit"):
        kind = {"percent": Kind.PERCENT, "currency": Kind.MONEY}.get(match.category, Kind.QUANTITY)
        return Amount(scaled, match.start, number.end, match.value or "percent", kind)
    return Amount(scaled, start, number.end) if scale > 1 else None


def _best(scan: Scan, matches: list[Match], end: int, number: Number) -> Match | None:
    """The longest match; a money word wins over a unit of the same length where the text speaks of money (pounds)."""
    if not matches:
        return None
    longest = [match for match in matches if match.end == matches[0].end]
    for category in ("percent", "points", "subunit", "currency", "unit", "tenths"):
        for match in longest:
            if match.category == category:
                if category == "tenths" and not (match.start == end and number.value <= 10):
                    return None
                letters = match.end - match.start if script(scan.text[match.start]) == "spaced" else _SHORT + 1
                if number.spelled and letters <= _SHORT:
                    return None
                single = match.end - match.start == 1 and is_letter(scan.text[match.start])
                if scan.text[match.end : match.end + 1].isdigit() and is_letter(scan.text[match.end - 1]):
                    return None
                small = scan.at(match.start, "between", "pair_between", "linker", "linkers") if single else []
                if single and (number.spelled or match.start - end > 1 or (small and match.start > end)):
                    return None
                return match
    return None


def _currency_before(scan: Scan, start: int) -> Match | None:
    end = scan.before_gap(start)
    for place in dict.fromkeys((end, start)):
        matches = scan.before(place, "currency")
        if matches:
            return matches[0]
        if place > 0 and scan.text[place - 1] == ".":
            matches = scan.before(place - 1, "currency")
            if matches:
                return matches[0]
    return None
