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
SOURCE = "eng"
"""Most public data has it beside each of the others."""
Start = Annotated[str, typer.Option("--source", metavar="NAME", help="Which file is the source, without .txt.gz.")]
Rules = Annotated[bool, typer.Option("--rules-only", help="Ask no model.")]
Names = Annotated[
    list[str] | None, typer.Argument(metavar="[NAME]...", help="Files to measure; all, if none is named.")
]
Name = Annotated[str, typer.Argument(metavar="NAME", help="The other file, without .txt.gz.")]
Count = Annotated[int, typer.Option("--rows", help="Rows to check; the lines are taken again and again, numbered.")]
Longest = Annotated[int, typer.Option("--longest", help="Code points of the longest line that is timed.")]
Peers = Annotated[bool, typer.Option("--no-source", help="Declare no source: all versions are held equal.")]
Limit = Annotated[int | None, typer.Option("--limit", min=1, help="Take only so many documents.")]
Pairs = Annotated[Path, typer.Argument(metavar="FILE", help="A table of labelled pairs, parted by tabs.")]
Same = Annotated[str, typer.Option("--same", metavar="LABEL", help="The label of pairs that say the same.")]
Folders = Annotated[
    list[Path],
    typer.Argument(metavar="FOLDER...", help="Document sets with gold.json, or LANG.txt.gz files of matching lines."),
]
AnsweredSets = Annotated[list[Path], typer.Argument(metavar="FOLDER...", help="Document sets with gold.json.")]
Sets = Annotated[
    list[Path], typer.Argument(metavar="PATH...", help="Documents, or folders of documents or of LANG.txt.gz files.")
]
Codes = Annotated[list[str] | None, typer.Argument(metavar="[LANG]...", help="Languages; all, if none is named.")]
Values = Annotated[int, typer.Option("--count", min=1, help="Values of each kind to write in each language.")]
Several = Annotated[
    list[str] | None, typer.Option("--name", metavar="NAME", help="A file of lines to measure; all, if none is named.")
]
AsKnots = Annotated[bool, typer.Option("--knots", help="Print the file of checker/trust that follows from it.")]
Draw = Annotated[int, typer.Option("--seed", metavar="N", help="Another one changes other facts (13).")]
Show = Annotated[bool, typer.Option("--failures", help="List what failed.")]


@benchmark.callback(invoke_without_command=True)
def _benchmark(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        console.say(context.get_help() + "\n")
        raise typer.Exit(FAILED)


@benchmark.command()
def pairs(folder: Folder, names: Names = None, *, source: Start = SOURCE, rules_only: Rules = False) -> None:
    """False alarms on sound translations, and drifts found after one fact of the source is changed."""
    from checker.benchmarks import pairs as measuring
    from checker.datafiles import SUFFIX, language
    from checker.datafiles import names as names_in
    from checker.languages import codes

    known = names_in(folder)
    missing = {source, *(names or ())} - known
    if missing:
        raise InputError(f"{folder}: no {min(missing)}{SUFFIX}; there are {', '.join(sorted(known)) or 'none'}")
    wanted = {name: language(name, codes()) for name in names or sorted(known - {source})}
    settings = Settings(source=language(source), rules_only=rules_only)
    with _signed(settings):
        results = []
        with console.progress(quiet=False) as progress:
            for number, result in enumerate(measuring.measure(folder, source, wanted, settings)):
                if progress:
                    progress("languages", number, len(wanted))
                results.append(result)
        console.say(measuring.table(results))


@benchmark.command("documents")
def whole_documents(
    folder: Folder,
    names: Names = None,
    *,
    source: Start = SOURCE,
    peers: Peers = False,
    limit: Limit = None,
    rules_only: Rules = False,
    failures: Show = False,
) -> None:
    """Claims of dropped sentences reported missing, and other alarms, in documents put together from lines and edited.

    Beside the files of lines stands documents.txt, which gives the document of each line.
    """
    from checker.benchmarks import documents as measuring
    from checker.datafiles import SUFFIX, language
    from checker.datafiles import names as names_in
    from checker.languages import codes

    others = names or sorted(names_in(folder) - {source})
    if not others:
        raise InputError(f"{folder}: no versions beside {source}{SUFFIX}")
    settings = Settings(source=None if peers else language(source, codes()), rules_only=rules_only)
    with _signed(settings), console.progress(quiet=False) as progress:
        results = measuring.measure(measuring.cases(folder, [source, *others], settings, limit=limit), progress)
    if failures:
        console.say("".join(f"{line}\n" for result in results.values() for line in result.failures))
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
def meaning(
    file: Pairs, *, same: Same = "no_meaning_difference", rules_only: Rules = False, model: options.Model = None
) -> None:
    """How often the drift score of a pair that differs in meaning is higher than that of one that does not."""
    from checker.benchmarks import meaning as measuring
    from checker.nli import load
    from checker.nli.bundled import Bundled

    pairs_of_texts = measuring.read(file)
    settings = Settings(rules_only=rules_only, model=model, cache=False)
    judge = None if rules_only else load(model).judge
    with _signed(settings):
        with console.progress(quiet=False) as progress:
            scored = list(measuring.measure(pairs_of_texts, settings, judge, Bundled().cover, progress))
        console.say(measuring.table(scored, same))


@benchmark.command()
def reliability(
    folders: Folders,
    *,
    names: Several = None,
    source: Start = SOURCE,
    rules_only: Rules = False,
    seed: Draw = 13,
    as_knots: AsKnots = False,
) -> None:
    """How many findings of each confidence are right, in document sets with answers and in changed translations."""
    from checker.benchmarks import reliability as measuring
    from checker.benchmarks.answers import GOLD
    from checker.datafiles import names as names_in

    settings = Settings(rules_only=rules_only)
    graded: list[measuring.Graded] = []
    with _signed(settings):
        with console.progress(quiet=False) as progress:
            for number, folder in enumerate(folders):
                if progress:
                    progress(str(folder), number, len(folders))
                if (folder / GOLD).is_file():
                    graded += measuring.documents(folder, settings)
                    continue
                known = names_in(folder) - {source}
                graded += measuring.translations(folder, source, names or sorted(known), settings, seed)
        console.say(measuring.knots(graded) if as_knots else measuring.table(graded))


@benchmark.command()
def thresholds(sets: AnsweredSets, *, rules_only: Rules = False) -> None:
    """Each threshold as all sets but one would choose it, and what that gives on the set that was left out."""
    from checker.benchmarks import thresholds as measuring

    settings = Settings(rules_only=rules_only)
    with _signed(settings):
        with console.progress(quiet=False) as progress:
            found = measuring.measure(sets, settings, progress)
        console.say(measuring.table(found))


@benchmark.command()
def speed(
    folder: Folder, name: Name, *, source: Start = SOURCE, count: Count = 20_000, longest: Longest = 2_000_000
) -> None:
    """Rows and sentences a second, by rules only, and how time grows with the length of a line."""
    from checker.benchmarks import timing
    from checker.datafiles import SUFFIX, language, lines

    codes = language(source), language(name)
    texts = lines(folder / (source + SUFFIX)), lines(folder / (name + SUFFIX))
    with _signed(Settings(source=codes[0], rules_only=True)):
        console.say(timing.table(texts, codes, count, longest))


@benchmark.command()
def written(codes: Codes = None, *, count: Values = 100, seed: Draw = 13, failures: Show = False) -> None:
    """Numbers and dates that CLDR's rules write in each language, in digits and words: how many are read back."""
    from checker.benchmarks import written as measuring
    from checker.languages import codes as every

    with _signed(Settings(rules_only=True)):
        with console.progress(quiet=False) as progress:
            found = measuring.measure(codes or every(), count, seed, progress)
        if failures:
            console.say("".join(f"{line}\n" for line in measuring.failed(found)))
        console.say(measuring.table(found))


@benchmark.command()
def digits(paths: Sets) -> None:
    """Where every run of digits ends: in a claim, or nowhere for a reason; none may be lost unseen."""
    from checker.benchmarks import digits as measuring

    settings = Settings(rules_only=True)
    with _signed(settings):
        with console.progress(quiet=False) as progress:
            found = measuring.measure([str(path) for path in paths], settings, progress)
        console.say(measuring.table(found))
    if any(each.lost for each in found.values()):
        raise typer.Exit(FAILED)


@benchmark.command()
def model(folder: Folder, names: Names = None, *, source: Start = SOURCE) -> None:
    """Speed of the bundled model, beside a cross-encoder of twelve layers on the same pairs."""
    from checker.benchmarks import model_speed
    from checker.datafiles import SUFFIX
    from checker.datafiles import names as names_in

    chosen = names or sorted(names_in(folder) - {source})
    pairs_of_claims = model_speed.claim_pairs(folder, source, chosen)
    if not pairs_of_claims:
        raise InputError(f"{folder}: no line of {source}{SUFFIX} and its translations makes a claim")
    console.say(model_speed.table(model_speed.measure(pairs_of_claims)))


def _said(numbers: tuple[object, ...]) -> str:
    return f"[{', '.join(map(str, numbers))}]"


@contextmanager
def _signed(settings: Settings) -> Iterator[None]:
    from checker.nli import load
    from checker.signature import signature

    console.say(signature(settings, None if settings.rules_only else load(settings.model)) + "\n")
    yield
