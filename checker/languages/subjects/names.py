"""The names of territories and languages in a language, from CLDR, with what their endings may become."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache

from babel.languages import get_official_languages

from checker.languages import cldr
from checker.languages.cldr import Form
from checker.languages.folding import script
from checker.locales import naming

TERRITORY, LANGUAGE = "territory/", "language/"
"""What the concepts begin with that are a territory (ISO 3166) or a language (BCP 47)."""
_SHORTEST = 4
"""Letters of the shortest name of a language, and of the longest that may have no endings."""
_WITHIN = 4
"""Characters of the shortest name where no space parts words and letters are no words: no ลาว."""
_WHOLE = ("CJK", "KATAKANA")
"""What the names of characters begin with that are words, or that none but such may stand beside."""
_STEM = 6
"""Letters of the shortest name that may lose the vowel at its end."""
_ADJECTIVE = 8
"""Letters of the shortest name of a language that may have another ending of two letters."""
_VOWELS = frozenset("aeiouyаеиоуыэюяієαεηιουω")


def forms(code: str, told: Sequence[str], unsaid: Sequence[str]) -> Iterator[Form]:
    """The names of all territories but those unsaid, and of the languages told, with the endings that they may have."""
    found = cldr.locale(code)
    if found is None:
        return
    for territory in territories():
        name = found.territories.get(territory)
        for form in _endings(name) if name and territory not in unsaid else ():
            yield TERRITORY + territory, "", form
    for language in told:
        name = found.languages.get(language, "")
        if len(name) < _SHORTEST and script(name[:1] or " ") != "joined":
            continue
        for form in (*_endings(name), *_adjectives(name)):
            yield LANGUAGE + language, "", form


@cache
def territories() -> frozenset[str]:
    """The codes of all territories that CLDR names, without those of regions of the world."""
    found = cldr.locale(naming())
    return frozenset(code for code in map(str, found.territories) if code.isalpha()) if found else frozenset()


def meant(concepts: Set[str]) -> Set[str]:
    """What a word means by all its concepts: Germany is no German, and Spanish may be of wherever that is official."""
    said = {each for each in concepts if each.startswith(LANGUAGE)}
    if any(each.startswith(TERRITORY) for each in concepts):
        return concepts - said
    return concepts | {TERRITORY + each for language in said for each in _official()[language.removeprefix(LANGUAGE)]}


@cache
def _official() -> Mapping[str, list[str]]:
    """Language → the territories in which it is official."""
    table: dict[str, list[str]] = defaultdict(list)
    for territory in sorted(territories()):
        for language in get_official_languages(territory, regional=True, de_facto=True):
            table[language].append(territory)
    return table


def _endings(name: str) -> Iterator[str]:
    kind = script(name[0])
    if kind == "joined" and len(name) < _WITHIN and not unicodedata.name(name[0]).startswith(_WHOLE):
        return
    yield name
    letters = sum(unicodedata.category(each)[0] == "L" for each in name)
    if " " in name or letters <= _SHORTEST or kind == "joined":
        return
    yield name + "*"
    if len(name) > _STEM and name[0].isupper() and unicodedata.normalize("NFD", name[-1])[0].lower() in _VOWELS:
        yield name[:-1] + "*"


def _adjectives(name: str) -> Iterator[str]:
    if len(name) >= _ADJECTIVE and script(name[0]) == "spaced":
        yield name[:-2] + "*"
