"""Every character knows its place, and no digit is lost: for any text, in every format."""

import gzip
import os
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.errors import InputError
from checker.model import Block, Ignored
from checker.readers import parse, suffixes
from checker.readers._file import load

SHARED = Path(os.environ.get("CHECKER_SHARED", Path(__file__).parents[3] / "shared"))
FIXTURES = Path(__file__).parents[2] / "fixtures"
PIECES = st.sampled_from(
    [
        *(
            "12",
            "1,6",
            "٣٤",
            "५",
            "１２",
            "&",
            "&nbsp;",
            "&#160;",
            "&euro;",
            "&#x31;",
            "&lt;",
            "<",
            ">",
            "<b>",
            "</b>",
        ),
        *(
            "<td>",
            "<p",
            "<!--",
            "-->",
            "<br>",
            "<code>",
            "</code>",
            "<script>",
            "</script>",
            "<a href='5",
            "'",
            '"',
        ),
        *(
            "`",
            "``",
            "```",
            "~~~",
            "*",
            "**",
            "_",
            "~~",
            "[",
            "]",
            "](",
            ")",
            "![",
            "[^1]",
            ":",
            "|",
            "---",
            "===",
        ),
        *(
            "#",
            ">",
            "-",
            "•",
            "1.",
            "2)",
            "\\",
            "\\|",
            "{#",
            "{{",
            "}}",
            "}",
            "{/*",
            "*/}",
            ":::",
            "import ",
            "+++",
        ),
        *(
            "e\u0301",
            "\u00ad",
            "\u200f",
            "\ufeff",
            "\u00a0",
            "\u3000",
            "价",
            "ราคา",
            "\u0915\u093c",
            "ᄀ",
            "ᅡ",
        ),
        *("\u0315\u0300", "http://a.b/5", "title:", "\x0b", "\x85", "\u2028"),
    ]
)
SPACES = st.sampled_from(["", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", "    "])
SOURCES = st.lists(st.one_of(PIECES, SPACES, st.text(max_size=4)), max_size=40).map("".join)


def check(source: str, blocks: tuple[Block, ...], ignored: tuple[Ignored, ...]) -> None:
    seen = bytearray(len(source))
    for block in blocks:
        assert block.text == block.text.strip(" \t\n\r")
        if block.key and not block.text:
            assert [run.text for run in block.runs] == [(0, 0)]
            continue
        assert block.text
        position = 0
        for (start, end), (source_start, source_end) in block.runs:
            assert start == position
            assert 0 <= source_start < source_end <= len(source)
            position = end
            seen[source_start:source_end] = b"\1" * (source_end - source_start)
            if end - start == source_end - source_start:
                for char, original in zip(block.text[start:end], source[source_start:source_end], strict=True):
                    assert is_the_same(char, original), (char, original)
        assert position == len(block.text)
        places = [run.source for run in block.runs]
        assert places == sorted(places)
    for span, reason in ((part.span, part.reason) for part in ignored):
        assert reason
        assert 0 <= span.start < span.end <= len(source)
        seen[span.start : span.end] = b"\1" * (span.end - span.start)
    lost = [at for at, char in enumerate(source) if char.isdecimal() and not seen[at]]
    assert not lost, f"digits lost at {lost}"


def is_the_same(char: str, original: str) -> bool:
    """Equal, both white space, or combining marks put in order."""
    if char == original or (char.isspace() and original.isspace()):
        return True
    return bool(unicodedata.combining(char)) or unicodedata.normalize("NFC", original) == char


@pytest.mark.parametrize("suffix", sorted(suffixes()))
@example(source="1. <b>")
@example(source="\ufeff1,6")
@example(source="\ufeff\ufeff1,6")
@example(source="1. 1.")
@settings(max_examples=150, deadline=None)
@given(source=SOURCES)
def test_places_hold_and_no_digit_is_lost(suffix: str, source: str) -> None:
    try:
        read = parse(source, suffix)
    except InputError:
        return
    check(source, *read)


@settings(max_examples=100, deadline=None)
@given(source=st.text(st.sampled_from("ab1 2.\n-"), max_size=60))
def test_line_ends_change_nothing(source: str) -> None:
    for suffix in (".txt", ".md", ".html"):
        texts = [[block.text for block in parse(source.replace("\n", end), suffix)[0]] for end in ("\n", "\r\n", "\r")]
        assert texts[0] == texts[1] == texts[2]


@settings(max_examples=100, deadline=None)
@given(source=st.text(st.sampled_from("aéồ가क़1 5\n"), max_size=60))
def test_decomposed_text_reads_as_composed(source: str) -> None:
    for suffix in (".txt", ".md", ".html"):
        composed = parse(unicodedata.normalize("NFC", source), suffix)[0]
        decomposed = parse(unicodedata.normalize("NFD", source), suffix)[0]
        assert [block.text for block in composed] == [block.text for block in decomposed]


def test_soft_hyphens_and_bidi_marks_are_gone_and_still_placed() -> None:
    source = "Mil\u00adli\u00adar\u00adden \u200f5\u2060 €"
    (block,), _ = parse(source, ".txt")
    assert block.text == "Milliarden 5 €"
    check(source, (block,), ())


def test_fixtures_lose_no_digit() -> None:
    for path in sorted(FIXTURES.glob("documents/**/*.*")):
        if path.suffix in suffixes():
            source = load(path, path.name)
            check(source, *parse(source, path.suffix))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data are not here")
def test_shared_documents_lose_no_digit() -> None:
    paths = [*SHARED.glob("gold/*/*.md"), *SHARED.glob("seeds/*/*.txt")]
    for path in paths:
        source = load(path, path.name)
        check(source, *parse(source, path.suffix))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared data are not here")
@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_shared_lines_lose_no_digit(suffix: str) -> None:
    for path in sorted(SHARED.glob("data/parallel/ntrex_dev/*.txt.gz"))[::8]:
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            source = file.read(60_000)
        check(source, *parse(source, suffix))


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
@pytest.mark.parametrize(
    "unit",
    [
        *(
            "<",
            "<a",
            "<a<",
            "<!--",
            '<a "x>" ',
            "<code>",
            "[",
            "](",
            "[a](b",
            "[a](  ",
            "![",
            "*",
            "**a ",
            "`` `",
        ),
        *(
            "{{",
            "&am",
            "> ",
            "\u0315\u0300",
            "e\u0301",
            "1",
            "1.",
            "---\r",
            "|a",
            "http://a.b(",
            "<div>\n",
            "#",
        ),
        *("\\", "- \n"),
    ],
    ids=ascii,
)
def test_hostile_text_is_read_in_a_blink(suffix: str, unit: str) -> None:
    source = unit * (30_000 // len(unit))
    check(source, *parse(source, suffix))


def test_a_list_number_is_no_prose_and_a_lone_date_is() -> None:
    blocks, _ = parse("7. November 2024\n", ".md")
    assert re.sub(r"\s", " ", blocks[0].text) == "7. November 2024"
