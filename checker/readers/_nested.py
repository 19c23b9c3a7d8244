"""Nested keys: how a path is written as one key, and which keys are the forms of a plural."""

import re
from collections.abc import Iterable, Mapping, Sequence

from checker.readers._icu import FORMS
from checker.readers._languages import language

_FORM = re.compile(rf".+([._])({'|'.join(FORMS)})", re.DOTALL)
_MESSAGES = frozenset(("message", "defaultMessage"))
_ABOUT = frozenset(("description", "placeholders", "context", "comment", "hash"))


def dotted(path: Iterable[str]) -> str:
    """The path as one key: `home.title`."""
    return ".".join(path)


def rootless(paths: Sequence[tuple[str, ...]]) -> int:
    """1 where all paths begin with the same language code, which names the file and no text; otherwise 0."""
    roots = {path[0] for path in paths if path}
    lone = roots.pop() if len(roots) == 1 else ""
    return int(language(lone) is not None and all(len(path) > 1 for path in paths))


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
