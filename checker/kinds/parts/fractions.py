"""Parts of a whole, and units that hold their number: a third, 5分の1, an hour and a half, شهرين."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from checker.kinds.amounts import context
from checker.kinds.amounts.hints import direction
from checker.kinds.amounts.measured import unit_after
from checker.kinds.amounts.signs import minus
from checker.kinds.bounds.bounds import Limit, Place, bound
from checker.kinds.found import Found, Taken
from checker.kinds.parts.parted import calendar, every, of_another
from checker.languages import DURATION, dimension
from checker.languages.folding import is_letter, script
from checker.languages.lexicon import Match
from checker.model import PART, Bound, Kind, Quantity, Value
from checker.numbers import MORE, Number, Reading, cut_short, find_numbers
from checker.scan import Scan

_PERCENT = "percent"
_PERCENTS = {_PERCENT: _PERCENT, "points": "percent-point"}
"""Categories of words for percent, and the units that they are of."""
_PERIODS = {"0.5": ("1", "2"), "0.3333333333333333": ("1", "2", "3"), "0.25": ("1", "2", "3", "4")}
"""Parts as the data writes them, and the ranks that they have: the first half, první třetina, الربع الثاني."""
_STROKE = "/"
"""What parts the numbers of a quotient in digits."""
_DIGITS = 3
"""Digits of a number that no part of one is added to."""
_HALF = "half_more"
_MOST_OF_ONE = "0.75"
"""Three quarters, as the data writes them."""
_FUSED = {
    "dual": Decimal(2),
    "half_unit": Decimal("0.5"),
    "quarter_unit": Decimal("0.25"),
    "most_unit": Decimal(_MOST_OF_ONE),
}
"""Categories of words that are a number and a unit in one: two months, half an hour, a quarter of a liter."""


def find(scan: Scan, taken: Taken) -> Iterator[Found]:
    """Every part of a whole, and every unit with its half, that no other claim has taken."""
    numbers = list(find_numbers(scan))
    yield from _fused(scan, taken, numbers)
    yield from _units_and_half(scan, taken, numbers)
    yield from _one_and_half(scan, taken)
    yield from _written(scan, taken, numbers)
    yield from _named(scan, taken, numbers)


def _fused(scan: Scan, taken: Taken, numbers: list[Number]) -> Iterator[Found]:
    """Two months in one word (شهرين, שנתיים), half an hour in one (полчаса), also with a half behind it."""
    starts = [number.start for number in numbers]
    for start, matches in sorted(scan.having(*_FUSED)):
        match = next(match for match in matches if match.category in _FUSED)
        before = bisect_left(starts, start) - 1
        if before >= 0 and numbers[before].end > start and numbers[before].value > 1:
            continue  # fem en halv time are five hours and a half
        inside = start > 0 and script(scan.text[start]) == script(scan.text[start - 1]) == "hangul"
        if inside or not taken.free(start, match.end) or _part_of_number(scan, taken, match):
            continue
        amount, end = _FUSED[match.category], match.end
        more = scan.longest(scan.after_gap(end), *MORE)
        if more:
            amount, end = amount + MORE[more.category], more.end
        step = amount % 1 or Decimal(1)
        place = Place(start, end, start, end)
        readings = (Quantity(amount, amount, match.value, step=step),)
        made = context.found(scan, taken, place, readings, Kind.QUANTITY, spelled=True)
        taken.add(made.start, made.end)
        yield made


def _units_and_half(scan: Scan, taken: Taken, numbers: list[Number]) -> Iterator[Found]:
    """An hour and a half, un'ora e mezza, dos horas y cuarto: a unit and a part of it.

    A half behind a number with its unit is told with that amount.
    """
    ends = {number.end: number for number in numbers}
    for start, matches in sorted(scan.having("unit")) if scan.says(*MORE, "fraction") else ():
        for unit in matches:
            more = part_of_unit(scan, unit) if unit.category == "unit" else None
            if more is None:
                continue
            before = scan.before_gap(start)
            number = ends.get(before)
            count = number.value if number else Decimal(1)
            beside = scan.before(before, "number", "article")
            unread = scan.text[before - 1 : before].isdigit() or any(each.value not in ("", "1") for each in beside)
            if (number is None and unread) or (count != 1 and (more.category == _HALF or count % 1)):
                continue
            first = number.start if number else beside[0].start if beside else start
            if taken.free(first, more.end):
                part = MORE.get(more.category) or Decimal(more.value)
                quantity = Quantity(count + part, count + part, unit.value, step=part)
                place = Place(first, more.end, first, more.end)
                spelled = number is None or number.spelled
                made = context.found(scan, taken, place, (quantity,), Kind.QUANTITY, spelled=spelled)
                taken.add(made.start, made.end)
                yield made
            break


def _one_and_half(scan: Scan, taken: Taken) -> Iterator[Found]:
    """One of what is no known unit, and a half: une cuillerée et demie, un cucchiaino e mezzo."""
    for start, _ in scan.having("and") if scan.says(_HALF) and scan.says("article") else ():
        more = scan.longest(start, _HALF)
        noun = scan.before_gap(start)
        first = noun
        while first and is_letter(scan.text[first - 1]):
            first -= 1
        before = scan.before_gap(first)
        articles = scan.before(before, "article") if before < first < noun else []
        if more is None or not articles or scan.at(first, "number", "unit", "scale", "fraction", "ordinal"):
            continue
        goes_on = scan.text.startswith("-", more.end) or scan.at(scan.after_gap(more.end), "unit", "scale")
        if not goes_on and taken.free(articles[0].start, more.end):
            place = Place(articles[0].start, more.end, articles[0].start, more.end)
            quantity = Quantity(Decimal("1.5"), Decimal("1.5"), step=Decimal("0.5"))
            made = context.found(scan, taken, place, (quantity,), Kind.COUNT, spelled=True)
            taken.add(made.start, made.end)
            yield made


def part_of_unit(scan: Scan, unit: Match) -> Match | None:
    """The words that add a part of one to a unit; quarters of a span of time only, and of nothing else behind it."""
    more = scan.longest(scan.after_gap(unit.end), *MORE) or _three_quarters(scan, unit)
    if more is None or more.category == _HALF:
        return more
    spans = dimension(unit.value) == DURATION
    return more if spans and not scan.at(scan.after_gap(more.end), "scale", "linker", "linkers", "article") else None


def _three_quarters(scan: Scan, unit: Match) -> Match | None:
    """The three quarters behind a unit, over an `and` or without one: an hour and three quarters."""
    place = scan.after_gap(unit.end)
    joint = scan.longest(place, "and")
    part = scan.longest(scan.after_gap(joint.end) if joint else place, "fraction")
    return part._replace(start=place) if part and part.value == _MOST_OF_ONE else None


def _written(scan: Scan, taken: Taken, numbers: list[Number]) -> Iterator[Found]:
    """Parts of a whole with any numbers: 3/4, three fifths, 5分の1, 1 von 5, one in five."""
    for number in numbers:
        if not number.part or (number.value >= 1 and not number.hundredths) or not taken.free(number.start, number.end):
            continue
        beyond = scan.after_gap(number.end)
        if (
            scan.at(beyond, "percent", "points", "currency", "subunit", "tenths")
            or minus(scan, number.start) is not None
        ):
            continue  # three quarters of a percent, or less than nothing, is an amount
        yield _part(scan, taken, number.start, number.end, number)


def _named(scan: Scan, taken: Taken, numbers: list[Number]) -> Iterator[Found]:
    """Half, a third, three quarters: words for a part of a whole."""
    starts = [number.start for number in numbers]
    for start, matches in sorted(scan.having("fraction")):
        match = next(match for match in matches if match.category == "fraction")
        inside = start > 0 and script(scan.text[start]) == script(scan.text[start - 1]) == "hangul"
        adds = _part_of_number(scan, taken, match) and every(scan, start, match.end) is None
        if inside or adds or not taken.free(match.start, match.end):
            continue
        place = bisect_right(starts, start) - 1
        if place >= 0 and numbers[place].end >= match.end and not _alone(numbers[place]):
            continue
        if (
            cut_short(scan, match)
            or _rank(scan, match)
            or _of_period(scan, taken, match)
            or minus(scan, start) is not None
        ):
            continue
        if scan.at(start, *MORE) and scan.before(scan.before_gap(start), "unit"):
            continue  # dua jam setengah: two and a half hours
        if scan.at(start, "under") and _of_counted(scan, start):
            continue
        yield _part(scan, taken, match.start, match.end)


def _of_period(scan: Scan, taken: Taken, match: Match) -> bool:
    """Whether a half says when and not how much: half of the 19th century, во второй половине мая, ilk yarısında."""
    after = scan.after_gap(match.end)
    linker = scan.longest(after, "linker", "linkers", "article")
    beyond = scan.after_gap(linker.end) if linker else after
    if taken.periods and not taken.periods.isdisjoint((after, beyond)):
        return True
    if match.value not in _PERIODS:
        return False
    units = {unit.end for place in (after, beyond) for unit in scan.at(place, "unit")}  # half a second
    behind = [each for place in (after, beyond) for each in scan.at(place, "ordinal") if each.end not in units]
    ordinals = (*scan.before(scan.before_gap(match.start), "ordinal"), *behind)
    return any(ordinal.value in _PERIODS[match.value] for ordinal in ordinals)


def _of_counted(scan: Scan, start: int) -> bool:
    """Whether a number counts parts of the unit that stands between it and these: kahdella sekunnin kymmenesosalla."""
    for unit in scan.before(scan.before_gap(start), "unit"):
        number = scan.before_gap(unit.start)
        if scan.text[number - 1 : number].isdigit() or scan.before(number, "number"):
            return True
    return False


def _alone(number: Number) -> bool:
    """Whether a number is a part of a whole and nothing else."""
    return number.part and number.value < 1


def _part(scan: Scan, taken: Taken, start: int, end: int, number: Number | None = None) -> Found:
    """A part of a whole, or of the unit or the percent that follows: half an hour, half a percent."""
    word = scan.longest(start, "fraction") if number is None else None
    value = Decimal(word.value) if word else number.value if number else Decimal(0)
    beyond = scan.after_gap(end)
    for category in ("linker", "article"):
        small = scan.longest(beyond, category)
        beyond = scan.after_gap(small.end) if small else beyond
    spelled = number is None or number.spelled
    sign = "" if spelled and is_letter(scan.text[start]) else scan.text[start:end]  # abbreviations stand behind it
    told_of = replace(number or Number(start, end, (Reading(value, Decimal(1)),), spelled=True), literal=sign)
    unit = unit_after(scan, end, told_of) or unit_after(scan, beyond, told_of)
    unit = unit if unit and unit.category in ("unit", *_PERCENTS) and not of_another(scan, end, unit) else None
    if unit and (spelled or unit.start == scan.after_gap(end) or not calendar(unit)):  # 3/4 de hora, 1/3 do ano
        measure = _PERCENTS.get(unit.category, unit.value)
        kind = Kind.PERCENT if unit.category in _PERCENTS else Kind.QUANTITY
        value = (every(scan, start, end) if dimension(measure) == DURATION else None) or value
        quantity = Quantity(value, value, measure, step=value)
    else:
        kind, quantity = Kind.PERCENT, Quantity(value, value, PART, step=Decimal("0.01"))
        unit = None
    if unit is None and (number.hundredths if number else _in_percent(scan, start, end)):
        step = number.readings[0].step if number else quantity.step * 100
        quantity = Quantity(value * 100, value * 100, _PERCENT, step=step)
    stop, after = unit.end if unit else end, scan.after_gap(end)
    limit = bound(scan, start, stop)
    if not taken.free(limit.start, limit.end):  # the bound of another claim: over half, half of which
        limit = Limit((Bound.EXACT,), start, stop)
    taken.add(limit.start, limit.end)
    told = [quantity]
    if unit is None and not spelled and _STROKE in sign and is_letter(scan.text[after : after + 1] or _STROKE):
        told.append(Quantity(value, value, step=quantity.step))  # of what is no known unit: 3/4 kop melk
    if number and number.under is not None and unit is None:
        told.append(Quantity(number.under, number.under))
    readings: tuple[Value, ...] = tuple(said for each in told for said in limit.of(each))
    place = Place(limit.start, limit.end, start, end)
    said = direction(scan, context.window(scan, limit.start, limit.end), place, kind) if kind is Kind.PERCENT else None
    return Found(limit.start, limit.end, kind, readings, spelled, direction=said)


def _in_percent(scan: Scan, start: int, end: int) -> bool:
    """Whether a word for a part of a whole says it in percent, as those of prices do: 半額, half price."""
    return any(match.end == end for match in scan.at(start, "hundredths"))


def _rank(scan: Scan, match: Match) -> bool:
    """Whether "a third" is rather an ordinal: a third meeting, not a third of the visitors."""
    article = None if scan.at(match.start, "number") else scan.longest(match.start, "article")
    ordinal = scan.longest(scan.after_gap(article.end), "ordinal") if article else None
    if ordinal is None or ordinal.end != match.end:
        return False
    position = scan.after_gap(match.end)
    follows = position < len(scan.text) and is_letter(scan.text[position])
    about = scan.before_any(match.start, "bound_before")
    return follows and not about and not scan.at(position, "linker", "and", "bound_after", "direction")


def _joint(scan: Scan, end: int) -> Match | None:
    """The word for "and" that ends at a place."""
    return next((match for match in scan.before(end, "and") if is_letter(scan.text[match.end - 1])), None)


def _part_of_number(scan: Scan, taken: Taken, match: Match) -> bool:
    """Whether a fraction word only adds to a number before it: two and a half."""
    end = scan.before_gap(match.start)
    article = next(iter(scan.before(end, "article")), None)
    joint = _joint(scan, end) or (_joint(scan, scan.before_gap(article.start)) if article else None)
    if joint:
        end = scan.before_gap(joint.start)
        if scan.before(end, "unit"):
            return True
    counter = next(iter(scan.before(end, "counter")), None)
    half = scan.longest(match.start, "half_more")
    other = half and half.end < match.end and not scan.at(scan.after_gap(half.end), "unit")
    if counter and not other:  # 两个半小时: two and a half hours; 두 번 반 알: twice half a pill
        end = scan.before_gap(counter.start)
    digits = end > 0 and scan.text[end - 1].isdigit() and taken.free(end - 1, end)  # not a year: in 1987 half of them
    small = not scan.text[max(0, end - _DIGITS) : end].isdigit()  # nor a law: under 2021/782 a quarter of it
    words = scan.before(end, "number", *(("article",) if joint else ()))
    articles = {article.start for article in scan.before(end, "article")} if not joint else set()
    return (digits and small) or any(word.start not in articles for word in words)  # not eine Zweidrittelmehrheit
