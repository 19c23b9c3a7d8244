"""Keeps what was worked out of a language on disk, as Python keeps its compiled modules.

Nothing of what is checked is in it. A file that is not whole, or that other data or another version made, counts as
absent; where none can be written, all is worked out anew each time.
"""

import contextlib
import hashlib
import json
import os
import re
import sys
import unicodedata
import zlib
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

FOLDER = "languages"
_NAME = re.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}")
"""Codes that may name a file; the others, of which there is no end, name none."""
_MADE_WITH = ("babel", "langcodes", "unicode-rbnf")
_MADE_OF = (".toml", ".py")


def recall(code: str) -> dict[str, Any] | None:
    """What was kept of a language."""
    path = _path(code)
    if path is None:
        return None
    try:
        head, _, content = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return json.loads(content) if head == _head(code, content) else None


def keep(code: str, found: dict[str, Any]) -> None:
    """Writes the file whole or not at all; what stands in the way is no matter, as it only saves time."""
    path = _path(code)
    if path is None:
        return
    content = json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}.tmp")
        try:
            beside.write_bytes(_head(code, content) + b"\n" + content)
            beside.replace(path)
        except OSError:
            beside.unlink()


def _path(code: str) -> Path | None:
    """Where a language is kept; None for what is no plain code, or where the system names no such place."""
    from platformdirs import user_cache_path

    folder = user_cache_path("checker", appauthor=False)
    return folder / FOLDER / f"{code}.json" if _NAME.fullmatch(code) and folder.is_absolute() else None


@cache
def _origin() -> str:
    """A digest of all that the result depends on: the language data, the code that reads it, the sources behind."""
    digest = hashlib.sha256(f"{sys.version_info[:2]} {unicodedata.unidata_version}".encode())
    for package in _MADE_WITH:
        digest.update(f"{package} {version(package)}\n".encode())
    for entry in sorted(files(__package__).iterdir(), key=lambda item: item.name):
        if entry.name.endswith(_MADE_OF):
            digest.update(entry.name.encode() + b"\0" + entry.read_bytes())
    return digest.hexdigest()


def _head(code: str, content: bytes) -> bytes:
    return f"{code} {_origin()} {zlib.crc32(content):08x}".encode()
