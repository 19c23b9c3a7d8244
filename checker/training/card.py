"""Writes the model card: what the bundle is, what it was made of, what it was measured to do, and its limits."""

import hashlib
import json
import tomllib
from pathlib import Path
from typing import Any

from checker.nli import bundle
from checker.training.data import SOURCES

NOTES = Path(__file__).with_name("sources.toml")


def render(work: Path, folder: Path, figures: Path) -> str:
    """The card as Markdown."""
    notes = tomllib.loads(NOTES.read_text(encoding="utf-8"))
    manifest = bundle.read(folder)
    record = json.loads((work / "data" / SOURCES).read_text(encoding="utf-8"))
    measured: dict[str, Any] = json.loads(figures.read_text(encoding="utf-8"))
    lines = [
        "# The bundled model",
        "",
        notes["about"].strip(),
        "",
        f"Signature: version {manifest.version}, digest `{manifest.digest}`.",
        "",
        "| file | bytes | SHA-256 |",
        "|---|---|---|",
        *(f"| `{n}` | {manifest.path(n).stat().st_size} | `{d[:16]}…` |" for n, d in sorted(manifest.files.items())),
        "",
        "## Sources",
        "",
        "| source | licence | examples | files (SHA-256) |",
        "|---|---|---|---|",
    ]
    for name, note in notes["source"].items():
        files = {path: value for path, value in record["sources"].items() if note["path"] in path}
        counts = record["examples"].get(f"train/{name}")
        shown = _revision(files)
        lines.append(f"| {note['title']} | {note['licence']} | {counts or '—'} | {shown} |")
    lines += ["", notes["base"].strip(), "", "## Figures", "", notes["figures"].strip(), ""]
    for name, value in sorted(measured.items()):
        if isinstance(value, dict):
            lines += [f"**{name}**", "", *_table(value), ""]
    lines += ["## Limits", "", notes["limits"].strip(), ""]
    return "\n".join(lines)


def _revision(files: dict[str, str]) -> str:
    state = hashlib.sha256(json.dumps(sorted(files.items())).encode()).hexdigest()
    return f"{len(files)} (`{state[:12]}…`)"


def _table(values: dict[str, Any]) -> list[str]:
    flat: dict[str, str] = {}
    for name, value in values.items():
        if isinstance(value, dict):
            flat.update({f"{name}: {inner}": f"{entry}" for inner, entry in value.items()})
        else:
            flat[name] = f"{value}"
    return ["| what | figure |", "|---|---|", *(f"| {name} | {entry} |" for name, entry in flat.items())]
