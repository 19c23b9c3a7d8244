"""Work spread over processes: results in the order of what came in, the same for any number of processes.

Memory stays flat: a few batches are under way at a time. Little work is done here, without another process.
"""

import gc
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
from checker.processors import available, limit

T = TypeVar("T")
R = TypeVar("R")
B = TypeVar("B")
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
_MANY = 50_000
"""Objects after which a worker looks for cycles, of which work leaves few."""


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
    for results in _pooled(work, chain([head], batches), workers):
        yield from results


def in_order(work: Callable[[B], R], batches: Iterator[B], workers: int) -> Iterator[R]:
    """The result of `work` on every batch, in order; a single one, or one worker, needs no other process."""
    begin = list(islice(batches, 2))
    every = chain(begin, batches)
    if workers < 2 or len(begin) < 2:
        yield from map(work, every)
    else:
        yield from _pooled(work, every, workers)


def _pooled(work: Callable[[B], R], batches: Iterator[B], workers: int) -> Iterator[R]:
    threads = max(1, available() // workers)
    pool = ProcessPoolExecutor(workers, mp_context=_context(work), initializer=_prepare, initargs=(threads,))
    try:
        yield from _ordered(pool, work, batches, workers * AHEAD)
    except BrokenProcessPool:
        raise CheckerError("a process that did part of the work was ended from outside; run the check again") from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _context(work: Callable[[B], R]) -> BaseContext:
    """How processes are started: from one that has loaded what the work needs, where the system can fork; else anew."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([getattr(work, "func", work).__module__])
    return context


def _ordered(pool: ProcessPoolExecutor, work: Callable[[B], R], batches: Iterator[B], ahead: int) -> Iterator[R]:
    under_way: deque[Future[R]] = deque()
    failure: CheckerError | None = None
    more = True
    while True:
        while more and len(under_way) < ahead:
            try:
                under_way.append(pool.submit(work, next(batches)))
            except StopIteration:
                more = False
            except CheckerError as error:  # what came before it is still to be told
                more, failure = False, error
        if not under_way:
            break
        yield under_way.popleft().result()
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


def _prepare(threads: int) -> None:
    """A worker leaves an interrupt to the process that started it, and ends with that one, however it ends."""
    limit(threads)
    gc.freeze()  # what was loaded stays
    gc.set_threshold(_MANY)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
