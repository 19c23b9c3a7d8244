"""Amounts in two parts: 15 dollars and 15 cents, 15 dollars 50, 五元三毛, two hours and 30 minutes, 6 ft 2, 1 m 88."""

from dataclasses import replace
from decimal import Decimal

from checker.kinds.amounts.ahead import onward
from checker.kinds.amounts.measured import Amount, measured
from checker.kinds.clauses import CLAUSE
from checker.languages import behind, kindred, units
from checker.languages.folding import is_letter, script
from checker.languages.lexicon import Match
from checker.model import Kind
from checker.numbers import Number, Reading
from checker.scan import Scan

_PARTS = 100
"""Of what a number without a word is a part behind an amount of money: 15 dollars 50."""
_HOUR, _MINUTE, _SECOND = "hour", "minute", "second"
_THOUSANDTHS = 3
"""Digits that a stopwatch shows behind its seconds at the most."""
_COUNTED = ("unit", "currency", "percent", "counter", "scale", "month_after", "day_after", "hour_after", "minute_after")
_MOST = {_SECOND: 60, _MINUTE: 60, _HOUR: 24}
"""Of how many of a unit a greater one has a name: 90 minutes are no part of a day and 90 minutes."""
_BASES = frozenset({10, _PARTS, 1000})
_TENTHS = 10
_TALL = 9
"""A height in feet or metres is less than this."""
_STATURE = range(140, 231)
"""Hundredths of a metre that people measure."""


def joined(scan: Scan, first: Amount, numbers: list[Number], index: int) -> tuple[Amount, int]:
    """The amount that begins with `first`, whose parts follow from `numbers[index]`; and how many of these it took."""
    first = _glued(scan, first, numbers[index]) if index < len(numbers) else first
    further = _further(scan, first, numbers[index]) if scan.lexicon.unit_first and index < len(numbers) else None
    first, taken, parts = further or first, 1 if further else 0, 1
    while index + taken < len(numbers) and _whole(first, parts):
        following = measured(scan, numbers[index + taken], first.end)
        following = _minutes(scan, following) if first.unit == _HOUR else following
        following, digits = _smaller(scan, first, following, numbers[index + taken + 1 : index + taken + 2])
        if not _adjacent(scan, first, following):
            break
        if first.kind is Kind.MONEY:
            following, smaller = _subunit(scan, first, following)
            smaller = smaller or _bare(scan, following, parts)
            if not parts < smaller or following.number.value * parts >= smaller:
                break
            first, parts = _plus(first, following, Decimal(smaller)), smaller
        else:
            ratio = _ratio(first, following)
            if following.number.value >= min(ratio, _MOST.get(following.unit or "", ratio)):
                break
            first = _minor(first, following, Decimal(ratio))
        taken += 1 + digits
    exact = _exact(scan, first, numbers[index + taken]) if index + taken < len(numbers) else None
    return (exact, taken + 1) if exact else (first, taken)


def _further(scan: Scan, first: Amount, following: Number) -> Amount | None:
    """The amount with the hundreds behind its thousands, and the unit behind both."""
    number = onward(scan, first.number, following) if first.end == first.number.end else None
    if number is None:
        return None
    second = measured(scan, following, first.end)
    if first.unit is not None or second.start < following.start:
        return replace(first, number=number, end=following.end)
    return replace(second, number=number, start=first.start)


def _exact(scan: Scan, first: Amount, parts: Number) -> Amount | None:
    """Seconds with their hundredths behind the word, where words are written together: 9秒58, 2분 11초 60."""
    if first.unit != _SECOND or not parts.literal.isdigit() or len(parts.literal) > _THOUSANDTHS:
        return None
    if script(scan.text[first.end - 1]) not in ("joined", "hangul") or scan.text[first.end : parts.start].strip(" "):
        return None
    if first.number.value % 1 or parts.scaled or scan.at(scan.after_gap(parts.end), *_COUNTED):
        return None
    step = Decimal(1).scaleb(-len(parts.literal))
    reading = Reading(first.number.value + parts.value * step, step)
    return _with(first, Amount(parts, parts.start, parts.end), reading)


def _minutes(scan: Scan, following: Amount) -> Amount:
    """A number behind hours with what marks the minutes of a time: 3小时20分."""
    mark = scan.longest(scan.after_gap(following.end), "minute_after") if following.unit is None else None
    return replace(following, end=mark.end, unit=_MINUTE) if mark else following


def _whole(amount: Amount, parts: int) -> bool:
    """Whether an amount is whole units, written in full, to which a smaller unit may add."""
    number = amount.number
    if amount.kind not in (Kind.MONEY, Kind.QUANTITY) or amount.factor != 1 or "/" in (amount.unit or ""):
        return False
    return not number.scaled and (parts > 1 or number.value % 1 == 0) and len(number.readings) == 1


def _goes_on(scan: Scan, amount: Amount) -> bool:
    """Whether an "and" follows an amount."""
    return any(scan.at(scan.after_gap(amount.end), "and", "parts_linker"))


def _adjacent(scan: Scan, first: Amount, following: Amount) -> bool:
    """Whether nothing stands between two amounts but a space or an "and"; or a comma, in hours, minutes and seconds."""
    if following.start < first.end or following.number.scaled or following.number.value % 1:
        return False
    between = scan.text[first.end : following.start]
    comma = between.startswith(", ") and (first.unit, following.unit) == (_HOUR, _MINUTE) and _goes_on(scan, following)
    if not between[comma:].strip(" ") or (between == "-" and following.unit == behind().get(first.unit or "")):
        return True
    place = scan.after_gap(first.end + comma)
    return any(
        is_letter(scan.text[match.start]) and scan.after_gap(match.end) == following.start
        for match in scan.at(place, "and", "parts_linker")
    )


def _glued(scan: Scan, first: Amount, following: Number) -> Amount:
    """A number with the unit between it and the digits written onto that: 1m88, 6ft2."""
    if first.unit is not None or not first.number.literal or scan.text[first.start - 1 : first.start].isalnum():
        return first
    unit = next((unit for unit in scan.at(first.end, "unit") if unit.end == following.start), None)
    if unit is None or unit.value not in behind():
        return first
    whole = replace(first, end=unit.end, unit=unit.value, kind=Kind.QUANTITY)
    return whole if _smaller(scan, whole, measured(scan, following, unit.end), [])[0].unit else first


def _smaller(scan: Scan, first: Amount, following: Amount, after: list[Number]) -> tuple[Amount, int]:
    """A bare number with the smaller unit that it counts (6 ft 2, 1 m 88), and how many more digits it took (八八)."""
    unit, number = behind().get(first.unit or ""), following.number
    large = first.number.value >= _PARTS
    if unit is None or large or following.unit or number.scaled or number.part or number.value % 1:
        return following, 0
    apart = scan.longest(scan.after_gap(following.end), "written_on") if number.literal else None
    if apart and apart.value == unit:
        return replace(following, end=apart.end, unit=unit, kind=Kind.QUANTITY), 0
    value, digits, end, more = number.value, len(number.literal) or len(str(int(number.value))), following.end, 0
    if number.spelled and after and after[0].start == end and max(value, after[0].value) < _TENTHS:
        value, digits, end, more = value * _TENTHS + after[0].value, 2, after[0].end, 1
    ratio = _ratio(first, replace(following, unit=unit))
    if ratio == _PARTS and digits == 1 and following.start == first.end and first.number.value < _TALL:
        value, digits = value * _TENTHS, 2  # 1米8
    size = first.number.value * ratio + value
    tall = size in _STATURE if ratio == _PARTS else size < _TALL * ratio
    tall = tall and following.start == scan.after_gap(first.end)
    if (ratio == _PARTS and digits != 2) or not _ends(scan, first, following, end, tall):
        return following, 0
    made = replace(number, end=end, readings=(Reading(value, Decimal(1)),))
    return replace(following, number=made, end=end, unit=unit, kind=Kind.QUANTITY), more


def tall(scan: Scan, unit: Match, number: Number) -> bool:
    """Whether a number behind a unit that says one by itself counts the smaller unit: метр восемьдесят восемь."""
    if unit.value not in behind():
        return False
    one = Number(unit.start, unit.start, (Reading(Decimal(1), Decimal(1)),))
    whole = Amount(one, unit.start, unit.end, unit.value, Kind.QUANTITY)
    return _smaller(scan, whole, Amount(number, number.start, number.end), [])[0].unit is not None


def _ends(scan: Scan, first: Amount, following: Amount, end: int, tall: bool) -> bool:
    """Whether a number behind a unit counts nothing that follows where its words end, as that of a `tall` one does."""
    place, text = scan.after_gap(end), scan.text
    if place >= len(text) or CLAUSE.match(text, place) or CLAUSE.match(text, end):
        return True
    if scan.at(place, *_COUNTED) or text[place].isdigit() or text[end + 1 : end + 2].isdigit():
        return False
    if text[first.end : following.start] in ("", "-"):
        return script(text[end]) != "spaced" and text[end] not in "'/-"
    return tall or bool(scan.at(place, "and", "linker"))


def _subunit(scan: Scan, first: Amount, following: Amount) -> tuple[Amount, int]:
    """The second amount with its subunit, and how many of these the first amount's currency has; 0 where it is none."""
    mine = {first.unit, *first.others}
    place = scan.after_gap(following.number.end)
    linker = scan.longest(place, "linker")  # 79 de cenți
    for match in scan.at(place, "subunit") or (scan.at(scan.after_gap(linker.end), "subunit") if linker else ()):
        for unit in (match.value, *kindred().get(match.value, ())):
            currency, _, parts = unit.partition("/")
            if currency in mine and int(parts) in _BASES:
                return replace(following, end=match.end), int(parts)
    return following, 0


def _bare(scan: Scan, following: Amount, parts: int) -> int:
    """The parts that a number without a unit counts at the end of its clause: 15 dollars 50, 五元三毛五."""
    number, text = following.number, scan.text
    if following.unit is not None or parts not in (1, 10):
        return 0
    digits = len(number.literal) or len(str(int(number.value)))
    end = scan.after_gap(following.end)
    over = end >= len(text) or bool(CLAUSE.match(text, end)) or bool(CLAUSE.match(text, following.end))
    return _PARTS if over and digits == (2 if parts == 1 else 1) else 0


def _plus(first: Amount, following: Amount, parts: Decimal) -> Amount:
    value = first.number.value + following.number.value / parts
    return _with(first, following, Reading(value, 1 / parts))


def _ratio(first: Amount, following: Amount) -> int:
    """How many of the second unit make one of the first, where that is a whole number; else 0."""
    large, small = units().get(first.unit or ""), units().get(following.unit or "")
    if not large or not small or large["dimension"] != small["dimension"] or large["offset"] != "0":
        return 0
    ratio = Decimal(large["factor"]) / Decimal(small["factor"])
    return int(ratio) if ratio > 1 and ratio % 1 == 0 else 0


def _minor(first: Amount, following: Amount, ratio: Decimal) -> Amount:
    """The whole in the smaller unit: two hours and 30 minutes are 150 minutes."""
    value = first.number.value * ratio + following.number.value
    made = _with(first, following, Reading(value, following.number.readings[0].step))
    return replace(made, unit=following.unit, others=())


def _with(first: Amount, following: Amount, reading: Reading) -> Amount:
    number = replace(first.number, readings=(reading,), spelled=first.number.spelled and following.number.spelled)
    return replace(first, number=number, end=following.end)
