"""Where batches of work are done: one module per engine, `HERE` and `run`; results come in the order of the batches.

`HERE` says whether the batches are read in this process; else `run` has them read where it is best, so that what gives
them (a function of a module, or a `partial` of one) must be fit to be sent there.
"""

import importlib
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, Protocol, TypeVar, cast

from checker.errors import UsageError

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Cluster:
    """Where an engine that knows clusters works: an address (None is here), and the share of a GPU for each worker."""

    address: str | None = None
    gpus: float = 0.0


ALONE = Cluster()
"""No cluster."""


class Engine(Protocol):
    """A module of this package."""

    HERE: bool

    def run(
        self, source: Callable[[], Iterator[T]], work: Callable[[T], R], workers: int, cluster: Cluster = ALONE
    ) -> Generator[R, None, None]:
        """The result of `work` on every batch of `source`, in order, by so many workers."""


def names() -> list[str]:
    """The engines there are."""
    entries = (entry.name for entry in files(__name__).iterdir())
    return sorted(name[:-3] for name in entries if name.endswith(".py") and not name.startswith("_"))


def load(name: str) -> Engine:
    """An engine by name; raises `UsageError` for none."""
    if name not in names():
        raise UsageError(f"--engine: unknown engine {name!r}; there are {', '.join(names())}")
    module: Any = importlib.import_module(f"{__name__}.{name}")
    return cast("Engine", module)
