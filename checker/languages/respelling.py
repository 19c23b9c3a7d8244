"""Reads what is written with the wrong characters as what it looks like, one character for one.

Two habits spoil whole documents: Cyrillic typed with Latin letters that look the same (two keyboards), and Burmese in
the Zawgyi font encoding, which uses code points of Unicode's Shan digits for forms of its own.
"""

import re

_LATIN, _CYRILLIC = "aeopcxyjisAEOPCXYJISBHKMT", "аеорсхујіѕАЕОРСХУЈІЅВНКМТ"
_LOOKALIKES = str.maketrans(_LATIN, _CYRILLIC)
_MIXED = re.compile(rf"(?<=[\u0400-\u04ff])[{_LATIN}]+|[{_LATIN}]+(?=[\u0400-\u04ff])")
"""Latin letters that touch Cyrillic ones and all look like some."""
_HAS_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_HAS_LATIN = re.compile(rf"[{_LATIN}]")

_GLYPHS = {chr(code): "\u1037" for code in range(0x1090, 0x109A)}
_GLYPHS |= {"\u1090": "\u101b", "\u1040": "\u101d", "\u1044": "\u104e"}
_ZAWGYI = re.compile(
    r"(?<=[\u1000-\u103f\u104a-\u108f\u109a-\u109f])[\u1090-\u1099]"
    r"|(?<=[\u1000-\u103f\u104a-\u109f])\u1040(?=[\u1000-\u103f\u104a-\u108f])"
    r"|\u1044(?=\u1004[\u1039\u103a]\u1038)"
)
"""A Shan digit right after a letter, and the digits 0 and 4 where they stand for the letters that look like them."""
SYLLABLE = re.compile("[\u1037-\u1039][\u1031\u103b\u107e-\u1084]")
"""A mark that Zawgyi writes before its consonant: a new syllable begins with the second character."""


def respell(text: str) -> str:
    """The text, as long as before, with such characters replaced."""
    if _HAS_CYRILLIC.search(text) and _HAS_LATIN.search(text):
        text = _MIXED.sub(lambda found: found[0].translate(_LOOKALIKES), text)
    return _ZAWGYI.sub(lambda found: _GLYPHS[found[0]], text)
