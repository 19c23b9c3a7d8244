"""Centuries, alone and in lists: the 16th century, XVIIIe siècle, siglos XI, XII y XIII."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from checker.kinds.found import Found
from checker.languages.folding import script
from checker.languages.lexicon import Match
from checker.model import Kind, Quantity
from checker.scan import Scan

CENTURY = "century"
_ROMAN = {"i": 1, "v": 5, "x": 10}
_LAST = 30
_LITTLE = ("linker", "linkers", "year_before", "and", "between", "pair_between", "pair_opening", "opening", "ordinal")
"""Categories of what stands before the name of a century."""
_CONNECTORS = ("and", "between", "pair_between")
_MOST = 5
"""Centuries in one list."""
_COMMAS, _JOINTS = ",،、", ",،、–—-"
"""What may stand between the centuries of a list, with a connector and without."""
_DASHES = "–—-"
_PAST = 20
"""What "the last century" is."""
_HAN = "\u2e80"
"""From here on, scripts in which a century may be counted by a cardinal: 二十世纪; two centuries are none."""
_LONGEST = 10
"""Letters of a Roman numeral with its mark."""
_SPELLED = ("ordinal", "number")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A century's number, where it stands with its mark."""

    start: int
    end: int
    value: int
    spelled: bool = False


def find(scan: Scan) -> Iterator[Found]:
    """Every century whose word is beside its number, and those that share the word in a list."""
    for _, matches in scan.having("centuries_after", "centuries_before"):
        word = next(match for match in matches if match.category in ("centuries_after", "centuries_before"))
        numerals = _before(scan, word.start) if word.category == "centuries_after" else []
        if not numerals and any(match.category == "centuries_before" for match in matches):
            numerals = _after(scan, word)
        for place, numeral in enumerate(numerals):
            number = Decimal(numeral.value)
            start, end = numeral.start, numeral.end
            if place == 0:
                start, end = min(start, word.start), max(end, word.end)
            yield Found(start, end, Kind.ORDINAL, (Quantity(number, number, CENTURY),), numeral.spelled)
    for _, matches in scan.having("century_words"):
        for match in matches:
            if match.category == "century_words" and _written_out(scan, match):
                for numeral in (Numeral(match.start, match.end, int(match.value)), *_before(scan, match.start, 1)):
                    number = Decimal(numeral.value)
                    yield Found(numeral.start, numeral.end, Kind.ORDINAL, (Quantity(number, number, CENTURY),))
                break


def _written_out(scan: Scan, match: Match) -> bool:
    """Whether a Roman numeral and the letter behind it are a century: XIV w., V w., not the Polish "i w".

    So is the name of one behind a little word: nel Novecento, not novecento persone.
    """
    first, last = scan.folded.span(match.start, match.end)
    numeral, _, mark = scan.folded.original[first:last].partition(" ")
    if not mark:
        return numeral[0].isupper() and bool(scan.before_any(match.start, *_LITTLE))
    return numeral.isupper() and (len(numeral) > 1 or scan.text[match.end : match.end + 1] == ".")


def said_after(scan: Scan, position: int) -> tuple[int, int] | None:
    """The century that is said at a place, over linkers: where it ends, and its number."""
    position += scan.text.startswith(".", position)
    for _ in range(3):
        position = scan.after_gap(position)
        past = scan.longest(position, "centuries_past")
        if past:
            return past.end, _PAST
        numeral = _at(scan, position)
        word = scan.longest(_over_linker(scan, numeral.end), "centuries_after") if numeral else None
        if numeral and word:
            return word.end, numeral.value
        first = scan.longest(position, "centuries_before")
        numeral = _at(scan, scan.after_gap(first.end)) if first else None
        if numeral:
            return numeral.end, numeral.value
        linker = scan.longest(position, "linker", "linkers")
        if linker is None:
            return None
        position = linker.end
    return None


def said_before(scan: Scan, start: int) -> tuple[int, int] | None:
    """The century that ends at a place, perhaps before a linker: where it begins, and its number."""
    for linked in (False, True):
        if linked:
            linker = next(iter(scan.before_any(start, "linker", "linkers")), None)
            if linker is None:
                return None
            start = linker.start
        for word in scan.before_any(start, "centuries_past"):
            return word.start, _PAST
        for word in scan.before_any(start, "centuries_after"):
            numeral = _ending(scan, word.start)
            if numeral:
                return numeral.start, numeral.value
    return None


def _before(scan: Scan, start: int, known: int = 0) -> list[Numeral]:
    """The numerals that stand before the word century, the nearest first, or before one of a list's `known` ones."""
    numerals: list[Numeral] = []
    end = _joined(scan, start) if known else start
    while end is not None and len(numerals) + known < _MOST:
        numeral = _ending(scan, end)
        if numeral is None:
            break
        numerals.append(numeral)
        end = _joined(scan, numeral.start)
    return numerals


def _joined(scan: Scan, place: int) -> int | None:
    """Where the century ends to which the one at a place is joined in a list; None where it is the first."""
    connector = next(iter(scan.before_any(place, *_CONNECTORS)), None)
    article = None if connector else next(iter(scan.before_any(place, "linkers", "linker", "article")), None)
    if article:
        place = article.start
        connector = next(iter(scan.before_any(place, *_CONNECTORS)), None)
    cut = scan.before_gap(place)
    if connector:
        end = scan.before_gap(connector.start)
        return end - (end > 0 and scan.text[end - 1] in _COMMAS)  # 11th, 12th, and 13th
    if cut and scan.text[cut - 1] in _JOINTS:
        return cut - 1
    return cut if any(dash in scan.text[cut:place] for dash in _DASHES) else None


def _after(scan: Scan, word: Match) -> list[Numeral]:
    """The numerals that stand after the word century, the nearest first."""
    numerals: list[Numeral] = []
    position = scan.after_gap(word.end)
    while len(numerals) < _MOST:
        numeral = _at(scan, position)
        if numeral is None or (numerals and scan.at(scan.after_gap(numeral.end), "unit", "percent", "currency")):
            break
        if any(word.start < number.start < word.end for number in scan.before(numeral.end, "number")):
            break  # ƒe alafa ɖeka: one hundred years, where the first century has its ordinal
        numerals.append(numeral)
        beyond = scan.after_gap(numeral.end)
        connector = scan.longest(beyond, *_CONNECTORS) or scan.longest(numeral.end, "between")
        joint = next((mark for mark in scan.lexicon.prefixes if scan.text.startswith(mark, beyond)), None)
        if connector:
            position = scan.after_gap(connector.end)
            article = scan.longest(position, "linkers", "linker", "article")
            position = scan.after_gap(article.end) if article else position
        elif joint:
            position = beyond + len(joint)
        elif scan.text[numeral.end : numeral.end + 1] in tuple(_JOINTS):
            position = scan.after_gap(numeral.end + 1)
        else:
            break
    return numerals


def _ending(scan: Scan, end: int) -> Numeral | None:
    """The numeral that ends at a place, over spaces and its mark: 16th, XVIe, 16-го, sixteenth."""
    text = scan.text
    cut = end
    while cut > 0 and text[cut - 1] in " .-":
        cut -= 1
    begin = cut
    while begin > 0 and cut - begin < _LONGEST and _in_word(text, begin - 1):
        begin -= 1
    for first in dict.fromkeys((begin, text.rfind("-", begin - 6, begin) + 1)):  # 16-го
        numeral = _at(scan, first) if first >= 0 else None
        if numeral and cut <= numeral.end <= end and not numeral.spelled:
            start = next((mark.start for mark in scan.before_any(first, "ordinal_marks_before")), first)
            return Numeral(start, numeral.end, numeral.value)
    east = text[cut - 1 : cut] >= _HAN and script(text[cut - 1]) == "joined"
    for match in scan.before(cut, *(_SPELLED if east else _SPELLED[:1])):
        if match.value.isdigit() and 1 <= int(match.value) <= _LAST:
            return Numeral(match.start, cut, int(match.value), spelled=True)
    return None


def _at(scan: Scan, position: int) -> Numeral | None:
    """The numeral that begins at a place, with its mark."""
    text = scan.text
    mark = scan.longest(position, "ordinal_marks_before")
    begin = scan.after_gap(mark.end) if mark else position
    end = begin
    while end < len(text) and end - begin < 6 and text[end] in "ivx0123456789":
        end += 1
    value = _value(scan, begin, end)
    if value:
        after = scan.longest(end, "ordinal_marks_after") or (
            scan.longest(end + 1, "ordinal_marks_after") if text[end : end + 1] == "-" else None
        )
        last = after.end if after else end
        if last >= len(text) or not _in_word(text, last):
            return Numeral(position, last, value)
    particle = next((mark for mark in scan.lexicon.prefixes if text.startswith(mark, position)), "")
    for match in (*scan.at(position, *_SPELLED), *scan.at(position + len(particle), *_SPELLED)):
        if match.value.isdigit() and 1 <= int(match.value) <= _LAST:
            return Numeral(position, match.end, int(match.value), spelled=True)
    return None


def _value(scan: Scan, begin: int, end: int) -> int | None:
    """The value of a run of digits or of Roman numerals that is a whole word, None where it is neither."""
    text, run = scan.text, scan.text[begin:end]
    if not run or (begin > 0 and _in_word(text, begin - 1)) or (end < len(text) and text[end].isdigit()):
        return None
    if run.isdigit():
        return int(run) if 1 <= int(run) <= _LAST and len(run) <= 2 else None
    if any(character not in _ROMAN for character in run):
        return None
    total, previous = 0, 0
    for character in reversed(run):
        number = _ROMAN[character]
        total, previous = (total - number, previous) if number < previous else (total + number, number)
    return total if 1 <= total <= _LAST else None


def _in_word(text: str, place: int) -> bool:
    """Whether a digit stands at a place, or a letter of a script that parts its words."""
    return text[place].isdigit() or script(text[place]) == "spaced"


def _over_linker(scan: Scan, end: int) -> int:
    """Over a gap and a linker."""
    position = scan.after_gap(end)
    linker = scan.longest(position, "linker", "linkers")
    return scan.after_gap(linker.end) if linker and not scan.at(position, "centuries_after") else position
