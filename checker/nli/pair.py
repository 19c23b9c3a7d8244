"""The pair models: the states of two texts, laid together, to the three probabilities.

There are two of one shape, for what each is asked is learnt at the cost of the other: whether one marked claim bears
out another, and whether one text as a whole bears out another.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.model import Pair, Probabilities
from checker.nli import bundle, pairing
from checker.nli.encoder import Encoded
from checker.nli.sessions import Session, batches, spread

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

CLAIMS, PROSE = "pair/claims.onnx", "pair/prose.onnx"
NOTHING = Probabilities(0.0, 1.0, 0.0)
"""What is said of a pair with an empty side: neither supported nor contradicted."""


@dataclass(frozen=True, slots=True)
class _Side:
    states: "NDArray[np.float32]"
    marks: list[bool]


def _sides(encoded: Encoded, span: tuple[int, int] | None) -> list[_Side]:
    marks = [False, *(encoded.tokens.within(span) if span else [False] * len(encoded.tokens.ids)), False]
    if any(marks):
        start, end = pairing.crop(marks)
        return [_Side(encoded.states[start:end], marks[start:end])]
    return [_Side(encoded.states[a:b], marks[a:b]) for a, b in pairing.stretches(len(marks))]


@dataclass(frozen=True, slots=True)
class _Job:
    pair: int
    hypothesis: int
    left: _Side
    right: _Side

    @property
    def length(self) -> int:
        return len(self.left.marks) + len(self.right.marks)

    @property
    def marked(self) -> bool:
        return any(self.left.marks) or any(self.right.marks)


class PairModel:
    """Two files of a bundle: states, kinds and pools (see `pairing`) to logits in the order of LABELS.

    CLAIMS judges pairs with a mark on either side, PROSE those without.
    """

    def __init__(self, manifest: bundle.Manifest) -> None:
        self._manifest = manifest
        self._sessions: dict[bool, Session] = {}

    def judge(self, pairs: Sequence[Pair], encoded: Mapping[str, Encoded]) -> list[Probabilities]:
        """The probabilities of each pair; `encoded` holds every text of the pairs."""
        jobs = [job for index, pair in enumerate(pairs) for job in _jobs(index, pair, encoded)]
        answers: dict[int, Probabilities] = {}
        for marked in (True, False):
            alike = [index for index, job in enumerate(jobs) if job.marked is marked]
            if alike:
                answers |= zip(alike, self._ask(self.session(marked), [jobs[index] for index in alike]), strict=True)
        parts: list[dict[int, list[Probabilities]]] = [{} for _ in pairs]
        for index, job in enumerate(jobs):
            parts[job.pair].setdefault(job.hypothesis, []).append(answers[index])
        return [_merge(list(part.values())) for part in parts]

    def session(self, marked: bool) -> Session:
        """The graph for pairs with or without marks.

        It is opened when it is first needed, and hashed again then: most runs ask of claims alone.
        """
        if marked not in self._sessions:
            name = CLAIMS if marked else PROSE
            bundle.verify(self._manifest, [name])
            self._sessions[marked] = Session(self._manifest.path(name))
        return self._sessions[marked]

    def _ask(self, session: Session, jobs: Sequence[_Job]) -> list[Probabilities]:
        groups = batches([job.length for job in jobs])
        outputs = spread(lambda group: _run(session, [jobs[i] for i in group]), groups)
        answers = {
            i: p for group, output in zip(groups, outputs, strict=True) for i, p in zip(group, output, strict=True)
        }
        return [answers[index] for index in range(len(jobs))]


def _run(session: Session, jobs: Sequence[_Job]) -> list[Probabilities]:
    import numpy as np

    states = np.stack([np.concatenate([job.left.states, job.right.states]) for job in jobs])
    kinds = np.stack([pairing.kinds(job.left.marks, job.right.marks) for job in jobs])
    pools = np.stack([pairing.pools(job.left.marks, job.right.marks) for job in jobs])
    logits = session(states=states, kinds=kinds, pools=pools).astype(np.float64)
    odds = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares = odds / odds.sum(axis=1, keepdims=True)
    return [Probabilities(*(float(value) for value in row)) for row in shares]


def _jobs(index: int, pair: Pair, encoded: Mapping[str, Encoded]) -> Iterator[_Job]:
    if not pair.premise.strip() or not pair.hypothesis.strip():
        return
    left = _sides(encoded[pair.premise], pair.premise_span)
    for number, right in enumerate(_sides(encoded[pair.hypothesis], pair.hypothesis_span)):
        for side in left:
            yield _Job(index, number, side, right)


def _merge(parts: Sequence[Sequence[Probabilities]]) -> Probabilities:
    """Of each stretch of the hypothesis what the premise's most telling stretch says; of those, the mean."""
    if not parts:
        return NOTHING
    chosen = [min(part, key=lambda p: p.neutral) for part in parts]
    count = len(chosen)
    return Probabilities(
        sum(p.entailment for p in chosen) / count,
        sum(p.neutral for p in chosen) / count,
        sum(p.contradiction for p in chosen) / count,
    )
