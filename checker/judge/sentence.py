"""Whether a version that lacks a claim lacks its number only, or the whole sentence: by the sentence's other claims."""

from collections.abc import Iterator, Sequence

from checker.model import Fact


class Sentences:
    """The facts by the segments they are told in."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._told: dict[tuple[str, int], list[Fact]] = {}
        for fact in facts:
            for place in _places(fact):
                self._told.setdefault(place, []).append(fact)

    def kept(self, fact: Fact, language: str) -> bool | None:
        """Whether a version tells other claims of the sentences that make this one; None where they make no other.

        Only claims that two versions make at least are asked for.
        """
        beside = {
            other.id: language in other.claims
            for place in _places(fact)
            for other in self._told[place]
            if other.id != fact.id and len(other.claims) > 1
        }
        return any(beside.values()) if beside else None


def _places(fact: Fact) -> Iterator[tuple[str, int]]:
    for language, claim in fact.claims.items():
        for occurrence in claim.occurrences:
            yield language, occurrence.segment.index
