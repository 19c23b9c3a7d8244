"""Parts of a whole in percent, and units that hold their number: a third, 5分の1, an hour and a half, شهرين."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from checker.kinds import context
from checker.kinds.found import Found, Taken
from checker.languages.folding import fold, is_letter
from checker.languages.lexicon import Match
from checker.model import Kind, Quantity, Value
from checker.numbers import Number, find_numbers, number_at
from checker.scan import Scan

_SLOT = re.compile(r"\{(over|under|one)\}")
_MOST = 1000
"""The greatest number that a part of a whole is told of: one in a thousand."""
_YEARS = range(1900, 2101)
_FUSED = {"dual": Decimal(2), "half_unit": Decimal("0.5")}
"""Categories of words that are a number and a unit in one: two months, half an hour."""


def find(scan: Scan, taken: Taken) -> Iterator[Found]:
    """Every part of a whole, and every unit with its half, that no other claim has taken."""
    for finder in (_fused, _units_and_half, _patterns, _named, _mixed):
        yield from finder(scan, taken)


def _fused(scan: Scan, taken: Taken) -> Iterator[Found]:
    """Two months in one word (شهرين, שנתיים), half an hour in one (полчаса), also with a half behind it."""
    for start, matches in sorted(scan.starts.items()):
        match = next((match for match in matches if match.category in _FUSED), None)
        if match is None or not taken.free(start, match.end) or _part_of_number(scan, match):
            continue
        amount, end = _FUSED[match.category], match.end
        more = scan.longest(scan.after_gap(end), "half_more")
        if more:
            amount, end = amount + Decimal("0.5"), more.end
        step = Decimal("0.5") if amount % 1 else Decimal(1)
        place = context.Place(start, end, start, end)
        readings = (Quantity(amount, amount, match.value, step=step),)
        made = context.found(scan, taken, place, readings, Kind.QUANTITY, spelled=True)
        taken.add(made.start, made.end)
        yield made


def _units_and_half(scan: Scan, taken: Taken) -> Iterator[Found]:
    """An hour and a half, un'ora e mezza: one unit and its half, without a number."""
    for start, matches in sorted(scan.starts.items()):
        for unit in matches:
            more = scan.longest(scan.after_gap(unit.end), "half_more") if unit.category == "unit" else None
            before = scan.before_gap(start)
            if more is None or (before and scan.text[before - 1].isdigit()):
                continue
            numbers = scan.before(before, "number", "article")
            if any(number.category == "number" and number.value != "1" for number in numbers):
                continue
            first = numbers[0].start if numbers else start
            if taken.free(first, more.end):
                taken.add(first, more.end)
                amount = Decimal("1.5")
                quantity = Quantity(amount, amount, unit.value, step=Decimal("0.5"))
                yield Found(first, more.end, Kind.QUANTITY, (quantity,), spelled=True)
            break


@lru_cache(maxsize=1024)
def _compiled(pattern: str, bare: bool) -> tuple[tuple[str, str], re.Pattern[str], re.Pattern[str]]:
    """The names of a pattern's two slots, what stands between them, and what stands behind them."""
    before, first, between, second, behind = _SLOT.split(pattern)
    if before:
        raise ValueError(f"the fraction pattern {pattern!r} must begin with a slot")
    return (first, second), _literal(between, bare), _literal(behind, bare)


def _literal(text: str, bare: bool) -> re.Pattern[str]:
    """Words between numbers: a space is any gap, `*` any one word."""
    pieces = [re.escape(fold(piece, bare).text) for piece in text.strip().split("*")]
    words = r"[^\s\d.,;:!?()]+".join(piece.replace(r"\ ", "[ -]+") for piece in pieces)
    gap = "[ -]+" if text.startswith(" ") else "[ -]*"
    return re.compile(f"{gap}{words}[ -]*" if words else "")


def _patterns(scan: Scan, taken: Taken) -> Iterator[Found]:
    """Parts of a whole with any numbers, as the language writes them: 5分の1, 1 von 5, one in five."""
    if not scan.lexicon.patterns:
        return
    for number in find_numbers(scan):
        if not taken.free(number.start, number.end):
            continue
        made = next(filter(None, (_pattern(scan, number, pattern) for pattern in scan.lexicon.patterns)), None)
        if made and taken.free(made.start, made.end):
            limit = context.bound(scan, made.start, made.end)
            taken.add(limit.start, limit.end)
            readings = tuple(
                replace(value, bound=bound)
                for value in made.readings
                if isinstance(value, Quantity)
                for bound in limit.bounds
            )
            yield replace(made, start=limit.start, end=limit.end, readings=readings)


def _pattern(scan: Scan, first: Number, pattern: str) -> Found | None:
    """The part of a whole that begins with a number and is written by a pattern; None where none is."""
    slots, between, behind = _compiled(pattern, scan.lexicon.bare)
    joint = between.match(scan.text, first.end)
    second = number_at(scan, joint.end()) if joint else None
    if second is None or any(number.scaled for number in (first, second)):
        return None
    over, under = (second, first) if slots[0] == "under" else (first, second)
    rest = behind.match(scan.text, second.end)
    if (
        rest is None
        or not 0 < over.value < under.value <= _MOST
        or under.value in _YEARS
        or over.value % 1
        or under.value % 1
    ):
        return None
    if "one" in slots and over.value != 1:
        return None
    if scan.at(scan.after_gap(second.end), "percent", "currency", "scale"):
        return None
    percent = round(over.value / under.value * 100, 6).normalize()
    whole = Quantity(percent, percent, "percent", step=Decimal(1))
    part = Quantity(under.value, under.value)
    spelled = over.spelled and under.spelled
    return Found(first.start, max(second.end, rest.end()), Kind.PERCENT, (whole, part), spelled)


def _named(scan: Scan, taken: Taken) -> Iterator[Found]:
    """Half, a third, three quarters: words for a part of a whole."""
    for start, matches in sorted(scan.starts.items()):
        match = next((match for match in matches if match.category == "fraction"), None)
        if match is None or not taken.free(match.start, match.end) or _part_of_number(scan, match):
            continue
        number = number_at(scan, start)
        if (number and number.end > match.end) or _rank(scan, match):
            continue
        if scan.at(start, "half_more") and scan.before(scan.before_gap(start), "unit"):
            continue  # dua jam setengah: two and a half hours
        made = _part(scan, match)
        taken.add(made.start, made.end)
        yield made


def _part(scan: Scan, match: Match) -> Found:
    """A part of a whole in percent, or of the unit that follows: half an hour."""
    value = Decimal(match.value)
    beyond = scan.after_gap(match.end)
    for category in ("linker", "article"):
        word = scan.longest(beyond, category)
        beyond = scan.after_gap(word.end) if word else beyond
    unit = scan.longest(beyond, "unit")
    if unit:
        amount = value / 100
        kind, quantity = Kind.QUANTITY, Quantity(amount, amount, unit.value, step=amount)
    else:
        kind, quantity = Kind.PERCENT, Quantity(value, value, "percent", step=Decimal(1))
    limit = context.bound(scan, match.start, unit.end if unit else match.end)
    readings: tuple[Value, ...] = tuple(replace(quantity, bound=bound) for bound in limit.bounds)
    return Found(limit.start, limit.end, kind, readings, spelled=True)


def _rank(scan: Scan, match: Match) -> bool:
    """Whether "a third" is rather an ordinal: a third meeting, not a third of the visitors."""
    article = None if scan.at(match.start, "number") else scan.longest(match.start, "article")
    ordinal = scan.longest(scan.after_gap(article.end), "ordinal") if article else None
    if ordinal is None or ordinal.end != match.end:
        return False
    position = scan.after_gap(match.end)
    follows = position < len(scan.text) and is_letter(scan.text[position])
    return follows and not scan.at(position, "linker", "and", "bound_after")


def _part_of_number(scan: Scan, match: Match) -> bool:
    """Whether a fraction word only adds to a number before it: two and a half."""
    end = scan.before_gap(match.start)
    joint = next((match for match in scan.before(end, "and") if is_letter(scan.text[match.end - 1])), None)
    if joint:
        end = scan.before_gap(joint.start)
        if scan.before(end, "unit"):
            return True
    counter = next(iter(scan.before(end, "counter")), None)
    if counter:
        end = scan.before_gap(counter.start)
    return (end > 0 and scan.text[end - 1].isdigit()) or bool(
        scan.before(end, "number", *(("article",) if joint else ()))
    )


_MIXED = re.compile(r"(?<![\d.,/])(\d{1,6}) (\d)/(\d{1,2})(?![\d/])")


def _mixed(scan: Scan, taken: Taken) -> Iterator[Found]:
    """A whole number and a fraction in digits: 220 2/3."""
    for match in _MIXED.finditer(scan.text):
        whole, over, under = map(int, match.groups())
        if 0 < over < under and taken.free(match.start(), match.end()):
            amount = whole + round(Decimal(over) / under, 6)
            after = scan.longest(scan.after_gap(match.end()), "unit")
            end = after.end if after else match.end()
            place = context.Place(match.start(), end, match.start(), match.end())
            quantity = Quantity(amount, amount, after.value if after else None, step=Decimal(1) / under)
            kind = Kind.QUANTITY if after else Kind.COUNT
            made = context.found(scan, taken, place, (quantity,), kind)
            taken.add(made.start, made.end)
            yield made
