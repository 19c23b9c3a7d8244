"""What is known of languages: CLDR first, then one TOML file per language for what CLDR lacks."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from checker.errors import LanguageDataError
from checker.languages import cldr, derived, kept
from checker.languages.building import build
from checker.languages.folding import fold, script
from checker.languages.lexicon import Lexicon
from checker.languages.packing import packed, unpacked
from checker.languages.sections import SECTIONS, Data, forms
from checker.locales import naming

if TYPE_CHECKING:
    import babel

COMMON = "common.toml"
UNITS = "units.toml"
_FILE = re.compile("[A-Za-z0-9-]{1,32}")
"""A code that a file may be named after."""


def codes() -> list[str]:
    """The languages that have a file."""
    names = (entry.name for entry in files(__name__).iterdir())
    return sorted(name[:-5] for name in names if name.endswith(".toml") and name not in (COMMON, UNITS))


@lru_cache(maxsize=256)
def read(code: str) -> Data:
    """A language's file as it stands; an empty mapping where it has none."""
    path = files(__name__) / f"{code}.toml"
    if not _FILE.fullmatch(code) or not path.is_file():
        return {}
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise LanguageDataError(f"languages/{code}.toml: {error}; mend the file") from error
    for section in data:
        if section not in SECTIONS:
            raise LanguageDataError(f"languages/{code}.toml: unknown section [{section}]; see languages/README.md")
    return data


_PORTION = "portion"
"""The dimension of parts of a whole, whose words are the sections [fractions] and [percent]."""
_RELATIONS = ("families", "vague", "round", "rates", "unwritten", "prefixed", "behind")
"""Sections of the units' file that are no dimension."""


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
def round_units() -> frozenset[str]:
    """Units that are a round number of another one (decade)."""
    return frozenset(_measures()["round"]["units"])


@lru_cache(maxsize=1)
def behind() -> Mapping[str, str]:
    """Unit → the smaller one that a bare number behind it counts: 1 m 88, six foot two."""
    table: dict[str, str] = _measures()["behind"]
    return table


@lru_cache(maxsize=1)
def rates() -> Mapping[str, Decimal]:
    """ISO 4217 code → roughly how many of it one US dollar buys; only for telling what may be a conversion."""
    return {code: Decimal(rate) for code, rate in _measures()["rates"].items()}


@lru_cache(maxsize=1)
def prefixed() -> Mapping[str, tuple[str, Decimal]]:
    """A currency's code with a letter for its scale → the code, and that scale: MEUR, TCHF."""
    table = _measures()["prefixed"]
    return {
        letter + code: (code, Decimal(scale)) for letter, scale in table["letters"].items() for code in table["codes"]
    }


@lru_cache(maxsize=1)
def units() -> Mapping[str, Mapping[str, str]]:
    """Every unit known: CLDR identifier → dimension, factor to the dimension's base unit, offset."""
    table: dict[str, dict[str, str]] = {}
    for dimension, members in _measures().items():
        if dimension in _RELATIONS:
            continue
        for unit, factor in members.items():
            value, _, offset = str(factor).partition(" ")
            table[unit] = {"dimension": dimension, "factor": value, "offset": offset or "0"}
    return table


DURATION = "duration"
"""The dimension of spans of time, whose base is the second."""


def dimension(unit: str | None) -> str | None:
    """What a unit measures (length, temperature); None for what is no unit of measure, such as a currency."""
    return units().get(unit or "", {}).get("dimension")


_SHORTEST = 3
"""Letters of the shortest full name of a weekday."""


@lru_cache(maxsize=256)
def load(code: str) -> Lexicon:
    """The lexicon of a BCP 47 code: its file, its parent's, what all languages share, CLDR, RBNF."""
    found = kept.recall(code)
    if found is None:
        found = _described(code)
        if read(code) or cldr.exists(code) or ("-" not in code and cldr.macro(code) != code):
            kept.keep(code, found)
    return unpacked(found)


def _described(code: str) -> dict[str, Any]:
    """A lexicon as JSON can hold it."""
    chain = _chain(code)
    settings: dict[str, Any] = {}
    for data in reversed(chain):
        settings |= data.get("language", {})
    bare = bool(settings.get("fold", False))
    found = cldr.locale(code)
    decimal, group = cldr.separators(found) if found else ([], [])
    all_forms: list[cldr.Form] = [form for data in chain[:-1] for form in forms(data)]
    all_forms += list(derived.unclaimed(list(forms(chain[-1])), all_forms, bare))
    told_forms = len(all_forms)
    if found:
        known = [
            *cldr.forms(found, [unit for unit, told in units().items() if told["dimension"] != _PORTION]),
            *cldr.spelled(code),
        ]
        unwritten = _measures()["unwritten"]
        known = [form for form in known if form[2].strip(" .") not in unwritten.get(form[1], ())]
        all_forms += derived.unambiguous(known, all_forms, bare, settings.get("prefixes", []))
    days = _weekdays([form for kind, _, form in all_forms if kind == "weekday"], bare)
    told = _weekdays([form for data in chain for kind, _, form in forms(data) if kind == "weekday"], bare)
    brief = _weekdays(cldr.brief_weekdays(found) if found else (), bare) - told
    brief |= {day for day in days if len(day) < _SHORTEST and script(day[0]) == "spaced"}
    for kind in ("ordinal", "cardinal"):
        rules = [rule.partition(">") for rule in _of(chain, "fractions", kind)]
        all_forms += list(derived.denominators(all_forms, kind, [(old, new) for old, _, new in rules]))
    low = [rule.partition(">") for rule in _of(chain, "ranges", "low")]
    all_forms += list(derived.low_ends(all_forms, [(old, new) for old, _, new in low]))
    all_forms += list(derived.apart(all_forms, _of(chain, "number_words", "and"), settings.get("prefixes", [])))
    if settings.get("unaccented"):
        all_forms += list(derived.unaccented(all_forms))
    return packed(
        build(all_forms, bare, told_forms),
        code=code,
        name=_name(code, found),
        decimal=_separators(*_likelier(code, settings.get("decimal", []), decimal, 0)) or (".",),
        group=_separators(*_likelier(code, settings.get("group", []), group, 1)) or (",",),
        date_order=settings.get("date_order", "dmy"),
        bare=bare,
        joints=tuple(fold(word, bare).text for data in chain for word in data.get("number_words", {}).get("and", [])),
        prefixes=tuple(settings.get("prefixes", ())),
        unit_first=bool(settings.get("unit_first", False)),
        halves_first=bool(settings.get("halves_first", False)),
        money_first=bool(settings.get("money_first", False)),
        twelve_hours=found is not None and cldr.twelve_hours(found),
        calendar=tuple(settings["calendar"]) if "calendar" in settings else None,
        weekdays=sorted(days - brief),
        brief_weekdays=sorted(brief),
        fallback=len(chain) == 1 and found is None,
        patterns=_of(chain, "fractions", "pattern"),
        quotients=_of(chain, "fractions", "any"),
        place=bool(settings.get("place", False)),
        ones_joined=bool(settings.get("ones_joined", False)),
        denies=any(data.get("negation", {}).get("whole") for data in chain),
    )


def _weekdays(names: Iterable[str], bare: bool) -> set[str]:
    return {fold(name.strip(" *."), bare).text.replace("-", " ") for name in names}


def _of(chain: list[Data], section: str, key: str) -> tuple[str, ...]:
    """A list of a section, of all files of a chain."""
    return tuple(item for data in chain for item in data.get(section, {}).get(key, ()))


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
    whole = code if chain or cldr.exists(parts[0]) else cldr.macro(code)
    return [*chain, read("common")] if whole == code else _chain(whole)


def _likelier(code: str, told: list[str], known: list[str], which: int) -> tuple[list[str], list[str]]:
    """What a file says and what CLDR knows, the latter first for a region that writes otherwise than its language."""
    language, _, region = code.partition("-")
    base = cldr.locale(language) if region and not read(code) else None
    return (known, told) if base and known != cldr.separators(base)[which] else (told, known)


def _separators(told: list[str], known: list[str]) -> tuple[str, ...]:
    folded = [fold(mark).text or mark for mark in [*told, *known]]
    return tuple(dict.fromkeys(folded))


def name(code: str) -> str:
    """The English name of a language; its code where CLDR has none."""
    return load(code).name


def _name(code: str, found: "babel.Locale | None") -> str:
    english = cldr.locale(naming())
    shown = found.get_display_name(english) if found else english and english.languages.get(code)
    return shown.replace("(", "").replace(")", "") if shown else code
