"""What discovery gives, and what it asks of the formats."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


class Guess(Protocol):
    """What is said of a text: a BCP 47 code, and whether it is sure."""

    @property
    def language(self) -> str:
        """The language."""

    @property
    def sure(self) -> bool:
        """False where the text is short or the runner-up near."""


class Held(Protocol):
    """The versions in a file that holds several."""

    @property
    def languages(self) -> Mapping[str, str | None]:
        """By what a version is called its language, None where the file does not tell it."""

    @property
    def source(self) -> str | None:
        """What the version is called that the others are translated from, where the format says it."""

    @property
    def keys(self) -> frozenset[int]:
        """What that version says: files with the same are translated from one."""


class Formats(Protocol):
    """What discovery asks of those who read files; each raises `InputError` for a file that can't be read."""

    def suffixes(self) -> AbstractSet[str]:
        """The suffixes that can be read, lower-case with the dot."""

    def keyed(self) -> AbstractSet[str]:
        """Those of files that pair with their own suffix only, and are passed over where they stand alone."""

    def by_content(self) -> AbstractSet[str]:
        """Those of files of which `recognises` and `holds` have something to say; the others need not be opened."""

    def recognises(self, path: Path, shown: str) -> bool:
        """Whether a file is of the format that its suffix stands for."""

    def identify(self, path: Path, shown: str, part: str = "") -> Guess | None:
        """The language of a file, or of a version in it, by its text."""

    def holds(self, path: Path, shown: str) -> Held | None:
        """The versions in a file; None for a format in which a file is one version."""


@dataclass(frozen=True, slots=True)
class Version:
    """A file to read; `detected` says that its language was guessed from its text.

    `part` is what the version is called in a file that holds several; empty where the file is the version.
    """

    language: str
    shown: str
    detected: bool = False
    part: str = ""

    @property
    def path(self) -> Path:
        """Where it is opened."""
        return Path(self.shown)


@dataclass(frozen=True, slots=True)
class Found:
    """A document set, its versions ordered by language; `source` is the one that the files themselves name."""

    id: str
    versions: tuple[Version, ...]
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Discovery:
    """The sets to check, a line for each that can't be checked, and lines worth saying."""

    sets: tuple[Found, ...]
    errors: tuple[str, ...]
    notes: tuple[str, ...] = ()
