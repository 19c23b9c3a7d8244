"""The bundle's manifest: which files, with which SHA-256, and the digest that names the model.

The digest comes from the manifest alone, so that a run whose answers are all cached opens no weights; the files are
hashed before they are loaded.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.errors import ModelError

FOLDER = Path(__file__).parent / "bundle"
MANIFEST = "manifest.json"
CARD = "MODEL_CARD.md"
SCHEMA = "checker-model/1"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle holds: `files` maps a path in the bundle to its SHA-256; `digest` names all of it."""

    folder: Path
    version: str
    files: Mapping[str, str]
    digest: str

    def path(self, name: str) -> Path:
        """Where a file of the bundle lies."""
        return self.folder / name


def sha256(path: Path) -> str:
    """The SHA-256 of a file, in hex."""
    state = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            state.update(chunk)
    return state.hexdigest()


def digest(version: str, files: Mapping[str, str]) -> str:
    """The first 16 hex digits of the SHA-256 over version and files."""
    text = json.dumps([version, sorted(files.items())], separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def read(folder: Path = FOLDER) -> Manifest:
    """Reads a manifest; raises ModelError where it is missing or makes no sense."""
    path = folder / MANIFEST
    try:
        data: Any = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelError(
            f"{path}: the bundled model has no manifest ({error.strerror}); reinstall the package"
        ) from error
    except ValueError as error:
        raise ModelError(f"{path}: not a manifest ({error}); reinstall the package") from error
    files = data.get("files") if isinstance(data, dict) else None
    if not isinstance(files, dict) or data.get("schema") != SCHEMA or not files:
        raise ModelError(f"{path}: not a manifest of schema {SCHEMA}; reinstall the package")
    version = str(data.get("version"))
    return Manifest(folder, version, files, digest(version, files))


def verify(manifest: Manifest, names: Iterable[str] | None = None) -> None:
    """Hashes files, if not said otherwise all; raises ModelError at the first that is missing or not the manifest's."""
    for name in sorted(manifest.files if names is None else names):
        expected = manifest.files.get(name, "nothing")
        path = manifest.path(name)
        try:
            found = sha256(path)
        except OSError as error:
            raise ModelError(
                f"{path}: file of the bundled model is missing ({error.strerror}); reinstall the package"
            ) from error
        if found != expected:
            raise ModelError(
                f"{path}: damaged, SHA-256 {found[:12]}… where the manifest has {expected[:12]}…; reinstall the package"
            )


def sizes(manifest: Manifest) -> dict[str, int]:
    """The bytes of every file; 0 where it is missing."""
    paths = {name: manifest.path(name) for name in sorted(manifest.files)}
    return {name: path.stat().st_size if path.is_file() else 0 for name, path in paths.items()}


def card(manifest: Manifest) -> str:
    """The model card (Markdown); empty where there is none."""
    path = manifest.path(CARD)
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def write(folder: Path, version: str) -> Manifest:
    """Writes the manifest of the weights in `folder`: all files in its folders `encoder` and `pair`."""
    paths = sorted(p for part in ("encoder", "pair") for p in (folder / part).iterdir() if p.is_file())
    files = {path.relative_to(folder).as_posix(): sha256(path) for path in paths}
    data = {"schema": SCHEMA, "version": version, "files": files}
    temporary = folder / (MANIFEST + ".new")
    temporary.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8")
    temporary.replace(folder / MANIFEST)
    return read(folder)
