"""Readers: from a file to a `Document`. A module in this folder is a format; its name is of no matter.

A reader has `SUFFIXES`, lower-case with the dot, and `read(source)`, which gives the blocks of prose and the
stretches that are none; or `read_versions(source)`, which gives those of each language of a file that holds several; or
both and `several(head)`, which says whether a file that begins with these bytes may hold several.
It may have

- `KEYED = True`: blocks have keys. Such a file is a version only of files of its own suffix, and passed over where it
  stands alone, for files of such suffixes are mostly something else (`package.json`);
- `recognises(head)`: whether a file that begins with these bytes is of the format, where others use the suffix, too;
- `decode(data, shown)`: from bytes to the text in which places are counted, where that is not plain UTF-8.

`read` and `read_versions` raise `InputError` for what is broken, without the path: "line 3, column 5: …; …". Modules
whose name starts with `_` are shared by the readers.
"""

import pkgutil
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path, PurePath
from types import ModuleType
from typing import cast

from checker.errors import InputError
from checker.model import Block, Document, Skip
from checker.readers import _file
from checker.readers._conventions import conventional
from checker.readers._detect import Guess, guess
from checker.readers._file import LIMIT, beginning, load
from checker.readers._icu import sentences
from checker.readers._plurals import Categories, categories
from checker.readers._regions import without
from checker.readers._values import Piece, Values
from checker.readers._versions import SOURCE, TARGET, Content, Held, Versions, held

__all__ = [
    "EMPTY",
    "LIMIT",
    "Categories",
    "Piece",
    "Values",
    "again",
    "by_content",
    "categories",
    "decode",
    "guess",
    "holds",
    "identify",
    "keyed",
    "parse",
    "read",
    "recognises",
    "sentences",
    "several",
    "suffixes",
    "versions",
]

EMPTY = "empty; write its text, or take the file away"
"""What is wrong with a version of nothing but white space: all of its claims would be missing."""
_ALL = Skip()
_FILES = 2
"""Files of several languages that are kept as they were read: each is asked for once for every language."""


@cache
def _readers() -> Mapping[str, ModuleType]:
    found = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        if not module.name.startswith("_"):
            reader = import_module(f"{__name__}.{module.name}")
            found.update(dict.fromkeys(reader.SUFFIXES, reader))
    return found


def _reader(suffix: str) -> ModuleType:
    reader = _readers().get(suffix.lower())
    if reader is None:
        raise InputError(f"{suffix or 'no suffix'}: no known format; known are {', '.join(sorted(_readers()))}")
    return reader


def suffixes() -> frozenset[str]:
    """The file suffixes that can be read, lower-case with the dot."""
    return frozenset(_readers())


@cache
def keyed() -> frozenset[str]:
    """The suffixes of files whose blocks have keys."""
    return frozenset(suffix for suffix, reader in _readers().items() if getattr(reader, "KEYED", False))


@cache
def several() -> frozenset[str]:
    """The suffixes of files that hold several languages."""
    return frozenset(
        suffix for suffix, it in _readers().items() if hasattr(it, "read_versions") and suffix not in mixed()
    )


@cache
def mixed() -> frozenset[str]:
    """The suffixes of files that hold one language or several."""
    return frozenset(suffix for suffix, reader in _readers().items() if hasattr(reader, "several"))


@cache
def by_content() -> frozenset[str]:
    """The suffixes of files that say no more by their names than that they may be read: they have to be opened."""
    return several() | mixed() | {suffix for suffix, reader in _readers().items() if hasattr(reader, "recognises")}


def recognises(path: Path, shown: str) -> bool:
    """Whether a file is of the format that its suffix stands for; what can't be opened is told when it is read."""
    test = getattr(_readers().get(path.suffix.lower()), "recognises", None)
    return test is None or bool(test(beginning(path, shown)))


def decode(data: bytes, shown: str) -> str:
    """The text of a file's bytes, by the rules of its format; raises `InputError` for what is none."""
    own = getattr(_readers().get(PurePath(shown).suffix.lower()), "decode", _file.decode)
    return cast("str", own(data, shown))


def parse(source: str, suffix: str, skip: Skip = _ALL, part: str = "") -> Content:
    """The blocks of a text in the format of the suffix (`.md`) and what is no prose, or is not to be checked.

    `part` is the version that is wanted of a text that holds several; without it, it is the only one. Raises
    `InputError`, without a path, for a suffix that no reader knows, and for what is broken.
    """
    if suffix.lower() not in several() and not part:
        blocks, ignored = cast("Content", _reader(suffix).read(source))
        return without(source, blocks, ignored, skip)
    texts = versions(source, suffix).texts
    if part not in texts and (part or len(texts) != 1):
        there = ", ".join(sorted(texts)) or "none"
        raise InputError(f"no version {part}; there are: {there}" if part else f"several ({there}); say which: --lang")
    return without(source, *texts[part or next(iter(texts))], skip)


@lru_cache(maxsize=_FILES)
def versions(source: str, suffix: str) -> Versions:
    """The versions that a text of a format holds. Raises `InputError`, without a path, for what is broken."""
    return cast("Versions", _reader(suffix).read_versions(source))


@lru_cache(maxsize=_FILES)
def _same(source: str) -> str:
    """The text that was there before where the two are equal: what is kept of a text is found at once by that one."""
    return source


def holds(path: Path, shown: str) -> Held | None:
    """Which languages a file holds; None for a format in which a file is one version."""
    suffix = path.suffix.lower()
    if suffix in mixed():
        return _mixed(path, shown)
    if suffix not in several():
        return None
    source = _same(load(path, shown, decode))
    if not source.strip():
        raise InputError(f"{shown}: {EMPTY}")
    try:
        return held(versions(source, suffix))
    except InputError as error:
        raise InputError(f"{shown}: {error}") from error


def _mixed(path: Path, shown: str) -> Held | None:
    """The same for a file that may be one version; what is wrong with it is told when it is read as such.

    Keys that are language codes may also be about languages (`{"de": {"name": "German"}}`): what speaks against it is
    that no text is in its own, or that one is surely in that of another key.
    """
    try:
        if not _readers()[path.suffix.lower()].several(beginning(path, shown)):
            return None
        found = versions(_same(load(path, shown, decode)), path.suffix.lower()).texts
    except InputError:
        return None
    bases = {tag: tag.partition("-")[0] for tag in found}
    told = {tag: it for tag, (blocks, _) in found.items() if (it := guess(block.text for block in blocks))}
    wrong = [it for tag, it in told.items() if it.language != bases[tag]]
    other = len(wrong) == len(told) > 0 or any(it.sure and it.language in bases.values() for it in wrong)
    if len(found) < 2 or other:
        return None
    return held(Versions(found))


def read(path: Path, shown: str, language: str | None = None, skip: Skip = _ALL, part: str = "") -> Document:
    """One language version without the regions to skip; `shown` is the path as it is reported, with `/`.

    Without `language` it is guessed from the prose and `Document.detected` is True. `part` is what the version is
    called in a file that holds several; without it, it is that of the language. Raises `InputError` for whatever can't
    be read, and where no language can be told.
    """
    suffix = _suffix(path, shown)
    source = load(path, shown, decode)
    source = _same(source) if suffix in several() else source
    if not part and language and suffix in several():
        part = _called(source, shown, suffix, language)
    blocks, ignored = _parsed(source, shown, suffix, skip, part)
    if language is not None:
        return Document(language, shown, source, blocks, ignored, part=part)
    found = _guessed(blocks, suffix, part)
    if found is None:
        stem = PurePath(shown).stem
        hint = f"{stem}.LANGUAGE{PurePath(shown).suffix}"
        raise InputError(f"{shown}: too little text to tell its language; name the file {hint}")
    return Document(found.language, shown, source, blocks, ignored, detected=True, part=part)


def again(document: Document, source: str, skip: Skip = _ALL) -> Document:
    """The same version with another text, read as the first one was."""
    blocks, ignored = _parsed(source, document.path, PurePath(document.path).suffix, skip, document.part)
    return replace(document, source=source, blocks=blocks, ignored=ignored)


def identify(path: Path, shown: str, part: str = "") -> Guess | None:
    """The language of a file, or of a version in it, by its prose; None where there is too little to tell.

    Raises `InputError` for whatever can't be read.
    """
    suffix = _suffix(path, shown)
    blocks, _ = _parsed(load(path, shown, decode), shown, suffix, _ALL, part)
    return _guessed(blocks, suffix, part)


def _guessed(blocks: Iterable[Block], suffix: str, part: str) -> Guess | None:
    """The language by the prose; where that is not sure, what the format's users agree on for its sources."""
    found = guess(block.text for block in blocks)
    usual = conventional(suffix) if part == SOURCE and not (found and found.sure) else None
    return Guess(usual, sure=True) if usual else found


def _parsed(source: str, shown: str, suffix: str, skip: Skip, part: str) -> Content:
    try:
        return parse(source, suffix, skip, part)
    except InputError as error:
        raise InputError(f"{shown}: {error}") from error


def _called(source: str, shown: str, suffix: str, language: str) -> str:
    """What the version of a language is called in a file that holds several; the only other one where none is told."""
    try:
        texts = versions(source, suffix).texts
    except InputError as error:
        raise InputError(f"{shown}: {error}") from error
    untold = [tag for tag in texts if tag in (SOURCE, TARGET)]
    return language if language in texts or not untold else untold[-1]


def _suffix(path: Path, shown: str) -> str:
    if path.suffix.lower() not in _readers():
        raise InputError(f"{shown}: no known format; known are {', '.join(sorted(_readers()))}")
    return path.suffix.lower()
