"""Settings told to people: the page of the documentation, and the file that `checker init` writes."""

import json
import textwrap
from collections.abc import Sequence

from checker.settings.schema import SCHEMA, TABLES, Setting

_HEAD = """\
# Settings

`checker.toml`, or `[tool.checker]` in `pyproject.toml`, is looked for in the current folder and upward; `--config FILE`
names another. `checker init` writes one from what it finds. The command line overrides the file. An unknown key is
refused, with the likely one named.

This page is made from `checker/settings/schema.py`: `python -m checker.settings > docs/settings.md`.
"""
_TOP = """\
# Settings of checker: docs/settings.md says what there is. Lines that begin with #: are what could be set.
"""
_MARK = "#: "


def reference() -> str:
    """The page of all settings, as Markdown."""
    parts = [_HEAD, _contents()]
    table = ""
    for setting in SCHEMA:
        if setting.table != table:
            table = setting.table
            parts.append(f"## `[{table}]`\n\n{textwrap.fill(TABLES[table], 120)}\n")
        parts.append(_section(setting))
    return "\n".join(parts)


def _contents() -> str:
    rows = "".join(f"| `{setting.name}` | {setting.form} | {setting.default} |\n" for setting in SCHEMA)
    return f"| setting | takes | by default |\n|---|---|---|\n{rows}"


def _section(setting: Setting) -> str:
    head = f"[{setting.table}]\n" if setting.table else ""
    kind = f"Takes {setting.form}. By default: {setting.default}."
    mark = "###" if setting.table else "##"
    meaning = textwrap.fill(setting.meaning, 120, break_long_words=False, break_on_hyphens=False)
    return f"{mark} `{setting.key}`\n\n{meaning}\n\n{kind}\n\n```toml\n{head}{setting.example}\n```\n"


def starter(paths: Sequence[Sequence[str]], exclude: Sequence[str], source: str | None) -> str:
    """A settings file with what was found, and all else that could be set as comments.

    `paths` are entries as in the settings.
    """
    entries = [entry[0] if len(entry) == 1 else list(entry) for entry in paths]
    told = {"paths": entries, "exclude": list(exclude), "source": source}
    parts = [_TOP]
    table = ""
    for setting in SCHEMA:
        if setting.table != table:
            table = setting.table
            parts.append(f"{_comment(TABLES[table])}{_MARK}[{table}]\n")
        value = told.get(setting.name)
        said = [f"{setting.key} = {json.dumps(value, ensure_ascii=False)}"] if value else _commented(setting.example)
        parts.append(_comment(setting.meaning) + "\n".join(said) + "\n")
    return "\n".join(parts)


def _commented(example: str) -> list[str]:
    return [_MARK + line for line in example.splitlines() if line]


def _comment(meaning: str) -> str:
    """The first sentence of what a setting means, without marks, in lines that a narrow window shows."""
    sentence = meaning.replace("`", "").partition(". ")[0].rstrip(".")
    return "".join(f"# {line}\n" for line in textwrap.wrap(f"{sentence}.", 98))
