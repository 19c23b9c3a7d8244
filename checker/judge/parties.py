"""The names that versions share across languages and scripts, and which of them a sentence has."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise, permutations
from typing import NamedTuple

from checker.model import Fact, Segment
from checker.proper import WHOLE, Word, stems, words

_JOINTS = (" ", "-", "\u00a0", "\u30fb", "")
"""What stands between the names of one party."""
Sentence = tuple[str, int]
"""A version's language and the index of a segment."""


class Shared(NamedTuple):
    """The names that two versions share."""

    often: frozenset[str]
    once: Mapping[str, frozenset[Sentence]]
    """Names that sound alike with their vowels, and the sentences of one version whose like has them not."""


_CASED = 2
"""Versions in which a name is written with a capital letter, where as many write capitals at all."""
_OFTEN = 2
"""Sentences that both versions must have a name in, and how many times more than have it in one version only.

One will do of a name that sounds alike in both with its vowels too, and that no other sentence has in one version only.
"""


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
        self._shared: dict[tuple[str, str], Shared] = {}
        self._fellows: dict[str, set[str]] = defaultdict(set)
        """Name → names that are written beside it: both are of one party."""
        for place, said in self._words.items():
            for before, word in pairwise(said):
                if segments[place].text[before.end : word.start] in _JOINTS:
                    for one, other in permutations((*_identities(before), *_identities(word)), 2):
                        self._fellows[one].add(other)

    def fellows(self, name: str) -> frozenset[str]:
        """The names that are written beside a name somewhere."""
        return frozenset(self._fellows.get(name, ()))

    def named(self, segment: Segment, names: Container[str]) -> Iterator[tuple[str, Word]]:
        """Which of some names a sentence has, in their order."""
        for word in self._words.get((segment.language, segment.index), ()):
            name = next((each for each in _identities(word) if each in names), None)
            if name:
                yield name, word

    def shared(self, one: Segment, other: Segment) -> tuple[frozenset[str], frozenset[str]]:
        """The names that the versions of two sentences share: by their consonants, and by all their letters."""
        pair = min(one.language, other.language), max(one.language, other.language)
        if pair not in self._shared:
            self._shared[pair] = self._count(pair)
        shared = self._shared[pair]
        here = {(each.language, each.index) for each in (one, other)}
        heard = frozenset(name for name in shared.often if not name.startswith(WHOLE))
        return heard, shared.often - heard | {name for name, lone in shared.once.items() if lone <= here}

    def _count(self, pair: tuple[str, str]) -> Shared:
        both, lone, places_of = Counter[str](), Counter[str](), defaultdict[str, set[Sentence]](set)
        partners: dict[Sentence, set[Sentence]] = defaultdict(set)
        for places in {tuple(place for place in places if place[0] in pair) for places in self._places}:
            mine, theirs = (self._in(place) for place in places) if len(places) == len(pair) else ((), ())
            both.update(frozenset(mine) & frozenset(theirs))
            lone.update(frozenset(mine) ^ frozenset(theirs))
            for place, partner in permutations(places, 2):
                partners[place].add(partner)
        for place, across in partners.items():
            for name in self._in(place) - frozenset(name for each in across for name in self._in(each)):
                places_of[name].add(place)
        often = frozenset(name for name, count in both.items() if count >= max(_OFTEN, _OFTEN * lone[name]))
        return Shared(often, {name: frozenset(places_of[name]) for name in both if name.startswith(WHOLE)})

    def _in(self, place: Sentence) -> frozenset[str]:
        found = (each for word in self._words.get(place, ()) for each in _identities(word))
        return frozenset(each for each in found if each in self._names)


def _identities(word: Word) -> Iterator[str]:
    """What a name may be known by: its consonants, without an ending too, and how it sounds as a whole."""
    if word.heard:
        yield from stems(word.heard)
    if word.cased:
        yield WHOLE + word.whole


def _names(found: Mapping[Sentence, Sequence[Word]]) -> frozenset[str]:
    """What is written with a capital letter inside sentences of two versions, of one where no other has capitals."""
    written: dict[str, set[str]] = defaultdict(set)
    for (language, _), said in found.items():
        written[language].update(
            name for word in said if word.cased and word.inside for name in (word.heard, WHOLE + word.whole) if name
        )
    cased = [names for names in written.values() if names]
    versions = Counter(stem for names in cased for stem in {stem for name in names for stem in stems(name)})
    common = {name for names in cased for name in names if versions[name] >= min(_CASED, len(cased))}
    return frozenset(name for name in common if not any(stem in common for stem in stems(name) if stem != name))
