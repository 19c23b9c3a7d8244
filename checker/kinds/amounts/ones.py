"""The one that an article says before a unit, or the unit alone: a decade, an hour and 20 minutes, час и 20 минут."""

from collections.abc import Iterator
from decimal import Decimal

from checker.kinds.amounts.joined import tall
from checker.kinds.amounts.measured import unit_after
from checker.languages import dimension, round_units, units
from checker.languages.lexicon import Match
from checker.numbers import Number, Reading
from checker.scan import Scan

_ONE = (Reading(Decimal(1), Decimal(1)),)
_REACH = 28
"""Code points before an article and a unit in which what they divide is looked for."""
_ALONE = "one_unit"
"""The category of forms of a unit that count one by themselves, where a language has no article (час, godzinę)."""


def ones(scan: Scan, numbers: list[Number]) -> list[Number]:
    """The ones that no number word says, in order: before a round unit or a percent, and before a unit that goes on.

    A decade is ten years elsewhere, a percent one percent, and an hour and 20 minutes are 80 minutes.
    """
    found = {number.start: number for number in _rounded(scan)} if scan.says("article") else {}
    if scan.says("unit", "currency"):
        found |= {one.start: one for number in numbers for one in _before(scan, number)}
    return [found[start] for start in sorted(found)]


def _rounded(scan: Scan) -> Iterator[Number]:
    """The articles before a round unit or a percent sign in words: a decade, isang porsiyento."""
    for _, matches in scan.having("article") if scan.says("unit", "percent") else ():
        for match in matches:
            if match.category == "article" and _round(scan, scan.after_gap(match.end)):
                yield Number(match.start, match.end, _ONE, spelled=True)


def _round(scan: Scan, place: int) -> bool:
    """Whether what begins at a place is counted with an article as with the number one."""
    measures = scan.at(place, "unit", "percent")
    return any(match.category == "percent" or match.value in round_units() for match in measures)


def _before(scan: Scan, number: Number) -> Iterator[Number]:
    """The one of the greater unit to which a number with its unit is joined: an hour and 20 minutes."""
    place = scan.before_gap(number.start)
    joints = scan.before_any(number.start, "and", "parts_linker")
    for end in dict.fromkeys((place, *(scan.before_gap(joint.start) for joint in joints))):
        for unit in scan.before(end, "unit", "currency"):
            further = unit_after(scan, number.end, number)
            if unit.category == "currency":
                if further and further.category == "subunit":  # én euro og 79 cent
                    yield from _one(scan, unit)
                    return
            elif _smaller(further, unit) if further else tall(scan, unit, number):
                yield from _one(scan, unit)
                return


def _counted(scan: Scan, start: int) -> bool:
    """Whether something is counted before a place, which an article and a unit there may divide: 20 an hour."""
    return any(scan.within(max(0, start - _REACH), start, "number", "multiple", "currency", "unit")) or any(
        letter.isdigit() for letter in scan.text[max(0, start - _REACH) : start]
    )


def _smaller(further: Match, unit: Match) -> bool:
    """Whether the one is a smaller unit of the same dimension than the other."""
    sizes = [Decimal(units()[each.value]["factor"]) for each in (further, unit) if each.value in units()]
    return len(sizes) > 1 and dimension(further.value) == dimension(unit.value) and sizes[0] < sizes[1]


def _one(scan: Scan, unit: Match) -> Iterator[Number]:
    """The article before a unit, where it is no number word as well; or the place before one that stands alone."""
    before = scan.before_gap(unit.start)
    beside = scan.before(before, "number", "article") or scan.before(unit.start, "number", "article")
    for word in beside[:1]:
        divided = bool(scan.at(word.start, "per"))  # as which the one is not among the numbers: 一小时
        said = divided or not any(other.category == "number" for other in beside)
        if said and word.value in ("", "1") and not (divided and _counted(scan, word.start)):
            yield Number(word.start, word.end, _ONE, spelled=True)
        return
    alone = any(form.end == unit.end for form in scan.at(unit.start, _ALONE))
    if alone and not scan.text[before - 1 : before].isdigit() and not scan.before(before, "scale", "half_more", "per"):
        yield Number(unit.start, unit.start, _ONE, spelled=True)
