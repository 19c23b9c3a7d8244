"""What a change introduced (`--since REF`): the document sets it touched, their new findings, what to translate again.

A set is touched where any of its versions is. Its findings are compared with those that it had before the change, so
that an old drift beside an edited line stays old, and one in a version that nobody touched is new where its source
was changed.
"""

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from checker import history, readers
from checker.align import Version
from checker.align.similarity import kinship
from checker.discover import Found
from checker.errors import InputError
from checker.model import Document, Location, Outdated, Report, Segment, Skip
from checker.sets import Task

Locate = Callable[[Document, Segment, int, int], Location]


def tasks(sets: Sequence[Found], ref: str) -> list[Task]:
    """The sets that the change since `ref` touched; raises `UsageError` where git can't tell."""
    files, folders = _files(sets)
    then: dict[str, bytes | None] = {}
    for top in sorted({history.root(folder) or folder for folder in folders}):
        change = history.changes(top, ref)
        then |= history.before(change, sorted(change.files.keys() & files.values()))
    made = (Task(found, _before(found, files, then)) for found in sets)
    return [task for task in made if task.before]


def _files(sets: Sequence[Found]) -> tuple[dict[str, str], list[Path]]:
    """The absolute path, as git has it, of every version's file, and the folders; a file that is a link is its own."""
    parted = {version.shown: os.path.split(version.shown) for found in sets for version in found.versions}
    folders = {folder: Path(folder).resolve() for folder in dict(parted.values())} or {"": Path().resolve()}
    files = {shown: os.path.join(folders[folder], name) for shown, (folder, name) in parted.items()}  # noqa: PTH118
    return files, list(folders.values())


def _before(found: Found, files: Mapping[str, str], then: Mapping[str, bytes | None]) -> dict[str, bytes | None]:
    """What the touched versions of a set held, by language."""
    touched = {version.language: files[version.shown] for version in found.versions}
    return {language: then[file] for language, file in touched.items() if file in then}


def as_it_was(documents: Mapping[str, Document], before: Mapping[str, bytes | None], skip: Skip) -> dict[str, Document]:
    """The versions of a set before the change, without those that are new or were no text that can be read."""
    then = {}
    for language, document in documents.items():
        if language not in before:
            then[language] = document
        elif (held := before[language]) is not None:
            with suppress(InputError):
                then[language] = readers.again(document, readers.decode(held, document.path), skip)
    return then


def introduced(now: Report, then: Report | None) -> Report:
    """The report of a set with only the findings that it did not have before the change; the rest is counted."""
    old = Counter(finding.fingerprint for finding in then.findings) if then else Counter[str]()
    new = [finding for finding in now.findings if not _taken(old, finding.fingerprint)]
    return replace(now, findings=tuple(new), older=now.older + len(now.findings) - len(new))


def _taken(left: Counter[str], key: str) -> bool:
    left[key] -= 1
    return left[key] >= 0


def outdated(
    name: str,
    source: str | None,
    documents: Mapping[str, Document],
    versions: Mapping[str, Version],
    past: Mapping[str, Version],
    locate: Locate,
) -> Iterator[Outdated]:
    """The sentences of the source that changed while their counterpart in a translation did not.

    `versions` are those of now, `past` those before the change. White space is no change.
    """
    if source is None:
        return
    changed = _changed(versions[source].segments, past[source].segments)
    for language, version in sorted(versions.items()):
        if language == source or not changed or not version.segments or language not in past:
            continue
        kin = kinship(versions[source], version)
        followed = set(_changed(version.segments, past[language].segments))
        places = {row: kin.counterpart(row) for row in changed}
        spare = followed.difference(places.values())  # translated anew, and the counterpart of nothing that changed
        for row, place in places.items():
            if place not in followed and spare.isdisjoint((place - 1, place + 1)):
                here, there = versions[source].segments[row], version.segments[place]
                yield Outdated(
                    name,
                    locate(documents[source], here, 0, len(here.text)),
                    locate(documents[language], there, 0, len(there.text)),
                )


def _changed(now: Sequence[Segment], then: Sequence[Segment]) -> list[int]:
    """The places of the segments that were not there before."""
    left = Counter(_words(then))
    return [place for place, words in enumerate(_words(now)) if not _taken(left, words)]


def _words(segments: Iterable[Segment]) -> Iterator[str]:
    return (" ".join(segment.text.split()) for segment in segments)
