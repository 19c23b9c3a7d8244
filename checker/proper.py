"""Names of people, places and firms, made comparable across scripts by the consonants that are heard in them."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

from checker.languages.folding import script

_WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff][^\W\d_]*)*")
"""A word with the marks on its letters."""
_KATAKANA = re.compile(r"[\u30a1-\u30ff]{3,}")
_SHORTEST = 3
"""Letters of the shortest name, and consonants."""
_SURE = 4
"""Consonants of the shortest name where nothing but them tells that it is one."""
_PAIRS = (
    ("sch", "s"),
    ("sh", "s"),
    ("ch", "s"),
    ("zh", "s"),
    ("kh", "k"),
    ("th", "t"),
    ("ph", "p"),
    ("ts", "s"),
    ("ck", "k"),
)
_HEARD = str.maketrans("bpfvdtcgkqxszjlrmn", "ppppttkkkkksssllnn", "aeiouyhw'`")
"""Consonants that scripts do not tell apart, as one; what is no consonant everywhere is dropped."""
_SOFT = re.compile("c(?=[eiy])")
_GLIDE = re.compile("w(?=[aeiouy])")
"""A w that is heard as one or as a v."""
_TWICE = re.compile(r"(.)\1+")
_ENDING = 2
"""Consonants at the most by which a name may be longer in a case."""
WHOLE = "="
"""What a name begins with that is told by all its letters: City and Reyes have too few consonants."""
_ALIKE = str.maketrans("bpfvdtcgkqxszjlrmny", "ppppttkkkkksssllnni", "hw'`")
"""The same with the vowels."""


class Word(NamedTuple):
    """A word of a text that may be a name."""

    heard: str
    """The consonants that are heard in it, or nothing where they are too few to tell it."""
    start: int
    end: int
    cased: bool
    """Its script has capital letters, and it begins with one."""
    inside: bool
    """It stands elsewhere than at a sentence's beginning."""
    whole: str
    """What is heard of it with its vowels."""


@lru_cache(maxsize=512)
def words(text: str) -> tuple[Word, ...]:
    """The words of a text that are long enough to be names, none of scripts that do not part them but katakana."""
    return tuple(_words(text))


def _words(text: str) -> Iterator[Word]:
    for found in (*_WORD.finditer(text), *_KATAKANA.finditer(text)):
        word = found.group()
        if len(word) < _SHORTEST or (script(word[0]) == "joined" and found.re is _WORD):
            continue
        cased = word[0] != word[0].lower()
        code = heard(word) if word[0] == word[0].upper() else ""
        whole = _whole(word) if code else ""
        heard_of = code if len(code) >= (_SHORTEST if cased else _SURE) else ""
        if heard_of or (cased and len(whole) >= _SHORTEST):
            before = text[: found.start()].rstrip(" \u201c\u201e\"'(«")
            inside = bool(before) and before[-1] not in ".!?:…"
            yield Word(heard_of, *found.span(), cased, inside, whole)


@lru_cache(maxsize=8192)
def heard(word: str) -> str:
    """The consonants of a word as most scripts would tell them apart."""
    return _sounds(word, _HEARD)


@lru_cache(maxsize=8192)
def _whole(word: str) -> str:
    """The consonants and vowels of a word, of which those that are written in two ways are told as one."""
    return _sounds(word, _ALIKE)


def _sounds(word: str, table: Mapping[int, int | None]) -> str:
    plain = anyascii(word).lower()
    plain = _SOFT.sub("s", plain)
    if plain.startswith(word[0].lower()):  # Latin letters; elsewhere a w is a vowel
        plain = _GLIDE.sub("v", plain)
    for letters, sound in _PAIRS:
        plain = plain.replace(letters, sound)
    return _TWICE.sub(r"\1", plain.translate(table))


def stems(name: str) -> Iterator[str]:
    """The consonants of a name, and without those that the ending of a case may add; of a whole one its letters."""
    yield name
    shortest = len(WHOLE) + _SURE if name.startswith(WHOLE) else _SHORTEST
    for cut in range(1, min(_ENDING, len(name) - shortest) + 1):
        yield name[:-cut]
