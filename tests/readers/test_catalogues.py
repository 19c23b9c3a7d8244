"""Catalogues: a drift at its place, what polib and lxml read, what is one set and what is no translation."""

import re
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import checker
from checker import readers
from checker.errors import InputError
from tests.readers.made import DRIFT, PAIRS, UNITS, WHOLE, catalogue, sound


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
