"""PO as rows: which entries, in which languages, by which names."""

import importlib.util
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.rows import Aside, Columns, Row, paragraph
from tests.rows.reading import broken, items, rows

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset={charset}\\n"\n"Language: {language}\\n"\n\n'
ENGLISH = Columns(source="en")


def read(
    folder: Path, body: str, *, language: str = "de", name: str = "app.po", charset: str = "UTF-8"
) -> list[object]:
    data = HEADER.format(language=language, charset=charset) + body
    return list(items(folder, name, data.encode(charset), ENGLISH))


def test_entries_are_rows_named_by_their_line(tmp_path: Path) -> None:
    body = '#: a.c:3\n#, c-format\nmsgctxt "menu"\nmsgid ""\n"at most "\n"25\\tMB"\nmsgstr "\\"52\\" \\303\\n"\n\n'
    assert read(tmp_path, body) == [Row("9", {"en": "at most 25\tMB", "de": '"52" Ã\n'}, "en")]


def test_fuzzy_obsolete_and_untranslated_entries_are_left_out(tmp_path: Path) -> None:
    body = (
        '#, c-format, fuzzy\n#| msgid "2"\nmsgid "3"\nmsgstr "4"\n\nmsgid "5"\nmsgstr ""\n\n'
        '#~ msgid "6"\n#~ msgstr "7"\n\nmsgid "8"\nmsgstr "8"\n'
    )
    found = read(tmp_path, body)
    assert found[:3] == [Aside("fuzzy"), Aside("not translated"), Aside("obsolete")]
    assert rows(found) == [Row("17", {"en": "8", "de": "8"}, "en")]  # type: ignore[arg-type]


def test_entries_without_a_line_between_are_apart(tmp_path: Path) -> None:
    found = read(tmp_path, 'msgid "8"\nmsgstr "8"\nmsgid "9"\nmsgstr "9"\n# a comment\nmsgid "10"\nmsgstr "10"')
    assert [row.texts["de"] for row in rows(found)] == ["8", "9", "10"]  # type: ignore[arg-type]


def test_plural_forms_are_rows_and_placeholders_no_numbers(tmp_path: Path) -> None:
    body = 'msgid "1 of %1$d"\nmsgid_plural "%d of %1$d"\nmsgstr[0] "1 von %1$d"\nmsgstr[1] "%d von %1$d"\n'
    one, other = rows(read(tmp_path, body))  # type: ignore[arg-type]
    assert (one.id, one.form, other.id, other.form) == ("6[0]", "one", "6[1]", "other")
    assert {it: paragraph(it, text).blocks[0].text for it, text in one.texts.items()} == {
        "en": "1 of \ufffc",
        "de": "1 von \ufffc",
    }
    assert other.texts["en"] == "%d of %1$d"
    (single,) = rows(read(tmp_path, 'msgid "1"\nmsgid_plural "%d"\nmsgstr[0] "%d"\n', language="ja"))  # type: ignore[arg-type]
    assert single.texts["en"] == "%d"


def test_a_form_for_many_numbers_stands_beside_the_text_for_many(tmp_path: Path) -> None:
    body = 'msgid "One day"\nmsgid_plural "%d days"\nmsgstr[0] "%d"\nmsgstr[1] "%d"\n'
    for language, message in {"ru": "%d days", "de": "One day"}.items():
        first, _ = rows(read(tmp_path, body, language=language))  # type: ignore[arg-type]
        assert (first.form, first.texts["en"]) == ("one", message)


def test_the_header_says_which_form_is_for_one(tmp_path: Path) -> None:
    header = HEADER.replace("\n\n", '\n"Plural-Forms: nplurals=3; plural=(n==1 ? 2 : n==2 ? 0 : 1);\\n"\n\n')
    body = 'msgid "1 box"\nmsgid_plural "%d boxes"\nmsgstr[0] "a"\nmsgstr[1] "b"\nmsgstr[2] "c"\n'
    data = header.format(language="sl", charset="UTF-8") + body
    found = rows(items(tmp_path, "app.po", data.encode(), ENGLISH))
    assert [(row.form, row.texts["en"][:1], row.texts["sl"]) for row in found] == [
        ("two", "%", "a"),
        ("other", "%", "b"),
        ("one", "%", "c"),  # of 1, 101, 201 …
    ]


@pytest.mark.parametrize(
    ("place", "language"),
    [
        ("de.po", "de"),
        ("app.pt_BR.po", "pt-BR"),
        ("locale/sr@latin/LC_MESSAGES/app.po", "sr-Latn"),
        ("fr/app.po", "fr"),
    ],
)
def test_the_path_names_the_language_where_the_header_does_not(tmp_path: Path, place: str, language: str) -> None:
    (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
    (row,) = rows(read(tmp_path, 'msgid "8"\nmsgstr "8"\n', language="", name=place))  # type: ignore[arg-type]
    assert set(row.texts) == {"en", language}


def test_languages_that_are_not_told_are_guessed_or_asked_for(tmp_path: Path) -> None:
    body = HEADER.format(charset="UTF-8", language="de") + 'msgid "The harbour was closed for 8 days."\nmsgstr "8"\n'
    assert set(rows(items(tmp_path, "x.po", body.encode()))[0].texts) == {"en", "de"}
    told = broken(items(tmp_path, "x.po", b'msgid "8"\nmsgstr "8"\n', ENGLISH))
    assert "no language; write it into the header" in told[0] or "too little text" in told[0]
    same = read(tmp_path, 'msgid "8"\nmsgstr "8"\n', language="en")
    assert "are both en" in broken(same)[0]  # type: ignore[arg-type]


@pytest.mark.parametrize("charset", ["ISO-8859-1", "UTF-16", "koi8-r"])
def test_the_charset_of_the_header_is_believed(tmp_path: Path, charset: str) -> None:
    if charset == "UTF-16":  # its header can't be seen
        assert broken(read(tmp_path, 'msgid "8"\nmsgstr "8"\n', charset=charset))  # type: ignore[arg-type]
        return
    text = "8 Ä" if charset == "ISO-8859-1" else "8 лодок"
    (row,) = rows(read(tmp_path, f'msgid "8"\nmsgstr "{text}"\n', charset=charset))  # type: ignore[arg-type]
    assert row.texts["de"] == text


def test_what_is_no_po_is_told_with_its_line_and_the_rest_read(tmp_path: Path) -> None:
    found = read(tmp_path, 'msgid "8"\nmsgstr 9\n\nmsgid "10"\nmsgstr "10"\n')
    assert broken(found)[0].startswith(f"{tmp_path / 'app.po'}:7: neither a comment nor msgid")  # type: ignore[arg-type]
    assert [row.id for row in rows(found)] == ["9"]  # type: ignore[arg-type]
    wrong = HEADER.format(charset="UTF-8", language="de").encode() + b'msgid "8"\nmsgstr "\xff"\n'
    assert "app.po:7: not utf-8" in broken(items(tmp_path, "app.po", wrong, ENGLISH))[0].lower()
    unknown = HEADER.format(charset="klingon", language="de").encode()
    assert "unknown charset 'klingon'" in broken(items(tmp_path, "app.po", unknown, ENGLISH))[0]


TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="%{$#"), min_size=1).filter(str.strip)


@pytest.mark.skipif(importlib.util.find_spec("polib") is None, reason="polib, the judge, is not installed")
@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=6, unique_by=lambda pair: pair[0]))
def test_what_polib_writes_is_read(tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]]) -> None:
    polib: Any = importlib.import_module("polib")
    file = polib.POFile()
    file.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": "de"}
    for message, text in pairs:
        file.append(polib.POEntry(msgid=message, msgstr=text))
    folder = tmp_path_factory.mktemp("x")
    found = rows(items(folder, "a.po", str(file).encode(), ENGLISH))
    assert [(row.texts["en"], row.texts["de"]) for row in found] == pairs
