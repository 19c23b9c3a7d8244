"""JSON with messages by key: i18next, vue-i18n, FormatJS, next-intl, browser extensions (`messages.json`).

Keys may be nested; values are ICU messages or plain. Numbers and truth values are settings, no text.
"""

from checker.model import Block, Ignored
from checker.readers._json import Entry, Parser, pieces
from checker.readers._nested import about, dotted, forms, rootless
from checker.readers._values import Values

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
