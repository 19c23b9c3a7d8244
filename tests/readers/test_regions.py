"""Regions that are not checked are cut out, exactly, and no digit of them is lost unseen."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import Skip
from checker.readers import parse
from tests.readers.test_places import PIECES, SPACES, check

SWITCHES = st.sampled_from(
    ["<!-- checker: off -->", "<!-- checker: on -->", "{/* checker: off */}", "{/*checker:on*/}", "\n# checker: off\n"]
)
MARKS = st.sampled_from(
    ["[[", "]]", "\n\n## Old\n\n", "\n\n# New\n\n", '<p class="x y">', "</p>", "<aside>", "</aside>"]
)
SKIP = Skip(between=(("[[", "]]"),), headings=("Old",), elements=(".x", "aside", "#z"))


def texts(source: str, suffix: str = ".md", **skip: object) -> list[str]:
    return [block.text for block in parse(source, suffix, Skip(**skip))[0]]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("suffix", "off", "on"),
    [
        (".md", "<!-- checker: off -->", "<!-- checker: on -->"),
        (".html", "<!--checker:off because-->", "<!--checker:on-->"),
        (".mdx", "{/* checker: off */}", "{/* checker: on */}"),
        (".txt", "# checker: off", "# checker: on"),
    ],
)
def test_between_off_and_on_nothing_is_checked(suffix: str, off: str, on: str) -> None:
    source = f"One 1.\n\n{off}\n\nTwo 2.\n\n{on}\n\nThree 3."
    blocks, ignored = parse(source, suffix)
    assert not re.search("[2]", " ".join(block.text for block in blocks))
    assert {number for block in blocks for number in re.findall(r"\d", block.text)} == {"1", "3"}
    (region,) = [part for part in ignored if part.chosen]
    assert region.reason == "not checked: checker: off"
    assert source[slice(*region.span)] == source[source.index(off) : source.index(on) + len(on)]


def test_off_without_on_holds_to_the_end_and_within_a_sentence() -> None:
    assert texts("A 1 <!-- checker: off --> b 2 <!-- checker: on --> c 3.") == ["A 1", "c 3."]
    assert texts("A 1.\n\n<!-- checker: off -->\n\nB 2.\n\nC 3.") == ["A 1."]
    assert texts("A 1.\n\n<!-- checker: on -->\n\nB 2.") == ["A 1.", "B 2."]
    assert texts("`<!-- checker: off -->` A 1.") == ["A 1."]


def test_between_two_texts() -> None:
    pairs = (("<!-- table -->", "<!-- end -->"), ("%%", "%%"))
    assert texts("A 1.\n\n<!-- table -->\n\nB 2.\n\n<!-- end -->\n\nC 3 %%x 4%% d.", between=pairs) == [
        "A 1.",
        "C 3",
        "d.",
    ]


@pytest.mark.parametrize(
    ("source", "suffix"),
    [
        ("# A\n\nOne 1.\n\n## Old\n\nTwo 2.\n\n### Deep\n\nThree 3.\n\n## B\n\nFour 4.", ".md"),
        ("A\n=\n\nOne 1.\n\nOld\n---\n\nTwo 2.\n\n### Deep\n\nThree 3.\n\nB\n---\n\nFour 4.", ".md"),
        ("<h1>A</h1><p>One 1.</p><h2>Old</h2><p>Two 2.</p><h3>Deep</h3>Three 3.<h2>B</h2><p>Four 4.", ".html"),
        ("# A\n\nOne 1.\n\n## 2.1 old:\n\nTwo 2.\n\n# B\n\nFour 4.", ".md"),
    ],
)
def test_under_a_heading_to_the_next_of_its_level(source: str, suffix: str) -> None:
    assert texts(source, suffix, headings=("Old",)) == ["A", "One 1.", "B", "Four 4."]


@pytest.mark.parametrize(
    "source",
    [
        '<div class="a x">Two <div>2</div> and 3.</div>',
        "<aside id=z>Two 2.</aside>",
        "<div id='y'>One <ASIDE>Two 2.</ASIDE></div>",
        '<ul><li class="x">Two 2.<li>One</ul>',
        '<div className="x">Two 2.</div>',
    ],
)
def test_in_an_element(source: str) -> None:
    for text in (source, f"Text 1.\n\n{source}\n\nAnd 5."):
        kept = " ".join(texts(text, elements=(".x", "aside", "#z")))
        assert not re.search("[23]", kept)
        assert ("1" in text) == ("1" in kept)
    assert "2" in " ".join(texts(f"`{source}` 2", elements=(".x", "aside", "#z")))


@pytest.mark.parametrize("suffix", [".html", ".md", ".mdx", ".txt"])
@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, SPACES, SWITCHES, MARKS), max_size=40).map("".join))
def test_places_hold_and_no_digit_is_lost(suffix: str, source: str) -> None:
    blocks, ignored = parse(source, suffix, SKIP)
    check(source, blocks, ignored)
    regions = [part.span for part in ignored if part.chosen]
    for block in blocks:
        for run in block.runs:
            assert not any(span.start < run.source.end and run.source.start < span.end for span in regions)
    assert all(one.end <= other.start for one, other in pairwise(regions))


@pytest.mark.parametrize("unit", ["<!-- checker: off -->", "[[", "]]", "## Old\n\n", "<aside>", '<p class="x">', "{/*"])
@pytest.mark.parametrize("suffix", [".html", ".md", ".mdx", ".txt"])
def test_hostile_text_is_read_in_a_blink(suffix: str, unit: str) -> None:
    source = unit * (60_000 // len(unit))
    check(source, *parse(source, suffix, SKIP))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<ul><li>keep 1</li><li class=skip>drop 2</ul><p>keep 3</p>", ["keep 1", "keep 3"]),
        ("<ul><li class=skip>drop 1<ul><li>drop 2<li>drop 3</ul><li>keep 4</ul><p>keep 5</p>", ["keep 4", "keep 5"]),
        ("<div><p class=skip>drop 1</div><p>keep 2</p>", ["keep 2"]),
    ],
)
def test_an_element_without_an_end_ends_with_what_it_stands_in(text: str, left: list[str]) -> None:
    blocks, _ = parse(text, ".html", Skip(elements=(".skip",)))
    assert [block.text for block in blocks] == left


def test_figures_without_words_are_data_when_nobody_would_read_them() -> None:
    figures = "1,2;" * 2000
    text = f"The first 5 rows follow. {figures} After them come 7 words."
    blocks, ignored = parse(text, ".txt")
    assert [block.text for block in blocks] == ["The first 5 rows follow. ; After them come 7 words."]
    (part,) = ignored
    assert part.reason == "figures without words"
    assert text[slice(*part.span)] == figures.rstrip(";")


def test_lines_of_figures_are_data_too() -> None:
    figures = "17 4\n" * 1000
    text = f"The first 5 rows follow.\n{figures}After them come 7 words.\n\n\n"
    blocks, ignored = parse(text, ".txt")
    assert [block.text for block in blocks] == ["The first 5 rows follow.", "17 4", "17 4", "After them come 7 words."]
    assert "".join(text[slice(*part.span)] for part in ignored).count("17 4") == 1000 - 2


def test_a_page_of_figures_is_read() -> None:
    text = "5 " * 1500 + "ships"
    blocks, ignored = parse(text, ".txt")
    assert [block.text for block in blocks] == [text]
    assert ignored == ()


@pytest.mark.parametrize("marks", ["*a_5_", "\\", "[5](", "`` ` ", "{{", "![", "~~5"])
def test_marks_without_words_are_no_text_when_they_go_on_for_pages(marks: str) -> None:
    row = (marks * 5000)[:5000]
    text = f"# Seven ships\n\n{row}\n\nThey carry *12* boats.\n"
    blocks, ignored = parse(text, ".md")
    assert [block.text for block in blocks] == ["Seven ships", "They carry 12 boats."]
    (part,) = ignored
    assert part.reason == "marks without words"
    assert text[slice(*part.span)].strip() == row.strip()


def test_a_page_of_links_and_stars_is_read() -> None:
    text = "Read **[the 5 rules](rules.md)**, _all_ of them. " * 200
    blocks, ignored = parse(text, ".md")
    assert [block.text for block in blocks] == [("Read the 5 rules, all of them. " * 200).strip()]
    assert {part.reason for part in ignored} == {"link target"}
