"""Reads what is written with the wrong characters as what it looks like, one character for one.

Five habits spoil whole documents: Cyrillic typed with Latin letters that look the same (two keyboards), African Latin
letters typed as the Greek ones that look the same, Telugu, Kannada and Malayalam with the digit zero for the ring of a
nasal, Burmese with its numbers in parentheses, and Burmese in the Zawgyi font encoding, which uses code points of
Unicode's Shan digits for forms of its own.
"""

import re

_LATIN, _CYRILLIC = "aeopcxyjisAEOPCXYJISBHKMT", "аеорсхујіѕАЕОРСХУЈІЅВНКМТ"
_LOOKALIKES = str.maketrans(_LATIN, _CYRILLIC)
_MIXED = re.compile(rf"(?<=[\u0400-\u04ff])[{_LATIN}]+|[{_LATIN}]+(?=[\u0400-\u04ff])")
"""Latin letters that touch Cyrillic ones and all look like some."""
_HAS_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_HAS_LATIN = re.compile(rf"[{_LATIN}]")

_GREEK = str.maketrans("\u03b5\u037b\u0395\u03fd", "\u025b\u0254\u0190\u0186")
_GREEK_IN_LATIN = re.compile(
    r"(?<=[a-zA-Z\u0250-\u02af])[\u03b5\u037b]|[\u03b5\u037b\u0395\u03fd](?=[a-zA-Z\u0250-\u02af])"
)
"""The Greek letters that stand for the open e and o, beside a Latin letter."""
_HAS_GREEK = re.compile(r"[\u03b5\u037b\u0395\u03fd]")

_NASALS = str.maketrans("\u0c66\u0ce6\u0d66", "\u0c02\u0c82\u0d02")
_ZERO_IN_WORD = re.compile(r"[\u0c66\u0ce6\u0d66](?<=[\u0c01-\u0c63\u0c81-\u0ce3\u0d01-\u0d63].)(?!\d)")
"""A zero that no digit follows right behind a letter of its script."""
_ENCLOSED = re.compile(r"\(([\u1040-\u1049][\u1040-\u1049.,]*)\)")
"""A number that Burmese puts in parentheses to set it off from the words around it."""

_GLYPHS = {chr(code): "\u1037" for code in range(0x1090, 0x109A)}
_GLYPHS |= {"\u1090": "\u101b", "\u1040": "\u101d", "\u1044": "\u104e", "\u1038": ":"}
_ZAWGYI = re.compile(
    r"(?<=[\u1000-\u103f\u104a-\u108f\u109a-\u109f])[\u1090-\u1099]"
    r"|(?<=[\u1000-\u103f\u104a-\u109f])\u1040(?=[\u1000-\u103f\u104a-\u108f])"
    r"|\u1044(?=\u1004[\u1039\u103a]\u1038)"
    r"|(?<=[0-9\u1040-\u1049])\u1038(?=[0-9\u1040-\u1049]{2})"
)
"""A Shan digit right after a letter, the digits 0 and 4 where they stand for the letters that look like them, and the
mark of a tone where it stands for the colon of a time."""
SYLLABLE = re.compile(
    "[\u102b-\u1030\u1032\u1036-\u1039][\u1031\u103b\u107e-\u1084]"  # a mark that Zawgyi writes before its consonant
    "|[\u106a\u106b\u1086\u108f]"  # second forms of consonants, marks to Unicode
)
"""Where a new syllable begins, with the last character."""


def respell(text: str) -> str:
    """The text, as long as before, with such characters replaced."""
    if _HAS_CYRILLIC.search(text) and _HAS_LATIN.search(text):
        text = _MIXED.sub(lambda found: found[0].translate(_LOOKALIKES), text)
    if _HAS_GREEK.search(text):
        text = _GREEK_IN_LATIN.sub(lambda found: found[0].translate(_GREEK), text)
    text = _ZERO_IN_WORD.sub(lambda found: found[0].translate(_NASALS), text)
    text = _ENCLOSED.sub(r" \1 ", text)
    return _ZAWGYI.sub(lambda found: _GLYPHS[found[0]], text)
