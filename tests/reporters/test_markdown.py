"""The report as a comment: nothing in it that comes from a document is markup, and it is never too long."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from checker.model import Report
from checker.reporters import Page
from checker.reporters._markdown import code
from checker.reporters.github import LARGEST_SUMMARY, summary
from checker.reporters.markdown import LARGEST, render
from tests.reporters.hostile import HOSTILE, STEERING, hostile
from tests.reporters.many import many

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def tokens(text: str) -> list[Token]:
    return [it for token in PARSER.parse(text) for it in (token, *(token.children or ()))]


def shape(text: str) -> list[str]:
    """What a reader of Markdown makes of the text, without its words."""
    return [token.type for token in tokens(text)]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_words_of_a_document_are_markup(text: str, drifting: Report) -> None:
    plain, harmed = render(hostile(drifting, "x"), Page()), render(hostile(drifting, text), Page())
    assert shape(harmed) == shape(plain)
    assert not STEERING.search(harmed.replace("\n", ""))


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet="`|\\ab *_[]()<>!#\n\t~", max_size=30))
def test_any_signs_are_only_words(text: str, drifting: Report) -> None:
    assert shape(render(hostile(drifting, text), Page())) == shape(render(hostile(drifting, "x"), Page()))


@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet="`\\ab |", max_size=20))
def test_a_code_span_holds_its_words_and_no_more(text: str) -> None:
    spans = [token for token in tokens(f"x {code(text)} y") if token.type == "code_inline"]
    assert len(spans) == 1
    assert spans[0].content.strip() == " ".join(text.split())


def test_a_comment_and_a_summary_are_never_too_long() -> None:
    report = many(2000)
    comment = render(report, Page())
    assert LARGEST * 0.9 < len(comment.encode()) <= LARGEST
    assert "more findings: see the whole report" in comment
    assert len(summary(report).encode()) <= LARGEST_SUMMARY


def test_the_worst_comes_first(drifting: Report) -> None:
    text = render(drifting, Page())
    assert text.index("scale-drift") < text.index("omission") < text.index("| claim |") < text.index("**Notes**")
