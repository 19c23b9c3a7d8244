"""Whole and decimal numbers in digits and words: 23億5000万, two hundred and six, nine point nought four, 一九九九."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from checker.languages.folding import script
from checker.languages.lexicon import Match
from checker.numbers.composing import Composer, Group
from checker.numbers.compounds import compound
from checker.numbers.hangul import hangul, into_particle
from checker.numbers.joints import (
    HUNDREDS,
    add_thousands,
    continues,
    either,
    nought,
    past_comma,
    shares,
    tied,
    two_numbers,
    unjoined,
)
from checker.numbers.literals import (
    LEADING,
    LITERAL,
    Reading,
    listed,
    power,
    raised,
    read_first,
    unscaled,
    until_fullwidth,
)
from checker.numbers.loose import loose_letter
from checker.numbers.words import (
    LONGEST_PART,
    ahead_of_next,
    at_word,
    bare,
    begins_another,
    behind,
    closes,
    coins,
    counts_one,
    digit_run,
    into_percent,
    is_unit,
    lettered,
    modifier,
    single_digits,
    splits,
    thousands,
    uncounted,
    written_on,
    year_apart,
)
from checker.scan import Scan

WHOLE = frozenset({"percent", "points", "unit", "skip", "per", "minus", "linker", "name_before"})
"""Categories whose word is no number though it begins with one (ร้อยละ, percent, begins with ร้อย, a hundred)."""
_COUNTED_ALONE = Decimal(1000)
"""The greatest scale word that counts one of its own behind a greater one: a crore lakh is their product."""
_MYRIADS = frozenset({Decimal(10) ** 4, Decimal(10) ** 8, Decimal(10) ** 12})
_DIGITS = re.compile(r"\d+")

More = Callable[[Scan, int, Composer], int]
"""What adds a part of one to a number that ends at a place: where the number then ends."""


@dataclass(slots=True)
class Cardinal:
    """A number as far as it is read: `composer` may still take a part or an ordinal on."""

    composer: Composer
    end: int
    spelled: bool = True
    irregular: bool = False
    scaled: bool = False
    literal: str = ""
    article: bool = False
    """True where it is nothing but an indefinite article."""
    parted: bool = False
    """True where a part of one was added to it."""
    start: int = 0


def cardinal(scan: Scan, start: int, more: More | None = None, *, decimals: bool = False) -> Cardinal | None:
    """The number at a place; `more` adds parts of one (and a half); decimals end before a thousand, no part of them."""
    position, ahead = modifier(scan, start)
    found = Cardinal(Composer(ahead), position, start=start)
    composer = found.composer
    short: Decimal | None = None
    tokens = 0
    while True:
        taken = _digits(scan, position, composer)
        if taken:
            found.end, broke = taken
            found.literal = found.literal or scan.text[position : found.end]
            found.spelled, found.irregular, short = False, found.irregular or broke, None
        else:
            scale = composer.place()
            word = None if decimals and thousands(scan, position) else _word(scan, position, composer)
            if word is None:
                break
            found.scaled = found.scaled or word.scale
            direct = position == scan.after_gap(found.end)
            short = scale if scale >= 100 and word.digit and direct else None
            found.article = word.article and not tokens
            found.end = word.end
        tokens += 1
        end = found.end
        found.end = _point(scan, found.end, found)
        whole, found.end = found.end, more(scan, found.end, composer) if more else found.end
        found.parted = found.parted or found.end != whole
        found.article = found.article and found.end == end
        position = _next(scan, found.end, found)
    if not composer.groups:
        return None
    if short and scan.lexicon.place and not scan.at(scan.after_gap(found.end), "number", "scale"):
        last = composer.groups[-1]  # 四百五 is 450
        digit = last.added or last.values[0]
        composer.raise_by(digit * (short / 10 - 1), short / 10)
    return found


def _digits(scan: Scan, position: int, composer: Composer) -> tuple[int, bool] | None:
    """Takes digits with their separators and their power on: where they end, and whether they break the rules."""
    if not composer.groups and LEADING.match(scan.text, position) and scan.text[position] in scan.lexicon.decimal:
        digits = _DIGITS.match(scan.text, position + 1)
        if digits and len(digits.group()) < LONGEST_PART:
            step = Decimal(1).scaleb(-len(digits.group()))
            composer.add((Reading(Decimal(digits.group()) * step, step),), False)
            return digits.end(), False
    literal = LITERAL.match(scan.text, position)
    if not literal or (position > 0 and scan.text[position - 1].isdigit()):
        return None
    digits = _DIGITS.match(scan.text, position)
    if digits and (listed(scan.text, *digits.span()) or year_apart(scan, *digits.span())):
        literal = digits
    text = until_fullwidth(scan.folded, position, literal.group())
    if " " in text and " " not in scan.lexicon.group and not scan.lexicon.fallback and composer.groups:
        return None
    text, readings, irregular = read_first(text, scan.lexicon.decimal, scan.lexicon.group)
    end = position + len(text)
    if not scan.at(scan.after_gap(end), "scale"):
        readings = unscaled(text, readings, scan.lexicon.decimal, irregular=irregular)
    if composer.groups:
        follows = bool(readings) and _may_follow(scan, composer, position, end)
        return (end, irregular) if follows and composer.add(readings, False) else None
    if high := power(scan.text, end):
        made = [raised(reading, high[1], high[2]) for reading in readings]
        readings, end = tuple(reading for reading in made if reading), high[0]
    return (end, irregular) if readings and composer.add(readings, False) else None


def _may_follow(scan: Scan, composer: Composer, start: int, end: int) -> bool:
    """Digits after a scale word belong to it in 23億5000万 and 3 hundred and 21, or before a smaller scale word."""
    scale = composer.groups[-1].scale
    before = scan.before_gap(start)
    written = script(scan.text[before - 1])
    if written in ("joined", "hangul") and (
        scale in _MYRIADS or (scale > 1 and (before == start or written == "hangul"))
    ):
        return True
    smaller = any(Decimal(each.value) < scale for each in scan.at(scan.after_gap(end), "scale")[:1])
    joined = (smaller or scale in HUNDREDS) and bool(scan.before(before, "and"))
    if smaller and (joined or scan.text[start - 1] == " "):
        return True
    return composer.groups[-1].written and (joined or behind(scan, start, end, composer))


@dataclass(frozen=True, slots=True)
class _Word:
    """A word that a number has taken on."""

    end: int
    scale: bool = False
    digit: bool = False
    article: bool = False


def _word(scan: Scan, position: int, composer: Composer) -> _Word | None:
    """Takes a number word or a scale word on."""
    whole = scan.longest(position, *WHOLE)
    matches = scan.at(position, "scale", "number", "one_and_half", "article")
    if scan.says("particle"):
        matches = [match for match in matches if not into_particle(scan, match.end)]
    if whole and matches and whole.end > matches[0].end and not splits(scan, matches[0], whole, composer):
        return None
    korean = hangul(scan, position) if script(scan.text[position : position + 1] or " ") == "hangul" else None
    further = max((match.end for match in matches if match.category == "number"), default=position)
    alone = [match.value for match in matches if match.category == "scale" and korean and match.end == korean[1]]
    if korean and (alone or korean[1] > further) and composer.add((korean[0],), True):
        composer.open_scale(alone)
        return _Word(korean[1])  # else its syllables may be scale words: 2백만원
    run = digit_run(scan, position) if matches and not composer.groups else None
    if run:
        composer.add((Reading(Decimal(run[0]), Decimal("0.1") if "." in run[0] else Decimal(1)),), True)
        return _Word(run[1])
    articles = {match.end for match in matches if match.category == "article"}
    for match in matches:
        taken = _take(scan, match, composer)
        if taken:
            return _Word(match.end, taken == "scale", taken == "digit", match.end in articles)
    scale = matches[0] if matches and matches[0].category == "scale" and not composer.groups else None
    if scale and (composer.more or bare(scan, scale)):
        value = Decimal(scale.value)
        composer.groups.append(Group([value + value * composer.more], value, value))
        return _Word(scale.end, scale=True)
    if scan.lexicon.parts:
        readings = compound(scan, position) if position in scan.starts or at_word(scan.text, position) else None
        if readings and composer.add(readings, True):
            return _Word(scan.word_end(position))
    return None


def _take(scan: Scan, match: Match, composer: Composer) -> str:
    """Takes a match on: "scale", "digit" or "word" by what it was, nothing where it can't belong to the number."""
    amount = Decimal(match.value or 0)
    whole = match.category != "one_and_half" or any(each.end == match.end for each in scan.at(match.start, "number"))
    if not whole and not composer.groups:  # anderthalb, but not anderthalbtausend
        composer.groups.append(Group([Decimal("1.5")], Decimal("0.5")))
        return "word"
    if match.category == "article" and not composer.groups:
        beyond = scan.longest(scan.after_gap(match.end), "scale")
        if beyond and Decimal(beyond.value) >= 100 and beyond.end - beyond.start > 2:
            composer.groups.append(Group([Decimal(1)], Decimal(1)))
            return "word"
    if match.category == "article" and tied(scan, match, composer):
        return "word"
    if match.category == "scale" and composer.groups and not is_unit(scan, match) and not loose_letter(scan, match):
        if coins(scan, match, composer) or begins_another(scan, match, composer) or lettered(match, composer, scan):
            return ""
        if amount < composer.below() and amount <= _COUNTED_ALONE and counts_one(scan, match):
            return "scale" if composer.one_more(amount) else ""  # 千百 is 1100, bin yüz too
        if composer.multiply(amount):
            return "scale"
    other = uncounted(scan, match, composer) or into_percent(scan, match) or unjoined(scan, match, composer)
    if match.category == "number" and not other:
        if composer.add(either(scan, match), True, joined=written_on(scan, match)):
            return "digit" if 0 < amount < 10 else "word"
        if add_thousands(scan, match, composer):
            return "word"
    return ""


def _point(scan: Scan, end: int, found: Cardinal) -> int:
    """Adds the decimals after a point in words (nine point nought four, 六点五); where the number then ends."""
    point = scan.longest(scan.after_gap(end), "point", "point_closing")
    last = found.composer.groups[-1]
    if point is None or last.step < 1 or len(last.values) > 1:
        return end
    written_on = script(scan.text[point.start]) == "joined"
    if not found.spelled and (not written_on or scan.at(point.start, "counter", "hour_after")):  # 1点200円
        return end
    start = scan.after_gap(point.end)
    digits, stop = single_digits(scan, start)
    if not written_on:
        rest = cardinal(scan, start, decimals=True) if len(digits) < 2 else None
        if rest and rest.end > stop and rest.spelled:
            digits, stop = f"{rest.composer.result()[0].value:f}", rest.end
    elif not digits:
        written = _DIGITS.match(scan.text, start)
        digits, stop = (written.group(), written.end()) if written else ("", start)
    if not digits.isdigit() or len(digits) > LONGEST_PART or (point.category != "point" and not closes(scan, stop)):
        return end
    step = Decimal(1).scaleb(-len(digits))
    found.composer.raise_by(Decimal(digits) * step, step)
    return stop


def _next(scan: Scan, end: int, found: Cardinal) -> int:
    """Where the next part of a number may begin: over a gap, a linker before a scale word, an `and` before a number."""
    position = scan.after_gap(end)
    if position >= len(scan.text):
        return position
    if scan.text[end] == "," and found.spelled:
        return past_comma(scan, end, found.composer) or position
    for match in scan.at(position, "and", "linker"):
        beyond = scan.after_gap(match.end)
        whole = scan.longest(position, *WHOLE)
        if match.category == "linker" and shares(scan, match):
            continue
        if match.category == "linker" and scan.at(beyond, "scale") and (whole is None or whole.end <= match.end):
            return position if ahead_of_next(scan, beyond) else beyond  # not the "por" of "por ciento"
        if match.category == "and" and continues(scan, beyond, found.composer):
            apart = not nought(scan, match) and two_numbers(scan, found.start, beyond, found.composer)
            return position if apart else beyond
        if match.category == "and" and nought(scan, match) and scan.at(beyond, "scale"):
            return beyond  # 一百零几万, a million and some ten thousands
        if match.category == "and" and match.start == end and scan.at(beyond, "article"):
            return beyond
    for joint in scan.lexicon.joints:
        if joint in scan.lexicon.prefixes and scan.text.startswith(joint, position):
            beyond = scan.after_gap(position + len(joint))
            if not scan.at(position, "number", "scale") and continues(scan, beyond, found.composer):
                return beyond
    return position
