"""Language codes as files and systems write them, in standard form: `de_DE`, `pt-BR`, `sr@latin`, `ca_ES.UTF-8`.

A tag is kept as it is written: `zh-CN` is not turned into `zh-Hans`; only what is out of date is replaced (`iw` is he).
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

SHAPE = r"[A-Za-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|[0-9]{3}))?"
"""A pattern of what is written as a language with its script and region."""
_KNOWN = re.compile(rf"{SHAPE}(?:@[A-Za-z]{{2,20}})?")
_SCRIPT = 4
"""Letters of a script; a variant has more (RFC 5646)."""


def tag(written: str | None) -> str | None:
    """The BCP 47 tag; None for what is none."""
    return _tag(written.strip()) if written else None


@cache
def known(text: str) -> str | None:
    """The tag of a language that CLDR has a locale for, or that is ours by that name; None for others.

    The registry of all the world's languages holds too many English words (`doc`, `api`, `new`).
    """
    if text in _named():  # in standard form as it is; langcodes takes longer to load than a run has to spare
        return text
    found = _tag(text) if _KNOWN.fullmatch(text) else None
    return found if found and found.partition("-")[0] in _named() else None


def said(text: str) -> str | None:
    """The same where somebody says that it is a language: a code that is an English word (`war`), too."""
    return known(text) or (text if text in _table()["codes"]["doubtful"] else None)


@cache
def _named() -> frozenset[str]:
    return languages() | frozenset(_table()["codes"]["named"])


@cache
def languages() -> frozenset[str]:
    """The languages that CLDR has locales for."""
    from babel.localedata import locale_identifiers

    return frozenset(identifier.partition("_")[0] for identifier in locale_identifiers())


def naming() -> str:
    """The language in which others, and units, are named for everybody."""
    return str(_table()["codes"]["naming"])


@cache
def _tag(written: str) -> str | None:
    from langcodes import standardize_tag, tag_is_valid
    from langcodes.tag_parser import LanguageTagError

    code, _, modifier = written.partition("@")
    language, *rest = code.partition(".")[0].replace("_", "-").split("-")
    subtags = str(_table()["modifier"].get(modifier.lower(), "")).split("-") if modifier else []
    scripts = [part for part in subtags if len(part) == _SCRIPT]
    variants = [part for part in subtags if len(part) > _SCRIPT]
    try:
        found = str(standardize_tag("-".join([language, *scripts, *rest, *variants])))
    except (LanguageTagError, ValueError):
        return None
    return found if tag_is_valid(found) and found != "und" else None


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("locales.toml").read_text(encoding="utf-8"))
