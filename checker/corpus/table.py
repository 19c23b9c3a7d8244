"""Findings as a Parquet file."""

import importlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROWS = 4096
"""Findings of a row group."""


def parquet(lines: Path, file: Path) -> None:
    """Writes JSON lines of findings as Parquet, in constant memory; the same lines give the same bytes."""
    arrow: Any = importlib.import_module("pyarrow")
    writer: Any = importlib.import_module("pyarrow.parquet").ParquetWriter
    schema = _schema(arrow)
    with writer(file, schema, compression="zstd") as out:
        for part in _parts(lines):
            out.write_table(arrow.Table.from_pylist(part, schema=schema))


def _parts(lines: Path) -> Iterator[list[dict[str, Any]]]:
    part: list[dict[str, Any]] = []
    with lines.open(encoding="utf-8") as stream:
        for line in stream:
            part.append(json.loads(line))
            if len(part) >= ROWS:
                yield part
                part = []
    if part:
        yield part


def _schema(arrow: Any) -> Any:
    """The keys of a finding, as in JSON."""
    text, number, share = arrow.string(), arrow.int64(), arrow.float64()
    related = {"lang": text, "line": number, "column": number, "text": text}
    said = {
        "entailment": share,
        "neutral": share,
        "contradiction": share,
        "premise": arrow.list_(text),
        "hypothesis": text,
    }
    return arrow.schema(
        [
            *((name, text) for name in ("row", "rule", "level", "claim", "lang")),
            *((name, number) for name in ("line", "column", "end_line", "end_column")),
            *((name, text) for name in ("text", "message", "expected", "found", "suggestion")),
            ("confidence", share),
            ("nli", arrow.struct(list(said.items()))),
            ("related", arrow.list_(arrow.struct(list(related.items())))),
            ("fingerprint", text),
        ]
    )
