"""The files under the paths that a user gave, and how they are shown."""

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

    path: Path
    shown: str
    root: str
    place: tuple[str, ...]
    given: int

    def seen(self, base: str) -> str:
        """The path seen from a folder, with `/`."""
        return Path(os.path.relpath(Path(*self.place), base or os.curdir)).as_posix()


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
            file = _file(path, shown)
            found.setdefault(file.place, file)
    kept = tuple(
        file
        for _, file in sorted(found.items())
        if not any(pattern.covers(file.seen(pattern.base)) for pattern in exclude)
    )
    return Walk(kept, tuple(sorted(errors)), explicit)


def _under(root: Path, shown: str, suffixes: AbstractSet[str], errors: set[str]) -> Iterator[File]:
    """The documents in a folder and below; a link that leaves the folder is named and not followed."""
    inside = root.resolve()

    def refuse(error: OSError) -> None:
        errors.add(f"{PurePath(error.filename).as_posix()}: the folder can't be read; check its permissions")

    for folder, folders, names in os.walk(root, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED)
        for name in sorted(names):
            path = Path(folder, name)
            if name.startswith(".") or path.suffix.lower() not in suffixes:
                continue
            if path.is_symlink() and not _leads_inside(path, inside):
                errors.add(f"{path.as_posix()}: a link that leads nowhere or out of {root.as_posix()}; not read")
                continue
            yield _file(path, shown)


def _leads_inside(path: Path, inside: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(inside)
    except (OSError, RuntimeError):
        return False


def _file(path: Path, root: str) -> File:
    place = Path(os.path.abspath(path)).parts  # noqa: PTH100 - resolve() would follow links
    return File(path, path.as_posix(), root, place, min(len(path.parts), len(place)))
