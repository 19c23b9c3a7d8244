"""The claims of many texts: over processes where there are very many, in the order of the texts."""

from collections.abc import Iterator, Mapping, Sequence
from multiprocessing import parent_process

from checker.extraction import extract
from checker.model import Mention
from checker.workers import in_order

MANY = 20_000
"""Texts from which other processes help: to start them takes a second or so."""
BATCH = 2_000

Mentions = tuple[Mention, ...]
Batch = tuple[str, list[str]]
"""A language and texts in it."""


def claimed(texts: Mapping[str, Sequence[str]], workers: int) -> dict[str, list[Mentions]]:
    """The claims of each text, by language: the same from so many processes as from one."""
    batches = [(it, list(every[at : at + BATCH])) for it, every in texts.items() for at in range(0, len(every), BATCH)]
    if sum(map(len, texts.values())) < MANY or parent_process() is not None:  # what was started itself starts none
        workers = 1
    found: dict[str, list[Mentions]] = {language: [] for language in texts}
    for (language, part), results in zip(batches, in_order(_read, iter(batches), workers), strict=True):
        found[language] += _whole(len(part), results)
    return found


def _read(batch: Batch) -> dict[int, Mentions]:
    """The claims of the texts that make any, by place: most make none."""
    language, texts = batch
    return {place: claims for place, text in enumerate(texts) if (claims := extract(text, language))}


def _whole(count: int, some: Mapping[int, Mentions]) -> Iterator[Mentions]:
    return (some.get(place, ()) for place in range(count))
