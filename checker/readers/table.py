"""CSV and TSV with a column for each language, headed by its code, or its name in English or in itself.

A table without two such columns is none of ours. Its rows are the keys, as all languages are in one file.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice

from checker.errors import InputError
from checker.model import Role, Span
from checker.readers._languages import language
from checker.readers._values import Values, broken, solved
from checker.readers._versions import Versions

SUFFIXES: tuple[str, ...] = (".csv", ".tsv")
KEYED = True

_DELIMITERS = ",;\t|"
_DOUBLED = re.compile('""')
_QUOTED = re.compile(r'"((?:[^"]|"")*+)"')
_WORD = re.compile(r"\S*")
_NAME = re.compile(r"[\w.:/-]*[\d._:/-][\w.:/-]*", re.ASCII)
_SHORT = 3  # letters of a heading that is a language code or stands for an identifier or a number
_LONG = 100  # code points; no identifier is
_SOME = 50  # rows that tell whether a column holds identifiers


def read_versions(source: str) -> Versions:
    """The languages of the table; none where there are fewer than two."""
    delimiter = max(_DELIMITERS, key=lambda sign: len(_columns(source, sign)))
    columns = _columns(source, delimiter)
    if len(columns) < 2:
        return Versions({})
    values = {tag: Values(source) for tag in columns}
    width = 0
    for number, cells in enumerate(_rows(source, delimiter)):
        width = width or len(cells)
        if len(cells) > width:
            what = f"{len(cells)} cells in a row of {width}; put texts that contain “{delimiter}” in quotes"
            raise broken(source, cells[0].start, what)
        for tag, column in columns.items() if number else ():
            if column < len(cells):
                start, end = cells[column]
                values[tag].add(str(number), solved(source, start, end, _DOUBLED, lambda _: '"'), at=start)
    return Versions({tag: values.pop(tag).finish(Role.CELL, "another column") for tag in columns})


def _columns(source: str, delimiter: str) -> dict[str, int]:
    """The columns by language; none where two are for one.

    A first column that is called as a language is (`id`) and holds identifiers names the rows: single words, and where
    no two other languages are left, words that no text is made of (`home.title`, `7`).
    """
    head, *rows = _beginning(source, delimiter) or [()]
    found: dict[str, int] = {}
    for column, (start, end) in enumerate(head):
        if tag := language(source[start:end]):
            if tag in found:
                return {}
            found[tag] = column
    names = [source[slice(*row[0])] for row in rows]
    likely = _WORD if len(found) > 2 else _NAME
    short = len(source[slice(*head[0])].strip()) <= _SHORT if head else False
    if short and names and all(len(name) < _LONG and likely.fullmatch(name) for name in names):
        return {tag: column for tag, column in found.items() if column}
    return found


def _beginning(source: str, delimiter: str) -> list[Sequence[Span]]:
    """The first rows, up to one that is broken."""
    found: list[Sequence[Span]] = []
    with suppress(InputError):
        found.extend(islice(_rows(source, delimiter), _SOME))
    return found


def _rows(source: str, delimiter: str) -> Iterator[Sequence[Span]]:
    """The cells of each row that has any, within their quotes. Raises `InputError` for a quote that goes wrong."""
    plain = re.compile(rf"[^\r\n{re.escape(delimiter)}]*+")
    at = 0
    cells: list[Span] = []
    while at < len(source):
        if quoted := _QUOTED.match(source, at):
            cells.append(Span(*quoted.span(1)))
            at = quoted.end()
        elif source[at] == '"':
            raise broken(source, at, "a quote that is not closed; write a quote within a text as two")
        elif match := plain.match(source, at):
            cells.append(Span(*match.span()))
            at = match.end()
        if source.startswith(delimiter, at):
            at += 1
            if at == len(source):
                cells.append(Span(at, at))
            continue
        if at < len(source) and source[at] not in "\r\n":
            raise broken(source, at, "text behind a closing quote; write a quote within a text as two")
        if len(cells) > 1 or cells[0].end > cells[0].start:
            yield cells
        cells = []
        at += 2 if source.startswith("\r\n", at) else 1
    if cells:
        yield cells
