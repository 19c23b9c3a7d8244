"""ARB, the messages of Flutter: JSON with ICU messages, and `@key` beside each key for translators."""

from checker.model import Block, Ignored
from checker.readers._json import Parser, pieces
from checker.readers._nested import dotted
from checker.readers._values import Values

SUFFIXES: tuple[str, ...] = (".arb",)
KEYED = True


def read(source: str) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
    """The messages of a file, in source order; what stands under a key with `@` is about them."""
    parser = Parser(source)
    values = Values(source)
    for entry in parser.entries():
        if not entry.text:
            values.ignore(entry.start, entry.end, "no text")
        elif entry.path and entry.path[0].startswith("@"):
            values.ignore(entry.start, entry.end, "note to translators")
        else:
            values.add(dotted(entry.path), pieces(source, entry), at=entry.start)
    for key in parser.keys:
        values.ignore(key.start, key.end, "key")
    return values.finish()
