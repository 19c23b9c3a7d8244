"""Keyed formats: what a library writes is read with the same texts, in exact places, and what was damaged soundly."""

import csv
import io
import json
import re
from collections.abc import Callable, Mapping

import javaproperties
import openstep_plist
import pytest
import srt
import webvtt
import yaml
from fluent.syntax import FluentSerializer, ast
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker import readers
from checker.errors import InputError
from checker.readers import parse
from tests.readers.test_places import check

Texts = Mapping[str, str]

KEYS = st.text(st.sampled_from("abcXYZ0159"), min_size=1, max_size=6).map("k".__add__)
TEXTS = st.text(
    st.sampled_from("abZ 059.,;:'\"\\=!?-–_|*/[]()üéß€٣५一ご한مرحبا😀\n\t"), min_size=1, max_size=24
).filter(lambda text: re.search(r"\w", text) is not None)
FILES = st.dictionaries(KEYS, TEXTS, min_size=1, max_size=6)


def strings(texts: Texts) -> str:
    return "".join(f"{openstep_plist.dumps(key)} = {openstep_plist.dumps(text)};\n" for key, text in texts.items())


def fluent(texts: Texts) -> str:
    body = [
        ast.Message(ast.Identifier(key), ast.Pattern([ast.Placeable(ast.StringLiteral(text.translate(_FLUENT)))]))
        for key, text in texts.items()
    ]
    return FluentSerializer().serialize(ast.Resource(list(body)))


_FLUENT = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\u000A"})

WRITERS: dict[str, list[Callable[[Texts], str]]] = {
    ".json": [json.dumps, lambda texts: json.dumps(texts, ensure_ascii=False, indent=2)],
    ".arb": [lambda texts: json.dumps({"@@locale": "en"} | {f"@{key}": {"description": "7"} for key in texts} | texts)],
    ".yml": [
        lambda texts: yaml.safe_dump(texts, allow_unicode=True, sort_keys=False),
        lambda texts: yaml.safe_dump(texts, default_style='"', width=20, sort_keys=False),
        lambda texts: yaml.safe_dump(texts, default_style="|", allow_unicode=True, sort_keys=False),
        lambda texts: yaml.safe_dump(texts, default_style="'", allow_unicode=True, width=12, sort_keys=False),
    ],
    ".properties": [
        javaproperties.dumps,
        lambda texts: javaproperties.dumps(texts, ensure_ascii=False, separator=": "),
    ],
    ".strings": [strings],
    ".ftl": [fluent],
}
CASES = [(suffix, write) for suffix, writers in WRITERS.items() for write in writers]


def folded(text: str) -> str:
    """The text without white space, which is folded in many ways."""
    return "".join(text.split())


@pytest.mark.parametrize(("suffix", "write"), CASES, ids=[f"{suffix}{at}" for at, (suffix, _) in enumerate(CASES)])
@settings(max_examples=40, deadline=None)
@given(texts=FILES)
@example(texts={"k0": "09", "k1": "0o7", "k2": "1e3", "k3": "010", "k4": "-1.5e+3"})
def test_what_a_library_writes_is_read(suffix: str, write: Callable[[Texts], str], texts: Texts) -> None:
    source = write(texts)
    blocks, ignored = parse(source, suffix)
    check(source, blocks, ignored)
    found: dict[str, str] = {}
    for block in blocks:
        found[block.key] = found.get(block.key, "") + block.text
    assert {key: folded(text) for key, text in found.items()} == {key: folded(text) for key, text in texts.items()}


@pytest.mark.parametrize(("suffix", "write"), CASES, ids=[f"{suffix}{at}" for at, (suffix, _) in enumerate(CASES)])
@settings(max_examples=40, deadline=None)
@given(
    texts=FILES,
    at=st.integers(0, 400),
    cut=st.integers(0, 9),
    put=st.text("{}[]\"'\\:=#;\n\r 5é\x00\u2028", max_size=3),
)
def test_a_damaged_file_is_refused_or_read_soundly(
    suffix: str, write: Callable[[Texts], str], texts: Texts, at: int, cut: int, put: str
) -> None:
    source = write(texts)
    at %= len(source) + 1
    source = source[:at] + put + source[at + cut :]
    try:
        read = parse(source, suffix)
    except InputError as error:
        assert "\n" not in str(error)
        assert re.match(r"line \d+, column \d+: ", str(error))
        return
    check(source, *read)


@settings(max_examples=40, deadline=None)
@given(source=st.text(st.sampled_from('{}[]":,\\u00e9 5tfn-.eE\n'), max_size=24))
def test_json_is_what_the_standard_library_takes_for_json(source: str) -> None:
    try:
        json.loads(source, object_pairs_hook=_unique, parse_constant=_refused)
    except (ValueError, RecursionError):
        if source.strip(" \t\r\n"):
            with pytest.raises(InputError):
                parse(source, ".json")
        return
    check(source, *parse(source, ".json"))


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    if len(dict(pairs)) < len(pairs):
        raise ValueError("twice")
    return dict(pairs)


def _refused(name: str) -> object:
    raise ValueError(name)


@settings(max_examples=40, deadline=None)
@given(rows=st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=5), sign=st.sampled_from(",;\t"), crlf=st.booleans())
def test_a_table_is_read_as_the_standard_library_writes_it(
    rows: list[tuple[str, str, str]], sign: str, crlf: bool
) -> None:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=sign, lineterminator="\r\n" if crlf else "\n")
    writer.writerows([("note", "de", "English"), *rows])
    versions = readers.versions(file.getvalue(), ".csv")
    assert sorted(versions.texts) == ["de", "en"]
    for tag, column in (("de", 1), ("en", 2)):
        blocks, ignored = versions.texts[tag]
        check(file.getvalue(), blocks, ignored)
        found = {int(block.key) - 1: block.text for block in blocks}
        assert {at: folded(text) for at, text in found.items()} == {
            at: folded(row[column]) for at, row in enumerate(rows)
        }


@pytest.mark.parametrize(
    ("source", "languages"),
    [
        ("id,de,note\nhome.a,5 Euro,x\n", []),
        ("id,de,en\n1,5 Euro,5\n", ["de", "en"]),
        ("id,de,en\naisle,5 Euro,5\n", ["de", "en"]),
        ("id,en\nbuku 5,book 5\n", ["en", "id"]),
        ("en;de\nA, b;c\n", ["de", "en"]),
        ("English\tGerman\tpt_BR\na\tb\tc", ["de", "en", "pt-BR"]),
        ("year,value\n2024,5\n", []),
        ("en,de,en\na,b,c\n", []),
        ('"x', []),
        ("", []),
    ],
)
def test_which_tables_are_ours(source: str, languages: list[str]) -> None:
    assert sorted(readers.versions(source, ".csv").texts) == languages


SAID = st.lists(
    st.lists(
        st.text(st.sampled_from("abc ü٣一 59.?"), min_size=1, max_size=12).filter(str.strip), min_size=1, max_size=2
    ),
    min_size=1,
    max_size=5,
)


@settings(max_examples=40, deadline=None)
@given(cues=SAID)
def test_subtitles_say_what_libraries_read(cues: list[list[str]]) -> None:
    stamps = [(f"00:00:{at:02},000", f"00:00:{at:02},900") for at in range(len(cues))]
    source = "".join(
        f"{at}\n{start} --> {end}\n" + "\n".join(lines) + "\n\n"
        for at, ((start, end), lines) in enumerate(zip(stamps, cues, strict=True), 1)
    )
    read = folded("".join(cue.content for cue in srt.parse(source)))
    blocks, ignored = parse(source, ".srt")
    check(source, blocks, ignored)
    assert folded("".join(block.text for block in blocks)) == read
    web = "WEBVTT\n\n" + source.replace(",", ".")
    captions = folded("".join(cue.text for cue in webvtt.from_string(web)))
    blocks, ignored = parse(web, ".vtt")
    check(web, blocks, ignored)
    assert folded("".join(block.text for block in blocks)) == captions
