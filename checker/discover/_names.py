"""What the name of a file may say: which document it is of, and in which language.

A name can be read in several ways; `what-is.md` is Icelandic only where other versions of `what` say so.
"""

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from checker.discover._codes import known, looks_like_code
from checker.discover._walk import File

Key = tuple[str, ...]

_SEPARATOR = re.compile(r"[._-]")
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


def readings(file: File) -> Iterator[Reading]:
    """Every way in which the name can be read."""
    *folder, name = file.place
    stem = name[: len(name) - len(file.path.suffix)]
    if (language := known(stem)) or looks_like_code(stem):
        yield Reading(Way.STEM, (*folder, "*"), stem, language)
    for match in _SEPARATOR.finditer(stem, 1):
        code = stem[match.end() :]
        way = Way.DOT if match.group() == "." else Way.TAIL
        if (language := known(code)) or looks_like_code(code):
            yield Reading(way, (*folder, stem[: match.start()]), code, language)
    for index in range(max(0, len(file.place) - file.given), len(folder)):
        if (language := known(folder[index])) or looks_like_code(folder[index]):
            key = _without(tuple(folder), index)
            yield Reading(Way.FOLDER, (*key, stem), folder[index], language)
    yield Reading(Way.NONE, (*folder, stem), "", None)


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
