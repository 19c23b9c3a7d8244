"""A whole corpus: read in batches, checked wherever there is room, written in order."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

from checker import engines
from checker.corpus.checking import APART, TOGETHER
from checker.corpus.given import Given
from checker.corpus.journal import Journal, lasting
from checker.corpus.summary import Summary
from checker.corpus.work import Batch, Checked, batches, check_batch
from checker.engines import ALONE, Cluster, Engine
from checker.errors import UsageError
from checker.output import Write
from checker.output import opened as output
from checker.rows import Reading
from checker.settings import Settings

EVERY = 2.0
"""Seconds between checkpoints."""

_NAMES = {"checker": "version", "data": "language data"}
"""What parts of a signature are called to people."""

Render = Callable[[Path, Path], None]
Told = Callable[[str], None]
Watch = Callable[[int, int, int], None]
"""Called as `watch(rows, read, total)`; what is read of the total is counted in whatever unit, 0 where not known."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a corpus is checked: by which engine, in how many processes, at which cluster; and where the lines go.

    `target` is None for standard output. `render(lines, file)` makes the output of the lines where it is none of lines.
    """

    engine: str = "local"
    workers: int = 1
    cluster: Cluster = ALONE
    target: Path | None = None
    resume: bool = False
    render: Render | None = None
    every: float = EVERY


class GoneError(Exception):
    """Nobody reads the results any more (`checker corpus … | head`)."""


class Sink(Protocol):
    """Where lines go. `items` of the input were done before, and came to `counts`."""

    items: int
    counts: Mapping[str, object] | None

    def write(self, text: str) -> None:
        """Adds lines."""

    def checkpoint(self, items: int, counts: Mapping[str, object]) -> None:
        """Makes what was written last, where it can."""

    def finish(self, render: Render | None) -> None:
        """Says that it was all."""


class Passing:
    """Lines that go to somebody at once."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self.items = 0
        self.counts: Mapping[str, object] | None = None

    def write(self, text: str) -> None:
        """Raises `GoneError` where nobody reads."""
        if text and not self._write(text):
            raise GoneError

    def checkpoint(self, items: int, counts: Mapping[str, object]) -> None:
        """Nothing: what is gone is gone."""

    def finish(self, render: Render | None) -> None:
        """Nothing is left to do."""


def run(
    given: Given, settings: Settings, signature: str, plan: Plan, complain: Told, watch: Watch | None = None
) -> Summary:
    """Checks a corpus and says what it came to; `complain` gets a line for what could not be checked.

    The lines are the same for any engine and any number of workers, and however often the run was broken off.
    """
    engine: Engine = engines.load(plan.engine)
    if given.stream and not engine.HERE:
        raise UsageError(f"--engine {plan.engine}: reads a file or a data set, not what can be read once only")
    reading = given.opened()
    count = APART if settings.rules_only else TOGETHER
    with ExitStack() as stack:
        sink = _sink(stack, given, reading, signature, plan)
        summary = Summary() if sink.counts is None else Summary.of(sink.counts)
        begin = partial(batches, reading) if engine.HERE else partial(read_anew, given)
        source = partial(begin, skip=sink.items, count=count)
        work = partial(check_batch, settings=settings)
        results = stack.enter_context(closing(engine.run(source, work, plan.workers, plan.cluster)))
        _written(results, sink, summary, complain, watch, plan.every)
        sink.finish(plan.render)
    return summary


def read_anew(given: Given, skip: int, count: int) -> Iterator[Batch]:
    """The batches of a corpus that is opened in the process that reads it."""
    return batches(given.opened(), skip, count)


def _written(
    results: Iterator[Checked], sink: Sink, summary: Summary, complain: Told, watch: Watch | None, every: float
) -> None:
    """Writes and counts what comes, in order, with a checkpoint now and then."""
    items, last = sink.items, time.monotonic()
    for found in results:
        for message in found.errors:
            complain(message)
        sink.write(found.text)
        summary.add(found.summary)
        items += found.items
        if watch is not None:
            watch(summary.rows, found.read, found.total)
        if time.monotonic() - last >= every:
            sink.checkpoint(items, summary.plain())
            last = time.monotonic()


def _sink(stack: ExitStack, given: Given, reading: Reading, signature: str, plan: Plan) -> Sink:
    """Where the lines go; into a file by way of a journal, where the input can be read again."""
    target = plan.target
    if target is not None and lasting(target) and not given.stream:
        known = {"input": given.digest(reading), "choice of columns": given.choice(), **_parts(signature)}
        return stack.enter_context(closing(Journal(target, known, resume=plan.resume)))
    if plan.resume:
        raise UsageError("--resume: needs --output FILE and an input that can be read again; neither can be a pipe")
    if plan.render is not None and (target is None or not lasting(target)):
        raise UsageError("--format parquet: needs --output FILE, for it is written as a whole")
    return Passing(stack.enter_context(output(target)))


def _parts(signature: str) -> dict[str, str]:
    """What a signature is made of, by name."""
    parts = [part.partition(":") for part in signature.split("|", 3)]
    return {_NAMES.get(name, name): value for name, _, value in parts}
