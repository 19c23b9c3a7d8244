"""What a version says besides the claim that it seems to lack: the same value again, or its digits, read otherwise."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from checker.compare import compare, compare_values
from checker.model import Fact, Label, Mention, Moment, Quantity, Segment, Value
from checker.show import plain

_RUN = re.compile(r"\d+|\|")
_NEAR = 0.95
"""How alike two values must be to be one value said twice."""
_SCALES = frozenset(Decimal(10) ** zeros for zeros in (3, 6, 9, 12))
"""What scale words stand for that a number may leave to the one before it."""
_WRITTEN = 100
"""An amount that was written with a scale word has at most two decimals: its last digit is a hundredth of that."""
_PARTED = re.compile(r"(\d{1,3})[ \u00a0\u2009\u202f](\d{3})(?!\d)")
"""Digits in two groups with a space between, which may be two numbers."""
_BREAK = " | "
"""Stands for a mention that was cut out, so that the digits on its two sides don't meet."""

Place = tuple[str, int]
"""A language and the index of a segment."""


class Elsewhere:
    """The mentions of all versions by the segment they stand in, and whether another version says them too."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._said: dict[Place, list[tuple[Mention, Fact]]] = {}
        self._free: dict[Place, str] = {}
        self._runs: dict[Place, str] = {}
        self._lacking: dict[Place, list[Fact]] = {}
        for fact in facts:
            for language, claim in fact.claims.items():
                for occurrence in claim.occurrences:
                    place = (language, occurrence.segment.index)
                    self._said.setdefault(place, []).append((occurrence.mention, fact))
            for language in fact.missing:
                self._lacking.setdefault((language, fact.places[language].index), []).append(fact)

    def again(self, segment: Segment, mentions: Iterable[Mention]) -> bool:
        """Whether a segment says one of the values in another claim: a number repeated, the end of a range."""
        here = [mention for mention, fact in self._at(segment) if len(fact.claims) > 1]
        return any(_equal(one, other) or _ends(one.value, other.value) for one in mentions for other in here)

    def written(self, segment: Segment, mentions: Iterable[Mention]) -> bool:
        """Whether the digits of one of the mentions stand in a segment where they are no claim that was matched.

        Then one of the two was misread rather than mistranslated: a name here and a number there.
        """
        wanted = [(mention, runs) for mention in mentions if (runs := _runs(mention.text)).strip()]
        lone = [(mention, _runs(mention.text)) for mention, fact in self._at(segment) if len(fact.claims) == 1]
        return any(
            runs in self._unclaimed(segment) or any(runs in other and _unlike(one, found) for found, other in lone)
            for one, runs in wanted
        )

    def alone(self, segment: Segment, value: Value, without: str) -> bool:
        """Whether a segment says a value in a claim that one version does not make, also as an end of a range."""
        here = [mention for mention, fact in self._at(segment) if without not in fact.claims]
        return any(compare_values(reading, value).alike for mention in here for reading in mention.readings)

    def scaled(self, segment: Segment, own: Mention, right: Mention) -> bool:
        """Whether a bare number lacks but the scale word that an amount before it has: 110 million, 12.5 of which."""
        one, two = own.value, right.value
        if not _bare(own) or not isinstance(one, Quantity) or not isinstance(two, Quantity):
            return False
        scale = two.low / one.low
        return scale in _SCALES and any(
            found.start < own.start and isinstance(found.value, Quantity) and found.value.step * _WRITTEN >= scale
            for found, _ in self._at(segment)
        )

    def shared(self, segment: Segment, own: Mention, right: Mention) -> bool:
        """Whether a bare number is the other value, in the unit of an amount beside it: 45 megapixels, not 33."""
        one = own.value
        return (
            _bare(own)
            and isinstance(one, Quantity)
            and right.unit is not None
            and any(
                compare_values(replace(one, unit=found.value.unit, per=found.value.per), right.value).agrees
                for found, _ in self._at(segment)
                if isinstance(found.value, Quantity) and found.value.unit is not None
            )
        )

    def counted(self, place: Segment, fact: Fact) -> bool:
        """Whether a segment gives a claim's bare number in the unit of an amount beside it, as no claim told there."""
        return any(
            self.shared(claim.segment, claim.mention, found) and not _tells(claim.segment, other)
            for claim in fact.claims.values()
            for found, other in self._at(place)
        )

    def instead(self, fact: Fact, language: str) -> Mention | None:
        """What a version says where it lacks a claim: a value like it, and oftener than any other version."""
        wanted = {(claim.mention.kind, claim.mention.unit) for claim in fact.claims.values()}
        found = [each for each in self._at(fact.places[language]) if (each[0].kind, each[0].unit) in wanted]
        return found[0][0] if len(found) == 1 and _oftener(found[0][1], language) else None

    def runs_on(self, segment: Segment, fact: Fact) -> bool:
        """Whether a segment has the number of a claim right before or behind another, with but a space between, so that
        the two were read as one: Lumo 2 256 networks, where the other versions say Lumo 2 and 256."""
        numbers = {_number(claim.mention.value) for claim in fact.claims.values()}
        return any(not numbers.isdisjoint(self._parted(segment, *said)) for said in self._at(segment))

    def _parted(self, segment: Segment, mention: Mention, own: Fact) -> frozenset[str]:
        """The two numbers that one with a space in it may be, where the other versions say both in its place."""
        match = _PARTED.match(mention.text)
        if match is None:
            return frozenset()
        near = [*self._lacking.get((segment.language, segment.index), ()), own]
        said = {_number(claim.mention.value) for fact in near for claim in fact.claims.values()}
        return frozenset(match.groups()) if said.issuperset(match.groups()) else frozenset()

    def digits(self, segment: Segment, number: int) -> bool:
        """Whether a number stands in a segment in digits, whatever it is there."""
        place = (segment.language, segment.index)
        if place not in self._runs:
            self._runs[place] = _runs(segment.text)
        return f" {number} " in self._runs[place]

    def _at(self, segment: Segment) -> list[tuple[Mention, Fact]]:
        return self._said.get((segment.language, segment.index), [])

    def _unclaimed(self, segment: Segment) -> str:
        """The runs of digits of a segment outside its mentions."""
        place = (segment.language, segment.index)
        if place not in self._free:
            self._free[place] = _runs(_without(segment.text, [mention for mention, _ in self._at(segment)]))
        return self._free[place]


def _tells(segment: Segment, fact: Fact) -> bool:
    """Whether a segment says a claim."""
    claim = fact.claims.get(segment.language)
    return claim is not None and any(found.segment.index == segment.index for found in claim.occurrences)


def _bare(mention: Mention) -> bool:
    """Whether a mention is a number that isn't written with a unit or a scale word of its own."""
    value = mention.value
    return isinstance(value, Quantity) and value.low != 0 and value.unit is None and value.step <= 1


def _oftener(fact: Fact, language: str) -> bool:
    """Whether a version makes a claim in more places than any other."""
    often = {each: len(claim.occurrences) for each, claim in fact.claims.items()}
    return all(often[language] > count for each, count in often.items() if each != language)


def _number(value: Value) -> str:
    """The number of an amount or a name, in digits; empty where it has none."""
    if isinstance(value, Quantity):
        return plain(value.low) if value.low == value.high else ""
    return value.number if isinstance(value, Label) else ""


def _equal(one: Mention, other: Mention) -> bool:
    outcome = compare(one, other)
    return outcome.alike and outcome.near >= _NEAR


def _ends(one: Value, other: Value) -> bool:
    """Whether a value is an end of the range that the other is."""
    ranged = isinstance(other, Quantity) and other.low != other.high
    single = not isinstance(one, Quantity) or one.low == one.high
    return ranged and single and compare_values(one, other).alike


def _unlike(one: Mention, other: Mention) -> bool:
    """Whether two mentions with the same digits may be one thing read in two ways.

    Two amounts may not: another unit or scale word makes another value.
    """
    values = (one.value, other.value)
    if any(all(isinstance(value, kind) for value in values) for kind in (Quantity, Moment, Label)):
        return _runs(one.text) != _runs(other.text)
    return True


def _without(text: str, mentions: Sequence[Mention]) -> str:
    parts, done = [], 0
    for mention in sorted(mentions, key=lambda mention: mention.start):
        parts.append(text[done : mention.start])
        done = max(done, mention.end)
    return _BREAK.join([*parts, text[done:]])


def _runs(text: str) -> str:
    """The runs of digits of a text, in ASCII, each between spaces; `|` is kept."""
    return f" {' '.join(map(_ascii, _RUN.findall(text)))} "


def _ascii(run: str) -> str:
    return run if run.isascii() else "".join(str(int(digit)) for digit in run)
