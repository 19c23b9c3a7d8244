"""The two streams of a command line: what is said on them, how wide, in which colours."""

import os
import shutil
import sys
from collections.abc import Iterable
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from checker.options import When

if TYPE_CHECKING:
    from checker.progress import Progress
    from checker.reporters import Page

PIPED_WIDTH = 100
WIDEST, NARROWEST = 200, 60


def complain(messages: Iterable[str]) -> None:
    """Each message as one harmless line on standard error."""
    if lines := list(messages):
        from checker.terminal import parted, squeezed

        with suppress(BrokenPipeError):
            for message in lines:
                typer.echo(f"checker: {parted(squeezed(message).strip())}", err=True)


def announce(message: str) -> None:
    """One harmless line on standard error."""
    complain([message])


def say(text: str) -> None:
    from checker.output import opened

    with opened(None) as write:
        write(text)


def width() -> int:
    """The terminal's width within reason; a fixed one where there is no terminal."""
    if not sys.stdout.isatty():
        return PIPED_WIDTH
    return min(max(shutil.get_terminal_size((PIPED_WIDTH, 24)).columns, NARROWEST), WIDEST)


def colored(color: When, file: Path | None) -> bool:
    if color is not When.AUTO:
        return color is When.ALWAYS
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return file is None and sys.stdout.isatty() and not plain


def page(file: Path | None, color: When, code: int) -> "Page":
    from checker.reporters import Page

    terminal = file is None and sys.stdout.isatty()
    return Page(width() if terminal else PIPED_WIDTH, colored(color, file), terminal, code)


def progress(quiet: bool, *, counted: bool = True) -> AbstractContextManager["Progress | None"]:
    """A bar, where somebody looks; `counted` says whether it shows the numbers that it is told."""
    if quiet or not sys.stderr.isatty():
        return nullcontext()
    from checker.progress import Bar

    return Bar(counted=counted)
