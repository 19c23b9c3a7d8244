"""Languages as people write them at the head of a column: a code (`pt_BR`) or the name in English (`German`)."""

import re
from collections.abc import Mapping
from functools import cache

_SHAPE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|[0-9]{3}))?")
_LONGEST = 60


def language(text: str) -> str | None:
    """The language as a BCP 47 tag in standard form; None where CLDR knows none of that code or name."""
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    return _code(text) if _SHAPE.fullmatch(text) else _names().get(text.casefold())


@cache
def _code(text: str) -> str | None:
    from langcodes import standardize_tag, tag_is_valid
    from langcodes.tag_parser import LanguageTagError

    try:
        tag = str(standardize_tag(text))
    except LanguageTagError:
        return None
    return tag if tag_is_valid(tag) and tag.partition("-")[0] in _known() else None


@cache
def _known() -> frozenset[str]:
    """The languages that CLDR has locales for: the registry of all holds too many English words (`key`)."""
    from babel.localedata import locale_identifiers

    return frozenset(identifier.partition("_")[0] for identifier in locale_identifiers())


@cache
def _names() -> Mapping[str, str]:
    from babel import Locale

    return {
        name.casefold(): code.replace("_", "-")
        for code, name in sorted(Locale("en").languages.items(), reverse=True)
        if code.partition("_")[0] in _known()
    }
