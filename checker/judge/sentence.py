"""Whether a version that lacks a claim lacks its number only, or its sentence or paragraph: by the other claims there.

What a version lacks wholly is told once, by the first of its claims, which names the others.
"""

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from checker.model import Fact, Level, Occurrence, Rule, Verdict

Place = tuple[str, str, int]
"""A language, `sentence` or `paragraph`, and the index of a segment or a block."""

_SENTENCE, _PARAGRAPH = "sentence", "paragraph"
_MANY = 64
"""Claims from which a text without breaks is no paragraph, and places from which a text is full of a claim."""


class Rest(Enum):
    """What is there of the sentences that make a claim in a version that lacks it, as the message says it."""

    KEPT = "; the rest of its sentence is there"
    SENTENCE = "; the whole sentence seems to be missing"
    PARAGRAPH = "; the whole paragraph seems to be missing"
    UNKNOWN = ""


class Sentences:
    """The facts by the sentences and paragraphs that they are told in."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._told: dict[Place, list[Fact]] = {}
        for fact in facts:
            for part in (_SENTENCE, _PARAGRAPH):
                for language, claim in fact.claims.items():
                    for place in {_place(language, found, part) for found in claim.occurrences}:
                        self._told.setdefault(place, []).append(fact)

    def rest(self, fact: Fact, language: str) -> Rest:
        """What a version that lacks a claim has of its sentences; unknown where these make no other claim."""
        sentence, paragraph = (self.kept(fact, language, part) for part in (_SENTENCE, _PARAGRAPH))
        if sentence:
            return Rest.KEPT
        if paragraph is False and self._more(fact):
            return Rest.PARAGRAPH
        return Rest.UNKNOWN if sentence is None else Rest.SENTENCE

    def gathered(self, verdicts: Sequence[Verdict]) -> list[Verdict]:
        """The verdicts, those on one passage that a version lacks wholly told by the first; the others are notes."""
        leading: dict[tuple[str, Place], int] = {}
        groups: dict[int, list[int]] = {}
        for index, verdict in enumerate(verdicts):
            parts = _PARTS.get(self.rest(verdict.fact, verdict.language)) if _omits(verdict) else None
            if parts is None:
                continue
            places = [(verdict.language, place) for place in _places(verdict.fact, parts)]
            first = next((leading[place] for place in places if place in leading), index)
            leading |= {place: first for place in places if place not in leading}
            groups.setdefault(first, []).append(index)
        result = list(verdicts)
        for first, (_, *others) in groups.items():
            if others:
                result[first] = self._naming(verdicts[first], [verdicts[other] for other in others])
            for other in others:
                result[other] = replace(verdicts[other], level=Level.NOTE)
        return result

    def _naming(self, first: Verdict, others: Sequence[Verdict]) -> Verdict:
        """The first verdict on a passage, as sure as the surest of them, with what else is missing there."""
        rest = self.rest(first.fact, first.language).value
        values = list(dict.fromkeys(str(other.expected) for other in others))
        more = values[0] if len(values) == 1 else f"{', '.join(values[:-1])} and {values[-1]}"
        message = f"{first.message.removesuffix(rest)}, as {'is' if len(values) == 1 else 'are'} {more}{rest}"
        return replace(first, message=message, confidence=max(each.confidence for each in (first, *others)))

    def kept(self, fact: Fact, language: str, part: str = _SENTENCE) -> bool | None:
        """Whether a version tells other claims of the sentences, or paragraphs, that make this one; None where they
        make no other. Only claims that two versions make at least are asked for."""
        places = _places(fact, part)
        beside = [other for other in self._beside(places) if other.id != fact.id]
        if not beside or (part == _PARAGRAPH and len(beside) > _MANY):
            return None
        return any(_tells(other, language, part, places) for other in beside)

    def _beside(self, places: frozenset[Place]) -> list[Fact]:
        """The claims of sentences, or paragraphs, that two versions make at least."""
        beside = {other.id: other for place in places for other in self._told[place] if len(other.claims) > 1}
        return list(beside.values())

    def _more(self, fact: Fact) -> bool:
        """Whether the paragraphs that make a claim make others in other sentences."""
        return len(self._beside(_places(fact, _PARAGRAPH))) > len(self._beside(_places(fact, _SENTENCE)))


_PARTS = {Rest.SENTENCE: _SENTENCE, Rest.PARAGRAPH: _PARAGRAPH}


def _omits(verdict: Verdict) -> bool:
    return verdict.rule is Rule.OMISSION and verdict.level is not Level.NOTE


def _tells(other: Fact, language: str, part: str, places: frozenset[Place]) -> bool:
    """Whether a version says a claim oftener than most others say it outside these places: a name that stands in the
    next paragraph, too, is not the rest of this one."""
    if language not in other.claims:
        return False
    often = len(other.claims[language].occurrences)
    if often > _MANY:
        return False
    outside = [
        sum(_place(each, found, part) not in places for found in claim.occurrences)
        for each, claim in other.claims.items()
        if len(claim.occurrences) <= _MANY and any(_place(each, found, part) in places for found in claim.occurrences)
    ]
    return 2 * sum(often > count for count in outside) >= len(outside)


def _places(fact: Fact, part: str) -> frozenset[Place]:
    """Where the versions that make a claim say most of it."""
    return frozenset(_place(language, claim.occurrences[0], part) for language, claim in fact.claims.items())


def _place(language: str, found: Occurrence, part: str) -> Place:
    return language, part, found.segment.index if part == _SENTENCE else found.segment.block
