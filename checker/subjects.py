"""What a text is about, by words that stand for one thing of several: revenue or costs, women or men."""

import re
from collections.abc import Mapping, Set
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from checker.languages import subjects as data
from checker.languages.subjects import rivals
from checker.languages.subjects.names import TERRITORY, meant
from checker.scan import scan

_KATAKANA = re.compile("[\u30a1-\u30fa\u30fc]")


class Subject(NamedTuple):
    """A word with the concepts that it may stand for (see `checker.languages.subjects`), in code points of its text."""

    concepts: frozenset[str]
    start: int
    end: int


@lru_cache(maxsize=512)
def subjects(text: str, language: str) -> tuple[Subject, ...]:
    """The words of a text that stand for concepts, in order of where they stand; of words within words the longest."""
    lexicon = data.lexicon(language)
    if lexicon is None:
        return ()
    scanned = scan(text, lexicon)
    found: list[Subject] = []
    done = 0
    for start in sorted(scanned.starts):
        matches = [match for match in scanned.starts[start] if match.end > done]
        if not matches:
            continue
        done = max(match.end for match in matches)
        low, high = scanned.folded.span(start, done)
        concepts = {match.category for match in matches if match.end == done}
        if data.OTHER in concepts:  # South Korea is no south
            concepts = {concept for concept in concepts if concept.startswith(TERRITORY)}
        if _within(text, low, high):
            continue
        if text[low].islower():  # china, turkey
            concepts = {concept for concept in concepts if not concept.startswith(TERRITORY)}
        if concepts:
            found.append(Subject(frozenset(meant(concepts)), low, high))
    return tuple(found)


def _within(text: str, start: int, end: int) -> bool:
    """Whether a word of katakana is a part of a longer one: the タイ of タイトル."""
    return bool(_KATAKANA.match(text, start)) and bool(
        _KATAKANA.match(text, end) or (start and _KATAKANA.match(text, start - 1))
    )


def opposed(texts: Mapping[str, str], *, turns: bool) -> bool:
    """Whether a word of a version may rule out what another one says instead; texts by language.

    Of two rivals that both versions name it may only where they take turns with several claims.
    """
    said = [{each.concepts for each in subjects(text, language)} for language, text in texts.items()]
    return any(
        contrary(mine, theirs) and (turns or not (_meant(mine, other, theirs) or _meant(theirs, one, mine)))
        for one, other in combinations(said, 2)
        for mine in one
        for theirs in other
    )


def _meant(word: Set[str], words: Set[frozenset[str]], but: Set[str]) -> bool:
    """Whether any of some words but a certain one may mean the same as a word."""
    return any(not word.isdisjoint(each) for each in words if each != but)


@lru_cache(maxsize=1 << 14)
def contrary(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two words are rivals by what they surely mean: not by two senses of one word that are rivals."""
    mine, theirs = ([each for each in concepts if rivals(each).isdisjoint(concepts)] for concepts in (one, other))
    return any(not rivals(each).isdisjoint(theirs) for each in mine)
