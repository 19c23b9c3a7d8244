"""Twice the text takes twice the time: in several scripts, as one line of one thing only."""

import time

import pytest

from checker.benchmarks.timing import growth
from checker.extraction import extract
from checker.model import Block, Document, Role, Run, Span
from checker.segment import segment

LINES = {
    "en": ["7", ".,", "- ", "million ", "a", "one of ", "12 ", "I ", "("],
    "de": ["zweihundert", "ein "],
    "ar": ["و", "٥"],
    "zh": ["一", "第"],
    "ko": ["일"],
    "hi": ["\u093e"],
}


@pytest.mark.parametrize(("code", "unit"), [(code, unit) for code, units in LINES.items() for unit in units])
def test_extraction_is_linear(code: str, unit: str) -> None:
    extract(unit, code)
    factor = growth(lambda text: extract(text, code), lambda size: (unit * size)[:size], 1000, 4000)
    assert factor < 8, "four times the text, and room for a busy machine"


@pytest.mark.parametrize("unit", ["7", ". ", "a", "A sentence. ", "“a” ", "字", "1. "])
def test_segmentation_is_linear(unit: str) -> None:
    def cut(text: str) -> None:
        span = Span(0, len(text))
        segment(Document("en", "", text, (Block(text, Role.PARAGRAPH, (Run(span, span),)),)))

    cut(unit)
    assert growth(cut, lambda size: (unit * size)[:size], 4000, 16000) < 8


def test_growth_tells_linear_from_quadratic() -> None:
    def quadratic(text: str) -> None:
        for _ in text:
            text.count("b")

    def linear(text: str) -> None:
        for character in text:
            time.time() if character == "b" else None

    make = "a".__mul__
    assert growth(quadratic, make, 3000, 12000) > 8
    assert growth(linear, make, 20000, 80000) < 8
