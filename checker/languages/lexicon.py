"""A language's words as a tree that is walked along a text, one entry for each (category, value)."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from checker.languages.folding import shape
from checker.languages.tree import Entry, Node, Onward, below

BETWEEN_WORDS = " -"
"""What a space in a form may match, any number of times."""
_GAP = frozenset(" -.")

_HANGUL_ALONE = frozenset(
    {"number", "ordinal", "fraction", "month", "per", "share", "people", "name_before", "bound_before"}
    | {"order_ahead", "order_behind", "order_event"}
)
"""Categories in which a single Hangul syllable must be a word of its own (오 is five, and a thousand other things)."""


_WORD = re.compile("[aA]{1,48}+(?![aAjJh])")
"""A word by its shape (see `folding.shape`), to its end."""
_LETTERS = re.compile("[aAjJh]*")
_KEPT = 1 << 14
"""Words that a lexicon remembers; beyond it, it forgets all and begins anew."""


class Match(NamedTuple):
    """An entry found in a folded text."""

    start: int
    end: int
    category: str
    value: str


as_match: Callable[[tuple[int, int, str, str]], Match] = partial(tuple.__new__, Match)
"""A match of its four parts; a text has dozens, and the call by name takes twice the time."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All that is known of a language's way to write claims."""

    code: str
    name: str
    """In English; the code where CLDR has none."""
    decimal: tuple[str, ...]
    group: tuple[str, ...]
    date_order: str
    bare: bool
    tree: Node
    parts: dict[str, Entry]
    """Number and scale words by form, for numbers written as one word (zweihundertsechs)."""
    joints: tuple[str, ...]
    """What may stand between those parts (und, y)."""
    ranks: dict[str, str] = field(default_factory=dict)
    """Ordinals by form, for those written as one word with a number (honderdvijfde)."""
    prefixes: tuple[str, ...] = ()
    endings: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    """Entries of the form `*word`, by word."""
    longest_ending: int = 0
    """Letters of the longest of them."""
    unit_first: bool = False
    """Units, currencies and scale words stand before their number (dola bilioni 2.4)."""
    stems: dict[str, str] = field(default_factory=dict)
    """The numbers that a word may begin with whose rest is a unit (tredic- 13), by form."""
    money_first: bool = False
    """The names of currencies may stand before their number (euro 50), too."""
    halves_first: bool = False
    """The words for halves of the day stand before a bare hour only: akşam beş, while beş akşam are five evenings."""
    twelve_hours: bool = False
    """Its readers count the hours of the day to twelve, so that a bare 7 may be the evening's."""
    calendar: tuple[int, int, int] | None = None
    """Bare years from, to, and what to add to them: Thai texts count Buddhist years."""
    cased: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    """Short units and currency codes, by folded form and category: what spellings mean (A is ampere), "" all others."""
    patterns: tuple[str, ...] = ()
    """How parts of a whole are written with any numbers: `{under}分の{over}`."""
    quotients: tuple[str, ...] = ()
    """How any quotient is written: `{under}分之{over}`, also more than one, with numbers of any size."""
    place: bool = False
    """True where a last digit after a scale word counts the next lower place: 四百五 is 450."""
    ones_joined: bool = False
    """True where a number below ten goes on with a greater one behind an `and` only: مائة وخمسة."""
    denies: bool = False
    """True where the words of negation are all by which a clause is denied: one without them affirms."""
    weekdays: tuple[str, ...] = ()
    """The names of weekdays, folded."""
    brief_weekdays: tuple[str, ...] = ()
    """Their abbreviations, most of which are other words, too."""
    fallback: bool = False
    """True where the language has no file and no CLDR data of its own."""
    longest_part: int = 0
    """Letters of the longest form in `parts`."""
    first_letters: frozenset[str] = frozenset()
    """The first two of each form in `parts`."""
    last_letters: frozenset[str] = frozenset()
    """The last of each form in `endings`."""
    words: dict[str, "Word"] = field(default_factory=dict)
    """What was found in words that were met before."""
    silent: set[str] = field(default_factory=set)
    """What stands between two spaces and was found to begin no claim (see `checker.scan.silence`)."""
    pairs: set[tuple[str, str]] = field(default_factory=set)
    """The same with what follows behind the space, where it may become part of a claim with something else."""
    tokens: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What stands between two spaces and was met before, in words and signs."""
    onward: dict[str, Onward | None] = field(default_factory=dict)
    """Words that were met before, and what they may become a part of; None for those that may begin a claim."""
    inert: dict[int, bool] = field(default_factory=dict)
    """The branches of the tree, by identity, of which that is known."""

    def at(self, text: str, shaped: str, start: int) -> list[Match]:
        """The entries that begin at a place of a folded text; `shaped` is the text's `shape`."""
        found: list[Match] = []
        node = self.tree.get(text[start : start + 1])
        if node is None:
            return found
        end = word_end(shaped, start)
        if end is None:
            walk(node, text, shaped, start, start + 1, found)
            return found
        word = self.words.get(text[start:end]) or self.word(text[start:end])
        if word.entries:
            found += [as_match((start, start + length, kind, value)) for length, kind, value in word.entries]
        if word.rest is not None and goes_on(word.rest, text, end):
            found += follow(word.rest, text, shaped, start, end)
        return found

    def word(self, text: str) -> "Word":
        """What the lexicon has for a word; remembered, as a few thousand words make up most of any text."""
        word = self.words.get(text)
        if word is None:
            if len(self.words) >= _KEPT:
                self.words.clear()
            word = self.words[text] = self._read(text)
        return word

    def _read(self, text: str) -> "Word":
        found: list[Match] = []
        node = self.tree.get(text[0])
        rest = walk(node, text, shape(text), 0, 1, found) if node is not None else None
        further = rest is not None and not rest.keys() <= _ENDS
        tail: tuple[tuple[int, str, str], ...] = ()
        if self.endings and text[-1] in self.last_letters:
            tail = tuple((each.start, each.category, each.value) for each in self.ending(text, 0, len(text)))
        opens = text[:2] in self.first_letters and self._opened(text)
        if not (found or further or tail or opens):
            return NOTHING
        entries = [(each.end, each.category, each.value) for each in found]
        plain = True
        if entries:
            plain = not any((text[:end], category) in self.cased for end, category, _ in entries)
            entries.sort(key=_longest_first)
        return Word(tuple(entries), rest if further else None, tail, opens, plain)

    def _opened(self, text: str) -> bool:
        """Whether a word begins with a part of a joined number."""
        return any(
            text[:length] in self.parts or text[:length] in self.stems
            for length in range(2, min(len(text), self.longest_part) + 1)
        )

    def ending(self, text: str, start: int, end: int) -> Iterator[Match]:
        """The entries `*word` that the word `text[start:end]` ends with."""
        for cut in range(max(start + 1, end - self.longest_ending), end):
            for entry in self.endings.get(text[cut:end], ()):
                yield Match(cut, end, *entry)


def between(patterns: Iterable[str]) -> tuple[str, ...]:
    """What stands between the two numbers of patterns for a part of a whole: the 分の of {under}分の{over}."""
    return tuple(pattern.partition("}")[2].partition("{")[0].strip() for pattern in patterns)


def _longest_first(entry: tuple[int, str, str]) -> int:
    return -entry[0]


class Word(NamedTuple):
    """What a word holds by itself, wherever it stands."""

    entries: tuple[tuple[int, str, str], ...] = ()
    """Those that begin it, longest first: length, category, value."""
    rest: Node | None = None
    """Where the tree goes on beyond the word."""
    tail: tuple[tuple[int, str, str], ...] = ()
    """Those of the form `*word` that end it: where in the word they begin, category, value."""
    opens: bool = False
    """It begins with a part of a joined number (see `Lexicon.parts`)."""
    plain: bool = True
    """No entry depends on how the word is written (see `Lexicon.cased`)."""


_ENDS = frozenset(("", "*"))
"""Keys of a node that lead no further."""
NOTHING = Word()
"""A word that the lexicon has nothing for."""


def word_end(shaped: str, start: int) -> int | None:
    """Where the word ends that begins at a place; None for what is no word of a script with spaces, or an endless one.

    `shaped` is the `shape` of a text.
    """
    match = _WORD.match(shaped, start)
    return match.end() if match else None


def goes_on(rest: Node, text: str, end: int) -> bool:
    """Whether a tree may go on behind a word that ends at a place: a look at the next character or two."""
    following = text[end : end + 2]
    if not following:
        return False
    gap = below(rest, " ")
    if following[0] == " ":
        return gap is not None and (len(following) < 2 or following[1] in _GAP or following[1] in gap)
    return following[0] in _GAP or following[0] in rest or (gap is not None and following[0] in gap)


def follow(rest: Node, text: str, shaped: str, start: int, end: int) -> list[Match]:
    """The entries that a tree holds for what begins with a word and goes on behind it; `rest` is the word's."""
    found: list[Match] = []
    _go_on(rest, text, shaped, start, end, found)
    return found


def letters_end(shaped: str, start: int) -> int:
    """Where the letters and marks end that begin at a place, if any do; `shaped` is the text's `shape`."""
    match = _LETTERS.match(shaped, start)
    return match.end() if match else start


def walk(node: Node, text: str, shaped: str, start: int, position: int, found: list[Match]) -> Node | None:
    """Collects what ends at a node that was reached at a place of a text, and goes on from there."""
    _collect(node, text, shaped, start, position, found)
    return _go_on(node, text, shaped, start, position, found)


def _go_on(node: Node, text: str, shaped: str, start: int, position: int, found: list[Match]) -> Node | None:
    """Follows a text from a place down a tree, collecting what ends at a word's end.

    Returns the node at which the text ends; None where the tree ended first.
    """
    length = len(text)
    while position < length:
        character = text[position]
        following = node.get(character) if character != "*" else None
        if following.__class__ is list:
            following = below(node, character)
        if " " in node and (following is None or character in _GAP):
            gap: Node = below(node, " ") or {}
            skipped = position
            while skipped < length and (
                text[skipped] in BETWEEN_WORDS or (text[skipped] == "." and skipped == position)
            ):
                skipped += 1
            if skipped < length and (following is None or skipped > position):
                following = below(gap, text[skipped])
                position = skipped
        if following is None:
            return None
        node = following
        position += 1
        if "" in node or "*" in node:
            _collect(node, text, shaped, start, position, found)
    return node


def _collect(node: Node, text: str, shaped: str, start: int, position: int, found: list[Match]) -> None:
    """The entries at a node that hold at a place."""
    entries = node.get("")
    if entries and _ends(shaped, position):
        alone = shaped[start] != "h" or position - start != 1 or not _inside(shaped, start, position)
        for kind, value in entries:
            if alone or kind not in _HANGUL_ALONE:
                found.append(as_match((start, position, kind, value)))
    entries = node.get("*")
    if entries:
        end = letters_end(shaped, position) if shaped[position - 1] in "aA" else position
        found += [as_match((start, end, kind, value)) for kind, value in entries]


def _ends(shaped: str, end: int) -> bool:
    """Whether a word may end at a place: before no letter, or in a script that writes words together."""
    if end >= len(shaped):
        return True
    following, last = shaped[end], shaped[end - 1]
    if following in "AJ":
        return False
    if following in "0 -":
        return not (following == "0" and last == "0")
    return last not in "aA" or following != "a"


def _inside(shaped: str, start: int, end: int) -> bool:
    """Whether a syllable stands inside a word."""
    return (end < len(shaped) and shaped[end] in "aAjJh") or (start > 0 and shaped[start - 1] in "aAjJh")
