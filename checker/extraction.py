"""Finds the claims of a text: every number ends in a mention, or in a skipped stretch with its reason."""

import re
from collections.abc import Iterable, Iterator
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from functools import lru_cache

from checker import languages
from checker.compare import compare
from checker.kinds import amounts, dates, factors, fractions, names, ordinals, quarters, times, told, years
from checker.kinds.found import Found, Taken
from checker.kinds.inwords import holds_number
from checker.languages import dimension
from checker.languages.folding import fold
from checker.languages.lexicon import Lexicon
from checker.model import Kind, Mention, Quantity, Segment, Span, Value
from checker.scan import Scan, scan, silent

_WORTH = re.compile(r"\w")
_EXACT = Context(prec=400)
"""Digits that no sum or product of what is read can exceed: amounts are exact."""
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+")
"""An address on the web, whose digits claim nothing."""
_OFFSET = re.compile(r" ?[+\-\u2212–]\d{1,2}(?::?\d{2})?(?!\d)")
_WEB = ("http", "www")
_ADDRESSED, _IDIOM, _UNREAD = "a web address", "an idiom", "not read"
"""Why digits are in no claim."""
_MIXED, _THOUSANDTH = 2, Decimal("0.001")
_PART, _PARTS = "part", 20
"""The unit of a part of a whole, and of how many, at the most, such a part is told in words."""
_STEM = 5
"""Letters of a stem that begins no other word (jedenasto-osobowy; the Czech for three begins many)."""
_SPANS, _BESIDE = "duration", 3
"""The dimension of spans of time, and how far from an ordinal, at the most, the span stands that it counts out."""
_WHOLE = ("percent", Decimal(100))
"""The one share that a word may stand for as well (صد درصد, altogether)."""
_LONG = 4096
"""Code points from which a text's claims are not kept: a cache must not grow with the length of its texts."""


def extract(text: str, language: str) -> tuple[Mention, ...]:
    """The claims of a text in a language (BCP 47), in order of where they stand.

    Positions are code points of `text`; `text[mention.start:mention.end] == mention.text`.
    """
    if not _WORTH.search(text):
        return ()
    lexicon = languages.load(language)
    return _extract(text, lexicon) if len(text) < _LONG else _extract_long(text, lexicon)


@lru_cache(maxsize=4096)
def _extract(text: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    if silent(text, lexicon, holds_number):
        return ()
    scanned = scan(text, lexicon)
    with localcontext(_EXACT):
        found = sorted(_find(scanned), key=lambda item: (item.start, -item.end))
    return tuple(_mention(scanned, item) for item in found)


_extract_long = lru_cache(maxsize=4)(_extract.__wrapped__)


def why_unread(text: str, language: str, start: int) -> str:
    """Why the digits that start there in a text are in none of its claims."""
    scanned = scan(text, languages.load(language))
    for span in skipped(scanned):
        first, last = scanned.folded.span(*span)
        if first <= start < last:
            return _ADDRESSED if scanned.text.startswith(_WEB, span.start) else _IDIOM
    return _UNREAD


def holds(segment: Segment, mention: Mention) -> bool:
    """Whether a sentence says a number in another form: inside a word (six-wheeled), as a range's end."""
    if _inside_word(segment.text, segment.language, mention.value) or _multiple(segment, mention.value):
        return True
    here = extract(segment.text, segment.language)
    if any(_ends_in(found.value, mention.value) or _ranks(segment, found, mention.value) for found in here):
        return True
    if any(_told_of(found.value, mention.value) for found in here) or _told_apart(mention.value, here):
        return True
    return any(_ranged(found) != _ranged(mention) and compare(found, mention).agrees for found in here)


def _ends_in(whole: Value, part: Value) -> bool:
    """Whether a part of one is that of a mixed number: the two thirds of 220 2/3, said apart elsewhere."""
    if not isinstance(whole, Quantity) or not isinstance(part, Quantity):
        return False
    if not 0 < part.low < 1 or whole.low < _MIXED:  # five thirds are no mixed number
        return False
    return part.unit in (_PART, None) and abs(whole.low % 1 - part.low) < _THOUSANDTH


def _told_of(part: Value, value: Value) -> bool:
    """Whether a part of a whole is so many of so many, and a value one of the two: two of five."""
    if not isinstance(value, Quantity) or value.unit is not None or value.low != value.high:
        return False
    numbers = _ratio(part)
    return numbers is not None and value.low in numbers


def _told_apart(part: Value, here: Iterable[Mention]) -> bool:
    """Whether both numbers of a part of a whole are said apart: two of the five reviewers."""
    numbers = _ratio(part)
    counts = {found.value.low for found in here if isinstance(found.value, Quantity) and found.value.unit is None}
    return numbers is not None and counts.issuperset(numbers)


def _ratio(part: Value) -> tuple[int, int] | None:
    """The two numbers of a part of a whole that is more than one of so many: 2 and 5 of 0.4."""
    if not isinstance(part, Quantity) or part.unit != _PART or part.low != part.high or not 0 < part.low < 1:
        return None
    share = Fraction(part.low).limit_denominator(_PARTS)
    return (share.numerator, share.denominator) if share.numerator > 1 else None


def _ranks(segment: Segment, found: Mention, value: Value) -> bool:
    """Whether an ordinal counts out a span of time, which another version gives as so much of it: the second minute."""
    if found.kind is not Kind.ORDINAL or not isinstance(value, Quantity) or not isinstance(found.value, Quantity):
        return False
    if value.low != value.high or found.value.low != value.low:
        return False
    if dimension(value.unit) != _SPANS:
        return False
    scanned = scan(segment.text, languages.load(segment.language))
    for match in (match for _, matches in scanned.having("unit") for match in matches if match.value == value.unit):
        start, end = scanned.folded.span(match.start, match.end)
        if 0 <= start - found.end <= _BESIDE or 0 <= found.start - end <= _BESIDE:
            return True
    return False


def _ranged(mention: Mention) -> bool:
    return isinstance(mention.value, Quantity) and mention.value.low != mention.value.high


def _inside_word(text: str, language: str, value: Value) -> bool:
    """Whether a text says a small number inside a word, where it is no mention: six-wheeled, vijfjarig."""
    if not isinstance(value, Quantity) or not 2 < value.low <= 12 or value.low != value.high:
        return False
    lexicon = languages.load(language)
    wanted = f"{value.low.normalize():f}"
    forms = [form for form, entry in lexicon.parts.items() if entry.value == wanted and len(form) > 2]
    forms += [stem for stem, number in lexicon.stems.items() if number == wanted and len(stem) >= _STEM]
    folded = fold(text, lexicon.bare).text
    return any(re.search(rf"(?<![^\W\d_]){re.escape(form)}", folded) for form in forms)


def _multiple(segment: Segment, value: Value) -> bool:
    """Whether a text has a word for so many times as much (doubled, tripled) or so many of a kind (イレブン)."""
    if not isinstance(value, Quantity) or value.low != value.high:
        return False
    if value.unit is not None and (value.unit, value.low) != _WHOLE:
        return False
    end = 0
    for start, matches in sorted(scan(segment.text, languages.load(segment.language)).having("multiple")):
        word = next(match for match in matches if match.category == "multiple")
        if start >= end and Decimal(word.value) == value.low:
            return True
        end = max(end, word.end)  # the thousands of "tens of thousands" are none by themselves
    return False


def _find(scanned: Scan) -> Iterator[Found]:
    taken = Taken()
    for start, end in skipped(scanned):
        taken.add(start, end)
    for finder in (
        times.find_sure,
        dates.find,
        years.find,
        quarters.find,
        names.find,
        times.find,
        factors.find,
        fractions.find,
        ordinals.find,
        amounts.find,
    ):
        yield from finder(scanned, taken)


def skipped(scanned: Scan) -> list[Span]:
    """Addresses, and idioms with digits (24/7), as stretches of the folded text.

    Idioms without digits have lost their words already.
    """
    addresses = [Span(*match.span()) for match in _ADDRESS.finditer(scanned.text)]
    return [*addresses, *_offsets(scanned)] + [
        Span(match.start, match.end)
        for _, matches in scanned.having("skip")
        for match in matches
        if match.category == "skip" and any(map(str.isdigit, scanned.text[match.start : match.end]))
    ]


def _offsets(scanned: Scan) -> Iterator[Span]:
    """How far the clocks of a zone are from others: GMT+0100, UTC−5."""
    for _, matches in scanned.having("zone") if scanned.says("zone") else ():
        for match in matches:
            offset = _OFFSET.match(scanned.text, match.end) if match.category == "zone" else None
            if offset:
                yield Span(match.start, offset.end())


def _mention(scanned: Scan, found: Found) -> Mention:
    start, end = scanned.folded.span(found.start, found.end)
    text = scanned.folded.original[start:end]
    trimmed = text.rstrip(" \u00a0\u202f-")
    return Mention(
        text=trimmed,
        start=start,
        end=start + len(trimmed),
        kind=found.kind,
        value=found.readings[0],
        readings=found.readings,
        spelled=found.spelled,
        share=found.share,
        direction=found.direction,
        people=found.people,
        order=told.order(scanned, found),
        polarity=told.polarity(scanned, found),
        irregular=found.irregular,
        weak=found.weak,
    )
