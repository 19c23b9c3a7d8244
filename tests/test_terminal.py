"""Text for a terminal: harmless, measured in cells, cut without tearing letters."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.terminal import head, isolated, padded, safe, squeezed, tail, width, wrapped


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\x1b[31m", "␛[31m"),
        ("\x9b2J", "⟨9B⟩2J"),
        ("a\u202eb", "a⟨202E⟩b"),
        ("a\r\nb\tc", "a  b c"),
        ("\x7f", "␡"),
        ("\ud800", "\ufffd"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("so\u00adft\u200f", "soft"),
        ("1\u00a0600\u202f€", "1 600 €"),
        ("\U000e0041", "⟨E0041⟩"),
    ],
)
def test_what_steers_a_terminal_is_shown_as_a_sign(text: str, expected: str) -> None:
    assert safe(text) == expected


@given(st.text())
def test_safe_text_has_no_control_and_is_safe_already(text: str) -> None:
    once = safe(text)
    assert safe(once) == once
    assert not any(unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} for character in once)


@pytest.mark.parametrize(
    ("text", "cells"),
    [("abc", 3), ("日本語", 6), ("e\u0301", 1), ("한글", 4), ("नमस्ते", 4), ("की", 2), ("ع", 1)],
)
def test_width_is_in_cells(text: str, cells: int) -> None:
    assert width(text) == cells


@given(st.text(alphabet="ab 漢é\u0301िع", max_size=40), st.integers(0, 30))
def test_what_is_cut_fits(text: str, cells: int) -> None:
    assert width(head(text, cells)) <= max(cells, 0) or width(text) == 0
    assert width(tail(text, cells)) <= max(cells, 0) or width(text) == 0
    assert width(padded(head(text, cells), cells)) >= cells


def test_words_are_cut_between_where_that_costs_little() -> None:
    assert head("The port authority said", 14) == "The port…"
    assert tail("The port authority said", 16) == "…authority said"


@given(st.text(max_size=80), st.integers(2, 30))
def test_wrapping_loses_nothing(text: str, cells: int) -> None:
    lines = wrapped(safe(text), cells)
    assert "".join("".join(lines).split()) == "".join(safe(text).split())
    assert all(width(line) <= cells for line in lines if not any(map(unicodedata.combining, line)))


def test_white_space_is_squeezed_but_kept_at_the_ends() -> None:
    assert squeezed(" a \n b ") == " a b "
    assert squeezed("  \n") == " "


def test_only_right_to_left_text_is_isolated() -> None:
    assert isolated("abc 12") == "abc 12"
    assert isolated("رصيف 12") == "\u2068رصيف 12\u2069"
