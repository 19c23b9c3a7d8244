"""A text and every word of its language's lexicon found in it, looked up by where it starts or ends."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from checker.languages.folding import Folded, fold, is_letter, script, shape
from checker.languages.lexicon import NOTHING, Lexicon, Match, letters_end

DIGITS = re.compile(r"\d+")
_GAP = frozenset(". -")
GAP = re.compile(r"\.?[ \-]*")
"""What may stand between a number and the word that belongs to it (an abbreviation's point, spaces, a hyphen)."""
LETTERS = frozenset("aAjJh")
"""The shapes of letters and of the marks on them."""
_TOKEN = re.compile("([aA]{1,48}+)(?![aAjJh])|[aA]+|[jJh][aA]*|0+|-")
"""A place where a word or a symbol may begin, by its shape: a letter that no letter joins to those before it, …"""


@dataclass(frozen=True, slots=True, eq=False)
class Scan:
    """`text` is folded: all positions count in it. `starts` and `ends` hold the lexicon's matches in order.

    `shaped` says of each character what it is: see `checker.languages.folding.shape`.
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
        wanted = {start for category in categories for start in places.get(category, ())}
        return [item for item in self.starts.items() if item[0] in wanted] if wanted else []

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
            matches = [match for match in matches if _spelled_right(self, match)]
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


def _spelled_right(scan: Scan, match: Match) -> bool:
    """`TRY` is a currency and `try` is not, `A` is ampere and `a` is not; one letter after an apostrophe is nothing."""
    if match.end - match.start == 1 and match.start and scan.text[match.start - 1] == "'":
        return False
    cased = scan.lexicon.cased.get((scan.text[match.start : match.end], match.category))
    if cased is None:
        return True
    start, end = scan.folded.span(match.start, match.end)
    return scan.folded.original[start:end] in cased


def _longest_first(match: Match) -> int:
    return -match.end


def _by_start(match: Match) -> int:
    return match.start


def scan(text: str, lexicon: Lexicon) -> Scan:
    """Folds a text and finds the lexicon's words in it."""
    folded = fold(text, lexicon.bare)
    shaped = shape(folded.text)
    starts: dict[int, list[Match]] = {}
    ends: dict[int, list[Match]] = {}
    found = Scan(folded, folded.text, shaped, lexicon, starts, ends)
    _read(found)
    _drop_idioms(found)
    for matches in ends.values():
        if len(matches) > 1:
            matches.sort(key=_by_start)
    found._end_positions.extend(sorted(ends))
    places = found._places
    for start, matches in starts.items():
        for category in {match.category for match in matches}:
            places.setdefault(category, []).append(start)
    return found


def _read(found: Scan) -> None:
    """Reads the text word by word into `starts` and `ends`."""
    text, shaped, lexicon = found.text, found.shaped, found.lexicon
    known, tree, prefixes = lexicon.words, lexicon.tree, lexicon.prefixes
    initials = frozenset(prefix[0] for prefix in prefixes)
    whole = [-1, -1, -1]  # where the last word ends that the lexicon has with so many prefixes: it is cut no further
    letters = 0  # where the letters end that were met last
    for token in _TOKEN.finditer(shaped):
        start = token.start()
        if token.lastindex:  # a whole word
            letters = token.end()
            word = known.get(text[start:letters]) or lexicon.word(text[start:letters])
            if word is NOTHING and not initials:
                continue
            if word.opens:
                found.compounds.append(start)
            tail = [Match(start + cut, letters, *entry) for cut, entry in word.tail]
        elif shaped[start] in LETTERS:
            if start >= letters:
                letters = letters_end(shaped, start)
                found.compounds.append(start)
            tail = list(lexicon.ending(text, start, letters)) if lexicon.endings else []
        elif text[start] in tree:
            tail = []
        else:
            continue
        matches = _note(found, start, tail)
        if not initials:
            continue
        _mark_whole(shaped, matches, whole, 0)
        if text[start] in initials and shaped[start] in "aA":
            for place, cuts in _after_prefixes(text, shaped, start, prefixes):
                if place >= max(whole[:cuts]):
                    tail = list(lexicon.ending(text, place, letters_end(shaped, place))) if lexicon.endings else []
                    _mark_whole(shaped, _note(found, place, tail), whole, cuts)


def _mark_whole(shaped: str, matches: list[Match], whole: list[int], cuts: int) -> None:
    for match in matches:
        if _fills_word(shaped, match):
            whole[cuts] = max(whole[cuts], match.end)


def _note(found: Scan, start: int, tail: list[Match]) -> list[Match]:
    """Notes what begins at a place, and the endings of the word that begins there; returns what begins there."""
    begun = found.at(start)
    matches = [*begun, *tail] if tail and start + 2 < len(found.text) else begun
    if matches:
        found.starts[start] = matches
        ends = found.ends
        for match in matches:
            ends.setdefault(match[1], []).append(match)
    return begun


def _drop_idioms(found: Scan) -> None:
    """A word inside an idiom means nothing by itself: the `over` of "spread over"."""
    idioms = [match for matches in found.starts.values() for match in matches if match.category == "skip"]
    if not idioms:
        return
    tables = [(table, sorted(table)) for table in (found.starts, found.ends, found._at)]
    for idiom in idioms:
        if idiom.start and found.text[idiom.start - 1].isdigit() and script(found.text[idiom.start]) == "hangul":
            continue  # 4일부터: from the 4th, not 일부, a part
        for table, positions in tables:
            for position in positions[bisect_left(positions, idiom.start) : bisect_right(positions, idiom.end)]:
                matches = table[position]
                matches[:] = [
                    m
                    for m in matches
                    if (m[:2] == idiom[:2] and m.category in ("skip", "per"))
                    or not (idiom.start <= m.start and m.end <= idiom.end)
                ]


def word_end(text: str, start: int) -> int:
    """Where the word that begins at a place ends."""
    while start < len(text) and is_letter(text[start]):
        start += 1
    return start


def _fills_word(shaped: str, match: Match) -> bool:
    """Whether a match is the whole of one word."""
    return shaped[match.start] in LETTERS and match.end == letters_end(shaped, match.start)


def _after_prefixes(text: str, shaped: str, start: int, prefixes: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Places behind one prefix, then behind two."""
    deeper: list[tuple[int, int]] = []
    for prefix in prefixes:
        after = start + len(prefix)
        if text.startswith(prefix, start) and after < len(text) and (shaped[after] in LETTERS or shaped[after] == "0"):
            if shaped[after] != "0" and letters_end(shaped, after) - after > 2:
                yield after, 1
            for second in prefixes:
                beyond = after + len(second)
                if text.startswith(second, after) and beyond < len(text) and shaped[beyond] in LETTERS:
                    deeper.append((beyond, 2))
    yield from deeper
