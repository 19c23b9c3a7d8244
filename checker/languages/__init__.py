"""What is known of languages: CLDR first, then one TOML file per language for what CLDR lacks."""

import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

from checker.errors import LanguageDataError
from checker.languages import cldr
from checker.languages.folding import fold, script
from checker.languages.lexicon import Lexicon, build

Data = Mapping[str, Any]
COMMON = "common.toml"
UNITS = "units.toml"

_LISTS = {
    ("percent", "words"): "percent",
    ("percent", "points"): "points",
    ("percent", "tenths"): "tenths",
    ("linkers", "words"): "linker",
    ("names", "before"): "name_before",
    ("names", "after"): "name_after",
    ("skip", "phrases"): "skip",
    ("counters", "words"): "counter",
}
"""Sections whose lists are a category by themselves."""

_JOINED = ("number_words", "dates", "times", "ranges")
"""Sections whose keys are categories."""

_AFFIXED = ("centuries", "decades", "ordinal_marks")
"""Sections with `before` and `after`, categories like `centuries_after`."""

_VALUED = {
    "numbers": "number",
    "scale": "scale",
    "fractions": "fraction",
    "ordinals": "ordinal",
    "units": "unit",
    "currencies": "currency",
    "subunits": "subunit",
    "months": "month",
    "weekdays": "weekday",
    "per": "per",
    "letters": "letter",
    "duals": "dual",
    "halves": "half_unit",
}
"""Sections that map a value to its forms."""

_HINTS = ("share", "direction", "people")
"""Sections whose keys are values of one category."""

SECTIONS = frozenset(
    {
        "language",
        "examples",
        "bounds",
        *_HINTS,
        *_JOINED,
        *_AFFIXED,
        *_VALUED,
        *(section for section, _ in _LISTS),
    }
)


def codes() -> list[str]:
    """The languages that have a file."""
    names = (entry.name for entry in files(__name__).iterdir())
    return sorted(name[:-5] for name in names if name.endswith(".toml") and name not in (COMMON, UNITS))


@lru_cache(maxsize=256)
def read(code: str) -> Data:
    """A language's file as it stands; an empty mapping where it has none."""
    path = files(__name__) / f"{code}.toml"
    if not path.is_file():
        return {}
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LanguageDataError(f"languages/{code}.toml: {error}; mend the file") from error
    for section in data:
        if section not in SECTIONS:
            raise LanguageDataError(f"languages/{code}.toml: unknown section [{section}]; see languages/README.md")
    return data


_FUNCTION = frozenset(
    {"linker", "linkers", "between", "pair_between", "opening", "pair_opening", "article", "and", "per", "bound_before"}
    | {"year_before", "hour_before", "name_before", "day_before", "number"}
)
"""Categories of small words; an abbreviation that CLDR gives a unit and that is one of them is none (German in)."""
_ABBREVIATED = 3
"""Letters of the longest unit abbreviation or currency symbol of CLDR that may be another word of the language."""


@lru_cache(maxsize=1)
def _measures() -> Data:
    return tomllib.loads((files(__name__) / UNITS).read_text("utf-8"))


@lru_cache(maxsize=1)
def kindred() -> Mapping[str, tuple[str, ...]]:
    """Currency or unit → those that the same bare word may mean elsewhere (krone, peso, degree)."""
    data = _measures()
    table: dict[str, tuple[str, ...]] = {unit: tuple(members) for unit, members in data["vague"].items()}
    for members in data["families"].values():
        table |= {code: tuple(other for other in members if other != code) for code in members}
    return table


@lru_cache(maxsize=1)
def units() -> Mapping[str, Mapping[str, str]]:
    """Every unit known: CLDR identifier → dimension, factor to the dimension's base unit, offset."""
    table: dict[str, dict[str, str]] = {}
    for dimension, members in _measures().items():
        if dimension in ("families", "vague"):
            continue
        for unit, factor in members.items():
            value, _, offset = str(factor).partition(" ")
            table[unit] = {"dimension": dimension, "factor": value, "offset": offset or "0"}
    return table


@lru_cache(maxsize=256)
def load(code: str) -> Lexicon:
    """The lexicon of a BCP 47 code: its file, its parent's, what all languages share, CLDR, RBNF."""
    chain = _chain(code)
    settings: dict[str, Any] = {}
    for data in reversed(chain):
        settings |= data.get("language", {})
    bare = bool(settings.get("fold", False))
    found = cldr.locale(code)
    decimal, group = cldr.separators(found) if found else ([], [])
    all_forms: list[cldr.Form] = [form for data in chain for form in _forms(data)]
    if found:
        known = [*cldr.forms(found, list(units())), *cldr.spelled(code)]
        all_forms += _unambiguous(known, all_forms, bare)
    built = build(all_forms, bare)
    return Lexicon(
        code=code,
        decimal=_separators(settings.get("decimal", []), decimal) or (".",),
        group=_separators(settings.get("group", []), group) or (",",),
        date_order=settings.get("date_order", "dmy"),
        bare=bare,
        tree=built.tree,
        parts=built.parts,
        joints=tuple(fold(word, bare).text for data in chain for word in data.get("number_words", {}).get("and", [])),
        prefixes=tuple(settings.get("prefixes", ())),
        endings=built.endings,
        longest_ending=max(map(len, built.endings), default=0),
        cased=built.cased,
        unit_first=bool(settings.get("unit_first", False)),
        calendar=tuple(settings["calendar"]) if "calendar" in settings else None,
        fallback=len(chain) == 1 and found is None,
        patterns=tuple(pattern for data in chain for pattern in data.get("fractions", {}).get("pattern", ())),
    )


def _unambiguous(known: list[cldr.Form], told: list[cldr.Form], bare: bool) -> Iterator[cldr.Form]:
    """CLDR's forms without abbreviations and symbols that the language file takes for other words.

    An ordinal that is spelled like a cardinal is left out too (Hebrew).
    """
    small = {_key(form, bare) for category, _, form in told if category in _FUNCTION}
    measures = {_key(form, bare) for category, _, form in told if category in ("unit", "percent", "scale")}
    cardinals = {_key(form, bare) for category, _, form in (*told, *known) if category == "number"}
    for category, value, form in known:
        text = _key(form, bare)
        if category == "ordinal" and text in cardinals:
            continue
        if len(text) <= _ABBREVIATED:
            if category in ("unit", "scale") and text in small:
                continue
            if category == "currency" and text in measures:
                continue
            if category == "unit" and len(text) == 1 and script(text) == "joined":
                continue
        yield category, value, form


def _key(form: str, bare: bool) -> str:
    return fold(form.strip(" *."), bare).text


def _chain(code: str) -> list[Data]:
    """A language's data from the most particular file to what all languages share."""
    chain: list[Data] = []
    parts = code.split("-")
    for length in range(len(parts), 0, -1):
        data = read("-".join(parts[:length]))
        if data:
            chain.append(data)
            parent = data.get("language", {}).get("parent")
            if parent and length == 1:
                chain.append(read(parent))
    return [*chain, read("common")]


def _separators(told: list[str], known: list[str]) -> tuple[str, ...]:
    folded = [fold(mark).text or mark for mark in [*told, *known]]
    return tuple(dict.fromkeys(folded))


def _forms(data: Data) -> Iterator[cldr.Form]:
    for section, content in data.items():
        if section in _VALUED:
            for value, words in _flat(content):
                for word in words if value != "pattern" else ():
                    yield _VALUED[section], _plain(section, value), word
        elif section in _AFFIXED:
            for key, words in content.items():
                for word in words:
                    yield f"{section}_{key}", "", word
        elif section in _JOINED:
            yield from _joined(content)
        elif section == "bounds":
            for side, bounds in content.items():
                for bound, words in bounds.items():
                    for word in words:
                        yield f"bound_{side}", bound, word
        elif section in _HINTS:
            for key, words in content.items():
                for word in words:
                    yield section, key, word
        for (name, key), category in _LISTS.items():
            if name == section:
                for word in content.get(key, []):
                    yield category, "", word


def _joined(content: Data) -> Iterator[cldr.Form]:
    for key, words in content.items():
        if isinstance(words, dict):  # era_offset: word → years to add
            for word, offset in words.items():
                yield key, str(offset), word
        else:
            for word in words:
                yield key, "", word


def _flat(content: Data) -> Iterator[tuple[str, list[str]]]:
    """Keys and lists of a section; a bare key `1.5` is two nested tables in TOML."""
    for key, value in content.items():
        if isinstance(value, dict):
            for inner, words in value.items():
                yield f"{key}.{inner}", words
        else:
            yield key, value


def _plain(section: str, value: str) -> str:
    """A number as a plain decimal string, a fraction as the percentage that it is."""
    if section == "fractions":
        over, _, under = value.partition("/")
        return str(round(Decimal(over) / Decimal(under or 1) * 100, 6).normalize())
    if section in ("numbers", "scale", "ordinals"):
        return f"{Decimal(value):f}"
    return value


@lru_cache(maxsize=256)
def name(code: str) -> str:
    """The English name of a language; its code where CLDR has none."""
    found = cldr.locale(code)
    shown = found.get_display_name("en") if found else None
    return shown.replace("(", "").replace(")", "") if shown else code
