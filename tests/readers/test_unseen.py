"""Digits that are in no text and in no region set aside are told, each once."""

from hypothesis import given
from hypothesis import strategies as st

from checker.model import Block, Ignored, Role, Run, Span
from checker.readers._builder import unseen

spans = st.tuples(st.integers(0, 14), st.integers(0, 14)).map(lambda ends: Span(*sorted(ends)))


@given(st.text("a12 ", max_size=14), st.lists(spans, max_size=4), st.lists(spans, max_size=4))
def test_every_digit_is_covered_or_told(source: str, texts: list[Span], aside: list[Span]) -> None:
    blocks = [Block("", Role.PARAGRAPH, (Run(Span(0, 0), span),)) for span in texts]
    told = list(unseen(source, blocks, [Ignored(span, "markup") for span in aside]))
    covered = {place for span in (*texts, *aside) for place in range(*span)}
    assert [place for span in told for place in range(*span)] == [
        place for place, char in enumerate(source) if char.isdigit() and place not in covered
    ]
