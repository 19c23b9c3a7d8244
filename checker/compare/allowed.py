"""How far apart values may be, as a team has chosen it for a check.

Values are compared at every stage, far from where settings are known; so the choice holds for all that runs within
`allowing`, in this thread or task.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from checker.model import Tolerance

_CHOSEN: ContextVar[Tolerance] = ContextVar("tolerance", default=Tolerance())  # noqa: B039 - it is frozen


def allowed() -> Tolerance:
    """What holds here."""
    return _CHOSEN.get()


@contextmanager
def allowing(tolerance: Tolerance) -> Iterator[None]:
    """Within it values are compared with a tolerance."""
    token = _CHOSEN.set(tolerance)
    try:
        yield
    finally:
        _CHOSEN.reset(token)
