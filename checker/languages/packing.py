"""A lexicon as plain data that JSON can hold, and back."""

from typing import Any

from checker.languages.building import Built, Table
from checker.languages.lexicon import Lexicon
from checker.languages.tree import Entry, plant

_TABLES = ("closed", "opened", "endings")


def packed(built: Built, **settings: object) -> dict[str, Any]:
    """The tables with each entry written once and meant by its number, and whatever else a `Lexicon` is given."""
    numbers: dict[Entry, int] = {}

    def numbered(table: Table) -> dict[str, list[int]]:
        return {form: [numbers.setdefault(entry, len(numbers)) for entry in entries] for form, entries in table.items()}

    return {
        **{name: numbered(getattr(built, name)) for name in _TABLES},
        "parts": {form: numbers.setdefault(entry, len(numbers)) for form, entry in built.parts.items()},
        "ranks": built.ranks,
        "stems": built.stems,
        "cased": [[form, category, given] for (form, category), given in built.cased.items()],
        "settings": settings,
        "entries": list(numbers),
    }


def unpacked(content: dict[str, Any]) -> Lexicon:
    """The lexicon of what `packed` returned, also by way of JSON."""
    entries = [Entry(*entry) for entry in content["entries"]]
    alone = [(entry,) for entry in entries]
    closed, opened, endings = (
        {
            form: alone[numbers[0]] if len(numbers) == 1 else tuple(entries[number] for number in numbers)
            for form, numbers in content[name].items()
        }
        for name in _TABLES
    )
    parts, stems = {form: entries[number] for form, number in content["parts"].items()}, content["stems"]
    opening = (*parts, *stems)
    settings: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in content["settings"].items()
    }
    return Lexicon(
        tree=plant(closed, opened),
        parts=parts,
        stems=stems,
        ranks=content["ranks"],
        endings=endings,
        longest_ending=max(map(len, endings), default=0),
        longest_part=max(map(len, opening), default=0),
        first_letters=frozenset(form[:2] for form in opening),
        last_letters=frozenset(form[-1] for form in endings),
        cased={(form, category): given for form, category, given in content["cased"]},
        **settings,
    )
