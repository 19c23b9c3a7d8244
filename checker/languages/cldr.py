"""What CLDR knows of a language, through babel, and how RBNF spells its numbers: forms by category and value."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import babel
from babel import localedata
from babel.core import UnknownLocaleError, get_global

from checker.locales import naming

Form = tuple[str, str, str]
"""(category, value, form), as a language file would say it."""

_AROUND = " \u00a0\u202f\u200e\u200f"
_NOWHERE = "ZZ"
"""The territory of currencies that no country has."""
_CARDINALS = (*range(100), *range(100, 1000, 100), 1000)
_ORDINALS = (*range(1, 100), *range(100, 1000, 100), 1000)


def locale(code: str) -> babel.Locale | None:
    """The CLDR locale of a BCP 47 code, or its language's, or its macrolanguage's; None where CLDR has none."""
    language = code.split("-", maxsplit=1)[0]
    for name in (code, language) if localedata.exists(language) else (code, macro(language)):
        try:
            found = babel.Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
        _keep_apart(str(found))
        return found
    return None


@lru_cache(maxsize=256)
def macro(code: str) -> str:
    """The code of the language that one is counted to (swh is sw, cmn is zh); the same code for others."""
    from langcodes import standardize_tag  # takes longer to load than most are asked for
    from langcodes.tag_parser import LanguageTagError

    try:
        return str(standardize_tag(code, macro=True))
    except (LanguageTagError, ValueError):
        return code


def exists(code: str) -> bool:
    """Whether CLDR has data for this very code."""
    return localedata.exists(code.replace("-", "_"))


@lru_cache(maxsize=1024)
def _keep_apart(name: str) -> None:
    """Gives a locale data of its own, before any is read.

    Babel's locales share what they inherit, and what one resolves there is written for all: after Swati was asked for
    its months, they were Dutch months too.
    """
    data = localedata.load(name)
    for key, value in data.items():
        data[key] = _own(value)


def _own(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _own(inner) for key, inner in value.items()}
    if isinstance(value, tuple):  # an alias, and what differs from it
        return tuple(_own(part) for part in value)
    return value


def separators(found: babel.Locale) -> tuple[list[str], list[str]]:
    """The decimal and the grouping separators of a locale's Latin and own digits."""
    decimal: list[str] = []
    group: list[str] = []
    for system in dict.fromkeys(("latn", found.default_numbering_system)):
        symbols: Any = found.number_symbols.get(system, {})
        for key, into in (("decimal", decimal), ("group", group)):
            value = symbols.get(key)
            if value and value not in into:
                into.append(value)
    return decimal, group


def forms(found: babel.Locale, units: list[str]) -> Iterator[Form]:
    """Everything that CLDR names: scale words, currencies, units, months, weekdays, day periods."""
    yield from _scales(found)
    yield from _currencies(found)
    yield from _units(found, units)
    yield from _calendar(found)
    yield from _and(found)


def _scales(found: babel.Locale) -> Iterator[Form]:
    for width in ("long", "short"):
        for patterns in found.compact_decimal_formats.get(width, {}).values():
            for power, pattern in patterns.items():
                text = re.sub(r"'([^']*)'", r"\1", pattern.pattern.split(";")[0])
                zeros = text.count("0")
                word = text.replace("0", "").replace("\u00a4", "").strip(" \u00a0.\u200f\u200e")
                if word and zeros:
                    yield "scale", str(int(power) // 10 ** (zeros - 1)), word


@lru_cache(maxsize=1)
def _tender() -> frozenset[str]:
    """The currencies that some country has or had: neither gold (XAU) nor testing codes."""
    territories: Any = get_global("territory_currencies")
    return frozenset(entry[0] for place, entries in territories.items() for entry in entries if place != _NOWHERE)


def _currencies(found: babel.Locale) -> Iterator[Form]:
    tender = _tender()
    plural_names: Any = found._data["currency_names_plural"]  # no public way to all plurals at once
    for code, name in found.currencies.items():
        if code in tender:
            yield "currency", code, name
    for code, plurals in plural_names.items():
        for name in plurals.values() if code in tender else ():
            yield "currency", code, name
    for code, symbol in found.currency_symbols.items():
        if code in tender:
            yield "currency", code, symbol


def _units(found: babel.Locale, units: list[str]) -> Iterator[Form]:
    patterns = found._data["unit_patterns"]  # babel's public function fills in one number at a time
    wanted = {unit: unit for unit in units}
    for name in patterns:
        unit = wanted.get(str(name).partition("-")[2])  # length-kilometer
        if unit is None:
            continue
        for width in ("long", "short"):
            for key, pattern in patterns[name].get(width, {}).items():
                word = (
                    pattern.replace("{0}", "").strip(_AROUND) if isinstance(pattern, str) and "{0}" in pattern else ""
                )
                if word and key not in ("per", "compound") and not (len(word) == 2 and word[1] == "."):
                    yield "unit", unit, word


def counted(unit: str, form: str) -> str | None:
    """The English name of a unit in a plural form (`one`, `other`), as reports say it; None where CLDR has none."""
    found = locale(naming())
    patterns = found._data["unit_patterns"] if found else {}
    names = (names.get("long", {}).get(form) for name, names in patterns.items() if name.partition("-")[2] == unit)
    return next((name.replace("{0}", "").strip() for name in names if name), None)


def _and(found: babel.Locale) -> Iterator[Form]:
    """What stands between the two parts of an amount: 2 hours and 30 minutes."""
    for style in ("standard", "unit"):
        pattern = found.list_patterns.get(style, {}).get("2", "")
        word = pattern.replace("{0}", "").replace("{1}", "").strip(_AROUND)
        if any(c.isalpha() for c in word):
            yield "parts_linker", "", word


def _calendar(found: babel.Locale) -> Iterator[Form]:
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            months: Any = found.months[context][width]
            days: Any = found.days[context][width]
            for number, name in months.items():
                if any(c.isalpha() for c in name):
                    yield "month", str(number), name
            for number, name in days.items():
                yield "weekday", str(number + 1), name
    if not twelve_hours(found):
        return  # a language with 24 hours has AM and PM in CLDR all the same, and a German "am" is none
    periods: Any = found.day_periods["format"]
    for width in ("wide", "abbreviated"):
        for key in ("am", "pm"):
            name = periods.get(width, {}).get(key)
            if name:
                yield key, "", name


def brief_weekdays(found: babel.Locale) -> frozenset[str]:
    """The abbreviations of weekdays that are no full name of one."""
    days: Any = [found.days[context] for context in ("format", "stand-alone")]
    full = {name for context in days for name in context["wide"].values()}
    return frozenset(name for context in days for name in context["abbreviated"].values()) - full


def twelve_hours(found: babel.Locale) -> bool:
    """Whether the hours of the day are counted to twelve, so that a bare 7 may be the evening's."""
    return "a" in found.time_formats["short"].pattern


def spelled(code: str) -> Iterator[Form]:
    """Numbers in words, by the rule-based formats (RBNF): 0 to 99, the hundreds and 1,000; ordinals 1 to 99, too."""
    import langcodes
    from unicode_rbnf import FormatPurpose, RbnfEngine  # 0.1 s of XML parsing, not needed by `--help`
    from unicode_rbnf.engine import NoRuleForNumberError

    language = langcodes.Language.get(code)
    for name in dict.fromkeys((language.language, language.prefer_macrolanguage().language)):
        try:
            engine = RbnfEngine.for_language(str(name))
        except ValueError:
            continue
        for category, numbers, prefix, purpose in (
            ("number", _CARDINALS, "spellout-cardinal", FormatPurpose.CARDINAL),
            ("ordinal", _ORDINALS, "spellout-ordinal", FormatPurpose.ORDINAL),
        ):
            for number in numbers:
                try:
                    result = engine.format_number(number, purpose)
                except (ValueError, NoRuleForNumberError):  # the language has no rule for it
                    continue
                for ruleset, text in result.text_by_ruleset.items():
                    word = text.strip().strip("\u200b")
                    if not ruleset.startswith(prefix) or "financial" in ruleset:
                        continue
                    if word and not any(c.isdigit() for c in word):
                        yield category, str(number), word
        return
