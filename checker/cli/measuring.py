"""`checker benchmark`: measures the tool on data of yours; a table begins with the signature of what produced it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from checker import console, options
from checker.cli.codes import FAILED
from checker.errors import InputError
from checker.settings import Settings

app = typer.Typer()
benchmark = typer.Typer(help="Measure the tool on data of yours.")
app.add_typer(benchmark, name="benchmark")

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="LANG.txt.gz files whose lines match by number.")]
File = Annotated[Path, typer.Argument(metavar="FILE", help="JSON lines, gzipped or not.")]
Start = Annotated[str, typer.Option("--source", metavar="NAME", help="Which file is the source, without .txt.gz.")]
Rules = Annotated[bool, typer.Option("--rules-only", help="Ask no model.")]
Names = Annotated[
    list[str] | None, typer.Argument(metavar="[NAME]...", help="Files to measure; all, if none is named.")
]
Name = Annotated[str, typer.Argument(metavar="NAME", help="The other file, without .txt.gz.")]
Count = Annotated[int, typer.Option("--rows", help="Rows to check; the lines are taken again and again, numbered.")]
Show = Annotated[bool, typer.Option("--failures", help="List what failed.")]


@benchmark.callback(invoke_without_command=True)
def _benchmark(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        console.say(context.get_help() + "\n")
        raise typer.Exit(FAILED)


@benchmark.command()
def pairs(folder: Folder, names: Names = None, *, source: Start = "eng", rules_only: Rules = False) -> None:
    """False alarms on sound translations, and drifts found after one fact of the source is changed."""
    from checker.benchmarks import pairs as measuring
    from checker.datafiles import SUFFIX, language

    known = {path.name.removesuffix(SUFFIX) for path in folder.glob("*" + SUFFIX)}
    missing = {source, *(names or ())} - known
    if missing:
        raise InputError(f"{folder}: no {min(missing)}{SUFFIX}; there are {', '.join(sorted(known)) or 'none'}")
    wanted = {name: language(name) for name in names or sorted(known - {source})}
    settings = Settings(source=language(source), rules_only=rules_only)
    with _signed(settings):
        results = []
        with console.progress(quiet=False) as progress:
            for number, result in enumerate(measuring.measure(folder, source, wanted, settings)):
                if progress:
                    progress("languages", number, len(wanted))
                results.append(result)
        console.say(measuring.table(results))


@benchmark.command()
def errors(file: File, *, rules_only: Rules = False) -> None:
    """False alarms and drifts found in translations whose errors people have marked."""
    from checker.benchmarks import marked
    from checker.datafiles import objects

    settings = Settings(rules_only=rules_only)
    with _signed(settings):
        console.say(marked.table(marked.measure(marked.pairs(objects(file)), settings)))


@benchmark.command()
def cases(file: File, *, failures: Show = False) -> None:
    """Extraction cases passed: a text and the numbers that are to be found in it."""
    from checker.benchmarks import cases as measuring
    from checker.datafiles import objects

    with _signed(Settings(rules_only=True)):
        outcomes = list(measuring.measure(objects(file)))
        if failures:
            console.say(
                "".join(
                    f"{o.model} {o.language}: {o.text!r} {_said(o.wanted)} {_said(o.found)}\n"
                    for o in outcomes
                    if not o.passed
                )
            )
        console.say(measuring.table(outcomes))


@benchmark.command()
def nli(file: File, *, model: options.Model = None) -> None:
    """Accuracy of the entailment model on labelled pairs."""
    from checker.benchmarks import entailment
    from checker.datafiles import objects
    from checker.nli import load

    with _signed(Settings(model=model, cache=False)):
        console.say(entailment.table(entailment.measure(objects(file), load(model))))


@benchmark.command()
def speed(folder: Folder, name: Name, *, source: Start = "eng", count: Count = 20_000) -> None:
    """Rows and sentences a second, by rules only, and how time grows with the length of a line."""
    from checker.benchmarks import timing
    from checker.datafiles import SUFFIX, language, lines

    codes = language(source), language(name)
    texts = lines(folder / (source + SUFFIX)), lines(folder / (name + SUFFIX))
    with _signed(Settings(source=codes[0], rules_only=True)):
        console.say(timing.table(texts, codes, count))


@benchmark.command()
def model(folder: Folder, names: Names = None, *, source: Start = "eng") -> None:
    """Speed of the bundled model, beside a cross-encoder of twelve layers on the same pairs."""
    from checker.benchmarks import model_speed
    from checker.datafiles import SUFFIX

    chosen = names or sorted({path.name.removesuffix(SUFFIX) for path in folder.glob("*" + SUFFIX)} - {source})
    pairs_of_claims = model_speed.claim_pairs(folder, source, chosen)
    if not pairs_of_claims:
        raise InputError(f"{folder}: no line of {source}{SUFFIX} and its translations makes a claim")
    console.say(model_speed.table(model_speed.measure(pairs_of_claims)))


def _said(numbers: tuple[object, ...]) -> str:
    return f"[{', '.join(map(str, numbers))}]"


@contextmanager
def _signed(settings: Settings) -> Iterator[None]:
    from checker.nli import load
    from checker.pipeline import signature

    console.say(signature(settings, None if settings.rules_only else load(settings.model)) + "\n")
    yield
