"""Collects blocks of prose in source order and keeps the way back to the source.

What every format has in common is settled here: white space is folded, text is composed to NFC, invisible
format characters (soft hyphens, byte order marks, bidi controls) are dropped, web addresses are ignored, and
whatever digit no reader placed ends in an `Ignored` with the reason `markup`, so that none is lost unseen.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from checker.letters import goes_on
from checker.model import Block, Ignored, Role, Run, Span

_SPACE = r"[ \t\n\r\f\v\x85\u2028\u2029]"
_INVISIBLE = "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+"
_ADDRESS = r"(?:https?|ftp)://[^\s<>\"'«»“”（）()]+(?:\([^\s<>()]*\)[^\s<>\"'«»“”（）()]*)*"
_SPECIAL = re.compile(
    f"(?P<space>{_SPACE}{{2,}}|[^\\S \xa0\u1680\u2000-\u200a\u202f\u205f\u3000])"
    f"|(?P<invisible>{_INVISIBLE})|(?P<address>{_ADDRESS})"
)
FIGURES = "figures without words"
"""Why a row of figures is set aside."""
_DIGITS = re.compile(r"\d+")
_MOST_FIGURES = 4000
"""Characters, a page or two, from which figures without a single letter are data and no claims."""
_LETTERLESS, _ROW = re.compile(r"[\W\d_]+"), re.compile(r"\d[\W\d_]*\d")
_ENDS_SENTENCE = re.compile(r"[.!?:;…。！？：；।۔؟]\W*$")
_WORD = re.compile(r"\S{1,256}\s*|\s+")
_CLUSTER_LIMIT = 32  # Unicode's stream-safe format allows 30 combining marks in a row
_WINDOW = 256


class Builder:
    """Blocks in the making; `text`, `replaced` and `gap` add to the open block, `close` ends it."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._composed = _is_composed(source)
        self._blocks: list[Block] = []
        self._ignored: list[Ignored] = []
        self._parts: list[str] = []
        self._runs: list[Run] = []
        self._size = 0
        self._gap: tuple[int, int, str] | None = None

    def text(self, start: int, end: int) -> None:
        """Add `source[start:end]` as it stands, without rows of figures so long that nobody reads them."""
        for span in figures(self.source, start, end):
            self._prose(start, span.start)
            self.ignore(*span, FIGURES)
            start = span.end
        self._prose(start, end)

    def _prose(self, start: int, end: int) -> None:
        position = start
        for match in _SPECIAL.finditer(self.source, start, end):
            self._words(position, match.start())
            position = match.end()
            if match.lastgroup == "space":
                self.gap(match.start(), position)
            elif match.lastgroup == "address":
                position = match.start() + len(match.group().rstrip(".,:;!?"))
                self.ignore(match.start(), position, "link target")
                self._words(position, match.end())
                position = match.end()
        self._words(position, end)

    def words(self, start: int, end: int) -> None:
        """Add `source[start:end]`, which is letters and digits with single spaces between them, as short texts are."""
        if end - start > _MOST_FIGURES:
            self.text(start, end)
        else:
            self._words(start, end)

    def replaced(self, text: str, start: int, end: int) -> None:
        """Add `text`, which stands for the whole of `source[start:end]` (an entity, an escape)."""
        if not text.strip(" \t\n\r\f\v"):
            if text:
                self.gap(start, end)
            return
        if not re.fullmatch(_INVISIBLE, text):
            self._add(unicodedata.normalize("NFC", text), start, end)

    def gap(self, start: int, end: int, char: str = " ") -> None:
        """White space or, with `char` a line feed, a line break that ends what is said."""
        if self._size and (self._gap is None or (char == "\n" and self._gap[2] != "\n")):
            self._gap = (start, end, char)

    def ignore(self, start: int, end: int, reason: str, *, chosen: bool = False) -> None:
        """Set `source[start:end]` aside, `chosen` where it is prose; the open block goes on behind it."""
        if end > start:
            self._ignored.append(Ignored(Span(start, end), reason, chosen))

    def close(self, role: Role, key: str = "", form: str = "", around: tuple[Span, ...] = ()) -> None:
        """End the open block; one without text is none."""
        if self._size:
            self._blocks.append(Block("".join(self._parts), role, tuple(self._runs), key, form, around))
        self._parts, self._runs, self._size, self._gap = [], [], 0, None

    def hold(self, key: str, at: int) -> None:
        """Say that a key is there and has no text that is to be checked."""
        self._blocks.append(Block("", Role.PARAGRAPH, (Run(Span(0, 0), Span(at, at)),), key))

    def finish(self) -> tuple[tuple[Block, ...], tuple[Ignored, ...]]:
        """The blocks and what is none, each in source order."""
        self._ignored.extend(Ignored(span, "markup") for span in list(unseen(self.source, self._blocks, self._ignored)))
        self._ignored.sort(key=lambda ignored: ignored.span)
        return tuple(self._blocks), tuple(self._ignored)

    def _words(self, start: int, end: int) -> None:
        """Text without special characters; a single space at either end is a gap."""
        while start < end and self.source[start] == " ":
            self.gap(start, start + 1)
            start += 1
        stop = end
        while stop > start and self.source[stop - 1] == " ":
            stop -= 1
        if start < stop:
            if self._composed:
                self._add(self.source[start:stop], start, stop)
            else:
                self._compose(start, stop)
        if stop < end:
            self.gap(stop, end)

    def _compose(self, start: int, end: int) -> None:
        """Add text in NFC, cluster by cluster in the words that need it."""
        for word in _WORD.finditer(self.source, start, end):
            if unicodedata.is_normalized("NFC", word.group()):
                self._add(word.group(), *word.span())
                continue
            plain = word.start()
            for at, until in _clusters(self.source, *word.span()):
                cluster = self.source[at:until]
                composed = unicodedata.normalize("NFC", cluster)
                if composed != cluster:
                    self._literal(plain, at)
                    self._add(composed, at, until)
                    plain = until
            self._literal(plain, word.end())

    def _literal(self, start: int, end: int) -> None:
        if start < end:
            self._add(self.source[start:end], start, end)

    def _add(self, text: str, start: int, end: int) -> None:
        if self._gap is not None:
            self._fill(self._gap, text[0])
        self._put(text, start, end)

    def _fill(self, gap: tuple[int, int, str], following: str) -> None:
        """Write the gap as a space, a line break, or nothing between lines of Chinese or Japanese."""
        start, end, char = gap
        self._gap = None
        before = self._parts[-1][-1]
        if char == "\n":
            joins = goes_on(following) and not _ENDS_SENTENCE.search(self._parts[-1][-8:])
            self._put(" " if joins else "\n", start, end)
        elif not (_is_unspaced(before) and _is_unspaced(following) and self.source[start:end] != " "):
            self._put(" ", start, end)

    def _put(self, text: str, start: int, end: int) -> None:
        size, joined = self._size + len(text), False
        if self._runs and len(text) == end - start:
            (text_start, _), (source_start, source_end) = self._runs[-1]
            joined = source_end == start and source_end - source_start == self._size - text_start
        if joined:
            self._runs[-1] = Run(Span(text_start, size), Span(source_start, end))
        else:
            self._runs.append(Run(Span(self._size, size), Span(start, end)))
        self._parts.append(text)
        self._size = size


def figures(source: str, start: int, end: int) -> Iterator[Span]:
    """Rows of figures without a letter, first digit to last, that are too long to be claims."""
    for match in _LETTERLESS.finditer(source, start, end) if end - start > _MOST_FIGURES else ():
        row = _ROW.search(source, *match.span()) if match.end() - match.start() > _MOST_FIGURES else None
        if row and row.end() - row.start() > _MOST_FIGURES:
            yield Span(*row.span())


def unseen(source: str, blocks: Iterable[Block], ignored: Iterable[Ignored]) -> Iterator[Span]:
    """Runs of digits that are in no block and not ignored."""
    spans = [run.source for block in blocks for run in block.runs]
    spans += [part.span for part in ignored]
    spans.sort()
    at, seen = 0, 0
    for match in _DIGITS.finditer(source):
        start, end = match.span()
        while at < len(spans) and spans[at].start < end:
            if spans[at].start > max(start, seen):
                yield Span(max(start, seen), spans[at].start)
            seen = max(seen, spans[at].end)
            at += 1
        if end > seen:
            yield Span(max(start, seen), end)


def _is_composed(source: str) -> bool:
    """Whether the source is NFC; by windows, for to sort a long row of marks takes quadratic time."""
    return source.isascii() or all(
        unicodedata.is_normalized("NFC", source[max(0, at - 4) : at + _WINDOW]) for at in range(0, len(source), _WINDOW)
    )


def _clusters(source: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches of text that compose on their own: a character with the marks and vowels that join it."""
    at = start
    for position in range(start + 1, end):
        char = source[position]
        if char.isascii() or position - at >= _CLUSTER_LIMIT or not _joins(source[position - 1], char):
            yield at, position
            at = position
    if at < end:
        yield at, end


@lru_cache(maxsize=4096)
def _joins(before: str, char: str) -> bool:
    """Whether the character composes with the one before it."""
    if unicodedata.combining(char):
        return True
    apart = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", char)
    return unicodedata.normalize("NFC", before + char) != apart


def _is_unspaced(char: str) -> bool:
    """Whether the character is of a script written without spaces between words (Han, kana, their signs)."""
    return unicodedata.east_asian_width(char) in "WF" and not "\uac00" <= char <= "\ud7a3"
