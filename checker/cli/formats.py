"""Which reports are asked for, and where each goes."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from checker.errors import UsageError

STDOUT = "-"
DEFAULT = "text"


class Target(NamedTuple):
    """A format and the file it is written to; None is standard output."""

    form: str
    file: Path | None


def targets(formats: Sequence[str] | None, outputs: Sequence[Path] | None) -> list[Target]:
    """The first format goes to the first output, and so on; one format alone may go to standard output.

    Raises `UsageError`, which says what would be right, where they do not pair or two go to one place.
    """
    forms, files = list(formats or ()), list(outputs or ())
    if len(forms) <= 1 and len(files) <= 1:
        return [Target(forms[0] if forms else DEFAULT, file(files[0] if files else None))]
    if len(forms) != len(files):
        raise UsageError(_unpaired(forms, files))
    found = [Target(form, file(path)) for form, path in zip(forms, files, strict=True)]
    seen: set[str] = set()
    for (form, path), given in zip(found, files, strict=True):
        place = STDOUT if path is None else os.path.realpath(path)
        if place in seen:
            where = "standard output" if path is None else str(given)
            raise UsageError(f"--format {form}: {where} is taken by another format; name another --output")
        seen.add(place)
    return found


def file(output: Path | None) -> Path | None:
    """The file of an `--output`; None for standard output."""
    return None if output is None or str(output) == STDOUT else output


def _unpaired(forms: Sequence[str], files: Sequence[Path]) -> str:
    said = f"{len(forms) or 'no'} --format and {len(files) or 'no'} --output do not pair"
    count = max(len(forms), len(files))
    names = [*forms, *["NAME"] * (count - len(forms))]
    places = [*map(str, files), *["FILE"] * (count - len(files))]
    right = " ".join(f"--format {form} --output {place}" for form, place in zip(names, places, strict=True))
    return f"{said}; give each format its file, - for standard output: {right}"
