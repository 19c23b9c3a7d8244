"""The commands that check texts: arguments → settings → pipeline → reporter → exit code, nothing else."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import typer

from checker import console, options
from checker.cli.codes import CHECKED, FAILED, ended
from checker.cli.formats import file as file_of
from checker.cli.formats import targets
from checker.errors import UsageError
from checker.options import Form, When

if TYPE_CHECKING:
    from checker.model import Report
    from checker.progress import Progress
    from checker.rows import Row

STDIN = "-"

app = typer.Typer()


@app.command()
def check(
    paths: options.Paths,
    *,
    source: options.Source = None,
    format_: options.Formats = None,
    output: options.Outputs = None,
    fail_on: options.Fail = None,
    rules_only: options.RulesOnly = None,
    model: options.Model = None,
    cache: options.Cache = None,
    config: options.Config = None,
    color: options.Color = When.AUTO,
    quiet: options.Quiet = False,
) -> None:
    """Check the language versions found under PATH."""
    from checker.output import opened
    from checker.pipeline import check as run
    from checker.reporters import load as load_format
    from checker.settings import load, override

    wanted = [(load_format(form), file, form) for form, file in targets(format_, output)]
    settings = override(load(config), source=source, fail_on=fail_on, rules_only=rules_only, model=model, cache=cache)
    with ExitStack() as stack:
        writers = [stack.enter_context(opened(file)) for _, file, _ in wanted]
        with console.progress(quiet) as progress:
            report = run(paths, settings, progress)
        console.complain(() if quiet else (f"note: {note}" for note in report.notes))
        console.complain(report.errors)
        code = ended(bool(report.errors), settings.fail_on.reached(it.level for it in report.findings))
        for (render, file, _), write in zip(wanted, writers, strict=True):
            write(render(report, console.page(file, color, code)))
        if any(form == "github" for *_, form in wanted):
            _summarise(report)
    raise typer.Exit(code)


@app.command()
def corpus(
    file: options.Rows,
    *,
    source: options.Source = None,
    format_: options.RowFormat = "json",
    output: options.Output = None,
    fail_on: options.Fail = None,
    rules_only: options.RulesOnly = None,
    model: options.Model = None,
    cache: options.Cache = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> None:
    """Check aligned segments, row by row; findings are JSON lines."""
    from checker import rows
    from checker.output import opened
    from checker.pipeline import check_rows
    from checker.processors import available
    from checker.reporters.json import line
    from checker.settings import load, override

    if format_ != "json":
        raise UsageError(f"unknown format {format_!r}; corpus writes JSON lines: json")
    settings = override(load(config), source=source, fail_on=fail_on, rules_only=rules_only, model=model, cache=cache)
    errors: list[bool] = []
    reached = False

    def complain(message: str) -> None:
        errors[:] = [True]
        console.complain([message])

    given = rows.lines(_stdin(), "-", complain) if file == STDIN else rows.read(Path(file), complain)
    with opened(file_of(output)) as write, console.progress(quiet) as progress:
        for result in check_rows(_counted(given, progress), settings, available()):
            for message in result.errors:
                complain(message)
            reached = reached or settings.fail_on.reached(it.level for it in result.findings)
            if not all(write(line(result.id, finding)) for finding in result.findings):
                raise typer.Exit(FAILED)
    raise typer.Exit(ended(bool(errors), reached))


@app.command()
def extract(
    file: options.Text = STDIN,
    lang: options.Lang = None,
    format_: options.OneForm = Form.TEXT,
    output: options.Output = None,
) -> None:
    """Show the claims of one text."""
    from checker import pages, single
    from checker.output import opened
    from checker.reporters.json import mention_line

    language = _language(lang) if lang else None
    document = single.decoded(_stdin(), language) if file == STDIN else single.opened(Path(file), language)
    form = mention_line if format_ is Form.JSON else pages.mention
    with opened(file_of(output)) as write:
        write("".join(form(mention, location) for mention, location in single.mentions(document)))
    raise typer.Exit(CHECKED)


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


def _counted(given: "Iterable[Row]", progress: "Progress | None") -> "Iterator[Row]":
    for number, row in enumerate(given):
        if progress is not None:
            progress("rows", number, 0)
        yield row


def _language(code: str) -> str:
    from checker.settings import language_tag

    try:
        return language_tag(code)
    except ValueError as error:
        raise UsageError(f"--lang: {error}") from None
