"""Work spread over processes: results in the order of what came in, the same for any number of processes.

Memory stays flat: a few batches are under way at a time. Little work is done here, without another process.
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.context import BaseContext
from typing import TypeVar

from checker.errors import CheckerError

T = TypeVar("T")
R = TypeVar("R")
Work = Callable[[Sequence[T]], list[R]]
"""What is done with a batch; a function of a module, which another process can import."""

FIRST = 512
"""Items that are worked on here before other processes are started: that costs a second or so."""
BATCH = 128
"""Items that are sent to a process at a time."""
HEAVY = 1 << 18
"""What the items of a batch weigh at the most, where one alone weighs no more."""
AHEAD = 3
"""Batches under way for each process."""


def spread(
    work: Work[T, R], items: Iterable[T], workers: int, weight: Callable[[T], int], *, first: int = FIRST
) -> Iterator[R]:
    """The results of `work` on all items, in their order, from `workers` processes once there are more than `first`.

    An error of `work` or of `items` is raised where its results would stand. `weight` is an item's size.
    """
    source = iter(items)
    for item in islice(source, first):
        yield from work([item])
    batches = _batches(source, weight)
    head = next(batches, None)
    if head is None:
        return
    pool = ProcessPoolExecutor(workers, mp_context=_context(work), initializer=_prepare)
    try:
        yield from _ordered(pool, work, chain([head], batches), workers * AHEAD)
    except BrokenProcessPool:
        raise CheckerError("a process that did part of the work was ended from outside; run the check again") from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _context(work: Work[T, R]) -> BaseContext:
    """How processes are started: from one that has loaded what the work needs, where the system can fork; else anew."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([getattr(work, "func", work).__module__])
    return context


def _ordered(pool: ProcessPoolExecutor, work: Work[T, R], batches: Iterator[list[T]], ahead: int) -> Iterator[R]:
    under_way: deque[Future[list[R]]] = deque()
    failure: CheckerError | None = None
    batch: list[T] | None = []
    while True:
        while batch is not None and len(under_way) < ahead:
            try:
                batch = next(batches, None)
            except CheckerError as error:  # what came before it is still to be told
                batch, failure = None, error
            if batch is not None:
                under_way.append(pool.submit(work, batch))
        if not under_way:
            break
        yield from under_way.popleft().result()
    if failure:
        raise failure


def _batches(items: Iterator[T], weight: Callable[[T], int]) -> Iterator[list[T]]:
    batch: list[T] = []
    heavy = 0
    failure: CheckerError | None = None
    while failure is None:
        try:
            item = next(items)
        except StopIteration:
            break
        except CheckerError as error:
            failure = error
            break
        batch.append(item)
        heavy += weight(item)
        if len(batch) >= BATCH or heavy >= HEAVY:
            yield batch
            batch, heavy = [], 0
    if batch:
        yield batch
    if failure:
        raise failure


def _prepare() -> None:
    """A worker leaves an interrupt to the process that started it, and ends with that one, however it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
