"""Word documents (`.docx`): headings, paragraphs, lists, tables, foot- and endnotes.

Lines and columns count in the document's own text, a line a paragraph, as `decode` gives it.
"""

import re

from checker.errors import InputError
from checker.model import Block, Ignored, Role
from checker.readers import _word
from checker.readers._builder import Builder
from checker.readers._lines import lines

SUFFIXES: tuple[str, ...] = (".docx",)

_ROLES = {mark: role for role, mark in _word.MARKS.items() if mark}
_BREAK = re.compile(_word.BREAK)


def decode(data: bytes, shown: str) -> str:
    """The text of a document's bytes."""
    try:
        return _word.text(data)
    except InputError as error:
        raise InputError(f"{shown}: {error}") from error


def read(source: str) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
    """The paragraphs of the text, in order."""
    builder = Builder(source)
    for span in lines(source):
        role = _ROLES.get(source[span.start : span.start + 2], Role.PARAGRAPH)
        at = min(span.end, span.start + len(_word.MARKS[role]))
        for match in _BREAK.finditer(source, at, span.end):
            builder.text(at, match.start())
            builder.gap(*match.span(), "\n")
            at = match.end()
        builder.text(at, span.end)
        builder.close(role)
    return builder.finish()
