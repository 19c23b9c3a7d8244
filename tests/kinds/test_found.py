"""What is taken is free for nobody else."""

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.kinds.found import Taken

SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(1, 8)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=12
)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(spans=SPANS, start=st.integers(0, 70), length=st.integers(1, 9))
def test_a_stretch_is_free_where_no_other_reaches(spans: list[tuple[int, int]], start: int, length: int) -> None:
    taken, end = Taken(), start + length
    for span in spans:
        taken.add(*span)
    assert taken.free(start, end) == all(end <= first or last <= start for first, last in spans)
    assert taken.starts == sorted(taken.starts)
