"""What stands around an amount: its sign, its bound, what it is counted by, whether it is for each or for all."""

from dataclasses import replace

from checker.kinds.bounds import CLAUSE, Limit, Place, bound, inner_bound
from checker.kinds.found import Found, Taken
from checker.languages import units
from checker.languages.folding import is_letter, script
from checker.languages.lexicon import Match
from checker.model import Bound, Kind, Quantity, Value
from checker.scan import Scan

_REACH = 28
"""Code points around an amount in which its denominator is looked for."""
_SINGLE = "single"
"""The value of `people` for those who are paid one by one."""
_BESIDE = 4
"""How far from an amount its denominator stands where words are written together."""
_REACH_JOINED = 10
"""The same in scripts that write no spaces."""


def found(
    scan: Scan,
    taken: Taken,
    place: Place,
    readings: tuple[Value, ...],
    kind: Kind,
    *,
    spelled: bool = False,
    irregular: bool = False,
) -> Found:
    """The claim made of an amount and the sign, bound, denominator and share that stand around it."""
    start, end = place.start, place.end
    sign = minus(scan, start)
    sign = minus(scan, place.number_start) if sign is None else sign
    below = scan.longest(scan.after_gap(end), "minus_after")
    if sign is not None:
        start = min(start, sign)
    elif below:
        sign, end = start, below.end
    limit = bound(scan, start, end, negative=sign is not None, ranged=kind is Kind.RANGE)
    inner = inner_bound(scan, place)
    if inner and limit.bounds == (Bound.EXACT,):
        limit = replace(inner, start=start, end=end)
    if taken.free(limit.start, limit.end):
        start, end = limit.start, limit.end
    else:  # the bound belongs to another claim: barely half of the 2,048
        limit = Limit((Bound.EXACT,), start, end)
    said, outer = per(scan, start, end)
    made: list[Value] = []
    for value in readings:
        if not isinstance(value, Quantity):
            made.append(value)
            continue
        low, high = (-value.high, -value.low) if sign is not None else (value.low, value.high)
        unit, counted = value.unit, said
        if f"{unit}-per-{counted}" in units():
            unit, counted = f"{unit}-per-{counted}", None
        made += limit.of(replace(value, low=low, high=high, unit=unit, per=counted))
    return Found(
        start,
        max(end, outer),
        kind,
        tuple(made),
        spelled,
        share=_only(scan, start, end, "share"),
        direction=_only(scan, start, end, "direction"),
        people=_people(scan, start, end) if said and kind is Kind.MONEY else None,
        irregular=irregular,
    )


def minus(scan: Scan, start: int) -> int | None:
    """Where the minus of a number stands, None where it has none."""
    text = scan.text
    place = start - 1
    if place >= 0 and text[place] in "-\u2212" and start < len(text):
        before = text[place - 1] if place else " "
        if script(before) == "joined":
            return place  # 前年比の-5%
        if before in " (（" or place == 0:
            return (
                place
                if not (place >= 2 and before == " " and _number_or_letter(text[place - 2])) or text[place] == "\u2212"
                else None
            )
    place = scan.before_gap(start)
    if any(
        is_letter(scan.text[match.start]) and " " in scan.text[match.start : place]
        for match in scan.before(place, "bound_before")
    ):
        return None  # "al menos 150" is at least 150
    words = [match for match in scan.before(scan.before_gap(start), "minus") if is_letter(text[match.start])]
    return words[0].start if words else None


def _number_or_letter(character: str) -> bool:
    return character.isdigit() or is_letter(character)


def _window(scan: Scan, start: int, end: int) -> tuple[int, int]:
    """The clause around an amount, cut to the reach, and not beyond another number."""
    text = scan.text
    reach = _REACH if start == 0 or script(text[start - 1]) != "joined" else _REACH_JOINED
    low = max(0, start - reach)
    for match in CLAUSE.finditer(text, low, start):
        low = match.end()
    inside = {place for match in scan.within(low, start, "per") for place in range(match.start, match.end)}
    for position in range(start - 1, low - 1, -1):
        if text[position].isdigit() and position not in inside:
            low = position + 1
            break
    high = min(len(text), end + _REACH)
    clause = CLAUSE.search(text, end, high)
    if clause:
        high = clause.start()
    for position in range(end, high):
        if text[position].isdigit():
            high = position
            break
    return low, high


def per(scan: Scan, start: int, end: int) -> tuple[str | None, int]:
    """The denominator said nearest to an amount (`year`, `person`, `share`), and where the stretch with it ends."""
    low, high = _window(scan, start, end)
    best: tuple[int, Match] | None = None
    for match in scan.within(low, high, "per"):
        if match.end <= start:
            distance = start - match.end + 3
            if _of_another(scan, match, distance):
                continue
        elif match.start >= end:
            distance = match.start - end
            if high < len(scan.text) and scan.text[high].isdigit() and 0 <= high - match.end < distance:
                continue  # nearer to the number after it
        else:
            continue
        if script(scan.text[match.start]) == "joined" and (distance > _BESIDE or _dated(scan, match, end)):
            continue
        if best is None or distance < best[0]:
            best = (distance, match)
    for match in scan.at(scan.after_gap(end), "per"):
        if not _dated(scan, match, end):
            best = (0, match)
    if best is None:
        return None, end
    match = best[1]
    return match.value, match.end if match.start >= end and match.start - end <= 1 else end


def _of_another(scan: Scan, match: Match, distance: int) -> bool:
    """Whether a denominator before an amount stands right behind another number: 136 km pro Stunde, 620 km."""
    text = scan.text
    for place in range(match.start - 1, max(-1, match.start - _REACH), -1):
        if text[place].isdigit():
            return match.start - place < distance + _BESIDE or distance > _BESIDE
        if CLAUSE.match(text, place):
            return False
    return False


def _dated(scan: Scan, match: Match, end: int) -> bool:
    """Whether what would be a denominator is the mark of a month or a day: 6月に, in June."""
    return match.start == end and bool(scan.at(end, "month_after", "day_after", "year_after"))


def _only(scan: Scan, start: int, end: int, category: str) -> str | None:
    """What the clause says of an amount, where it says one thing only: `each` or `together`, `up` or `down`."""
    low, high = _window(scan, start, end)
    found = {match.value for match in scan.within(low, high, category)}
    return found.pop() if len(found) == 1 else None


def _people(scan: Scan, start: int, end: int) -> str | None:
    """Who is named nearest to an amount in its sentence; a group only where no single people are named at all."""
    found = list(scan.within(0, len(scan.text), "people"))
    if not found:
        return None
    nearest = min(found, key=lambda match: (max(start - match.end, match.start - end), match.value)).value
    return nearest if len({match.value for match in found}) == 1 or nearest == _SINGLE else None
