"""The names that versions share across languages and scripts, and which of them a sentence has."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence

from checker.model import Fact, Segment
from checker.proper import Word, stems, words

Sentence = tuple[str, int]
"""A version's language and the index of a segment."""
_CASED = 2
"""Versions in which a name is written with a capital letter, where as many write capitals at all."""
_OFTEN = 2
"""Sentences that both versions must have a name in, and how many times more than have it in one version only."""


class Parties:
    """The names in the sentences of all facts: what is written as a name and stands where two versions say the same."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        segments = {
            (language, found.segment.index): found.segment
            for fact in facts
            for language, claim in fact.claims.items()
            for found in claim.occurrences
        }
        several = len({index for _, index in segments}) > 1
        self._words = {place: words(segment.text) for place, segment in segments.items()} if several else {}
        self._names = _names(self._words)
        self._places = {
            tuple((language, claim.segment.index) for language, claim in sorted(fact.claims.items()))
            for fact in (facts if self._names else ())
        }
        self._shared: dict[tuple[str, str], frozenset[str]] = {}

    def named(self, segment: Segment, names: Container[str]) -> Iterator[tuple[str, Word]]:
        """Which of some names a sentence has, in their order."""
        for word in self._words.get((segment.language, segment.index), ()):
            name = next((stem for stem in stems(word.heard) if stem in names), None)
            if name:
                yield name, word

    def shared(self, one: str, other: str) -> frozenset[str]:
        """The names that two versions of a sentence both have, far more often than one of them only."""
        pair = min(one, other), max(one, other)
        if pair not in self._shared:
            both, lone = Counter[str](), Counter[str]()
            found = {tuple(place for place in places if place[0] in pair) for places in self._places}
            for places in found:
                mine, theirs = (self._in(place) for place in places) if len(places) == len(pair) else ((), ())
                both.update(frozenset(mine) & frozenset(theirs))
                lone.update(frozenset(mine) ^ frozenset(theirs))
            self._shared[pair] = frozenset(
                name for name, count in both.items() if count >= max(_OFTEN, _OFTEN * lone[name])
            )
        return self._shared[pair]

    def _in(self, place: Sentence) -> frozenset[str]:
        found = (stem for word in self._words.get(place, ()) for stem in stems(word.heard))
        return frozenset(stem for stem in found if stem in self._names)


def _names(found: Mapping[Sentence, Sequence[Word]]) -> frozenset[str]:
    """What is written with a capital letter inside sentences of two versions, of one where no other has capitals."""
    written: dict[str, set[str]] = defaultdict(set)
    for (language, _), said in found.items():
        written[language].update(word.heard for word in said if word.cased and word.inside)
    cased = [names for names in written.values() if names]
    versions = Counter(stem for names in cased for stem in {stem for name in names for stem in stems(name)})
    common = {name for names in cased for name in names if versions[name] >= min(_CASED, len(cased))}
    return frozenset(name for name in common if not any(stem in common for stem in stems(name) if stem != name))
