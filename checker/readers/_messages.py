"""A message of a program, read into blocks: its plurals and selections, tags, entities and placeholders."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.model import Role, Span
from checker.placeholders import MARK, spans
from checker.readers import _icu, _piped
from checker.readers._builder import Builder
from checker.readers._prose import characters
from checker.readers._tags import tokens

_LINE_END = re.compile(r"\r\n|\n|\r")
_BREAKING = re.compile(r"(?:br|p|div|li|ul|ol|dl|dt|dd|h[1-6]|tr|td|th|table|blockquote)$")
_MARK = re.compile(MARK)
_COUNTED = re.compile(f"[{MARK}#]")
_MARKED = re.compile(f"[<&%{{$#\r\n{MARK}]")
"""What a text has that is more than its words."""
_NUMBERED_TAG = re.compile(r"</?\d{1,4}\s{0,9}/?>")


class Message(NamedTuple):
    """A stretch of a text that is a message, for the plural category `form`; placeholders behind it, `until` where
    the stretch ends, stand around it."""

    key: str
    start: int
    end: int
    form: str
    until: int


def read(builder: Builder, message: Message, role: Role) -> None:
    """Read a message as the sentences it stands for, a block for each."""
    sentences = _icu.sentences(builder.source, message.start, message.end)
    if len(sentences) == 1:
        sentences = [[part] for part in _piped.forms(builder.source, message.start, message.end)] or sentences
    for sentence in sentences:
        form, around = message.form, list(_filled(builder.source, message.end, message.until, counted=False))
        for part in sentence:
            if part.around:
                around += _filled(builder.source, part.start, part.end, counted=bool(part.form))
            else:
                _feed(builder, part.start, part.end, counted=bool(part.form))
                form = part.form or form
        builder.close(role, message.key, form, tuple(around))


def _filled(source: str, start: int, end: int, *, counted: bool) -> Iterator[Span]:
    """Where placeholders stand in a text; where it is counted, `#` is one."""
    found = spans(source[start:end])
    found += [Span(*match.span()) for match in (_COUNTED if counted else _MARK).finditer(source[start:end])]
    at = 0
    for span in sorted(found):
        if span.start >= at:
            yield Span(start + span.start, start + span.end)
            at = span.end


def _feed(builder: Builder, start: int, end: int, *, counted: bool) -> None:
    """Read text with tags, entities and placeholders into the open block; where it is counted, `#` is one."""
    if _MARKED.search(builder.source, start, end) is None:
        builder.text(start, end)
        return
    for token in tokens(builder.source, start, end):
        if token.kind == "text":
            _lines(builder, token.start, token.end, counted=counted)
            continue
        builder.ignore(token.start, token.end, token.name if token.kind == "ignored" else "markup")
        if token.kind == "ignored" or _BREAKING.match(token.name):
            builder.gap(token.start, token.end, " " if token.kind == "ignored" else "\n")


def _lines(builder: Builder, start: int, end: int, *, counted: bool) -> None:
    at = start
    for match in _LINE_END.finditer(builder.source, start, end):
        _stretch(builder, at, match.start(), counted=counted)
        builder.gap(*match.span(), "\n")
        at = match.end()
    _stretch(builder, at, end, counted=counted)


def _stretch(builder: Builder, start: int, end: int, *, counted: bool) -> None:
    """Read text without tags and line ends."""
    text = builder.source[start:end]
    found = [(span, "placeholder") for span in spans(text)]
    found += [(Span(*match.span()), "markup") for match in _NUMBERED_TAG.finditer(text)]
    signs = _COUNTED if counted else _MARK
    found += [(Span(*match.span()), "placeholder") for match in signs.finditer(text)]
    at = 0
    for span, reason in sorted(found):
        if span.start < at:
            continue
        characters(builder, start + at, start + span.start)
        builder.ignore(start + span.start, start + span.end, reason)
        if reason == "placeholder":
            builder.replaced(MARK, start + span.start, start + span.end)
        at = span.end
    characters(builder, start + at, end)
