"""What a word is to a number: a digit of its own, a scale word, or rather a unit."""

import re
from decimal import Decimal

from checker.languages import dimension
from checker.languages.folding import is_letter, script
from checker.languages.lexicon import Match
from checker.numbers.composing import Composer, room
from checker.scan import Scan

LONGEST_PART = 40
"""Digits after a point, and of a number that is written digit by digit."""
MODIFIERS = {"add_half": Decimal("0.5"), "add_quarter": Decimal("0.25"), "less_quarter": Decimal("-0.25")}
"""Words that change the number after them: three and a half is "half-more three" in Hindi."""
MORE = {"half_more": Decimal("0.5"), "quarter_more": Decimal("0.25")}
"""Words that add a part of one to the unit before them: an hour and a quarter."""
_COINS = 20
"""From how many on hundreds are counted in thousands."""
_FEW, _HUNDRED, _THOUSAND = Decimal(10), Decimal(100), Decimal(1000)
_MILLION, _TRILLION = Decimal(10) ** 6, Decimal(10) ** 12
_YEAR_DIGITS = 4
_THOUSANDS = re.compile(r"[1-9]\d{0,2}[.,' ]\d{3}")
"""Thousands written with their separator."""
_PLACES = {_HUNDRED: 2, _THOUSAND: 3}
"""Digits that a hundred and a thousand leave to what goes on with them."""
_RUN = 3
"""Single digits in words that make one number (一九九九); two may be an estimate (七八, seven or eight)."""
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d")
_APART = re.compile(r",\d{1,3}(?!\d|[.,]\d)")
"""What follows a year whose comma lacks its space: in May 2018,165 people; from 2008 to 2019,27 countries."""
CLOSED = re.compile(r" *(?:$|[.,;:!?)])")
"""What no word that goes on stands before."""
_COUNTED = (
    "unit",
    "currency",
    "subunit",
    "counter",
    "percent",
    "points",
    "tenths",
    "scale",
    "centuries_after",
    "decades_after",
    "point",
)
"""Categories of what a number counts or is part of."""


def modifier(scan: Scan, start: int) -> tuple[int, Decimal]:
    """What a word before a number adds to it (साढ़े, सवा, पौने), and where the number then begins."""
    word = scan.longest(start, *MODIFIERS)
    if word is None or scan.at(start, "number", "scale", "ordinal", "fraction"):
        return start, Decimal(0)
    return scan.after_gap(word.end), MODIFIERS[word.category]


def uncounted(scan: Scan, match: Match, composer: Composer) -> bool:
    """Whether a number that is also a common word (three and "use") stands alone: it counts only before a measure."""
    if composer.groups or all(form.end != match.end for form in scan.at(match.start, "counted")):
        return False
    return not scan.at(scan.after_gap(match.end), *_COUNTED)


def into_percent(scan: Scan, match: Match) -> bool:
    """Whether the end of a number word begins the percent sign in words that follows a shorter one (ငါး ရာခိုင်နှုန်း)."""
    if script(scan.text[match.start]) != "joined":
        return False
    shorter = [other.end for other in scan.at(match.start, "number") if other.end < match.end]
    return any(percent.end > match.end for end in shorter for percent in scan.at(end, "percent"))


def splits(scan: Scan, match: Match, whole: Match, composer: Composer) -> bool:
    """Whether a scale word that a longer word begins with belongs to the number before it all the same.

    The rest of a percent sign in words divides then (五百分之一 is one of five hundred, 百分之一 one percent), and that
    of an idiom behind Korean digits is a particle: 3백과, 300 and, is no 백과, an encyclopedia.
    """
    divides = bool(composer.groups) and match.category == "scale" and _divides(scan, match, whole)
    return divides or _particled(scan, match, whole)


def _divides(scan: Scan, match: Match, whole: Match) -> bool:
    written_on = script(scan.text[match.start]) == "joined" and scan.text[match.start - 1] != " "
    return whole.category == "percent" and written_on


def _particled(scan: Scan, match: Match, whole: Match) -> bool:
    if whole.category != "skip" or scan.shaped[match.start] != "h" or not scan.text[match.start - 1].isdigit():
        return False
    return any(particle.end == whole.end for particle in scan.at(match.end, "particle"))


def digit_run(scan: Scan, position: int) -> tuple[str, int] | None:
    """The digits of a number that is written digit by digit, and where they end: 一九九九; 五五折 is 5.5 tenths."""
    digits: list[str] = []
    while len(digits) <= LONGEST_PART:
        place = position + len(digits)
        match = next((match for match in scan.at(place, "number") if match.end == place + 1), None)
        if match is None or len(match.value) > 1 or script(scan.text[place]) not in ("joined", "none"):
            break
        digits.append(match.value)
    end = position + len(digits)
    if scan.at(end, "scale") or len(digits) > LONGEST_PART:
        return None
    if len(digits) == _RUN - 1 and scan.at(end, "tenths"):
        return ".".join(digits), end
    return ("".join(digits), end) if len(digits) >= _RUN or (len(digits) == _RUN - 1 and "0" in digits[1:]) else None


def single_digits(scan: Scan, position: int) -> tuple[str, int]:
    """Digits in words, one after the other: nought four, 二三三; and where they end.

    A form that only counts is none of them: 一点两小时 is two hours at one o'clock.
    """
    digits: list[str] = []
    end = position
    while len(digits) <= LONGEST_PART:
        match = next((match for match in scan.at(position, "number") if len(match.value) == 1), None)
        if match is None or scan.at(position, "counting") or scan.longest(position, "number", "scale") != match:
            break
        digits.append(match.value)
        end = match.end
        position = end if script(scan.text[end - 1]) == "joined" else scan.after_gap(end)
    return "".join(digits), end


def behind(scan: Scan, start: int, end: int, composer: Composer) -> bool:
    """Whether digits fill the places of a hundred or a thousand in words: 3 hundred 21; none of 3 k, 1.7 thousand."""
    last, digits = composer.groups[-1], scan.text[start:end]
    if last.scale >= _MILLION and room(last.values[0]) >= last.scale and _THOUSANDS.fullmatch(digits):
        return scan.text[start - 1] == " " and not scan.at(scan.after_gap(end), "scale")  # 2 Millionen 300.000
    if len(digits) != _PLACES.get(last.scale) or digits[0] not in "123456789" or last.values[0] % last.scale:
        return False
    word = next(iter(scan.before(scan.before_gap(start), "scale")), None)
    if scan.at(scan.after_gap(end), "scale"):
        return False  # 3 thousand 200 million
    return scan.text[start - 1] == " " and word is not None and word.end - word.start > 1


def year_apart(scan: Scan, start: int, end: int) -> bool:
    """Whether digits are a year that only a missing space ties to the number behind its comma.

    A month or an earlier year with what makes a span of the two stands before it then.
    """
    if not _APART.match(scan.text, end) or end - start != _YEAR_DIGITS or not _YEAR.match(scan.text, start):
        return False
    before = scan.before_gap(start)
    if scan.before(before, "month"):
        return True
    for joint in scan.before(before, "between", "pair_between", "and"):
        place = scan.before_gap(joint.start)
        earlier = _YEAR.match(scan.text, place - _YEAR_DIGITS) if place >= _YEAR_DIGITS else None
        if earlier and int(earlier.group()) < int(scan.text[start:end]):
            return True
    return False


def written_on(scan: Scan, match: Match) -> bool:
    """Whether a number word may go on with digits: in scripts that join words, or with a scale word of its own."""
    if scan.before(scan.before_gap(match.start), "and"):
        return True
    if script(scan.text[match.start]) in ("joined", "hangul"):
        whole = scan.longest(match.start, "number") or match  # 25万八十岁 lacks the 零 of 25万零八十
        small = _FEW <= Decimal(whole.value) < _HUNDRED and not scan.at(whole.end, "scale")
        return not (small and scan.lexicon.place)
    return scan.longest(scan.after_gap(match.end), "scale") is not None


def is_unit(scan: Scan, match: Match) -> bool:
    """Whether a scale abbreviation is rather a unit there: the m of m², a bare m without money before it."""
    unit = scan.longest(match.start, "unit", "percent")
    if unit is None or unit.end < match.end or dimension(unit.value) == "portion":  # elli binde, but binde 1,5
        return False
    if unit.end > match.end:
        return not _divides(scan, match, unit)
    if scan.at(match.start, "elided"):
        return bracketed(scan, match)
    apart = scan.text[match.start - 1] in " -" and Decimal(match.value) >= _TRILLION
    if match.end - match.start == 1 and capital(scan, match) and not apart:
        return False  # 1.5T tokens, but 1.5 T are tesla
    number = scan.before_gap(match.start)
    while number > 0 and (scan.text[number - 1].isdigit() or scan.text[number - 1] in ".,"):
        number -= 1
    money = scan.before(scan.before_gap(number), "currency") or scan.at(scan.after_gap(match.end), "currency")
    if money:
        return False
    beyond = scan.after_gap(match.end)
    if at_word(scan.text, match.start) and _goes_on(scan, match, beyond):
        return False
    return match.end - match.start == 1 or not (
        scan.text.startswith(".", match.end) or scan.at(beyond, "linker", "unit")
    )


def bracketed(scan: Scan, match: Match) -> bool:
    """Whether a word that is a unit too seldom to be one elsewhere ends a bracket: 150 kW (204 k)."""
    return scan.text.startswith(")", match.end) and bool(scan.at(match.start, "elided"))


def _goes_on(scan: Scan, match: Match, beyond: int) -> bool:
    """Whether hundreds in words follow a thousand in words: cúig mhíle sé chéad is no distance."""
    hundreds = scan.longest(scan.after_gap(beyond + scan.text.startswith(",", beyond)), "number")
    spelled = is_letter(scan.text[max(0, scan.before_gap(match.start) - 1)])
    return spelled and hundreds is not None and _HUNDRED <= Decimal(hundreds.value) < Decimal(match.value)


def ahead_of_next(scan: Scan, position: int) -> bool:
    """Whether a scale word belongs to digits behind it, where its language has it ahead: mpango wa 2 wa bilioni 11."""
    scale = scan.longest(position, "scale") if scan.lexicon.unit_first else None
    if scale is None:
        return False
    place = scan.after_gap(scale.end)
    linker = scan.longest(place, "linker")
    place = scan.after_gap(linker.end) if linker else place
    sign = scan.longest(place, "currency")
    place = scan.after_gap(sign.end) if sign and not is_letter(scan.text[place]) else place
    return scan.text[place : place + 1].isdigit()


def lettered(match: Match, composer: Composer, scan: Scan) -> bool:
    """Whether a scale word of one letter follows a number in words, which no abbreviation does: one B of two.

    A syllable is no letter: ሁለት ሺ is two thousand.
    """
    letter = scan.text[match.start]
    one = match.end - match.start == 1 and script(letter) == "spaced" and letter != letter.upper()
    return one and not composer.groups[-1].written


def capital(scan: Scan, match: Match) -> bool:
    """Whether a single letter is a capital that no unit is written with: 10 M is no length."""
    spelling = scan.written(match)
    return spelling.isupper() and spelling not in scan.lexicon.cased.get((spelling.lower(), "unit"), ())


def thousands(scan: Scan, position: int) -> bool:
    """Whether a scale word of a thousand or more stands at a place."""
    scale = scan.longest(position, "scale")
    return scale is not None and Decimal(scale.value) >= _THOUSAND


def at_word(text: str, position: int) -> bool:
    return position < len(text) and is_letter(text[position]) and (position == 0 or not is_letter(text[position - 1]))


def bare(scan: Scan, match: Match) -> bool:
    """Whether a scale word without a number is an amount of its own: 千, where scripts join; более тысячи."""
    if any(form.end == match.end for form in scan.at(match.start, "one_scale")):
        ahead = scan.lexicon.unit_first and not scan.at(scan.after_gap(match.end), "number")  # ujunere, a thousand
        return bool(ahead) or bool(scan.before_any(match.start, "bound_before"))
    if script(scan.text[match.start]) != "joined" or Decimal(match.value) > 1000 or not _round(match):
        return False  # 打 is a dozen behind a number only
    following = scan.at(scan.after_gap(match.end), "scale", "number", "unit", "currency", "percent")
    return bool(following)


def closes(scan: Scan, end: int) -> bool:
    """Whether a clause or a percentage ends at a place, so that a preposition joined decimals: siete con dos."""
    return bool(CLOSED.match(scan.text, end)) or bool(scan.at(scan.after_gap(end), "percent", "points"))


def counts_one(scan: Scan, match: Match) -> bool:
    """Whether a scale word right behind a greater one counts one of its own; no abbreviation does."""
    joined = script(scan.text[match.start]) == "joined"
    return joined or (match.end - match.start > 2 and _round(match))


def _round(match: Match) -> bool:
    """Whether a scale word is a power of ten."""
    return Decimal(match.value).normalize().as_tuple().digits == (1,)


def begins_another(scan: Scan, match: Match, composer: Composer) -> bool:
    """Whether a scale word begins another number: 一ダース千円, a dozen and 1000; the 50 hundred-year-old trees."""
    last = composer.groups[-1]
    if script(scan.text[match.start]) == "joined" and composer.beside:
        return last.scale % 10 != 0
    if not last.written or last.scale != 1 or Decimal(match.value) != _HUNDRED:
        return False
    tied = scan.text[match.start - 1] == " " and scan.text.startswith("-", match.end) and not last.values[0] % _FEW
    beyond = scan.after_gap(match.end)
    return (tied or last.values[0] >= _THOUSAND) and bool(scan.at(beyond, "unit", "currency"))  # no thousand hundreds


def coins(scan: Scan, match: Match, composer: Composer) -> bool:
    """Whether what may be hundreds are coins: 34 cents, quarante-cinq cents, but deux cents."""
    parts = any(other.end == match.end for other in scan.at(match.start, "subunit"))
    last = composer.groups[-1]
    if len(composer.groups) > 1 and last.written and last.values[0] < _FEW:
        return False  # 4 mille 3 cents
    if last.added and last.added * _HUNDRED < room(last.values[0] - last.added):
        return False  # mille neuf cent
    return parts and (last.written or last.values[0] >= _COINS)
