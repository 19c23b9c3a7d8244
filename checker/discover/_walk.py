"""The files under the paths that a user gave, and how they are shown.

Many files are found for each that is read: names stay text, and a folder is asked once for all that is in it.
"""

import os
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path, PurePath

from checker.discover.patterns import Pattern

_SKIPPED = frozenset(("node_modules", "bower_components", "__pycache__", "__MACOSX", "venv", "site-packages"))


@dataclass(frozen=True, slots=True)
class File:
    """A file to read. `shown` is its path as given, with `/`; `place` its absolute path, never shown.

    `given` counts how many of the last parts of `place` the user gave or we found under what was given: names
    above them say nothing of the language. `root` is the path that the file was found by.
    """

    shown: str
    root: str
    place: tuple[str, ...]
    given: int
    stem: str
    """Its name without the suffix."""
    suffix: str
    """Lower-case, with the dot."""

    @property
    def path(self) -> Path:
        """Where it is opened."""
        return Path(self.shown)

    @property
    def folder(self) -> tuple[str, ...]:
        """The absolute path of the folder that it lies in."""
        return self.place[:-1]

    def seen(self, above: tuple[str, ...]) -> str:
        """The path seen from a folder, whose parts are given, with `/`."""
        if self.place[: len(above)] == above:
            return "/".join(self.place[len(above) :])
        return Path(os.path.relpath(Path(*self.place), Path(*above))).as_posix()


@dataclass(frozen=True, slots=True)
class Walk:
    """What was found: the files, the errors, and whether the user named nothing but files."""

    files: tuple[File, ...]
    errors: tuple[str, ...]
    explicit: bool


def walk(paths: Sequence[str], suffixes: AbstractSet[str], exclude: Sequence[Pattern] = ()) -> Walk:
    """The readable files under the paths, each once, in an order that the file system has no say in."""
    found: dict[tuple[str, ...], File] = {}
    errors: set[str] = set()
    explicit = True
    kinds = ", ".join(sorted(suffixes))
    for given in sorted(set(paths)):
        path = Path(given)
        shown = PurePath(given).as_posix()
        if not given.strip() or "\0" in given or not os.path.lexists(path):
            errors.add(f"{shown if given.strip() else repr(given)}: no such file or folder; check the path")
        elif path.is_dir():
            explicit = False
            files = list(_under(path, shown, suffixes, errors))
            if not files:
                errors.add(f"{shown}: no documents in this folder; expected files such as de.md ({kinds})")
            for file in files:
                found.setdefault(file.place, file)
        elif path.suffix.lower() not in suffixes:
            errors.add(f"{shown}: no format that can be read; expected one of {kinds}")
        else:
            file = File(shown, shown, parts(given), len(path.parts), path.stem, path.suffix.lower())
            found.setdefault(file.place, file)
    above = [(pattern, parts(pattern.base)) for pattern in exclude]
    kept = tuple(
        file
        for _, file in sorted(found.items())
        if not any(pattern.covers(file.seen(folder)) for pattern, folder in above)
    )
    return Walk(kept, tuple(sorted(errors)), explicit)


def _under(root: Path, shown: str, suffixes: AbstractSet[str], errors: set[str]) -> Iterator[File]:
    """The documents in a folder and below; a link that leaves the folder is named and not followed."""
    inside = root.resolve()
    top = len(root.parts)
    start = "" if shown == os.curdir else shown.rstrip("/") + "/"
    waiting = [(start, parts(shown), top)]
    while waiting:
        folder, place, given = waiting.pop()
        try:
            with os.scandir(folder or os.curdir) as listed:
                entries = [entry for entry in listed if not entry.name.startswith(".")]
        except OSError:
            errors.add(f"{folder.rstrip('/') or folder or shown}: the folder can't be read; check its permissions")
            continue
        for entry in entries:
            name = entry.name
            stem, suffix = os.path.splitext(name)  # noqa: PTH122 - a Path for each takes ten times as long
            if _is_folder(entry):
                if name not in _SKIPPED and not entry.is_symlink():
                    waiting.append((f"{folder}{name}/", (*place, name), given + 1))
            elif suffix.lower() in suffixes:
                if entry.is_symlink() and not _leads_inside(Path(folder, name), inside):
                    errors.add(f"{folder}{name}: a link that leads nowhere or out of {shown}; not read")
                else:
                    yield File(folder + name, shown, (*place, name), given + 1, stem, suffix.lower())


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that goes round in a circle
        return False


def _leads_inside(path: Path, inside: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(inside)
    except (OSError, RuntimeError):
        return False


def parts(path: str) -> tuple[str, ...]:
    """The parts of a path made absolute; links in it are not followed."""
    return Path(os.path.abspath(path)).parts  # noqa: PTH100 - resolve() would follow links
