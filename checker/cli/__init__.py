"""The command line; its commands stand beside this file.

Exit codes: 0 checked, nothing at or above `--fail-on`; 1 drift found; 2 could not check, or not all of it.
`CHECKER_DEBUG=1` shows the traceback of an internal error.
"""

import gc
import os
import sys
from typing import Any, NoReturn

import typer

from checker import console, options
from checker.cli import checking, corpus, knowing, looking, measuring, measuring_corpus, starting, trying
from checker.cli.codes import CHECKED, FAILED, INTERRUPTED
from checker.cli.plain import Group
from checker.errors import CheckerError

DEBUG = "CHECKER_DEBUG"
_PYDANTIC = "Value error, "
"""What typer's library puts before a refusal."""


class _InternalError(Exception):
    """What typer would take for a closed pipe or an abort and answer with 1; the cause is what happened."""


class _Commands(Group):
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


app.add_typer(checking.app)
app.add_typer(corpus.app)
app.add_typer(trying.app)
app.add_typer(knowing.app)
app.add_typer(starting.app)
app.add_typer(looking.app)
measuring.benchmark.command()(measuring_corpus.corpus)
app.add_typer(measuring.app)


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


_MANY = 200_000
"""Objects after which cycles are looked for: a check keeps most of what it makes, and looking costs a sixth of it."""


def main() -> None:
    """The console script."""
    gc.set_threshold(_MANY)
    code = run(sys.argv[1:])
    gc.freeze()  # what is left ends with the process: nobody need look for cycles in it
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Runs a command line and gives its exit code; what goes wrong is one line on standard error."""
    try:
        if arguments == ["--version"]:  # typer would load pydantic for it, a tenth of a second
            _version()
        code: object = app(arguments, prog_name="checker", standalone_mode=False)
    except SystemExit:  # no end of ours: typer at a broken pipe, with 1, or a library, perhaps with 0
        return FAILED
    except typer.Exit as done:
        return done.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BaseException as error:  # noqa: BLE001 - the last line of defence: any error is exit 2, never 0 or 1
        code = _failure(error)
    return code if isinstance(code, int) else CHECKED


def _failure(error: BaseException) -> int:
    """One line for the error; an internal one says how to see its traceback."""
    refusal = getattr(error, "format_message", None)
    if isinstance(error, CheckerError):
        console.complain([str(error)])
    elif callable(refusal):
        console.complain([f"{str(refusal()).replace(_PYDANTIC, '').rstrip('.')}; see checker --help"])
    else:
        cause = error.__cause__ or error if isinstance(error, _InternalError) else error
        if os.environ.get(DEBUG):
            import traceback

            sys.stderr.write("".join(traceback.format_exception(cause)))
        hint = "" if os.environ.get(DEBUG) else f"; {DEBUG}=1 shows where, please report it"
        console.complain([f"internal error: {type(cause).__name__}: {cause}{hint}"])
    return FAILED


def _version() -> NoReturn:
    import checker

    console.say(f"checker {checker.__version__}\n")
    raise typer.Exit(CHECKED)
