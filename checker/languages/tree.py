"""The forms of a language as a tree of characters that grows only where texts lead: most of it is never asked for."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple


class Entry(NamedTuple):
    """What a form means: `scale` and `1000000`, `unit` and `kilometer`, `bound_before` and `more-than`."""

    category: str
    value: str


Node = dict[str, Any]
"""By character the nodes below; under the empty key the entries that end here, under `*` those that any letters may
follow. A branch that nobody has followed yet is a list of what lies in it (see `Bud`); take it by `below`."""
Bud = tuple[str, str, tuple[Entry, ...]]
"""The rest of a form, the key under which its entries stand, and they."""


def plant(closed: Mapping[str, tuple[Entry, ...]], opened: Mapping[str, tuple[Entry, ...]]) -> Node:
    """The tree of forms that end where a word does, and of those that any letters may follow; none is empty."""
    tree: Node = {}
    for key, table in (("", closed), ("*", opened)):
        for form, entries in table.items():
            tree.setdefault(form[0], []).append((form[1:], key, entries))
    return {character: _grown(buds) for character, buds in tree.items()}


def below(node: Node, character: str) -> Node | None:
    """The node that a character leads to, None where none does."""
    found: Node | list[Bud] | None = node.get(character)
    if isinstance(found, list):
        grown = node[character] = _grown(found)
        return grown
    return found


def _grown(buds: Iterable[Bud]) -> Node:
    node: Node = {}
    for rest, key, entries in buds:
        if rest:
            node.setdefault(rest[0], []).append((rest[1:], key, entries))
        else:
            node[key] = entries
    return node


class Onward(NamedTuple):
    """What a word may become a part of that begins no claim by itself."""

    branches: tuple[Node, ...] = ()
    """Where the tree goes on behind it to what could begin a claim."""
    one: bool = False
    """It is an article, and the number one."""
