"""Text made comparable, with the way back: case, width, digits of every script, spaces, dashes, apostrophes."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u301c\uff5e\u02d7\ufe63\uff0d"
_APOSTROPHES = "\u2019\u2018\u02bc\u02bb\u00b4\u2032\ua78c\uff07"
KEEP_DASH = {"\u2212": "\u2212", "\u301c": "~", "\uff5e": "~", "\u2013": "\u2013", "\u2014": "\u2014"}


_JOINER = re.compile(r"(?<=[\u0600-\u06ff])\u200c(?=[\u0600-\u06ff])")
"""The non-joiner of Arabic script parts the members of a compound as a hyphen does elsewhere."""


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` for matching; `offsets[i]` is where its character i starts in the original (None: the same place).

    `offsets` is one longer than `text`; `marks` counts what was dropped (soft hyphens, direction marks).
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


@lru_cache(maxsize=8192)
def _fold_character(character: str, bare: bool) -> str:
    """One folded character, or the empty string for one that carries nothing."""
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.digit(character))
    if category == "Cf" or character in "\ufeff\u0640":  # direction and join marks, the Arabic stretcher
        return ""
    if category == "Zs" or character in "\t\n\r\x0b\x0c\x85\u2028\u2029":
        return " "
    if character in KEEP_DASH:
        return KEEP_DASH[character]
    if character in _DASHES:
        return "-"
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


@lru_cache(maxsize=4096)
def fold(text: str, bare: bool = False) -> Folded:
    """Folds a text; with `bare`, letters lose their combining marks."""
    original = text
    if text.isascii():
        plain = text.lower()
        if not any(c in plain for c in "\t\n\r\x0b\x0c"):
            return Folded(plain, None, text)
    composed = unicodedata.is_normalized("NFC", text)
    text = _JOINER.sub("-", text)
    out: list[str] = []
    offsets: list[int] = []
    position, length = 0, len(text)
    while position < length:
        end = position + 1
        cluster = text[position]
        if not composed:
            while end < length and _continues(text[end]):
                end += 1
            cluster = unicodedata.normalize("NFC", text[position:end])
        for character in cluster:
            folded = _fold_character(character, bare)
            if folded:
                out.append(folded)
                offsets.append(position)
        position = end
    offsets.append(length)
    same = len(out) == length and offsets[-2:] == [length - 1, length] if length else True
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
