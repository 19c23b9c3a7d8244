"""The command that makes a settings file."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from checker import console, options
from checker.cli.codes import CHECKED
from checker.errors import InputError, UsageError

if TYPE_CHECKING:
    from checker.survey import Survey

app = typer.Typer()


@app.command()
def init(*, force: options.Force = False) -> None:
    """Write checker.toml for the documents of this folder, and show what it would check."""
    from checker.output import opened
    from checker.settings import FILE, find
    from checker.settings.pages import starter
    from checker.survey import survey, told

    there = find(Path.cwd())
    if there is not None and there.parent == Path.cwd() and not force:
        raise UsageError(f"{there.name}: has settings already; --force writes {FILE} anew")
    made = survey()
    if not made.entries:
        why = made.missed or ("no document in two languages",)
        raise InputError(f"nothing to check here, so nothing is written: {'; '.join(why[:3])}")
    with opened(Path(FILE)) as write:
        write(starter(made.entries, made.exclude, made.source))
    console.say("".join(f"{line}\n" for line in _summary(made, told(made))))
    raise typer.Exit(CHECKED)


def _summary(made: "Survey", sets: list[str]) -> Iterator[str]:
    """What was found, what was not, and what to do next."""
    from checker.settings import FILE

    found = made.found.sets
    languages = sorted({version.language for one in found for version in one.versions})
    yield f"wrote {FILE}: {len(found)} document {'set' if len(found) == 1 else 'sets'} in {', '.join(languages)}"
    yield from (f"  {line}" for line in sets)
    yield f"source: {made.source or 'none'} ({made.why})"
    if made.exclude:
        yield f"not read, for git ignores it: {', '.join(made.exclude)}"
    for line in made.missed:
        yield f"not checked: {line.removesuffix(', not checked')}"
    yield "next: checker check"
