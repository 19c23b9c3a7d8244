"""The files that patterns of the settings speak of, and the documents that they make of them."""

import os
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path, PurePath

from checker.discover._group import Member
from checker.discover._names import Key, Reading, Way
from checker.discover._walk import File, Walk, parts, walk
from checker.discover.patterns import Captures, Pattern
from checker.locales import said

Entry = tuple[Pattern, ...]
_Seen = Sequence[tuple[Pattern, Key]]
"""The patterns of an entry, and the folder from which the files are seen that are matched against each."""


def placed(
    entries: Sequence[Entry],
    walked: Walk,
    suffixes: AbstractSet[str],
    exclude: Sequence[Pattern],
    *,
    everywhere: bool,
) -> tuple[list[tuple[Key, tuple[Member, ...]]], Walk]:
    """The sets that the patterns make, and what was walked without the files in them.

    With `everywhere` the patterns' own folders are walked, too; one that matches nothing is an error.
    """
    files = {file.place: file for file in walked.files}
    errors = list(walked.errors)
    if everywhere:
        for pattern in (pattern for entry in entries for pattern in entry):
            found = {file.place: file for file in _below(pattern, suffixes, exclude)}
            if not found:
                errors.append(f"{pattern.text}: matches no file that can be read; check paths in the settings")
            files |= {place: file for place, file in found.items() if place not in files}
    made: dict[tuple[int, Captures], list[Member]] = {}
    taken: set[tuple[str, ...]] = set()
    seen = [[(pattern, parts(pattern.base)) for pattern in entry] for entry in entries]
    for place in sorted(files):
        for number, entry in enumerate(seen):
            if place not in taken and (match := _matched(entry, files[place])):
                captures, reading = match
                made.setdefault((number, captures), []).append(Member(files[place], reading))
                taken.add(place)
    pairs = [(members[0].reading.key, tuple(members)) for members in made.values()]
    rest = tuple(file for file in walked.files if file.place not in taken)
    return sorted(pairs, key=lambda pair: pair[0]), replace(walked, files=rest, errors=tuple(sorted(errors)))


def _below(pattern: Pattern, suffixes: AbstractSet[str], exclude: Sequence[Pattern]) -> Iterator[File]:
    """The files that a pattern matches."""
    top = Path(pattern.folder)
    if top.is_dir():
        above = parts(pattern.base)
        for file in walk([pattern.folder], suffixes, exclude).files:
            if pattern.match(file.seen(above)):
                yield file


def _matched(entry: _Seen, file: File) -> tuple[Captures, Reading] | None:
    """What the first pattern that matches makes of a file; a code that is none is no match."""
    for pattern, above in entry:
        match = pattern.match(file.seen(above))
        if match is None:
            continue
        captures, code = match
        language = said(code) if code else None
        if language or not code:
            return captures, Reading(Way.STEM, _key(entry[0][0], captures), code, language)
    return None


def _key(pattern: Pattern, captures: Captures) -> Key:
    """What the set is called by: the path that the first pattern gives without a language."""
    path = PurePath(os.path.abspath(pattern.filled(captures)))  # noqa: PTH100 - resolve() would follow links
    stem = "" if path.name.startswith(".") else path.stem
    return (*path.parent.parts, stem.strip("._-~+@ ") or "*")
