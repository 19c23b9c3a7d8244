"""Rows that were sound the last time, by content: with the model, to go through them again would be most of the work.

Kept beside the model's answers, of rows without a finding and without an error only: how many claims they make. What
else there is is found anew, from answers that are kept, too. A key names the row, what it is checked with, and the
program itself, so that nothing outlives a change of any.
"""

import hashlib
import json
import struct
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from checker import nli
from checker.nli.cache import Store
from checker.opening import cache_path
from checker.rows import Row
from checker.settings import Settings
from checker.signature import signature

_CLAIMS = struct.Struct("<I")
_CODE = (".py", ".toml")


class Remembered:
    """The rows that a model and settings found nothing in; nothing is remembered where the settings want no cache."""

    def __init__(self, settings: Settings, model: nli.Model) -> None:
        folder = cache_path(settings)
        self._store = None if folder is None else _store(folder)
        self._begin = f"row|{_program()}|{signature(settings, model)}|"

    def claims(self, rows: Sequence[Row]) -> dict[int, int]:
        """How many claims the rows make that are known, by place."""
        if self._store is None:
            return {}
        keys = {self._key(row): place for place, row in enumerate(rows)}
        found = self._store.get(list(keys))
        return {keys[key]: _CLAIMS.unpack(value)[0] for key, value in found.items() if len(value) == _CLAIMS.size}

    def keep(self, rows: Mapping[int, Row], claims: Mapping[int, int]) -> None:
        """Remembers rows, by place, with the claims that they make."""
        if self._store is not None:
            self._store.put({self._key(rows[place]): _CLAIMS.pack(count) for place, count in claims.items()})

    def _key(self, row: Row) -> bytes:
        content = json.dumps([row.id, sorted(row.texts.items()), row.source, row.form], ensure_ascii=True)
        return hashlib.sha256((self._begin + content).encode()).digest()


@lru_cache(maxsize=1)
def _store(folder: Path) -> Store:
    return Store(folder)


@cache
def _program() -> str:
    """A digest of all that the package is made of."""
    digest = hashlib.sha256()
    root = Path(__file__).parents[1]
    for path in sorted(each for each in root.rglob("*") if each.suffix in _CODE):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
