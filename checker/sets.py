"""Document sets as units of work: how heavy each is, which reports of them still hold, and these put together."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass

from checker.discover import Found
from checker.model import Report

FEW = 12
"""Sets that are checked in this process before others are started, which costs about as much as these."""

Memory = MutableMapping[Hashable, Report]
"""Reports of sets by the state of their files."""


@dataclass(frozen=True, slots=True)
class Task:
    """A document set to check. With a change to look at, `before` has what its touched versions held before it, by
    language, None for those that are new; without one it is None."""

    found: Found
    before: Mapping[str, bytes | None] | None = None


def weight(task: Task) -> int:
    """The bytes of a set."""
    return sum(size for *_, size in _state(task))


def recalled(
    tasks: Sequence[Task], memory: Memory, work: Callable[[Sequence[Task]], Iterator[Report]]
) -> Iterator[Report]:
    """The reports of the sets in order: out of the memory where no file has changed since, else by `work`.

    The memory then holds these and no others.
    """
    keys = [(task.found.id, *_state(task)) for task in tasks]
    held = dict(memory)
    memory.clear()
    fresh = work([task for task, key in zip(tasks, keys, strict=True) if key not in held])
    for key in keys:
        report = held[key] if key in held else next(fresh)
        memory[key] = report
        yield report


def _state(task: Task) -> Iterator[tuple[str, str, int, int]]:
    """Language, path, time of change and size of each file; -1 for one that is gone."""
    for version in task.found.versions:
        try:
            status = version.path.stat()
        except OSError:
            yield version.language, version.shown, -1, 0
        else:
            yield version.language, version.shown, status.st_mtime_ns, status.st_size


def joined(parts: Sequence[Report], signature: str, errors: Iterable[str] = (), notes: Iterable[str] = ()) -> Report:
    """The reports of several sets as one, with what was said beside them."""
    return Report(
        signature=signature,
        documents=tuple(it for part in parts for it in part.documents),
        claims=tuple(it for part in parts for it in part.claims),
        findings=tuple(it for part in parts for it in part.findings),
        coverage=tuple(it for part in parts for it in part.coverage),
        errors=(*errors, *(it for part in parts for it in part.errors)),
        notes=(*notes, *(it for part in parts for it in part.notes)),
        dismissed=tuple(it for part in parts for it in part.dismissed),
        outdated=tuple(it for part in parts for it in part.outdated),
        older=sum(part.older for part in parts),
    )
