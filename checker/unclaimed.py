"""What makes no claim of its own and is held against its like in the other versions: magnitudes, and weekdays."""

from collections.abc import Mapping, Sequence

from checker import magnitudes, weekdays
from checker.magnitudes import Levels
from checker.model import Segment, Verdict


def judged(
    prefix: str, count: int, segments: Mapping[str, Sequence[Segment]], source: str | None, level: Levels
) -> list[Verdict]:
    """A verdict on each that is another one than elsewhere; facts are called `prefix/count` and on."""
    found = magnitudes.judged(prefix, count, segments, source, level)
    return [*found, *weekdays.judged(prefix, count + len(found), segments, source)]


def differ(texts: Mapping[str, str]) -> bool:
    """Whether texts by language may hold such a drift; told without looking at most of them."""
    return magnitudes.differ(texts) or weekdays.differ(texts)
