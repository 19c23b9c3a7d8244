"""The commands of the baseline: findings that are known and not reported again."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker import console, options
from checker.cli.codes import CHECKED, FAILED
from checker.cli.shared import chosen, tell
from checker.errors import CheckerError

if TYPE_CHECKING:
    from checker.baseline import Known
    from checker.model import Report
    from checker.settings import Settings

app = typer.Typer()
baseline = typer.Typer(help="Keep the findings that are known in a file, so that only new ones are reported.")
app.add_typer(baseline, name="baseline")

File = Annotated[
    Path | None,
    typer.Option("--baseline", metavar="FILE", help="The file (that of the settings, else checker-baseline.json)."),
]
Shown = Annotated[Path | None, typer.Argument(metavar="FILE", help="The file, by default the same.")]


@baseline.callback(invoke_without_command=True)
def _baseline(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        console.say(context.get_help() + "\n")
        raise typer.Exit(FAILED)


@baseline.command()
def create(
    paths: options.Paths = None,
    *,
    file: File = None,
    source: options.Source = None,
    rules_only: options.RulesOnly = None,
    model: options.Model = None,
    cache: options.Cache = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> None:
    """Check, and write down everything that is found; reasons in a file that is there are kept."""
    from checker.baseline import load, made, match

    settings = chosen(config, paths, source=source, rules_only=rules_only, model=model, cache=cache)
    place = _place(file, settings)
    report = _checked(paths, settings, quiet)
    before = match(report, load(place) if place.exists() else (), os.path.exists)
    known = made(report.findings, before)
    _write(place, (*known, *before.kept))
    console.say(f"{place}: {_findings(len(known))} known\n")
    raise typer.Exit(CHECKED)


@baseline.command()
def prune(
    paths: options.Paths = None,
    *,
    file: File = None,
    source: options.Source = None,
    rules_only: options.RulesOnly = None,
    model: options.Model = None,
    cache: options.Cache = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> None:
    """Check, and drop the entries that no longer occur; nothing is added."""
    from checker.baseline import load, made, match

    settings = chosen(config, paths, source=source, rules_only=rules_only, model=model, cache=cache)
    place = _place(file, settings)
    known = load(place)
    report = _checked(paths, settings, quiet)
    found = match(report, known, os.path.exists)
    still = [it for it in report.findings if (it.fingerprint, it.location.path) in found.by]
    _write(place, (*made(still, found), *found.kept))
    console.say("".join(f"dropped: {_line(it)}\n" for it in found.gone))
    console.say(f"{place}: {_findings(len(found.gone))} dropped, {_findings(len(still) + len(found.kept))} known\n")
    raise typer.Exit(CHECKED)


@baseline.command()
def show(file: Shown = None, config: options.Config = None) -> None:
    """Print what is known, a line each."""
    from checker.baseline import load
    from checker.settings import load as settings_of

    place = _place(file, settings_of(config))
    known = load(place)
    console.say("".join(f"{_line(it)}\n" for it in known) + f"{_findings(len(known))} known\n")
    raise typer.Exit(CHECKED)


def _place(file: Path | None, settings: "Settings") -> Path:
    from checker.baseline import FILE

    return file or Path(settings.baseline or FILE)


def _checked(paths: list[str] | None, settings: "Settings", quiet: bool) -> "Report":
    """The report of everything, known or not; raises where a part could not be checked, which would be lost."""
    from dataclasses import replace

    from checker.pipeline import check
    from checker.processors import available

    with console.progress(quiet) as progress:
        report = check(paths or (), replace(settings, baseline=None), progress, workers=available())
    tell(report, quiet=quiet)
    if report.errors:
        raise CheckerError("not everything could be checked, so the baseline is left as it was")
    return report


def _write(place: Path, known: "tuple[Known, ...]") -> None:
    from checker.baseline import rendered
    from checker.output import opened

    with opened(place) as write:
        write(rendered(known))


def _findings(count: int) -> str:
    return "1 finding" if count == 1 else f"{count} findings"


def _line(known: "Known") -> str:
    from checker.terminal import parted, squeezed

    reason = f" ({known.reason})" if known.reason else ""
    return parted(squeezed(f"{known.path}: {known.rule}: {known.message}{reason}").strip())
