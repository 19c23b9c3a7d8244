"""What the users of a format agree on and its files do not say."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads((Path(__file__).parent / "conventions.toml").read_text(encoding="utf-8"))


def conventional(suffix: str) -> str | None:
    """The language that sources of a format are in where neither the file nor its text tells; None for none."""
    language = _table()["source"].get(suffix.removeprefix("."))
    return str(language) if language else None
