"""Makes a lexicon's tables of the forms of its language."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from checker.languages.folding import fold
from checker.languages.tree import Entry

Table = dict[str, list[Entry]]
"""What forms mean, one entry for each category."""


@dataclass(slots=True)
class Built:
    """What `build` makes of forms: see `Lexicon`."""

    closed: Table = field(default_factory=dict)
    """Forms that end where a word does."""
    opened: Table = field(default_factory=dict)
    """Forms that any letters may follow."""
    endings: Table = field(default_factory=dict)
    """Forms that any letters may stand before."""
    parts: dict[str, Entry] = field(default_factory=dict)
    cased: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    ranks: dict[str, str] = field(default_factory=dict)
    stems: dict[str, str] = field(default_factory=dict)


def build(forms: Iterable[tuple[str, str, str]], bare: bool) -> Built:
    """The tables of forms as (category, value, form).

    A form that has several values in a category keeps the first: a language file comes before CLDR.
    """
    built = Built()
    cased: dict[tuple[str, str], set[str]] = {}
    for kind, value, form in forms:
        text = fold(form.strip(), bare).text
        open_end, open_start = text.endswith("*"), text.startswith("*")
        text = text.strip("*").strip()
        text = text.rstrip(".") or text
        if not text:
            continue
        if kind in {"stem", "number"} and " " not in text and len(text) > 1:
            built.stems.setdefault(text, value)
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
            _add(built.endings, text, entry)
            continue
        spaced = " ".join(text.replace("-", " ").split()) if len(text) > 1 else text
        if spaced:
            _add(built.opened if open_end else built.closed, spaced, entry)
        if kind == "ordinal" and " " not in text and not open_end and len(text) > 2:
            built.ranks.setdefault(text, value)
        if kind in {"number", "scale"} and " " not in text and len(text) > 1:
            built.parts.setdefault(text, entry)
    lower = {key for key, given in cased.items() if any(form == form.lower() for form in given)}
    built.cased = {key: frozenset(given) for key, given in cased.items() if key not in lower}
    return built


def _add(table: Table, form: str, entry: Entry) -> None:
    entries = table.setdefault(form, [])
    if all(known.category != entry.category for known in entries):
        entries.append(entry)
