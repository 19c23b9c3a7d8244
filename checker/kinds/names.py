"""Versioned and numbered names: ChatGPT4o, H800, GPT-4o mini, Selene-3, Article 13, एच 800."""

import re
from collections.abc import Iterator
from decimal import Decimal

from checker.kinds.found import Found, Taken
from checker.languages.folding import is_letter, script
from checker.model import Kind, Label, Quantity
from checker.scan import Scan

_MIXED = re.compile(r"[^\W\d_]{1,40}\d[^\W_]*(?:\.\d+)*(?:-[^\W_]*\d[^\W_]*)*")
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0900-\u097f\u0980-\u0dff'])*")
_VERSION = re.compile(r"\d+(?:\.\d+)*[a-z]{0,2}(?![a-z0-9])")
_DOTTED = re.compile(r"(?<![\w.])v?(\d+(?:\.\d+){2,}[\w-]*)", re.IGNORECASE)
_RELEASE = re.compile(r"(?<![a-z0-9.-])([a-z]{2,24}) (\d{1,2}\.\d{1,2})(?![\d%]|[.,:]\d)")
_LONGEST_TAIL = 3
"""Letters that a name has at most after its last digit (4o, 2.3rc)."""
_SHORT = 3
"""Letters of a word for "number" (no, nr, رقم), which may stand between a noun and its number."""
_LONGEST = 5
"""Digits that a name's number has at most."""


def find(scan: Scan, taken: Taken) -> Iterator[Found]:
    """Names that are surely names: letters and digits in one word, letter names, numbered nouns."""
    for finder in (_mixed, _dotted, _lettered, _numbered, _hyphened, _released):
        for found in finder(scan):
            if taken.free(found.start, found.end):
                taken.add(found.start, found.end)
                yield found


def label(name: str, generic: bool = False) -> Label:
    """A label from a name as it is written: the stem folded, the number with what hangs on it."""
    compact = re.sub(r"[\s\-_'’\u2010-\u2015]+", "", name)
    match = re.search(r"\d", compact)
    cut = match.start() if match else len(compact)
    return Label(name=name, stem=compact[:cut].lower(), number=compact[cut:].lower(), generic=generic)


def _original(scan: Scan, start: int, end: int) -> str:
    first, last = scan.folded.span(start, end)
    return scan.folded.original[first:last]


def _plain_digits(scan: Scan, start: int, end: int) -> str:
    """The original letters with the digits of any script as 0–9."""
    original = _original(scan, start, end)
    folded = scan.text[start:end]
    if len(original) != len(folded):
        return folded
    return "".join(f if f.isdigit() else o for o, f in zip(original, folded, strict=True))


def _mixed(scan: Scan) -> Iterator[Found]:
    """Letters then digits in one word: H800, ChatGPT4o, V3, COVID19."""
    text = scan.text
    for match in _MIXED.finditer(text):
        start, end = match.span()
        digit = next(i for i in range(start, end) if text[i].isdigit())
        if script(text[digit - 1]) in ("joined", "hangul"):
            continue
        if start > 0 and (is_letter(text[start - 1]) or text[start - 1].isdigit() or text[start - 1] in "&@/"):
            continue
        if _belongs_to_number(scan, start, digit):
            continue
        end = _plural(scan, start, _tail(text, digit, end))
        while end > start and text[end - 1] in "-.":
            end -= 1
        start = _joined_before(scan, start)
        yield Found(start, end, Kind.NAME, (label(_plain_digits(scan, start, end)),))


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
    word = _original(scan, start, end)
    if word.endswith("s") and len(word) > 2 and word[-2].isdigit() and word[:1].isupper():
        return end - 1
    return end


def _joined_before(scan: Scan, start: int) -> int:
    """A name that a hyphen joins to a capitalised word: Qilin-R2."""
    text = scan.text
    if start > 1 and text[start - 1] == "-" and is_letter(text[start - 2]):
        begin = start - 1
        while begin > 0 and (is_letter(text[begin - 1]) or text[begin - 1].isdigit()):
            begin -= 1
        if _original(scan, begin, begin + 1).isupper():
            return begin
    return start


def _belongs_to_number(scan: Scan, start: int, digit: int) -> bool:
    """Whether the letters before digits are a currency or another word of the language: US1, Rs5, ₱5, ika16."""
    categories = (
        "currency",
        "ordinal_marks_before",
        "bound_before",
        "hour_before",
        "name_before",
        "month",
        "per",
        "day_before",
    )
    if any(match.end == digit for match in scan.at(start, *categories)):
        return True
    return scan.text[start:digit] in scan.lexicon.prefixes


def _dotted(scan: Scan) -> Iterator[Found]:
    """Version numbers of three parts or more: 2.3.1."""
    for match in _DOTTED.finditer(scan.text):
        parts = match.group(1).split(".")
        grouped = all(len(part) == 3 for part in parts[1:])
        dated = len(parts) == 3 and (len(parts[2]) == 4 or len(parts[0]) == 4)
        if not grouped and not dated:
            yield Found(match.start(), match.end(), Kind.NAME, (Label(match.group(1), "", match.group(1).lower()),))


def _lettered(scan: Scan) -> Iterator[Found]:
    """A Latin letter's name in another script before a number: एच 800 is H800."""
    for matches in list(scan.starts.values()):
        letter = next((match for match in matches if match.category == "letter"), None)
        if letter is None or (
            letter.end - letter.start == 1 and not _original(scan, letter.start, letter.end).isupper()
        ):
            continue
        name, end = letter.value, letter.end
        position = scan.after_gap(end)
        for _ in range(4):
            following = scan.longest(position, "letter")
            if following is None:
                break
            name, end = name + following.value, following.end
            position = scan.after_gap(end)
        number = _VERSION.match(scan.text, position)
        if number is None or len(number.group()) > _LONGEST or _counts(scan, number.end()):
            continue
        latin = name.upper() + number.group()
        yield Found(letter.start, number.end(), Kind.NAME, (label(latin),))


def _counts(scan: Scan, end: int) -> bool:
    """Whether a number goes on as an amount: a scale word, a percent sign, a unit or a currency follows."""
    position = scan.after_gap(end)
    return bool(scan.at(position, "scale", "percent", "currency")) or (
        scan.text[end : end + 1] in (",", ".") and scan.text[end + 1 : end + 2].isdigit()
    )


def _numbered(scan: Scan) -> Iterator[Found]:
    """A number after or before a noun that makes it a name: Article 13, bus 24, 24番バス, № 17."""
    text = scan.text
    for match in _VERSION.finditer(text):
        start, end = match.span()
        if start > 0 and (text[start - 1].isdigit() or script(text[start - 1]) == "spaced" or text[start - 1] in ".,"):
            continue
        digits = re.match(r"\d+", match.group())
        if digits is None or len(digits.group()) > _LONGEST or _counts(scan, end):
            continue
        place = scan.before_gap(start)
        while place > 0 and text[place - 1] in ".º°":
            place -= 1
        begin, noun = start, None
        for _ in range(2):  # bus no. 24
            before = scan.before(scan.before_gap(place), "name_before")
            if not before:
                break
            if noun is not None and noun.end - noun.start > _SHORT:
                break
            noun, begin = before[0], before[0].start
            place = scan.before_gap(begin)
            while place > 0 and text[place - 1] in ".º°":
                place -= 1
        if noun is not None:
            yield Found(begin, end, Kind.NAME, (label(_plain_digits(scan, begin, end), generic=True),))
            continue
        after = scan.longest(scan.after_gap(end), "name_after")
        if after:
            number = match.group()
            yield Found(
                start, after.end, Kind.NAME, (Label(_plain_digits(scan, start, after.end), "", number, generic=True),)
            )


def _hyphened(scan: Scan) -> Iterator[Found]:
    """A capitalised word, a hyphen or a space, and a short number: Selene-3, CHATGPT 4, Aurora 5, चैट -4."""
    text = scan.text
    for match in _VERSION.finditer(text):
        start, end = match.span()
        digits = re.match(r"\d+", match.group())
        if digits is None or start < 2 or len(digits.group()) > 4 or _counts(scan, end):
            continue
        gap = scan.before_gap(start)
        between = text[gap:start]
        if gap == start or len(between) > 2 or between.count(" ") > 1 or not is_letter(text[gap - 1]):
            continue
        begin = gap
        while begin > 0 and is_letter(text[begin - 1]) and text[begin - 1].isascii() == text[gap - 1].isascii():
            begin -= 1
        hyphen = "-" in between
        if not _is_name(scan, begin, gap, hyphen, between):
            continue
        following = scan.longest(
            scan.after_gap(end), "unit", "month", "hour_after", "year_after", "day_after", "decades_after"
        )
        if following and not hyphen:
            continue
        if following and following.start == end:
            continue
        begin = _joined_before(scan, begin)
        yield Found(begin, end, Kind.NAME, (label(_plain_digits(scan, begin, end)),))


def _is_name(scan: Scan, begin: int, end: int, hyphen: bool, between: str) -> bool:
    """Whether the word before a number names something: capitals, camel case, or a capital and a hyphen."""
    word = _original(scan, begin, end)
    if len(word) < 2 or len(word) > 24:
        return False
    known = {match.category for match in scan.at(begin) if match.end >= end}
    if known - {"letter", "linker", "unit", "scale"}:
        return False
    if script(word[0]) != "spaced":
        return False
    cased = word.lower() != word.upper()
    if not cased:
        return hyphen and between.endswith("-") and " " not in between.strip(" ") and begin >= 0
    capitals = sum(character.isupper() for character in word)
    if hyphen:
        return (word[0].isupper() and not between.startswith(" -")) or capitals >= 2
    return capitals >= 2 and word[0].isupper()


def _released(scan: Scan) -> Iterator[Found]:
    """A product and its release, which looks like a decimal: Python 3.11, Qt 5.15; it may be an amount all the same."""
    for match in _RELEASE.finditer(scan.text):
        start = match.start()
        word = _original(scan, start, match.end(1))
        if not word[0].isupper() or _counts(scan, match.end()):
            continue
        known = {found.category for found in scan.at(start) if found.end >= match.end(1)}
        known |= {found.category for found in scan.before(match.end(1), "currency", "month", "percent")}
        if known - {"letter", "unit", "scale"} or scan.longest(
            scan.after_gap(match.end()), "unit", "points", "counter"
        ):
            continue
        value = Decimal(match.group(2))
        step = Decimal(1).scaleb(-len(match.group(2).partition(".")[2]))
        name, amount = label(_plain_digits(scan, start, match.end())), Quantity(value, value, step=step)
        if _opens_sentence(scan.text, start):
            yield Found(match.start(2), match.end(), Kind.COUNT, (amount, name))
        else:
            yield Found(start, match.end(), Kind.NAME, (name, amount))


def _opens_sentence(text: str, start: int) -> bool:
    """Whether the word at a place is capitalised as the first of its sentence perhaps."""
    before = text[:start].rstrip(" -–—\"'«»„“”(*#")
    return not before or before[-1] in ".!?:;。！？।؟۔"
