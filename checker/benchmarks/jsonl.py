"""Reads the data of benchmarks: JSON lines, gzipped or not."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from checker.errors import InputError


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file; raises InputError with the line where there is something else."""
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
