"""Text made comparable, with the way back: case, width, digits of every script, spaces, dashes, apostrophes."""

import codecs
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, NamedTuple

from checker.languages.respelling import SYLLABLE, respell

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u301c\uff5e\u02d7\ufe63\uff0d"
_APOSTROPHES = "\u2019\u2018\u02bc\u02bb\u00b4\u2032\ua78c\uff07"
_STROKES = "\u2044\u2215"
"""The strokes of fractions."""
_KEPT_DASHES = {"\u2212": "\u2212", "\u301c": "~", "\uff5e": "~", "\u2013": "\u2013", "\u2014": "\u2014"}
_TSHEG = "\u0f0c"
"""The Tibetan mark between syllables after which no line breaks."""

_CONTROL = re.compile(r"[\t\n\r\x0b\x0c]")
_JOINER = re.compile(r"(?<=[\u0600-\u06ff])\u200c(?=[\u0600-\u06ff])")
"""The non-joiner of Arabic script parts the members of a compound as a hyphen does elsewhere."""


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` for matching; `offsets[i]` is where its character i starts in the original (None: the same place).

    `offsets` is one longer than `text`; what carries nothing (soft hyphens, direction marks) is not in it.
    """

    text: str
    offsets: tuple[int, ...] | None
    original: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that `text[start:end]` came from, without dropped characters at its end."""
        if self.offsets is None:
            return start, end
        first, last = self.offsets[start], self.offsets[end - 1] + 1
        while last < self.offsets[end] and unicodedata.category(self.original[last])[0] == "M":
            last += 1
        return first, last


def _fold_character(character: str, bare: bool) -> str:
    """One folded character, or the empty string for one that carries nothing."""
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.digit(character))
    if category == "Cf" or character in "\ufeff\u0640":  # direction and join marks, the Arabic stretcher
        return ""
    if category == "Zs" or character in "\t\n\r\x0b\x0c\x85\u2028\u2029":
        return " "
    if character in _KEPT_DASHES:
        return _KEPT_DASHES[character]
    if character == _TSHEG:
        return "\u0f0b"
    if character in _DASHES:
        return "-"
    if character in _STROKES:
        return "/"
    if character in _APOSTROPHES:
        return "'"
    if "\uff01" <= character <= "\uff5e" or "\uff65" <= character <= "\uff9f":
        character = unicodedata.normalize("NFKC", character)
    folded = "i" if character == "ı" else character.lower()[:1]  # İ lowers to i and a dot; Turkish I and ı are one
    if bare:
        decomposed = unicodedata.normalize("NFD", folded)
        if len(decomposed) > 1 and unicodedata.category(decomposed[0])[0] == "L":
            folded = decomposed[0]
        elif category == "Mn":
            return ""
    return folded


@lru_cache(maxsize=8192)
def _continues(character: str) -> bool:
    """Whether a character may compose with the one before it: a mark, a vowel sign, the later letters of a syllable."""
    return unicodedata.category(character)[0] == "M" or "\u1160" <= character <= "\u11ff"


class _Charmap(NamedTuple):
    """An 8-bit code: its characters, what each becomes, and what encodes them."""

    known: str
    become: str
    encoding: Any

    def read(self, text: str) -> str:
        """The text with each character as what it becomes; UnicodeError for one that the code does not have."""
        return codecs.charmap_decode(codecs.charmap_encode(text, "strict", self.encoding)[0], "strict", self.become)[0]


_CHARMAP = 256
"""Characters of an 8-bit code."""
_MANY = "\u2e80"
"""From here on are the scripts of more characters than a code has."""
_UNDEFINED = "\ufffe"
"""What a code says of a character that it does not have."""


def _in_charmap(character: str, become: str) -> bool:
    return character < _UNDEFINED and len(become) == 1 and become != _UNDEFINED


class _Table(dict[int, str]):
    """A table for `str.translate` that works a character out when it is first met."""

    def __init__(self, of: Callable[[str], str]) -> None:
        super().__init__()
        self._of = of
        self._quick = _Charmap("\0", of("\0"), codecs.charmap_build("\0"))

    def translate(self, text: str) -> str:
        """What `text.translate` gives with this table.

        The characters met first, those of most texts, are read as an 8-bit code: that takes a sixth of the time.
        """
        if text.isascii():
            return text.translate(self)
        try:
            return self._quick.read(text)
        except UnicodeError:
            return text.translate(self) if max(text) >= _MANY else self._learnt(text)

    def _learnt(self, text: str) -> str:
        quick, found = self._quick, text.translate(self)
        new = [each for each in dict.fromkeys(text) if each not in quick.known and _in_charmap(each, self[ord(each)])]
        known = quick.known + "".join(new)
        if new and len(known) <= _CHARMAP:
            become = quick.become + "".join(self[ord(each)] for each in new)
            self._quick = _Charmap(known, become, codecs.charmap_build(known))
        return found

    def __missing__(self, code: int) -> str:
        found = self._of(chr(code))
        if len(self) < _MOST_CHARACTERS:
            self[code] = found
        return found


_MOST_CHARACTERS = 1 << 14
"""Characters that a table keeps; no text in earnest has more, and one made to have them must not fill the memory."""
_FOLDED = {bare: _Table(partial(_fold_character, bare=bare)) for bare in (False, True)}
_LONG = 4096
"""Code points from which a text is not kept: a cache must not grow with the length of its texts."""


def fold(text: str, bare: bool = False) -> Folded:
    """Folds a text; with `bare`, letters lose their combining marks."""
    return _fold(text, bare) if len(text) < _LONG else _fold.__wrapped__(text, bare)


@lru_cache(maxsize=1024)
def _fold(text: str, bare: bool) -> Folded:
    if text.isascii() and not _CONTROL.search(text):
        return Folded(text.lower(), None, text)
    table = _FOLDED[bare]
    source = respell(_JOINER.sub("-", text))
    if not unicodedata.is_normalized("NFC", text):
        return _fold_clusters(source, text, table)
    folded = table.translate(source)
    if len(folded) == len(text):
        return Folded(folded, None, text)
    offsets = [place for place, character in enumerate(source) if table[ord(character)]]
    return Folded(folded, (*offsets, len(text)), text)


def _fold_clusters(source: str, original: str, table: _Table) -> Folded:
    """Folds a text whose letters and marks must be composed first."""
    out: list[str] = []
    offsets: list[int] = []
    position, length = 0, len(source)
    while position < length:
        end = position + 1
        while end < length and _continues(source[end]):
            end += 1
        for character in unicodedata.normalize("NFC", source[position:end]):
            folded = table[ord(character)]
            if folded:
                out.append(folded)
                offsets.append(position)
        position = end
    offsets.append(length)
    same = len(out) == length and offsets[-2:] == [length - 1, length]
    return Folded("".join(out), None if same else tuple(offsets), original)


@lru_cache(maxsize=8192)
def script(character: str) -> str:
    """How a character's script is written: `joined` (no spaces), `hangul`, `spaced`, or `none` for no letter."""
    code = ord(character)
    if not (character.isalpha() or unicodedata.category(character)[0] == "M"):
        return "none"
    if 0x0E00 <= code <= 0x0EFF or 0x1000 <= code <= 0x109F or 0x1780 <= code <= 0x17FF:
        return "joined"  # Thai, Lao, Myanmar, Khmer
    if 0x0F00 <= code <= 0x0FFF:
        return "joined"  # Tibetan
    if 0x2E80 <= code <= 0x31FF or 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or code >= 0x20000:
        return "joined"  # Han, kana, bopomofo
    if 0xAC00 <= code <= 0xD7A3 or 0x1100 <= code <= 0x11FF:
        return "hangul"
    return "spaced"


def is_letter(character: str) -> bool:
    """Whether a character belongs to a word: a letter or a mark on one."""
    return script(character) != "none"


_DEPENDENT = "ะาำๅະາຳ"
"""Thai and Lao vowels that belong to the letter before them, though Unicode calls them letters."""


def _shape(character: str) -> str:
    kind = script(character)
    if kind == "none":
        return "0" if character.isdigit() else " " if character == " " else "-"
    bound = character in _DEPENDENT or unicodedata.category(character)[0] == "M"
    if kind == "spaced":
        return "A" if bound else "a"
    if kind == "joined":
        return "J" if bound else "j"
    return "h"


_SHAPES = _Table(_shape)


def shape(text: str) -> str:
    """What each character is: `a` a letter, `j` one of a script without spaces, `h` Hangul, `0` a digit, ` `, else `-`.

    `A` and `J` are marks and vowels that belong to the letter before them.
    """
    shaped = _SHAPES.translate(text)
    if SYLLABLE.search(text):
        places = list(shaped)
        for found in SYLLABLE.finditer(text):
            places[found.end() - 1] = "j"
        shaped = "".join(places)
    return shaped
