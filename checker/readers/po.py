"""gettext PO and POT: the texts to translate and their translations, by context and text.

Left out are obsolete entries (`#~`), and of the translation fuzzy ones and those without a text. The forms of a plural
are texts of one key; `Plural-Forms` tells which form is for 1, so that the number in it is no claim.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from checker.locales import tag
from checker.model import Span
from checker.readers import _file
from checker.readers._plurals import categories
from checker.readers._values import Piece, Values, broken, once, solved
from checker.readers._versions import REST, SOURCE, TARGET, Versions

SUFFIXES: tuple[str, ...] = (".po", ".pot")
KEYED = True

_CHARSET = re.compile(rb"Content-Type:[^\"\\\n]{0,200}charset=([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_HEAD = 1 << 16
"""Bytes in which the header stands, behind its comments."""
_UNFILLED = b"CHARSET"
"""What stands for the charset in a template that nobody has filled in."""
_LINE = re.compile(
    r"[ \t\f\v]*(?:(?P<comment>#[^\r\n]*)"
    r"|(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:[ \t]*\[[ \t]*(?P<number>\d{1,2})[ \t]*\])?|domain)?[ \t]*"
    r'"(?P<text>[^"\\\r\n]*+(?:\\[^\r\n][^"\\\r\n]*+)*+)"[ \t]*'
    r"|)(?P<end>\r\n|\n|\r|\Z)"
)
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{1,8}|[0-7]{1,3}|.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_BEGINS = ("msgctxt", "msgid", "domain")
_TOLD = ("#,", "#~", "# ", "##", "#\t", "#c")
"""How comments begin that are flags, old entries, or may be notes to us; most are places in programs."""
_CHECKER = re.compile(r"#+[ \t]*checker:")
_GLUE = "\x04"
"""What gettext puts between context and text."""


class _String(NamedTuple):
    """The lines of one string: each the stretch between its quotes."""

    lines: list[Span]

    def text(self, source: str) -> str:
        return "".join(piece.text for piece in self.pieces(source))

    def pieces(self, source: str) -> Iterator[Piece]:
        for start, end in self.lines:
            text = source[start:end]
            if "\\" in text:
                yield from solved(source, start, end, _ESCAPE, _solved)
            else:
                yield Piece(text, start, end)

    @property
    def whole(self) -> Span:
        return Span(self.lines[0].start, self.lines[-1].end)


@dataclass(slots=True)
class _Entry:
    """An entry in the making; strings by keyword."""

    comments: list[Span] = field(default_factory=list)
    strings: dict[str, _String] = field(default_factory=dict)
    fuzzy: bool = False
    ends: bool = False
    """Whether a translation is there: what follows may begin another entry."""

    @property
    def translations(self) -> list[tuple[int, _String]]:
        """The forms of the translation with their numbers."""
        found = [(name, string) for name, string in self.strings.items() if name.startswith("msgstr")]
        return [(int(name.partition("[")[2].rstrip("]") or 0), string) for name, string in found]


def decode(data: bytes, shown: str) -> str:
    """The text, in the encoding that its header names."""
    match = _CHARSET.search(data, 0, _HEAD)
    declared = match[1] if match and match[1] != _UNFILLED else None
    return _file.decode(data, shown, declared.decode("ascii") if declared else None)


def read_versions(source: str) -> Versions:
    """The texts to translate and, unless it is a template, their translations."""
    entries = list(_entries(source))
    header = _header(source, entries)
    language = tag(header.get("language", "")) or TARGET
    translated = any(end > at for it in _texts(entries) for _, one in it.translations for at, end in one.lines)
    original, translation = Values(source), Values(source)
    forms = categories(header.get("plural-forms", ""))
    seen: dict[str, int] = {}
    for entry in entries:
        _comments(source, entry, translation if translated else original)
        if "msgid" in entry.strings:
            _add(source, entry, original, translation, forms, seen)
    texts = {SOURCE: original.finish(rest=REST)}
    return Versions(texts | {language: translation.finish(rest=REST)} if translated else texts, SOURCE)


def _texts(entries: Iterable[_Entry]) -> Iterator[_Entry]:
    """The entries without the header."""
    filled = (it for it in entries if "msgid" in it.strings)
    return (it for it in filled if "msgctxt" in it.strings or any(end > at for at, end in it.strings["msgid"].lines))


def _add(
    source: str,
    entry: _Entry,
    original: Values,
    translation: Values,
    forms: Callable[[int, int], str],
    seen: dict[str, int],
) -> None:
    """An entry's texts, each with its version."""
    string, plural = entry.strings["msgid"], entry.strings.get("msgid_plural")
    context = entry.strings.get("msgctxt")
    pieces = list(string.pieces(source))
    key = (context.text(source) + _GLUE if context else "") + "".join(piece.text for piece in pieces)
    once(source, seen, key, string.lines[0].start)
    if not key:
        for _, header in entry.translations:
            original.ignore(*header.whole, "header")
            translation.ignore(*header.whole, "header")
        return
    original.add(key, pieces, "one" if plural else "")
    if plural:
        original.add(key, plural.pieces(source), "other")
    translations = entry.translations
    found = [(number, one) for number, one in translations if any(end > start for start, end in one.lines)]
    for number, one in found:
        if entry.fuzzy:
            translation.ignore(*one.whole, "fuzzy", chosen=True)
        else:
            form = forms(number, len(translations)) if plural else ""
            translation.add(key, one.pieces(source), form, at=one.lines[0].start)
    if entry.fuzzy or not found:
        translation.hold(key, string.lines[-1].end)


def _comments(source: str, entry: _Entry, values: Values) -> None:
    """Notes to us, and entries that are not used any more."""
    for start, end in entry.comments:
        values.ignore(start, end, "obsolete" if source.startswith("#~", start) else "comment")


def _solved(match: re.Match[str]) -> str:
    said = match.group()[1:]
    if said[0] == "x" and len(said) > 1:
        return chr(min(int(said[1:], 16), 0x10FFFF))
    return chr(int(said, 8)) if said[0] in "01234567" else _ESCAPED.get(said, said)


def _entries(source: str) -> Iterator[_Entry]:
    """The entries that are not obsolete; what is only comments has no strings."""
    entry = _Entry()
    open_: _String | None = None
    at, size = 0, len(source)
    while at < size:
        line = _LINE.match(source, at)
        if line is None:
            raise broken(source, at, 'neither a comment nor a string; lines are # …, msgid "…", msgstr "…" or "…"')
        comment, keyword, text = line.group("comment", "keyword", "text")
        if entry.ends and (comment is not None or keyword in _BEGINS):
            yield _complete(source, entry, at)
            entry, open_ = _Entry(), None
        if comment is not None:
            if comment.startswith(_TOLD):
                _remember(source, entry, Span(*line.span("comment")))
        elif text is not None:
            if keyword:
                open_ = entry.strings[_once(source, entry, keyword, at)] = _String([])
                entry.ends |= keyword.startswith("msgstr")
            if open_ is None:
                raise broken(source, at, "a string that belongs to no keyword; begin it with msgid or msgstr")
            open_.lines.append(Span(*line.span("text")))
        at = line.end()
    if entry.strings:
        _complete(source, entry, size)
    yield entry


def _remember(source: str, entry: _Entry, comment: Span) -> None:
    """What a comment says: of flags only `fuzzy` counts, and kept is what is a note to us or an old entry."""
    if source.startswith("#,", comment.start):
        entry.fuzzy |= "fuzzy" in (flag.strip() for flag in source[comment.start + 2 : comment.end].split(","))
    if source.startswith("#~", comment.start) or _CHECKER.match(source, comment.start):
        entry.comments.append(comment)


def _once(source: str, entry: _Entry, keyword: str, at: int) -> str:
    name = keyword.replace(" ", "").replace("\t", "")
    if name in entry.strings:
        raise broken(source, at, f"a second {name} in one entry; end the entry before it with its msgstr")
    return name


def _complete(source: str, entry: _Entry, at: int) -> _Entry:
    """The entry, which must have a text and a translation."""
    names = entry.strings
    if "domain" in names:
        names.pop("domain")
    if names and ("msgid" not in names or not any(name.startswith("msgstr") for name in names)):
        lacks = "msgid" if "msgid" not in names else "msgstr"
        raise broken(source, at, f"an entry without {lacks} ends here; the file seems to be cut off")
    return entry


def _header(source: str, entries: Iterable[_Entry]) -> dict[str, str]:
    """The fields of the entry whose text is empty, by name in lower case."""
    for entry in entries:
        string = entry.strings.get("msgid")
        if string and "msgctxt" not in entry.strings and not string.text(source):
            lines = (line.partition(":") for _, one in entry.translations for line in one.text(source).split("\n"))
            return {name.strip().lower(): said.strip() for name, _, said in lines if said}
    return {}
