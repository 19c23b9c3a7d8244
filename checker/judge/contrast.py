"""What two versions say one number of: words and names of which one is given where another is meant."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from checker.judge.parties import Parties
from checker.languages import dimension
from checker.languages.subjects import dimensions
from checker.model import Claim, Fact, Kind, Mention, Occurrence
from checker.subjects import contrary, subjects

_TURNS = 2
"""Rivals of one sentence that it takes for turns."""
_LONG, _MANY = 2000, 40
"""Code points and claims of a sentence from which it says too much for any word to belong to one of its claims."""


class Said(NamedTuple):
    """A word for what is told in a sentence, and what it may mean."""

    word: str
    concepts: frozenset[str]
    start: int
    found: Occurrence
    """The claim in whose sentence it stands."""
    near: bool
    """Whether no other claim of the sentence stands nearer."""
    name: bool = False
    """Whether it is a name that versions share; its one concept is how it is heard."""
    fellows: frozenset[str] = frozenset()
    """Names that are written beside it somewhere: a first name beside a last one."""


class Contrast(NamedTuple):
    """What two versions say a number of, where the two rule one another out."""

    mine: Said
    theirs: Said


class Turn(NamedTuple):
    """Rivals that take turns with like claims in a sentence: the one that belongs to a claim, and all of them."""

    own: Said
    all: tuple[Said, ...]
    first: bool
    """Whether the sentence begins with a rival and not with a claim."""


class Contrasts:
    """The claims of all facts by the sentences that they stand in, and the names that versions share."""

    def __init__(self, facts: Sequence[Fact]) -> None:
        self._parties = Parties(facts)
        self._crossed = {one for fact in facts for each in fact.exchanges for one in (fact.id, each.other)}
        self._found: dict[tuple[str, int, int], list[Said]] = {}
        self._beside: dict[tuple[str, int], list[Mention]] = defaultdict(list)
        for fact in facts:
            for language, claim in fact.claims.items():
                for found in claim.occurrences:
                    self._beside[language, found.segment.index].append(found.mention)

    def between(self, fact: Fact, one: str, other: str) -> Contrast | None:
        """What two versions say a number of, where the one rules the other out; the first such words.

        Two values that changed places are told as such (see `judge.crossed`). A name is said of nothing.
        """
        mine, theirs = fact.claims[one], fact.claims[other]
        if Kind.NAME in (mine.mention.kind, theirs.mention.kind):
            return None
        for here, there in self._both(mine, theirs):
            found = _replaced(here, there) if here and there else None
            found = found or (None if fact.id in self._crossed else self._exchanged(mine, here, theirs, there))
            if found:
                return found
        return None

    def exchanged(self, fact: Fact, one: str, other: str) -> bool:
        """Whether two versions name the same rivals, in turn with their numbers, in another order."""
        mine, theirs = fact.claims[one], fact.claims[other]
        return any(self._exchanged(mine, here, theirs, there) for here, there in self._both(mine, theirs))

    def _both(self, mine: Claim, theirs: Claim) -> Iterator[tuple[list[Said], list[Said]]]:
        """What two versions say a number of: the words for concepts, then the names."""
        yield self._subjects(mine), self._subjects(theirs)
        yield from self._names(mine, theirs)

    def supports(self, said: Said, mine: Claim, other: Claim) -> bool:
        """Whether another version has any word for what a word of one may mean."""
        words = [one for one, _ in self._names(other, mine)] if said.name else [self._subjects(other)]
        return any(_told(said, each) for each in words)

    def _subjects(self, claim: Claim) -> list[Said]:
        """The words for concepts in all sentences that make a claim."""
        place = claim.language, claim.segment.index, claim.mention.start
        if place not in self._found:
            self._found[place] = list(self._words(claim))
        return self._found[place]

    def _words(self, claim: Claim) -> Iterator[Said]:
        for found in self._brief(claim):
            measured = dimension(found.mention.unit)
            for each in subjects(found.segment.text, claim.language):
                concepts = {concept for concept in each.concepts if dimensions().get(concept, measured) == measured}
                if concepts:
                    yield self._said(found, frozenset(concepts), each.start, each.end)

    def _names(self, mine: Claim, theirs: Claim) -> Iterator[tuple[list[Said], list[Said]]]:
        """The names in the sentences of two versions, of those that both take over elsewhere.

        Those that are told by all their letters may stand in one other sentence only: they count for what is said once.
        """
        heard, whole = self._parties.shared(mine.segment, theirs.segment)
        once = len(mine.occurrences) == len(theirs.occurrences) == 1
        for names in (heard, whole if once else ()):
            if names:
                yield self._named(mine, names), self._named(theirs, names)

    def _named(self, claim: Claim, names: Collection[str]) -> list[Said]:
        return [
            self._said(found, frozenset({name}), word.start, word.end)._replace(
                name=True, fellows=self._parties.fellows(name)
            )
            for found in self._brief(claim)
            for name, word in self._parties.named(found.segment, names)
        ]

    def _brief(self, claim: Claim) -> Iterator[Occurrence]:
        """The places of a claim in sentences of which a word may be told to belong to it."""
        for found in claim.occurrences:
            beside = self._beside[claim.language, found.segment.index]
            if len(beside) <= _MANY and len(found.segment.text) <= _LONG:
                yield found

    def _said(self, found: Occurrence, concepts: frozenset[str], start: int, end: int) -> Said:
        beside = self._beside[found.segment.language, found.segment.index]
        near = _gap(found.mention, start, end) <= min(_gap(mention, start, end) for mention in beside)
        return Said(found.segment.text[start:end], concepts, start, found, near)

    def _exchanged(self, mine: Claim, here: Sequence[Said], theirs: Claim, there: Sequence[Said]) -> Contrast | None:
        """The words of two versions that name the same rivals, in turn with their numbers, in another order."""
        for one in self._turns(mine, here):
            for other in self._turns(theirs, there):
                alike = one.first == other.first and len(one.all) == len(other.all)
                if alike and _contrary(one.own, other.own) and all(_told(each, other.all) for each in one.all):
                    return Contrast(one.own, other.own)
        return None

    def _turns(self, claim: Claim, said: Sequence[Said]) -> Iterator[Turn]:
        """What a claim is said of, where rivals and like claims take turns in its first sentence."""
        occurrence = claim.occurrences[0]
        mention = occurrence.mention
        words = [each for each in said if each.found is occurrence]
        if len(words) < _TURNS or mention.kind is Kind.ORDINAL:
            return
        beside = self._beside[claim.language, claim.segment.index]
        alike = [each for each in beside if each.kind is mention.kind and each.unit == mention.unit]
        if len({each.value for each in alike}) < len(alike):
            return  # 29 men and 29 women
        like = sorted(each.start for each in alike)
        for own in words:
            group = [each for each in words if each.concepts & own.concepts or _contrary(each, own)]
            if not _TURNS <= len(group) == len(like) or group[like.index(mention.start)] is not own:
                continue
            turns = sorted([*((each.start, True) for each in group), *((start, False) for start in like)])
            if all(one[1] != other[1] for one, other in pairwise(turns)):
                yield Turn(own, tuple(group), turns[0][1])


def _replaced(here: Sequence[Said], there: Sequence[Said]) -> Contrast | None:
    """The words of two versions that each name what the other does not, and that rule one another out."""
    for one in here:
        for other in there if one.near else ():
            if _contrary(one, other) and not _told(one, there, but=other) and not _told(other, here, but=one):
                return Contrast(one, other)
    return None


def _contrary(one: Said, other: Said) -> bool:
    """Whether one word is given where the other isn't meant: all names are of different things, but of one party."""
    if one.name and other.name:
        (mine,), (theirs,) = one.concepts, other.concepts
        short = mine.startswith(theirs) or theirs.startswith(mine)  # Livingston, Livi
        return theirs not in one.fellows and not short
    return contrary(one.concepts, other.concepts)


def _told(said: Said, words: Sequence[Said], but: Said | None = None) -> bool:
    """Whether any word but a certain one may mean the same as another word."""
    return any(said.concepts & each.concepts for each in words if each is not but)


def _gap(mention: Mention, start: int, end: int) -> int:
    return max(start - mention.end, mention.start - end, 0)
