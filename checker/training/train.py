"""Trains the pair model, chunk by chunk; a killed run goes on from its last whole chunk.

A chunk is a few thousand examples drawn from the sources by their weights, with a generator that only the seed and
the chunk's number feed, so that a resumed run draws what an unbroken one would have drawn.
"""

import logging
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch.nn import functional

from checker.model import LABELS
from checker.nli.tokens import Tokenizer
from checker.training.batches import Batch, Item, States, collate, item
from checker.training.examples import Example
from checker.training.network import Lower, Upper

_log = logging.getLogger("checker.training")


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast; rates are peak learning rates."""

    chunks: int
    chunk: int = 4096
    batch: int = 32
    rate: float = 2e-4
    warmup: int = 2
    decay: int = 30
    """Chunks at the end over which the rate falls; until then, `chunks` may still be changed."""
    seed: int = 1
    longest: int = 140
    """Pieces of a pair; longer ones are drawn again."""
    hidden: float = 0.0
    """Share of the pieces that are hidden, drawn anew each time; marked ones are always shown."""
    turned: float = 0.0
    """Share of the unmarked contradictions that are read from the hypothesis to the premise."""
    mean: float = 0.0
    """Of the weights that are exported, a running mean: what stays of it at a step."""


def loss(logits: torch.Tensor, targets: torch.Tensor, smoothing: float = 0.02) -> torch.Tensor:
    """Cross-entropy with the targets (pairs, 4), where "not entailment" is the sum of the two other labels."""
    logs = functional.log_softmax(logits, -1)
    rest = torch.logsumexp(logs[:, 1:], -1, keepdim=True)
    table = torch.cat([logs, rest], -1)
    picked = (table * targets).sum(-1)
    return -((1 - smoothing) * picked + smoothing * logs.mean(-1)).mean()


def chunk_batches(
    sources: Mapping[str, Sequence[Example]],
    weights: Mapping[str, float],
    plan: Plan,
    number: int,
    tokenizer: Tokenizer,
) -> list[list[Item]]:
    """The batches of a chunk: of each source as many of each label, like lengths together, in random order."""
    draw = random.Random(f"{plan.seed}/{number}")
    names = sorted(name for name in sources if weights.get(name, 0) > 0)
    labelled = {name: by_label(sources[name]) for name in names}
    items: list[Item] = []
    while len(items) < plan.chunk:
        (name,) = draw.choices(names, [weights[name] for name in names])
        one = item(tokenizer, _turned(draw.choice(draw.choice(labelled[name])), plan.turned, draw))
        if one.cost <= plan.longest:
            items.append(one)
    items.sort(key=lambda one: one.cost + draw.random() * 6)
    groups = [items[at : at + plan.batch] for at in range(0, len(items), plan.batch)]
    draw.shuffle(groups)
    return groups


def _turned(example: Example, share: float, draw: random.Random) -> Example:
    """Now and then a contradiction the other way round: what contradicts is contradicted."""
    plain = example.label == "contradiction" and example.premise_span is None
    if not plain or draw.random() >= share:
        return example
    return replace(
        example,
        premise=example.hypothesis,
        hypothesis=example.premise,
        premise_lang=example.hypothesis_lang,
        hypothesis_lang=example.premise_lang,
    )


def hide(batch: Batch, share: float) -> Batch:
    """The batch without some of its pieces: nothing attends to them and no mean holds them."""
    marked = batch.kinds[:, :, 2] > 0
    present = batch.present & ((torch.rand(batch.present.shape) >= share) | marked)
    pools = batch.pools * present[:, None, :]
    # A side that would be left with nothing keeps all.
    sums = pools.sum(-1, keepdim=True)
    pools = torch.where(sums > 0, pools / sums.clamp(min=1e-6), batch.pools)
    return replace(batch, present=present, pools=pools)


def by_label(examples: Sequence[Example]) -> list[list[Example]]:
    """The examples of each label, so that no source teaches a label by its frequency."""
    found: dict[str, list[Example]] = {}
    for example in examples:
        found.setdefault(example.label, []).append(example)
    return [found[label] for label in sorted(found)]


def rate(plan: Plan, progress: float) -> float:
    """The learning rate after `progress` chunks: up in `warmup`, level, then down in a line to a fiftieth."""
    if progress < plan.warmup:
        return plan.rate * (progress + 0.02) / plan.warmup
    return plan.rate * min(1.0, max(0.02, (plan.chunks - progress) / plan.decay))


def mean(found: Sequence[Mapping[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """The mean of several models' weights (Wortsman et al. 2022: model soups)."""
    return {name: torch.stack([weights[name] for weights in found]).mean(0) for name in found[0]}


def save(path: Path, state: object) -> None:
    """Writes a checkpoint whole or not at all."""
    temporary = path.with_suffix(".new")
    torch.save(state, temporary)
    temporary.replace(path)


def run(
    lower: Lower,
    upper: Upper,
    tokenizer: Tokenizer,
    sources: Mapping[str, Sequence[Example]],
    weights: Sequence[tuple[int, Mapping[str, float]]],
    plan: Plan,
    checkpoint: Path,
) -> None:
    """Trains until `plan.chunks`; `weights` lists, from which chunk on, each source's share."""
    torch.manual_seed(plan.seed)
    optimiser = torch.optim.AdamW(upper.parameters(), plan.rate, weight_decay=0.01, fused=True)
    averaged = {name: value.clone() for name, value in upper.state_dict().items()}
    first = 0
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True)
        upper.load_state_dict(state["model"])
        optimiser.load_state_dict(state["optimiser"])
        averaged, first = state["mean"], state["chunk"]
    upper.train()
    states = States(lower.eval())
    for number in range(first, plan.chunks):
        torch.manual_seed(plan.seed * 100_003 + number)
        shares = [share for start, share in weights if start <= number][-1]
        groups = chunk_batches(sources, shares, plan, number, tokenizer)
        begun, total, right = time.monotonic(), 0.0, 0
        for index, group in enumerate(groups):
            for setting in optimiser.param_groups:
                setting["lr"] = rate(plan, number + index / len(groups))
            with torch.autocast("cpu", dtype=torch.bfloat16):
                batch = hide(collate(states, group), plan.hidden)
                logits = upper(batch.states, batch.kinds, batch.pools, batch.present)
            value = loss(logits.float(), batch.targets)
            optimiser.zero_grad()
            value.backward()
            torch.nn.utils.clip_grad_norm_(upper.parameters(), 1.0)
            optimiser.step()
            # Early on the mean would be of weights that know nothing yet: it forgets faster.
            kept = min(plan.mean, (number * len(groups) + index) / (number * len(groups) + index + 10))
            for name, current in upper.state_dict().items():
                averaged[name].lerp_(current, 1 - kept)
            total += value.item()
            guess, meant = logits.argmax(-1), batch.targets.argmax(-1)
            right += int(((guess == meant) | ((meant == len(LABELS)) & (guess > 0))).sum())
        state = {
            "model": upper.state_dict(),
            "mean": averaged,
            "optimiser": optimiser.state_dict(),
            "chunk": number + 1,
        }
        save(checkpoint, state)
        speed = plan.chunk / (time.monotonic() - begun)
        _log.info(
            "chunk %d/%d loss %.4f accuracy %.3f, %.0f pairs/s",
            number + 1,
            plan.chunks,
            total / len(groups),
            right / plan.chunk,
            speed,
        )
