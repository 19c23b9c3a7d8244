"""What the commands that check documents share: the settings they run by, and what they say beside a report."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from checker import console
from checker.errors import UsageError

if TYPE_CHECKING:
    from checker.model import Report
    from checker.settings import Overrides, Settings


def chosen(config: Path | None, paths: Sequence[str] | None, **over: "Unpack[Overrides]") -> "Settings":
    """The settings of the file with what the command line says over them; raises where neither names documents."""
    from checker.settings import load, override

    settings = override(load(config), **over)
    if not paths and not settings.paths:
        raise UsageError(
            "no PATH and no settings that name paths; give a folder, or let checker init write checker.toml"
        )
    return settings


def tell(report: "Report", *, verbose: bool = False, quiet: bool = False) -> None:
    """What there is to say beside a report, on standard error."""
    from checker.pages import details

    if verbose:
        console.complain(details(report))
    if not quiet:
        console.complain(f"note: {note}" for note in report.notes)
    console.complain(report.errors)
