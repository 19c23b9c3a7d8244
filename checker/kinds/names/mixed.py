"""Names of letters and digits in one word: ChatGPT4o, H800, V3, COVID19."""

import re
from collections.abc import Iterator

from checker.kinds.found import Found
from checker.kinds.naming import counts, joined_before, measured, original, readings
from checker.languages.folding import is_letter, script
from checker.model import Kind
from checker.scan import Scan

_PART = r"(?:[^\W\d_]|\d){0,60}"
_MIXED = re.compile(rf"[^\W\d_]{{1,40}}\d{_PART}(?:[.,]\d+){{0,8}}(?:-{_PART}\d{_PART}){{0,8}}")
"""What may be a name; of a bounded length, as what one script cuts off is looked at again."""
_MARKS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Invisible marks of the direction of writing."""
_DECIMAL = re.compile(r",\d(?![\w,])")
"""The decimal comma of a name, which has one decimal."""
_WHOLE = re.compile(r"\d+(?:\.\d+|(?:,\d{3})+(?!\d))?")
"""A number with its decimals or its thousands."""
_SECOND = re.compile(r"-[a-z]{2,60}\d")
"""The second part of a name that has two, with a number each."""
_LONGEST_TAIL = 3
"""Letters that a name has at most after its last digit (4o, 2.3rc)."""
_LITTLE = ("linker", "linkers", "opening", "pair_opening", "between", "bound_before", "year_before", "hour_before")
"""Categories of little words."""
_WORDS = 4
"""Letters of a word in small letters that no product's name is, where a number stuck to it goes on as an amount."""


def find(scan: Scan) -> Iterator[Found]:
    """Letters then digits in one word: H800, ChatGPT4o, V3, COVID19."""
    text = scan.text
    if not any(start and text[start - 1].isalnum() for start, _ in scan.runs):
        return
    match = _MIXED.search(text)
    while match:
        start, end = match.span()
        digit = next(i for i in range(start, end) if text[i].isdecimal())
        raised = any(text[i].isdigit() for i in range(start, digit))  # swelling²6, with the number of a note
        if raised or script(text[digit - 1]) in ("joined", "hangul") or _turns(scan, digit):
            match = _MIXED.search(text, digit)
            continue
        start, end = _one_script(text, start, digit), _tail(text, digit, _whole(scan, digit, end))
        if not (
            _inside(scan, start) or _belongs_to_number(scan, start, digit) or _run_together(scan, start, digit, end)
        ):
            yield _name(scan, start, _plural(scan, start, end))
        match = _MIXED.search(text, end)


def _turns(scan: Scan, digit: int) -> bool:
    """Whether the direction of writing is set anew between the letters and the digits, which no name does."""
    start, end = scan.folded.span(digit - 1, digit + 1)
    return end - start > 2 and not _MARKS.isdisjoint(scan.folded.original[start:end])


def _name(scan: Scan, start: int, end: int) -> Found:
    while end > start and scan.text[end - 1] in "-.":
        end -= 1
    start = joined_before(scan, start)
    return Found(start, end, Kind.NAME, readings(scan, start, end))


def _whole(scan: Scan, digit: int, end: int) -> int:
    """Where a name ends, before a comma that is no decimal mark of the language (PM2,5)."""
    comma = scan.text.find(",", digit, end)
    if comma < 0 or (scan.lexicon.decimal[0] == "," and _DECIMAL.match(scan.text, comma)):
        return end
    return comma


def _inside(scan: Scan, start: int) -> bool:
    """Whether a word goes on at a place; not behind a script that parts no words (有轨电车T4), nor behind a name."""
    before = scan.text[start - 1 : start]
    if not before or script(before) in ("joined", "hangul") or _second(scan, start):
        return False
    return is_letter(before) or before.isdigit() or before in "&@/"


def _second(scan: Scan, start: int) -> bool:
    """Whether a name follows another one after a stroke, or a stroke apart: K562/STAT3, K562 /STAT3."""
    text = scan.text
    stroke = start > 1 and text[start - 1] == "/" and (text[start - 2].isdigit() or text[start - 2] == " ")
    return stroke and original(scan, start, start + 1).isupper()


def _one_script(text: str, start: int, digit: int) -> int:
    """Where the letters before a digit begin that are of one script, in scripts that write words together."""
    begin = digit
    while begin > start and script(text[begin - 1]) == "spaced":
        begin -= 1
    return begin


def _run_together(scan: Scan, start: int, digit: int, last: int) -> bool:
    """Whether a space is missing between a word and the amount after it: paid100 million, usia13 tahun."""
    word = original(scan, start, digit)
    end = digit
    while end < len(scan.text) and scan.text[end].isdigit():
        end += 1
    if word.lower() == word.upper():  # a script without capitals
        return _little(scan, start, digit) or _amount(scan, digit)
    if word != word.lower():
        return False
    if _SECOND.search(scan.text, digit, last):
        return False  # pcdna3.1-stat3
    return counts(scan, end) or (len(word) >= _WORDS and not word.isascii()) or measured(scan, end)


def _little(scan: Scan, start: int, digit: int) -> bool:
    """Whether the letters before digits are a little word of the language: من20, from 20."""
    return any(match.end == digit for match in scan.at(start, *_LITTLE))


def _amount(scan: Scan, digit: int) -> bool:
    """Whether digits are an amount by what follows all of them: 1.05 ملين, 20,000."""
    written = _WHOLE.match(scan.text, digit)
    return written is not None and (
        "," in written.group()
        or bool(scan.at(scan.after_gap(written.end()), "scale", "percent", "currency"))
        or measured(scan, written.end())
    )


def _tail(text: str, digit: int, end: int) -> int:
    """Where a name ends: before another script (ChatGPT4oを), and before a word stuck to its number (V3Image)."""
    first = script(text[digit - 1]), text[digit - 1].isascii()
    for position in range(digit, end):
        if is_letter(text[position]) and (script(text[position]), text[position].isascii()) != first:
            end = position
            break
    stop = end
    while stop > digit and is_letter(text[stop - 1]):
        stop -= 1
    return stop if end - stop > _LONGEST_TAIL else end


def _plural(scan: Scan, start: int, end: int) -> int:
    """Without the s of a plural after capitals: the H800s."""
    word = original(scan, start, end)
    if word.endswith("s") and len(word) > 2 and word[-2].isdigit() and word[:1].isupper():
        return end - 1
    return end


def _belongs_to_number(scan: Scan, start: int, digit: int) -> bool:
    """Whether the letters before digits are a currency or another word of the language: US1, Rs5, ₱5, ika16."""
    categories = (
        "currency",
        "ordinal_marks_before",
        "bound_before",
        "hour_before",
        "name_before",
        "per",
        "day_before",
    )
    if any(match.end == digit for match in scan.at(start, *categories)):
        return True
    place = scan.before_gap(start)
    if any(match.end > digit for match in scan.at(start, "unit")) and (
        scan.text[place - 1].isdigit() or scan.before(place, "scale")
    ):
        return True  # 3850 km2, 110 million m3
    return scan.text[start:digit] in scan.lexicon.prefixes
