"""Subtitles, SRT and WebVTT: prose that flows over the cues; their numbers, times, notes and styles are none."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from checker.model import Block, Ignored, Role, Span
from checker.readers._builder import Builder
from checker.readers._lines import lines
from checker.readers._prose import characters
from checker.readers._tags import tokens
from checker.readers._values import broken

SUFFIXES: tuple[str, ...] = (".srt", ".vtt")

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMES = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?")
_ARROW = "-->"
_HEADER = "WEBVTT"
_ASIDE = re.compile(r"(NOTE|STYLE|REGION)(?:[ \t].*)?")
_OVERRIDE = re.compile(r"\{\\[^{}\r\n]{0,200}\}|<\d[\d:.]{0,20}>")
_ENDS = re.compile(r"[.!?…。！？।۔؟♪]\W*$")
_SPEAKER = re.compile(r"\s*(?:\{\\[^{}\r\n]{0,200}\})?\s*[-–—‐]\s*(?=[^\W\d_])")
_PAUSE = 3.0  # seconds without a word, after which something else is said


class _Cue(NamedTuple):
    """When it is shown, in seconds, and the lines of its text."""

    start: float
    end: float
    lines: list[Span]


def read(source: str) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
    """What is said, in source order: a block ends with a sentence that ends with its cue, or before a pause."""
    builder = Builder(source)
    before: _Cue | None = None
    for cue in _cues(builder, lines(source)):
        if before and (cue.start - before.end >= _PAUSE or _ENDS.search(_last(source, before))):
            builder.close(Role.PARAGRAPH)
        for span in cue.lines:
            speaker = _SPEAKER.match(source, *span)
            if speaker:
                builder.close(Role.PARAGRAPH)
                builder.ignore(*speaker.span(), "markup")
            _line(builder, speaker.end() if speaker else span.start, span.end)
            builder.gap(span.end, min(span.end + 1, len(source)))
        before = cue if cue.lines else before
    builder.close(Role.PARAGRAPH)
    return builder.finish()


def _last(source: str, cue: _Cue) -> str:
    return source[cue.lines[-1].start : cue.lines[-1].end][-16:]


def _line(builder: Builder, start: int, end: int) -> None:
    """A line of a cue, in which there may be tags, entities and the marks of players."""
    for token in tokens(builder.source, start, end):
        if token.kind != "text":
            builder.ignore(token.start, token.end, "markup")
            continue
        at = token.start
        for match in _OVERRIDE.finditer(builder.source, token.start, token.end):
            characters(builder, at, match.start())
            builder.ignore(*match.span(), "markup")
            at = match.end()
        characters(builder, at, token.end)


def _cues(builder: Builder, spans: list[Span]) -> Iterator[_Cue]:
    """The cues of a file; what is none is set aside."""
    source = builder.source
    web = source.startswith(_HEADER)
    cue: _Cue | None = None
    for first, paragraph in enumerate(_paragraphs(source, spans)):
        texts = [source[span.start : span.end] for span in paragraph]
        aside = _ASIDE.fullmatch(texts[0]) if web else None
        at = next((index for index, text in enumerate(texts[:2]) if _ARROW in text), None)
        if web and not first:
            builder.ignore(paragraph[0].start, paragraph[-1].end, "header")
        elif at is not None:
            if cue:
                yield cue
            if at:
                builder.ignore(*paragraph[0], "cue number")
            cue = _cue(builder, paragraph[at:])
        elif aside:
            reason = "comment" if aside[1] == "NOTE" else "style"
            builder.ignore(paragraph[0].start, paragraph[-1].end, reason)
        elif cue is None or (len(texts) == 1 and texts[0].strip().isdecimal()):
            what = "“WEBVTT” in the first line, or a number and the times of a cue; is the file whole?"
            raise broken(source, paragraph[0].start, f"expected {what}")
        else:
            cue.lines.extend(paragraph)
    if cue:
        yield cue


def _cue(builder: Builder, spans: list[Span]) -> _Cue:
    match = _TIMES.fullmatch(builder.source, *spans[0])
    if match is None:
        raise broken(builder.source, spans[0].start, "no times of a cue; expected 00:00:05,000 --> 00:00:07,500")
    builder.ignore(*spans[0], "cue time")
    times = match.groups()
    return _Cue(_seconds(*times[:4]), _seconds(*times[4:]), list(spans[1:]))


def _seconds(hours: str | None, minutes: str, seconds: str, parts: str) -> float:
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + int(parts) / 10.0 ** len(parts)


def _paragraphs(source: str, spans: list[Span]) -> Iterator[list[Span]]:
    """The stretches of lines between empty ones."""
    found: list[Span] = []
    for span in spans:
        if source[span.start : span.end].strip():
            found.append(span)
        elif found:
            yield found
            found = []
    if found:
        yield found
