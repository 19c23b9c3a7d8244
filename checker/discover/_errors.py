"""Lines that say what can't be checked and why."""

import re
from collections.abc import Iterable

_END = re.compile("/|: ")
"""Where a path may end that a line is about: before what it says of it, or before what lies below."""


class Errors:
    """Lines that each begin with the path they are about, and of which paths there are any."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._lines: set[str] = set()
        self._about: set[str] = set()
        for line in lines:
            self.add(line)

    def __bool__(self) -> bool:
        return bool(self._lines)

    def add(self, line: str) -> None:
        """Keep a line, once."""
        self._lines.add(line)
        self._about.update(line[: end.start()] for end in _END.finditer(line))

    def about(self, path: str) -> bool:
        """Whether a line is about a path, or about something below it."""
        return path in self._about

    def lines(self) -> tuple[str, ...]:
        """All of them, sorted."""
        return tuple(sorted(self._lines))
