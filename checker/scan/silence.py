"""Whether a text holds nothing that could begin a claim, told by its words alone before anything is looked for.

What is silent here is silent in every finder: words of `_INERT` categories make no claim without a digit or a word
of another category beside them. What may not be silent is looked at in full, so that doubt costs time and no claim.
"""

import re
from collections.abc import Callable

from checker.languages import round_units
from checker.languages.folding import is_letter, script, shape
from checker.languages.lexicon import Lexicon
from checker.languages.respelling import SYLLABLE
from checker.languages.tree import Bud, Node, below

_INERT = frozenset(
    {"and", "article", "linker", "linkers", "between", "pair_between", "opening", "pair_opening", "range_before"}
    | {"bound_before", "bound_after", "per", "each", "together", "share", "direction", "people", "minus", "counter"}
    | {"year_before", "year_after", "month_after", "day_before", "day_after", "decades_before", "decades_after"}
    | {"hour_before", "clock_before", "hour_after", "minute_after", "am", "pm", "night", "noon", "half_past"}
    | {"name_before", "name_after", "ordinal_marks_before", "ordinal_marks_after", "currency", "subunit", "percent"}
    | {"tenths", "points", "letter", "skip", "weekday", "part_and", "parts_linker", "part_of", "point", "tolerance"}
    | {"change", "particle", "minus_after", "under", "under_same", "not_alone", "bc", "ad", "era_offset", "unit"}
    | {"counted_from", "minutes", "centuries_past", "zone"}
)
"""Categories of words that make no claim without a number, a month, a part of a whole or a century beside them."""
_DIGIT = re.compile("[0-9]")
_PREFIXES = 2
"""Particles at the most that are cut off a word."""
_LONGEST = 48
"""Letters of a word that is looked at whole."""
_AHEAD = 6
"""Words and signs, from a word on, in which a phrase may go on."""
_BOUND = frozenset("AJ")
"""The shapes of what belongs to the letter before it."""
_SKIPPED = frozenset(".-")
"""What may stand in a gap."""
_KEPT = 1 << 14
"""Words that are remembered; beyond it, all are forgotten."""

Joined = Callable[[str, Lexicon], bool]
"""Whether a word that begins with a number word is a number, or holds one."""


class _Apart(dict[int, str]):
    """A table for `str.translate` that sets letters of spaced scripts together and all else apart.

    An apostrophe stays with what follows it, as one letter behind it is nothing.
    """

    def __missing__(self, code: int) -> str:
        character = chr(code)
        spaced = is_letter(character) and script(character) == "spaced"
        found = character if spaced else " " if character == " " else " '" if character == "'" else f" {character} "
        if len(self) < _KEPT:
            self[code] = found
        return found


_APART = _Apart()


def silent(text: str, lexicon: Lexicon, joined: Joined) -> bool:
    """Whether a folded text holds neither a digit nor a word that could begin a claim."""
    if _DIGIT.search(text):
        return False
    words = text.translate(_APART).split()
    known = lexicon.silent
    if known.issuperset(words):
        return True
    leading = lexicon.leading
    for place, word in enumerate(words):
        if word in known:
            continue
        branches = leading.get(word)
        if branches is None:
            branches = _branches(word, lexicon, joined)
            if branches is None:
                return False
            if len(known) + len(leading) >= _KEPT:
                known.clear()
                leading.clear()
            if not branches:
                known.add(word)
                continue
            leading[word] = branches
        after, more = " ".join(words[place + 1 : place + _AHEAD]), len(words) > place + _AHEAD
        if any(_goes_on(branch, after, more, lexicon) for branch in branches):
            return False
    return True


def _branches(word: str, lexicon: Lexicon, joined: Joined, prefixes: int = _PREFIXES) -> tuple[Node, ...] | None:
    """Where the tree goes on behind a word to something that could begin a claim; None if the word does so itself.

    The word is also looked at with so many particles cut off.
    """
    glued = len(word) == 2 and word[0] == "'"
    if len(word) > 1 and word[0] == "'":
        node = lexicon.tree.get("'")
        if node is not None and (not _inert_entries(node) or _goes_on(node, word[1:], True, lexicon)):
            return None
        word = word[1:]
    first = word[0]
    if script(first) != "spaced":
        node = lexicon.tree.get(first)
        if first.isdigit() or (node is not None and not _inert_entries(node)):
            return None
        return () if node is None or _inert(node, lexicon) else (node,)
    found = lexicon.word(word) if len(word) <= _LONGEST else None
    if found is None or (found.opens and joined(word, lexicon)):
        return None
    if not all(_inert_entry(entry[1:]) for entry in (*(() if glued else found.entries), *found.tail)):
        return None
    branches: tuple[Node, ...] = () if found.rest is None or _inert(found.rest, lexicon) else (found.rest,)
    for prefix in lexicon.prefixes if prefixes else ():
        if word.startswith(prefix) and len(word) > len(prefix):
            more = _branches(word[len(prefix) :], lexicon, joined, prefixes - 1)
            if more is None:
                return None
            branches += more
    return branches


def _goes_on(node: Node, text: str, more: bool, lexicon: Lexicon) -> bool:
    """Whether a branch of the tree leads to something that could begin a claim along words with single spaces.

    `more` says that the text goes on behind its end.
    """
    if _inert(node, lexicon):
        return False
    text = text.lstrip(" ")
    following = text[:1]
    if not following:
        return more
    gap = below(node, " ")
    for branch in (below(node, following) if following != "*" else None, below(gap, following) if gap else None):
        if branch is not None and (_claims(branch, text) or _goes_on(branch, text[1:], more, lexicon)):
            return True
    return following in _SKIPPED and gap is not None and _goes_on(node, text[1:], more, lexicon)


def _claims(node: Node, text: str) -> bool:
    """Whether what ends at a node could begin a claim; `text` begins with the character that led there.

    Nothing ends inside a word, or before a mark or vowel that belongs to the letter before it.
    """
    if not all(map(_inert_entry, node.get("*", ()))):
        return True
    within = text[0] != "'" and text[1:2] not in ("", " ")
    if within or all(map(_inert_entry, node.get("", ()))):
        return False
    beyond = text[2:3]
    return shape(beyond) not in _BOUND or bool(SYLLABLE.search(text[:4].replace(" ", "")))


def _inert_entries(node: Node) -> bool:
    """Whether what ends at a node begins no claim."""
    return all(map(_inert_entry, (*node.get("", ()), *node.get("*", ()))))


def _inert_entry(entry: tuple[str, str]) -> bool:
    """Whether a category and a value begin no claim; an article before a round unit does (a decade)."""
    category, value = entry
    return category in _INERT and not (category == "unit" and value in round_units())


def _inert(node: Node, lexicon: Lexicon) -> bool:
    """Whether a whole branch of the tree, beyond its node, holds nothing that could begin a claim."""
    known = lexicon.inert.get(id(node))
    if known is None:
        known = all(_inert_branch(branch, lexicon) for key, branch in node.items() if key not in ("", "*"))
        lexicon.inert[id(node)] = known
    return known


def _inert_branch(branch: Node | list[Bud], lexicon: Lexicon) -> bool:
    if isinstance(branch, list):
        return all(_inert_entry(entry) for _, _, entries in branch for entry in entries)
    return _inert_entries(branch) and _inert(branch, lexicon)
