"""What is no text is refused in one line that says where, what, and what would be right."""

import os
from pathlib import Path

import pytest

from checker import readers
from checker.errors import InputError

GERMAN = "Das Unternehmen teilte am Montag mit, dass es fünf Millionen Dollar verdient habe."


def refused(path: Path, shown: str = "launch/de.md") -> str:
    with pytest.raises(InputError) as caught:
        readers.read(path, shown, "de")
    message = str(caught.value)
    assert message.startswith("launch/de.md: ")
    assert "\n" not in message
    assert str(path.parent) not in message
    return message


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"Preis: 5 \xa4", "byte 10 is not UTF-8; save the file as UTF-8"),
        ("Größe".encode("latin-1"), "byte 3 is not UTF-8"),
        (b"\xff\xfea", "UTF-16"),
        (b"PK\x03\x04\x00\x00", "not a text file"),
        (b"a\x00b", "not a text file"),
        (b"\xef\xbb\xbfa\xff", "byte 5"),
        ("\ud800".encode("utf-8", "surrogatepass"), "byte 1"),
    ],
)
def test_bytes_that_are_no_text(tmp_path: Path, data: bytes, word: str) -> None:
    path = tmp_path / "de.md"
    path.write_bytes(data)
    assert word in refused(path)


def test_missing_file_folder_and_unknown_format(tmp_path: Path) -> None:
    assert "no such file" in refused(tmp_path / "de.md")
    (tmp_path / "x.md").mkdir()
    assert "a folder" in refused(tmp_path / "x.md")
    (tmp_path / "de.odt").write_text("x")
    assert ".md" in refused(tmp_path / "de.odt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "de.md"
    os.mkfifo(path)
    assert "not a regular file" in refused(path)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices here")
def test_a_device_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "de.md"
    path.symlink_to("/dev/zero")
    assert "not a regular file" in refused(path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "de.md"
    path.write_text("x")
    path.chmod(0)
    assert "can't be read" in refused(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "de.md"
    path.write_text(GERMAN, encoding)
    document = readers.read(path, "de.md", "de")
    assert document.source == GERMAN
    assert not document.detected


def test_an_empty_file_is_a_document_without_blocks(tmp_path: Path) -> None:
    path = tmp_path / "de.md"
    path.write_text("")
    assert readers.read(path, "de.md", "de").blocks == ()


def test_a_language_that_is_not_told_is_guessed_and_said_so(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text(GERMAN, "utf-8")
    document = readers.read(path, "README.md", None)
    assert (document.language, document.detected) == ("de", True)
    path.write_text("# 2024\n", "utf-8")
    assert readers.identify(path, "README.md") is None
    with pytest.raises(InputError, match=r"README\.LANGUAGE\.md"):
        readers.read(path, "README.md", None)
