"""Where the settings stand: `checker.toml`, or `[tool.checker]` in `pyproject.toml`, found upward from a folder."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

from checker.errors import SettingsError

FILE = "checker.toml"
PROJECT_FILE = "pyproject.toml"


def find(folder: Path) -> Path | None:
    """The settings file that holds for a folder: its own, or that of the nearest folder above."""
    for place in (folder, *folder.parents):
        if (place / FILE).is_file():
            return place / FILE
        project = place / PROJECT_FILE
        if project.is_file() and _mentions_us(project):
            return project
    return None


def shown(path: Path) -> str:
    """The path as messages show it: relative where it is below the current folder."""
    relative = os.path.relpath(path)
    return path.as_posix() if relative.startswith("..") else Path(relative).as_posix()


def text(path: Path, name: str) -> str:
    """The text of a file; raises `SettingsError`."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(f"{name}: not UTF-8 (byte {error.start + 1}); save it as UTF-8") from None
    except OSError as error:
        raise SettingsError(f"{name}: cannot read the settings: {error.strerror}") from None


def table(name: str, content: str, *, within_project: bool) -> Mapping[str, object]:
    """The settings as TOML has them; raises `SettingsError` with the line of what is broken."""
    import tomllib

    try:
        found: object = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        message, _, place = str(error).partition(" (at ")
        line = re.match(r"line (\d+)", place)
        at = line[1] if line else str(content.count("\n") + 1)
        raise SettingsError(f"{name}:{at}: broken TOML: {message}") from None
    except RecursionError:
        raise SettingsError(f"{name}: nested too deeply for a settings file") from None
    for key in ("tool", "checker") if within_project else ():
        found = found.get(key, {}) if isinstance(found, Mapping) else {}
    if not isinstance(found, Mapping):
        raise SettingsError(f"{name}: tool.checker has to be a table: [tool.checker]")
    return found


def _mentions_us(project: Path) -> bool:
    """True where a project file has our table, or is broken and seems to have it."""
    try:
        return re.search(rb"^\s*\[\s*tool\s*\.\s*checker\b", project.read_bytes(), re.MULTILINE) is not None
    except OSError:
        return False
