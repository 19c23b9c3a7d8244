"""JSON with messages by key: i18next, vue-i18n, FormatJS, next-intl, browser extensions (`messages.json`).

Keys may be nested; values are ICU messages or plain. Numbers and truth values are settings, no text. A file whose
outermost keys are language codes holds a version for each.
"""

import re

from checker.locales import known
from checker.model import Block, Ignored
from checker.readers._json import Entry, Parser, pieces
from checker.readers._nested import about, dotted, forms, rootless, roots
from checker.readers._values import Values
from checker.readers._versions import REST, Versions

SUFFIXES: tuple[str, ...] = (".json",)
KEYED = True


def read(source: str) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
    """The messages of a file, in source order."""
    parser = Parser(source)
    entries = list(parser.entries())
    values = Values(source)
    for key in parser.keys:
        values.ignore(key.start, key.end, "key")
    add(values, source, entries)
    return values.finish()


_FIRST = re.compile(r'\ufeff?\s*\{\s*"([A-Za-z_@-]{2,20})"\s*:\s*\{')


def several(head: bytes) -> bool:
    """Whether the first key is a language code and holds others."""
    match = _FIRST.match(head.decode("utf-8", "ignore"))
    return match is not None and known(match[1]) is not None


def read_versions(source: str) -> Versions:
    """The messages of each language; none where the outermost keys are no languages."""
    parser = Parser(source)
    entries = list(parser.entries())
    tags = roots([entry.path for entry in entries])
    values = {root: Values(source) for root in tags}
    for root, own in values.items():
        for key in parser.keys:
            own.ignore(key.start, key.end, "key")
        add(own, source, [it._replace(path=it.path[1:]) for it in entries if it.path[0] == root])
    return Versions({tags[root]: own.finish(rest=REST) for root, own in values.items()})


def add(values: Values, source: str, entries: list[Entry]) -> None:
    """Add the strings among the entries, without what is said about them."""
    notes = about(entry.path for entry in entries)
    root = rootless([entry.path for entry in entries])
    keys = [dotted(entry.path[root:]) for entry in entries]
    plural = forms(keys)
    for entry, key in zip(entries, keys, strict=True):
        if not entry.text:
            values.ignore(entry.start, entry.end, "no text")
        elif any(entry.path[:depth] in notes for depth in range(1, len(entry.path) + 1)):
            values.ignore(entry.start, entry.end, "note to translators")
        else:
            base, form = plural.get(key, (key, ""))
            values.add(base, pieces(source, entry), form, at=entry.start)
