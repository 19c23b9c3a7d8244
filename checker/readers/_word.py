"""The text of a Word document (WordprocessingML): a line for each paragraph, the mark of its role before it.

Places in a document are places in this text, as the file itself is a zip of XML. What is deleted, hidden, a field's
code, a formula, a table of contents, a comment, a header or a footer is not in it; foot- and endnotes are, at its end.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Final
from xml.parsers import expat

from checker.errors import InputError
from checker.model import Role

MARKS: Final = {Role.HEADING: "# ", Role.ITEM: "- ", Role.CELL: "| ", Role.CAPTION: "= ", Role.PARAGRAPH: ""}
BREAK = "\v"
"""A line break within a paragraph."""
PLAIN = "\u2060"
"""Stands before a paragraph that begins as a mark does: a word joiner, which is no text."""
_LIMIT = 64 * 1024 * 1024
_CHUNK = 1 << 16
_DIRECTORY = 1 << 20  # bytes of the list of a zip's parts; each takes some hundred times that in memory
_DEPTH = 500
_OFFICE = "/officeDocument/2006/relationships/"
_STRICT = "/oclc.org/ooxml/officeDocument/relationships/"
_WORD = re.compile(r"http://(?:schemas\.openxmlformats\.org|purl\.oclc\.org/ooxml)/wordprocessingml/(?:2006/)?main ")
_SKIPPED = frozenset(("moveFrom", "del", "rt", "instrText"))
_SPACE = re.compile(r"[ \t\r\n]+")
_NOTES = ("footnote", "endnote")
_SIGNS = {"tab": "\t", "ptab": "\t", "br": BREAK, "cr": BREAK, "noBreakHyphen": "\u2011"}


def text(data: bytes) -> str:
    """The text of a document. Raises `InputError`, without a path, for what is none."""
    try:
        with _opened(data) as archive:
            main = _related(archive, "_rels/.rels", "officeDocument", "") or "word/document.xml"
            folder, _, name = main.rpartition("/")
            rels = f"{folder}/_rels/{name}.rels"
            styles = _styles(archive, _related(archive, rels, "styles", folder))
            lines = [*_paragraphs(archive, main, styles)]
            for kind in _NOTES:
                if part := _related(archive, rels, f"{kind}s", folder):
                    lines += _paragraphs(archive, part, styles)
    # zipfile raises NotImplementedError for a compression or an encryption that it does not know
    except (zipfile.BadZipFile, zlib.error, EOFError, struct.error, ValueError, NotImplementedError) as error:
        raise InputError("no Word document (.docx), or a damaged one; save it again") from error
    except RuntimeError as error:
        raise InputError("protected by a password; save it without") from error
    except expat.ExpatError as error:
        raise InputError(f"a Word document with broken XML ({expat.ErrorString(error.code)}); save it again") from error
    return "".join(f"{line}\n" for line in lines)


def _opened(data: bytes) -> zipfile.ZipFile:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise InputError("an old Word document, or one with a password; save it as .docx without")
    end = data.rfind(b"PK\5\6")
    if end == -1 or len(data) < end + 22:
        raise zipfile.BadZipFile
    if data.find(b"PK\6\7", max(0, end - 64), end) != -1 or struct.unpack_from("<L", data, end + 12)[0] > _DIRECTORY:
        raise InputError("a zip of more parts than a document has; save it again")
    return zipfile.ZipFile(io.BytesIO(data))


def _parse(archive: zipfile.ZipFile, name: str, parser: expat.XMLParserType) -> None:
    """Feed a part to a parser. Raises `InputError` for one that is missing, too large, or declares entities."""

    def refuse(*_: object) -> None:
        raise InputError("a Word document that declares entities, which none needs; not read")

    parser.StartDoctypeDeclHandler = refuse
    try:
        info = archive.getinfo(name)
    except KeyError:
        raise InputError(f"a zip without {name:.60}, which a Word document (.docx) has; save it again") from None
    too_large = InputError(f"a Word document whose {name:.60} is larger than {_LIMIT >> 20} MiB; split it")
    if info.file_size > _LIMIT:
        raise too_large
    size = 0
    with archive.open(info) as part:
        while chunk := part.read(_CHUNK):
            size += len(chunk)
            if size > _LIMIT:
                raise too_large
            parser.Parse(chunk, False)
    parser.Parse(b"", True)


def _parser(
    start: Callable[[str, Mapping[str, str]], None],
    end: Callable[[str], None] | None = None,
    characters: Callable[[str], None] | None = None,
) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    if end:
        parser.EndElementHandler = end
    if characters:
        parser.CharacterDataHandler = characters
    return parser


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _related(archive: zipfile.ZipFile, rels: str, kind: str, folder: str) -> str | None:
    """The part that stands in a relation to another, as the file of relations tells."""
    found: list[str] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        about = attributes.get("Type", "")
        if _local(name) == "Relationship" and about.endswith((_OFFICE + kind, _STRICT + kind)):
            found.append(attributes.get("Target", ""))

    if rels not in archive.namelist():
        return None
    _parse(archive, rels, _parser(start))
    if not found:
        return None
    return found[0][1:] if found[0].startswith("/") else f"{folder}/{found[0]}".lstrip("/")


def _styles(archive: zipfile.ZipFile, part: str | None) -> Mapping[str, str]:
    """The names of the styles by what paragraphs call them; built-in ones are called alike in every language."""
    found: dict[str, str] = {}
    current = ""

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal current
        if _local(name) == "style":
            current = _value(attributes, "styleId")
        elif _local(name) == "name" and current:
            found.setdefault(current, _value(attributes, "val").lower())

    if part and part in archive.namelist():
        _parse(archive, part, _parser(start))
    return found


def _value(attributes: Mapping[str, str], name: str) -> str:
    return next((value for key, value in attributes.items() if _local(key) == name), "")


def _paragraphs(archive: zipfile.ZipFile, part: str, styles: Mapping[str, str]) -> Iterator[str]:
    body = _Body(styles)
    _parse(archive, part, _parser(body.start, body.end, body.characters))
    return iter(body.lines)


class _Paragraph:
    def __init__(self) -> None:
        self.parts: list[str] = []
        self.role = Role.PARAGRAPH
        self.left_out = False


class _Body:
    """Collects the lines of a part. Paragraphs stand in one another where there are text boxes."""

    def __init__(self, styles: Mapping[str, str]) -> None:
        self.lines: list[str] = []
        self._styles = styles
        self._open: list[_Paragraph] = []
        self._cells = self._skipped = self._depth = 0
        self._run = self._text = self._hidden = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        if self._depth > _DEPTH:
            raise InputError(f"a Word document nested deeper than {_DEPTH}; save it again")
        local = _local(name)
        fallback = local == "Fallback"
        if self._skipped or fallback or (_WORD.match(name) and self._is_left_out(local, attributes)):
            self._skipped += 1
        elif _WORD.match(name):
            self._begin(local, attributes)

    def _is_left_out(self, local: str, attributes: Mapping[str, str]) -> bool:
        separator = local in _NOTES and "eparat" in _value(attributes, "type")
        return local in _SKIPPED or separator

    def _begin(self, local: str, attributes: Mapping[str, str]) -> None:
        if local == "p":
            self._open.append(_Paragraph())
            self._open[-1].role = Role.CELL if self._cells else Role.PARAGRAPH
        elif local == "tc":
            self._cells += 1
        elif not self._open:
            return
        elif local == "t":
            self._text = not self._hidden
        elif local == "r":
            self._run = True
        elif local == "vanish":
            self._hidden = self._run and _value(attributes, "val") not in ("0", "false", "off")
        elif local in _SIGNS and self._run and not self._hidden:
            self._open[-1].parts.append(_SIGNS[local])
        else:
            self._shape(self._open[-1], local, attributes)

    def _shape(self, paragraph: _Paragraph, local: str, attributes: Mapping[str, str]) -> None:
        """What the properties of a paragraph say of its role."""
        if local == "numPr" and paragraph.role is Role.PARAGRAPH:
            paragraph.role = Role.ITEM
        elif local == "pStyle":
            style = self._styles.get(_value(attributes, "val"), "")
            if style.startswith("toc ") or style == "table of figures":
                paragraph.left_out = True
            elif style.startswith("heading") or style in ("title", "subtitle"):
                paragraph.role = Role.HEADING
            elif style == "caption":
                paragraph.role = Role.CAPTION
            elif style.startswith("list ") and paragraph.role is Role.PARAGRAPH:
                paragraph.role = Role.ITEM

    def end(self, name: str) -> None:
        """An element ends."""
        self._depth -= 1
        if self._skipped:
            self._skipped -= 1
            return
        local = _local(name) if _WORD.match(name) else ""
        if local == "t":
            self._text = False
        elif local == "tc":
            self._cells -= 1
        elif local == "r":
            self._run = self._hidden = False
        elif local == "p" and self._open:
            self._close(self._open.pop())

    def _close(self, paragraph: _Paragraph) -> None:
        said = "".join(paragraph.parts).strip()
        if said and not paragraph.left_out:
            mark = MARKS[paragraph.role]
            plain = not mark and said.startswith(tuple(filter(None, MARKS.values())))
            self.lines.append((PLAIN if plain else mark) + said)

    def characters(self, data: str) -> None:
        """Text between tags."""
        if self._text and not self._skipped and self._open:
            self._open[-1].parts.append(_SPACE.sub(" ", data))
