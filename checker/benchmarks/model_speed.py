"""How fast the bundled model loads, encodes and judges, beside a cross-encoder of twelve layers on the same pairs.

The cross-encoder is what the pair model saves: the same pairs, each joined into one text and run through the eight
lower layers of the bundle one and a half times, which is the work of twelve layers of the same width (and no head).
"""

import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from checker.datafiles import SUFFIX, language, lines
from checker.extraction import extract
from checker.model import Pair

LAYERS, LOWER = 12, 8
"""Layers of the cross-encoder, and of the bundle's encoder (`recipe.toml`)."""
PAIRS = 400
"""Pairs of segments that are judged; their texts are encoded."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Seconds to load, MB resident, pieces a text, texts and pairs a second; `joined` is the cross-encoder's pairs."""

    load: float
    resident: float
    pieces: float
    texts: float
    pairs: float
    joined: float


def claim_pairs(folder: Path, source: str, names: Sequence[str], count: int = PAIRS) -> list[Pair]:
    """Rows in two languages, the first claim of each marked."""
    first = lines(folder / (source + SUFFIX))
    made = []
    for name in names:
        for one, other in zip(first, lines(folder / (name + SUFFIX)), strict=True):
            here, there = extract(one, language(source)), extract(other, language(name))
            if here and there:
                made.append(Pair(one, other, (here[0].start, here[0].end), (there[0].start, there[0].end)))
    return list(islice(made, 0, None, max(1, len(made) // count)))[:count]


def measure(pairs: Sequence[Pair]) -> Speed:
    """Measures in this process; the model must not have been loaded before."""
    from checker.nli import bundle
    from checker.nli.encoder import Encoder
    from checker.nli.pair import PairModel

    start = time.perf_counter()
    found = bundle.read()
    bundle.verify(found)
    encoder, model = Encoder(found.path("encoder")), PairModel(found)
    model.session(marked=True)
    load = time.perf_counter() - start
    texts = list(dict.fromkeys(text for pair in pairs for text in (pair.premise, pair.hypothesis)))
    encoder.encode(texts[:8])  # what the first run sets up is no speed
    start = time.perf_counter()
    encoded = dict(zip(texts, encoder.encode(texts), strict=True))
    encoding = time.perf_counter() - start
    model.judge(pairs[:8], encoded)
    start = time.perf_counter()
    model.judge(pairs, encoded)
    judging = time.perf_counter() - start
    joined = [f"{pair.premise} {pair.hypothesis}" for pair in pairs]
    start = time.perf_counter()
    encoder.encode(joined)
    crossing = (time.perf_counter() - start) * LAYERS / LOWER
    return Speed(
        load,
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        sum(len(item.tokens.ids) for item in encoded.values()) / max(1, len(encoded)),
        len(texts) / encoding,
        len(pairs) / judging,
        len(pairs) / crossing,
    )


def table(speed: Speed) -> str:
    """A line for each figure."""
    slower = speed.pairs / speed.joined
    return (
        f"load, digests checked          {speed.load:8.2f} s\n"
        f"resident at the most           {speed.resident:8.0f} MB\n"
        f"texts encoded                  {speed.texts:8.0f} /s   ({speed.pieces:.0f} pieces a text)\n"
        f"pairs judged, texts encoded    {speed.pairs:8.0f} /s\n"
        f"pairs through {LAYERS} joined layers {speed.joined:8.0f} /s   ({slower:.1f} times slower)\n"
    )
