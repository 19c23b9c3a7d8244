"""What the finders of the kinds hand to extraction, and the stretches that are taken already."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from checker.model import Kind, Value


@dataclass(frozen=True, slots=True)
class Found:
    """A claim at a place of the folded text, with its readings, likeliest first."""

    start: int
    end: int
    kind: Kind
    readings: tuple[Value, ...]
    spelled: bool = False
    share: str | None = None
    direction: str | None = None
    people: str | None = None
    irregular: bool = False
    weak: bool = False


@dataclass(slots=True)
class Taken:
    """Which places of a text belong to a claim or an idiom already: stretches in order, none over another."""

    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    periods: set[int] = field(default_factory=set)
    """Where years, decades, centuries and months by themselves begin: what can have halves that are no amount."""

    def add(self, start: int, end: int) -> None:
        """Takes a stretch, with those that it overlaps."""
        low, high = bisect_right(self.ends, start), bisect_left(self.starts, end)
        if low < high:
            start, end = min(start, self.starts[low]), max(end, self.ends[high - 1])
        self.starts[low:high] = [start]
        self.ends[low:high] = [end]

    def end_before(self, place: int) -> int:
        """Where the last stretch that is over at a place ends; 0 where there is none."""
        index = bisect_right(self.ends, place)
        return self.ends[index - 1] if index else 0

    def covers(self, start: int, end: int) -> bool:
        """Whether the whole of a stretch is taken, by one claim."""
        place = bisect_right(self.starts, start) - 1
        return place >= 0 and self.ends[place] >= end

    def free(self, start: int, end: int) -> bool:
        """Whether nothing of a stretch is taken."""
        return bisect_right(self.ends, start) >= bisect_left(self.starts, end)
