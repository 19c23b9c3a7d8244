"""Records with columns as rows: JSON lines, Parquet, data sets."""

from collections.abc import Mapping, Sequence

from checker.errors import InputError
from checker.rows.row import SHAPE, Broken, Columns, Item, Row, sound

PAIRED = "translation"
"""What data sets of translations call the column that holds the texts by language."""


def item(found: object, number: int, where: str, columns: Columns) -> Item:
    """The row that a record is, or what is wrong with it; `number` counts from 1 and names a row without a column."""
    if not isinstance(found, Mapping):
        return Broken(f"{where}: not an object; a row is {SHAPE}")
    if columns.texts:
        name = _at(found, columns.id) if columns.id else number
        texts: object = {language: _at(found, path) for language, path in columns.texts.items()}
    else:
        name, texts = _at(found, columns.id or "id"), found.get("texts")
    if isinstance(name, bool) or not isinstance(name, (str, int)):
        return Broken(f'{where}: no "{columns.id or "id"}"; a row is {SHAPE}')
    if not isinstance(texts, Mapping):
        return Broken(f'{where}: no "texts" by language; a row is {SHAPE}')
    if wrong := [language for language, text in texts.items() if not isinstance(text, str | None)]:
        return Broken(f"{where}: the text of {wrong[0]!r} is no string; a row is {SHAPE}")
    given = {sound(language): sound(text) for language, text in texts.items() if text is not None}
    return Row(sound(str(name)), given)


def needed(columns: Columns, names: Sequence[str], where: str) -> list[str]:
    """The columns to read of a table that has those named; raises `InputError` for one that it lacks."""
    wanted = [columns.id or "id", "texts"] if not columns.texts else [*filter(None, [columns.id])]
    wanted = list(dict.fromkeys(path.partition(".")[0] for path in [*wanted, *columns.texts.values()]))
    if missing := [name for name in wanted if name not in names]:
        there = ", ".join(names) or "none"
        hint = f"a row is {SHAPE}; else name its columns: --column LANG=COLUMN"
        raise InputError(f"{where}: no column {missing[0]!r}, there are {there}; {hint}")
    return wanted


def _at(found: object, path: str) -> object:
    """What stands under a dotted path; None where nothing does."""
    if isinstance(found, Mapping) and path in found:
        return found[path]
    for part in path.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found
