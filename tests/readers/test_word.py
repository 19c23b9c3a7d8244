"""Word documents: what python-docx writes is read, and what is no sound document is refused by name, at once."""

import io
import struct
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import checker
from checker import readers
from checker.errors import InputError

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TEXT = st.text(st.sampled_from("abZ 059#|-=é价ราคמ€\t"), min_size=1, max_size=20).filter(str.strip)


def document(body: str, name: str = "word/document.xml", head: str = "") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, f"{head}<w:document {SPACE}><w:body>{body}</w:body></w:document>")
    return file.getvalue()


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def read(data: bytes) -> list[tuple[str, str]]:
    blocks, ignored = readers.parse(readers.decode(data, "x.docx"), ".docx")
    assert ignored == ()
    return [(block.role.value, " ".join(block.text.split())) for block in blocks]


@settings(max_examples=8, deadline=None)
@given(
    parts=st.lists(
        st.tuples(st.sampled_from(["Heading 1", "List Bullet", "Caption", "Normal", "cell"]), TEXT), max_size=5
    )
)
def test_what_python_docx_writes_is_read(parts: list[tuple[str, str]]) -> None:
    roles = {"Heading 1": "heading", "List Bullet": "item", "Caption": "caption", "Normal": "paragraph", "cell": "cell"}
    written = docx.Document()
    for style, text in parts:
        if style == "cell":
            written.add_table(1, 1).cell(0, 0).text = text
        else:
            written.add_paragraph(text, style=style)
    file = io.BytesIO()
    written.save(file)
    assert read(file.getvalue()) == [(roles[style], " ".join(text.split())) for style, text in parts]


def bomb() -> bytes:
    """A part of 10 GB, as its zip says; it holds next to nothing."""
    data = bytearray(document(paragraph("5")))
    at = data.find(b"PK\1\2")
    data[at + 24 : at + 28] = struct.pack("<L", 0xFFFF_FFFE)
    return bytes(data)


def liar() -> bytes:
    """A part of 20 MB that its zip says is small."""
    data = bytearray(document("<w:p/>" + " " * 20_000_000))
    at = data.find(b"PK\1\2")
    data[at + 24 : at + 28] = struct.pack("<L", 1000)
    return bytes(data)


def crowd() -> bytes:
    """A list of parts much longer than any document's."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(12_000):
            archive.writestr(f"word/media/a-rather-long-name-for-a-picture-that-nobody-shows-{number}", b"")
    return file.getvalue()


def locked() -> bytes:
    data = bytearray(document(paragraph("5")))
    for sign, offset in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.find(sign) + offset] |= 1
    return bytes(data)


def damaged() -> bytes:
    data = bytearray(document(paragraph("5" * 2000)))
    data[60:70] = bytes(10)
    return bytes(data)


REFUSED: list[tuple[Callable[[], bytes], str]] = [
    (lambda: b"", "no Word document (.docx)"),
    (lambda: b"Plain text 5", "no Word document (.docx)"),
    (lambda: document(paragraph("5"))[:-30], "no Word document (.docx)"),
    (lambda: b"\xd0\xcf\x11\xe0" + bytes(600), "an old Word document, or one with a password; save it as .docx"),
    (lambda: document(paragraph("5"), "other.xml"), "a zip without word/document.xml"),
    (lambda: document("<w:p>"), "broken XML (mismatched tag)"),
    (lambda: document("&a;", head='<!DOCTYPE a [<!ENTITY a "5">]>'), "declares entities"),
    (lambda: document("<w:p>" * 1_000_000), "nested deeper than 500"),
    (bomb, "is larger than 64 MiB"),
    (liar, "no Word document (.docx), or a damaged one"),
    (crowd, "a zip of more parts than a document has"),
    (locked, "protected by a password"),
    (damaged, "no Word document (.docx), or a damaged one"),
]


@pytest.mark.parametrize(("make", "said"), REFUSED, ids=[said for _, said in REFUSED])
def test_what_is_no_document_is_refused_at_once(make: Callable[[], bytes], said: str) -> None:
    data = make()
    readers.suffixes()  # loads the readers, which is not what is measured
    started = time.process_time()
    tracemalloc.start()
    with pytest.raises(InputError) as caught:
        readers.decode(data, "docs/x.docx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert str(caught.value).startswith("docs/x.docx: ")
    assert said in str(caught.value)
    assert peak < 100_000_000
    assert time.process_time() - started < 5


@settings(max_examples=80, deadline=None)
@given(at=st.integers(0, 3000), put=st.binary(max_size=4), cut=st.integers(0, 6))
def test_a_damaged_document_is_refused_or_read(at: int, put: bytes, cut: int) -> None:
    path = Path(__file__).parents[2] / "fixtures" / "readers" / "report.uk.docx"
    data = path.read_bytes()
    at %= len(data)
    try:
        text = readers.decode(data[:at] + put + data[at + cut :], "x.docx")
    except InputError:
        return
    readers.parse(text, ".docx")


def test_one_bad_document_leaves_the_others_checked(tmp_path: Path) -> None:
    for tag, price in (("en", "The pass costs 48 dollars."), ("de", "Der Pass kostet 49 Dollar.")):
        (tmp_path / f"good.{tag}.docx").write_bytes(document(paragraph(price)))
        (tmp_path / f"bad.{tag}.docx").write_bytes(document(paragraph(price)))
    (tmp_path / "bad.de.docx").write_bytes(zlib.compress(b"5"))
    report = checker.check(tmp_path, source="en", rules_only=True)
    assert [finding.location.text for finding in report.findings] == ["49 Dollar"]
    assert "bad.de.docx: no Word document (.docx), or a damaged one; save it again" in report.errors[0]
