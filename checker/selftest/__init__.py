"""What a green build is worth: plants known drifts in the user's own documents and counts which are caught.

It is mutation testing for a translation check. One drift at a time is planted, in memory, in a mention on which the
versions agree; the changed version is read again, the document set judged again, and what is newly said of that
claim decides. Equal documents, settings and seed give the same table.
"""

import hashlib
import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from checker import nli
from checker.discover import Found
from checker.errors import InputError
from checker.model import Rule
from checker.pipeline import read_set, sought, sourced
from checker.progress import Progress
from checker.selftest.memory import Remembering
from checker.selftest.results import Outcome, State, Trial
from checker.selftest.subject import Candidate, Seed, Subject
from checker.settings import Settings
from checker.signature import signature

__all__ = ["Outcome", "Result", "Trial", "run"]

_TRIES = 40
"""Mentions, for each drift that is wanted, in which it is tried to plant one."""


@dataclass(frozen=True, slots=True)
class Result:
    """All trials in order, what produced them, and what could not be tested."""

    signature: str
    seed: int
    limit: int
    trials: tuple[Trial, ...]
    errors: tuple[str, ...]


def run(
    paths: Sequence[str],
    settings: Settings,
    *,
    limit: int,
    seed: int,
    state: Path | None = None,
    progress: Progress | None = None,
) -> Result:
    """Plants up to `limit` drifts for each rule and language, spread over the document sets.

    `state` is a file in which what is done is kept: a run that was stopped goes on where it was. Raises UsageError
    for the state of another run.
    """
    found = sought(paths, settings)
    model = None if settings.rules_only or not found.sets else nli.load(settings.model)
    signed = signature(settings, model)
    errors = list(found.errors)
    trials: list[Trial] = []
    sets = list(found.sets)
    random.Random(seed).shuffle(sets)
    share = math.ceil(limit / max(1, len(sets)))
    with State(state, _key(sets, f"{signed}|{seed}|{limit}")).opened() as kept:
        for number, each in enumerate(sets, 1):
            known = sourced(settings, each)
            documents, broken = read_set(each, known)
            errors += broken
            if documents and not kept.over(each.id):
                subject = Subject(each.id, documents, known, Remembering(model) if model else None)
                done = Counter((trial.rule, trial.language) for trial in trials)
                seeds = list(_seeds(subject, seed, share, {cell: limit - n for cell, n in done.items()}))
                _try(subject, seeds, kept, f"{each.id} ({number} of {len(sets)})", progress)
                kept.finish(each.id)
            trials += kept.trials(each.id)
    if not sets and not errors:
        raise InputError("nothing to plant in: no document in two languages was found")
    return Result(signed, seed, limit, tuple(trials), tuple(errors))


def _key(sets: Sequence[Found], beside: str) -> str:
    """Names documents and options: another text, another key."""
    digest = hashlib.sha256(beside.encode())
    for each in sets:
        for version in each.versions:
            digest.update(f"|{each.id}|{version.language}|{version.shown}|".encode("utf-8", "backslashreplace"))
            digest.update(hashlib.sha256(version.path.read_bytes()).digest() if version.path.is_file() else b"")
    return digest.hexdigest()[:16]


def _seeds(subject: Subject, seed: int, share: int, left: dict[tuple[Rule, str], int]) -> Iterator[Seed]:
    """The drifts to plant in a document set: of each rule and language its share, as long as some are wanted."""
    languages: dict[str, list[Candidate]] = {}
    for candidate in subject.candidates:
        languages.setdefault(candidate.language, []).append(candidate)
    for rule in Rule:
        for language, candidates in sorted(languages.items()):
            wanted = max(0, min(share, left.get((rule, language), share)))
            draw = random.Random(f"{seed}|{subject.name}|{rule}|{language}")
            order = draw.sample(candidates, len(candidates))[: _TRIES * wanted]
            found = (planted for candidate in order if (planted := subject.seed(rule, candidate, draw)))
            yield from islice(found, wanted)


def _try(subject: Subject, seeds: Sequence[Seed], kept: State, stage: str, progress: Progress | None) -> None:
    """Judges the drifts that the state does not know yet."""
    for number, seed in enumerate(seeds):
        if progress:
            progress(stage, number, len(seeds))
        if number >= len(kept.trials(subject.name)):
            kept.add(subject.judge(seed))
