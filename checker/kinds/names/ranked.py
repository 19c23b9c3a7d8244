"""Names with a rank: Louis XVI, XVI. Lajos, ルイ16世, World War II, der Zweite Weltkrieg, 第二次世界大戦."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checker.kinds.found import Found
from checker.kinds.naming import counts, measured, original
from checker.languages.folding import is_letter, script
from checker.languages.romans import ROMANS
from checker.model import Kind, Label
from checker.numbers import Number, find_numbers
from checker.scan import Scan

NUMERAL = re.compile("[IVX]{2}|[\u2160-\u216b]")
"""What a text has, as it is written, that holds a Roman numeral of more than one letter."""
_ROMAN = re.compile("(?<![^\\W_])(?:[ivx]{1,7}(?![ivx])|[\u2170-\u217b])")
_GAP = re.compile("[ -]*")
_LAST = max(ROMANS.values())
"""The greatest rank that a name has."""
_WIDEST = max(map(len, ROMANS))
"""Letters of the longest numeral."""
_MARKS = ("ordinal_marks_after", "counter")
"""What may stand between a rank and the noun behind it: 第2次世界大戦, the 2nd World War."""
_LONGEST = 24
"""Letters at the most of the word beside a Roman numeral that is told with it."""


@dataclass(frozen=True, slots=True)
class _Rank:
    """A rank, where it stands with its marks."""

    start: int
    end: int
    value: int


def find(scan: Scan) -> Iterator[Found]:
    """Nouns that have a rank (World War), the numbers of rulers, and Roman numerals of two letters and more."""
    if scan.says("numbered", "reign"):
        yield from _ranked(scan)
    if NUMERAL.search(scan.folded.original):
        for match in _ROMAN.finditer(scan.text):
            rank = _roman(scan, match.start())
            if rank and NUMERAL.match(original(scan, rank.start, rank.end)):
                yield _found(scan, *_with_word(scan, rank), rank.value)


def _ranked(scan: Scan) -> Iterator[Found]:
    """What the language's data names as nouns that have a rank, and as marks of a ruler's number."""
    numbers = [number for number in find_numbers(scan) if number.value % 1 == 0 and 0 < number.value <= _LAST]
    starts, ends = ({getattr(number, side): number for number in numbers} for side in ("start", "end"))
    for _, matches in scan.having("numbered"):
        noun = next(match for match in matches if match.category == "numbered")
        rank = _behind(scan, noun.end, starts) or _ahead(scan, noun.start, ends)
        if rank:
            yield _found(scan, min(noun.start, rank.start), max(noun.end, rank.end), rank.value)
    for _, matches in scan.having("reign"):
        number, mark = ends.get(matches[0].start), matches[0]
        if number and mark.category == "reign" and not scan.at(mark.start, "unit"):  # neither 世紀 nor 16세, 16 years
            yield _found(scan, number.start, mark.end, int(number.value))


def _found(scan: Scan, start: int, end: int, value: int) -> Found:
    said = Label(original(scan, start, end), "", str(value), generic=True, ranked=True)
    return Found(start, end, Kind.NAME, (said,))


def _behind(scan: Scan, end: int, starts: Mapping[int, Number]) -> _Rank | None:
    """The rank behind a noun: World War II, Perang Dunia ke-2, الحرب العالمية الثانية, thế chiến thứ hai."""
    gap = _GAP.match(scan.text, end)
    start = gap.end() if gap else end
    mark = scan.longest(start, "ordinal_marks_before")
    for position in (start, scan.after_gap(mark.end)) if mark else (start,):
        word = scan.longest(position, "ordinal")
        number = starts.get(position)
        if word and not (number and number.end > word.end):
            return _Rank(start, word.end, int(word.value)) if word.value.isdigit() else None
        reign = scan.longest(number.end, "reign") if number else None
        if number and (reign or not _counts(scan, number.end)):
            return _Rank(start, reign.end if reign else number.end, int(number.value))
        rank = _roman(scan, position)
        if rank:
            return rank
    return None


def _counts(scan: Scan, end: int) -> bool:
    """Whether a number goes on as an amount; where words are written together by one character, too (查理五岁)."""
    beside = script(scan.text[end : end + 1] or " ") in ("joined", "hangul")
    return counts(scan, end) or measured(scan, end) or (beside and bool(scan.at(end, "unit", "counter", "month")))


def _ahead(scan: Scan, start: int, ends: Mapping[int, Number]) -> _Rank | None:
    """The rank before a noun: the Second World War, II. Dünya Savaşı, 2. Weltkrieg, 第二次世界大战."""
    near = scan.before_gap(start)
    place = near - (near > 0 and scan.text[near - 1] == ".")
    mark = next(iter(scan.before(place, *_MARKS)), None)
    cut = mark.start - (scan.text[mark.start - 1 : mark.start] == "-") if mark else place
    for position in dict.fromkeys((place, cut)):
        for word in scan.before(position, "ordinal"):
            return _Rank(word.start, near, int(word.value)) if word.value.isdigit() else None
        number = ends.get(position)
        first = next(iter(scan.before_any(number.start, "ordinal_marks_before")), None) if number else None
        if number and (first or position < near or script(scan.text[start]) in ("joined", "hangul")):
            return _Rank(first.start if first else number.start, near, int(number.value))
        begin = position
        while begin > 0 and position - begin < _WIDEST and scan.text[begin - 1] in "ivx":
            begin -= 1
        rank = _roman(scan, begin) if begin < position else None
        if rank and rank.end >= position:
            return rank
    return None


def _roman(scan: Scan, start: int) -> _Rank | None:
    """The Roman numeral in capitals that begins at a place, with its ordinal mark (XVIe)."""
    match = _ROMAN.match(scan.text, start)
    if match is None:
        return None
    end, text = match.end(), scan.text
    written = original(scan, start, end)
    value = ROMANS.get(written) or (int(unicodedata.numeric(written, 0)) if len(written) == 1 else 0)
    if end < len(text) and (text[end].isdigit() or script(text[end]) == "spaced"):
        mark = scan.longest(end, "ordinal_marks_after")
        end = mark.end if mark else 0
    return _Rank(start, end, value) if value and end else None


def _with_word(scan: Scan, rank: _Rank) -> tuple[int, int]:
    """A Roman numeral with the capitalised word before it, or else behind it."""
    text, start, end = scan.text, rank.start, rank.end
    begin = before = start - (start > 0 and text[start - 1] in " -")
    while begin > 0 and before - begin < _LONGEST and is_letter(text[begin - 1]):
        begin -= 1
    if begin < before < start and original(scan, begin, begin + 1).isupper():
        return begin, end
    first = last = scan.after_gap(end)
    while last < len(text) and last - first < _LONGEST and is_letter(text[last]):
        last += 1
    if end < first < last and original(scan, first, first + 1).isupper():
        return start, last
    return start, end
