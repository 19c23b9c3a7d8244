"""Parquet, batch by batch."""

import importlib
from collections.abc import Iterator
from typing import Any

from checker.errors import InputError
from checker.rows.row import Item, Reading
from checker.rows.table import item, needed

SUFFIXES = (".parquet",)
COLUMNS = True

BATCH = 512


def read(given: Reading) -> Iterator[Item]:
    """The rows; `texts` may be a struct or a map."""
    arrow: Any = importlib.import_module("pyarrow")
    parquet: Any = importlib.import_module("pyarrow.parquet")
    number = 0
    given.done = lambda: number
    try:
        with parquet.ParquetFile(given.stream) as file:
            given.total = file.metadata.num_rows
            wanted = needed(given.columns, file.schema_arrow.names, given.name)
            for batch in file.iter_batches(batch_size=BATCH, columns=wanted):
                for found in batch.to_pylist(maps_as_pydicts="lossy"):
                    number += 1
                    yield item(found, number, f"{given.name}: row {number}", given.columns)
    except (arrow.ArrowException, OSError, UnicodeDecodeError) as error:
        reason = " ".join(str(error).split())[:200]
        raise InputError(f"{given.name}: cannot be read as Parquet: {reason}") from None
