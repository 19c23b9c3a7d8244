"""Names that end in a number where no capital letter shows them: センチネル2, 센티넬-2, 「はやぶさ2」, “Frozen 2”."""

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.kinds.found import Found
from checker.kinds.naming import besides, counts, label, measured, original, plain_digits
from checker.languages.folding import is_letter, script
from checker.model import Kind, Quantity, Value
from checker.scan import Scan

_NUMBER = re.compile(r"\d{1,4}(?!\w{0,3}\d|[.,:/\-]\d)")
_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc]{3,}")
_QUOTED = re.compile("[\"'「『《“”„«‹‘]([^\\W\\d_][^\\W\\d_]+(?:[ \\-][^\\W\\d_]+){0,3}[ \\-]?)$")
_CLOSING = frozenset("\"'」』》”“»›’")
_LONGEST = 24
"""Code points of a name before its number, at the most."""
_COUNTED = ("counter", "ordinal_marks_after", "between", "pair_between")
"""Categories of what follows a number that is none of a name."""
_TOGETHER = ("joined", "hangul")


def find(scan: Scan) -> Iterator[Found]:
    """Every such name; it may be a number and nothing else as well, for who knows what a quotation says."""
    for match in scan.numbered(_NUMBER, 4) if scan.digits else ():
        start, end = match.span()
        beyond = scan.after_gap(end)
        more = scan.text[end : end + 1] or " "
        if is_letter(more) and script(more) == "spaced":
            continue  # 白细胞介素-1β
        if counts(scan, end) or measured(scan, end) or scan.at(beyond, *_COUNTED):
            continue
        begin = _quoted(scan, start, end)
        if begin is None:
            begin = _written_on(scan, start)
        if begin is not None:
            yield Found(begin, end, Kind.NAME, tuple(_readings(scan, begin, end, match.group())))


def _readings(scan: Scan, begin: int, end: int, digits: str) -> Iterator[Value]:
    yield label(plain_digits(scan, begin, end))
    yield from besides(scan, begin, end)
    number = Decimal(digits)
    yield Quantity(number, number)


def _quoted(scan: Scan, start: int, end: int) -> int | None:
    """Where the words of a quotation begin that a number ends; in letters with capitals it begins with one."""
    if scan.text[end : end + 1] not in _CLOSING or not scan.text[end : end + 1]:
        return None
    low = max(0, start - _LONGEST)
    quoted = _QUOTED.search(scan.text[low:start])
    if quoted is None:
        return None
    begin = low + quoted.start(1)
    first = original(scan, begin, begin + 1)
    return None if first.islower() or _known(scan, start) else begin


def _written_on(scan: Scan, start: int) -> int | None:
    """Where a name begins that a number is written onto, with a hyphen or, behind katakana, without one."""
    text = scan.text
    hyphen = text[start - 1 : start] == "-"
    stop = start - hyphen
    if not stop or script(text[stop - 1]) not in _TOGETHER or not is_letter(text[stop - 1]) or _known(scan, stop):
        return None
    begin = stop
    katakana = bool(_KATAKANA.fullmatch(text, max(0, stop - 3), stop))
    while (
        begin > max(0, stop - _LONGEST)
        and is_letter(text[begin - 1])
        and (not katakana or _KATAKANA.fullmatch(text[begin - 1] * 3))
    ):
        begin -= 1
    return begin if katakana or (hyphen and stop - begin > 1) else None


def _known(scan: Scan, end: int) -> bool:
    """Whether a word that the lexicon knows stands before a number: about 50, up to 50."""
    return any(match.category != "letter" for match in scan.ends.get(scan.before_gap(end), ()))
