"""Files of public data as they are handed around: row-parallel lines, JSON lines, names that say a language."""

import gzip
import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import langcodes

from checker.errors import InputError

SUFFIX = ".txt.gz"
"""Of a file of lines that match those of its neighbours by number; before it stands the language."""


def language(name: str, known: Collection[str] = ()) -> str:
    """The BCP 47 code of a file's name such as `deu`, `por-BR` or `por_Latn`.

    Where languages are given as `known` and this is none of them, it is that of its macrolanguage: ar for `arb`.
    """
    code = name.replace("_", "-")
    tag = langcodes.standardize_tag(code)
    return tag if not known or tag.partition("-")[0] in known else langcodes.standardize_tag(code, macro=True)


def lines(path: Path) -> list[str]:
    """The lines of a gzipped text; raises InputError where it is none."""
    try:
        with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
            return [line.rstrip("\n") for line in file]
    except (OSError, EOFError, ValueError) as error:
        raise InputError(f"{path}: not a gzipped UTF-8 text ({error})") from error


def names(folder: Path) -> set[str]:
    """What the files of lines of a folder are called, without the suffix."""
    return {path.name.removesuffix(SUFFIX) for path in folder.glob("*" + SUFFIX)}


def matching(path: Path, count: int, source: str) -> list[str]:
    """The lines of a file that has as many as `source`, which has `count`; raises `InputError` where it has others."""
    found = lines(path)
    if len(found) != count:
        raise InputError(f"{path}: {len(found)} lines where {source} has {count}")
    return found


def objects(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines, gzipped or not; raises InputError with the line where there is no object."""
    opened = gzip.open if path.suffix == ".gz" else open
    number = 0
    try:
        with opened(path, "rt", encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                found = json.loads(line)
                if not isinstance(found, dict):
                    raise InputError(f"{path}:{number}: a JSON object is wanted on each line")
                yield found
    except OSError as error:
        raise InputError(f"{path}: cannot read: {error.strerror or error}") from error
    except (EOFError, ValueError) as error:
        raise InputError(f"{path}:{number + 1}: not JSON lines ({error})") from error
