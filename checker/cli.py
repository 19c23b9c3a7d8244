"""The command line: arguments → settings → pipeline → reporter → exit code, nothing else.

Exit codes: 0 checked, nothing at or above `--fail-on`; 1 drift found; 2 could not check, or not all of it.
`CHECKER_DEBUG=1` shows the traceback of an internal error.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NoReturn

import typer
from typer.core import TyperGroup

from checker import console, options
from checker.errors import CheckerError, UsageError
from checker.options import Form, When

if TYPE_CHECKING:
    from checker.progress import Progress
    from checker.rows import Row

CHECKED, DRIFT, FAILED, INTERRUPTED = 0, 1, 2, 130
DEBUG = "CHECKER_DEBUG"
STDIN = "-"


class _InternalError(Exception):
    """What typer would take for a closed pipe or an abort and answer with 1; the cause is what happened."""


class _Commands(TyperGroup):
    def invoke(self, ctx: Any) -> object:
        try:
            return super().invoke(ctx)
        except (OSError, EOFError) as error:
            raise _InternalError from error


app = typer.Typer(
    cls=_Commands,
    name="checker",
    help="Finds numeric claims that drift between the language versions of a document.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def _start(
    context: typer.Context,
    version: options.Version = None,
) -> None:
    if version:
        _version()
    if context.invoked_subcommand is None:
        console.say(context.get_help() + "\n")
        raise typer.Exit(FAILED)


@app.command()
def check(
    paths: options.Paths,
    *,
    source: options.Source = None,
    format_: options.Format = "text",
    output: options.Output = None,
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

    render = load_format(format_)
    settings = override(load(config), source=source, fail_on=fail_on, rules_only=rules_only, model=model, cache=cache)
    file = _file(output)
    with opened(file) as write:
        with console.progress(quiet) as progress:
            report = run(paths, settings, progress)
        console.complain(() if quiet else (f"note: {note}" for note in report.notes))
        console.complain(report.errors)
        code = _code(bool(report.errors), settings.fail_on.reached(it.level for it in report.findings))
        write(render(report, console.page(file, color, code)))
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
    with opened(_file(output)) as write, console.progress(quiet) as progress:
        for result in check_rows(_counted(given, progress), settings):
            for message in result.errors:
                complain(message)
            reached = reached or settings.fail_on.reached(it.level for it in result.findings)
            if not all(write(line(result.id, finding)) for finding in result.findings):
                raise typer.Exit(FAILED)
    raise typer.Exit(_code(bool(errors), reached))


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
    with opened(_file(output)) as write:
        write("".join(form(mention, location) for mention, location in single.mentions(document)))
    raise typer.Exit(CHECKED)


@app.command()
def explain(
    rule: options.RuleName = None,
    markdown: options.Markdown = False,
) -> None:
    """Say what a rule means, with a bad and a good example."""
    from checker import pages, rules

    if rule is None:
        console.say(rules.book() if markdown else pages.rule_list(list(rules.pages()), console.width()))
        return
    chosen = rules.named(rule)
    color = console.colored(When.AUTO, None)
    console.say(rules.markdown(chosen) if markdown else pages.rule(chosen, console.width(), color))


@app.command()
def languages() -> None:
    """List the languages covered, and for which kinds of claim."""
    from checker.coverage import coverage
    from checker.pages import coverage_table

    with console.progress(quiet=False) as progress:
        rows = list(coverage(progress))
    console.say(coverage_table(rows))


def main() -> None:
    """The console script."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Runs a command line and gives its exit code; what goes wrong is one line on standard error."""
    try:
        if arguments == ["--version"]:  # typer would load pydantic for it, a tenth of a second
            _version()
        code: object = app(arguments, prog_name="checker", standalone_mode=False)
    except SystemExit as stop:  # typer ends so at a broken pipe, with 1, which would say that drift was found
        code = FAILED if stop.code == DRIFT else stop.code
    except typer.Exit as done:
        return done.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last line of defence: any error is exit 2, never 0 or 1
        code = _failure(error)
    return code if isinstance(code, int) else CHECKED


def _failure(error: Exception) -> int:
    """One line for the error; an internal one says how to see its traceback."""
    refusal = getattr(error, "format_message", None)
    if isinstance(error, CheckerError):
        console.complain([str(error)])
    elif callable(refusal):
        console.complain([f"{str(refusal()).rstrip('.')}; see checker --help"])
    else:
        cause = error.__cause__ or error if isinstance(error, _InternalError) else error
        if os.environ.get(DEBUG):
            import traceback

            sys.stderr.write("".join(traceback.format_exception(cause)))
        hint = "" if os.environ.get(DEBUG) else f"; {DEBUG}=1 shows where, please report it"
        console.complain([f"internal error: {type(cause).__name__}: {cause}{hint}"])
    return FAILED


def _code(failed: bool, drift: bool) -> int:
    return FAILED if failed else DRIFT if drift else CHECKED


def _version() -> NoReturn:
    import checker

    console.say(f"checker {checker.__version__}\n")
    raise typer.Exit(CHECKED)


def _file(output: Path | None) -> Path | None:
    return None if output is None or str(output) == STDIN else output


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
