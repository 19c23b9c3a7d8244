"""A number with what it counts: the currency, unit or percent sign before or after it."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.kinds.amounts.ahead import ahead, onto
from checker.kinds.amounts.hints import scored
from checker.kinds.clauses import CLAUSE
from checker.kinds.times.days import opens_time
from checker.languages import DURATION, dimension, kindred, prefixed, units
from checker.languages.folding import is_letter, script
from checker.languages.lexicon import Match
from checker.languages.sections import REMAINING
from checker.model import Kind
from checker.numbers import Number, Reading, bracketed, closed, number_at
from checker.numbers.hangul import opens_word
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
    remaining: bool = False
    """Whether it is the part of a price that is paid, of which others tell what is taken off: 八折, 20 % off."""


_EQUALS = re.compile(" ?[=<>≤≥]")
"""What follows the letter of a quantity, which is no unit of the number before it."""
_SHORT = 2
"""Letters of an abbreviation, which a number in words seldom has behind it (German "ein in")."""
_ABBREVIATED = 3
"""Letters that an abbreviated unit has at most."""
_LONG_NAME = 5
"""Letters from which a currency's name tells its country where words are written together (デンマーククローネ)."""
_WORDS_BETWEEN = 3
"""How many words at the most are looked at for the unit after a number: linkers, counters, a bound."""
_LETTERS = "aaaa"
_PREFIXED = len(_LETTERS)
"""The shape and the length of a currency's code with a letter before it: MEUR."""
_TENTHS, _YEARS = 10, 1000
_MINUTE, _SECOND = "minute", "second"
_AHEAD = ("temperature", "portion")
"""Dimensions of units that stand before their number, too: 摄氏38.5度, binde 1,5."""
_SMALL = ("between", "pair_between", "linker", "linkers", "opening", "article", "per", "and", "bound_before", "elided")
"""Categories of little words, which an abbreviation of their form is not."""
_SMALLER = tuple(category for category in _SMALL if category != "linkers")
"""Those that a unit of time of two letters is not: the word for a year also stands inside dates."""
_ORDER = ("points", "percent", "subunit", "currency", "unit", "tenths")
"""Which category wins among words of one length: money over a unit (pounds)."""


def measured(scan: Scan, number: Number, floor: int = 0) -> Amount:
    """A number and the currency or unit that stands before or after it.

    `floor` is where the claim before ends: its words are nobody else's (96 milyon avroya beş durak).
    """
    start, end = number.start, number.end
    first = ahead(scan, number, floor) if scan.lexicon.unit_first else None
    if first and first.unit:
        return Amount(first.number, first.start, end, first.unit, first.kind)
    if first:  # miriyoni 5 z'amadorali: the scale word alone stands before
        number, start = first.number, first.start
    if coded := _prefixed(scan, number):
        return coded
    after = unit_after(scan, end, number) or _minutes(scan, end) or onto(scan, end)
    after = None if after and (_other_word(scan, number, after) or scored(scan, number, after)) else after
    if after and after.category in ("percent", "points"):
        unit = "percent" if after.category == "percent" else "percent-point"
        return Amount(number, start, after.end, unit, Kind.PERCENT)
    if after and after.category == "tenths":
        number, stop = _hundredths(scan, number, after.end)
        remaining = after.value == REMAINING
        return Amount(number, start, stop, "percent", Kind.PERCENT, Decimal(_TENTHS), remaining=remaining)
    before = _currency_before(scan, start, floor) if scan.says("currency") else None
    percent_before = None
    if scan.says("percent"):
        percent_before = next(iter(_from(floor, scan.before(scan.before_gap(start), "percent"))), None)
    if after and after.category in ("currency", "subunit") and not (before and after.category == "currency"):
        amount = Amount(number, start, after.end, after.value, Kind.MONEY, others=_others(scan, after))
        return _scaled(scan, amount, after)
    if before:
        stop = after.end if after and after.category == "currency" and after.value == before.value else end
        return Amount(number, before.start, stop, before.value, Kind.MONEY, others=_others(scan, before))
    if percent_before:
        return Amount(number, percent_before.start, end, "percent", Kind.PERCENT)
    scale_before = _unit_before(scan, start, floor, after) if scan.says("unit") else None
    if scale_before:
        return Amount(number, scale_before.start, after.end if after else end, scale_before.value, Kind.QUANTITY)
    if after:
        other = _or_unit(scan, after)
        others = (*_others(scan, after), *((other.value,) if other else ()))
        return Amount(number, start, (other or after).end, after.value, Kind.QUANTITY, others=others)
    return Amount(number, start, end)


def _prefixed(scan: Scan, number: Number) -> Amount | None:
    """An amount in a currency's code with a letter for its scale, behind it: 40 MEUR, 12 TEUR."""
    place = scan.after_gap(number.end)
    end = place + _PREFIXED
    if number.scaled or scan.shaped[place:end] != _LETTERS or scan.word_end(place) != end:
        return None
    start, stop = scan.folded.span(place, end)
    coded = prefixed().get(scan.folded.original[start:stop])
    return Amount(number, number.start, end, coded[0], Kind.MONEY, coded[1]) if coded else None


def _other_word(scan: Scan, number: Number, unit: Match) -> bool:
    """Whether a currency's name is rather another word behind a number in words: the women's eight won."""
    if unit.category != "currency" or not number.spelled or number.scaled:
        return False
    return any(word.end == unit.end for word in scan.at(unit.start, "not_money"))


def _or_unit(scan: Scan, unit: Match) -> Match | None:
    """A unit of the same dimension behind a stroke, which the number counts as well: 25 yards/meters."""
    named = unit.end - unit.start > _ABBREVIATED and scan.text.startswith("/", unit.end)  # not mg/kg
    other = scan.longest(unit.end + 1, "unit") if named else None
    dimensions = [dimension(each.value) for each in (unit, other) if each]
    return other if other and other.value != unit.value and dimensions[0] and dimensions[0] == dimensions[-1] else None


def _minutes(scan: Scan, end: int) -> Match | None:
    """What marks the minutes of a time, as their unit where seconds follow: 3分35秒."""
    mark = scan.longest(scan.after_gap(end), "minute_after") if scan.says("minute_after") else None
    seconds = number_at(scan, scan.after_gap(mark.end)) if mark else None
    unit = scan.longest(scan.after_gap(seconds.end), "unit") if seconds else None
    return mark._replace(category="unit", value=_MINUTE) if mark and unit and unit.value == _SECOND else None


def _hundredths(scan: Scan, number: Number, end: int) -> tuple[Number, int]:
    """Tenths with the digit written behind them (三成五 is 35 percent), and where they end."""
    apart = scan.longest(scan.after_gap(end), "number")
    end = apart.start if apart and _closes(scan, apart.end) else end
    digit = scan.longest(end, "number", "scale", "ordinal", "fraction")
    if digit is None or number.value % 1 or digit.category != "number" or not 0 < Decimal(digit.value) < _TENTHS:
        return number, end
    if scan.at(digit.end, "scale", "number", "unit", "counter", "tenths"):
        return number, end
    step = Decimal("0.1")
    return replace(number, readings=(Reading(number.value + Decimal(digit.value) * step, step),)), digit.end


def _from(floor: int, matches: list[Match]) -> list[Match]:
    return [match for match in matches if match.start >= floor]


def _scaled(scan: Scan, amount: Amount, currency: Match) -> Amount:
    """A scale word behind the code or the sign of a currency, or its name at the end of a clause: 75 USD million."""
    scale = scan.longest(scan.after_gap(amount.end), "scale")
    if scale is None or amount.number.scaled or scale.end - scale.start <= _SHORT:
        return amount
    coded = scan.written(currency) == currency.value
    signed = not is_letter(scan.text[currency.start])
    if not coded and not signed and not _closes(scan, scan.after_gap(scale.end)):
        return amount
    return replace(amount, end=scale.end, factor=Decimal(scale.value))


def _others(scan: Scan, match: Match) -> tuple[str, ...]:
    """What else a bare currency name may mean (krone, rial, peso) and a unit that says no scale (degrees)."""
    text = scan.text[match.start : match.end]
    others = kindred().get(match.value, ())
    if match.category == "unit":
        return others or kindred().get(text, ())  # a word that several units share: キロ
    if not others:
        return others
    if text == match.value.lower() or not all(map(is_letter, text)):
        return kindred().get(text, ())  # a sign that several currencies share
    return () if script(text[0]) == "joined" and len(text) > _LONG_NAME else others


def _unit_before(scan: Scan, start: int, floor: int, after: Match | None) -> Match | None:
    """The name of a temperature scale, or of thousandths, before its number: 摄氏38.5度, 섭씨 영하 40도, binde 1,5."""
    place = scan.before_gap(start)
    minus = scan.before(place, "minus")
    for position in (place, scan.before_gap(minus[0].start)) if minus else (place,):
        for match in _from(floor, scan.before(position, "unit")):
            if dimension(match.value) in _AHEAD and (after is None or after.value in units()):
                return match
    return None


def unit_after(scan: Scan, end: int, number: Number) -> Match | None:
    """The unit, currency or percent sign after a number, over linkers and adjectives: les 90 premiers jours."""
    position = _past_case(scan, end, scan.after_gap(end))
    for _ in range(_WORDS_BETWEEN):
        best = _best(scan, scan.at(position, *_ORDER), end, number)
        counter = scan.longest(position, "counter") if best and script(scan.text[position]) != "spaced" else None
        if best and not (counter and counter.end > best.end):
            return best  # 2세트 are two sets, and no age
        linkers = scan.at(position, "linker", "adjective", "bound_after", "counter")
        if not linkers:
            return None
        position = scan.after_gap(linkers[0].end)
        if linkers[0].category in ("counter", "bound_after") and scan.at(position, "particle"):
            return None  # 9명도: even nine people, and no degrees
    return None


def _best(scan: Scan, matches: list[Match], end: int, number: Number) -> Match | None:
    """The longest match, of the first category that has one; None where it is no unit of this number."""
    if not matches:
        return None
    longest = [match for match in matches if match.end == matches[0].end]
    match = min(longest, key=lambda match: _ORDER.index(match.category))
    if match.category == "subunit" and match.end - match.start == 1 and script(scan.text[match.start]) == "joined":
        return next((other for other in longest if other.category == "unit"), None)  # 分 is a cent behind money only
    if match.category == "tenths":
        apart = match.start > end and not _closes(scan, match.end)
        return match if number.value <= _TENTHS and not apart else None
    return None if _of_next(scan, match, end) or _little(scan, match, end, number) else match


def _closes(scan: Scan, end: int) -> bool:
    """Whether a clause ends at a place."""
    return end >= len(scan.text) or bool(CLAUSE.match(scan.text, end))


def _of_next(scan: Scan, match: Match, end: int) -> bool:
    """Whether a word belongs to what follows it: five $10 bills, 3 kw5, 13 bésu Samdi (on Saturday); not 50元6角."""
    if scan.text[match.end - 1] == "." and is_letter(scan.text[match.end : match.end + 1] or " "):
        return True  # 5 ม.ปลาย
    names_day = any(word.end == match.end for word in scan.at(match.start, "day_before"))
    if opens_time(scan, match) or (names_day and scan.at(scan.after_gap(match.end), "weekday")):
        return True
    if not scan.text[match.end : match.end + 1].isdigit():
        return False
    return script(scan.text[match.end - 1]) == "spaced" or match.start > end


def _little(scan: Scan, match: Match, end: int, number: Number) -> bool:
    """Whether an abbreviation of one or two letters is rather a little word of the language (in, l', al)."""
    text = scan.text
    letters = match.end - match.start
    if letters == 1 and match.start > end and _EQUALS.match(text, match.end):
        return True  # OR 4.21 p=0.001
    apart = match.start > end and (not number.literal or script(text[match.start]) == "hangul")
    if letters == _SHORT and match.category == "subunit" and not scan.at(match.start, *_SMALL):
        return False  # hai xu so với năm ngoái
    if letters <= _SHORT and apart and not closed(scan, match.end):
        return True  # 두 도시 are two cities
    if match.category == "unit" and script(text[match.start]) == "none":  # o'r is no foot
        return not number.literal or match.start - end > 1
    if letters > _SHORT or script(text[match.start]) != "spaced":
        return False
    spans = dimension(match.value) == DURATION
    if not number.literal:
        little = _SMALL if scan.lexicon.unit_first else _SMALLER  # fem år, beş il
        return letters == 1 or not spans or bool(scan.at(match.start, *little))
    small = bool(scan.at(match.start, *_SMALL)) and (number.value >= _YEARS or not _symbol(scan, match))
    if letters > 1 or match.start == end or bracketed(scan, match):
        return False
    return match.start - end > 1 or small


def _symbol(scan: Scan, match: Match) -> bool:
    """Whether a letter is a capital that only a unit is written with (16 A), before no hyphen, digit or capital."""
    rest = scan.folded.original[scan.folded.span(match.start, match.end)[1] :][:2]
    spellings = scan.lexicon.cased.get((scan.text[match.start : match.end], "unit"), ())
    return scan.written(match) in spellings and rest[:1] != "-" and not (rest[1:].isupper() or rest[1:].isdigit())


def _past_case(scan: Scan, end: int, position: int) -> int:
    """Where the unit stands behind the ending of a case that a hyphen ties to digits, if any: 60-l minutil."""
    if position != end + 1 or scan.text[end] != "-" or scan.text[position + 1 : position + 2] != " ":
        return position
    beyond = scan.after_gap(position + 1)
    named = any(other.end - other.start > 1 for other in scan.at(beyond, "unit", "counter"))
    return beyond if named and scan.at(position, "unit") else position


def _currency_before(scan: Scan, start: int, floor: int) -> Match | None:
    end = scan.before_gap(start)
    for place in dict.fromkeys((end, start)):
        matches = scan.before(place, "currency")
        if not matches and place > 0 and scan.text[place - 1] == ".":
            matches = scan.before(place - 1, "currency")
        for match in _from(floor, matches):
            if opens_word(scan, match.start) and not _common(scan, match):
                return match
    return None


def _common(scan: Scan, match: Match) -> bool:
    """Whether a currency before a number may be another word: a name in small letters (having won 14 titles)."""
    text = scan.written(match)
    if is_letter(text[0]) and not is_letter(text[-1]) and text.islower() and " " in scan.text[match.start : match.end]:
        return True  # it cost us $20
    first = scan.lexicon.unit_first or scan.lexicon.money_first
    return len(text) != _SHORT and text.isalpha() and text.islower() and not first
