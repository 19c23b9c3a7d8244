"""Whatever `datasets` loads: a file or folder of it, or a data set that is in its cache; nothing is fetched."""

import importlib
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from checker.errors import InputError, UsageError
from checker.rows.row import Columns, Item, Reading
from checker.rows.table import PAIRED, item, needed

BATCH = 512
_OFFLINE = ("HF_HUB_OFFLINE", "HF_DATASETS_OFFLINE")
_BUILDERS = {".jsonl": "json", ".ndjson": "json", ".json": "json", ".csv": "csv", ".tsv": "csv", ".parquet": "parquet"}
_BUILDERS |= {".arrow": "arrow", ".txt": "text", ".xml": "xml"}
_SAVED = ("state.json", "dataset_dict.json")
"""Files of a data set that was saved to disk."""


def opened(name: str, split: str | None, columns: Columns) -> Reading:
    """The rows of a split (`train`, `test[:100]`), by default of the only one.

    Raises `InputError` where there is no such data set on this machine, no such split or no such column.
    """
    with _told(name):
        table = _split(_found(name, split), split, name)
        names = list(table.column_names or next(iter(table), {}))
        columns = _columns(columns, names, table, name)
        wanted = needed(columns, names, name)
        reading = Reading(name, columns, total=getattr(table, "num_rows", 0) or 0)
        reading.mark = "" if Path(name).exists() else str(getattr(table, "_fingerprint", ""))
        reading.items = _items(table.select_columns(wanted), reading)
    return reading


@contextmanager
def _told(name: str) -> Iterator[None]:
    """What goes wrong in the library as one line of ours."""
    try:
        yield
    except (OSError, ValueError, LookupError, RuntimeError, TypeError) as error:
        reason = " ".join(f"{error}".split())[:200] or type(error).__name__
        raise InputError(f"{name}: cannot be loaded as a data set: {reason}") from None


def _found(name: str, split: str | None) -> Any:
    for variable in _OFFLINE:
        os.environ[variable] = "1"  # before the import, for it looks only then
    datasets: Any = importlib.import_module("datasets")
    datasets.disable_progress_bars()
    datasets.logging.set_verbosity_error()
    path = Path(name)
    if path.is_file():
        builder = _BUILDERS.get(path.suffix.lower())
        if builder is None:
            raise InputError(f"{name}: {path.suffix or 'a file without suffix'} is none of {', '.join(_BUILDERS)}")
        more = {"delimiter": "\t"} if path.suffix.lower() == ".tsv" else {}
        return datasets.load_dataset(builder, data_files=str(path), streaming=True, **more)
    if path.is_dir():
        saved = any((path / each).exists() for each in _SAVED)
        return datasets.load_from_disk(name) if saved else datasets.load_dataset(name, streaming=True)
    try:
        return datasets.load_dataset(name, split=split)
    except (datasets.exceptions.DatasetNotFoundError, ConnectionError, FileNotFoundError):
        hint = f"load it there first, python -c \"import datasets; datasets.load_dataset('{name}')\""
        raise InputError(
            f"{name}: no such path, and not in the cache of datasets; nothing is fetched here: {hint}"
        ) from None


def _split(found: Any, split: str | None, name: str) -> Any:
    """The split of a data set that has several; one alone needs no name."""
    if not isinstance(found, Mapping):
        return found
    there = ", ".join(map(str, found))
    if split is None and len(found) != 1:
        raise UsageError(f"{name}: has several splits; say which with --split: {there}")
    base, bracket, part = (split or next(iter(found))).partition("[")
    if base not in found:
        raise UsageError(f"{name}: no split {base!r}; there are {there}")
    return found[base] if not bracket else _part(found[base], part, f"{name}: --split {split}")


def _part(table: Any, part: str, where: str) -> Any:
    """The stretch `10:20]` of a split; a bound may be left out."""
    first, colon, last = part.removesuffix("]").partition(":")
    if not colon or not all(bound.isdigit() or not bound for bound in (first, last)):
        raise UsageError(f"{where}: write a part in rows, as in train[100:200]")
    start = int(first or 0)
    rest = table.skip(start)
    return rest.take(max(0, int(last) - start)) if last else rest


def _columns(columns: Columns, names: list[str], table: Any, name: str) -> Columns:
    """What was named; else, of a data set of translations, what its column of pairs holds."""
    if not columns.texts and PAIRED in names and "texts" not in names:
        first: Mapping[str, Any] = next(iter(table), {})
        pair = first.get(PAIRED)
        if isinstance(pair, Mapping):
            columns = replace(columns, texts={language: f"{PAIRED}.{language}" for language in pair})
    if not columns.texts and "texts" not in names:
        raise UsageError(f"{name}: which columns are texts? say --column LANG=COLUMN; there are {', '.join(names)}")
    if columns.id is None and "id" in names:
        columns = replace(columns, id="id")
    return columns


def _items(table: Any, reading: Reading) -> Iterator[Item]:
    number = 0
    reading.done = lambda: number
    rows = iter(table)
    with _told(reading.name):
        while part := list(islice(rows, BATCH)):
            for found in part:
                number += 1
                yield item(found, number, f"{reading.name}: row {number}", reading.columns)
