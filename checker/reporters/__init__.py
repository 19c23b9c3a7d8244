"""The output formats: one module each, `render(report, page) -> str`, a pure function.

A module in this folder is its registration (those that begin with `_` are helpers). `describe` and
`load` read the folder; an unknown name is answered with the names there are.
"""

import difflib
import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from checker.errors import UsageError

if TYPE_CHECKING:
    from checker.model import Report


@dataclass(frozen=True, slots=True)
class Page:
    """What a report is written on: how wide, whether in colour, whether to a terminal (which may reorder
    right-to-left text), and the exit code to name, if any."""

    width: int = 100
    color: bool = False
    terminal: bool = False
    exit_code: int | None = None


Render = Callable[["Report", Page], str]


def names() -> tuple[str, ...]:
    """The formats there are."""
    files = Path(__file__).parent.glob("*.py")
    return tuple(sorted(file.stem for file in files if not file.stem.startswith("_")))


def load(name: str) -> Render:
    """The renderer of a format; raises `UsageError` that names the formats there are."""
    known = names()
    if name not in known:
        close = difflib.get_close_matches(name, known, n=1)
        hint = f"did you mean {close[0]!r}? " if close else ""
        raise UsageError(f"unknown format {name!r}; {hint}there are: {', '.join(known)}")
    module = importlib.import_module(f"{__name__}.{name}")
    return cast("Render", module.render)
