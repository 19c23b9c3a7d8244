"""From the files that were found to document sets: what pairs, what is said of the rest."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from checker.discover._codes import hint, is_region
from checker.discover._defaults import default_language
from checker.discover._errors import Errors
from checker.discover._found import Discovery, Formats, Found, Guess, Held, Version
from checker.discover._group import Grouping, Member, group
from checker.discover._id import name_sets, shared
from checker.discover._names import Key, Reading, Way
from checker.discover._several import Several, Wanted
from checker.discover._walk import File, Walk
from checker.errors import InputError
from checker.locales import known

_PILE = 12  # a folder of more files without codes is no set of versions
_ALONE = "one version alone; give two or more languages"
_NONE_IN_TWO = "no document in two languages; name the versions as launch/de.md, launch.de.md or de/launch.md"


class Search:
    """What becomes of the files that were found."""

    def __init__(self, walked: Walk, formats: Formats, source: str | None) -> None:
        self._walk = walked
        self._formats = formats
        self._keyed = formats.keyed()
        self._source = source
        self._errors = Errors(walked.errors)
        self._notes: set[str] = set()
        self._mistaken: set[tuple[str, ...]] = set()
        self._guesses: dict[str, Guess | None] = {}

    def run(self, told: Sequence[tuple[Key, Sequence[Member]]]) -> Discovery:
        """The sets of what patterns have told, and of what names tell."""
        wanted = [Wanted(one.file, key, one.language) for key, members in told for one in members]
        wanted += [Wanted(file) for file in self._walk.files]
        several, single = self._parted(wanted)
        pairs = ((key, tuple(one for one in members if one.file.place in single)) for key, members in told)
        told = [(key, members) for key, members in pairs if members]
        files = [file for file in self._walk.files if file.place in single]
        made = Several(self._formats, self._source, self._errors.add, self._notes.add).sets(several)
        grouping = group(files, self._contradicts, self._keyed)
        known = [*told, *grouping.sets.items()]
        roots = {member.file.root for _, members in known for member in members}
        roots |= {one.file.root for one, _ in several} if made else set()
        sets = [
            *((one.key, one.versions, one.source) for one in made),
            *(self._set(key, members) for key, members in known),
            *((key, self._versions(members), None) for key, members in self._nameless(grouping, roots)),
        ]
        found = [
            Found(name, tuple(sorted(versions, key=lambda version: version.language)), source)
            for name, (_, versions, source) in zip(name_sets([key for key, *_ in sets]), sets, strict=True)
        ]
        sound = tuple(one for one in found if self._is_sound(one))
        if not found and not self._errors and not self._walk.explicit:
            for root in {file.root for file in self._walk.files}:
                self._errors.add(f"{root}: {_NONE_IN_TWO}")
        return Discovery(sound, self._errors.lines(), tuple(sorted(self._notes)))

    def _set(self, key: Key, members: Sequence[Member]) -> tuple[Key, Sequence[Version], str | None]:
        """A set of files; texts by key that bear no language are those that the others are translated from."""
        versions = self._versions(members)
        bare = [member.file.shown for member in members if not member.language]
        keyed = all(member.file.suffix in self._keyed for member in members)
        source = [version.language for version in versions if version.shown in bare] if keyed and len(bare) == 1 else []
        return key, versions, source[0] if source and len(versions) > 1 else None

    def _parted(self, files: Sequence[Wanted]) -> tuple[list[tuple[Wanted, Held]], set[tuple[str, ...]]]:
        """The files that hold several languages, and the places of those that are one version each."""
        several: list[tuple[Wanted, Held]] = []
        single: set[tuple[str, ...]] = set()
        by_content = self._formats.by_content()
        for wanted in files:
            file = wanted.file
            if file.suffix not in by_content:
                single.add(file.place)
                continue
            try:
                if not self._formats.recognises(file.path, file.shown):
                    if file.shown == file.root:
                        self._errors.add(f"{file.shown}: not of the format that {file.path.suffix} stands for here")
                elif held := self._formats.holds(file.path, file.shown):
                    several.append((wanted, held))
                else:
                    single.add(file.place)
            except InputError as error:
                self._errors.add(str(error))
        return several, single

    def _versions(self, members: Sequence[Member]) -> list[Version]:
        versions = []
        default = self._default(members)
        for member in members:
            file = member.file
            if language := member.language or default:
                versions.append(Version(language, file.shown))
            elif guess := self._guess(file, needed=True):
                versions.append(Version(guess.language, file.shown, detected=True))
        return versions

    def _default(self, members: Sequence[Member]) -> str | None:
        """The language of the one file whose name gives none, beside others whose names do: the source's.

        Without a source it is what the site's configuration says.
        """
        bare = [member.file for member in members if not member.language]
        coded = {member.language for member in members if member.language}
        if len(bare) != 1 or not coded:
            return None
        language = self._source or default_language(Path(*bare[0].folder))
        return language if language not in coded else None

    def _guess(self, file: File, *, needed: bool = False) -> Guess | None:
        """The language by the text; where it is needed, why there is none is an error."""
        if file.shown not in self._guesses:
            self._guesses[file.shown] = None
            try:
                self._guesses[file.shown] = self._formats.identify(file.path, file.shown)
            except InputError as error:
                self._errors.add(str(error))
                return None
        guess = self._guesses[file.shown]
        name = f"name the file {file.stem}.LANGUAGE{file.path.suffix}"
        name = "say it with --source" if file.suffix in self._keyed else name
        if needed and guess is None and not self._errors.about(file.shown):
            self._errors.add(f"{file.shown}: too little text to tell its language; {name}")
        if needed and guess is not None and not guess.sure:
            self._notes.add(f"{file.shown}: taken for {guess.language}, not surely; {name} to tell")
        return guess

    def _contradicts(self, member: Member) -> bool:
        """Whether the text is in another language than the name seems to say, or too short to confirm it."""
        guess = self._guess(member.file)
        language = (member.language or "").partition("-")[0]
        return guess is None or (guess.sure and guess.language.partition("-")[0] != language)

    def _is_sound(self, found: Found) -> bool:
        """Whether the set can be checked; why not is said."""
        languages = [version.language for version in found.versions]
        for one, two in zip(found.versions, found.versions[1:], strict=False):
            if one.language == two.language:
                shown = " and ".join(sorted((one.shown, two.shown)))
                self._errors.add(f"{found.id}: two files for {one.language}, {shown}; keep one of them")
                return False
        if len(languages) < 2:
            for version in found.versions:
                self._alone(version.shown)
            return False
        if self._source is not None and self._source not in languages and found.source is None:
            there = ", ".join(languages)
            self._errors.add(f"{found.id}: no version in {self._source}, the source; there are {there}")
            return False
        return True

    def _alone(self, shown: str) -> None:
        if not self._errors.about(shown):
            self._errors.add(f"{shown}: {_ALONE}")

    def _nameless(self, grouping: Grouping, roots: set[str]) -> Iterator[tuple[Key, tuple[Member, ...]]]:
        """Sets of files that names don't pair; what is left is an error, or passed over beside other sets."""
        coded = _coded(grouping)
        rest = [
            (file, self._best(read))
            for file, read in grouping.rest
            if not self._is_unknown(file, read, grouping, coded.get(file.folder, frozenset()))
            and not self._is_quiet(file)
        ]
        if self._walk.explicit and not roots and len(rest) > 1:
            yield _pile_key([file for file, _ in rest]), tuple(self._told(file, read) for file, read in rest)
            return
        if not self._walk.explicit:
            for files in _piles(file for file, read in rest if file.root not in roots and not read.language):
                if self._differ(files):
                    yield _pile_key(files), tuple(Member(file, _none(file)) for file in files)
                    roots.update(file.root for file in files)
                    rest = [pair for pair in rest if pair[0] not in files]
        self._leave(rest, roots)

    def _leave(self, rest: Sequence[tuple[File, Reading]], roots: AbstractSet[str]) -> None:
        """Say what becomes of files without a counterpart."""
        apart: dict[str, list[str]] = {}
        for file, read in rest:
            if read.way in (Way.STEM, Way.DOT) or self._walk.explicit or file.shown == file.root:
                if file.folder not in self._mistaken:
                    self._alone(file.shown)
            else:
                apart.setdefault(file.root, []).append(file.shown)
        for root, shown in apart.items():
            if root in roots:
                more = f" and {len(shown) - 1} more" if len(shown) > 1 else ""
                self._notes.add(f"{shown[0]}{more}: in one language only, not checked")
            elif len(shown) == 1:
                self._alone(shown[0])
            elif not self._errors.about(root):
                self._errors.add(
                    f"{root}: {len(shown)} documents, none in two languages; "
                    "name the versions as launch/de.md, launch.de.md or de/launch.md"
                )

    def _is_unknown(
        self, file: File, read: Sequence[Reading], grouping: Grouping, coded: AbstractSet[tuple[str, ...]]
    ) -> bool:
        """Whether the file would be a version of a set were its code a known one, which is said.

        `coded` are the places of those files of its folder that are in no set and are named after a language alone.
        """
        for reading in read:
            if not reading.code or reading.language is not None:
                continue
            whole = reading.way is Way.STEM
            beside = reading.key in grouping.sets and (reading.way is not Way.FOLDER or is_region(reading.code))
            if beside or (whole and any(place != file.place for place in coded)):
                say = self._notes if self._is_quiet(file) else self._errors
                say.add(f"{file.shown}: {reading.code!r} is no known language code{hint(reading.code)}")
                self._mistaken.add(file.folder)
                return True
        return False

    def _is_quiet(self, file: File) -> bool:
        """Whether a file was found by itself and, as most of its suffix, may well be no text to translate."""
        return file.suffix in self._keyed and file.shown != file.root

    @staticmethod
    def _best(read: Sequence[Reading]) -> Reading:
        """The surest reading that names a language; a code behind a hyphen alone is none."""
        sure = [reading for reading in read if reading.language and reading.way in (Way.STEM, Way.DOT)]
        return min(sure, key=lambda reading: reading.way) if sure else read[-1]

    def _told(self, file: File, read: Reading) -> Member:
        """A file given by name: its code where the text doesn't contradict it."""
        member = Member(file, read)
        if member.language and not (read.way is not Way.STEM and self._contradicts(member)):
            return member
        stem = file.stem
        for start in [at + 1 for at, char in enumerate(stem) if char in "._-"]:
            tail = Member(file, Reading(Way.TAIL, read.key, stem[start:], known(stem[start:])))
            if tail.language and not self._contradicts(tail):
                return tail
        return Member(file, _none(file))

    def _differ(self, files: Sequence[File]) -> bool:
        """Whether the files are surely in as many languages as they are files."""
        seen: set[str] = set()
        for file in files:
            guess = self._guess(file)
            if guess is None or not guess.sure or guess.language in seen:
                return False
            seen.add(guess.language)
        return True


def _none(file: File) -> Reading:
    return Reading(Way.NONE, file.place, "", None)


def _coded(grouping: Grouping) -> Mapping[tuple[str, ...], AbstractSet[tuple[str, ...]]]:
    """By folder the places of the files in no set whose whole name is a language's code."""
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for file, read in grouping.rest:
        if any(reading.way is Way.STEM and reading.language for reading in read):
            found.setdefault(file.folder, set()).add(file.place)
    return found


def _piles(files: Iterator[File]) -> list[list[File]]:
    """The files by folder, where there are some and not too many."""
    folders: dict[tuple[str, ...], list[File]] = {}
    for file in files:
        folders.setdefault(file.folder, []).append(file)
    return [pile for _, pile in sorted(folders.items()) if 2 <= len(pile) <= _PILE]


def _pile_key(files: Sequence[File]) -> Key:
    """A set of files whose names don't pair is called by what the names share, or by the first."""
    stems = sorted(file.stem for file in files)
    head = stems[0][: shared(stems)].rstrip("._- ")
    return (*files[0].folder, head if len(head) > 2 else stems[0])
