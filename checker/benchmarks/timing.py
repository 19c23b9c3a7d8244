"""How fast the tool is: rows and sentences a second, memory, and how time grows with the length of a text."""

import gc
import resource
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice

from checker.corpus import check_rows
from checker.extraction import extract
from checker.processors import available
from checker.rows import Row
from checker.settings import Settings

_REPEATS = 3
_ROUNDS = 9
_LEAST = 1e-4
"""Seconds below which a measure is noise."""
SHAPES = ("7", ".,", "- ", "million ", "a", "one of ", "12 ", "In May 2023 5 people paid 1.6 million dollars. ")
"""What a text of one line is made of when the growth of time is measured."""
_SIZES = (10_000, 100_000, 1_000_000)
"""Code points of texts that are set beside texts of twice as many."""
_SURE = 1.0
"""Seconds from which one measure is enough."""


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
    """By how much more processor time a text of `large` code points takes than one of `small`.

    The best of several rounds of each, one after the other: a machine's busy spell meets both.
    """
    less = more = float("inf")
    for turn in range(_ROUNDS):  # another text each time: results of the same one are kept
        less = min(less, spent(partial(work, make(small + turn))))
        more = min(more, spent(partial(work, make(large + turn))))
    return more / max(less, _LEAST)


def seconds(work: Callable[[str], object], make: Callable[[int], str], size: int) -> float:
    """The processor time that a text of so many code points takes, the best of three where that is little."""
    best = float("inf")
    for repeat in range(_REPEATS):
        text = make(size + repeat)  # another text each time: results of the same one are kept
        best = min(best, spent(partial(work, text)))
        if best > _SURE:
            break
    return best


def spent(work: Callable[[], object]) -> float:
    """The processor time of one call in seconds; garbage waits, as collecting it takes the longer the more is kept."""
    collects = gc.isenabled()
    gc.disable()
    begin = time.process_time()
    try:
        work()
        return time.process_time() - begin
    finally:
        if collects:
            gc.enable()


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def again(times: int, numbered: bool) -> str:
    """What is put behind a line that was met so many times, so that nothing kept of it serves again.

    One space more each time, which leaves as few numbers as there are; or, `numbered`, another number each time.
    """
    return f" {1000 + times}" if numbered else " " * times


def repeated(
    texts: tuple[Sequence[str], Sequence[str]], codes: tuple[str, str], count: int, numbered: bool
) -> Iterator[Row]:
    """`count` rows of two languages: the lines again and again, none of them twice."""
    pairs = [(one, other) for one, other in zip(*texts, strict=True) if one and other]
    for index in range(count):
        one, other = pairs[index % len(pairs)]
        behind = again(index // len(pairs), numbered)
        yield Row(str(index), {codes[0]: one + behind, codes[1]: other + behind})


def _of(shape: str, size: int) -> str:
    return (shape * (size // len(shape) + 1))[:size]


def table(texts: tuple[Sequence[str], Sequence[str]], codes: tuple[str, str], count: int, longest: int) -> str:
    """A line for each figure: rows by one process and by all, sentences by one, the growth of time by shape.

    Growth is measured on texts of up to `longest` code points, beside those of half as many.
    """
    told = []
    for title, numbered in (("lines as they are", False), ("lines with a number each", True)):
        for workers in (1, available()):
            found = rows(repeated(texts, codes, count, numbered), codes[0], workers)
            name = f"rows, {title}, {workers} process{'es' if workers > 1 else ''}: "
            told.append(f"{name:<48}{found.rate:8.0f} /s   {found.peak:5.0f} MB\n")
    holds = [text for text in texts[0] if any(map(str.isdigit, text))]
    others = [text for text in texts[0] if text and not any(map(str.isdigit, text))]
    found = sentences(mixed(holds, others), codes[0])
    told.append(f"{'sentences, a third with digits, 1 process: ':<48}{found.rate:8.0f} /s\n")
    return "".join(told) + grown(codes[0], longest)


def grown(code: str, longest: int) -> str:
    """How much more time twice the text takes, by what its one line is made of, and the seconds of the longest."""
    sizes = [size for size in _SIZES if 2 * size <= longest]
    told = [
        f"{'time for 2n code points beside n = ':<36}" + "".join(f"{size:>11,}" for size in sizes) + "    longest\n"
    ]
    for shape in SHAPES:
        make = partial(_of, shape)
        short = [seconds(lambda text: extract(text, code), make, size) for size in sizes]
        long = [seconds(lambda text: extract(text, code), make, 2 * size) for size in sizes]
        factors = [twice / max(once, _LEAST) for once, twice in zip(short, long, strict=True)]
        title = f"  only {shape.strip()[:24]!r}"
        last = long[-1] if long else 0.0
        told.append(f"{title:<36}" + "".join(f"{factor:11.2f}" for factor in factors) + f"{last:9.1f} s\n")
    return "".join(told)
