"""How the sections of a language's file become forms: (category, value, form)."""

import re
from collections.abc import Iterator, Mapping
from decimal import Context, Decimal
from itertools import product
from typing import Any

from checker.languages.cldr import Form
from checker.languages.romans import ROMANS

Data = Mapping[str, Any]
"""A language's file as it stands."""

_LISTS = {
    ("percent", "words"): "percent",
    ("percent", "points"): "points",
    ("percent", "tenths"): "tenths",
    ("percent", "remaining"): "tenths",
    ("percent", "named"): "hundredths",
    ("linkers", "words"): "linker",
    ("linkers", "parts"): "parts_linker",
    ("linkers", "adjectives"): "adjective",
    ("names", "before"): "name_before",
    ("names", "after"): "name_after",
    ("names", "numbered"): "numbered",
    ("names", "reign"): "reign",
    ("names", "endings"): "name_ending",
    ("names", "quarters"): "quarter_mark",
    ("names", "seasons"): "season_mark",
    ("skip", "phrases"): "skip",
    ("counters", "words"): "counter",
    ("negation", "words"): "negation",
    ("negation", "other"): "negation_other",
    ("negation", "clauses"): "clause_opening",
}
"""Sections whose lists are a category by themselves."""

_JOINED = ("number_words", "dates", "times", "ranges")
"""Sections whose keys are categories."""

_AFFIXED = ("centuries", "decades", "ordinal_marks")
"""Sections with `before` and `after`, categories like `centuries_after`."""

_VALUED = {
    "named_centuries": "century_words",
    "numbers": "number",
    "stems": "stem",
    "scale": "scale",
    "fractions": "fraction",
    "denominators": "under",
    "ordinals": "ordinal",
    "units": "unit",
    "currencies": "currency",
    "subunits": "subunit",
    "months": "month",
    "weekdays": "weekday",
    "per": "per",
    "letters": "letter",
    "unit_letters": "unit_letter",
    "duals": "dual",
    "halves": "half_unit",
    "quarters": "quarter_unit",
    "three_quarters": "most_unit",
    "said": "said",
    "multiples": "multiple",
    "factors": "factor",
}
"""Sections that map a value to its forms."""

_HINTS = ("share", "direction", "people")
"""Sections whose keys are values of one category."""

_SIDED = {"bounds": "bound", "order": "order"}
"""Sections that map a side of a number to values and their forms, and what their categories begin with."""

REMAINING = "remaining"
"""The key of [percent] whose words give tenths of a price that are still paid, and the value of its forms."""
_PATTERNS = ("pattern", "any", "ordinal", "cardinal")
"""Keys of [fractions] that are no values."""
_LOW = "low"
"""The key of [ranges] that holds rules of endings, and no words."""

SECTIONS = frozenset(
    {
        "language",
        "examples",
        *_SIDED,
        *_HINTS,
        *_JOINED,
        *_AFFIXED,
        *_VALUED,
        *(section for section, _ in _LISTS),
    }
)

_ROMAN = "roman"
"""The key of [centuries] whose words mean a century behind a Roman numeral only."""
_LAST_CENTURY = 21
_SUBUNITS = 100
"""How many parts a currency has where the data does not say."""
_RATIO = Context(prec=16)
_BRACES = re.compile(r"[{}]")


def forms(data: Data) -> Iterator[Form]:
    """Everything that a file says, section by section."""
    for section, content in data.items():
        if section in _VALUED:
            for value, words in _flat(content):
                for word in words if value not in _PATTERNS else ():
                    yield _VALUED[section], _plain(section, value), word
        elif section in _AFFIXED:
            for key, words in content.items():
                for word in words:
                    if key == _ROMAN:
                        yield from _romans(word)
                    else:
                        yield f"{section}_{key}", "", word
        elif section in _JOINED:
            yield from _joined(content)
        elif section in _SIDED:
            for side, said in content.items():
                for value, words in said.items():
                    for word in words:
                        yield from ((f"{_SIDED[section]}_{side}", value, form) for form in alternatives(word))
        elif section in _HINTS:
            for key, words in content.items():
                for word in words:
                    yield section, key, word
        for (name, key), category in _LISTS.items():
            if name == section:
                for word in content.get(key, []):
                    yield category, key if key == REMAINING else "", word


def alternatives(form: str) -> Iterator[str]:
    """Every form that one with alternatives in braces stands for: {younger|older} than."""
    parts = [part.split("|") for part in _BRACES.split(form)]
    return map("".join, product(*parts))


def _joined(content: Data) -> Iterator[Form]:
    for key, words in content.items():
        if key == _LOW:
            continue
        if isinstance(words, dict):  # era_offset: word → years to add
            for word, offset in words.items():
                yield key, str(offset), word
        else:
            for word in words:
                yield key, "", word


def _romans(word: str) -> Iterator[Form]:
    """The centuries in Roman numerals before an abbreviation that is another word by itself: XIV в."""
    for numeral, century in ROMANS.items():
        if 1 <= century <= _LAST_CENTURY:
            yield "century_words", str(century), f"{numeral} {word}"


def _flat(content: Data) -> Iterator[tuple[str, list[str]]]:
    """Keys and lists of a section; a bare key `1.5` is two nested tables in TOML."""
    for key, value in content.items():
        if isinstance(value, dict):
            for inner, words in value.items():
                yield f"{key}.{inner}", words
        else:
            yield key, value


def _plain(section: str, value: str) -> str:
    """A number as a plain decimal string, a fraction as the part of a whole that it is, to 16 digits."""
    if section in ("fractions", "factors"):
        over, _, under = value.partition("/")
        return f"{_RATIO.divide(Decimal(over), Decimal(under or 1)).normalize():f}"
    if section in ("numbers", "stems", "scale", "ordinals", "denominators"):
        return f"{Decimal(value):f}"
    if section == "multiples":
        number, _, unit = value.partition(" ")
        return f"{Decimal(number):f} {unit}".strip()
    if section == "subunits" and "/" not in value:
        return f"{value}/{_SUBUNITS}"
    return value
