"""From a file to its text, refusing by name whatever is no text."""

import codecs
import os
import re
import stat
from collections.abc import Callable
from pathlib import Path

from checker.errors import InputError

LIMIT = 64 * 1024 * 1024
BEGINNING = 4096
"""Bytes that tell of which format a file is."""
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CONTROLS = re.compile("[\x00-\x06\x0e-\x1a]")


Decode = Callable[[bytes, str], str]


def decode(data: bytes, shown: str, declared: str | None = None) -> str:
    """The text of a file's bytes: UTF-8, UTF-16 with a byte order mark, or what the file itself declares.

    Raises `InputError` where they are no text of that encoding, and where they are of another than is declared.
    """
    mark, encoding = next((pair for pair in _BOMS if data.startswith(pair[0])), (b"", "utf-8"))
    if declared is not None:
        encoding = _agreed(data[len(mark) :], encoding if mark else None, declared, shown)
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        name = declared or ("UTF-8" if encoding == "utf-8" else "UTF-16")
        place = len(mark) + error.start
        raise InputError(f"{shown}: byte {place + 1} is not {name}; save the file as UTF-8") from error
    if match := _CONTROLS.search(text):
        code = f"U+{ord(match.group()):04X}"
        raise InputError(f"{shown}: not a text file ({code} at character {match.start() + 1}); save it as UTF-8 text")
    return text


def _agreed(data: bytes, marked: str | None, declared: str, shown: str) -> str:
    """The encoding that a file declares, where neither its byte order mark nor its bytes speak against it."""
    try:
        found = codecs.lookup(declared)
        if not found._is_text_encoding:
            raise LookupError(declared)
    except (LookupError, ValueError):
        name = ascii(declared[:40])
        raise InputError(f"{shown}: the declared encoding {name} is not known; save the file as UTF-8") from None
    wide = found.name.startswith("utf-16")
    if marked is not None:
        if wide != marked.startswith("utf-16") or (marked == "utf-8" and found.name not in _UTF_8):
            raise InputError(f"{shown}: declares {declared} and has the mark of {marked.upper()}; save it as UTF-8")
        return marked
    if found.name not in _UTF_8 and not wide and not data.isascii() and _is_utf_8(data):
        raise InputError(f"{shown}: declares {declared} and is UTF-8; mend the declaration")
    if wide and b"\0" not in data[:BEGINNING]:
        raise InputError(f"{shown}: declares {declared} and is none; save it as UTF-8 and declare that")
    return found.name


_UTF_8 = frozenset({"utf-8", "utf-8-sig"})


def _is_utf_8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def load(path: Path, shown: str, decode: Decode = decode) -> str:
    """The decoded text of a file without its byte order mark, line ends as they are.

    Raises `InputError` for what is not a regular, readable file of text. A named pipe or a device is refused without
    being opened, so that none makes us wait.
    """
    return decode(_bytes(path, shown, LIMIT), shown)


def beginning(path: Path, shown: str) -> bytes:
    """The first bytes of a file, refused as `load` does."""
    return _bytes(path, shown, BEGINNING - 1, whole=False)


def _bytes(path: Path, shown: str, limit: int, *, whole: bool = True) -> bytes:
    try:
        _refuse_irregular(path.stat(), shown)
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(file.fileno())
            _refuse_irregular(status, shown)
            data = file.read(limit + 1)
    except FileNotFoundError as error:
        raise InputError(f"{shown}: no such file; check the spelling of the path") from error
    except PermissionError as error:
        raise InputError(f"{shown}: can't be read; give yourself the permission to") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a path"
        raise InputError(f"{shown}: can't be read ({reason}); give a readable file") from error
    if whole and len(data) > limit:
        raise InputError(f"{shown}: larger than {limit >> 20} MiB; split the document")
    return data


def _refuse_irregular(status: os.stat_result, shown: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise InputError(f"{shown}: a folder where a file is expected; name a file in it")
    if not stat.S_ISREG(status.st_mode):
        raise InputError(f"{shown}: not a regular file (a pipe or a device); give a file")
