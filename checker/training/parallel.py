"""Reads row-parallel text: a folder that holds `LANG.txt.gz` files is one group, whose lines match by number."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from checker.datafiles import SUFFIX, lines


@dataclass(frozen=True, slots=True)
class Group:
    """Row-parallel lines by language, as the files are named; `name` is the folder's."""

    name: str
    lines: Mapping[str, tuple[str, ...]]

    @property
    def rows(self) -> int:
        """How many rows all languages have."""
        return min(len(lines) for lines in self.lines.values())


def _stripped(path: Path) -> tuple[str, ...]:
    return tuple(line.strip() for line in lines(path))


def groups(folders: Iterable[Path]) -> list[Group]:
    """The groups at and below the folders, in order of their paths."""
    found = []
    for folder in folders:
        homes = sorted({path.parent for path in folder.rglob("*" + SUFFIX)})
        for home in homes:
            files = sorted(home.glob("*" + SUFFIX))
            found.append(Group(home.name, {file.name.removesuffix(SUFFIX): _stripped(file) for file in files}))
    return found
