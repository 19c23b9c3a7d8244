"""How many processors there are to work with."""

import os

_most: int | None = None


def available() -> int:
    """The processors that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    count = len(affinity(0)) if affinity else os.cpu_count() or 1
    return count if _most is None else min(count, _most)


def limit(count: int) -> None:
    """Says how many processors this process may use at the most, for others use the rest."""
    global _most  # noqa: PLW0603 - of the process, as its affinity is
    _most = count
