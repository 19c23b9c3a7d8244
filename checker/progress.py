"""How far a long check is, on standard error: nothing before the first second, nothing where nobody looks."""

import sys
import threading
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

Progress = Callable[[str, int, int], None]
"""Called as `progress(stage, done, total)`: `progress("reading", 3, 12)`; a total of 0 is not known."""

PATIENCE = 1.0
"""Seconds before anything is shown."""


class Bar:
    """A `Progress` that draws a bar when the work takes longer than `PATIENCE`; use it in a `with`.

    `counted` says whether what is done is shown in numbers.
    """

    def __init__(self, *, counted: bool = True) -> None:
        self._counted = counted
        self._stage, self._done, self._total = "starting", 0, 0
        self._lock = threading.Lock()
        self._timer = threading.Timer(PATIENCE, self._appear)
        self._timer.daemon = True
        self._display: RichProgress | None = None
        self._task: TaskID | None = None
        self._over = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        with self._lock:
            self._stage, self._done, self._total = stage, done, total
            self._draw()

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._timer.cancel()
        with self._lock:
            self._over = True
            if self._display is not None:
                self._display.stop()

    def _appear(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as RichProgress

        with self._lock:
            if self._over:
                return
            columns = (
                TextColumn("{task.description}", markup=False),
                BarColumn(),
                *([MofNCompleteColumn()] if self._counted else []),
                TimeElapsedColumn(),
            )
            self._display = RichProgress(*columns, console=Console(file=sys.stderr), transient=True)
            self._task = self._display.add_task(self._stage, total=None)
            self._draw()
            self._display.start()

    def _draw(self) -> None:
        if self._display is not None and self._task is not None:
            self._display.update(self._task, description=self._stage, completed=self._done, total=self._total or None)
