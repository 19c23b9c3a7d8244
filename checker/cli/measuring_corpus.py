"""`checker benchmark corpus`: how fast whole corpora are checked, and whether a killed run loses anything."""

import tempfile
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from checker import console
from checker.cli.measuring import SOURCE, Draw, Folder, Start
from checker.errors import InputError

if TYPE_CHECKING:
    from checker.benchmarks.corpus import Pair, Texts

    Pairs = Iterator[tuple[str, Pair]]


class Part(StrEnum):
    """What is measured."""

    WORKERS = "workers"
    RAY = "ray"
    MODEL = "model"
    FORMATS = "formats"
    KILLS = "kills"
    BESIDE = "beside"


Names = Annotated[list[str] | None, typer.Argument(metavar="[NAME]...", help="Files to take; all, if none is named.")]
Parts = Annotated[
    list[Part] | None, typer.Option("--part", help="What to measure; may be given several times (workers, kills).")
]
Count = Annotated[int, typer.Option("--rows", min=1, help="Rows of workers, ray and kills.")]
Numbered = Annotated[bool, typer.Option("--numbered", help="End each line with a number; as they are unless said.")]
Kills = Annotated[int, typer.Option("--kills", min=1, help="How many times a run is killed.")]
Pofilter = Annotated[
    Path | None, typer.Option("--pofilter", metavar="FILE", help="The program to run beside ours, with --part beside.")
]


def corpus(
    folder: Folder,
    names: Names = None,
    *,
    source: Start = SOURCE,
    part: Parts = None,
    rows: Count = 100_000,
    numbered: Numbered = False,
    kills: Kills = 20,
    pofilter: Pofilter = None,
    seed: Draw = 13,
) -> None:
    """Whole corpora by `checker corpus`: rows a second, processor time, memory; the same bytes however it is run."""
    from checker.benchmarks import corpus as measuring
    from checker.datafiles import SUFFIX
    from checker.datafiles import names as names_in
    from checker.languages import codes

    others = names or sorted(names_in(folder) - {source})
    if not others:
        raise InputError(f"{folder}: no versions beside {source}{SUFFIX}")
    texts = measuring.Texts.of(folder, source, others, codes())
    parts: dict[Part, Callable[[Path], Iterator[str]]] = {
        Part.WORKERS: lambda where: _workers(texts, texts.many(rows, numbered), where),
        Part.RAY: lambda where: _ray(texts, texts.many(rows, numbered), where),
        Part.MODEL: lambda where: _model(texts, where),
        Part.FORMATS: lambda where: _formats(texts, numbered, where),
        Part.KILLS: lambda where: _kills(texts, texts.many(rows, numbered), (kills, seed), where),
        Part.BESIDE: lambda where: _beside(texts, pofilter, where),
    }
    for each in part or (Part.WORKERS, Part.KILLS):
        with tempfile.TemporaryDirectory() as name:
            for line in parts[each](Path(name)):
                console.say(line)


def _workers(texts: "Texts", pairs: "Pairs", folder: Path) -> Iterator[str]:
    from checker.benchmarks.corpus import at_once, rows, run, told

    file = folder / "rows.jsonl"
    total = rows(file, texts.source, pairs)
    took: dict[int, list[float]] = {1: [], 2: []}
    for workers in (1, 2, 1, 2):  # other work only ever slows one down: of two measures the shorter is nearer
        ran = run(file, texts.source, folder / f"{workers}.jsonl", "--rules-only", "--workers", str(workers))
        took[workers].append(ran.seconds)
        yield told(f"rules only, {workers} worker{'s' if workers > 1 else ''}", total, ran)
    one, two = min(took[1]), min(took[2])
    same = _same(*((folder / f"{workers}.jsonl").read_bytes() for workers in took))
    yield f"two against one: {one / two:.2f} times as fast, {same}\n"
    most = 2 * one / at_once(file, texts.source, folder)
    yield f"two runs of one worker each at once: {most:.2f} times as fast, which is what the processors give\n"


def _ray(texts: "Texts", pairs: "Pairs", folder: Path) -> Iterator[str]:
    from checker.benchmarks.corpus import rows
    from checker.benchmarks.pace import paced

    file = folder / "rows.jsonl"
    total = rows(file, texts.source, pairs)
    local, ray = (paced(file, texts.source, folder / engine, total, engine, workers=2) for engine in ("local", "ray"))
    for engine, pace in (("local", local), ("ray", ray)):
        yield (
            f"rules only, 2 workers, {engine:<5} {pace.rows:>9,} rows {pace.seconds:8.1f} s with the start;"
            f" without it {pace.rate:8,.0f} /s {pace.cost:6.2f} CPU s/1000\n"
        )
    yield f"  {_same((folder / 'local').read_bytes(), (folder / 'ray').read_bytes())}\n"
    with_start, without = local.seconds / ray.seconds, ray.rate / max(local.rate, 1e-9)
    yield f"ray against local: {with_start:.2f} of its rate with the start, {without:.2f} without it"
    yield f" ({local.cost / max(ray.cost, 1e-9):.2f} by processor time)\n"


def _model(texts: "Texts", folder: Path) -> Iterator[str]:
    import os

    from checker.benchmarks.corpus import rows, run, told

    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    file, made = folder / "rows.jsonl", []
    total = rows(file, texts.source, texts.pairs())
    for state in ("cold", "warm"):
        output = folder / f"{state}.jsonl"
        ran = run(file, texts.source, output)
        made.append(output.read_bytes())
        yield told(f"with the model, {state}", total, ran)
    yield f"cold and warm: {_same(*made)}\n"


def _formats(texts: "Texts", numbered: bool, folder: Path) -> Iterator[str]:
    from checker.benchmarks.corpus import po, run, told, xliff

    code = next(iter(texts.others))
    mine = (pair for other, pair in texts.many(10**9, numbered) if other == code)
    entries = po(folder / "a.po", code, (pair for pair, _ in zip(mine, range(100_000), strict=False)))
    yield told("PO, rules only", entries, run(folder / "a.po", texts.source, folder / "o", "--rules-only"))
    units = xliff(folder / "a.xlf", texts.source, code, mine, 50 << 20)
    yield told("XLIFF of 50 MiB, rules only", units, run(folder / "a.xlf", texts.source, folder / "o", "--rules-only"))


def _kills(texts: "Texts", pairs: "Pairs", draw: tuple[int, int], folder: Path) -> Iterator[str]:
    from checker.benchmarks.corpus import kills, rows

    file = folder / "rows.jsonl"
    total = rows(file, texts.source, pairs)
    killed, same = kills(file, texts.source, folder, *draw)
    yield f"{total:,} rows, killed {killed} times and gone on: {'the same bytes' if same else 'OTHER BYTES'}\n"


def _beside(texts: "Texts", pofilter: Path | None, folder: Path) -> Iterator[str]:
    from checker.benchmarks.corpus import po, rows, run, told
    from checker.benchmarks.running import watched
    from checker.errors import UsageError

    if pofilter is None:
        raise UsageError("--part beside: say with --pofilter where that program is; it is not part of this one")
    file, output = folder / "rows.jsonl", folder / "o.jsonl"
    total = rows(file, texts.source, texts.pairs())
    yield told("ours, rules only", total, run(file, texts.source, output, "--rules-only"))
    yield f"  findings above a note: {_flagged(output):,} rows\n"
    given, found = folder / "given", folder / "found"
    given.mkdir()
    for code, other in texts.others.items():
        pairs = ((str(n), *both) for n, both in enumerate(zip(texts.first, other, strict=True)))
        po(given / f"{code}.po", code, iter(pairs))
    yield told("pofilter -t numbers", total, watched([str(pofilter), "-t", "numbers", str(given), str(found)]))
    count = sum(text.count("\nmsgctxt ") for text in (path.read_text("utf-8") for path in found.rglob("*.po")))
    yield f"  findings: {count:,} rows\n"


def _flagged(output: Path) -> int:
    import json

    findings = (json.loads(line) for line in output.open(encoding="utf-8"))
    return len({finding["row"] for finding in findings if finding["level"] != "note"})


def _same(one: bytes, other: bytes) -> str:
    return f"the same {len(one):,} bytes" if one == other else "OTHER BYTES"
