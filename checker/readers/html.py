"""HTML: a block for each paragraph, heading, list item or table cell; `br` is a line break."""

from checker.model import Block, Ignored
from checker.readers._builder import Builder
from checker.readers._prose import Prose

SUFFIXES: tuple[str, ...] = (".html", ".htm", ".xhtml")


def read(source: str) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
    """The prose of a page, in source order; scripts, styles, code, comments and attributes are none."""
    builder = Builder(source)
    prose = Prose(builder)
    prose.feed(0, len(source))
    prose.close()
    return builder.finish()
