"""Says how the right value is written in a version's language, in the style of the mention that drifts.

The words come from CLDR through babel. Nothing is suggested that the extractor would not read back as the right
value, so that a suggestion is never another drift.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from functools import lru_cache
from typing import Literal
from unicodedata import digit

from babel import Locale, dates, numbers, units

from checker.languages import cldr, load
from checker.model import Mention, Moment, Quantity, Span
from checker.numbers import Number, find_numbers
from checker.scan import scan

Read = Callable[[str, str], tuple[Mention, ...]]
"""The claims of a text in a language."""

_PARTS = ("year", "month", "day", "hour", "minute")
_LEAP_YEAR = 2000
"""Stands in for the year of a day without one; it has every day."""
_COMPACT = Decimal(1000)
"""From this size on a scale word may stand for the zeros."""
_LONGEST = 21
"""Digits of a number that is not written out: babel rounds to 28, decimals among them."""
_ENDLESS = 12
"""Decimals from which a number comes out of a division."""
_PLACES = 3
"""Decimals that a number before a scale word has at the most."""
_PATTERNS = {
    (True, True, True): ("yMd",),
    (True, True, False): ("yMMMM", "yMMM", "yM"),
    (False, True, True): ("MMMMd", "MMMd", "Md"),
    (False, True, False): ("LLLL",),
    (True, False, False): ("y",),
}
"""CLDR skeletons by what is said (year, month, day): the month in full, abbreviated, as a number."""


def suggest(right: Mention, mention: Mention, language: str, read: Read) -> str | None:
    """How `right`, said in another language, would stand in place of `mention`; None where that is not certain."""
    found = cldr.locale(language)
    if found is None:
        return None
    for text in dict.fromkeys(_candidates(right, mention, language, found)):
        if text != mention.text and _reads(text, right, language, read):
            return text
    return None


def _reads(text: str, right: Mention, language: str, read: Read) -> bool:
    back = read(text, language)
    if len(back) != 1 or back[0].kind is not right.kind:
        return False
    one, other = back[0].value, right.value
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        # not `compare`, which takes 2 billion for a rounded 1.6
        return replace(one, step=other.step) == other
    if isinstance(one, Moment) and isinstance(other, Moment):
        said = [(getattr(one, part), getattr(other, part)) for part in _PARTS]
        return not one.decade and all(mine == theirs for mine, theirs in said if None not in (mine, theirs))
    return False


def _candidates(right: Mention, mention: Mention, language: str, found: Locale) -> Iterator[str]:
    value, mine = right.value, mention.value
    if isinstance(value, Moment) and isinstance(mine, Moment):
        yield from _moments(value, mine, mention.text, found)
    elif isinstance(value, Quantity) and isinstance(mine, Quantity) and not _long(value):
        if (value.unit, value.per) == (mine.unit, mine.per):
            yield from _replaced(value, mention.text, language, found)
        if value.per is None and value.low == value.high:
            yield from _anew(value, mention.text, found)


def _long(value: Quantity) -> bool:
    """Whether a number has more digits than anybody writes, as a third of an hour has."""
    return any(
        max(each.adjusted(), len(each.as_tuple().digits)) >= _LONGEST or _decimals(each) >= _ENDLESS
        for each in (value.low, value.high)
    )


def _decimals(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0


def _replaced(value: Quantity, text: str, language: str, found: Locale) -> Iterator[str]:
    """The mention with another number in it; its unit, currency and bound stay as they are written."""
    scanned = scan(text, load(language))
    numbers_here = list(find_numbers(scanned))
    amounts = [_as_written(each, value.step) for each in dict.fromkeys((value.low, value.high))]
    if len(numbers_here) != len(amounts):
        return
    spans = [Span(*scanned.folded.span(number.start, number.end)) for number in numbers_here]
    written = zip(numbers_here, amounts, spans, strict=True)
    choices = [list(_numbers(n, amount, text[slice(*span)], language, found)) for n, amount, span in written]
    for group in zip(*choices, strict=False):
        result = text
        for span, new in reversed(list(zip(spans, group, strict=True))):
            result = result[: span.start] + new + result[span.end :]
        yield result


def _numbers(number: Number, amount: Decimal, text: str, language: str, found: Locale) -> Iterator[str]:
    """A number in the style of another: in words, before the same scale word, with one of its own, in full."""
    zero = _zero(text)
    if number.spelled and not number.scaled:
        for word in _spelled(language).get(str(amount), ()):
            yield word[0].upper() + word[1:] if text[0].isupper() else word
    if number.scaled and number.literal and number.multiplier > 1 and text.startswith(number.literal):
        share = amount / number.multiplier
        if 1 <= share < _COMPACT and share == round(share, _PLACES):
            yield _plain(share, found, zero) + text[len(number.literal) :]
    if amount >= _COMPACT and (number.scaled or number.spelled):
        yield from _compact(amount, found, zero)
    yield _plain(amount, found, zero)
    yield from _compact(amount, found, zero)


@lru_cache(maxsize=8)
def _spelled(language: str) -> dict[str, tuple[str, ...]]:
    """The number words of a language by value; the one that is said in counting stands first."""
    found: dict[str, tuple[str, ...]] = {}
    for category, value, word in cldr.spelled(language):
        if category == "number":
            found[value] = (*found.get(value, ()), word)
    return found


def _as_written(amount: Decimal, step: Decimal) -> Decimal:
    """The amount with the decimals that it was written with: 12.50."""
    places = step.as_tuple().exponent
    return round(amount, -places) if isinstance(places, int) and -_PLACES <= places < 0 else amount


def _zero(text: str) -> int:
    """The zero of the digits that a text is written in."""
    return next((ord(c) - digit(c) for c in text if c.isdecimal()), ord("0"))


def _plain(amount: Decimal, found: Locale, zero: int = ord("0")) -> str:
    system = _system(zero)
    pattern = str(found.decimal_formats[None].pattern)
    exponent = amount.as_tuple().exponent
    if isinstance(exponent, int) and exponent < 0:
        pattern = pattern.replace("###", "0" * -exponent) if pattern.endswith(".###") else pattern
    text = numbers.format_decimal(
        amount, format=pattern, locale=found, decimal_quantization=False, numbering_system=system
    )
    return _digits(text, zero)


def _system(zero: int) -> Literal["default", "latn"]:
    return "latn" if zero == ord("0") else "default"


def _digits(text: str, zero: int) -> str:
    """The digits that are wanted; babel sets the separators of a numbering system, and not its digits."""
    return "".join(chr(zero + int(c)) if "0" <= c <= "9" else c for c in text)


def _compact(amount: Decimal, found: Locale, zero: int) -> Iterator[str]:
    """With a scale word, or its abbreviation, and as few decimals as may be."""
    lengths: tuple[Literal["long", "short"], ...] = ("long", "short")
    for length in lengths:
        if length not in found.compact_decimal_formats:
            continue
        for places in range(_PLACES + 1):
            text = numbers.format_compact_decimal(
                amount, format_type=length, locale=found, fraction_digits=places, numbering_system=_system(zero)
            )
            yield _digits(text, zero)


def _anew(value: Quantity, text: str, found: Locale) -> Iterator[str]:
    """The amount with its unit, where the mention has another."""
    amount, unit = value.low, value.unit
    if unit is None:
        return
    if found.currencies.get(unit):
        styles: tuple[Literal["name", "standard"], ...] = ("name", "standard")
        for style in styles if any(c.isalpha() for c in text) else styles[::-1]:
            yield numbers.format_currency(
                amount, unit, locale=found, format_type=style, currency_digits=False, decimal_quantization=False
            )
        return
    lengths: tuple[Literal["long", "short"], ...] = ("long", "short")
    for length in lengths:
        with suppress(units.UnknownUnitError):
            yield units.format_unit(amount, unit, length=length, locale=found)


def _moments(value: Moment, mine: Moment, text: str, found: Locale) -> Iterator[str]:
    """The date or time with the parts that the mention gives, the month in words where it is in words there."""
    said = tuple(part is not None for part in (mine.year, mine.month, mine.day))
    year, month, day = value.year or mine.year, value.month or mine.month, value.day or mine.day
    if any(said) and not mine.decade and not value.decade:
        try:
            when = date(year or _LEAP_YEAR, month or 1, day or 1)
        except ValueError:
            return
        written = list(_dates(when, (said[0], said[1], said[2]), mine.weekday is not None, found))
        if any(c.isalpha() for c in text):
            yield from written
        else:
            yield from sorted(written, key=lambda other: (any(map(str.isalpha, other)), abs(len(other) - len(text))))
    if value.hour is not None and not any(said):
        yield dates.format_time(time(value.hour % 24, value.minute or 0), format="short", locale=found)


def _dates(when: date, said: tuple[bool, bool, bool], weekday: bool, found: Locale) -> Iterator[str]:
    """A date in its locale's forms, the longest first."""
    if all(said):
        for form in ("full", "long", "medium", "short") if weekday else ("long", "medium", "short"):
            yield dates.format_date(when, form, locale=found)
    for skeleton in _PATTERNS.get(said, ()):
        with suppress(KeyError, ValueError):  # the locale has no pattern near to it
            yield dates.format_skeleton(skeleton, when, locale=found)
