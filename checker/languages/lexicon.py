"""A language's words as a tree that is walked along a text, one entry for each (category, value)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from unicodedata import category

from checker.languages.folding import fold, is_letter, script

BETWEEN_WORDS = " -"
"""What a space in a form may match, any number of times."""

_HANGUL_ALONE = frozenset({"number", "ordinal", "fraction", "month", "per", "each", "together"})
"""Categories in which a single Hangul syllable must be a word of its own (오 is five, and a thousand other things)."""


_DEPENDENT = "ะาำๅະາຳ"
"""Thai and Lao vowels that belong to the letter before them, though Unicode calls them letters."""


class Entry(NamedTuple):
    """What a form means: `scale` and `1000000`, `unit` and `kilometer`, `bound-before` and `more-than`."""

    category: str
    value: str


class Match(NamedTuple):
    """An entry found in a folded text."""

    start: int
    end: int
    category: str
    value: str


Node = dict[str, Any]
"""A tree of characters; under the empty key the entries that end there, under `*` those that any letters may follow."""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All that is known of a language's way to write claims."""

    code: str
    decimal: tuple[str, ...]
    group: tuple[str, ...]
    date_order: str
    bare: bool
    tree: Node
    parts: dict[str, Entry]
    """Number and scale words by form, for numbers written as one word (zweihundertsechs)."""
    joints: tuple[str, ...]
    """What may stand between those parts (und, y)."""
    prefixes: tuple[str, ...] = ()
    endings: dict[str, list[Entry]] = field(default_factory=dict)
    """Entries of the form `*word`, by word."""
    longest_ending: int = 0
    """Letters of the longest of them."""
    unit_first: bool = False
    """Units, currencies and scale words stand before their number (dola bilioni 2.4)."""
    calendar: tuple[int, int, int] | None = None
    """Bare years from, to, and what to add to them: Thai texts count Buddhist years."""
    cased: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    """Short units and currency codes, by folded form and category: the spellings that count (A is ampere, a is not)."""
    patterns: tuple[str, ...] = ()
    """How parts of a whole are written with any numbers: `{under}分の{over}`."""
    fallback: bool = False
    """True where the language has no file and no CLDR data of its own."""

    def at(self, text: str, start: int) -> Iterator[Match]:
        """The entries that begin at a place of a folded text, shortest first."""
        yield from walk(self.tree, text, start)

    def ending(self, text: str, start: int, end: int) -> Iterator[Match]:
        """The entries `*word` that the word `text[start:end]` ends with."""
        for cut in range(max(start + 1, end - self.longest_ending), end):
            for entry in self.endings.get(text[cut:end], ()):
                yield Match(cut, end, *entry)


def walk(tree: Node, text: str, start: int) -> Iterator[Match]:
    """Follows a text from a place down a tree, and yields what ends at a word's end."""
    node: Node | None = tree
    position, length = start, len(text)
    while node is not None:
        entries = node.get("")
        if entries and _ends(text, position):
            for entry in entries:
                if not _syllable_inside(text, start, position, entry):
                    yield Match(start, position, *entry)
        entries = node.get("*")
        if entries:
            end = position
            if script(text[position - 1]) == "spaced":
                while end < length and is_letter(text[end]):
                    end += 1
            for entry in entries:
                yield Match(start, end, *entry)
        if position >= length:
            return
        character = text[position]
        following = node.get(character)
        gap = node.get(" ")
        if gap is not None and (character in BETWEEN_WORDS or character == "." or following is None):
            skipped = position
            while skipped < length and (
                text[skipped] in BETWEEN_WORDS or (text[skipped] == "." and skipped == position)
            ):
                skipped += 1
            if skipped < length and (following is None or skipped > position):
                following = gap.get(text[skipped])
                position = skipped
        node = following
        position += 1


def _ends(text: str, end: int) -> bool:
    """Whether a word may end at a place: before no letter, or in a script that writes words together."""
    if end >= len(text):
        return True
    if category(text[end])[0] == "M" or text[end] in _DEPENDENT:
        return False
    if not is_letter(text[end]):
        return not (text[end].isdigit() and text[end - 1].isdigit())
    return script(text[end - 1]) != "spaced" or script(text[end]) != "spaced"


def _syllable_inside(text: str, start: int, end: int, entry: Entry) -> bool:
    """Whether a single Hangul syllable that could be anything stands inside a word."""
    if end - start != 1 or entry.category not in _HANGUL_ALONE or script(text[start]) != "hangul":
        return False
    after = end < len(text) and is_letter(text[end])
    before = start > 0 and is_letter(text[start - 1])
    return after or before


class Built(NamedTuple):
    """What `build` makes of forms: see `Lexicon`."""

    tree: Node
    parts: dict[str, Entry]
    endings: dict[str, list[Entry]]
    cased: dict[tuple[str, str], frozenset[str]]


def build(forms: Iterable[tuple[str, str, str]], bare: bool) -> Built:
    """The tree, the parts of joined numbers, the endings and the cased words, of forms as (category, value, form).

    A form that has several values in a category keeps the first: a language file comes before CLDR.
    """
    tree: Node = {}
    parts: dict[str, Entry] = {}
    endings: dict[str, list[Entry]] = {}
    cased: dict[tuple[str, str], set[str]] = {}
    for kind, value, form in forms:
        text = fold(form.strip(), bare).text
        open_end, open_start = text.endswith("*"), text.startswith("*")
        text = text.strip("*").strip()
        text = text.rstrip(".") or text
        if not text:
            continue
        entry = Entry(kind, value)
        if (kind == "unit" and len(text) <= 2) or (kind == "currency" and len(text) == 3 and text.isascii()):
            cased.setdefault((text, kind), set()).add(form.strip().rstrip("."))
        if open_start:
            _add(endings.setdefault(text, []), entry)
            continue
        node = tree
        for character in " ".join(text.replace("-", " ").split()) if len(text) > 1 else text:
            node = node.setdefault(character, {})
        _add(node.setdefault("*" if open_end else "", []), entry)
        if kind in {"number", "scale"} and " " not in text and len(text) > 1:
            parts.setdefault(text, entry)
    only = {key: frozenset(given) for key, given in cased.items() if not any(form == form.lower() for form in given)}
    return Built(tree, parts, endings, only)


def _add(entries: list[Entry], entry: Entry) -> None:
    if all(known.category != entry.category for known in entries):
        entries.append(entry)
