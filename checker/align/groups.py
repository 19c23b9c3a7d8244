"""Groups of mentions that are one claim: which two may become one."""

from collections.abc import Sequence
from functools import lru_cache

from checker.compare import compare
from checker.model import Kind, Mention, Occurrence, Quantity, Value

Node = tuple[str, int]
"""A language and the place of an occurrence in its version."""
Form = tuple[Kind, str | None]
"""A kind of claim, and a unit or none."""

SURE = 0.85
"""Weight of a value from which it is the same claim wherever it is said again."""
TELLING = 0.5
"""Weight from which the same value, or the same two unequal ones, are no chance the second time: two digits."""
_OPENING = "(（[=/"
_GAP = 3
"""Characters between a value and the same one in brackets, at the most."""


Said = dict[str, dict[Sequence[Value], Mention]]
Spots = dict[tuple[str, int], list[Occurrence]]
"""The values that each version says, and what each of its segments holds."""


class Group:
    """Mentions of one claim, with what decides whether others may join: their values and segments by language.

    These are looked up only where a version says a claim again, and are not made before: most mentions stand alone.
    """

    __slots__ = ("_found", "_known", "_languages", "nodes")

    def __init__(self, node: Node, occurrence: Occurrence) -> None:
        self.nodes = [node]
        self._found = [occurrence]
        self._languages = _joined(frozenset(), node[0])
        self._known: tuple[Said, Spots] | None = None

    def meets(self, other: "Group") -> bool:
        """Whether the two have mentions of one version."""
        return not self._languages.isdisjoint(other._languages)

    def repeats(self, other: "Group") -> bool:
        """Whether, in every version that both have mentions of, the one may say again what the other says.

        So it is where the values are alike and no sentence says both, unless one stands in brackets by the other.
        """
        (said, spots), (said_there, spots_there) = self._looked_up(), other._looked_up()
        for language in said.keys() & said_there.keys():
            for one in said[language].values():
                if not all(same(one, two) for two in said_there[language].values()):
                    return False
        few, many = sorted((spots, spots_there), key=len)
        return all(beside(one, two) for place in few if place in many for one in few[place] for two in many[place])

    def take(self, other: "Group") -> None:
        """Takes the mentions of another group in."""
        self.nodes += other.nodes
        self._found += other._found
        for language in sorted(other._languages - self._languages):
            self._languages = _joined(self._languages, language)
        if self._known is not None:
            _note(self._known, other.nodes, other._found)

    def _looked_up(self) -> tuple[Said, Spots]:
        if self._known is None:
            self._known = {}, {}
            _note(self._known, self.nodes, self._found)
        return self._known


@lru_cache(maxsize=4096)
def _joined(languages: frozenset[str], more: str) -> frozenset[str]:
    """Languages and one more: groups of the same languages share what says so."""
    return languages | {more}


def _note(known: tuple[Said, Spots], nodes: Sequence[Node], found: Sequence[Occurrence]) -> None:
    said, spots = known
    for (language, _), occurrence in zip(nodes, found, strict=True):
        said.setdefault(language, {})[readings(occurrence.mention)] = occurrence.mention
        spots.setdefault((language, occurrence.segment.index), []).append(occurrence)


def same(one: Mention, other: Mention) -> bool:
    """Whether one may say again what the other says: 120 riders are no 120 km."""
    mine, theirs = one.value, other.value
    amounts = isinstance(mine, Quantity) and isinstance(theirs, Quantity)
    return not (amounts and one.bare != other.bare) and compare(one, other).alike


def form(mention: Mention) -> Form:
    """The kind of a mention, and its unit if it is an amount that has one."""
    return mention.kind, mention.unit


def readings(mention: Mention) -> Sequence[Value]:
    """What a mention may say, the likeliest first."""
    return mention.readings or (mention.value,)


def beside(one: Occurrence, other: Occurrence) -> bool:
    """Whether the later of two occurrences stands in brackets right behind the other: 1904年（明治37年）."""
    if one.segment.index != other.segment.index:
        return False
    here, there = sorted((one.mention, other.mention), key=lambda mention: mention.start)
    if not 0 <= there.start - here.end <= _GAP:
        return False
    return any(mark in one.segment.text[here.end : there.start + 1] for mark in _OPENING)
