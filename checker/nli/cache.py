"""Remembers what the model answered, in SQLite, by content and model digest.

A cache that can't be read or written is left aside with one line in the log; the answers are the same.
"""

import hashlib
import json
import logging
import sqlite3
import struct
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from checker.model import Pair, Probabilities

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from checker.nli import Model

FILE = "nli.sqlite"
_TIMEOUT = 5.0
_ASK = 500
_log = logging.getLogger("checker.nli")


class Store:
    """Bytes by key; every value carries a checksum of both, and a damaged one counts as absent."""

    def __init__(self, folder: Path) -> None:
        self._connection: sqlite3.Connection | None = None
        self._path = folder / FILE
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._connection = sqlite3.connect(self._path, timeout=_TIMEOUT, isolation_level=None)
            self._connection.execute("PRAGMA journal_mode=WAL")
            self._connection.execute("PRAGMA synchronous=NORMAL")
            self._connection.execute(
                "CREATE TABLE IF NOT EXISTS answers (key BLOB PRIMARY KEY, value BLOB) WITHOUT ROWID"
            )
        except (OSError, sqlite3.Error) as error:
            self._leave(error)

    def _leave(self, error: Exception) -> None:
        _log.warning("%s: working without the cache of the model (%s)", self._path, error)
        self.close()

    def close(self) -> None:
        """Gives the file back."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values that are there and sound."""
        found: dict[bytes, bytes] = {}
        if self._connection is None:
            return found
        try:
            for at in range(0, len(keys), _ASK):
                part = keys[at : at + _ASK]
                marks = ",".join("?" * len(part))
                query = f"SELECT key, value FROM answers WHERE key IN ({marks})"
                for key, value in self._connection.execute(query, part):
                    if isinstance(value, bytes) and _checksum(key, value[4:]) == value[:4]:
                        found[key] = value[4:]
        except sqlite3.Error as error:
            self._leave(error)
        return found

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Adds the values, all or none of them."""
        if self._connection is None or not values:
            return
        rows = [(key, _checksum(key, value) + value) for key, value in values.items()]
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?)", rows)
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            self._leave(error)


def _checksum(key: bytes, value: bytes) -> bytes:
    return struct.pack("<I", zlib.crc32(value, zlib.crc32(key)))


class Cached:
    """A model that is asked only what the store does not know."""

    def __init__(self, model: "Model", folder: Path) -> None:
        self._model = model
        self._store = Store(folder)

    @property
    def digest(self) -> str:
        """The digest of the model behind."""
        return self._model.digest

    def _key(self, *content: object) -> bytes:
        text = json.dumps([self.digest, *content], ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).digest()

    def embed(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        """As the model's."""
        import numpy as np

        keys = {text: self._key("vector", text) for text in texts}
        known = self._store.get(list(keys.values()))
        missing = [text for text, key in keys.items() if key not in known]
        if missing:
            vectors = np.ascontiguousarray(self._model.embed(missing), "<f4")
            new = {keys[text]: vector.tobytes() for text, vector in zip(missing, vectors, strict=True)}
            self._store.put(new)
            known.update(new)
        rows = [np.frombuffer(known[keys[text]], "<f4") for text in texts]
        return np.stack(rows).astype(np.float32) if rows else np.zeros((0, 0), np.float32)

    def judge(self, pairs: Sequence[Pair]) -> list[Probabilities]:
        """As the model's."""
        keys = {p: self._key("pair", p.premise, p.hypothesis, p.premise_span, p.hypothesis_span) for p in pairs}
        known = self._store.get(list(keys.values()))
        missing = [pair for pair, key in keys.items() if key not in known]
        if missing:
            answers = self._model.judge(missing)
            new = {
                keys[pair]: struct.pack("<3d", p.entailment, p.neutral, p.contradiction)
                for pair, p in zip(missing, answers, strict=True)
            }
            self._store.put(new)
            known.update(new)
        return [Probabilities(*struct.unpack("<3d", known[keys[pair]])) for pair in pairs]
