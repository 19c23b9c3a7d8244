"""What stands around an amount: its sign, its bound, what it is counted by, whether it is for each or for all."""

import re
from dataclasses import dataclass, replace

from checker.kinds.found import Found, Taken
from checker.languages import units
from checker.languages.folding import is_letter, script
from checker.languages.lexicon import Match
from checker.model import Bound, Kind, Quantity, Value
from checker.scan import Scan

_CLAUSE = re.compile(r"[;!?。！？।؟۔\n]|[,،、，](?!\d)|[.:](?=\s|$)|[()（）\[\]]")
_REACH_WORDS = 2
"""Little words (articles, linkers) that may stand between an amount and the bound before it."""
_REACH = 28
"""Code points around an amount in which its denominator is looked for."""
_SINGLE = "single"
"""The value of `people` for those who are paid one by one."""
_BESIDE = 4
"""How far from an amount its denominator stands where words are written together."""
_REACH_JOINED = 10
"""The same in scripts that write no spaces."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an amount stands with its unit, and where its number does."""

    start: int
    end: int
    number_start: int
    number_end: int


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
    inner = next(iter(scan.within(place.number_end, end, "bound_after")), None)
    if inner and limit.bounds == (Bound.EXACT,):  # 10多公里
        limit = Limit((Bound(inner.value.rstrip("?")),), start, end)
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
        made += [replace(value, low=low, high=high, unit=unit, bound=each, per=counted) for each in limit.bounds]
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


@dataclass(frozen=True, slots=True)
class Limit:
    """The bounds that the words around an amount may mean, likeliest first, and the stretch with those words."""

    bounds: tuple[Bound, ...]
    start: int
    end: int


def bound(scan: Scan, start: int, end: int, *, negative: bool = False, ranged: bool = False) -> Limit:
    """The bound of the amount at `start` to `end`.

    A word marked `?` in the data (до: up to, down to, until) may mean nothing of the kind; before a negative
    number it doesn't. The opening of a range (от … до …) is no bound.
    """
    before = _bound_before(scan, start)
    if (
        ranged
        and before
        and any(match.start == before.start for match in scan.before(before.end, "opening", "pair_opening"))
    ):
        before = None
    after = _bound_after(scan, end)
    found = [match for match in (before, after) if match]
    if not found:
        return Limit((Bound.EXACT,), start, end)
    limits = [match for match in found if match.value != Bound.ABOUT] or found
    chosen = limits[0]
    said = Bound(chosen.value.rstrip("?"))
    if not chosen.value.endswith("?"):
        return Limit((said,), min(start, chosen.start), max(end, chosen.end))
    if negative:
        return Limit((Bound.EXACT,), start, end)
    return Limit((said, Bound.EXACT), min(start, chosen.start), max(end, chosen.end))


def _bound_before(scan: Scan, start: int) -> Match | None:
    """The nearest bound before an amount, with little words and at most one other short word between them."""
    position, best, strange = start, None, 0
    for _ in range(_REACH_WORDS + 2):
        position = scan.before_gap(position)
        matches = scan.before(position, "bound_before")
        if matches:
            match = matches[0]
            if best is None or best.value == Bound.ABOUT:
                best = match if best is None or match.value != Bound.ABOUT else best
            position = match.start
            if best.value != Bound.ABOUT:
                return best
            continue
        small = scan.before(position, "linker", "article", "opening", "currency")
        if small:
            position = small[0].start
            continue
        if best is not None:
            return best
        word = _word_before(scan.text, position)
        strange += 1
        if word is None or strange > 1 or position - word > 6 or script(scan.text[position - 1]) == "joined":
            return best
        position = word
    return best


def _word_before(text: str, end: int) -> int | None:
    start = end
    while start > 0 and is_letter(text[start - 1]):
        start -= 1
    return start if start < end else None


def _bound_after(scan: Scan, end: int) -> Match | None:
    """The nearest bound after an amount: 200 से कम, を超える, 500 people or more."""
    text, position = scan.text, end
    skipped = 0
    while position < len(text):
        position = scan.after_gap(position)
        matches = scan.at(position, "bound_after")
        if matches:
            return matches[0]
        if position >= len(text) or _CLAUSE.match(text, position) or text[position].isdigit():
            return None
        if script(text[position]) in ("joined", "hangul"):
            skipped += 1
            if skipped > _REACH_JOINED:
                return None
            position += 1
            continue
        word = position
        while word < len(text) and is_letter(text[word]):
            word += 1
        skipped += _REACH_JOINED
        if word == position or skipped > _REACH_JOINED:
            return None
        position = word
    return None


def _window(scan: Scan, start: int, end: int) -> tuple[int, int]:
    """The clause around an amount, cut to the reach, and not beyond another number."""
    text = scan.text
    reach = _REACH if start == 0 or script(text[start - 1]) != "joined" else _REACH_JOINED
    low = max(0, start - reach)
    for match in _CLAUSE.finditer(text, low, start):
        low = match.end()
    inside = {place for match in scan.within(low, start, "per") for place in range(match.start, match.end)}
    for position in range(start - 1, low - 1, -1):
        if text[position].isdigit() and position not in inside:
            low = position + 1
            break
    high = min(len(text), end + _REACH)
    clause = _CLAUSE.search(text, end, high)
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
        if _CLAUSE.match(text, place):
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
