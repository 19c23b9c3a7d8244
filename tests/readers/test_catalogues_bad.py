"""Catalogues that are damaged, broken or hostile: read soundly or refused by name, and the rest is still checked."""

import contextlib
import os
import re
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import checker
from checker import readers
from checker.benchmarks.timing import spent
from checker.errors import InputError
from checker.readers import _xml
from checker.readers.po import decode
from tests.readers.made import DRIFT, PAIRS, UNITS, XLIFF, catalogue, sound


@settings(max_examples=60, deadline=None)
@given(
    suffix=st.sampled_from([*UNITS, ".xml"]),
    at=st.integers(0, 500),
    cut=st.integers(0, 9),
    put=st.text('<>&;/"=[]#~\\\n\r 5éA\u2028', max_size=3),
)
def test_a_damaged_file_is_refused_or_read_soundly(suffix: str, at: int, cut: int, put: str) -> None:
    strings = "".join(f'<string name="k{number}">{text}</string>\n' for number, (_, text) in enumerate(PAIRS))
    whole = catalogue(suffix, PAIRS) if suffix in UNITS else f"<resources>{strings}</resources>"
    at %= len(whole) + 1
    text = whole[:at] + put + whole[at + cut :]
    try:
        several = suffix in readers.several()
        contents = list(readers.versions(text, suffix).texts.values()) if several else [readers.parse(text, suffix)]
    except InputError as error:
        assert "\n" not in str(error)
        assert re.match(r"line \d+, column \d+: ", str(error))
        return
    for content in contents:
        sound(text, content)


LAUGHS = '<!DOCTYPE x [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>'
HOSTILE = {
    "entities": (LAUGHS + "<xliff>&lol2;</xliff>", "declares the entity “lol”"),
    "outside": ('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><xliff>&e;</xliff>', "declares the entity “e”"),
    "parameter": ('<!DOCTYPE x [<!ENTITY % p SYSTEM "http://a.b/p"> %p;]><xliff/>', "declares the entity “p”"),
    "unknown": ('<!DOCTYPE x SYSTEM "x.dtd"><xliff>&nbsp;</xliff>', "the entity “&nbsp;” is not declared"),
    "deep": ("<xliff>" + "<a>" * 1_000_000, "more than 256 elements within one another"),
    "cut": (XLIFF.format("<trans-unit id='5'>")[:150], "not well-formed XML"),
    "empty": ("", "not well-formed XML"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_xml_is_refused_by_name(name: str) -> None:
    source, words = HOSTILE[name]
    tracemalloc.start()
    begun = time.process_time()
    with pytest.raises(InputError) as caught:
        readers.versions(source, ".xlf")
    took, (_, most) = time.process_time() - begun, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert words in str(caught.value)
    assert took < 1
    assert most < 100_000_000


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('msgid "a"\nmsgstr "b', "line 2, column 1: neither a comment nor a string"),
        ('msgid "a"\n', "an entry without msgstr"),
        ('msgid "a"\nmsgid "b"\nmsgstr ""\n', "a second msgid"),
        ('"a"\n', "belongs to no keyword"),
        ('msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n', "the key “a” is there already, in line 1"),
    ],
)
def test_a_broken_catalogue_says_where(text: str, words: str) -> None:
    with pytest.raises(InputError, match=re.escape(words)):
        readers.versions(text, ".po")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ('"Content-Type: text/plain; charset=UTF-8\\n"\nü'.encode("latin-1"), "is not UTF-8"),
        ('"Content-Type: text/plain; charset=ISO-8859-1\\n"\nü'.encode(), "declares ISO-8859-1 and is UTF-8"),
        (b'"Content-Type: text/plain; charset=rot13\\n"', "the declared encoding 'rot13' is not known"),
        (b'\xff\xfe"', "UTF-16"),
        (b'msgid "\0"', "U+0000"),
    ],
)
def test_encodings_at_odds_are_told(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=re.escape(words)):
        decode(data, "a.po")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "iso-8859-1", "koi8-r"])
def test_declared_encodings_are_read(encoding: str) -> None:
    said = "Füße" if encoding == "iso-8859-1" else "Стол"
    text = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?><xliff>{said}</xliff>'
    data = text.encode(encoding)
    assert _xml.decode(data, "a.xlf") == text
    assert _xml.root(data[:4096]) == "xliff"


def test_the_rest_is_still_checked(tmp_path: Path) -> None:
    (tmp_path / "good.po").write_text(catalogue(".po", [*PAIRS[:2], DRIFT]), "utf-8")
    (tmp_path / "bad.po").write_text('msgid "a"\n')
    (tmp_path / "bad.xlf").write_text(HOSTILE["entities"][0])
    (tmp_path / "main.ts").write_text("export const five: number = 5;\n")
    (tmp_path / "map.tmx").write_text("<map width='5'/>")
    (tmp_path / "pom.xml").write_text("<project>&unknown;</project>")
    (tmp_path / "code.tmx").symlink_to("/etc/hostname")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.po")
    report = checker.check(tmp_path, rules_only=True)
    assert [finding.rule.value for finding in report.findings] == ["value-drift"]
    told = [error.removeprefix(f"{tmp_path.as_posix()}/").partition(":")[0] for error in report.errors]
    assert told == ["bad.po", "bad.xlf", "code.tmx", *(["pipe.po"] if hasattr(os, "mkfifo") else [])]


@pytest.mark.parametrize(
    "text",
    [
        'msgid "' + "\\a" * 2_000_000,
        'msgid "' + "a" * 4_000_000,
        'msgid ""\n' + '"x"\n' * 100_000,
        "#" * 4_000_000,
        'msgid "' + "%{" * 200_000 + '"\nmsgstr ""',
    ],
    ids=["escapes", "open", "lines", "comment", "braces"],
)
def test_a_hostile_catalogue_takes_no_time(text: str) -> None:
    begun = time.process_time()
    with contextlib.suppress(InputError):
        readers.versions(text, ".po")
    assert time.process_time() - begun < 10


def test_the_root_is_found_in_no_time() -> None:
    begun = time.process_time()
    for head in (b" " * 4096, b"<!--" * 1000, b"<?a ?> " * 500, b"<!DOCTYPE x [" * 300):
        assert _xml.root(head) == ""
    assert _xml.root(b"\xef\xbb\xbf<?xml version='1.0'?>\n<!DOCTYPE TS []>\n<!-- <a> -->\n<q:TS>") == "TS"
    assert time.process_time() - begun < 1


@pytest.mark.parametrize("suffix", UNITS)
def test_time_grows_with_the_file(suffix: str) -> None:
    def took(count: int, again: int = 0) -> float:
        """Other texts each time: what was read is kept."""
        pairs = [(f"Lamp {number} burns {again}.", f"Lampe {number} brennt {again}.") for number in range(count)]
        text = catalogue(suffix, pairs)
        return spent(lambda: readers.versions(text, suffix))

    took(100)
    assert min(took(4000, again) for again in range(2)) < 8 * min(took(1000, again) for again in range(3))
