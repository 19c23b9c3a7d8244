"""The text at a location is the mention, also behind entities, line ends and marks."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.locate import byte_columns, locate, position
from checker.model import Document, Location
from checker.readers import parse
from checker.segment import segment


def document(source: str, suffix: str) -> Document:
    return Document("de", f"de{suffix}", source, *parse(source, suffix))


def find(source: str, suffix: str, mention: str) -> Location:
    read = document(source, suffix)
    for part in segment(read):
        if (start := part.text.find(mention)) != -1:
            return locate(read, part, start, start + len(mention))
    raise AssertionError(f"{mention!r} was not read")


def slice_of(source: str, place: Location) -> str:
    """The text between two places, by lines and columns alone."""
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", source)
    start = sum(map(len, lines[: place.line - 1])) + place.column - 1
    end = sum(map(len, lines[: place.end_line - 1])) + place.end_column - 1
    return source[start:end]


@pytest.mark.parametrize(
    ("source", "suffix", "mention", "line", "column", "text"),
    [
        ("a\r\nb\rÜber 5 €", ".txt", "5 €", 3, 6, "5 €"),
        ("# T\n\nnur **1,6** Mrd.&nbsp;€ mehr", ".md", "1,6 Mrd.\u00a0€", 3, 7, "1,6** Mrd.&nbsp;€"),
        ("<p>&euro;&nbsp;5&#160;%", ".html", "€\u00a05\u00a0%", 1, 4, "&euro;&nbsp;5&#160;%"),
        ("<p>5 <b>Mio.</b> Euro", ".html", "5 Mio. Euro", 1, 4, "5 <b>Mio.</b> Euro"),
        ("> - 5\n>   Mio.", ".md", "5 Mio.", 1, 5, "5\n>   Mio."),
        ("5\u00ad00 Euro", ".txt", "500", 1, 1, "5\u00ad00"),
        ("5 Cafe\u0301s", ".txt", "5 Cafés", 1, 1, "5 Cafe\u0301s"),
        ("| a\\|5 | 6 |\n|--|--|\n| x | 7 % |", ".md", "7 %", 3, 7, "7 %"),
        ("𝟓 😀 5", ".txt", "5", 1, 5, "5"),
    ],
)
def test_the_text_at_line_and_column_is_the_mention(
    source: str, suffix: str, mention: str, *, line: int, column: int, text: str
) -> None:
    place = find(source, suffix, mention)
    assert (place.line, place.column, place.text) == (line, column, text)
    assert slice_of(source, place) == text


def test_an_empty_stretch_is_a_place() -> None:
    read = document("ab", ".txt")
    place = locate(read, segment(read)[0], 1, 1)
    assert (place.line, place.column, place.end_column, place.text) == (1, 2, 2, "")


@settings(max_examples=200, deadline=None)
@given(
    parts=st.lists(st.sampled_from(["5 ", "a", "\n", "\r\n", "\r", "&amp;", "<b>", "**", "é", "e\u0301", ". B"])),
    suffix=st.sampled_from([".txt", ".md", ".html"]),
)
def test_every_stretch_is_at_its_place(parts: list[str], suffix: str) -> None:
    source = "".join(parts)
    read = document(source, suffix)
    for part in segment(read):
        for start in range(len(part.text)):
            place = locate(read, part, start, start + 1)
            assert place.text == slice_of(source, place)
            assert place.text
            if part.text[start].isdigit():
                assert place.text == part.text[start]
        assert locate(read, part, 0, len(part.text)).text == slice_of(source, locate(read, part, 0, len(part.text)))


@given(st.text(st.sampled_from("a\r\n"), max_size=20))
def test_a_line_ends_with_lf_cr_lf_or_cr(source: str) -> None:
    for offset in range(len(source) + 1):
        line, column = position(source, offset)
        before = source[:offset]
        if not (before.endswith("\r") and source[offset : offset + 1] == "\n"):
            assert line == len(re.findall(r"\r\n|\n|\r", before)) + 1
            assert column == len(re.split(r"\r\n|\n|\r", before)[-1]) + 1


def test_columns_in_bytes_find_the_same_words() -> None:
    source = "eins\r\nDie Brücke 橋 kostete 5 Mio. €, sagt sie\nund " + "ä" * 20_000 + " 7"
    place = find(source, ".txt", "5 Mio. €")
    start, end = byte_columns(source, place) or (0, 0)
    line = source.splitlines()[place.line - 1].encode()
    assert line[start - 1 : end - 1].decode() == "5 Mio. €"
    assert byte_columns(source, find(source, ".txt", " 7")) is None
