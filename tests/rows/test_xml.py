"""TMX and XLIFF as rows: what is text, what is code, what is left out, and what is refused."""

import time
import tracemalloc
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.rows import Aside, Broken, Row, paragraph
from tests.rows.reading import broken, items, rows

TMX = """<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="{source}"/><body>{units}</body></tmx>"""
OLD = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="app.html" source-language="en" target-language="{target}"><body>{units}</body></file></xliff>"""
NEW = """<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="ja">
<file id="f">{units}</file></xliff>"""
MARK = "\ufffc"


def unit(*variants: tuple[str, str], name: str = "") -> str:
    texts = "".join(f'<tuv xml:lang="{language}"><seg>{text}</seg></tuv>' for language, text in variants)
    return f"<tu{f' tuid={chr(34)}{name}{chr(34)}' if name else ''}>{texts}</tu>"


def tmx(folder: Path, *units: str, source: str = "en") -> list[object]:
    return list(items(folder, "a.tmx", TMX.format(source=source, units="".join(units)).encode()))


def test_units_are_rows_with_the_source_of_the_header(tmp_path: Path) -> None:
    found = tmx(tmp_path, unit(("en", "A mast of 9 m"), ("de_at", "Ein Mast von 9 m"), name="mast"))
    assert found == [Row("mast", {"en": "A mast of 9 m", "de-AT": "Ein Mast von 9 m"}, "en")]
    found = tmx(tmp_path, unit(("en", "9"), ("fr", "9")), source="*all*")
    assert found == [Row("1", {"en": "9", "fr": "9"})]


def test_codes_are_no_text_and_placeholders_stay_as_they_are_written(tmp_path: Path) -> None:
    coded = "<bpt i='1'>&lt;b 7&gt;</bpt>24<ept i='1'>8</ept>0 <hi>tons</hi>, <ph>{9}</ph>{0} and %1$d"
    (found,) = tmx(tmp_path, unit(("en", coded), ("de", "240 Tonnen")))
    assert isinstance(found, Row)
    assert found.texts["en"] == "240 tons, <ph/>{0} and %1$d"
    assert paragraph("en", found.texts["en"]).blocks[0].text == f"240 tons, {MARK}{MARK} and {MARK}"


def test_variants_of_one_language_are_rows_of_their_own(tmp_path: Path) -> None:
    found = tmx(tmp_path, unit(("en", "9"), ("de", "9"), ("de", "10"), name="u"), unit(("en", "alone")))
    assert found == [
        Row("u", {"en": "9", "de": "9"}, "en"),
        Row("u~2", {"en": "9", "de": "10"}, "en"),
        Aside("one language only"),
    ]


def test_a_variant_without_a_language_is_told_with_its_line(tmp_path: Path) -> None:
    data = TMX.format(source="en", units="\n" + unit(("not a code", "9"), ("de", "9"), ("en", "9"))).encode()
    found = items(tmp_path, "a.tmx", data)
    assert broken(found) == [f"{tmp_path / 'a.tmx'}:3: 'not a code' is no language code at a <tuv> of unit 1"]
    assert len(rows(found)) == 1


def test_units_of_xliff_1_that_are_translated_are_rows(tmp_path: Path) -> None:
    units = """<group translate="no"><trans-unit id="g"><source>1</source><target>2</target></trans-unit></group>
    <trans-unit id="a"><source>Page <g id="1">3</g>0<x id="2"/>1</source><seg-source>9</seg-source>
      <target>Seite 30<x id="2"/>1</target><alt-trans><source>7</source><target>8</target></alt-trans></trans-unit>
    <trans-unit id="b"><source>1</source><target state="needs-translation">2</target></trans-unit>
    <trans-unit id="c"><source>1</source><target/></trans-unit><trans-unit id="d"><source>1</source></trans-unit>"""
    found = items(tmp_path, "a.xlf", OLD.format(target="de", units=units).encode())
    assert rows(found) == [Row("app.html#a", {"en": 'Page 30<x id="2"/>1', "de": 'Seite 30<x id="2"/>1'}, "en")]
    assert [item for item in found if isinstance(item, Aside)] == [
        Aside("not to be translated"),
        *[Aside("not translated")] * 3,
    ]


def test_segments_of_xliff_2_are_rows(tmp_path: Path) -> None:
    units = """<unit id="u"><notes><note>5</note></notes><originalData><data id="d">6</data></originalData>
    <segment id="s"><source>A <pc id="1">40</pc> m mast<ph id="2"/></source><target>40 mのマスト</target></segment>
    <ignorable><source> 7 </source></ignorable><segment><source>8</source><target>8</target></segment>
    <segment state="initial"><source>9</source><target>10</target></segment>
    <m:matches xmlns:m="urn:oasis:names:tc:xliff:matches:2.0"><m:match><source>1</source><target>2</target></m:match>
    </m:matches></unit>"""
    found = items(tmp_path, "a.xliff", NEW.format(units=units).encode())
    assert rows(found) == [
        Row("f#u/s", {"en": 'A 40 m mast<ph id="2"/>', "ja": "40 mのマスト"}, "en"),
        Row("f#u/2", {"en": "8", "ja": "8"}, "en"),
    ]


def test_a_file_without_its_languages_is_told_by_unit(tmp_path: Path) -> None:
    units = '<trans-unit id="a"><source>1</source><target>2</target></trans-unit>'
    found = items(tmp_path, "a.xlf", OLD.format(target="", units=units).replace(' target-language=""', "").encode())
    assert "no target language, at unit a" in broken(found)[0]
    found = items(tmp_path, "a.xlf", OLD.format(target="en", units=units).encode())
    assert "source and target are both en" in broken(found)[0]


def test_a_file_that_breaks_off_is_told_after_its_rows(tmp_path: Path) -> None:
    data = TMX.format(source="en", units=unit(("en", "9"), ("de", "9")) + "\n<tu><tuv").encode()
    found = items(tmp_path, "a.tmx", data[: data.index(b"<tuv</body>") + 5])
    assert len(rows(found)) == 1
    assert "a.tmx:3: not well-formed XML" in broken(found)[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "windows-1252"])
def test_declared_encodings_are_read(tmp_path: Path, encoding: str) -> None:
    text = TMX.format(source="en", units=unit(("en", "9 £"), ("de", "9 Äpfel")))
    declared = text.replace('"1.0"', f'"1.0" encoding="{encoding.removesuffix("-sig")}"')
    assert rows(items(tmp_path, "a.tmx", declared.encode(encoding)))[0].texts == {"en": "9 £", "de": "9 Äpfel"}


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{}]><tmx><body>&h;</body></tmx>'.format(
    "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9))
)
HOSTILE = {
    "entities": (BOMB, "declares the entity 'a'"),
    "outside": ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><tmx>&a;</tmx>', "declares the entity 'a'"),
    "parameter": ('<!DOCTYPE x [<!ENTITY % a SYSTEM "http://localhost/x">%a;]><tmx/>', "declares the entity 'a'"),
    "deep": ("<tmx>" + "<a>" * 1_000_000, "nested more than 256 deep"),
    "long": (f"<tmx><tu><tuv xml:lang='de'><seg>{'7' * (17 << 20)}", "it is none"),
    "wide": ("<tmx>" + "<a/>" * 100_000, "not well-formed"),
    "zeros": ("\0" * 100_000, "not well-formed"),
    "unknown": ('<?xml version="1.0" encoding="klingon"?><tmx/>', "cannot be decoded"),
    "against": ('<?xml version="1.0" encoding="utf-16"?><tmx/>', "not well-formed"),
    "empty": ("", "not well-formed"),
}


@pytest.mark.parametrize("suffix", ["tmx", "xlf"])
@pytest.mark.parametrize("case", HOSTILE)
def test_hostile_files_are_refused_by_name_soon_and_in_little_memory(tmp_path: Path, case: str, suffix: str) -> None:
    text, said = HOSTILE[case]
    path = tmp_path / f"a.{suffix}"
    path.write_text(text if suffix == "tmx" or case != "long" else text.replace("<seg>", "<source>"), encoding="utf-8")
    tracemalloc.start()
    begin = time.process_time()
    found = items(tmp_path, path.name, path.read_bytes())
    spent, peak = time.process_time() - begin, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(broken(found)) == 1
    assert said in broken(found)[0]
    assert spent < 4, "a second on a quiet machine, and some for the tracing"
    assert peak < 120 << 20


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_any_text_is_read_as_it_was_written(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    if any(sign in text for sign in "%{$#"):  # a placeholder
        return
    folder = tmp_path_factory.mktemp("x")
    data = TMX.format(source="en", units="{}").replace("{}", unit(("en", escape(text)), ("de", "1"))).encode()
    assert rows(items(folder, "a.tmx", data))[0].texts["en"] == text


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["tmx", "xlf", "po"]))
def test_any_bytes_are_items(tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str) -> None:
    found = items(tmp_path_factory.mktemp("x"), f"a.{suffix}", data)
    assert all(isinstance(item, Row | Aside | Broken) for item in found)
    assert not any(isinstance(item, Row) for item in found), "300 bytes of chance hold no unit in two languages"
