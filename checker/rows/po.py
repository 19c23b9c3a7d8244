"""Gettext PO: a row for each translated entry, one for each plural form; its id is the line that it stands on.

The language of the translation is that of the header or of the path, that of the messages what the header or
the settings call the source, else what it is guessed to be.
"""

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import PurePath

from checker.errors import InputError
from checker.locales import known, tag
from checker.plurals import few
from checker.readers import Categories, categories, guess
from checker.rows.row import Aside, Broken, Item, Reading, Row

SUFFIXES = (".po", ".pot")

LONGEST_LINE = 1 << 20
"""Bytes."""
LARGEST = 1 << 24
"""Characters of one entry."""
_SAMPLE = 200
"""Messages by which their language is guessed."""
_HEAD = 100
"""Lines at the beginning in which the header's encoding is looked for."""
_CHARSET = re.compile(rb"charset=([\w.:-]+)", re.IGNORECASE)
_KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d{1,3})\])?\s*(?=")')
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"\s*$')
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{1,2}|[0-7]{1,3}|.)")
_PLAIN = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


@dataclass(slots=True)
class _Entry:
    """An entry as it stands: its strings by keyword (`msgstr`, `msgstr[1]`), still in parts."""

    line: int = 0
    flags: set[str] = field(default_factory=set)
    strings: dict[str, list[str]] = field(default_factory=dict)
    obsolete: bool = False
    size: int = 0

    def get(self, keyword: str) -> str:
        return "".join(self.strings.get(keyword, ()))


def read(reading: Reading) -> Iterator[Item]:
    """The translated entries; fuzzy, obsolete and untranslated ones are left out."""
    entries = _entries(reading)
    first = next(entries, None)
    header: dict[str, str] = {}
    if isinstance(first, _Entry) and not first.get("msgid") and not first.obsolete:
        header = dict(_fields(first.get("msgstr")))
        first = None
    begin = list(chain([first] if first else [], islice(entries, _SAMPLE)))
    target = tag(header.get("language")) or _of_path(reading.path)
    source = _source(header, reading, begin)
    if target is None:
        raise InputError(f'{reading.name}: no language; write it into the header, as in "Language: de\\n"')
    if target == source:
        raise InputError(f"{reading.name}: messages and translations are both {target}; name another --source")
    forms = categories(header.get("plural-forms", ""))
    for found in chain(begin, entries):
        if isinstance(found, Broken):
            yield found
        else:
            yield from _rows(found, source, target, forms)


def _source(header: dict[str, str], reading: Reading, begin: Iterable[_Entry | Broken]) -> str:
    """The language of the messages."""
    said = tag(header.get("x-source-language")) or reading.columns.source
    if said is not None:
        return said
    found = guess(entry.get("msgid") for entry in begin if isinstance(entry, _Entry))
    if found is None:
        raise InputError(f"{reading.name}: too little text to tell the language of its messages; say it with --source")
    return found.language


def _of_path(path: PurePath) -> str | None:
    """The language that a path names: de.po, app.de.po, locale/de/LC_MESSAGES/app.po."""
    parts = [path.stem, path.stem.rpartition(".")[2], *reversed(path.parts[:-1])]
    return next((tag(part) for part in parts[:4] if known(part)), None)


def _rows(entry: _Entry, source: str, target: str, forms: Categories) -> Iterator[Item]:
    if entry.obsolete:
        yield Aside("obsolete")
        return
    if "fuzzy" in entry.flags:
        yield Aside("fuzzy")
        return
    keywords = [keyword for keyword in entry.strings if keyword.startswith("msgstr")]
    for keyword in keywords:
        number, form, message = keyword.removeprefix("msgstr"), "", "msgid"
        if "msgid_plural" in entry.strings:
            form = forms(int(number.strip("[]") or 0), len(keywords))
            message = "msgid" if few(target, form) else "msgid_plural"
        translation = entry.get(keyword)
        if not translation.strip():
            yield Aside("not translated")
            continue
        texts = {source: entry.get(message), target: translation}
        yield Row(f"{entry.line}{number}", texts, source, form)


def _fields(header: str) -> Iterator[tuple[str, str]]:
    for line in header.split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            yield name.strip().lower(), value.strip()


def _entries(reading: Reading) -> Iterator[_Entry | Broken]:
    entry, keyword = _Entry(), ""
    for number, line in _lines(reading):
        where = f"{reading.name}:{number}"
        obsolete = line.startswith("#~")
        text = line[2:].lstrip() if obsolete else line
        if not text:
            if entry.strings:
                yield entry
            entry, keyword = _Entry(), ""
        elif text.startswith("#"):
            if entry.strings:  # a comment begins the next entry, also without an empty line between
                yield entry
                entry, keyword = _Entry(), ""
            if text.startswith("#,"):
                entry.flags |= {flag.strip() for flag in text[2:].split(",")}
        elif not obsolete or not text.startswith("|"):
            match = _KEYWORD.match(text)
            quoted = _QUOTED.match(text, match.end() if match else 0)
            if quoted is None or not (match or keyword):
                yield Broken(
                    f"{where}: neither a comment nor msgid, msgstr or a string in quotes; its entry is not checked"
                )
                entry, keyword = _Entry(), ""
                continue
            if match:
                named = match[1] + (f"[{match[2]}]" if match[2] else "")
                if (
                    named in entry.strings or match[1] == "msgctxt" or match[1] == "msgid"
                ) and "msgid" in entry.strings:
                    yield entry
                    entry = _Entry()
                keyword = named
                entry.strings[keyword] = []
                if match[1] == "msgid":
                    entry.line, entry.obsolete = number, obsolete
            entry.size += len(quoted[1])
            if entry.size > LARGEST:
                raise InputError(f"{where}: an entry of more than {LARGEST >> 20} Mi characters; it is none")
            entry.strings[keyword].append(_ESCAPE.sub(_unescaped, quoted[1]))
    if entry.strings:
        yield entry


def _unescaped(match: re.Match[str]) -> str:
    code = match[1]
    if code[0] == "x" and len(code) > 1:
        return chr(int(code[1:], 16))
    if code[0] in "01234567":
        return chr(int(code, 8))
    return _PLAIN.get(code, code)


def _lines(reading: Reading) -> Iterator[tuple[int, str]]:
    """The lines by number, from 1, decoded as the header says."""
    raw = _raw(reading)
    head = list(islice(raw, _HEAD))
    declared = _CHARSET.search(b"".join(line for _, line in head))
    name = declared[1].decode("ascii") if declared else "utf-8"
    name = "utf-8" if name.lower() == "charset" else name  # as it stands in a template
    try:
        codecs.lookup(name)
        "".encode(name)
    except LookupError:
        raise InputError(f"{reading.name}: unknown charset {name!r} in its header; save it as UTF-8") from None
    for number, line in chain(head, raw):
        try:
            yield number, line.decode(name).strip()
        except UnicodeDecodeError as error:
            told = f"not {name} ({error.reason}), as the header says; save it so"
            raise InputError(f"{reading.name}:{number}: {told}") from None


def _raw(reading: Reading) -> Iterator[tuple[int, bytes]]:
    number = 0
    while line := reading.stream.readline(LONGEST_LINE):
        number += 1
        if len(line) == LONGEST_LINE:
            raise InputError(f"{reading.name}:{number}: a line of more than {LONGEST_LINE >> 20} MiB; it is no PO")
        yield number, line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
