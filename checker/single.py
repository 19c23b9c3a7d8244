"""The claims of one text, in their places: what `checker extract` shows."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from checker.errors import InputError
from checker.extraction import extract
from checker.locate import locate
from checker.model import Document, Location, Mention
from checker.readers import LIMIT, decode, guess, parse, read
from checker.segment import segment

STREAM = "standard input"


def opened(path: Path, language: str | None) -> Document:
    """The document in a file; its language is guessed where none is given."""
    return read(path, path.as_posix(), language)


def decoded(stream: BinaryIO, language: str | None) -> Document:
    """The document on a stream, read as plain text; its path is empty."""
    data = stream.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise InputError(f"{STREAM}: larger than {LIMIT >> 20} MiB; split the document")
    source = decode(data, STREAM)
    blocks, ignored = parse(source, ".txt")
    if language is None:
        found = guess(block.text for block in blocks)
        if found is None:
            raise InputError(f"{STREAM}: too little text to tell its language; say it with --lang")
        language = found.language
    return Document(language, "", source, blocks, ignored)


def mentions(document: Document) -> Iterator[tuple[Mention, Location]]:
    """Each mention, with its place in the file."""
    for piece in segment(document):
        for mention in extract(piece.text, document.language):
            yield mention, locate(document, piece, mention.start, mention.end)
