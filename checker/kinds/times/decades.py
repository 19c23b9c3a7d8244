"""Decades: the 1990s, les années 30, 20世纪20年代, the nineties; and the 1800s, a century or ten years."""

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.kinds.found import Found
from checker.kinds.times.calendar import FIRST_YEAR, LAST_YEAR, WRITTEN_FROM
from checker.kinds.times.centuries import CENTURY, said_after, said_before
from checker.languages.lexicon import Match
from checker.model import Kind, Moment, Quantity, Value
from checker.scan import Scan

_YEAR = re.compile(r"\d{3,4}(?!\d)")
_ROUND = re.compile(r"(?<![\d.,])('?)(\d{2,4})(?![\d]|[.,]\d)")
_EARLY = 30
"""Two-digit decades before this are of the last century or of this one: the 20s."""
_TENS = {str(value) for value in range(20, 100, 10)}
_ABBREVIATED = 3
"""Letters of an abbreviated scale word, which no number takes over such a mark."""
_LIFE = "decades_age"
_ARTICLES = ("linker", "linkers", "year_before", "article", "decades_before")


def find(scan: Scan) -> Iterator[Found]:
    """Every decade, in digits or in words, and every century that is written as one (the 1800s)."""
    marked = scan.says("decades_before", "decades_after")
    if marked:
        yield from _digits(scan)
    if marked or scan.says("decade_words", "age_words"):
        yield from _words(scan)


def _digits(scan: Scan) -> Iterator[Found]:
    last = -1
    for run, _ in scan.runs:
        match = _ROUND.match(scan.text, run - 1) if run and scan.text[run - 1] == "'" else None
        match = match or _ROUND.match(scan.text, run)
        if match is None:
            continue
        digits = match.group(2)
        year = int(digits)
        if year % 10 or (len(digits) == 3 and year % 100):
            continue
        start, end = match.start(), match.end()
        if start and scan.text[start - 1].isascii() and scan.text[start - 1].isalpha():
            continue  # the H800s
        after = scan.longest(end, "decades_after") or scan.longest(scan.after_gap(end), "decades_after")
        before = next(iter(scan.before_any(start, "decades_before")), None)
        if after and after.start > end and scan.text[end] == " " and _timespan(scan, after):
            after = None  # the next 40 years
        scale = scan.longest(scan.after_gap(after.end), "scale") if after else None
        if scale and scale.end - scale.start > _ABBREVIATED:
            after = None  # 600-те милиона
        if after is None and (before is None or (year % 100 == 0 and _opens_span(scan, end))):
            continue
        if before is None and after and len(digits) == 2 and not match.group(1):
            beside = scan.before_any(start, *_ARTICLES) or _follows(scan, last, start)
            if _plural(scan, after) and not beside:  # in her 20s
                yield _age(start, after.end, year)
                continue
        if len(digits) == 4 and not FIRST_YEAR <= year <= LAST_YEAR:
            continue
        first, start, end = start, before.start if before else start, after.end if after else end
        aged = not match.group(1) and _aged(scan, first, end)
        made = _decade(scan, start, end, year, aged=aged) if len(digits) == 2 else _long(start, end, year)
        last = made.end
        yield made


def _aged(scan: Scan, start: int, end: int) -> bool:
    """Whether a decade is one of somebody's life: usia 40-an, in her early thirties, בשנות השלושים לחייה."""
    return bool(scan.before_any(start, _LIFE) or scan.at(scan.after_gap(end), _LIFE))


def _age(start: int, end: int, tens: int) -> Found:
    """A rough age; weak, for many languages say it in a word of its own: quarantenne, kırklı yaşlar."""
    number = Decimal(tens)
    decade = Moment(year=WRITTEN_FROM + tens, decade=True)
    return Found(start, end, Kind.COUNT, (Quantity(number, number), decade), weak=True)


def _opens_span(scan: Scan, end: int) -> bool:
    """Whether another year follows a round one, and the word before them counts no decades: los años 1000 y 1300."""
    connector = scan.longest(scan.after_gap(end), "between", "pair_between", "and")
    return connector is not None and _YEAR.match(scan.text, scan.after_gap(connector.end)) is not None


def _plural(scan: Scan, mark: Match) -> bool:
    """Whether a mark may be the plural of any number (the s of 20s), so that another word must say it is a decade."""
    return mark.end - mark.start == 1 or scan.text[mark.start] == "'"


def _timespan(scan: Scan, mark: Match) -> bool:
    """Whether a mark is the word for years, which a number counts: tjue årene."""
    return any(unit.end >= mark.end for unit in scan.at(mark.start, "unit"))


def _follows(scan: Scan, last: int, start: int) -> bool:
    """Whether only a connector stands between the last decade and a place: the 1980s and 90s."""
    return last >= 0 and any(match.start in (last, last + 1) for match in scan.before_any(start, "and", "between"))


def _decade(scan: Scan, start: int, end: int, tens: int, *, aged: bool) -> Found:
    return _age(start, end, tens) if aged else _short(scan, start, end, tens)


def _short(scan: Scan, start: int, end: int, tens: int) -> Found:
    """A decade that leaves out its century: the one that is said beside it, the last one, or this one."""
    later = said_after(scan, end)
    earlier = None if later else said_before(scan, start)
    century = later or earlier
    if century:
        start, end = (start, century[0]) if later else (century[0], end)
        return Found(start, end, Kind.DATE, (Moment(year=(century[1] - 1) * 100 + tens, decade=True),))
    readings: list[Value] = [Moment(year=WRITTEN_FROM + tens, decade=True)]
    if tens < _EARLY:
        readings.append(Moment(year=WRITTEN_FROM + 100 + tens, decade=True))
    return Found(start, end, Kind.DATE, tuple(readings if tens else reversed(readings)))


def _long(start: int, end: int, year: int) -> Found:
    """A decade with its century; the 1800s are the century before they are ten years."""
    decade = Moment(year=year, decade=True)
    if year % 100:
        return Found(start, end, Kind.DATE, (decade,))
    number = Decimal(year // 100 + 1)
    century = Quantity(number, number, CENTURY)
    if year < WRITTEN_FROM:
        return Found(start, end, Kind.ORDINAL, (century, decade))
    return Found(start, end, Kind.DATE, (decade, century))


def _words(scan: Scan) -> Iterator[Found]:
    """Decades in words: the nineties, anni sessanta, osmdesátá léta, 九十年代."""
    for _, matches in scan.having("decade_words", "age_words", "number", "ordinal"):
        for match in matches:
            if match.category in ("decade_words", "age_words"):
                aged = _aged(scan, match.start, match.end)
                if aged or match.category == "decade_words":
                    yield _decade(scan, match.start, match.end, int(match.value), aged=aged)
                    break
            if match.category not in ("number", "ordinal") or match.value not in _TENS:
                continue
            before = next(iter(scan.before_any(match.start, "decades_before")), None)
            after = scan.longest(scan.after_gap(match.end), "decades_after")
            if after and (_plural(scan, after) or _timespan(scan, after)):
                after = None
            if before and not after and scan.at(scan.after_gap(match.end), "unit", "scale", "currency", "percent"):
                continue  # negli ottanta metri
            if before or after:
                start, end = before.start if before else match.start, after.end if after else match.end
                yield _decade(scan, start, end, int(match.value), aged=_aged(scan, match.start, end))
                break
