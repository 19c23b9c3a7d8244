"""Ranges: 9.2 to 9.5 billion euros, between 3 and 5, 10–15 %."""

from dataclasses import replace
from decimal import Decimal

from checker.kinds.amounts.measured import Amount
from checker.kinds.amounts.signs import BEFORE_MINUS, DASH, SIGNS, minus
from checker.kinds.clauses import clause
from checker.languages.folding import is_letter
from checker.languages.lexicon import Match
from checker.model import Kind
from checker.numbers import Number, Reading
from checker.scan import Scan

_TEN = Decimal(10)
_APART = 20
"""How many times as great as the other end, by what stands before its scale word, an end is that shares that word."""
_RISING = ("direction", "bound_change", "factor", "change")
"""Categories of words for rise and fall, in whose clause two whole amounts are rather a change than a range."""
_SIGNED = " +" + SIGNS + DASH
_LOW = "low"
"""The category of number words in the case of a range's low end."""
_LONGEST_BETWEEN = 16
"""Code points between the ends of a range at the most."""


def range_end(scan: Scan, first: Amount, second: Amount) -> bool:
    """Whether the amount after `first` is the other end of a range."""
    apart = scan.text[first.end : second.start].lstrip(" ")
    between = apart.rstrip(" ")
    if not between and first.end < second.start and scan.before(first.end, _LOW):  # beşten on kişiye
        return first.unit is None and first.number.value < second.number.value
    if not between or second.start < first.end or len(between) > _LONGEST_BETWEEN or ". " in between:
        return False
    place = scan.after_gap(first.end) if not between.startswith("-") else second.start - len(apart)
    for position in dict.fromkeys((place, scan.after_gap(first.end))):
        for match in scan.at(position, "between", "pair_between"):
            if scan.text[match.end : second.start].strip(_SIGNED):
                continue
            if match.category == "pair_between" and not _paired(scan, first, second):
                continue
            if first.unit and second.unit and first.unit != second.unit:
                continue
            if not _plausible(scan, first, second, match) or _change(scan, first, second, match):
                continue
            return True
    return False


def below_zero(scan: Scan, first: Amount, second: Amount) -> bool:
    """Whether the high end of a range has a minus of its own, behind what joins the two: from −5 to −2 °C."""
    sign = second.start - 1
    apart = scan.text[sign - 1] in BEFORE_MINUS
    return scan.text[sign] in SIGNS + DASH and apart and bool(scan.text[first.end : sign].strip(" "))


def low_end(scan: Scan, second: Amount) -> Amount | None:
    """What stands before an amount in the case that makes it the low end of a range: ხუთიდან ათამდე, five to ten."""
    for match in scan.before(scan.before_gap(second.start), _LOW) if scan.says(_LOW) else ():
        value = Decimal(match.value)
        if match.end < second.start and value < second.number.value:
            number = Number(match.start, match.end, (Reading(value, Decimal(1)),), spelled=True)
            return Amount(number, match.start, match.end)
    return None


def estimate(first: Amount, second: Amount) -> tuple[Amount, Amount] | None:
    """The ends of what two digits that follow each other say about: 三四百 is 300 to 400, 十七八岁 17 to 18.

    None for two amounts that are no estimate; words are written together where one is.
    """
    low, high = first.number, second.number
    digit = low.value % _TEN
    if first.end != high.start or not (low.spelled and high.spelled) or first.unit or not 1 <= digit < _TEN - 1:
        return None
    scale, rest = divmod(high.value, digit + 1)
    base = low.value - digit
    if low.value % 1 or rest or scale != _TEN ** scale.adjusted():
        return None
    if scale <= base:  # 一百二三十
        if base % (scale * _TEN):
            return None
        return _valued(first, base + digit * scale, scale), _valued(second, base + (digit + 1) * scale, scale)
    return _valued(first, low.value * scale, scale), _valued(second, (low.value + 1) * scale, scale)


def _valued(amount: Amount, value: Decimal, step: Decimal) -> Amount:
    return replace(amount, number=replace(amount.number, readings=(Reading(value, step),), scaled=True))


def changed(scan: Scan, first: Amount, second: Amount) -> Amount:
    """The first amount with the scale and the unit that it shares with the next one: from 99.4 to 88.5 billion."""
    shared = second.number.multiplier != 1 or second.unit
    if second.start < first.end or not shared or not _opened(scan, first, "opening"):
        return first
    place = scan.after_gap(first.end)
    joints = scan.at(place, "between", "change")
    if not any(not scan.text[match.end : second.start].strip(_SIGNED) for match in joints):
        return first
    unit = first if first.unit else replace(first, unit=second.unit, kind=second.kind, others=second.others)
    if not shares_scale(first, second) or first.unit:
        return unit
    scale = second.number.multiplier
    readings = tuple(
        replace(reading, value=reading.value * scale, step=reading.step * scale) for reading in first.number.readings
    )
    return replace(unit, number=replace(first.number, readings=readings, scaled=True))


def tolerance(scan: Scan, first: Amount, second: Amount) -> bool:
    """Whether the amount after `first` says how far that may be off: 5 ± 0.2 mm."""
    if second.start < first.end or (first.unit and second.unit and first.unit != second.unit):
        return False
    match = scan.longest(scan.after_gap(first.end), "tolerance") if scan.says("tolerance") else None
    beside = match is not None and scan.after_gap(match.end) == second.start
    return beside and second.number.value < first.number.value


def _opened(scan: Scan, first: Amount, *openings: str) -> bool:
    """Whether a word that opens a range stands before a number: between 3 and 5, from 3 to 5."""
    position = first.start - scan.text[first.start - 1 : first.start].startswith(tuple(SIGNS + DASH))
    for _ in range(3):
        position = scan.before_gap(position)
        if scan.before(position, *openings):
            return True
        skipped = scan.before(position, "linker", "bound_before", "article")
        if not skipped:
            return False
        position = skipped[0].start
    return False


def _paired(scan: Scan, first: Amount, second: Amount) -> bool:
    """Whether a word for between stands before two amounts, or behind them: 20 és 30 között."""
    closing = scan.at(scan.after_gap(second.end), "pair_closing") or scan.before(second.end, "pair_closing")
    return bool(closing) or _opened(scan, first, "pair_opening")


def _change(scan: Scan, first: Amount, second: Amount, connector: Match) -> bool:
    """Whether "from 287 million to 312 million" may be a change: both ends are whole amounts with a word between.

    Money and percentages without a word for from, and for rise or fall, are none: €20 to €30, 1.2% to 1.6%.

    Languages that have units before numbers say them before each: ƒe woedeka yide ƒe woenyi is 11 to 18 years.
    """
    if scan.lexicon.unit_first and second.start < second.number.start and not _opened(scan, first, "opening"):
        return False
    whole = first.unit is not None and second.unit is not None and first.number.scaled == second.number.scaled
    bare = first.kind in (Kind.MONEY, Kind.PERCENT) and not _opened(scan, first, "opening")
    if bare and next(scan.within(*clause(scan, first.start, second.end), *_RISING), None) is None:
        return False
    return whole and connector.category == "between" and is_letter(scan.text[connector.start])


def _plausible(scan: Scan, first: Amount, second: Amount, connector: Match) -> bool:
    mixed = first.number.spelled and second.number.literal and second.number.scaled
    if mixed and not _opened(scan, first, "opening", "pair_opening"):
        return False  # doubled to 1.05 million
    if minus(scan, first.start) is not None and not below_zero(scan, first, second):
        return True
    low, high = first.number.value * first.factor, second.number.value * second.factor
    if _falling(first, second):
        scale = second.number.multiplier if shares_scale(first, second) else Decimal(1)
        word = connector.category != "pair_between" and is_letter(scan.text[connector.start])
        said = word and _opened(scan, first, "opening", "pair_opening")
        return not said and low <= 2 * high / scale  # from 99.4 to 88.5 billion is a fall
    if low < high:
        return True
    return second.number.scaled and not first.number.scaled and low * second.number.readings[0].step < high * 10**15


def _falling(first: Amount, second: Amount) -> bool:
    """Whether the greater end stands first, with the scale and the unit behind the smaller: 4.2–3.9 million years."""
    scaled = shares_scale(first, second)
    shared = (second.unit and not first.unit) or scaled
    scale = second.number.multiplier if scaled else Decimal(1)
    return bool(shared) and first.number.value > second.number.value / scale


def shares_scale(first: Amount, second: Amount) -> bool:
    """Whether the scale behind the second end is that of both: 9.2 to 9.5 billion, but not from 500 to 6 thousand."""
    low, high = first.number, second.number
    return high.scaled and not low.scaled and low.value <= _APART * high.value / high.multiplier
