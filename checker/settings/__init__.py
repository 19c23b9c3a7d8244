"""Settings: `checker.toml`, or `[tool.checker]` in `pyproject.toml`, found upward from the current folder.

What there is to set, and what it means, is in `schema`, from which `docs/settings.md` is made. The command line
overrides the file. An unknown key is refused, with the likely one named.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from decimal import Decimal
from pathlib import Path
from typing import TypedDict, Unpack, cast

from checker.errors import UsageError
from checker.model import Level, Rule, Skip, Tolerance
from checker.settings import files
from checker.settings.codes import language_tag
from checker.settings.files import FILE, PROJECT_FILE, find
from checker.settings.reading import OFF, Levels, Reader
from checker.threshold import FailOn

__all__ = ["FILE", "PROJECT_FILE", "Overrides", "Settings", "find", "language_tag", "load", "override"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can choose; every field has a default, so `Settings()` is a check with no file.

    Paths are relative to the current folder.
    """

    source: str | None = None
    """The version that the others are translated from; None where no version is privileged."""
    fail_on: FailOn = FailOn.WARNING
    rules_only: bool = False
    model: str | None = None
    """The entailment model; None is the bundled one."""
    cache: bool = True
    levels: Levels = field(default_factory=dict)
    """The level of a rule where it is not the rule's own; None switches the rule off."""
    ignore: tuple[str, ...] = ()
    """Regular expressions: what they match is never a claim."""
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """A product's name, and the spellings that are equal to it."""
    keep: tuple[str, ...] = ()
    """Names that every version has to write letter by letter."""
    language_levels: Mapping[str, Levels] = field(default_factory=dict)
    """The same as `levels` for findings in one language, over what `levels` says."""
    paths: tuple[tuple[str, ...], ...] = ()
    """What to read where no path is given: entries of one path, or of patterns for the same documents."""
    exclude: tuple[str, ...] = ()
    """Patterns of files and folders that are not read."""
    baseline: str | None = None
    """The file of known findings."""
    tolerance: Tolerance = field(default_factory=Tolerance)
    skip: Skip = field(default_factory=Skip)
    history: bool = True
    """Whether the command line asks git which drifts are stale translations."""

    def level(self, rule: Rule, default: Level, language: str = "") -> Level | None:
        """The level that a finding of `rule` has in a language; None where the rule is switched off."""
        for code in (language, language.partition("-")[0]):
            if rule in (levels := self.language_levels.get(code, {})):
                return levels[rule]
        return self.levels.get(rule, default)

    @property
    def signature(self) -> str:
        """The settings that can change a finding and are not the default, in order; else `default`."""
        chosen = {
            "source": self.source,
            "rules-only": "yes" if self.rules_only else None,
            "model": self.model,
            "levels": _levels(self.levels),
            **{f"levels.{code}": _levels(levels) for code, levels in sorted(self.language_levels.items())},
            "ignore": "|".join(self.ignore),
            "names": ",".join(f"{name}={'/'.join(same)}" for name, same in sorted(self.names.items())),
            "keep": "|".join(self.keep),
            **{f"tolerance.{one.name}": _share(getattr(self.tolerance, one.name)) for one in fields(Tolerance)},
            "skip.between": "|".join(map("…".join, self.skip.between)),
            "skip.headings": "|".join(self.skip.headings),
            "skip.elements": "|".join(self.skip.elements),
        }
        return ";".join(f"{key}:{value}" for key, value in chosen.items() if value) or "default"


def _levels(levels: Levels) -> str:
    return ",".join(f"{rule}={level or OFF}" for rule, level in sorted(levels.items()))


def _share(share: Decimal | None) -> str:
    return "" if share is None else f"{(share * 100).normalize():f}%"


class Overrides(TypedDict, total=False):
    """What a command line or a caller can say over the file; None says nothing."""

    source: str | None
    fail_on: FailOn | None
    rules_only: bool | None
    model: str | None
    cache: bool | None
    baseline: str | None


def override(settings: Settings, **chosen: Unpack[Overrides]) -> Settings:
    """The settings with what was chosen on the command line; raises `UsageError` for an unknown language."""
    said = {key: value for key, value in chosen.items() if value is not None}
    source = chosen.get("source")
    if source is not None:
        try:
            said["source"] = language_tag(source)
        except ValueError as error:
            raise UsageError(f"source language {error}") from None
    return replace(settings, **said)  # type: ignore[arg-type]  # the keys are those of Overrides


def load(path: Path | None = None) -> Settings:
    """The settings of a file, else of the nearest one above the current folder, else the defaults.

    Raises `SettingsError`, one line with file and line.
    """
    chosen = path or find(Path.cwd())
    if chosen is None:
        return Settings()
    shown = files.shown(chosen)
    text = files.text(chosen, shown)
    table = files.table(shown, text, within_project=chosen.name == PROJECT_FILE)
    return _made(Reader(shown, text).read(table), chosen.parent)


def _made(chosen: Mapping[str, object], folder: Path) -> Settings:
    """The settings of what a file in a folder says, with its paths made relative to the current folder."""
    said: dict[str, object] = {}
    inner: dict[str, dict[str, object]] = {"tolerance": {}, "skip": {}}
    for name, value in chosen.items():
        table, _, key = name.rpartition(".")
        (inner[table] if table else said)[key.replace("-", "_")] = value
    levels = cast("dict[str, Levels]", said.pop("levels", {}))
    said |= {"levels": levels.pop("", {}), "language_levels": levels} if levels else {}
    for name in ("exclude", "baseline", "paths"):
        if name in said:
            said[name] = _placed(said[name], folder)
    said |= {"tolerance": Tolerance(**inner["tolerance"])} if inner["tolerance"] else {}  # type: ignore[arg-type]
    said |= {"skip": Skip(**inner["skip"])} if inner["skip"] else {}  # type: ignore[arg-type]
    return replace(Settings(), **said)  # type: ignore[arg-type]  # each reader gives its field's type


def _placed(path: object, folder: Path) -> object:
    """A path, or each of a row of paths, seen from the current folder."""
    if isinstance(path, tuple):
        return tuple(_placed(each, folder) for each in path)
    return Path(os.path.relpath(folder / str(path))).as_posix()
