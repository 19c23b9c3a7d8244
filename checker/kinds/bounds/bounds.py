"""The bound of an amount: more than, at least, nearly, before it, after it or inside it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.kinds.bounds.deadlines import before_event, behind_span, far_ahead, far_behind
from checker.kinds.bounds.unbounded import unbounded
from checker.kinds.clauses import CLAUSE, negated
from checker.languages.folding import is_letter, script
from checker.languages.lexicon import Match, between
from checker.model import Bound, Quantity, Side
from checker.scan import Scan

_PRESSURE = re.compile(r"(?<![\d.,])\d{2,3}(?![\d.,]*\d)")
"""A number of two or three digits."""
_PRESSURE_REACH = 5
"""Code points before a word in which such a number ends beside it."""
_REACH_WORDS = 2
"""Little words (articles, linkers) that may stand between an amount and the bound before it."""
_REACH_JOINED = 10
"""Code points after an amount over which its bound is looked for, in scripts that write no spaces."""
_SHORT_WORD = 6
"""Letters of the longest word that may stand between a bound and its number."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an amount stands with its unit, and where its number does."""

    start: int
    end: int
    number_start: int
    number_end: int


_NONE = (Bound.EXACT,)
_NEGATED = {
    Bound.MORE_THAN: Bound.AT_MOST,
    Bound.LESS_THAN: Bound.AT_LEAST,
    Bound.AT_MOST: Bound.MORE_THAN,
    Bound.AT_LEAST: Bound.LESS_THAN,
}
"""What a bound comes to where its clause is negated: take no more than, do not take more than."""
_MIRRORED = {
    Bound.AT_MOST: Bound.AT_LEAST,
    Bound.AT_LEAST: Bound.AT_MOST,
    Bound.MORE_THAN: Bound.LESS_THAN,
    Bound.LESS_THAN: Bound.MORE_THAN,
}
"""What the bound of a time comes to as that of the span before an event: the later, the shorter."""
_WITHIN = (Bound.AT_MOST, Bound.AT_LEAST)
_UNTIL = "at-most?"
"""The value of a word that is up to, down to, or until: up to -5 °C, down to -5 °C."""
_MEASURED = "~"
"""Ends the value of a comparative that bounds what is measured: taller than 5 m, but 35 % taller, warmer than 2020."""
_DEADLINE = "<"
"""Ends the value of a word of time, which bounds a span before an event the other way: at the latest 3 days before."""
_AGE = ">"
"""Ends the value of a word of age, which bounds a version the other way: children of 3 or older, version 3 or older."""
_THAN = "="
"""Ends the value of a comparative that says by how much two differ unless a case for than stands before it."""
_CLOSING = "$"
"""Ends the value of a word that bounds at the end of a clause only: from 45 plus, but 20 euros plus tax."""
_DIRECT = "!"
"""Ends the value of a word that bounds what it stands right before: has not yet 15 years, but not yet paid 20 euros."""
_OPEN = re.compile(f"[?{_MEASURED}]")
"""Marks of words that may bound nothing: until 5 °C, cheaper than five years ago."""


@dataclass(frozen=True, slots=True)
class Limit:
    """The bounds that the words around an amount may mean, likeliest first, and the stretch with those words."""

    bounds: tuple[Bound, ...]
    start: int
    end: int
    side: Side | None = None

    @property
    def bare(self) -> bool:
        """Whether no word bounds the amount."""
        return self.side is None and self.bounds == _NONE

    def of(self, amount: Quantity) -> tuple[Quantity, ...]:
        """The amount with each of the bounds."""
        return tuple(replace(amount, bound=bound, side=self.side) for bound in self.bounds)


def _said(match: Match) -> tuple[Bound, Side | None]:
    """What a bound's word says: `about-below` is about, from below."""
    value = match.value.rstrip(f"?{_MEASURED}{_DEADLINE}{_AGE}{_THAN}{_CLOSING}{_DIRECT}")
    about, dash, side = value.partition(f"{Bound.ABOUT}-")
    return (Bound.ABOUT, Side(side)) if dash and not about else (Bound(value), None)


def _rough(match: Match) -> bool:
    return match.value.startswith(Bound.ABOUT)


def inner_bound(scan: Scan, place: Place) -> Limit | None:
    """The bound inside an amount: 10多公里, 400多万, kilomita zaidi ya 40."""
    inside = scan.within(place.number_start, place.end, "bound_after")
    ahead = scan.within(place.start, place.number_start, "bound_before") if scan.lexicon.unit_first else ()
    for match in (*inside, *ahead):
        return _limit(match, place.start, place.end)
    return None


def _limit(match: Match, start: int, end: int) -> Limit:
    said, side = _said(match)
    bounds = (said, Bound.EXACT) if _OPEN.search(match.value) else (said,)
    return Limit(bounds, min(start, match.start), max(end, match.end), side)


def bound(
    scan: Scan,
    start: int,
    end: int,
    *,
    negative: bool = False,
    ranged: bool = False,
    relative: bool = False,
    named: bool = False,
) -> Limit:
    """The bound of the amount at `start` to `end`, or of the name of a version.

    A word marked `?` in the data (до: up to, down to, until) may mean nothing of the kind; before a negative
    number that one doesn't. The opening of a range (от … до …) is no bound. A comparative bounds no `relative`
    amount: a percentage, a year.
    """
    before = _bound_before(scan, start) if scan.says("bound_before") else None
    if (
        ranged
        and before
        and any(match.start == before.start for match in scan.before(before.end, "opening", "pair_opening"))
    ):
        before = None
    if named and before and ". " in scan.text[before.end : start]:
        before = None  # 600 mg at most. Version 3.2
    after = _bound_after(scan, end) if scan.says("bound_after") else None
    if not before and not after and scan.says("bound_deadline"):
        before = far_ahead(scan, start, end)
    found = [match for match in (before, after) if match and not (relative and match.value.endswith(_MEASURED))]
    if not found:
        return Limit((Bound.EXACT,), start, end)
    limits = [match for match in found if not _rough(match)] or found
    if (negative and limits[0].value.startswith(_UNTIL)) or unbounded(scan, limits[0], start, end):
        return Limit((Bound.EXACT,), start, end)
    if limits[0] is before and _divides(scan, before, start):
        return Limit((Bound.EXACT, *_limit(before, start, end).bounds), start, end)
    limit = _limit(limits[0], start, end)
    value = limits[0].value
    if (named and value.endswith(_AGE)) or (value.endswith(_DEADLINE) and before_event(scan, limit.start, start, end)):
        return replace(limit, bounds=tuple(_MIRRORED.get(said, said) for said in limit.bounds))
    other, comparative = _NEGATED.get(limit.bounds[0]), limit.bounds[0] not in _WITHIN
    turned = other is not None and scan.says("negation") and not _holds_negation(scan, limits[0])
    if other and turned and negated(scan, limits[0], start, end, comparative=comparative):
        return replace(limit, bounds=(*limit.bounds, other))
    return limit


def _divides(scan: Scan, match: Match, start: int) -> bool:
    """Whether a bound rather stands between two numbers, the smaller behind it: a pressure of 120 over 80."""
    if scan.text[match.start : match.end] not in between(scan.lexicon.quotients):
        return False
    place = scan.before_gap(match.start)
    first = _PRESSURE.search(scan.text, max(0, match.start - _PRESSURE_REACH), place)
    second = _PRESSURE.match(scan.text, start)
    if first is None or second is None or first.end() != place:
        return False
    return int(first.group()) > int(second.group())


def _holds_negation(scan: Scan, match: Match) -> bool:
    """Whether the words of a bound are negated themselves: pas inférieure à, at least; but Irish níos mó ná is more."""
    return _said(match)[0] in _WITHIN and any(True for _ in scan.within(match.start, match.end, "negation"))


def _bound_before(scan: Scan, start: int) -> Match | None:
    """The nearest bound before an amount, with little words and at most one other short word between them."""
    position, best, strange = _over_comma(scan, start), None, 0
    for _ in range(_REACH_WORDS + 2):
        position = scan.before_gap(position)
        matches = [it for it in scan.before(position, "bound_before") if not (strange and it.value.endswith(_DIRECT))]
        far = strange and matches and any(it.start == matches[0].start for it in scan.before(position, "linker"))
        if matches and not far and not _tag(scan.text, matches[0]):
            match = matches[0]
            if best is None or not _rough(match):
                best = match
            position = match.start
            if not _rough(best):
                return best
            continue
        small = scan.before(position, "linker", "article", "opening", "currency", "per")
        if small:
            position = small[0].start
            continue
        if best is not None:
            return best
        word = _word_before(scan.text, position)
        strange += 1
        if word is None or strange > 1 or position - word > _SHORT_WORD or script(scan.text[position - 1]) == "joined":
            return best
        position = word
    return best


def _tag(text: str, match: Match) -> bool:
    """Whether a sign closes a tag, and bounds nothing: R<sup>2</sup>."""
    return text[match.start] == ">" and "<" in text[max(0, match.start - _REACH_JOINED) : match.start]


def _over_comma(scan: Scan, start: int) -> int:
    """Before the comma that closes a bound in commas: obter, pelo menos, 50 votos."""
    place = scan.before_gap(start)
    if place and scan.text[place - 1] == ",":
        for match in scan.before(place - 1, "bound_before"):
            opening = scan.before_gap(match.start)
            if opening and scan.text[opening - 1] == ",":
                return place - 1
    return start


def _word_before(text: str, end: int) -> int | None:
    """Where the word before a place begins; one that is longer than a short word is read no further back."""
    start = end
    while start > 0 and end - start <= _SHORT_WORD and is_letter(text[start - 1]):
        start -= 1
    return start if start < end else None


def _bound_after(scan: Scan, end: int) -> Match | None:
    """The nearest bound after an amount: 200 से कम, を超える, 500 people or more."""
    text, position = scan.text, end
    skipped, past = 0, False  # 比两年前多7: seven more than two years ago
    while position < len(text):
        position = scan.after_gap(position)
        matches = scan.at(position, "bound_after")
        if matches:
            counts = text[matches[0].end : matches[0].end + 1].isdigit()
            lost = (_sign(scan, matches[0]) and (position > end or counts)) or (past and counts)
            return None if lost or leads(scan, matches[0]) or _idle(scan, matches[0]) else matches[0]
        over = scan.longest(position, "per") or behind_span(scan, position)
        if over:  # 600 mg a day at most
            position, past = over.end, over.category != "per"
            late = far_behind(scan, position) if past else None
            if late:
                return late
            continue
        if any(_before_number(scan, other) for other in scan.at(position, "bound_before")):
            return None  # 24 saatte en fazla 8: fazla is part of the next number's bound
        if position >= len(text) or CLAUSE.match(text, position) or text[position].isdigit():
            return None
        if script(text[position]) in ("joined", "hangul"):
            skipped += 1
            counted = any(scan.at(number.end, "unit") for number in scan.at(position, "number"))  # 25万名八十岁以上
            if skipped > _REACH_JOINED or counted or scan.at(position, "and", "parts_linker"):
                return None
            position += 1
            continue
        word = position
        while word < len(text) and is_letter(text[word]):
            word += 1
        skipped += _REACH_JOINED
        if word == position or skipped > _REACH_JOINED:
            return None
        position = word
    return None


def _idle(scan: Scan, match: Match) -> bool:
    """Whether a word behind an amount bounds nothing there: 20 euros plus tax, 20 euro daha az."""
    if match.value.endswith(_CLOSING):
        return match.end < len(scan.text) and not CLAUSE.match(scan.text, match.end)
    return match.value.endswith(_THAN) and not scan.before(scan.before_gap(match.start), "than")


def leads(scan: Scan, match: Match) -> bool:
    """Whether a word that may stand on either side of a number stands right before the next one: 90 °C etwa zwei…

    So does one whose last words are the bound of the next number: 3 kg und mehr als zwei Meter.
    """
    places = [match.start, *(place + 1 for place in _spaces(scan.text, match))]
    others = (other for place in places for other in scan.at(place, "bound_before") if other.end >= match.end)
    return any(_before_number(scan, other) for other in others)


def _sign(scan: Scan, match: Match) -> bool:
    """Whether a bound is a sign, which stands on its number and before no other: 65+, but between +2 °C and +8 °C."""
    return not any(is_letter(character) for character in scan.text[match.start : match.end])


def _spaces(text: str, match: Match) -> Iterator[int]:
    return (place for place in range(match.start, match.end) if text[place] == " ")


def _before_number(scan: Scan, match: Match) -> bool:
    following = scan.after_gap(match.end)
    return scan.text[following : following + 1].isdigit() or bool(scan.at(following, "number"))
