"""How well two mentions of different versions go together, part by part, for those who ask why."""

from collections.abc import Mapping
from typing import NamedTuple

from checker.align.links import AGREED, DRIFTED, parts
from checker.align.similarity import kinship
from checker.align.version import Version
from checker.compare import compare
from checker.model import Occurrence


class Affinity(NamedTuple):
    """`score` is the sum of what value, context and order give; from `least` on two mentions may be one claim."""

    score: float
    value: float
    context: float
    order: float
    least: float


def affinity(here: Occurrence, there: Occurrence, versions: Mapping[str, Version]) -> Affinity:
    """The affinity of two mentions, made anew from the versions they stand in."""
    one, other = versions[here.segment.language], versions[there.segment.language]
    kin = kinship(one, other).at(here.segment.index, there.segment.index)
    outcome = compare(here.mention, there.mention)
    value, context, order = parts(here, there, outcome, kin)
    return Affinity(value + context + order, value, context, order, AGREED if outcome.alike else DRIFTED)
