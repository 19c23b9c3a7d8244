"""The processes of this machine."""

from collections.abc import Callable, Generator, Iterator
from typing import TypeVar

from checker.engines import ALONE, Cluster
from checker.errors import UsageError
from checker.workers import in_order

T = TypeVar("T")
R = TypeVar("R")

HERE = True


def run(
    source: Callable[[], Iterator[T]], work: Callable[[T], R], workers: int, cluster: Cluster = ALONE
) -> Generator[R, None, None]:
    """The results in order; a single batch is done without another process."""
    if cluster != ALONE:
        raise UsageError("--ray-address and --ray-gpus: are for --engine ray")
    yield from in_order(work, source(), workers)
