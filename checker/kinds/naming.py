"""What the finders of names share: labels, letters as they are written, and numbers that go on as amounts."""

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.languages.folding import is_letter
from checker.model import Label, Moment, Quantity, Value
from checker.scan import Scan

_GOES_ON = re.compile(r"[,.٫٬]\d| ?\d+/\d| ?[½¼¾⅓⅔]")
"""What makes digits the beginning of a longer number."""
_YEAR, _CENTURY = 2, 2000
"""Digits of a year behind a season of fashion (SS19), and the century they are of."""
_TAIL = re.compile(r" ([a-z]{1,3})(?![\w'])")
"""A short word behind a name, which may be the end of it that somebody cut off."""


def label(name: str, generic: bool = False) -> Label:
    """A label from a name as it is written: the stem folded, the number with what hangs on it."""
    compact = re.sub(r"[\s\-_'’\u2010-\u2015]+", "", name)
    match = re.search(r"\d", compact)
    cut = match.start() if match else len(compact)
    return Label(name=name, stem=compact[:cut].lower(), number=compact[cut:].lower(), generic=generic)


def readings(scan: Scan, start: int, end: int) -> tuple[Value, ...]:
    """A name that stands at a place, and what it may be besides."""
    return (label(plain_digits(scan, start, end)), *besides(scan, start, end))


def besides(scan: Scan, start: int, end: int) -> Iterator[Value]:
    """The name with its last letters, which are written apart (M918 T), or without the ending of a case that is
    written onto it (Covid-19a); what a letter before a number stands for: J14 is the
    fourteenth jour; and the year of a season: SS19."""
    name = plain_digits(scan, start, end)
    tail = _TAIL.match(scan.text, end)
    if tail and not scan.at(tail.start(1)):
        yield label(name + tail.group(1))
    cut = end
    while cut > start and is_letter(scan.text[cut - 1]):
        cut -= 1
    if cut < end and any(match.end == end for match in scan.at(cut, "name_ending")):
        yield label(name[: cut - end])
    if any(match.end == end - _YEAR for match in scan.at(start, "season_mark")) and name[-_YEAR:].isdecimal():
        yield Moment(year=_CENTURY + int(name[-_YEAR:]))
    unit = next((match for match in scan.at(start, "unit_letter") if match.end == start + 1), None)
    if unit and scan.text[start + 1 : end].isdecimal():
        count = Decimal(scan.text[start + 1 : end])
        yield Quantity(count, count, unit.value)


def original(scan: Scan, start: int, end: int) -> str:
    """What was written where a stretch of the folded text stands; nothing beyond its end."""
    first, last = scan.folded.span(start, min(end, len(scan.text)))
    return scan.folded.original[first:last]


def plain_digits(scan: Scan, start: int, end: int) -> str:
    """The original letters with the digits of any script as 0–9, and plain spaces."""
    written = original(scan, start, end)
    folded = scan.text[start:end]
    if len(written) != len(folded):
        return folded
    return "".join(f if f.isdigit() or f == " " else o for o, f in zip(written, folded, strict=True))


def counts(scan: Scan, end: int) -> bool:
    """Whether a number goes on as an amount: a scale word, a percent sign, a unit or a currency follows."""
    position = scan.after_gap(end)
    return bool(scan.at(position, "scale", "percent", "currency")) or _GOES_ON.match(scan.text, end) is not None


def measured(scan: Scan, end: int) -> bool:
    """Whether a unit's name, not its abbreviation, follows a number."""
    unit = scan.longest(scan.after_gap(end), "unit")
    return unit is not None and unit.end - unit.start > 1


def joined_before(scan: Scan, start: int) -> int:
    """A name that a hyphen joins to a capitalised word: Qilin-R2."""
    text = scan.text
    if start > 1 and text[start - 1] == "-" and is_letter(text[start - 2]):
        begin = start - 1
        while begin > 0 and (is_letter(text[begin - 1]) or text[begin - 1].isdigit()):
            begin -= 1
        if original(scan, begin, begin + 1).isupper():
            return begin
    return start
