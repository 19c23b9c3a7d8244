"""Values of keyed formats: what a file writes with escapes, read as messages, with the way back to the file.

A value is given as pieces, in which escapes are solved. All values of a file make one text, which is read as any prose
is; the blocks found in it are carried back to the source piece by piece.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from checker.errors import InputError
from checker.locate import position
from checker.model import Block, Ignored, Role, Run, Span
from checker.readers._builder import Builder, unseen
from checker.readers._messages import Message, read

UNITS = r"\\[uU](?:[dD][89abAB][0-9a-fA-F]{2}\\[uU][dD][c-fC-F][0-9a-fA-F]{2}|[0-9a-fA-F]{4})"
"""A character as code units of UTF-16, for `character`."""
_UNIT = re.compile(r"[0-9a-fA-F]{4}")
_ODD = r"\s<>&{}%$\\\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffc"
_WORDS = re.compile(f"[^{_ODD}]++(?: [^{_ODD}]++)*+")
"""Words with single spaces and no sign that could begin markup or a placeholder, or that is not seen."""


class Piece(NamedTuple):
    """Text and the stretch of the source it is written in; equally long ones match character by character."""

    text: str
    start: int
    end: int


def broken(source: str, at: int, message: str) -> InputError:
    """An error of one line that names the place; who knows the file puts its name before."""
    line, column = position(source, min(at, len(source)))
    return InputError(f"line {line}, column {column}: {' '.join(message.split())}")


def once(source: str, seen: dict[str, int], key: str, at: int) -> None:
    """Refuse a key that was seen before; `seen` are keys and their places."""
    if key in seen:
        line, _ = position(source, seen[key])
        raise broken(source, at, f"the key “{key:.60}” is there already, in line {line}; keep one of them")
    seen[key] = at


def character(escape: str) -> str:
    """The character of an escape that writes the code units of UTF-16 in four hexadecimal digits each: `\\u20ac`.

    Half a surrogate pair is U+FFFD.
    """
    return bytes.fromhex("".join(_UNIT.findall(escape))).decode("utf-16-be", "replace")


def solved(
    source: str, start: int, end: int, escape: re.Pattern[str], solve: Callable[[re.Match[str]], str]
) -> Iterator[Piece]:
    """The pieces of `source[start:end]`, in which whatever matches `escape` stands for what `solve` says."""
    at = start
    for match in escape.finditer(source, start, end):
        if at < match.start():
            yield Piece(source[at : match.start()], at, match.start())
        yield Piece(solve(match), match.start(), match.end())
        at = match.end()
    if at < end:
        yield Piece(source[at:end], at, end)


def _is_plain(piece: Piece) -> bool:
    """Whether a piece is prose as it stands; most are, and need no second look."""
    return (
        len(piece.text) == piece.end - piece.start
        and _WORDS.fullmatch(piece.text) is not None
        and "://" not in piece.text
        and (piece.text.isascii() or unicodedata.is_normalized("NFC", piece.text))
    )


class Values:
    """Collects the values of a file, in source order, and gives them as blocks."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._pieces: list[Piece] = []
        self._starts: list[int] = []  # of the pieces, in the text of all values
        self._size = 0
        self._values: list[Message] = []
        self._ignored: list[Ignored] = []
        self._held: list[Block] = []
        self._plain: list[tuple[Piece, str, str]] = []  # values that are their own block, with key and form

    def add(
        self,
        key: str,
        pieces: Iterable[Piece],
        form: str = "",
        *,
        at: int | None = None,
        around: Iterable[Piece] = (),
    ) -> None:
        """A value; `form` is the CLDR category it is for, where it is a form of a plural.

        `around` are the placeholders around a value that is a branch of a longer one.

        `MARK` in a piece stands for what the format itself says is a placeholder. A value without text is withheld
        where it is known to stand `at` a place.
        """
        given = [piece for piece in pieces if piece.text]
        apart = list(around)
        if len(given) == 1 and not apart and _is_plain(given[0]):
            self._plain.append((given[0], key, form))
            return
        start = self._size
        for piece in given:
            self._put(piece)
        if self._size > start:
            end = self._size
            for piece in apart:
                self._put(piece)
            self._values.append(Message(key, start, end, form, self._size))
            end = self._pieces[-1].end
            self._put(Piece("\n", end, end))
        elif at is not None:
            self.hold(key, at)

    def hold(self, key: str, at: int) -> None:
        """Say that the key is there, at a place, without a text to check; what has no key is nothing to look for."""
        if key:
            self._held.append(Block("", Role.PARAGRAPH, (Run(Span(0, 0), Span(at, at)),), key))

    def ignore(self, start: int, end: int, reason: str, *, chosen: bool = False) -> None:
        """Set a stretch of the source aside, `chosen` where it is prose."""
        if end > start:
            self._ignored.append(Ignored(Span(start, end), reason, chosen))

    def finish(
        self, role: Role = Role.PARAGRAPH, rest: str = "markup"
    ) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
        """The blocks, each with the key of its value, and what is none, in order; `rest` is why the rest is none.

        Only digits are told of the rest.
        """
        builder = Builder("".join(piece.text for piece in self._pieces))
        for value in self._values:
            read(builder, value, role)
        found, apart = builder.finish()
        blocks = [*self._held, *(self._back(block) for block in found)]
        blocks += [
            Block(text, role, (Run(Span(0, len(text)), Span(start, end)),), key, form)
            for (text, start, end), key, form in self._plain
        ]
        blocks.sort(key=lambda block: block.runs[0].source)
        ignored = [Ignored(self._place(part.span), part.reason) for part in apart]
        ignored = [*self._ignored, *(part for part in ignored if part.span.end > part.span.start)]
        ignored += [Ignored(span, rest) for span in unseen(self._source, blocks, ignored)]
        return tuple(blocks), tuple(sorted(ignored, key=lambda part: part.span))

    def _put(self, piece: Piece) -> None:
        self._pieces.append(piece)
        self._starts.append(self._size)
        self._size += len(piece.text)

    def _back(self, block: Block) -> Block:
        """A block of the text of all values as one of the source."""
        runs: list[Run] = []
        for text, place in block.runs:
            if text.end - text.start == place.end - place.start:
                for run in self._split(text, place):
                    _extend(runs, run)
            else:
                _extend(runs, Run(text, self._place(place)))
        return replace(block, runs=tuple(runs), around=tuple(self._place(span) for span in block.around))

    def _split(self, text: Span, place: Span) -> Iterator[Run]:
        """The runs of a stretch that stands in the text of all values as it does in the block."""
        index = bisect_right(self._starts, place.start) - 1
        at = place.start
        while at < place.end:
            piece, start = self._pieces[index], self._starts[index]
            end = min(place.end, start + len(piece.text))
            span = Span(text.start + at - place.start, text.start + end - place.start)
            if len(piece.text) == piece.end - piece.start:
                yield Run(span, Span(piece.start + at - start, piece.start + end - start))
            else:
                yield Run(span, Span(piece.start, piece.end))
            at = end
            index += 1

    def _place(self, place: Span) -> Span:
        """The whole of the source that a stretch of the text of all values is written in."""
        first, last = (bisect_right(self._starts, at) - 1 for at in (place.start, place.end - 1))
        one, two = self._pieces[first], self._pieces[last]
        start, end = one.start, two.end
        if len(one.text) == one.end - one.start:
            start += place.start - self._starts[first]
        if len(two.text) == two.end - two.start:
            end = two.start + place.end - self._starts[last]
        return Span(start, end)


def _extend(runs: list[Run], run: Run) -> None:
    """Add a run, to the last one where both are literal and adjoin, or both come from one escape."""
    if runs:
        text, source = runs[-1]
        literal = text.end - text.start == source.end - source.start
        new = run.text.end - run.text.start == run.source.end - run.source.start
        if literal and new and source.end == run.source.start:
            runs[-1] = Run(Span(text.start, run.text.end), Span(source.start, run.source.end))
            return
        if source == run.source:
            runs[-1] = Run(Span(text.start, run.text.end), source)
            return
    runs.append(run)
