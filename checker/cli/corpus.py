"""`checker corpus`: aligned segments, row by row."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker import console, options
from checker.cli.codes import FAILED, INTERRUPTED, ended
from checker.cli.formats import file as file_of
from checker.cli.plain import Command
from checker.errors import CheckerError, UsageError

if TYPE_CHECKING:
    from checker.corpus.given import Given
    from checker.corpus.summary import Summary
    from checker.progress import Progress

app = typer.Typer()

LINES, PARQUET = "json", "parquet"

File = Annotated[
    str | None,
    typer.Argument(
        metavar="FILE",
        help="JSON lines, Parquet, TMX, XLIFF or PO; - for JSON lines on standard input.",
        show_default=False,
    ),
]
Dataset = Annotated[
    str | None,
    typer.Option(
        "--dataset", metavar="PATH|NAME", help="Instead of FILE, what datasets loads here; nothing is fetched."
    ),
]
Split = Annotated[str | None, typer.Option("--split", metavar="NAME", help="Of a data set: test, or train[0:1000].")]
Column = Annotated[
    list[str] | None,
    typer.Option(
        "--column", metavar="LANG=COLUMN", help="A column of texts, dots lead into it; once for each language."
    ),
]
IdColumn = Annotated[str | None, typer.Option("--id-column", metavar="COLUMN", help="The column that names a row.")]
Format = Annotated[
    str, typer.Option("--format", "-f", metavar="NAME", help="json: a finding a line; parquet: a table, with --output.")
]
Workers = Annotated[
    int | None, typer.Option("--workers", min=1, metavar="N", help="Processes (one for each processor).")
]
EngineName = Annotated[str, typer.Option("--engine", metavar="NAME", help="local, or ray with its extra.")]
Address = Annotated[
    str | None, typer.Option("--ray-address", metavar="ADDRESS", help="A cluster; without it, Ray is started here.")
]
Gpus = Annotated[
    float, typer.Option("--ray-gpus", min=0, metavar="N", help="GPUs for each worker of Ray, or a share of one (0).")
]
Resume = Annotated[bool, typer.Option("--resume", help="Go on with a run into the same --output that was broken off.")]
SummaryFile = Annotated[
    Path | None, typer.Option("--summary", metavar="FILE", help="Write what it came to there, as JSON.")
]


@app.command(cls=Command)
def corpus(
    file: File = None,
    *,
    dataset: Dataset = None,
    split: Split = None,
    column: Column = None,
    id_column: IdColumn = None,
    source: options.Source = None,
    format_: Format = LINES,
    output: options.Output = None,
    resume: Resume = False,
    summary: SummaryFile = None,
    workers: Workers = None,
    engine: EngineName = "local",
    ray_address: Address = None,
    ray_gpus: Gpus = 0.0,
    fail_on: options.Fail = None,
    rules_only: options.RulesOnly = None,
    model: options.Model = None,
    cache: options.Cache = None,
    config: options.Config = None,
    quiet: options.Quiet = False,
) -> None:
    """Check aligned segments, row by row, streamed; findings are JSON lines."""
    from checker.corpus.journal import RefusedError, left
    from checker.corpus.run import GoneError, Plan, run
    from checker.corpus.table import parquet
    from checker.engines import Cluster
    from checker.model import Level
    from checker.opening import opened
    from checker.processors import available
    from checker.settings import load, override
    from checker.signature import signature

    if format_ not in (LINES, PARQUET):
        raise UsageError(f"unknown format {format_!r}; corpus writes JSON lines or a table: {LINES}, {PARQUET}")
    settings = override(load(config), source=source, fail_on=fail_on, rules_only=rules_only, model=model, cache=cache)
    given = _given(file, dataset, split, column or [], id_column, settings.source)
    signed = signature(settings, None if settings.rules_only else opened(settings))
    plan = Plan(
        engine,
        workers or available(),
        Cluster(ray_address, ray_gpus),
        file_of(output),
        resume,
        parquet if format_ == PARQUET else None,
    )
    with _summary(summary) as told, console.progress(quiet, counted=False) as progress:
        try:
            found = run(given, settings, signed, plan, console.announce, progress and Watch(progress))
        except GoneError:
            raise typer.Exit(FAILED) from None
        except KeyboardInterrupt:
            console.complain(["interrupted", *left(plan.target)])
            raise typer.Exit(INTERRUPTED) from None
        except CheckerError as error:
            console.complain([str(error), *([] if isinstance(error, RefusedError) else left(plan.target))])
            raise typer.Exit(FAILED) from None
        told(found, signed)
    if not quiet:
        console.complain(found.lines())
    reached = settings.fail_on.reached(map(Level, found.levels))
    raise typer.Exit(ended(found.broken > 0, reached))


def _given(
    file: str | None, dataset: str | None, split: str | None, columns: list[str], name: str | None, source: str | None
) -> "Given":
    from checker.corpus.given import Given
    from checker.rows import Columns

    if (file is None) == (dataset is None):
        raise UsageError("corpus takes a FILE of rows, or a data set by --dataset")
    if split is not None and dataset is None:
        raise UsageError("--split: is for --dataset")
    texts = dict(_column(each) for each in columns)
    return Given(dataset or file or "", dataset is not None, split, Columns(texts, name, source))


def _column(given: str) -> tuple[str, str]:
    from checker.settings import language_tag

    language, equals, column = given.partition("=")
    if not equals or not column:
        raise UsageError(f"--column {given}: write LANG=COLUMN, as in --column de=german")
    try:
        return language_tag(language), column
    except ValueError as error:
        raise UsageError(f"--column {given}: {error}") from None


@contextmanager
def _summary(path: Path | None) -> Iterator[Callable[["Summary", str], None]]:
    """Writes a summary into a file, which is tried before anything is done."""
    from checker.corpus.summary import document
    from checker.jsonform import dumped
    from checker.output import opened

    if path is None:
        yield lambda _found, _signature: None
        return
    with opened(path) as write:

        def told(found: "Summary", signature: str) -> None:
            write(dumped(document(found, signature), indent=2))

        yield told


class Watch:
    """Tells a progress how many rows were done, how fast, and how long the rest will take."""

    def __init__(self, progress: "Progress") -> None:
        self._progress = progress
        self._first: tuple[float, int, int] | None = None

    def __call__(self, rows: int, read: int, total: int) -> None:
        now = time.monotonic()
        if self._first is None:
            self._first = now, rows, read
        begin, first, start = self._first
        passed = max(now - begin, 1e-6)
        told = f"{rows:,} rows"
        if rows > first:
            told += f", {(rows - first) / passed:,.0f}/s"
        if start < read <= total:
            told += f", {_clock(passed * (total - read) / (read - start))} left"
        self._progress(told, read if total else 0, total)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
