"""Catalogues: a drift at its place, what polib and lxml read, and what is broken or hostile refused by name."""

import contextlib
import os
import re
import time
import tracemalloc
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import checker
from checker import readers
from checker.errors import InputError
from checker.readers import _xml
from checker.readers.po import decode
from tests.readers.test_places import check

XLIFF = (
    '<xliff version="1.2"><file original="a" source-language="en" target-language="de"><body>\n{}</body></file></xliff>'
)
TS = '<TS version="2.1" language="de" sourcelanguage="en"><context><name>Main</name>\n{}</context></TS>'
TMX = '<tmx version="1.4"><header srclang="en"/><body>\n{}</body></tmx>'
UNITS = {
    ".po": 'msgid "{}"\nmsgstr "{}"\n\n',
    ".xlf": '<trans-unit id="{2}"><source>{0}</source><target>{1}</target></trans-unit>\n',
    ".ts": "<message><source>{}</source><translation>{}</translation></message>\n",
    ".tmx": '<tu><tuv xml:lang="en"><seg>{}</seg></tuv><tuv xml:lang="de"><seg>{}</seg></tuv></tu>\n',
}
WHOLE = {
    ".po": 'msgid ""\nmsgstr "Language: de\\n"\n\n{}',
    ".xlf": XLIFF,
    ".ts": TS,
    ".tmx": TMX,
}
PAIRS = [
    ("The lamp burns for 40 hours.", "Die Lampe brennt 40 Stunden."),
    ("Ships within 3 weeks", "Versand in 3 Wochen"),
    ("It weighs 700 grams.", "Sie wiegt 700 Gramm."),
]
DRIFT = ("It weighs 700 grams.", "Sie wiegt 900 Gramm.")


def catalogue(suffix: str, pairs: list[tuple[str, str]]) -> str:
    units = "".join(UNITS[suffix].format(*pair, number) for number, pair in enumerate(pairs))
    return WHOLE[suffix].format(units)


def found(folder: Path) -> list[tuple[str, str, str]]:
    """Rule, language and words of each finding, which stand in the file where it says."""
    report = checker.check(folder, rules_only=True)
    assert report.errors == ()
    told = []
    for finding in report.findings:
        at = finding.location
        line = readers.decode(Path(at.path).read_bytes(), at.path).split("\n")[at.line - 1]
        assert at.text in ("", line[at.column - 1 : at.end_column - 1])
        told.append((finding.rule.value, at.lang, at.text))
    return told


@pytest.mark.parametrize("suffix", UNITS)
def test_a_catalogue_is_a_set_and_its_source_is_right(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"lamp{suffix}"
    path.write_text(catalogue(suffix, PAIRS), "utf-8")
    assert found(tmp_path) == []
    path.write_text(catalogue(suffix, [*PAIRS[:2], DRIFT]), "utf-8")
    assert found(tmp_path) == [("value-drift", "de", "900 Gramm")]


@pytest.mark.parametrize("suffix", UNITS)
def test_comments_set_findings_aside(tmp_path: Path, suffix: str) -> None:
    comment = "# checker: {}\n" if suffix == ".po" else "<!-- checker: {} -->\n"
    path = tmp_path / f"lamp{suffix}"
    for said, dismissed in (("ignore value-drift — weighed anew", 1), ("off", 0)):
        units = [UNITS[suffix].format(*pair, number) for number, pair in enumerate([*PAIRS[:2], DRIFT])]
        path.write_text(WHOLE[suffix].format("".join([*units[:2], comment.format(said), units[2]])), "utf-8")
        report = checker.check(tmp_path, rules_only=True)
        assert (report.findings, report.errors, report.notes) == ((), (), ())
        assert len(report.dismissed) == dismissed


def test_resources_of_android(tmp_path: Path) -> None:
    for folder, texts in (("values", [en for en, _ in PAIRS]), ("values-de-rAT", [DRIFT[1], *(de for _, de in PAIRS)])):
        keys = [2, 0, 1] if len(texts) == 4 else [0, 1, 2]
        strings = "".join(f'<string name="k{key}">{text}</string>\n' for key, text in zip(keys, texts, strict=False))
        path = tmp_path / "res" / folder / "strings.xml"
        path.parent.mkdir(parents=True)
        path.write_text(f"<resources>\n{strings}</resources>", "utf-8")
    (tmp_path / "res" / "values" / "AndroidManifest.xml").write_text("<manifest>5</manifest>")
    assert ("value-drift", "de-AT", "900 Gramm") in found(tmp_path)
    assert {language for _, language, _ in found(tmp_path)} == {"de-AT"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("po", '#, fuzzy\nmsgid "Wait 5 days"\nmsgstr "9 Tage warten"\n\nmsgid "Only 8 left"\nmsgstr ""\n'),
        ("po", '#~ msgid "Wait 5 days"\n#~ msgstr "9 Tage warten"\n'),
        (
            "po",
            'msgid "1 day"\nmsgid_plural "%d days"\nmsgstr[0] "Ein Tag"\nmsgstr[1] "%d Tage"\n\n'
            'msgid "%d ox"\nmsgid_plural "%d oxen"\nmsgstr[0] "1 Ochse"\nmsgstr[1] "%d Ochsen"\n',
        ),
        ("xlf", '<trans-unit id="x" translate="no"><source>Model 7</source><target>Modell 8</target></trans-unit>'),
        ("xlf", '<trans-unit id="x"><source>7 days</source><target state="new">8 Tage</target></trans-unit>'),
        ("xlf", '<trans-unit id="x"><source>7 days</source></trans-unit>'),
        ("xlf", '<trans-unit id="x"><source>7 days</source><target/><note>9</note></trans-unit>'),
        ("ts", '<message><source>7 days</source><translation type="unfinished">9 Tage</translation></message>'),
        ("ts", '<message><source>7 days</source><translation type="vanished">9 Tage</translation></message>'),
        ("ts", "<message><source>Row %1</source><translation>%1. Reihe</translation></message>"),
        ("tmx", '<tu><tuv xml:lang="en"><seg>7 days</seg></tuv></tu>'),
    ],
)
def test_what_is_no_translation_is_no_drift(tmp_path: Path, name: str, text: str) -> None:
    suffix = f".{name}"
    pairs = "".join(UNITS[suffix].format(*pair, number) for number, pair in enumerate(PAIRS))
    (tmp_path / f"lamp{suffix}").write_text(WHOLE[suffix].format(pairs + text), "utf-8")
    assert found(tmp_path) == []


def test_translations_of_one_source_are_one_set(tmp_path: Path) -> None:
    texts = {"de": "Sie wiegt 700 Gramm.", "fr": "Elle pèse 900 grammes.", "it": "Pesa 700 grammi."}
    for language, words in texts.items():
        path = tmp_path / "locale" / language / "LC_MESSAGES" / "lamp.po"
        path.parent.mkdir(parents=True)
        more = 'msgid "Only in Italian: 5 lamps"\nmsgstr "5 lampade"\n' if language == "it" else ""
        text = f'msgid ""\nmsgstr "Language: {language}\\n"\n\nmsgid "It weighs 700 grams."\nmsgstr "{words}"\n\n{more}'
        path.write_text(text, "utf-8")
    (tmp_path / "locale" / "lamp.pot").write_text('msgid "It weighs 700 grams."\nmsgstr ""\n')
    report = checker.check(tmp_path, rules_only=True)
    assert [sorted(document.versions) for document in report.documents] == [["de", "en", "fr", "it"]]
    assert [(finding.rule.value, finding.location.lang) for finding in report.findings] == [("value-drift", "fr")]
    # what says more than the one with most cannot join it
    path = tmp_path / "locale" / "fr" / "LC_MESSAGES" / "lamp.po"
    path.write_text(path.read_text("utf-8") + 'msgid "Up to 6 lamps"\nmsgstr "Jusqu’à 6 lampes"\n', "utf-8")
    languages = sorted(sorted(document.versions) for document in checker.check(tmp_path, rules_only=True).documents)
    assert languages in ([["de", "en", "fr"], ["en", "it"]], [["de", "en", "it"], ["en", "fr"]])


TEXTS = st.text(st.sampled_from("abZ 059.,;:'\"\\!?-|*()üéЖ३一ご한ب😀\n\t"), min_size=1, max_size=20).filter(
    lambda text: re.search(r"\w", text) is not None
)


def folded(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=60, deadline=None)
@given(pairs=st.dictionaries(TEXTS, TEXTS, min_size=1, max_size=5), wrap=st.sampled_from([0, 12, 78]))
def test_polib_reads_the_same(pairs: dict[str, str], wrap: int) -> None:
    file = polib.POFile(wrapwidth=wrap)
    file.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": "de"}
    for number, (source, target) in enumerate(pairs.items()):
        flags = ["fuzzy"] if number % 3 == 2 else []
        file.append(polib.POEntry(msgid=source, msgstr=target, comment="7", occurrences=[("a.c", 5)], flags=flags))
    text = str(file)
    versions = readers.versions(text, ".po")
    for content in versions.texts.values():
        sound(text, content)
    again = polib.pofile(text)
    source = {block.key: folded(block.text) for block in versions.texts["source"][0]}
    assert source == {entry.msgid: folded(entry.msgid) for entry in again}
    target = {block.key: folded(block.text) for block in versions.texts["de"][0]}
    assert target == {entry.msgid: "" if entry.fuzzy else folded(entry.msgstr) for entry in again}


def sound(text: str, content: readers.Content) -> None:
    """Every place is right, where there is text."""
    blocks, ignored = content
    check(text, tuple(block for block in blocks if block.text), ignored)


@settings(max_examples=60, deadline=None)
@given(
    texts=st.lists(TEXTS, min_size=1, max_size=4), form=st.sampled_from(["text", "cdata", "inline"]), crlf=st.booleans()
)
def test_lxml_reads_the_same(texts: list[str], form: str, crlf: bool) -> None:
    root = etree.Element("xliff", version="1.2")
    body = etree.SubElement(etree.SubElement(root, "file", {"source-language": "ja", "original": "ü7"}), "body")
    for number, text in enumerate(texts):
        source = etree.SubElement(etree.SubElement(body, "trans-unit", id=str(number)), "source")
        if form == "inline":
            etree.SubElement(source, "g", id="4").text = text
        else:
            source.text = etree.CDATA(text) if form == "cdata" else text
    written = etree.tostring(root, encoding="unicode", pretty_print=True)
    written = written.replace("\n", "\r\n") if crlf else written
    content = readers.versions(written, ".xlf").texts["ja"]
    sound(written, content)
    assert [folded(block.text) for block in content[0]] == [folded(text) for text in texts]


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
    def took(count: int) -> float:
        text = catalogue(suffix, [(f"Lamp {number} burns.", f"Lampe {number} brennt.") for number in range(count)])
        begun = time.process_time()
        readers.versions(text, suffix)
        return time.process_time() - begun

    took(100)
    assert min(took(4000) for _ in range(2)) < 8 * min(took(1000) for _ in range(3))


def test_a_version_of_a_catalogue_is_read_by_its_language(tmp_path: Path) -> None:
    path = tmp_path / "lamp.po"
    path.write_text(catalogue(".po", PAIRS), "utf-8")
    assert readers.read(path, "lamp.po", "de").blocks[0].text == PAIRS[0][1]
    assert readers.read(path, "lamp.po", "en").blocks[0].text == PAIRS[0][0]
    # one text in memory: what is kept of it, as its lines, is found without comparing it character by character
    assert readers.read(path, "lamp.po", "en").source is readers.read(path, "lamp.po", "de").source
    with pytest.raises(InputError, match=re.escape("lamp.po: several (de, source); say which: --lang")):
        readers.read(path, "lamp.po")
    document = readers.read(path, "lamp.po", "de")
    again = readers.again(document, document.source.replace("40 Stunden", "50 Stunden"))
    assert again.blocks[0].text == "Die Lampe brennt 50 Stunden."
