"""Names for document sets: short, unique, relative, the same wherever the folder stands."""

from collections.abc import Sequence

from checker.discover._names import FORMAT, Key


def name_sets(keys: Sequence[Key]) -> list[str]:
    """An id for each key: its path below the deepest folder that holds them all, in the order of the keys."""
    paths = [_path(key) for key in keys]
    common = shared([path[:-1] for path in paths])
    names: dict[str, int] = {}
    """The names given, and how many of the same were asked for."""
    for path in paths:
        name = unique = "/".join(path[common:])
        while unique in names:
            names[name] += 1
            unique = f"{name}-{names[name]}"
        names[unique] = 1
    return list(names)


def _path(key: Key) -> list[str]:
    """The parts of a set's path; versions that are called by their code are named after their folder."""
    parts = [part.partition(FORMAT)[0].strip("/\\") for part in key]
    named = [part for part in parts if part]
    if named[-1:] == ["*"]:
        named.pop()
    return named or ["document"]


def shared(rows: Sequence[Sequence[str]]) -> int:
    """How many items at the head all rows have in common."""
    count = 0
    for column in zip(*rows, strict=False):
        if len(set(column)) > 1:
            break
        count += 1
    return count
