"""Languages as people write them at the head of a column: by code (`pt_BR`), or by name.

Names are those that CLDR has in English and in the language itself (`German`, `Deutsch`), also with a region or a
script behind them: `Português (Brasil)`, `Chinese (Traditional)`, `中文（繁體）`.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from checker import languages
from checker.locales import known, naming
from checker.locales import languages as with_locales

_LONGEST = 60
_NAMED = re.compile(r"[^\W\d_][^\d_,;:!?]*")
"""A text that may be the name of a language."""
_SCRIPTED = re.compile(r"[a-z]{2,3}_[A-Z][a-z]{3}")
_QUALIFIED = re.compile(r"(.+?)\s*[(（]\s*(.+?)\s*[)）]")


def language(text: str) -> str | None:
    """The language as a BCP 47 tag in standard form; None where CLDR knows none of that code or name."""
    text = text.strip()
    return known(text) or (_named(text) if len(text) <= _LONGEST and _NAMED.fullmatch(text) else None)


def _named(text: str) -> str | None:
    name = text.casefold()
    if found := _english().get(name) or _own().get(name):
        return found
    if match := _QUALIFIED.fullmatch(name):
        base = _english().get(match[1]) or _own().get(match[1])
        plain = base.partition("-")[0] if base else ""
        for locale in (plain, *_scripted(plain), naming()) if base else ():
            if part := _parts(locale).get(match[2]):
                return known(f"{base}-{part}")
    return None


@cache
def _english() -> Mapping[str, str]:
    return dict(_said(naming(), with_locales()))


@cache
def _own() -> Mapping[str, str]:
    """The names of the languages that have a file of ours in themselves; each of CLDR's files takes its time."""
    plain = sorted(languages.codes())
    names: dict[str, str] = {}
    for locale in (*(each for code in plain for each in _scripted(code)), *plain):
        code = locale.partition("_")[0]
        own = {code: locale.replace("_", "-")}
        names |= {name: own.get(tag, tag) for name, tag in _said(locale, frozenset({code}))}
    return names


@cache
def _scripted(code: str) -> tuple[str, ...]:
    """The locales of CLDR that name a script of a language."""
    from babel.localedata import locale_identifiers

    return tuple(
        sorted(each for each in locale_identifiers() if _SCRIPTED.fullmatch(each) and each.startswith(f"{code}_"))
    )


def _said(locale: str, wanted: frozenset[str]) -> Iterator[tuple[str, str]]:
    """What a locale calls the languages that are wanted, in lower case, with their tags; a name's plainest tag last."""
    for identifier, name in sorted(_table(locale, "languages").items(), reverse=True):
        if identifier.partition("_")[0] in wanted:
            yield name.casefold(), identifier.replace("_", "-")


@cache
def _parts(code: str) -> Mapping[str, str]:
    """Subtags by what a language calls their script or region, in lower case."""
    found = {name.casefold(): part for part, name in sorted(_table(code, "territories").items(), reverse=True)}
    return found | {name.casefold(): part for part, name in _table(code, "scripts").items()}


def _table(locale: str, name: str) -> Mapping[str, Any]:
    """A table of CLDR for a locale; empty where there is none."""
    from babel.localedata import exists, load

    code = locale.replace("-", "_")
    return dict(load(code).get(name, {})) if exists(code) else {}
