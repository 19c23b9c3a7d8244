"""The commands that check texts: arguments → settings → pipeline → reporter → exit code, nothing else."""

import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import typer

from checker import console, options
from checker.cli.codes import CHECKED, ended
from checker.cli.formats import file as file_of
from checker.cli.formats import targets
from checker.cli.plain import Command
from checker.cli.shared import chosen, tell
from checker.errors import UsageError
from checker.options import Form, When

if TYPE_CHECKING:
    from checker.cli.formats import Target
    from checker.model import Report
    from checker.sets import Memory
    from checker.settings import Settings

STDIN = "-"

app = typer.Typer()


@app.command(cls=Command)
def check(
    paths: options.Paths = None,
    *,
    source: options.Source = None,
    format_: options.Formats = None,
    output: options.Outputs = None,
    fail_on: options.Fail = None,
    rules_only: options.RulesOnly = None,
    since: options.Since = None,
    baseline: options.Baseline = None,
    forbid_ignores: options.ForbidIgnores = False,
    watch: options.Watch = False,
    explain: options.Explain = None,
    model: options.Model = None,
    cache: options.Cache = None,
    config: options.Config = None,
    color: options.Color = When.AUTO,
    verbose: options.Verbose = False,
    quiet: options.Quiet = False,
) -> None:
    """Check the language versions found under PATH."""
    from checker.history import blame
    from checker.output import opened
    from checker.pipeline import check as run
    from checker.processors import available
    from checker.reporters import load as load_format

    wanted = [(load_format(form), file, form) for form, file in targets(format_, output)]
    settings = chosen(
        config,
        paths,
        source=source,
        fail_on=fail_on,
        rules_only=rules_only,
        model=model,
        cache=cache,
        baseline=None if baseline is None else str(baseline),
    )
    if explain is not None:
        _explain(paths or (), explain, settings, targets(format_, output), color)
        raise typer.Exit(CHECKED)

    def once(memory: "Memory | None" = None) -> int:
        with ExitStack() as stack:
            writers = [stack.enter_context(opened(file)) for _, file, _ in wanted]
            with console.progress(quiet) as progress:
                report = run(
                    paths or (),
                    settings,
                    progress,
                    workers=available(),
                    since=since,
                    forbid_ignores=forbid_ignores,
                    memory=memory,
                    blame=blame if settings.history else None,
                )
            tell(report, verbose=verbose, quiet=quiet)
            code = ended(bool(report.errors), settings.fail_on.reached(it.level for it in report.findings))
            for (render, file, _), write in zip(wanted, writers, strict=True):
                write(render(report, console.page(file, color, code)))
            if any(form == "github" for *_, form in wanted):
                _summarise(report)
        return code

    if not watch:
        raise typer.Exit(once())
    from checker.watch import watched

    raise typer.Exit(watched(paths or [os.curdir], once, console.announce))


@app.command(cls=Command)
def extract(
    file: options.Text = STDIN,
    lang: options.Lang = None,
    format_: options.OneForm = Form.TEXT,
    output: options.Output = None,
) -> None:
    """Show the claims of one text."""
    from checker import pages, single
    from checker.jsonform import mention_line
    from checker.output import opened

    language = _language(lang) if lang else None
    document = single.decoded(_stdin(), language) if file == STDIN else single.opened(Path(file), language)
    form = mention_line if format_ is Form.JSON else pages.mention
    with opened(file_of(output)) as write:
        write("".join(form(mention, location) for mention, location in single.mentions(document)))
    raise typer.Exit(CHECKED)


def _explain(paths: Sequence[str], claim: str, settings: "Settings", wanted: "Sequence[Target]", color: When) -> None:
    """Writes why the check says what it says of a claim."""
    from checker import why
    from checker.output import opened
    from checker.why import page

    if unknown := {form for form, _ in wanted} - set(Form):
        raise UsageError(f"--explain: unknown format {min(unknown)!r}; there are: {', '.join(Form)}")
    found = why.explain(paths, claim, settings)
    for form, file in wanted:
        with opened(file) as write:
            write(page.json(found) if form == Form.JSON else page.text(found, console.page(file, color, CHECKED)))


def _summarise(report: "Report") -> None:
    """Adds the report to the summary of the job, if there is one."""
    from checker.output import encoded
    from checker.reporters.github import SUMMARY, summary

    if path := os.environ.get(SUMMARY):
        try:
            with Path(path).open("ab") as job:
                job.write(encoded(summary(report)))
        except OSError as error:
            raise UsageError(f"{path}: cannot write: {error.strerror or error}; {SUMMARY} names it") from None


def _stdin() -> BinaryIO:
    return sys.stdin.buffer


def _language(code: str) -> str:
    from checker.settings import language_tag

    try:
        return language_tag(code)
    except ValueError as error:
        raise UsageError(f"--lang: {error}") from None
