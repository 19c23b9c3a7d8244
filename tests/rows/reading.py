"""Reads rows out of bytes, for tests."""

import io
from pathlib import Path

from checker.rows import Broken, Columns, Item, Row, opened, streamed


def items(folder: Path, name: str, data: bytes, columns: Columns | None = None) -> list[Item]:
    path = folder / name
    path.write_bytes(data)
    return list(opened(path, columns).items)


def rows(found: list[Item]) -> list[Row]:
    return [item for item in found if isinstance(item, Row)]


def broken(found: list[Item]) -> list[str]:
    return [item.message for item in found if isinstance(item, Broken)]


def from_bytes(data: bytes, columns: Columns | None = None) -> tuple[list[Row], list[str]]:
    found = list(streamed(io.BytesIO(data), "f", columns).items)
    return rows(found), broken(found)
