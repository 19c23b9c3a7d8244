"""Checks again whenever a file changes (`--watch`), until somebody presses Ctrl-C.

Files are looked at, not listened to: that works on every system and over a network, and a look at some thousand files
takes some hundredths of a second. Only the sets whose files changed are checked again.
"""

import os
import time
from collections.abc import Callable, Iterator, Sequence

from checker.errors import CheckerError
from checker.sets import Memory

PAUSE = 0.5
"""Seconds between two looks."""

State = frozenset[tuple[str, int, int]]
Check = Callable[[Memory], int]
"""Checks and reports, and gives the exit code."""


def watched(
    paths: Sequence[str],
    check: Check,
    say: Callable[[str], None],
    wait: Callable[[float], None] = time.sleep,
) -> int:
    """Checks now and after each change; the exit code of the last check, when it is interrupted.

    What can't be checked, a settings file or a document that is being written, is told, and the next change awaited.
    """
    memory: Memory = {}
    code = 0
    try:
        while True:
            before = state(paths)
            try:
                code = check(memory)
            except CheckerError as error:
                say(str(error))
                code = 2
            say("watching for changes; Ctrl-C ends it")
            _await_change(paths, before, wait)
    except KeyboardInterrupt:
        say("ended")
        return code


def state(paths: Sequence[str]) -> State:
    """Path, time of change and size of every file under the paths, but not of hidden folders."""
    return frozenset(found for path in paths for found in _files(path))


def _await_change(paths: Sequence[str], before: State, wait: Callable[[float], None]) -> None:
    """Returns when the files differ from before and have come to rest."""
    seen = before
    while True:
        wait(PAUSE)
        now = state(paths)
        if now == seen and now != before:
            return
        seen = now


def _files(path: str) -> Iterator[tuple[str, int, int]]:
    try:
        status = os.stat(path)  # noqa: PTH116 - some thousand paths, twice a second
        if not os.path.isdir(path):  # noqa: PTH112
            yield path, status.st_mtime_ns, status.st_size
            return
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    yield from _files(entry.path)
                else:
                    found = entry.stat()
                    yield entry.path, found.st_mtime_ns, found.st_size
    except OSError:  # a file that has just gone: the next look shows it
        return
