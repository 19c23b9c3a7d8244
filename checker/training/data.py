"""Builds the training data: one JSON-lines file per source, held-out files beside them, and what they came from."""

import json
import random
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path

from checker.nli.bundle import sha256
from checker.training import examples, generic, made, negated, parallel, templates
from checker.training.examples import Example
from checker.training.recipe import Recipe

SOURCES = "sources.json"
CLAIMS = "claims"
"""The held-out pairs with a claim marked, enough of each language to tell them apart."""


def sentences(groups: Iterable[parallel.Group], rows: float) -> dict[str, list[str]]:
    """Short lines by language, to set around templates."""
    found: dict[str, list[str]] = {}
    for group in groups:
        for name, lines in group.lines.items():
            short = [line for line in lines[: int(rows * len(lines))] if 20 < len(line) < 160]
            found.setdefault(made.tag(name), []).extend(short)
    return found


def revisions(given: Iterable[Path]) -> dict[str, str]:
    """The SHA-256 of every data file among files and in folders, by its path below the parent of what was given."""
    return {
        path.relative_to(each.parent).as_posix(): sha256(path)
        for each in given
        for path in ([each] if each.is_file() else sorted(each.rglob("*.gz")))
    }


def record(out: Path, given: Iterable[Path], counts: Mapping[str, int]) -> None:
    """Adds to what is known of the data in `out`: the files that it was made from, and how many examples each has."""
    path = out / SOURCES
    known = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {"sources": {}, "examples": {}}
    known["sources"] |= revisions(given)
    known["examples"] |= counts
    path.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def training(nli: Path, groups: list[parallel.Group], recipe: Recipe) -> Mapping[str, Iterable[Example]]:
    """The sources to train on, by name."""
    plan, seed = recipe.made, recipe.plan["seed"]
    sources = {path.name.split(".")[0]: generic.pairs(path) for path in sorted(nli.glob("*.jsonl.gz"))}
    for folder in sorted(path for path in nli.iterdir() if path.is_dir()):
        sources[folder.name] = generic.tables(folder, plan["tables"], seed)
    marked = {name: list(rows) for name, rows in claims(groups, recipe).items()}
    unmarked = made.unmarked(chain(*marked.values()))
    without = negated.pairs(groups, plan["negated"], seed, (0, plan["rows"]), _left_out(groups, recipe))
    return {**sources, **marked, "unmarked": unmarked, "negated": without}


def without_held(groups: Iterable[parallel.Group], recipe: Recipe) -> list[parallel.Group]:
    """The groups without the languages that are held out."""
    given = list(groups)
    out = _left_out(given, recipe)
    return [replace(each, lines={name: each.lines[name] for name in each.lines if name not in out}) for each in given]


def _left_out(groups: list[parallel.Group], recipe: Recipe) -> list[str]:
    """The files of the languages that are held out."""
    return [name for group in groups for name in group.lines if made.tag(name) in recipe.languages]


def claims(groups: list[parallel.Group], recipe: Recipe) -> dict[str, Iterable[Example]]:
    """The pairs that are made with a claim marked in them, by name."""
    plan, seed, known = recipe.made, recipe.plan["seed"], templates.load()
    maker = templates.Maker(
        known,
        sentences(groups, plan["rows"]),
        random.Random(seed + 4),
        [code for code in known if code not in recipe.languages],
        [family for family in _families(known) if family not in recipe.families],
    )
    return {
        "made": made.pairs(
            groups,
            plan["pairs"],
            seed,
            (0, plan["rows"]),
            _left_out(groups, recipe),
            plan["anew"],
            plan["subjects"],
        ),
        "template": templates.pairs(maker, plan["templates"]),
    }


def held_out(groups: list[parallel.Group], recipe: Recipe, count: int = 1500) -> Mapping[str, Iterable[Example]]:
    """What is kept from training: rows, languages and families of its own."""
    known, rows = templates.load(), recipe.made["rows"]
    lines = sentences(groups, rows)
    usual = [code for code in known if code not in recipe.languages]
    others = [family for family in _families(known) if family not in recipe.families]
    widest = [max(groups, key=lambda group: len(group.lines))]
    many = made.pairs(widest, 13 * count, 2, (rows, 1))
    return {
        "made": made.pairs(widest, 2 * count, 2, (rows, 1)),
        CLAIMS: (example for example in many if example.marked),
        "unmarked": made.unmarked(made.pairs(widest, 2 * count, 3, (rows, 1))),
        "template_families": templates.pairs(
            templates.Maker(known, lines, random.Random(6), usual, recipe.families), count
        ),
        "template_languages": templates.pairs(
            templates.Maker(known, lines, random.Random(7), recipe.languages, others), count
        ),
    }


def _families(known: Mapping[str, templates.Language]) -> list[str]:
    return sorted(set(chain.from_iterable(language.claims for language in known.values())))


def build(nli: Path, texts: list[Path], recipe: Recipe, out: Path) -> dict[str, int]:
    """Writes `train/*.jsonl`, `held/*.jsonl` and the revisions; returns how many examples each file has."""
    groups = parallel.groups(texts)
    counts = {}
    for part, sources in (("train", training(nli, groups, recipe)), ("held", held_out(groups, recipe))):
        for name, rows in sources.items():
            counts[f"{part}/{name}"] = examples.write(out / part / f"{name}.jsonl", rows)
    (out / SOURCES).unlink(missing_ok=True)
    record(out, [nli, *texts], counts)
    return counts
