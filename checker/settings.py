"""Settings: `checker.toml`, or `[tool.checker]` in `pyproject.toml`, found upward from the current folder.

```toml
source = "en"                     # the version that the others are translated from
fail-on = "warning"               # error, warning, note or never
rules-only = false                # true asks no model
model = "bundled"                 # or the name or folder of an entailment model
ignore = ["ISBN [0-9-]+"]         # regular expressions: what they match is never a claim

[levels]                          # error, warning, note or off
number-format = "off"

[names]                           # equal spellings of one product
ChatGPT = ["चैटजीपीटी", "챗GPT"]
```

The command line overrides the file. An unknown key is refused, with the likely one named.
"""

import difflib
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypedDict, Unpack

from checker.errors import CheckerError, SettingsError, UsageError
from checker.model import Level, Rule
from checker.threshold import FailOn

FILE = "checker.toml"
PROJECT_FILE = "pyproject.toml"
OFF = "off"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a person can choose; every field has a default, so `Settings()` is a check with no file."""

    source: str | None = None
    """The version that the others are translated from; None where no version is privileged."""
    fail_on: FailOn = FailOn.WARNING
    rules_only: bool = False
    model: str | None = None
    """The entailment model; None is the bundled one."""
    cache: bool = True
    levels: Mapping[Rule, Level | None] = field(default_factory=dict)
    """The level of a rule where it is not the rule's own; None switches the rule off."""
    ignore: tuple[str, ...] = ()
    """Regular expressions: what they match is never a claim."""
    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """A product's name, and the spellings that are equal to it."""

    def level(self, rule: Rule, default: Level) -> Level | None:
        """The level that a finding of `rule` has; None where the rule is switched off."""
        return self.levels.get(rule, default)

    @property
    def signature(self) -> str:
        """The settings that can change a finding and are not the default, in order; else `default`."""
        chosen = {
            "source": self.source,
            "rules-only": "yes" if self.rules_only else None,
            "model": self.model,
            "levels": ",".join(f"{rule}={level or OFF}" for rule, level in sorted(self.levels.items())),
            "ignore": "|".join(self.ignore),
            "names": ",".join(f"{name}={'/'.join(same)}" for name, same in sorted(self.names.items())),
        }
        return ";".join(f"{key}:{value}" for key, value in chosen.items() if value) or "default"


class Overrides(TypedDict, total=False):
    """What a command line or a caller can say over the file; None says nothing."""

    source: str | None
    fail_on: FailOn | None
    rules_only: bool | None
    model: str | None
    cache: bool | None


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


def language_tag(code: str) -> str:
    """The BCP 47 code in its usual form (`pt-br` is `pt-BR`, `tl` is `fil`); raises `ValueError`."""
    import langcodes

    try:
        if langcodes.tag_is_valid(code):
            return langcodes.standardize_tag(code)
    except ValueError:
        pass
    raise ValueError(f"{code!r} is no language code; write it as in BCP 47: de, pt-BR, zh-Hans, fil")


def find(folder: Path) -> Path | None:
    """The settings file that holds for a folder: its own, or that of the nearest folder above."""
    for place in (folder, *folder.parents):
        if (place / FILE).is_file():
            return place / FILE
        project = place / PROJECT_FILE
        if project.is_file() and _mentions_us(project):
            return project
    return None


def load(path: Path | None = None) -> Settings:
    """The settings of a file, else of the nearest one above the current folder, else the defaults.

    Raises `SettingsError`, one line with file and line.
    """
    chosen = path or find(Path.cwd())
    if chosen is None:
        return Settings()
    shown = _shown(chosen)
    text = _text(chosen, shown)
    return _Reader(shown, text).settings(_table(shown, text, within_project=chosen.name == PROJECT_FILE))


def _shown(path: Path) -> str:
    relative = os.path.relpath(path)
    return path.as_posix() if relative.startswith("..") else Path(relative).as_posix()


def _text(path: Path, shown: str) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(f"{shown}: not UTF-8 (byte {error.start + 1}); save it as UTF-8") from None
    except OSError as error:
        raise SettingsError(f"{shown}: cannot read the settings: {error.strerror}") from None


def _mentions_us(project: Path) -> bool:
    """True where a project file has our table, or is broken and seems to have it."""
    try:
        return re.search(rb"^\s*\[\s*tool\s*\.\s*checker\b", project.read_bytes(), re.MULTILINE) is not None
    except OSError:
        return False


def _table(shown: str, text: str, *, within_project: bool) -> Mapping[str, object]:
    import tomllib

    try:
        table: object = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message, _, place = str(error).partition(" (at ")
        line = re.match(r"line (\d+)", place)
        at = line[1] if line else str(text.count("\n") + 1)
        raise SettingsError(f"{shown}:{at}: broken TOML: {message}") from None
    except RecursionError:
        raise SettingsError(f"{shown}: nested too deeply for a settings file") from None
    for key in ("tool", "checker") if within_project else ():
        table = table.get(key, {}) if isinstance(table, Mapping) else {}
    if not isinstance(table, Mapping):
        raise SettingsError(f"{shown}: tool.checker has to be a table: [tool.checker]")
    return table


class _Reader:
    """Reads a table into `Settings`, naming file and line in what it refuses."""

    def __init__(self, shown: str, text: str) -> None:
        self.shown, self.lines = shown, text.splitlines()

    def settings(self, table: Mapping[str, object]) -> Settings:
        readers = {
            "source": self.source,
            "fail-on": self.fail_on,
            "rules-only": self.truth,
            "model": self.word,
            "cache": self.truth,
            "levels": self.levels,
            "ignore": self.patterns,
            "names": self.names,
        }
        chosen: dict[str, object] = {}
        for key, value in table.items():
            if key not in readers:
                raise self.refusal(key, f"unknown setting {key!r}; {_likely(key, readers)}")
            chosen[key.replace("-", "_")] = readers[key](key, value)
        return replace(Settings(), **chosen)  # type: ignore[arg-type]  # each reader gives its field's type

    def refusal(self, key: str, why: str) -> CheckerError:
        pattern = re.compile(rf"""\s*(?:\[[^\]]*)?(?:[\w.-]+\.)?["']?{re.escape(key)}["']?\s*[=.\]]""")
        line = next((number for number, line in enumerate(self.lines, 1) if pattern.match(line)), None)
        return SettingsError(f"{self.shown}:{line}: {why}" if line else f"{self.shown}: {why}")

    def word(self, key: str, value: object) -> str:
        if not isinstance(value, str) or not value.strip():
            raise self.refusal(key, f"{key} has to be a text in quotes")
        return value

    def truth(self, key: str, value: object) -> bool:
        if not isinstance(value, bool):
            raise self.refusal(key, f"{key} has to be true or false")
        return value

    def source(self, key: str, value: object) -> str:
        try:
            return language_tag(self.word(key, value))
        except ValueError as error:
            raise self.refusal(key, f"{key} {error}") from None

    def fail_on(self, key: str, value: object) -> FailOn:
        names = [str(choice) for choice in FailOn]
        if value not in names:
            raise self.refusal(key, f"{key} has to be one of: {', '.join(names)}")
        return FailOn(str(value))

    def levels(self, key: str, value: object) -> dict[Rule, Level | None]:
        rules, names = [str(rule) for rule in Rule], [*map(str, Level), OFF]
        levels: dict[Rule, Level | None] = {}
        for rule, level in self.table(key, value).items():
            if rule not in rules:
                raise self.refusal(rule, f"unknown rule {rule!r} in {key}; {_likely(rule, rules)}")
            if level not in names:
                raise self.refusal(rule, f"the level of {rule} has to be one of: {', '.join(names)}")
            levels[Rule(rule)] = None if level == OFF else Level(str(level))
        return levels

    def patterns(self, key: str, value: object) -> tuple[str, ...]:
        patterns = self.texts(key, value)
        for pattern in patterns:
            try:
                empty = re.compile(pattern).fullmatch("")
            except (re.error, OverflowError, RecursionError) as error:
                raise self.refusal(key, f"{pattern!r} is no regular expression: {error}") from None
            if empty:
                raise self.refusal(key, f"{pattern!r} matches the empty text; say what is to be ignored")
        return patterns

    def names(self, key: str, value: object) -> dict[str, tuple[str, ...]]:
        return {name: self.texts(name, spellings) for name, spellings in self.table(key, value).items()}

    def table(self, key: str, value: object) -> Mapping[str, object]:
        if not isinstance(value, Mapping):
            raise self.refusal(key, f"{key} has to be a table: [{key}]")
        return value

    def texts(self, key: str, value: object) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(text, str) and text for text in value):
            raise self.refusal(key, f'{key} has to be a list of texts: ["…", "…"]')
        return tuple(value)


def _likely(word: str, known: Iterable[str]) -> str:
    names = sorted(known)
    close = difflib.get_close_matches(word.replace("_", "-"), names, n=1, cutoff=0.6)
    return f"did you mean {close[0]!r}?" if close else f"there are: {', '.join(names)}"
