"""`checker selftest`: what a green build is worth."""

from pathlib import Path
from typing import Annotated

import typer

from checker import console, options
from checker.cli.codes import CHECKED, FAILED
from checker.cli.formats import file as file_of
from checker.cli.shared import chosen
from checker.options import Form, When

app = typer.Typer()

Limit = Annotated[int, typer.Option("--limit", min=1, metavar="N", help="Drifts of each rule in each language (10).")]
Seed = Annotated[int, typer.Option("--seed", metavar="N", help="Another one plants other drifts (1).")]
Resume = Annotated[
    Path | None, typer.Option("--resume", metavar="FILE", help="Keep what is done there, and go on with it.")
]
Table = Annotated[Form, typer.Option("--format", "-f", help="text or json.")]


@app.command()
def selftest(
    paths: options.Paths = None,
    *,
    source: options.Source = None,
    limit: Limit = 10,
    seed: Seed = 1,
    resume: Resume = None,
    format_: Table = Form.TEXT,
    output: options.Output = None,
    rules_only: options.RulesOnly = None,
    model: options.Model = None,
    config: options.Config = None,
    color: options.Color = When.AUTO,
    quiet: options.Quiet = False,
) -> None:
    """Plant known drifts in documents of yours, in memory, and count those that a check would catch."""
    from checker import selftest as testing
    from checker.output import opened
    from checker.selftest import table

    settings = chosen(config, paths, source=source, rules_only=rules_only, model=model)
    file = file_of(output)
    with opened(file) as write:
        with console.progress(quiet) as progress:
            result = testing.run(paths or (), settings, limit=limit, seed=seed, state=resume, progress=progress)
        console.complain(result.errors)
        code = FAILED if result.errors else CHECKED
        write(table.json(result) if format_ is Form.JSON else table.text(result, console.page(file, color, code)))
    raise typer.Exit(code)
