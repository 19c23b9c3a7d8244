"""Nested keys: how a path is written as one key, and which keys are the forms of a plural."""

import re
from collections.abc import Iterable, Mapping, Sequence

from checker.locales import known
from checker.readers._icu import FORMS

_FORM = re.compile(rf".+([._])({'|'.join(FORMS)})", re.DOTALL)
_MOST = 400
"""Languages in a file; CLDR has fewer."""
_MESSAGES = frozenset(("message", "defaultMessage"))
_ABOUT = frozenset(("description", "placeholders", "context", "comment", "hash"))


def dotted(path: Iterable[str]) -> str:
    """The path as one key: `home.title`."""
    return ".".join(path)


def rootless(paths: Sequence[tuple[str, ...]]) -> int:
    """1 where all paths begin with the same language code, which names the file and no text; otherwise 0."""
    roots = {path[0] for path in paths if path}
    lone = roots.pop() if len(roots) == 1 else ""
    return int(known(lone) is not None and all(len(path) > 1 for path in paths))


def roots(paths: Iterable[tuple[str, ...]]) -> Mapping[str, str]:
    """The tags of the languages that paths begin with, by the keys; none where one begins with anything else."""
    found: dict[str, str] = {}
    for path in paths:
        language = known(path[0]) if len(path) > 1 else None
        if language is None or found.setdefault(path[0], language) != language:
            return {}
    return found if _MOST >= len(set(found.values())) == len(found) > 1 else {}


def forms(keys: Iterable[str]) -> Mapping[str, tuple[str, str]]:
    """The keys that are forms of a plural (`files.one`, `files_other`): what is counted, and the CLDR category.

    A form is one where its base has the form for all other numbers, too.
    """
    known = set(keys)
    found = {}
    for key in known:
        match = _FORM.fullmatch(key)
        if match and key[: match.start(2)] + FORMS[-1] in known:
            found[key] = (key[: match.start(1)], match[2])
    return found


def about(paths: Iterable[tuple[str, ...]]) -> frozenset[tuple[str, ...]]:
    """The paths below which messages are described for translators, as browser extensions and FormatJS have it.

    `{"title": {"message": …, "description": …}}`; an entry is one only where it has nothing but these keys.
    """
    inside: dict[tuple[str, ...], set[str]] = {}
    for path in paths:
        for depth in range(len(path)):
            inside.setdefault(path[:depth], set()).add(path[depth])
    return frozenset(
        (*path, name)
        for path, names in inside.items()
        if path and names & _MESSAGES and names <= _MESSAGES | _ABOUT
        for name in names & _ABOUT
    )
