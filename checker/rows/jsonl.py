"""JSON lines."""

import json
from collections.abc import Iterator

from checker.rows.row import SHAPE, Broken, Item, Reading
from checker.rows.table import item

SUFFIXES = (".jsonl", ".ndjson", ".json")
COLUMNS = True

LONGEST_LINE = 1 << 24
"""Bytes; a longer line is no segment, and reading it whole would let memory grow with the file."""


def read(given: Reading) -> Iterator[Item]:
    """The rows; empty lines are passed over."""
    number = 0
    stream = given.stream
    while raw := stream.readline(LONGEST_LINE):
        number += 1
        where = f"{given.name}:{number}"
        if len(raw) == LONGEST_LINE and not raw.endswith(b"\n"):
            while (rest := stream.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
                pass
            yield Broken(f"{where}: longer than {LONGEST_LINE >> 20} MiB; a row is {SHAPE}")
            continue
        if number == 1:
            raw = raw.removeprefix(b"\xef\xbb\xbf")
        if not raw.strip():
            continue
        try:
            found = json.loads(raw.decode("utf-8").strip())
        except UnicodeDecodeError as error:
            yield Broken(f"{where}: not UTF-8 (byte {error.start + 1} of the line)")
        except json.JSONDecodeError as error:
            yield Broken(f"{where}: broken JSON at character {error.pos + 1}: {error.msg}; a row is {SHAPE}")
        except (ValueError, RecursionError):
            yield Broken(f"{where}: broken JSON; a row is {SHAPE}")
        else:
            yield item(found, number, where, given.columns)
