"""A text and every word of its language's lexicon found in it, looked up by where it starts or ends."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.languages.folding import Folded, fold, is_letter, script
from checker.languages.lexicon import Lexicon, Match

DIGITS = re.compile(r"\d+")
_GAP = (".", " ", "-")
GAP = re.compile(r"\.?[ \-]*")
"""What may stand between a number and the word that belongs to it (an abbreviation's point, spaces, a hyphen)."""


@dataclass(frozen=True, slots=True)
class Scan:
    """`text` is folded: all positions count in it. `starts` and `ends` hold the lexicon's matches in order."""

    folded: Folded
    text: str
    lexicon: Lexicon
    starts: dict[int, list[Match]]
    ends: dict[int, list[Match]]
    _end_positions: list[int] = field(default_factory=list)
    _at: dict[int, list[Match]] = field(default_factory=dict)

    def at(self, start: int, *categories: str) -> list[Match]:
        """Matches that begin at a place, whether or not a word does, longest first."""
        matches = self._at.get(start)
        if matches is None:
            matches = sorted(
                (match for match in self.lexicon.at(self.text, start) if _spelled_right(self, match)),
                key=lambda match: -match.end,
            )
            self._at[start] = matches
        return [match for match in matches if match.category in categories] if categories else matches

    def longest(self, start: int, *categories: str) -> Match | None:
        """The longest match of these categories that begins at a place."""
        found = self.at(start, *categories)
        return found[0] if found else None

    def before(self, end: int, *categories: str) -> list[Match]:
        """Matches of these categories that end at a place, longest first."""
        return [match for match in self.ends.get(end, ()) if match.category in categories]

    def before_any(self, start: int, *categories: str) -> list[Match]:
        """Matches of these categories that end before a place, over a gap or without one."""
        return self.before(self.before_gap(start), *categories) or self.before(start, *categories)

    def after_gap(self, end: int) -> int:
        """Where the next word begins; not beyond the point and the space that end a sentence with a number."""
        if self.text[end : end + 1] not in _GAP:
            return end
        if end and self.text[end - 1].isdigit() and self.text.startswith(". ", end):
            return end
        gap = GAP.match(self.text, end)
        return gap.end() if gap else end

    def before_gap(self, start: int) -> int:
        """Where the word before ends."""
        while start > 0 and self.text[start - 1] in " -":
            start -= 1
        if start > 1 and self.text[start - 1] == "." and start - 1 in self.ends:
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


def scan(text: str, lexicon: Lexicon) -> Scan:
    """Folds a text and finds the lexicon's words in it."""
    folded = fold(text, lexicon.bare)
    starts: dict[int, list[Match]] = {}
    ends: dict[int, list[Match]] = {}
    found = Scan(folded, folded.text, lexicon, starts, ends)
    whole = [-1, -1, -1]  # where the last word ends that the lexicon has with so many prefixes: it is cut no further
    for start, cuts in _word_starts(folded.text, lexicon.prefixes):
        if any(start < end for end in whole[:cuts]):
            continue
        matches = found.at(start)
        if lexicon.prefixes:
            whole[cuts] = max([whole[cuts], *(match.end for match in matches if _fills_word(folded.text, match))])
        if lexicon.endings and start + 2 < len(folded.text) and is_letter(folded.text[start]):
            matches = [*matches, *lexicon.ending(folded.text, start, word_end(folded.text, start))]
        if matches:
            starts[start] = matches
            for match in matches:
                ends.setdefault(match.end, []).append(match)
    _drop_idioms(found)
    for matches in ends.values():
        matches.sort(key=lambda match: match.start)
    found._end_positions.extend(sorted(ends))
    return found


def _drop_idioms(found: Scan) -> None:
    """A word inside an idiom means nothing by itself: the `over` of "spread over"."""
    idioms = [match for matches in found.starts.values() for match in matches if match.category == "skip"]
    for idiom in idioms:
        if idiom.start and found.text[idiom.start - 1].isdigit() and script(found.text[idiom.start]) == "hangul":
            continue  # 4일부터: from the 4th, not 일부, a part
        for table in (found.starts, found.ends):
            for position, matches in table.items():
                if idiom.start <= position <= idiom.end:
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


def _fills_word(text: str, match: Match) -> bool:
    """Whether a match is the whole of one word."""
    return is_letter(text[match.start]) and match.end == word_end(text, match.start)


def _word_starts(text: str, prefixes: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Every place where a word or a symbol may begin, and how many prefixes were cut off there."""
    inside = False
    for position, character in enumerate(text):
        kind = script(character)
        if kind == "none":
            inside = False
            if character != " " and not (character.isdigit() and position and text[position - 1].isdigit()):
                yield position, 0
        elif kind != "spaced" or not inside:
            inside = True
            yield position, 0
            if kind == "spaced" and prefixes:
                yield from _after_prefixes(text, position, prefixes)


def _after_prefixes(text: str, start: int, prefixes: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Places behind one prefix, then behind two."""
    deeper: list[tuple[int, int]] = []
    for prefix in prefixes:
        after = start + len(prefix)
        if text.startswith(prefix, start) and after < len(text) and (is_letter(text[after]) or text[after].isdigit()):
            if is_letter(text[after]) and word_end(text, after) - after > 2:
                yield after, 1
            for second in prefixes:
                beyond = after + len(second)
                if text.startswith(second, after) and beyond < len(text) and is_letter(text[beyond]):
                    deeper.append((beyond, 2))
    yield from deeper
