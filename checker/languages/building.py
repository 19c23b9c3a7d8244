"""Makes a lexicon's tables of the forms of its language."""

from collections.abc import Iterable
from typing import NamedTuple

from checker.languages.folding import fold
from checker.languages.lexicon import Entry, Node


class Built(NamedTuple):
    """What `build` makes of forms: see `Lexicon`."""

    tree: Node
    parts: dict[str, Entry]
    endings: dict[str, list[Entry]]
    cased: dict[tuple[str, str], frozenset[str]]
    ranks: dict[str, str]
    stems: dict[str, str]


def build(forms: Iterable[tuple[str, str, str]], bare: bool) -> Built:
    """The tree, the parts of joined numbers, the endings and the cased words, of forms as (category, value, form).

    A form that has several values in a category keeps the first: a language file comes before CLDR.
    """
    tree: Node = {}
    parts: dict[str, Entry] = {}
    endings: dict[str, list[Entry]] = {}
    cased: dict[tuple[str, str], set[str]] = {}
    ranks: dict[str, str] = {}
    stems: dict[str, str] = {}
    for kind, value, form in forms:
        text = fold(form.strip(), bare).text
        open_end, open_start = text.endswith("*"), text.startswith("*")
        text = text.strip("*").strip()
        text = text.rstrip(".") or text
        if not text:
            continue
        if kind in {"stem", "number"} and " " not in text and len(text) > 1:
            stems.setdefault(text, value)
        if kind == "stem":
            continue
        entry = Entry(kind, value)
        if (
            (kind == "unit" and len(text) <= 2)
            or (kind == "scale" and len(text) == 1)
            or (kind == "currency" and len(text) == 3 and text.isascii())
        ):
            cased.setdefault((text, kind), set()).add(form.strip().rstrip("."))
        if open_start:
            _add(endings.setdefault(text, []), entry)
            continue
        node = tree
        for character in " ".join(text.replace("-", " ").split()) if len(text) > 1 else text:
            node = node.setdefault(character, {})
        _add(node.setdefault("*" if open_end else "", []), entry)
        if kind == "ordinal" and " " not in text and not open_end and len(text) > 2:
            ranks.setdefault(text, value)
        if kind in {"number", "scale"} and " " not in text and len(text) > 1:
            parts.setdefault(text, entry)
    only = {key: frozenset(given) for key, given in cased.items() if not any(form == form.lower() for form in given)}
    return Built(tree, parts, endings, only, ranks, stems)


def _add(entries: list[Entry], entry: Entry) -> None:
    if all(known.category != entry.category for known in entries):
        entries.append(entry)
