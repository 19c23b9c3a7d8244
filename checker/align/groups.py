"""Groups of mentions that are one claim: which two may become one."""

from collections.abc import Sequence

from checker.compare import compare
from checker.model import Mention, Occurrence, Value

Node = tuple[str, int]
"""A language and the place of an occurrence in its version."""

SURE = 0.85
"""Weight of a value from which it is the same claim wherever it is said again."""
_OPENING = "(（[=/"
_GAP = 3
"""Characters between a value and the same one in brackets, at the most."""


class Group:
    """Mentions of one claim, with what decides whether others may join: their values and segments by language."""

    __slots__ = ("_said", "_segments", "nodes")

    def __init__(self, node: Node, occurrence: Occurrence) -> None:
        language, mention = node[0], occurrence.mention
        self.nodes = [node]
        self._said: dict[str, dict[Sequence[Value], Mention]] = {language: {readings(mention): mention}}
        self._segments: dict[tuple[str, int], list[Occurrence]] = {(language, occurrence.segment.index): [occurrence]}

    def meets(self, other: "Group") -> bool:
        """Whether the two have mentions of one version."""
        return not self._said.keys().isdisjoint(other._said)

    def repeats(self, other: "Group") -> bool:
        """Whether, in every version that both have mentions of, the one may say again what the other says.

        So it is where the values are alike and no sentence says both, unless one stands in brackets by the other.
        """
        for language in self._said.keys() & other._said.keys():
            for one in self._said[language].values():
                if not all(compare(one, two).alike for two in other._said[language].values()):
                    return False
        few, many = sorted((self._segments, other._segments), key=len)
        return all(beside(one, two) for place in few if place in many for one in few[place] for two in many[place])

    def take(self, other: "Group") -> None:
        """Takes the mentions of another group in."""
        self.nodes += other.nodes
        for language, said in other._said.items():
            self._said.setdefault(language, {}).update(said)
        for place, occurrences in other._segments.items():
            self._segments.setdefault(place, []).extend(occurrences)


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
