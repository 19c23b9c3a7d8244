"""Years, decades and months by themselves: since 2023, 明治37年, the 1990s, 1950-53, in June."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from checker.kinds.found import Found, Taken
from checker.kinds.times import centuries, decades
from checker.kinds.times.calendar import FIRST_YEAR, LAST_YEAR, counted, over_point, spelled_year
from checker.kinds.times.clock import beyond_connector
from checker.languages.folding import script
from checker.languages.lexicon import Match
from checker.model import Kind, Moment, Quantity, Value
from checker.scan import Scan

_YEAR = re.compile(r"(?<!\d)(?<!\d[.,])(\d{4})(?!\d|[.,]\d)")
_SPAN = re.compile(r"(?<![\d.,/])(?<!(?<![^\W\d])-)(\d{4})\.?[-–~/](\d{2})(?!\d|[/.,-]\d)")
_APART = re.compile(r"(?<![\d.,/])(\d{4}) [-–] (\d{2})(?!\d|[/.,:-]\d|%)")
"""The same with spaces around the dash, behind which a number that counts something may begin: in 1950 - 53."""
_TURNED = re.compile(r"(?<![\d.,/-])(\d{2})[-–](\d{4})(?!\d|[/.,-]\d)")
"""The same where the text runs from right to left, and the writer has turned the numbers to look right."""
_DASHES = frozenset("-–")
_RIGHT_TO_LEFT = ("R", "AL")
_ERA = re.compile(r"(?<![\d.,])\d{1,3}(?:[., ]\d{3})+(?!\d|[.,]\d)|(?<![\d.,])\d{1,5}(?!\d|[.,]\d)")
_SHORT = re.compile(r"\d{1,2}(?!\d)")
_LITTLE = 3
"""Letters of an era's abbreviation that is a little word unless a capital is in it (AD)."""
_FIRST_SPAN = 1700
_DIGITS = 2
_GOING_ON = tuple(".,:/-%")
"""What follows two digits that are no year: a decimal, another part of a date."""
_SHORTEST_MONTH = 4
"""Letters of a month's name that is taken for one without a day or a year beside it; one less without capitals."""
_ELIDED = "elided"
_OTHER = ("unit", "scale", "percent", "currency", "counter", _ELIDED)
"""What follows four digits that are no year, and the elided words that are no such unit (en 1998 s'ouvre)."""
_HAN = "\u2e80"
"""From here on, scripts in which a month's name is a number and 月."""
_NO_MONTH = frozenset({"bound_before", "bound_after", "linker", "number", "ordinal", "skip"})
"""Categories of a word that is no month without a day or a year beside it (sept is seven in French)."""


def find(scan: Scan, taken: Taken) -> Iterator[Found]:
    """Every year, decade or month that no other claim has taken."""
    for finder in (decades.find, centuries.find, _eras, _regnal, _spans, _years, _spelled, _months):
        for found in finder(scan):
            if taken.free(found.start, found.end):
                taken.add(found.start, found.end)
                taken.periods.add(found.start)
                yield found


def _spans(scan: Scan) -> Iterator[Found]:
    """Spans of years whose end leaves out its century: 1950-53, 1950～53年, the season 2004/05."""
    for match in scan.numbered(_SPAN, 4):
        first, last = int(match.group(1)), int(match.group(2))
        if "/" in match.group() and (first + 1) % 100 != last:
            continue  # 2004/05 is a season, 2015/21 the number of a law
        if _FIRST_SPAN <= first <= LAST_YEAR and first % 100 < last:
            yield _year(scan, *match.span(1), first)
            yield _year(scan, *match.span(2), first - first % 100 + last)
    for match in scan.numbered(_APART, 4) if scan.says("year_before") else ():
        first, last = int(match.group(1)), int(match.group(2))
        counts = scan.at(scan.after_gap(match.end()), *_OTHER) or not scan.before_any(match.start(), "year_before")
        if _FIRST_SPAN <= first <= LAST_YEAR and first % 100 < last and not counts:
            short = _year(scan, *match.span(2), first - first % 100 + last)
            number = Decimal(last)
            yield _year(scan, *match.span(1), first)
            yield replace(short, readings=(*short.readings, Quantity(number, number)))
    for match in scan.numbered(_YEAR, 4) if scan.says("between", "pair_between") else ():
        later = _short_end(scan, int(match.group(1)), match.end())
        if later:
            yield _year(scan, *match.span(1), int(match.group(1)))
            yield later
    for match in scan.numbered(_TURNED, 2, _DASHES):
        last, first = int(match.group(1)), int(match.group(2))
        if _FIRST_SPAN <= first <= LAST_YEAR and first % 100 < last and _turned(scan.text, match.start()):
            yield _year(scan, *match.span(1), first - first % 100 + last)
            yield _year(scan, *match.span(2), first)


def _short_end(scan: Scan, first: int, end: int) -> Found | None:
    """The end of a span of years that leaves out its century behind a word: 1950 至 53 年, 1950 to 53.

    A mark of years stands behind one of the two, or nothing that the second number counts.
    """
    mark = scan.longest(over_point(scan, end), "year_after")
    place = beyond_connector(scan, mark.end if mark else end)
    last = _SHORT.match(scan.text, place) if place is not None else None
    if last is None or len(last.group()) != _DIGITS or not _FIRST_SPAN <= first <= LAST_YEAR:
        return None
    if not first % 100 < int(last.group()) or scan.text[last.end() : last.end() + 1] in _GOING_ON:
        return None
    beyond = scan.after_gap(last.end())
    named = scan.longest(over_point(scan, last.end()), "year_after")
    if not (mark or named) or any(not (named and named.end >= other.end) for other in scan.at(beyond, *_OTHER)):
        return None
    return _year(scan, *last.span(), first - first % 100 + int(last.group()))


def _spelled(scan: Scan) -> Iterator[Found]:
    """Years in words with their mark, where words are written together: 二〇一八年, 千九百四十五年."""
    for start, matches in scan.having("year_after"):
        mark = next(match for match in matches if match.category == "year_after")
        found = spelled_year(scan, start) if start and scan.at(start - 1, "number", "scale") else None
        decade = next((match for match in matches if match.category == "decades_after"), None)
        if found and decade and decade.end > mark.end:
            yield Found(found[0], decade.end, Kind.DATE, (Moment(year=found[1], decade=True),), spelled=True)
        elif found:
            number = Decimal(found[1])
            yield Found(found[0], mark.end, Kind.DATE, (Moment(year=found[1]), Quantity(number, number)), spelled=True)


def _year(scan: Scan, start: int, end: int, year: int) -> Found:
    """A year that may be a number, with the mark that follows it."""
    mark = scan.longest(over_point(scan, end), "year_after")
    number = Decimal(year)
    return Found(start, mark.end if mark else end, Kind.DATE, (Moment(year=year), Quantity(number, number)))


def _turned(text: str, start: int) -> bool:
    """Whether the word before a place is written from right to left."""
    before = text[max(0, start - 2) : start].strip()
    return bool(before) and unicodedata.bidirectional(before[-1]) in _RIGHT_TO_LEFT


def _eras(scan: Scan) -> Iterator[Found]:
    """Years before and of the common era, as the text says: 44 BC, AD 79, 公元前221年, 10,000 BC."""
    for match in scan.numbered(_ERA, 5) if scan.says("bc", "ad") else ():
        start, end = match.span()
        after = scan.longest(scan.after_gap(end), "year_after")
        said = _era_after(scan, end)
        before = None if said else next(iter(scan.before_any(start, "bc", "ad")), None)
        word = said or before
        if word is None:
            continue
        digits = "".join(filter(str.isdigit, match.group()))
        year = int(digits) if word.category == "ad" else -int(digits)
        if word.category == "ad" and not 0 < year <= LAST_YEAR:
            continue
        if before:
            start, end = before.start, after.end if after else end
        else:
            end = word.end
        yield Found(start, end, Kind.DATE, (Moment(year=year),))


def _months(scan: Scan) -> Iterator[Found]:
    """Months alone: in June, 6月に; not words that mean something else as often (`not_alone` in the data).

    Nor short ones, but where the data says so (`alone`).
    """
    for start, matches in sorted(scan.having("month")):
        month = next(match for match in matches if match.category == "month")
        if any(match.end > month.end for match in matches if match.category not in ("per", "unit")):
            continue
        if any(match.end == month.end for match in matches if match.category in _NO_MONTH):
            continue
        if any(match.category == "not_alone" and match.end >= month.end for match in matches) and not _led(scan, start):
            continue
        text = scan.text[month.start : month.end]
        numbered = text[0].isdigit()
        if start and numbered and scan.text[start - 1].isdigit():
            continue
        short = not any(match.category == "alone" for match in matches)
        shortest = _SHORTEST_MONTH if text[0] != text[0].upper() else _SHORTEST_MONTH - 1
        if short and not numbered and script(text[0]) == "spaced" and len(text) < shortest:
            continue
        if script(text[0]) == "joined" and text[0] < _HAN and len(text) < _SHORTEST_MONTH:
            continue
        if (
            script(text[0]) == "joined"
            and start
            and script(scan.text[start - 1]) == "joined"
            and scan.before(start, "number")
        ):
            continue
        yield Found(month.start, month.end, Kind.DATE, (Moment(month=int(month.value)),))


def _era_after(scan: Scan, end: int) -> Match | None:
    """The word after a number that says before or after which year it counts, over the word year (400 г. до н. э.)."""
    place = scan.after_gap(end)
    for position in (place, *(scan.after_gap(mark.end) for mark in scan.at(place, "year_after"))):
        for word in scan.at(position, "bc", "ad"):
            first, last = scan.folded.span(word.start, word.end)
            written = scan.folded.original[first:last]
            if word.end - word.start > _LITTLE or not written.isascii() or written != written.lower():
                return word
    return None


def _led(scan: Scan, start: int) -> bool:
    """Whether a month that is another word too has a word for times before it, and its capital: in May."""
    first, _ = scan.folded.span(start, start + 1)
    written = scan.folded.original[first]
    return written == written.upper() and bool(scan.before_any(start, "year_before"))


def _years(scan: Scan) -> Iterator[Found]:
    """Years that the text marks as such: since 2023, 2023 году, (1904), พ.ศ. 2447, 2019–2023."""
    for match in scan.numbered(_YEAR, 4):
        start, end = match.start(), match.end()
        era = _era(scan, start, end) if scan.says("era_offset") else None
        after = scan.longest(over_point(scan, end), "year_after") if scan.says("year_after") else None
        other = scan.longest(over_point(scan, end), *_OTHER)
        if other and other.category != _ELIDED and not era and (after is None or other.end > after.end):
            continue
        year = counted(scan, int(match.group(1)), int(era.value) if era else 0)
        if not FIRST_YEAR <= year <= LAST_YEAR:
            continue
        marked = after is not None
        before = scan.says("year_before") and scan.before_any(start, "year_before")
        enclosed = start > 0 and scan.text[start - 1] in "(（" and end < len(scan.text) and scan.text[end] in ")）–-,;"
        if not (era or marked or before or enclosed or _paired(scan, start, end)):
            continue
        stop = after.end if after and marked else end
        if era:
            start, stop = min(start, era.start), max(stop, era.end)
        readings: tuple[Value, ...] = (Moment(year=year),)
        if not era:
            readings = (*readings, Quantity(low=Decimal(year), high=Decimal(year)))
        yield Found(start, stop, Kind.DATE, readings)


def _era(scan: Scan, start: int, end: int) -> Match | None:
    """The name of an era beside a year."""
    before = scan.before_any(_era_point(scan, start), "era_offset")
    return before[0] if before else scan.longest(scan.after_gap(end), "era_offset")


def _paired(scan: Scan, start: int, end: int) -> bool:
    """Whether a year is one end of a span whose other end is marked as a year: 2009-2010年, from 2009 to 2010."""
    if not scan.says("year_after", "year_before"):
        return False
    for place in dict.fromkeys((end, scan.after_gap(end))):
        connector = scan.longest(place, "between", "pair_between")
        last = _YEAR.match(scan.text, scan.after_gap(connector.end)) if connector else None
        if last:
            return bool(scan.at(over_point(scan, last.end()), "year_after"))
    for connector in scan.before_any(start, "between", "pair_between"):
        stop = scan.before_gap(connector.start)
        first = _YEAR.match(scan.text, stop - 4) if stop >= 4 else None
        if first and first.end() == stop:
            return bool(scan.before_any(stop - 4, "year_before"))
    return False


def _regnal(scan: Scan) -> Iterator[Found]:
    """Years of an era with one or two digits: 明治37年."""
    for match in scan.numbered(_SHORT, 2) if scan.says("era_offset") and scan.says("year_after") else ():
        era = next(iter(scan.before_any(match.start(), "era_offset")), None)
        after = scan.longest(scan.after_gap(match.end()), "year_after")
        if era and after:
            yield Found(era.start, after.end, Kind.DATE, (Moment(year=int(match.group()) + int(era.value)),))


def _era_point(scan: Scan, start: int) -> int:
    """An era's abbreviation may end in a point: พ.ศ. 2447."""
    cut = start
    while cut > 0 and scan.text[cut - 1] in " .":
        cut -= 1
    return cut if scan.before(cut, "era_offset") else start
