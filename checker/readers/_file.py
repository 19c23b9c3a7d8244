"""From a file to its text, refusing by name whatever is no text."""

import os
import re
import stat
from pathlib import Path

from checker.errors import InputError

LIMIT = 64 * 1024 * 1024
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CONTROLS = re.compile("[\x00-\x06\x0e-\x1a]")


def load(path: Path, shown: str) -> str:
    """The decoded text of a file without its byte order mark, line ends as they are.

    Raises `InputError` for what is not a regular, readable file of UTF-8 (or UTF-16 with a byte order mark).
    A named pipe or a device is refused without being opened, so that none makes us wait.
    """
    return decode(_bytes(path, shown), shown)


def decode(data: bytes, shown: str) -> str:
    """The text of a file's bytes."""
    mark, encoding = next((pair for pair in _BOMS if data.startswith(pair[0])), (b"", "utf-8"))
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        name = "UTF-8" if encoding == "utf-8" else "UTF-16"
        place = len(mark) + error.start
        raise InputError(f"{shown}: byte {place + 1} is not {name}; save the file as UTF-8") from error
    if match := _CONTROLS.search(text):
        code = f"U+{ord(match.group()):04X}"
        raise InputError(f"{shown}: not a text file ({code} at character {match.start() + 1}); save it as UTF-8 text")
    return text


def _bytes(path: Path, shown: str) -> bytes:
    try:
        _refuse_irregular(path.stat(), shown)
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(file.fileno())
            _refuse_irregular(status, shown)
            data = file.read(LIMIT + 1)
    except FileNotFoundError as error:
        raise InputError(f"{shown}: no such file; check the spelling of the path") from error
    except PermissionError as error:
        raise InputError(f"{shown}: can't be read; give yourself the permission to") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a path"
        raise InputError(f"{shown}: can't be read ({reason}); give a readable file") from error
    if len(data) > LIMIT:
        raise InputError(f"{shown}: larger than {LIMIT >> 20} MiB; split the document")
    return data


def _refuse_irregular(status: os.stat_result, shown: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise InputError(f"{shown}: a folder where a file is expected; name a file in it")
    if not stat.S_ISREG(status.st_mode):
        raise InputError(f"{shown}: not a regular file (a pipe or a device); give a file")
