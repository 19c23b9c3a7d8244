"""Readers: from a file to a `Document`. A module in this folder is a format; its name is of no matter.

A reader has `SUFFIXES`, lower-case with the dot, and `read(source)`, which gives the blocks of prose and the
stretches that are none. Modules whose name starts with `_` are shared by the readers.
"""

import pkgutil
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path, PurePath
from typing import Protocol, cast

from checker.errors import InputError
from checker.model import Block, Document, Ignored, Skip
from checker.readers._detect import Guess, guess
from checker.readers._file import LIMIT, decode, load
from checker.readers._regions import without

__all__ = ["LIMIT", "Guess", "Reader", "again", "decode", "guess", "identify", "parse", "read", "suffixes"]


_ALL = Skip()


class Reader(Protocol):
    """What a module of this folder offers."""

    SUFFIXES: tuple[str, ...]

    def read(self, source: str) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
        """The blocks of prose and what is none, each in source order."""


@cache
def _readers() -> dict[str, Reader]:
    found = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name):
        if not module.name.startswith("_"):
            reader = cast("Reader", import_module(f"{__name__}.{module.name}"))
            found.update(dict.fromkeys(reader.SUFFIXES, reader))
    return found


def suffixes() -> frozenset[str]:
    """The file suffixes that can be read, lower-case with the dot."""
    return frozenset(_readers())


def parse(source: str, suffix: str, skip: Skip = _ALL) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
    """The blocks of a text in the format of the suffix (`.md`) and what is no prose, or is not to be checked.

    Raises `InputError` for a suffix that no reader knows.
    """
    reader = _readers().get(suffix.lower())
    if reader is None:
        raise InputError(f"{suffix or 'no suffix'}: no known format; known are {', '.join(sorted(_readers()))}")
    return without(source, *reader.read(source), skip)


def read(path: Path, shown: str, language: str | None = None, skip: Skip = _ALL) -> Document:
    """One language version without the regions to skip; `shown` is the path as it is reported, with `/`.

    Without `language` it is guessed from the prose and `Document.detected` is True. Raises `InputError` for
    whatever can't be read, and where no language can be told.
    """
    source = load(path, shown)
    blocks, ignored = parse(source, _suffix(path, shown), skip)
    if language is not None:
        return Document(language, shown, source, blocks, ignored)
    found = guess(block.text for block in blocks)
    if found is None:
        stem = PurePath(shown).stem
        hint = f"{stem}.LANGUAGE{PurePath(shown).suffix}"
        raise InputError(f"{shown}: too little text to tell its language; name the file {hint}")
    return Document(found.language, shown, source, blocks, ignored, detected=True)


def again(document: Document, source: str, skip: Skip = _ALL) -> Document:
    """The same version with another text, read as the first one was."""
    blocks, ignored = parse(source, PurePath(document.path).suffix, skip)
    return replace(document, source=source, blocks=blocks, ignored=ignored)


def identify(path: Path, shown: str) -> Guess | None:
    """The language of a file by its prose; None where there is too little to tell.

    Raises `InputError` for whatever can't be read.
    """
    blocks, _ = parse(load(path, shown), _suffix(path, shown))
    return guess(block.text for block in blocks)


def _suffix(path: Path, shown: str) -> str:
    if path.suffix.lower() not in _readers():
        raise InputError(f"{shown}: no known format; known are {', '.join(sorted(_readers()))}")
    return path.suffix
