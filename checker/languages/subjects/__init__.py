"""Words for what a number is said of (revenue, women, the north), and which of these rule one another out.

One file per language, `xx.toml`: concept → its words, as in the files of the folder above. `rivals.toml` has the groups
of concepts of which a sentence says one and not another.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from checker import languages
from checker.errors import LanguageDataError
from checker.languages.building import build
from checker.languages.cldr import Form
from checker.languages.lexicon import Lexicon
from checker.languages.packing import packed, unpacked
from checker.languages.subjects import names

RIVALS = "rivals.toml"
OTHER = "other"
"""The key of phrases in which the words of a concept mean something else."""


def codes() -> list[str]:
    """The languages that have a file."""
    names = sorted(entry.name for entry in files(__name__).iterdir() if entry.name.endswith(".toml"))
    return [name.removesuffix(".toml") for name in names if name != RIVALS]


@lru_cache(maxsize=256)
def read(code: str) -> Mapping[str, Any]:
    """A language's file as it stands, or that of the language it is a part of; an empty mapping where there is none."""
    language = code.partition("-")[0]
    parent = languages.read(language).get("language", {}).get("parent")
    known = codes()
    name = next((name for name in (code, language, parent) if name in known), None)
    if name is None:
        return {}
    data = tomllib.loads((files(__name__) / f"{name}.toml").read_text("utf-8"))
    unknown = data["words"].keys() - _groups().keys() - {OTHER}
    if unknown:
        raise LanguageDataError(
            f"languages/subjects/{name}.toml: no group of {RIVALS} has {', '.join(sorted(unknown))}"
        )
    return data


def rivals(concept: str) -> frozenset[str]:
    """The concepts of which one is named where a certain one isn't meant."""
    return _groups().get(concept, frozenset())


@cache
def dimensions() -> Mapping[str, str]:
    """Concept → the dimension of the only amounts that it is said of (see `checker.languages.dimension`)."""
    return {concept: dimension for dimension, concepts in _told()["dimensions"].items() for concept in concepts}


@cache
def _told() -> Mapping[str, Mapping[str, list[str]]]:
    return tomllib.loads((files(__name__) / RIVALS).read_text("utf-8"))


@cache
def _groups() -> Mapping[str, frozenset[str]]:
    """Concept → the others of its groups."""
    groups = [frozenset(members) for members in _told()["groups"].values()]
    groups.append(frozenset(names.TERRITORY + code for code in names.territories()))
    groups.append(frozenset(names.LANGUAGE + code for code in _told()["names"]["languages"]))
    table: dict[str, frozenset[str]] = {}
    for members in groups:
        for concept in members:
            table[concept] = table.get(concept, frozenset()) | (members - {concept})
    return table


@lru_cache(maxsize=256)
def lexicon(code: str) -> Lexicon | None:
    """The words and names of a language, each of the category that its concept is; None where it has no file."""
    data = read(code)
    if not data:
        return None
    forms = [*_forms(data["words"]), *names.forms(code, *_told()["names"].values())]
    main = languages.load(code)
    built = build(forms, main.bare, 0)
    settings = {"prefixes": main.prefixes, "bare": main.bare, "decimal": main.decimal, "group": main.group}
    return unpacked(packed(built, code=code, name=main.name, date_order="", joints=(), **settings))


def _forms(words: Mapping[str, list[str]]) -> Iterator[Form]:
    for concept, forms in words.items():
        yield from ((concept, "", form) for form in forms)
