"""What the name of a file may say: which document it is of, and in which language.

A name can be read in several ways; `what-is.md` is Icelandic only where other versions of `what` say so.
"""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from checker.discover._codes import looks_like_code
from checker.discover._walk import File
from checker.locales import known

Key = tuple[str, ...]
FORMAT = "\0"
"""In the last part of a key it stands before the suffix, where only files of this suffix are versions of a document."""

_SEPARATOR = re.compile(r"[._-]")
_VALUES = re.compile(r"values-(?:b\+(?P<tag>[A-Za-z0-9+]+)|(?P<code>[a-z]{2,3})(?:-r(?P<region>[A-Z]{2}))?)")
_LPROJ = re.compile(r"(?P<code>.+)\.lproj", re.IGNORECASE)
_BASE = "base"
"""What Xcode calls the folder of the texts that are translated."""
_DOCUSAURUS = re.compile(r"docusaurus-plugin-content-(docs|blog|pages)(?:-([\w-]+))?")
_SOURCES = {"docs": ("docs",), "blog": ("blog",), "pages": ("src", "pages")}


class Way(IntEnum):
    """Where the code stands, the surest first."""

    STEM = 0  # launch/de.md
    DOT = 1  # launch.de.md
    FOLDER = 2  # docs/de/launch.md
    TAIL = 3  # launch-de.md, launch_de.md
    NONE = 4  # README.md


class Reading(NamedTuple):
    """One way to read a name: `key` is equal for the versions of a document, `code` the code as written.

    `language` is None where the code is unknown, or where there is none (`code` is then empty).
    """

    way: Way
    key: Key
    code: str
    language: str | None


def readings(file: File, keyed: AbstractSet[str] = frozenset()) -> Iterator[Reading]:
    """Every way in which the name can be read; files of a suffix of `keyed` have it in their keys."""
    folder, stem, suffix = file.folder, file.stem, file.suffix
    end = FORMAT + suffix if suffix in keyed else ""
    for way, kept, code, language in _stem_ways(stem):
        yield Reading(way, (*folder, kept + end), code, language)
    for way, above, code, language in _folder_ways(folder, max(0, len(file.place) - file.given)):
        yield Reading(way, (*above, stem + end), code, language)
    yield Reading(Way.NONE, (*folder, stem + end), "", None)


@lru_cache(maxsize=4096)
def _stem_ways(stem: str) -> tuple[tuple[Way, str, str, str | None], ...]:
    """The ways to read a code in the name itself: what is kept of it, the code, and the language."""
    found: list[tuple[Way, str, str, str | None]] = []
    if (language := known(stem)) or looks_like_code(stem):
        found.append((Way.STEM, "*", stem, language))
    for match in _SEPARATOR.finditer(stem, 1):
        code = stem[match.end() :]
        way = Way.DOT if match.group() == "." else Way.TAIL
        if (language := known(code)) or looks_like_code(code):
            found.append((way, stem[: match.start()], code, language))
    return tuple(found)


@lru_cache(maxsize=4096)
def _folder_ways(folder: Key, first: int) -> tuple[tuple[Way, Key, str, str | None], ...]:
    """The ways to read a code in the names of folders, from the `first` on: the folder without it, code, language."""
    found: list[tuple[Way, Key, str, str | None]] = []
    for index in range(first, len(folder)):
        if (language := known(folder[index])) or looks_like_code(folder[index]):
            found.append((Way.FOLDER, _without(folder, index), folder[index], language))
        for kept, code in _resources(folder[index]):
            key = (*folder[:index], *kept, *folder[index + 1 :])
            found.append((Way.FOLDER if code else Way.NONE, key, code, known(code)))
    return tuple(found)


def _resources(folder: str) -> Iterator[tuple[Key, str]]:
    """What stays of the name of a folder of resources without its code, and the code (empty for the source's).

    Android has `values-pt-rBR` and `values-b+sr+Latn` beside `values`, Xcode `pt-BR.lproj` beside `Base.lproj`.
    """
    if match := _VALUES.fullmatch(folder):
        code = (match["tag"] or "").replace("+", "-") or "-".join(filter(None, (match["code"], match["region"])))
        yield ("values",), code
    elif match := _LPROJ.fullmatch(folder):
        yield (), "" if match["code"].lower() == _BASE else match["code"]


def _without(folder: Key, index: int) -> Key:
    """The folder without its language, as the source's folder is called by the conventions.

    Docusaurus keeps the translations of `docs/x.md` in `i18n/de/docusaurus-plugin-content-docs/current/x.md`, and those
    of `versioned_docs/version-2/x.md` in `…/version-2/x.md`; a second set of pages has its name behind the plugin's.
    """
    before, after = folder[:index], folder[index + 1 :]
    if before[-1:] != ("i18n",) or not after or not (match := _DOCUSAURUS.fullmatch(after[0])):
        return (*before, *after)
    name = (match[2],) if match[2] else _SOURCES[match[1]]
    rest = after[1:]
    if match[1] == "docs" and rest[:1] == ("current",):
        rest = rest[1:]
    elif match[1] == "docs" and rest and rest[0].startswith("version-"):
        name = (f"{match[2]}_versioned_docs" if match[2] else "versioned_docs",)
    return (*before[:-1], *name, *rest)
