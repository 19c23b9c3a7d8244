"""How fast the tool is: rows and sentences a second, memory, and how time grows with the length of a text."""

import resource
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from checker.extraction import extract
from checker.pipeline import check_rows
from checker.processors import available
from checker.rows import Row
from checker.settings import Settings

_REPEATS = 2
_LEAST = 1e-4
"""Seconds below which a measure is noise."""
SHAPES = ("7", ".,", "- ", "million ", "a", "one of ", "12 ", "In May 2023 5 people paid 1.6 million dollars. ")
"""What a text of one line is made of when the growth of time is measured."""


@dataclass(frozen=True, slots=True)
class Rate:
    """`count` items in `seconds` of wall time; `peak` is the most memory that the process ever had, in MB."""

    count: int
    seconds: float
    peak: float

    @property
    def rate(self) -> float:
        """Items a second."""
        return self.count / max(self.seconds, _LEAST)


def rows(given: Iterable[Row], source: str | None, workers: int = 1) -> Rate:
    """How fast rows are checked by rules; `peak` leaves out the other processes, which need as much each."""
    settings = Settings(source=source, rules_only=True)
    begin = time.perf_counter()
    count = sum(1 for _ in check_rows(given, settings, workers))
    return Rate(count, time.perf_counter() - begin, _peak())


def sentences(texts: Iterable[str], language: str) -> Rate:
    """How fast claims are found in texts, the language's data loaded before."""
    extract("1 a", language)
    begin = time.perf_counter()
    count = sum(1 for text in texts if extract(text, language) is not None)
    return Rate(count, time.perf_counter() - begin, _peak())


def mixed(with_digits: Sequence[str], without: Sequence[str]) -> list[str]:
    """Texts of which one third holds digits, as news does, as many as there are."""
    count = min(len(with_digits), len(without) // 2)
    rest = iter(without)
    return [text for first in with_digits[:count] for text in (first, *islice(rest, 2))]


def growth(work: Callable[[str], object], make: Callable[[int], str], small: int, large: int) -> float:
    """By how much more processor time a text of `large` code points takes than one of `small`, the best of two."""
    return _seconds(work, make, large) / max(_seconds(work, make, small), _LEAST)


def _seconds(work: Callable[[str], object], make: Callable[[int], str], size: int) -> float:
    best = float("inf")
    for repeat in range(_REPEATS):
        text = make(size + repeat)  # another text each time: results of the same one are kept
        begin = time.process_time()
        work(text)
        best = min(best, time.process_time() - begin)
    return best


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def numbered(texts: tuple[Sequence[str], Sequence[str]], codes: tuple[str, str], count: int) -> Iterator[Row]:
    """`count` rows of two languages: the lines again and again, each time numbered anew, so that none is kept."""
    pairs = [(one, other) for one, other in zip(*texts, strict=True) if one and other]
    for index in range(count):
        one, other = pairs[index % len(pairs)]
        again = f" {1000 + index // len(pairs)}"
        yield Row(str(index), {codes[0]: one + again, codes[1]: other + again})


def _of(shape: str, size: int) -> str:
    return (shape * (size // len(shape) + 1))[:size]


def table(texts: tuple[Sequence[str], Sequence[str]], codes: tuple[str, str], count: int) -> str:
    """A line for each figure: rows by one process and by all, sentences by one, the growth of time by shape."""
    every = available()
    result = [f"two-language rows, {n} process{'es' if n > 1 else ''}: " for n in (1, every)]
    told = []
    for title, workers in zip(result, (1, every), strict=True):
        found = rows(numbered(texts, codes, count), codes[0], workers)
        told.append(f"{title:<42}{found.rate:8.0f} /s   {found.peak:5.0f} MB\n")
    holds = [text for text in texts[0] if any(map(str.isdigit, text))]
    others = [text for text in texts[0] if text and not any(map(str.isdigit, text))]
    found = sentences(mixed(holds, others), codes[0])
    told.append(f"{'sentences, a third with digits, 1 process: ':<42}{found.rate:8.0f} /s\n")
    for shape in SHAPES:
        factor = growth(lambda text: extract(text, codes[0]), partial(_of, shape), 10_000, 20_000)
        told.append(f"{f'twice the text of {shape.strip()[:20]!r}: ':<42}{factor:8.2f} times the time\n")
    return "".join(told)
