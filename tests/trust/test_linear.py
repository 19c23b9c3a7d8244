"""Time grows with the text and no faster, and a megabyte of the worst is read in seconds."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from checker import readers
from checker.benchmarks.timing import spent
from checker.errors import InputError
from checker.extraction import extract
from checker.model import Document
from checker.segment import segment
from tests.trust.amounts import amounts

MEGABYTE = 1 << 20
GROWTH = 2.6
"""Times the time for twice the text."""
SECONDS = 3.0
"""Processor time for a megabyte."""
SLOW = {"nested lists", "nested lists of elements", "tables", "links among words", "empty lines"}
"""Shapes that may take longer, for a megabyte of them has up to a million lines, items, cells or links."""
SLOWEST = 15.0
"""Processor time for a megabyte of those."""
BUSY = 0.05
"""Seconds that a busy machine may add."""


@dataclass(frozen=True)
class Shape:
    """A text of so many characters: `opening` before, one `unit` again and again, `closing` behind."""

    unit: str
    suffix: str = ".txt"
    code: str = "en"
    opening: str = ""
    closing: str = ""

    def text(self, size: int) -> str:
        return self.opening + (self.unit * (size // len(self.unit) + 1))[:size] + self.closing


SHAPES = {
    "digits": Shape("7"),
    "digits and commas": Shape("1,"),
    "digits and points": Shape("1.", code="de"),
    "digits and spaces": Shape("1 000 ", code="fr"),
    "digits, signs and letters": Shape("A-1-v2.3/4:5"),
    "brackets": Shape("("),
    "square brackets": Shape("[", ".md"),
    "links": Shape("[5](", ".md"),
    "emphasis": Shape("*a_5_", ".md"),
    "backticks": Shape("`` ` ", ".md"),
    "nested quotes": Shape("> " * 50 + "5\n", ".md"),
    "nested lists": Shape("".join("  " * depth + "- 5\n" for depth in range(40)), ".md"),
    "tables": Shape("| 5 | a ", ".md", opening="| a | b |\n|---|---|\n"),
    "backslashes": Shape("\\", ".md"),
    "braces": Shape("{{", ".mdx"),
    "emphasis among words": Shape("*a_5_ of many ", ".md"),
    "links among words": Shape("[a](5) of many ", ".md"),
    "escapes among words": Shape("a\\_5 ", ".md"),
    "nested elements": Shape("<div>", ".html"),
    "nested lists of elements": Shape("<ul><li>5", ".html"),
    "angle brackets": Shape("<", ".html"),
    "comments": Shape("<!-- 5 ", ".html"),
    "entities": Shape("&#56;", ".html"),
    "ampersands": Shape("&", ".html"),
    "attributes": Shape("<a b='", ".html"),
    "scale words": Shape("million "),
    "number words": Shape("five hundred and "),
    "compound words": Shape("zweihundert", code="de"),
    "scale signs": Shape("一万", code="zh"),
    "syllables": Shape("천백일", code="ko"),
    "particles": Shape("و", code="ar"),
    "combining marks": Shape("\u0301", opening="a"),
    "marks and digits": Shape("5\u0301\u0323"),
    "direction marks": Shape("\u202e5\u202c\u2066"),
    "soft hyphens": Shape("5\u00ad"),
    "one line of words": Shape("a"),
    "one line of sentences": Shape("In May 2023 some 5 people of 1.6 million paid $ 40. "),
    "empty lines": Shape("\n"),
    "lines of digits": Shape("5\n"),
    "percent": Shape("5 % to 6 % "),
    "names": Shape("GPT-4o H800 "),
    "dates": Shape("5 May 2023 "),
    "addresses": Shape("https://a.b/5?"),
    "quotes": Shape("“5” "),
    "Thai": Shape("สิบล้าน", code="th"),
    "Devanagari": Shape("साढ़े तीन लाख ", code="hi"),
}


def read(shape: Shape, size: int) -> None:
    text = shape.text(size)
    try:
        blocks, ignored = readers.parse(text, shape.suffix)
    except InputError:
        return
    for part in segment(Document(shape.code, "", text, blocks, ignored)):
        extract(part.text, shape.code)


def seconds(shape: Shape, size: int) -> float:
    return spent(lambda: read(shape, size))


@pytest.mark.parametrize("name", SHAPES)
@amounts("size", 4_000, MEGABYTE // 2)
def test_twice_the_text_takes_twice_the_time(name: str, size: int, figure: Callable[[str], None]) -> None:
    shape = SHAPES[name]
    read(shape, 100)
    repeats = 2 if size < MEGABYTE // 2 else 1
    small, large = (min(seconds(shape, length + again) for again in range(repeats)) for length in (size, 2 * size))
    factor = large / max(small, BUSY / 2)
    figure(f"{large:.2f} s, {factor:.2f} times that of half")
    assert factor <= GROWTH + BUSY / max(small, 1e-6)
    if size == MEGABYTE // 2:
        assert large <= (SLOWEST if name in SLOW else SECONDS)
