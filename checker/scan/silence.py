"""Whether a text holds nothing that could begin a claim, told by its words alone before anything is looked for.

What is silent here is silent in every finder: words of inert categories make no claim without a digit or a word of
another category beside them. What may not be silent is looked at in full, so that doubt costs time and no claim.
"""

import re
from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import Any

from checker.languages.folding import fold, is_letter, script, shape
from checker.languages.lexicon import NOTHING, Lexicon, Match, walk
from checker.languages.tree import Node, Onward
from checker.scan.inert import goes_on, inert, inert_entries, inert_entry

_DIGIT = re.compile("\\d|[IVX]{2}|[\u2160-\u216b]")
"""A digit, or a Roman numeral of two letters (Louis XVI)."""
_PREFIXES = 2
"""Particles at the most that are cut off a word."""
_LONGEST = 48
"""Letters of a word that is looked at whole."""
_AHEAD = 6
"""Words and signs, from a word on, in which a phrase may go on."""
_KEPT = 1 << 15
"""Words that are remembered; beyond it, all are forgotten."""
_HANGUL = "\u1100-\u11ff\uac00-\ud7a3"
_SYLLABLE = re.compile(f"([{_HANGUL}])")
_RUNS = re.compile(f"[{_HANGUL}]+|[^{_HANGUL}]+")
_WRITTEN_AHEAD = ("ordinal_marks_before", "bound_before", "minus")
"""Categories of what a Korean number may be written onto, so that it begins inside the word."""
_COUNTING = frozenset(
    {"currency", "subunit", "percent", "points", "unit", "minus", "between", "pair_between", "change", "tolerance"}
    | {"and", "parts_linker", "hour_before", "clock_before", "am", "pm", "noon", "night", "half_past"}
)
"""Categories of what may make an article behind it the number one."""
_PHRASE = 3
"""Words of a phrase of such a category."""

Joined = Callable[[str, Lexicon], bool]
"""Whether a word that begins with a number word is a number, or holds one."""


class _Apart(dict[int, str]):
    """A table for `str.translate` that sets letters of spaced scripts and of Hangul together and all else apart.

    An apostrophe stays with what follows it, as one letter behind it is nothing.
    """

    def __missing__(self, code: int) -> str:
        character = chr(code)
        together = is_letter(character) and script(character) != "joined"
        found = character if together else " " if character == " " else " '" if character == "'" else f" {character} "
        if len(self) < _KEPT:
            self[code] = found
        return found


_APART = _Apart()
_QUIET = Onward()


def silent(text: str, lexicon: Lexicon, joined: Joined) -> bool:
    """Whether a text holds neither a digit nor a word that could begin a claim."""
    if _DIGIT.search(text):
        return False
    tokens, quiet, pairs = text.split(), lexicon.silent, lexicon.pairs
    for place, (token, following) in enumerate(zip_longest(tokens, tokens[1:], fillvalue="")):
        if token in quiet or (token, following) in pairs:
            continue
        words = _words(token, lexicon)
        onward = [_known(word, lexicon, joined) for word in words]
        if None in onward:
            return False
        if all(each == _QUIET for each in onward):
            _keep(quiet, token, len(token))
        elif _apart(words, onward, _words(following, lexicon), lexicon):
            _keep(pairs, (token, following), len(token) + len(following))
        elif not _silent(place, tokens, lexicon, joined):
            return False
    return True


def _keep(known: set[Any], one: object, length: int) -> None:
    if length <= _LONGEST:
        if len(known) >= _KEPT:
            known.clear()
        known.add(one)


def _apart(words: Sequence[str], onward: Sequence[Onward | None], following: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether words begin no claim with those that follow, whatever comes then."""
    line = [*words, *following]
    for place, each in enumerate(onward):
        if each is None or each.one:
            return False
        if _leads(each, line, place, True, lexicon):
            return False
    return True


def _silent(place: int, tokens: Sequence[str], lexicon: Lexicon, joined: Joined) -> bool:
    """Whether what stands between two spaces begins no claim with what stands around it."""
    first = max(0, place - _PHRASE)
    around = [_words(token, lexicon) for token in tokens[first : place + _AHEAD]]
    words = [word for part in around for word in part]
    begin = sum(map(len, around[: place - first]))
    whole = place + _AHEAD >= len(tokens)
    for here in range(begin, begin + len(around[place - first])):
        onward = _known(words[here], lexicon, joined)
        if onward is None or (onward.one and _counts(words, here, lexicon)):
            return False
        if _leads(onward, words, here, not whole or len(words) > here + _AHEAD, lexicon):
            return False
    return True


def _leads(onward: Onward, words: Sequence[str], place: int, more: bool, lexicon: Lexicon) -> bool:
    """Whether a word becomes a part of what could begin a claim along the next; `more`: they are not all there."""
    if not onward.branches:
        return False
    after = _SYLLABLE.sub(r" \1 ", " ".join(words[place + 1 : place + _AHEAD]))
    return any(goes_on(branch, after, more, lexicon) for branch in onward.branches)


def _words(token: str, lexicon: Lexicon) -> Sequence[str]:
    """The words and signs of what stands between two spaces, folded; remembered."""
    known = lexicon.tokens
    words = known.get(token)
    if words is None:
        words = tuple(fold(token, lexicon.bare).text.translate(_APART).split())
        if _SYLLABLE.search(token):
            words = tuple(run for word in words for run in _RUNS.findall(word))
        if len(token) <= _LONGEST:
            if len(known) >= _KEPT:
                known.clear()
            known[token] = words
    return words


def _known(word: str, lexicon: Lexicon, joined: Joined) -> Onward | None:
    """What a word leads to, remembered."""
    known = lexicon.onward
    if word in known:
        return known[word]
    if len(known) >= _KEPT:
        known.clear()
    found = known[word] = _onward(word, lexicon, joined)
    return found


def _onward(word: str, lexicon: Lexicon, joined: Joined, prefixes: int = _PREFIXES) -> Onward | None:
    """What a word leads to that begins no claim by itself; None for one that may begin a claim.

    The word is also looked at with so many particles cut off.
    """
    glued = len(word) == 2 and word[0] == "'"
    if len(word) > 1 and word[0] == "'":
        node = lexicon.tree.get("'")
        if node is not None and (not inert_entries(node) or goes_on(node, word[1:], True, lexicon)):
            return None
        word = word[1:]
    kind = script(word[0])
    if kind == "hangul":
        return _korean(word, lexicon, joined)
    if kind != "spaced":
        return _sign(word[0], lexicon)
    found = lexicon.word(word) if len(word) <= _LONGEST else None
    if found is None or (found.opens and joined(word, lexicon)):
        return None
    entries = [] if glued else [entry for entry in found.entries if not inert_entry(entry[1:])]
    one = bool(entries) and not lexicon.unit_first and all(_article(word, entry) for entry in entries)
    if (entries and not (one and _is_article(word, found.entries))) or not all(inert_entry(e[1:]) for e in found.tail):
        return None
    branches: tuple[Node, ...] = () if found.rest is None or inert(found.rest, lexicon) else (found.rest,)
    for prefix in lexicon.prefixes if prefixes else ():
        if word.startswith(prefix) and len(word) > len(prefix):
            more = _onward(word[len(prefix) :], lexicon, joined, prefixes - 1)
            if more is None or more.one:
                return None
            branches += more.branches
    return Onward(branches, one)


def _article(word: str, entry: tuple[int, str, str]) -> bool:
    """Whether an entry is the number one, as long as the word."""
    length, category, value = entry
    return category == "number" and value == "1" and length == len(word)


def _is_article(word: str, entries: Sequence[tuple[int, str, str]]) -> bool:
    return any(category == "article" and length == len(word) for length, category, _ in entries)


def _sign(character: str, lexicon: Lexicon) -> Onward | None:
    node = lexicon.tree.get(character)
    if character.isdigit() or (node is not None and not inert_entries(node)):
        return None
    return _QUIET if node is None or inert(node, lexicon) else Onward((node,))


def _korean(word: str, lexicon: Lexicon, joined: Joined) -> Onward | None:
    """The same for a word in Hangul, inside which other words may begin.

    A scale word is none as a part of a word that begins with no number: 만 in 낭만 and 만족.
    """
    if joined(word, lexicon):
        return None
    shaped, ahead = shape(word), False
    branches: list[Node] = []
    for place, character in enumerate(word):
        node, found = lexicon.tree.get(character), list[Match]()
        rest = walk(node, word, shaped, place, place + 1, found) if node is not None else None
        if any(not inert_entry(each[2:]) and (ahead or each.category != "scale") for each in found):
            return None
        if rest is not None and not inert(rest, lexicon):
            branches.append(rest)
        ahead = ahead or (not place and any(each.category in _WRITTEN_AHEAD for each in found))
    return Onward(tuple(branches))


def _counts(words: Sequence[str], place: int, lexicon: Lexicon) -> bool:
    """Whether an article may be the number one: before a word that the lexicon knows, behind one that counts."""
    following = words[place + 1] if place + 1 < len(words) else ""
    if not following or script(following[0]) != "spaced" or lexicon.word(following) is not NOTHING:
        return True
    before = words[place - 1][-1] if place else ""
    if before and script(before) != "spaced" and (is_letter(before) or before in lexicon.tree):
        return True
    for first in range(max(0, place - _PHRASE), place):
        word = lexicon.word(words[first][:_LONGEST])
        last = first == place - 1
        if word.rest is None and not last:
            continue
        phrase = " ".join(words[first:place])
        matches = lexicon.at(phrase, shape(phrase), 0) if word.entries or word.rest else ()
        if any(each.end == len(phrase) and each.category in _COUNTING for each in matches):
            return True
        if last and any(category in _COUNTING for _, category, _ in word.tail):
            return True
    return False
