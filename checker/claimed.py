"""The claims of many segments: over processes where there are very many, in their order."""

from collections.abc import Iterator, Mapping, Sequence
from multiprocessing import parent_process

from checker.extraction import extract
from checker.model import Mention, Segment
from checker.workers import in_order

MANY = 20_000
"""Segments from which other processes help: to start them takes a second or so."""
BATCH = 2_000

Mentions = tuple[Mention, ...]
Batch = tuple[str, list[str]]
"""A language and texts in it."""


def claimed(segments: Mapping[str, Sequence[Segment]], workers: int) -> dict[str, list[Mentions]]:
    """The claims of each segment, by language: the same from so many processes as from one."""
    parts = [(it, every[at : at + BATCH]) for it, every in segments.items() for at in range(0, len(every), BATCH)]
    batches = ((language, [segment.text for segment in part]) for language, part in parts)
    if sum(map(len, segments.values())) < MANY or parent_process() is not None:  # what was started itself starts none
        workers = 1
    found: dict[str, list[Mentions]] = {language: [] for language in segments}
    for (language, part), results in zip(parts, in_order(_read, batches, workers), strict=True):
        found[language] += _whole(len(part), results)
    return found


def _read(batch: Batch) -> dict[int, Mentions]:
    """The claims of the texts that make any, by place: most make none."""
    language, texts = batch
    return {place: claims for place, text in enumerate(texts) if (claims := extract(text, language))}


def _whole(count: int, some: Mapping[int, Mentions]) -> Iterator[Mentions]:
    return (some.get(place, ()) for place in range(count))
