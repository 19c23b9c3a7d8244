"""Finds the numbers of a text, with all that belongs to each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from checker.languages.folding import is_letter, script
from checker.languages.lexicon import Match
from checker.numbers.composing import Composer, Group, room
from checker.numbers.compounds import compound
from checker.numbers.literals import LITERAL, Reading, read_literal
from checker.scan import Scan, word_end

_WHOLE = frozenset({"percent", "points", "unit", "skip", "per", "minus", "linker", "name_before"})
"""Categories whose word is no number though it begins with one (ร้อยละ, percent, begins with ร้อย, a hundred)."""
_OPENING = frozenset({"number", "one_and_half", "scale", "article", "add_half", "add_quarter", "less_quarter"})
"""Categories of words that a number may begin with."""
MODIFIERS = {"add_half": Decimal("0.5"), "add_quarter": Decimal("0.25"), "less_quarter": Decimal("-0.25")}
"""Words that change the number after them: three and a half is "half-more three" in Hindi."""
_MYRIADS = frozenset({Decimal(10) ** 4, Decimal(10) ** 8, Decimal(10) ** 12})
_LONG_WORD = re.compile(r"(?<!\w)[^\W\d_]{3,60}")


@dataclass(frozen=True, slots=True)
class Number:
    """A number at a place of the folded text, with its readings, likeliest first.

    `spelled`: no digit was written. `irregular`: the likeliest reading goes against the language's separators.
    `scaled`: a scale word belongs to it. `literal`: the first run of digits, as written. `multiplier`: the product
    of its last scale words.
    """

    start: int
    end: int
    readings: tuple[Reading, ...]
    spelled: bool = False
    irregular: bool = False
    scaled: bool = False
    literal: str = ""
    multiplier: Decimal = Decimal(1)

    @property
    def value(self) -> Decimal:
        """The likeliest value."""
        return self.readings[0].value


def find_numbers(scan: Scan) -> Iterator[Number]:
    """Every number of a text in order, longest reading first, none inside another."""
    position, text = 0, scan.text
    spots = sorted({*(m.start() for m in LITERAL.finditer(text)), *_word_spots(scan)})
    for spot in spots:
        if spot < position:
            continue
        number = number_at(scan, spot)
        if number is not None:
            yield number
            position = number.end


def _word_spots(scan: Scan) -> Iterator[int]:
    for start, matches in scan.starts.items():
        if matches and matches[0].category in _WHOLE and matches[0].end > _first_end(matches):
            continue
        if any(match.category in _OPENING and not in_weekday(scan, match) for match in matches):
            yield start
    if scan.lexicon.parts:
        yield from (word.start() for word in _LONG_WORD.finditer(scan.text) if compound(scan, word.start()))


def in_weekday(scan: Scan, match: Match) -> bool:
    """Whether a number is the end of a weekday's name: 周五, 星期六."""
    return any(day.start < match.start for day in scan.before(match.end, "weekday"))


def _first_end(matches: list[Match]) -> int:
    return max((match.end for match in matches if match.category in ("number", "scale")), default=0)


def number_at(scan: Scan, start: int) -> Number | None:
    """The number that begins at a place, with all that belongs to it; None where none does."""
    position, more = _modifier(scan, start)
    composer = Composer(more)
    end, spelled, irregular, scaled, literal = position, True, False, False, ""
    while True:
        taken = _digits(scan, position, composer)
        if taken:
            end, broke = taken
            literal = literal or scan.text[position:end]
            spelled, irregular = False, irregular or broke
        else:
            found = _word(scan, position, composer)
            if found is None:
                break
            end, is_scale = found
            scaled = scaled or is_scale
        end = _half_more(scan, end, composer)
        position = _next(scan, end, composer)
    if not composer.groups:
        return None
    multiplier = composer.groups[-1].multiplier
    return Number(start, end, composer.result(), spelled, irregular, scaled, literal, multiplier)


def _modifier(scan: Scan, start: int) -> tuple[int, Decimal]:
    """What a word before a number adds to it (साढ़े, सवा, पौने), and where the number then begins."""
    modifier = scan.longest(start, *MODIFIERS)
    if modifier is None or scan.at(start, "number", "scale", "ordinal", "fraction"):
        return start, Decimal(0)
    return scan.after_gap(modifier.end), MODIFIERS[modifier.category]


def _digits(scan: Scan, position: int, composer: Composer) -> tuple[int, bool] | None:
    literal = LITERAL.match(scan.text, position)
    if not literal or (position > 0 and scan.text[position - 1].isdigit()):
        return None
    text = literal.group()
    if " " in text and " " not in scan.lexicon.group and not scan.lexicon.fallback and composer.groups:
        return None
    readings, irregular = read_literal(text, scan.lexicon.decimal, scan.lexicon.group)
    if not readings:
        text = text[: len(re.match(r"\d+", text).group())]  # type: ignore[union-attr]
        readings, irregular = read_literal(text, scan.lexicon.decimal, scan.lexicon.group)
        if not readings:
            return None
        if not composer.groups:
            return None
    if composer.groups and not _may_follow(scan, composer, position, position + len(text)):
        return None
    return (position + len(text), irregular) if composer.add(readings, False) else None


def _may_follow(scan: Scan, composer: Composer, start: int, end: int) -> bool:
    """Digits after a scale word belong to it in 23億5000万 and 4만 8,600, or where a smaller scale word follows."""
    scale = composer.groups[-1].scale
    if scale in _MYRIADS and script(scan.text[scan.before_gap(start) - 1]) in ("joined", "hangul"):
        return True
    following = scan.longest(scan.after_gap(end), "scale")
    return following is not None and Decimal(following.value) < scale and scan.text[start - 1] == " "


def _word(scan: Scan, position: int, composer: Composer) -> tuple[int, bool] | None:
    """Takes a number word or a scale word on: where it ends, and whether it is a scale word."""
    whole = scan.longest(position, *_WHOLE)
    matches = scan.at(position, "scale", "number", "one_and_half", "article")
    if whole and matches and whole.end > matches[0].end:
        return None
    for match in matches:
        amount = Decimal(match.value or 0)
        if match.category == "one_and_half" and not composer.groups:
            composer.groups.append(Group([Decimal("1.5")], Decimal("0.5")))
            return match.end, False
        if match.category == "article" and not composer.groups:
            beyond = scan.longest(scan.after_gap(match.end), "scale")
            if beyond and Decimal(beyond.value) >= 100 and beyond.end - beyond.start > 2:
                composer.groups.append(Group([Decimal(1)], Decimal(1)))
                return match.end, False
        if match.category == "scale" and _is_unit(scan, match):
            continue
        if match.category == "scale" and composer.groups and composer.multiply(amount):
            return match.end, True
        if match.category == "number" and composer.add(
            (Reading(amount, _step(amount)),), True, joined=_written_on(scan, match)
        ):
            return match.end, False
    if (
        matches
        and matches[0].category == "scale"
        and not composer.groups
        and (composer.more or _bare(scan, matches[0]))
    ):
        scale = Decimal(matches[0].value)
        composer.groups.append(Group([scale + scale * composer.more], scale, scale))
        return matches[0].end, True
    if not composer.groups and scan.lexicon.parts:
        readings = compound(scan, position) if position in scan.starts or _at_word(scan.text, position) else None
        if readings:
            composer.groups.append(Group([readings[0].value], readings[0].step))
            return word_end(scan.text, position), False
    return None


def _written_on(scan: Scan, match: Match) -> bool:
    """Whether a number word may go on with digits: in scripts that join words, or with a scale word of its own."""
    if script(scan.text[match.start]) in ("joined", "hangul"):
        return True
    return scan.longest(scan.after_gap(match.end), "scale") is not None


def _is_unit(scan: Scan, match: Match) -> bool:
    """Whether a scale abbreviation is rather a unit there: the m of m², a bare m without money before it."""
    unit = scan.longest(match.start, "unit", "percent")
    if unit is None or unit.end < match.end:
        return False
    if unit.end > match.end:
        return True
    number = scan.before_gap(match.start)
    while number > 0 and (scan.text[number - 1].isdigit() or scan.text[number - 1] in ".,"):
        number -= 1
    money = scan.before(scan.before_gap(number), "currency") or scan.at(scan.after_gap(match.end), "currency")
    return match.end - match.start == 1 and not money


def _at_word(text: str, position: int) -> bool:
    return position < len(text) and is_letter(text[position]) and (position == 0 or not is_letter(text[position - 1]))


def _bare(scan: Scan, match: Match) -> bool:
    """Whether a scale word without a number is an amount of its own: 千, where scripts join; else it never is."""
    if script(scan.text[match.start]) != "joined" or Decimal(match.value) > 1000:
        return False
    following = scan.at(scan.after_gap(match.end), "scale", "number", "unit", "currency", "percent")
    return bool(following)


def _step(amount: Decimal) -> Decimal:
    return Decimal("0.5") if amount % 1 else Decimal(1)


def _next(scan: Scan, end: int, composer: Composer) -> int:
    """Where the next part of a number may begin: over a gap, a linker before a scale word, an `and` before a number."""
    position = scan.after_gap(end)
    if position >= len(scan.text):
        return position
    for match in scan.at(position, "and", "linker"):
        beyond = scan.after_gap(match.end)
        whole = scan.longest(position, *_WHOLE)
        if match.category == "linker" and scan.at(beyond, "scale") and (whole is None or whole.end <= match.end):
            return beyond  # not the "por" of "por ciento"
        if match.category == "and" and _continues(scan, beyond, composer):
            return beyond
    for joint in scan.lexicon.joints:
        if joint in scan.lexicon.prefixes and scan.text.startswith(joint, position):
            beyond = position + len(joint)
            if not scan.at(position, "number", "scale") and _continues(scan, beyond, composer):
                return beyond
    return position


def _half_more(scan: Scan, end: int, composer: Composer) -> int:
    """Adds a half where the text says "and a half"; where the number then ends."""
    more = scan.longest(scan.after_gap(end), "half_more") if composer.groups else None
    if more is None:
        return end
    last = composer.groups[-1]
    last.values = [value + last.scale / 2 for value in last.values]
    last.step = last.scale / 2
    return more.end


def _continues(scan: Scan, position: int, composer: Composer) -> bool:
    """Whether `and` and a number word go on with a spelled number: 200 and 56, not 3 and 4."""
    number = scan.longest(position, "number")
    if number is None or not composer.groups:
        return False
    last = composer.groups[-1]
    limit = last.scale if last.scale > 1 else room(last.values[0])
    return 0 < Decimal(number.value) < limit
