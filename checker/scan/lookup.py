"""What a scan found, looked up by where it starts or ends."""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Set
from dataclasses import dataclass, field

from checker.languages.folding import Folded
from checker.languages.lexicon import Lexicon, Match, letters_end

_GAP = frozenset(". -")
GAP = re.compile(r"\.?[ \-]*")
"""What may stand between a number and the word that belongs to it (an abbreviation's point, spaces, a hyphen)."""


@dataclass(slots=True, eq=False)
class Scan:
    """A folded text with what the lexicon finds in it.

    All positions count in `text`, which is folded; `shaped` says of each of its characters what it is (see
    `checker.languages.folding.shape`). `starts` and `ends` hold the lexicon's matches in order, by where they start and
    end. It is never changed once it is made, though not frozen: one is made for each text, and freezing is slow.
    """

    folded: Folded
    text: str
    shaped: str
    lexicon: Lexicon
    starts: dict[int, list[Match]]
    ends: dict[int, list[Match]]
    compounds: list[int] = field(default_factory=list)
    """Where words begin that may be made of several number words."""
    _places: dict[str, list[int]] = field(default_factory=dict)
    """Category → the keys of `starts` that have it, in their order."""
    _end_positions: list[int] = field(default_factory=list)
    _at: dict[int, list[Match]] = field(default_factory=dict)
    _said: set[str] = field(default_factory=set)
    """The categories of all matches, also of those that no word's beginning has (AM in 午前10時AM)."""
    runs: list[tuple[int, int]] = field(default_factory=list)
    """Where the runs of digits begin and end."""

    def says(self, *categories: str) -> bool:
        """Whether there is any match of these categories, so that it is worth to look for one."""
        return not self._said.isdisjoint(categories)

    def numbered(
        self, pattern: re.Pattern[str], most: int, marks: Container[str] | None = None
    ) -> Iterator[re.Match[str]]:
        """What `pattern.finditer` yields, for one that begins with a whole run of at most so many digits.

        `marks` are the characters of which one must follow the run.
        """
        text, done = self.text, 0
        for start, end in self.runs:
            if start >= done and end - start <= most and (marks is None or text[end : end + 1] in marks):
                found = pattern.match(text, start)
                if found:
                    done = found.end()
                    yield found

    @property
    def digits(self) -> bool:
        """Whether the text has any digit."""
        return "0" in self.shaped

    @property
    def categories(self) -> Set[str]:
        """The categories of all matches in `starts`."""
        return self._places.keys()

    def having(self, *categories: str) -> list[tuple[int, list[Match]]]:
        """The items of `starts` that hold a match of these categories, in its order."""
        places = self._places
        if len(categories) == 1:
            return [(start, self.starts[start]) for start in places.get(categories[0], ())]
        if places.keys().isdisjoint(categories):
            return []
        wanted = {start for category in categories for start in places.get(category, ())}
        return [item for item in self.starts.items() if item[0] in wanted]

    def word_end(self, start: int) -> int:
        """Where the letters end that begin at a place."""
        return letters_end(self.shaped, start)

    def at(self, start: int, *categories: str) -> list[Match]:
        """Matches that begin at a place, whether or not a word does, longest first."""
        matches = self._at.get(start)
        if matches is None:
            matches = self._look(start)
        if not categories or not matches:
            return matches
        return [match for match in matches if match[2] in categories]

    def _look(self, start: int) -> list[Match]:
        matches = self.lexicon.at(self.text, self.shaped, start)
        if matches:
            matches = [right for each in matches if (right := _as_spelled(self, each))]
            if len(matches) > 1:
                matches.sort(key=_longest_first)
        self._at[start] = matches
        return matches

    def longest(self, start: int, *categories: str) -> Match | None:
        """The longest match of these categories that begins at a place."""
        matches = self._at.get(start)
        if matches is None:
            matches = self._look(start)
        for match in matches:
            if match[2] in categories or not categories:
                return match
        return None

    def written(self, match: Match) -> str:
        """How a match is written in the text that was folded."""
        start, end = self.folded.span(match.start, match.end)
        return self.folded.original[start:end]

    def before(self, end: int, *categories: str) -> list[Match]:
        """Matches of these categories that end at a place, longest first."""
        matches = self.ends.get(end)
        return [match for match in matches if match[2] in categories] if matches else []

    def before_any(self, start: int, *categories: str) -> list[Match]:
        """Matches of these categories that end before a place, over a gap or without one."""
        return self.before(self.before_gap(start), *categories) or self.before(start, *categories)

    def after_gap(self, end: int) -> int:
        """Where the next word begins; not beyond the point and the space that end a sentence with a number."""
        text = self.text
        if end >= len(text) or text[end] not in _GAP:
            return end
        if end and self.shaped[end - 1] == "0" and text.startswith(". ", end):
            return end
        gap = GAP.match(text, end)
        return gap.end() if gap else end

    def before_gap(self, start: int) -> int:
        """Where the word before ends."""
        text = self.text
        while start > 0 and text[start - 1] in " -":
            start -= 1
        if start > 1 and text[start - 1] == "." and start - 1 in self.ends:
            return start - 1  # an abbreviation's point: ca. 50
        return start

    def within(self, start: int, end: int, *categories: str) -> Iterator[Match]:
        """Matches of these categories between two places, in order of where they end."""
        positions = self._end_positions
        for index in range(bisect_left(positions, start + 1), len(positions)):
            if positions[index] > end:
                return
            for match in self.ends[positions[index]]:
                if match.start >= start and match.category in categories:
                    yield match


def _as_spelled(scan: Scan, match: Match) -> Match | None:
    """`TRY` is a currency and `try` is not, `V` is volt and `v` a week; one letter after an apostrophe is nothing."""
    if match.end - match.start == 1 and match.start and scan.text[match.start - 1] == "'":
        return None
    cased = scan.lexicon.cased.get((scan.text[match.start : match.end], match.category))
    if cased is None:
        return match
    value = cased.get(scan.written(match), cased.get(""))
    return match._replace(value=value) if value is not None else None


def _longest_first(match: Match) -> int:
    return -match.end
