"""What `checker init` finds in a folder: document sets, the source, and the settings that check them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from checker import history, readers
from checker.discover import Discovery, Found, Version, default_language, discover, language_code
from checker.errors import UsageError

Entry = tuple[str, ...]

_HERE = "."
_SHOWN = 20
"""Document sets that are listed one by one."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What there is below the current folder, and the settings for it."""

    entries: tuple[Entry, ...]
    """What `paths` should be."""
    exclude: tuple[str, ...]
    source: str | None
    why: str
    """How the source is known; else why there is none."""
    found: Discovery
    """What a check with these settings reads."""
    missed: tuple[str, ...]
    """What can't be checked, a line each: files in one language only, or whose language is not to be told."""


def survey() -> Survey:
    """Looks through the current folder; where nothing is in two languages, `found` has no sets and says why."""
    everything = discover([_HERE], readers)
    exclude = _ignored(everything.sets)
    if exclude:
        everything = discover([_HERE], readers, exclude=exclude)
    entries = _entries(everything.sets)
    source, why = _source(everything.sets)
    if not entries:
        return Survey((), exclude, None, why, everything, everything.errors)
    found = discover((), readers, source=source, wanted=entries, exclude=exclude)
    missed = dict.fromkeys((*everything.errors, *everything.notes, *found.errors, *found.notes))
    return Survey(entries, exclude, source, why, found, tuple(missed))


def told(survey: Survey) -> list[str]:
    """The document sets and their languages, a line each."""
    sets = survey.found.sets
    lines = [f"{found.id}: {' '.join(version.language for version in found.versions)}" for found in sets[:_SHOWN]]
    return lines + ([f"and {len(sets) - _SHOWN} more"] if len(sets) > _SHOWN else [])


def _ignored(sets: Sequence[Found]) -> tuple[str, ...]:
    """The folders that git ignores, such as a site that was built, and in which there are documents all the same."""
    folders = [folder.as_posix() for folder in history.ignored(Path())]
    shown = [version.shown for found in sets for version in found.versions]
    return tuple(folder for folder in folders if any(name.startswith(f"{folder}/") for name in shown))


def _entries(sets: Sequence[Found]) -> tuple[Entry, ...]:
    """The top folders of the sets, and patterns for those that lie in the folder itself; or simply the folder."""
    tops: set[str] = set()
    patterns: set[Entry] = set()
    for found in sets:
        here = [version for version in found.versions if "/" not in version.shown]
        tops.update(PurePath(version.shown).parts[0] for version in found.versions if version not in here)
        entry = tuple(sorted({_pattern(version) for version in here}))
        if here and (len(here) < len(found.versions) or not any("{lang}" in pattern for pattern in entry)):
            return ((_HERE,),)
        patterns |= {entry} if entry else set()
    if any(_is_code(top) for top in tops):
        return ((_HERE,),)
    return (*sorted((top,) for top in tops), *sorted(patterns))


def _pattern(version: Version) -> str:
    """The name of a file with `{lang}` for its code, or as it is where it has none."""
    path = PurePath(version.shown)
    for mark in "._-":
        stem, _, code = path.stem.rpartition(mark)
        if stem and _is_code(code):
            return f"{stem}{mark}{{lang}}{path.suffix}"
    return path.name


def _is_code(text: str) -> bool:
    try:
        language_code(text)
    except UsageError:
        return False
    return True


def _source(sets: Sequence[Found]) -> tuple[str | None, str]:
    """The language that all documents have and that the site, or the names without a code, give as the first one."""
    common = set.intersection(*({version.language for version in found.versions} for found in sets)) if sets else set()
    versions = [version for found in sets for version in found.versions]
    places = sorted({version.path.parent for version in versions})
    sites = {language for place in places if (language := default_language(place.absolute()))}
    if len(sites) == 1 and sites <= common:
        return sites.pop(), "the site's configuration says so"
    bare = _bare(versions)
    if bare and (language := bare.most_common(1)[0][0]) in common:
        return language, "files without a language in their names are in it"
    return None, "no file tells; without one no version is privileged"


def _bare(versions: Iterable[Version]) -> Counter[str]:
    """The languages of the files whose names give none."""
    return Counter(version.language for version in versions if version.detected)
