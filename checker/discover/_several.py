"""Files that hold several languages as document sets: each by itself, or with those translated from one source."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.discover._defaults import default_language
from checker.discover._found import Formats, Held, Version
from checker.discover._names import FORMAT, Key, readings
from checker.discover._walk import File

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that may hold several languages, with what the settings say of it: its key and its language."""

    file: File
    key: Key | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A document set that such files make; `source` is the language that they are translated from."""

    key: Key
    versions: tuple[Version, ...]
    source: str | None


@dataclass(frozen=True, slots=True)
class _Opened:
    """A file with the languages of its versions; `key` is what it shares with translations of the same texts."""

    file: File
    own: Key
    key: Key
    versions: tuple[Version, ...]
    source: str | None
    keys: frozenset[int]


class Several:
    """Makes sets of files that hold several languages; `complain` and `note` are told what is wrong, or left out."""

    def __init__(self, formats: Formats, source: str | None, complain: Say, note: Say) -> None:
        self._formats = formats
        self._source = source
        self._complain = complain
        self._note = note

    def sets(self, files: Sequence[tuple[Wanted, Held]]) -> list[Made]:
        """The sets, in order of their keys.

        Translations into several languages are one set where their sources say the same, or less than the one that
        says most: its source stands for all. Others are sets by themselves.
        """
        groups: dict[tuple[Key, str | None], list[_Opened]] = {}
        for wanted, held in files:
            if opened := self._opened(wanted, held):
                groups.setdefault((opened.key, opened.source), []).append(opened)
        made = [one for group in groups.values() for one in _joined(group)]
        return sorted(made, key=lambda one: one.key)

    def _opened(self, wanted: Wanted, held: Held) -> _Opened | None:
        """The file with the languages of its versions; None where it can't be a set."""
        file = wanted.file
        if len(held.languages) < 2:
            if file.shown == file.root:
                self._complain(f"{file.shown}: one language alone; a file with a translation is needed, or its folder")
            return None
        key, named = self._named(wanted, held)
        versions = tuple(self._version(file, part, held, named) for part in held.languages)
        known = [version for version in versions if version is not None]
        languages = {version.language for version in known}
        if len(known) < len(versions):
            return None
        if len(languages) < len(known):
            self._note(f"{file.shown}: translates {known[0].language} into itself; not checked")
            return None
        source = next((version.language for version in known if version.part == held.source), None)
        own = (*file.folder, file.stem + FORMAT + file.suffix)
        return _Opened(file, own, key or own, tuple(known), source, held.keys)

    @staticmethod
    def _named(wanted: Wanted, held: Held) -> tuple[Key | None, str | None]:
        """What the file's name says of a translation: what the texts are called, and the language."""
        targets = [language for part, language in held.languages.items() if part != held.source]
        if held.source is None or len(targets) != 1:
            return None, None
        if wanted.key:
            return wanted.key, wanted.language
        suffix = wanted.file.suffix
        read = sorted(readings(wanted.file, frozenset({suffix})), key=lambda one: (one.way, -len(one.code)))
        for reading in read:
            if reading.language and targets[0] in (None, reading.language):
                return reading.key, reading.language
        base = (targets[0] or "").partition("-")[0]
        for reading in read:
            if reading.language and reading.language.partition("-")[0] == base:
                return reading.key, reading.language
        return None, None

    def _version(self, file: File, part: str, held: Held, named: str | None) -> Version | None:
        """A version of a file with its language: told by the file, by its name, or by the text."""
        told = held.languages[part]
        if told is None and part == held.source:
            taken = {named, *held.languages.values()}
            folder = Path(*file.folder)
            told = next((it for it in (self._source, default_language(folder)) if it and it not in taken), None)
        elif told is None:
            told = named
        if told is not None:
            return Version(told, file.shown, part=part)
        guess = self._formats.identify(file.path, file.shown, part)
        if guess is None:
            self._complain(f"{file.shown}: too little text to tell its languages; say them in its head, or in its name")
            return None
        if not guess.sure:
            self._note(f"{file.shown}: taken for {guess.language}, not surely; say it in the file's head to tell")
        return Version(guess.language, file.shown, detected=True, part=part)


def _joined(group: Sequence[_Opened]) -> Iterator[Made]:
    """The files of a group as one set, and those whose source says more, or whose language is there, by themselves."""
    first, *others = sorted(group, key=lambda one: (-len(one.keys), one.file.shown))
    versions = {version.language: version for version in first.versions}
    for one in others:
        new = {version.language: version for version in one.versions if version.language != one.source}
        if one.keys <= first.keys and new.keys().isdisjoint(versions):
            versions |= new
        else:
            yield Made(one.own, one.versions, one.source)
    alone = len(versions) == len(first.versions)
    yield Made(first.own if alone and len(group) > 1 else first.key, tuple(versions.values()), first.source)
