"""Versioned and numbered names: ChatGPT4o, H800, GPT-4o mini, Selene-3, Article 13, एच 800."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from checker.kinds.found import Found, Taken
from checker.kinds.names import listed, mixed, ranked, unspaced
from checker.kinds.names.limited import limited
from checker.kinds.naming import besides, counts, joined_before, label, measured, original, plain_digits
from checker.kinds.times.calendar import FIRST_YEAR, LAST_YEAR
from checker.kinds.times.numeric import day_and_month
from checker.languages.folding import is_letter, script
from checker.languages.lexicon import Match
from checker.model import Kind, Label, Moment, Quantity, Value
from checker.scan import Scan

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0900-\u097f\u0980-\u0dff'])*")
_VERSION = re.compile(r"\d+(?:\.\d+)*[a-z]{0,2}(?![a-z0-9])")
_DOTTED = re.compile(r"(?<![\d_.])v?(\d+(?:\.\d+){2,}[a-z\d_]*(?:-[a-z\d_]+)*)", re.IGNORECASE)
_IDENTIFIER = re.compile(r"(?<![\w.,/-])\+?\d+(?:[-‐-–]\d+){2,}(?![\w/-]|[.,]\d)")
_DIGITS = 7
"""Digits that an identifier in groups has at least: 978-3-16-148410-0, 555-123-4567."""
_RELEASE = re.compile(r"(?<![a-z0-9.-])([a-z]{2,24}) (\d{1,2}\.\d{1,2})(?![\d%]|[.,:]\d)")
_MEMBER = re.compile(r"(?<![\w.,])(\d+(?:\.\d+)?)([a-z])(?![a-z0-9_]|\.\d)")
_MEASURES = (
    "unit",
    "scale",
    "currency",
    "percent",
    "hour_after",
    "minute_after",
    "decades_after",
    "ordinal_marks_after",
)
_PAIR = 2
"""So many members of a series are amounts where both their letters are units; more are not."""
_AMOUNT = re.compile(r" \d{3}(?!\d)|·\d| ?[-–~] ?\d")
"""What follows a number that is an amount after the abbreviation of what it measures."""
_CHAIN = re.compile(r"(?:-\d{1,4})+(?![\w.])")
_YEARS = re.compile(r"-(?:19|20)\d\d(?![\d.,])")
"""A year behind a name, and no amount behind the code of a currency."""
_SHORT = 3
"""Letters of a word for "number" (no, nr, رقم), which may stand between a noun and its number."""
_YEAR = 4
"""Digits of a year."""
_LONGEST = 5
"""Digits that a name's number has at most."""


def find(scan: Scan, taken: Taken) -> Iterator[Found]:
    """Names that are surely names: letters and digits in one word, letter names, numbered nouns, names with a rank."""
    own = (_series, _lettered, _numbered, _hyphened, _released, _said)
    for finder in (ranked.find, _dotted, _identifiers, mixed.find, *own, unspaced.find):
        for name in finder(scan):
            if taken.free(name.start, name.end):
                found = limited(scan, taken, name)
                taken.add(found.start, found.end)
                yield found


def _said(scan: Scan) -> Iterator[Found]:
    """Words that stand for a name with a number, which other languages say: coronavirus, 新冠肺炎 for COVID-19."""
    for _, matches in scan.having("said"):
        match = next(match for match in matches if match.category == "said")
        name = replace(label(match.value), ranked=True)
        yield Found(match.start, match.end, Kind.NAME, (name,))


def _dotted(scan: Scan) -> Iterator[Found]:
    """Version numbers of three parts or more: 2.3.1."""
    for match in _DOTTED.finditer(scan.text) if _pointed(scan) else ():
        before = scan.text[match.start() - 1 : match.start()] or " "
        if is_letter(before) and script(before) == "spaced":
            continue
        parts = match.group(1).split(".")
        grouped = all(len(part) == 3 for part in parts[1:])
        dated = len(parts) == 3 and (len(parts[2]) == 4 or len(parts[0]) == 4)
        if not grouped and not dated:
            yield Found(match.start(), match.end(), Kind.NAME, (Label(match.group(1), "", match.group(1).lower()),))


def _identifiers(scan: Scan) -> Iterator[Found]:
    """Numbers of books, telephones and the like, in three groups of digits or more."""
    for match in _IDENTIFIER.finditer(scan.text) if scan.digits else ():
        groups = [group for group in re.split(r"\D", match.group()) if group]
        rising = all(int(one) < int(other) for one, other in pairwise(groups))  # 500-750-1000 euros
        alike = len(set(map(len, groups))) == 1  # 2010-2015-2020, 25-21-25-19
        if sum(map(len, groups)) >= _DIGITS and not rising and not alike:
            number = "-".join(groups)
            yield Found(match.start(), match.end(), Kind.NAME, (Label(match.group(), "", number),))


def _series(scan: Scan) -> Iterator[Found]:
    """The members of a series that differ in their last letter: 802.11a, 802.11b, 802.11g."""
    members: dict[str, list[re.Match[str]]] = {}
    for match in scan.numbered(_MEMBER, _LONGEST):
        if script(scan.text[match.end() : match.end() + 1] or " ") == "spaced":
            continue
        members.setdefault(match.group(1), []).append(match)
    for found in members.values():
        letters = {match.group(2): match.start(2) for match in found}
        named = any(not scan.at(place, *_MEASURES) for place in letters.values())
        if len(letters) > _PAIR or (len(letters) == _PAIR and named):
            for match in found:
                yield Found(*match.span(), Kind.NAME, (label(match.group()),))


def _within(scan: Scan, letter: Match) -> bool:
    """Whether a letter's name ends a longer word: the ที of นาที, minutes."""
    return any(word.start < letter.start for word in scan.before(letter.end, *_MEASURES))


def _lettered(scan: Scan) -> Iterator[Found]:
    """A Latin letter's name in another script before a number: एच 800 is H800."""
    for _, matches in scan.having("letter"):
        letter = next(match for match in matches if match.category == "letter")
        if letter.end - letter.start == 1 and not original(scan, letter.start, letter.end).isupper():
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
        if number is None or len(number.group()) > _LONGEST or counts(scan, number.end()) or _within(scan, letter):
            continue
        latin = name.upper() + number.group()
        yield Found(letter.start, number.end(), Kind.NAME, (label(latin),))


def _numbered(scan: Scan) -> Iterator[Found]:
    """A number after or before a noun that makes it a name: Article 13, bus 24, 24番バス, № 17."""
    text = scan.text
    for match in scan.numbered(_VERSION, _LONGEST) if scan.says("name_before", "name_after") else ():
        start, end = match.span()
        if start > 0 and (text[start - 1].isdigit() or script(text[start - 1]) == "spaced" or text[start - 1] in ".,"):
            continue
        digits = re.match(r"\d+", match.group())
        if digits is None or len(digits.group()) > _LONGEST or counts(scan, end) or measured(scan, end):
            continue
        place = scan.before_gap(start)
        while place > 0 and text[place - 1] in ".º°":
            place -= 1
        begin, noun = start, None
        for _ in range(2):  # bus no. 24
            before = [found for found in scan.before(scan.before_gap(place), "name_before") if _is_noun(scan, found)]
            if not before:
                break
            if noun is not None and noun.end - noun.start > _SHORT:
                break
            noun, begin = before[0], before[0].start
            place = scan.before_gap(begin)
            while place > 0 and text[place - 1] in ".º°":
                place -= 1
        if noun is not None:
            yield Found(begin, end, Kind.NAME, (label(plain_digits(scan, begin, end), generic=True),))
            yield from listed.behind(scan, begin, start, end)
            continue
        after = scan.longest(scan.after_gap(end), "name_after")
        mark = scan.longest(scan.after_gap(end), "ordinal_marks_after") if after else None
        if after and not (mark and mark.end > after.end):  # 11번 is a name, 11번째 the eleventh
            number = match.group()
            name = Label(plain_digits(scan, start, after.end), "", number, generic=True)
            yield Found(start, after.end, Kind.NAME, (name,))
            yield from listed.ahead(scan, start)


def _is_noun(scan: Scan, found: Match) -> bool:
    """Whether a word that may name a numbered thing is no little word of the language (no is from in Latvian)."""
    little = ("opening", "pair_opening", "between", "linker", "linkers", "year_before", "hour_before", "and")
    return all(other.end != found.end for other in scan.at(found.start, *little))


def _hyphened(scan: Scan) -> Iterator[Found]:
    """A capitalised word, a hyphen or a space, and a short number: Selene-3, CHATGPT 4, Aurora 5, चैट -4."""
    text = scan.text
    for match in scan.numbered(_VERSION, 4):
        start, end = match.span()
        if start < 2 or text[start - 1] not in " -.":
            continue
        gap = scan.before_gap(start)
        between = text[gap:start]
        if len(between) > 2 or between.count(" ") > 1 or not is_letter(text[gap - 1]):
            continue
        begin = gap
        while begin > 0 and is_letter(text[begin - 1]) and text[begin - 1].isascii() == text[gap - 1].isascii():
            begin -= 1
        hyphen = "-" in between
        if not _is_name(scan, begin, gap, hyphen, between) or counts(scan, end):
            continue
        if not hyphen and ("." in match.group() or _AMOUNT.match(text, end) or _short_unit(scan, gap, match)):
            continue  # 95 % CI 11.17 to 17.84
        more = _CHAIN.match(text, end) if hyphen else None
        end = more.end() if more else end
        following = scan.longest(
            scan.after_gap(end), "unit", "month", "hour_after", "year_after", "day_after", "decades_after"
        )
        if following and not hyphen:
            continue
        if following and following.start == end:
            continue
        begin = joined_before(scan, begin)
        yield Found(begin, end, Kind.NAME, tuple(_readings(scan, begin, end, match.group())))


def _short_unit(scan: Scan, gap: int, match: re.Match[str]) -> bool:
    """Whether the letters written onto a number behind capitals are a unit's abbreviation: SD 3y."""
    letters = match.group().lstrip("0123456789")
    unit = scan.longest(match.end() - len(letters), "unit") if letters else None
    written = original(scan, match.end() - len(letters), match.end())
    return unit is not None and unit.end == match.end() and written.islower() and original(scan, gap - 2, gap).isupper()


def _readings(scan: Scan, start: int, end: int, number: str) -> Iterator[Value]:
    """A name; with a year (Agenda-2030) its word may be translated, or be no part of it."""
    name = plain_digits(scan, start, end)
    year = number.isdigit() and FIRST_YEAR <= int(number) <= LAST_YEAR and len(number) == _YEAR
    yield label(name, generic=year)
    if year:
        yield Moment(year=int(number))
    else:
        yield from besides(scan, start, end)


def _is_name(scan: Scan, begin: int, end: int, hyphen: bool, between: str) -> bool:
    """Whether the word before a number names something: capitals, camel case, or a capital and a hyphen."""
    word = original(scan, begin, end)
    if len(word) < 2 or len(word) > 24:
        return False
    if not hyphen and word[0].islower():
        return False
    known = {match.category for match in scan.at(begin) if match.end >= end}
    if hyphen and word.isupper() and _YEARS.match(scan.text, end):
        known -= {"currency"}  # the protocols ALL-2005 and ALL-2009
    if known - {"letter", "linker", "unit", "scale", "said"}:
        return False
    if script(word[0]) != "spaced":
        return False
    cased = word.lower() != word.upper()
    if not cased and _only_prefixes(word, scan.lexicon.prefixes):
        return False
    if not cased:
        return hyphen and between.endswith("-") and " " not in between.strip(" ") and begin >= 0
    capitals = sum(character.isupper() for character in word)
    if hyphen:
        return (word[0].isupper() and not between.startswith(" -")) or capitals >= 2
    return capitals >= 2 and word[0].isupper()


def _only_prefixes(word: str, prefixes: tuple[str, ...]) -> bool:
    """Whether a word is nothing but the particles that are written onto numbers with a hyphen: וכ-100."""
    while word:
        first = next((prefix for prefix in prefixes if prefix and word.startswith(prefix)), None)
        if first is None:
            return False
        word = word[len(first) :]
    return True


def _released(scan: Scan) -> Iterator[Found]:
    """A product and its release, which looks like a decimal: Python 3.11, Qt 5.15; it may be an amount all the same."""
    for match in _RELEASE.finditer(scan.text) if _pointed(scan) else ():
        start = match.start()
        word = original(scan, start, match.end(1))
        if not word[0].isupper() or counts(scan, match.end()):
            continue
        if word == word.upper() or _AMOUNT.match(scan.text, match.end()):
            continue  # HR 1.49
        known = {found.category for found in scan.at(start) if found.end >= match.end(1)}
        known |= {found.category for found in scan.before(match.end(1), "currency", "month", "percent")}
        harmless = {"letter"} if scan.lexicon.unit_first else {"letter", "unit", "scale"}
        if known - harmless or scan.longest(scan.after_gap(match.end()), "unit", "points", "counter"):
            continue
        value = Decimal(match.group(2))
        step = Decimal(1).scaleb(-len(match.group(2).partition(".")[2]))
        name, amount = label(plain_digits(scan, start, match.end())), Quantity(value, value, step=step)
        dates = day_and_month(scan, match.group(2))
        if _opens_sentence(scan.text, start):
            yield Found(match.start(2), match.end(), Kind.COUNT, (amount, name, *dates))
        else:
            yield Found(start, match.end(), Kind.NAME, (name, amount, *dates))


def _pointed(scan: Scan) -> bool:
    """Whether a point stands between two digits."""
    text = scan.text
    return any(text[end : end + 1] == "." and text[end + 1 : end + 2].isdigit() for _, end in scan.runs)


def _opens_sentence(text: str, start: int) -> bool:
    """Whether the word at a place is capitalised as the first of its sentence perhaps."""
    before = text[:start].rstrip(" -–—\"'«»„“”(*#")
    return not before or before[-1] in ".!?:;。！？।؟۔"
