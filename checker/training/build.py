"""The commands of `python -m checker.training`, step by step."""

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch

from checker.errors import InputError
from checker.model import LABELS
from checker.nli import Model, bundle, prose
from checker.nli.bundled import Bundled
from checker.nli.tokens import Tokenizer
from checker.training import align, data, examples, generic, made, parallel, shipped, taught, templates
from checker.training import base as bases
from checker.training import encoder as encoders
from checker.training import evaluate as measuring
from checker.training import export as exporting
from checker.training import train as training
from checker.training import weigh as fitting
from checker.training.examples import Example
from checker.training.network import Lower, Upper
from checker.training.recipe import CLAIMS, PROSE, Recipe, Teaching

_EACH = 400
"""Pairs of each source that a temperature is found on."""
_LEANINGS = tuple(step / 10 for step in range(16))
"""What the logit of entailment may gain."""
GRAPH = ".onnx"
"""The suffix of a pair model in a bundle."""


def encoder(
    base: Path,
    tokenizer: Path,
    texts: Sequence[Path],
    counted: Sequence[Path],
    measure: Path | None,
    start: str | None,
    folder: Path,
    recipe: Recipe,
    threads: int,
) -> dict[str, float]:
    """Writes `encoder/` of the bundle; returns rank-1 retrieval by language where there is something to measure."""
    torch.set_num_threads(threads)
    source, home = bases.read(base), folder / "encoder"
    encoders.write(source, tokenizer, counted, recipe.encoder["pieces"], recipe.encoder["layers"], home)
    lower, cutter = _lower(source, recipe, home)
    groups = [_head(group, recipe.encoder["align_rows"]) for group in parallel.groups(texts)]
    pools = [[align.pooled(lower, cutter, lines) for lines in group.lines.values()] for group in groups]
    head = align.fit(pools, groups, recipe.encoder["align_steps"], recipe.plan["seed"])
    exporting.replace(home / "align.onnx", align.onnx(head, source.sizes.hidden))
    if measure is None:
        return {}
    (group,) = parallel.groups([measure])
    found = {n: align.vectors(head, align.pooled(lower, cutter, r[:500])) for n, r in group.lines.items()}
    first = start or next(iter(found))
    return {name: align.rank_one(found[first], other) for name, other in found.items() if name != first}


def _head(group: parallel.Group, rows: int) -> parallel.Group:
    return parallel.Group(group.name, {name: lines[:rows] for name, lines in group.lines.items()})


def _lower(source: bases.Base, recipe: Recipe, home: Path) -> tuple[Lower, Tokenizer]:
    lower = Lower(source, recipe.encoder["layers"], (home / "words.q4").read_bytes()).eval()
    return lower, Tokenizer(home / "tokens.model")


def _upper(source: bases.Base, recipe: Recipe) -> Upper:
    return Upper(source, recipe.pair["layers"])


def train(base: Path, folder: Path, work: Path, recipe: Recipe, begin: Sequence[Path], threads: int) -> None:
    """Trains to the end of the plan, from the checkpoint if there is one.

    Without one it begins with the base's layers, or with the mean of the weights in `begin`: checkpoints, or pair
    models of a bundle.
    """
    torch.set_num_threads(threads)
    source = bases.read(base)
    lower, cutter = _lower(source, recipe, folder / "encoder")
    torch.manual_seed(recipe.plan["seed"])
    upper = _upper(source, recipe)
    if begin:
        upper.load_state_dict(training.mean([_weights(path, recipe) for path in begin]))
    files = sorted((work / "data" / "train").glob("*.jsonl"))
    sources = {path.stem: examples.read(path, work / "cache") for path in files}
    plan = training.Plan(**recipe.plan)
    training.run(lower, upper, cutter, sources, recipe.phases, plan, _checkpoint(work, recipe))


def _checkpoint(work: Path, recipe: Recipe) -> Path:
    return work / f"{recipe.part}.pt"


def _networks(path: Path, recipe: Recipe) -> list[dict[str, torch.Tensor]]:
    """The weights of a pair model's networks, or what a checkpoint's run would export: the mean of its weights.

    `prose.onnx#1` is the first network alone.
    """
    name, one, number = path.name.partition("#")
    if Path(name).suffix == GRAPH:
        found = shipped.networks(path.with_name(name), len(recipe.pair["layers"]))
        if one and not (number.isdecimal() and 1 <= int(number) <= len(found)):
            raise InputError(f"{path}: {name} has {len(found)} networks; say #1 to #{len(found)}")
        return [found[int(number) - 1]] if one else found
    return [torch.load(path, weights_only=True)["mean"]]


def _weights(path: Path, recipe: Recipe) -> dict[str, torch.Tensor]:
    """The weights of the one network of a file; refuses a pair model of several, which have no mean."""
    found = _networks(path, recipe)
    if len(found) > 1:
        raise InputError(f"{path}: {len(found)} networks; a run begins with the weights of one")
    return found[0]


def export(
    base: Path,
    folder: Path,
    work: Path,
    recipe: Recipe,
    dev: Sequence[Path],
    beside: Sequence[Path],
    partners: Sequence[Path],
    version: str,
) -> float:
    """Writes `pair/claims.onnx` or `pair/prose.onnx`, as the recipe says, and the manifest; returns the temperature.

    The weights are the mean of the run's and of those in `beside`, which are what `train` may begin with; `partners`
    are networks of their own, whose verdicts count as much. The temperature is found on the held-out pairs and, for
    prose, on the NLI sets in `dev`; how its verdicts are weighed is for `weigh` to fit anew. What entailment gains
    where claims are marked is found on the pairs made from translations: most claims of two versions agree, while each
    label was shown as often.
    """
    source = bases.read(base)
    sizes, path, heat = source.sizes, folder / "pair" / f"{recipe.part}.onnx", 1.0
    run = training.mean([_weights(each, recipe) for each in [_checkpoint(work, recipe), *beside]])
    models = []
    for weights in [*(each for partner in partners for each in _networks(partner, recipe)), run]:
        models.append(_upper(source, recipe))
        models[-1].load_state_dict(weights)
    held = calibration(work, recipe.part, dev)
    if recipe.part == PROSE or not (folder / prose.FILE).exists():
        prose.write(folder / prose.FILE, prose.Weights())
    for _ in range(2):
        exporting.replace(path, exporting.upper(models, sizes.heads, sizes.hidden, sizes.epsilon, heat))
        bundle.write(folder, version)
        if heat == 1.0:
            heat, leaning = _fitted(Bundled(folder), held, recipe.part)
            for model in models:
                model.head.bias.data[LABELS.index("entailment")] += leaning
    return heat


def _fitted(model: Bundled, held: Sequence[Example], part: str) -> tuple[float, float]:
    """What the logits are to be divided by, and what entailment gains before that."""
    answers = measuring.judge(model, held)
    if part == PROSE:
        return measuring.temperature(held, answers)
    near = [(row, answer) for row, answer in zip(held, answers, strict=True) if row.source != templates.SOURCE]
    _, leaning = measuring.temperature([row for row, _ in near], [answer for _, answer in near], _LEANINGS)
    return measuring.temperature(held, answers, (leaning,))[0], leaning


def weigh(folder: Path, work: Path, dev: Sequence[Path], version: str) -> prose.Weights:
    """Fits how verdicts on prose are weighed, on all held-out pairs and NLI sets; writes it and the manifest."""
    path = folder / prose.FILE
    prose.write(path, fitting.PLAIN)
    bundle.write(folder, version)
    held = calibration(work, PROSE, (), each=None)
    weights = fitting.fit(Bundled(folder), held, _drawn(_published(dev), PROSE, each=None))
    prose.write(path, weights)
    bundle.write(folder, version)
    return weights


def calibration(work: Path, part: str, dev: Sequence[Path], each: int | None = _EACH) -> list[Example]:
    """Held-out pairs of the kind that a part judges, and of NLI sets, as many of each source (None for all)."""
    paths = sorted((work / "data" / "held").glob("*.jsonl"))
    return _drawn([*(examples.read(path, work / "cache") for path in paths), *_published(dev)], part, each)


def _published(dev: Sequence[Path]) -> list[list[Example]]:
    return [list(generic.pairs(path)) for path in dev]


def _drawn(sources: Sequence[Sequence[Example]], part: str, each: int | None = _EACH) -> list[Example]:
    draw, found = random.Random(0), list[Example]()
    for rows in sources:
        fitting = [row for row in rows if row.marked == (part == CLAIMS)]
        found += draw.sample(fitting, min(each or len(fitting), len(fitting)))
    return found


def teach(folder: Path, work: Path, similar: Sequence[Path], texts: Sequence[Path], recipe: Recipe) -> dict[str, int]:
    """Writes `train/taught_*.jsonl`, what the bundle says of pairs without a label; returns how many each file has.

    `similar` are files of pairs in several languages, `texts` folders of row-parallel text; the recipe says by their
    names how much is taken of each, and of which published sets new pairs are made (`of`).
    """
    for name in (*(path.name.split(".")[0] for path in similar), *(path.name for path in texts)):
        if name not in recipe.taught:
            raise InputError(f"{name}: the recipe says how much to take of {', '.join(recipe.taught)}, and not of this")
    model, counts = Bundled(folder), dict[str, int]()
    pools: dict[str, Iterable[taught.Twins]] = {path.name.split(".")[0]: taught.similar(path) for path in similar}
    for path in texts:
        groups = data.without_held(parallel.groups([path]), recipe)
        pools[path.name] = taught.nearest(groups, recipe.taught[path.name], model)
    pools |= {name: _again(work, plan, recipe.plan["seed"]) for name, plan in recipe.taught.items() if plan.of}
    for name, twins in pools.items():
        rows = taught.taught(twins, model, recipe.taught[name], recipe.plan["seed"])
        counts[f"train/taught_{name}"] = examples.write(work / "data" / "train" / f"taught_{name}.jsonl", rows)
    data.record(work / "data", [*similar, *texts], counts)
    return counts


def _again(work: Path, plan: Teaching, seed: int) -> Iterator[taught.Twins]:
    """New pairs of the texts of published ones."""
    for name in plan.of:
        rows = examples.read(work / "data" / "train" / f"{name}.jsonl", work / "cache")
        yield from taught.recombined(rows, plan.rows, seed)


def evaluate(
    folder: Path, work: Path, dev: Sequence[Path], translations: Path | None, start: str | None
) -> dict[str, Any]:
    """Accuracy on NLI sets and held-out pairs; false alarms on true translations."""
    model: Model = Bundled(folder)
    figures: dict[str, Any] = {"digest": model.digest}
    for path in dev:
        rows = list(generic.pairs(path))
        answers = measuring.judge(model, rows)
        kinds = measuring.scores(rows, answers, lambda e: f"{e.premise_lang}-{e.hypothesis_lang}")
        figures[f"{path.parent.name}/{path.name.split('.')[0]}"] = {k: round(v.accuracy, 4) for k, v in kinds.items()}
    for path in sorted((work / "data" / "held").glob("*.jsonl")):
        rows = examples.read(path, work / "cache")
        answers = measuring.judge(model, rows)
        kinds = measuring.scores(rows, answers, lambda e: f"{e.source}/{e.label}")
        figures[f"held/{path.stem}"] = {
            "accuracy": round(measuring.scores(rows, answers, lambda _: "")[""].accuracy, 4),
            "calibration_error": round(measuring.calibration_error(rows, answers), 4),
            "labels_alike": round(measuring.alike(rows, answers), 4),
            "by_kind": {k: round(v.accuracy, 4) for k, v in kinds.items()},
        }
        if path.stem == data.CLAIMS:
            shares = measuring.by_language(rows, answers)
            figures["held/claims by language"] = {name: round(share, 4) for name, share in shares.items()}
    if translations is not None:
        figures["false_alarms"] = false_alarms(model, translations, start)
    return figures


def false_alarms(model: Model, folder: Path, start: str | None, rows: int = 400) -> dict[str, dict[str, float]]:
    """By language: of true translations with one number marked, the share with little entailment or a contradiction."""
    (group,) = parallel.groups([folder])
    first = start or next(iter(group.lines))
    found = {}
    for name in [name for name in group.lines if name != first]:
        pairs = []
        for index in range(min(rows, group.rows)):
            cells = [made.Cell(code, group.lines[code][index]) for code in (first, name)]
            for match in made.find(*cells)[:1]:
                pair = (match.left.text, match.right.text, "entailment", "kept", first, name, match.here, match.there)
                pairs.append(Example(*pair))
        answers = measuring.judge(model, pairs)
        found[name] = {
            "pairs": len(pairs),
            "entailment<0.5": round(measuring.alarms(answers, 0.5), 4),
            "contradiction>0.5": round(float(np.mean([a.contradiction > 0.5 for a in answers])), 4),
            "contradiction>0.8": round(float(np.mean([a.contradiction > 0.8 for a in answers])), 4),
        }
    return found
