"""A batch of a corpus: items in, the lines of their findings and what they came to out."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from checker.corpus.checking import check_rows
from checker.corpus.summary import Summary
from checker.jsonform import line
from checker.rows import Broken, Item, Reading, Row, size
from checker.settings import Settings

HEAVY = 1 << 21
"""Code points of a batch at the most, where one item alone is no more."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Items in a row; `read` of `total` is how much of the input was read when it was whole, 0 where not known."""

    items: tuple[Item, ...]
    read: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Checked:
    """What a batch came to: JSON lines, lines that say what could not be checked, counts."""

    items: int
    read: int
    total: int
    text: str = ""
    errors: tuple[str, ...] = ()
    summary: Summary = field(default_factory=Summary)


def batches(reading: Reading, skip: int, count: int) -> Iterator[Batch]:
    """The items behind the first `skip` in batches of `count`, the same however the run is spread."""
    held: list[Item] = []
    heavy = 0
    for number, item in enumerate(reading.items):
        if number < skip:
            continue
        held.append(item)
        heavy += size(item)
        if len(held) >= count or heavy >= HEAVY:
            yield Batch(tuple(held), reading.done(), reading.total)
            held, heavy = [], 0
    if held:
        yield Batch(tuple(held), reading.done(), reading.total)


def check_batch(batch: Batch, settings: Settings) -> Checked:
    """Checks the rows of a batch; what is no row is told in its place."""
    summary, errors, text = Summary(), list[str](), list[str]()
    results = check_rows((item for item in batch.items if isinstance(item, Row)), settings)
    for item in batch.items:
        if isinstance(item, Row):
            result = next(results)
            source = next((each for each in (settings.source, item.source) if each in item.texts), None)
            summary.row(item, result, source)
            errors += result.errors
            text += [line(result.id, finding) for finding in result.findings]
        elif isinstance(item, Broken):
            summary.broken += 1
            errors.append(item.message)
        else:
            summary.aside[item.reason] += 1
    return Checked(len(batch.items), batch.read, batch.total, "".join(text), tuple(errors), summary)
