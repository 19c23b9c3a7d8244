"""The language of the pages whose names give none, as a site's own configuration says it.

A table of file names and of what to look for in them, not a parser for each: what can't be read so is left to the
settings, or to the text of the page.
"""

import re
from functools import cache
from pathlib import Path

from checker.locales import known

_CODE = r"""["']?(?P<code>[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,4}){0,2})\b"""
_NAMED = re.compile(rf"""\bdefault_?(?:locale|lang|language|contentlanguage)["']?\s*[:=]\s*{_CODE}""", re.IGNORECASE)
_ROOT = re.compile(rf"""\broot["']?\s*:\s*\{{[^{{}}]*?\blang["']?\s*:\s*{_CODE}""")
_LISTED = re.compile(rf"""-[ \t]+locale:[ \t]*{_CODE}(?:(?!\n[ \t]*-[ \t])[\s\S]){{0,400}}?\bdefault:[ \t]*true\b""")
_FILES = (
    *((f"docusaurus.config.{end}", _NAMED) for end in ("js", "ts", "mjs", "cjs")),
    *((f"next.config.{end}", _NAMED) for end in ("js", "ts", "mjs")),
    ("next-i18next.config.js", _NAMED),
    *((f"astro.config.{end}", _NAMED) for end in ("mjs", "js", "ts")),
    *((f"{name}.{end}", _NAMED) for name in ("hugo", "config") for end in ("toml", "yaml", "yml")),
    *((f".vitepress/config.{end}", _ROOT) for end in ("js", "ts", "mjs", "mts")),
    *((f"mkdocs.{end}", _LISTED) for end in ("yml", "yaml")),
    ("_config.yml", _NAMED),
)
_MOST = 256 * 1024  # bytes
_LEVELS = 5  # folders above a page in which its site's configuration may stand


def default_language(folder: Path) -> str | None:
    """The language that the site of a folder has where no name says another; None where no file tells it."""
    for place in (folder, *folder.parents)[:_LEVELS]:
        if language := _told(place):
            return language
        if (place / ".git").exists():
            break
    return None


@cache
def _told(folder: Path) -> str | None:
    """What the configuration files of one folder say, the first that says anything."""
    for name, wanted in _FILES:
        path = folder / name
        try:
            if not path.is_file() or path.stat().st_size > _MOST:
                continue
            found = wanted.search(path.read_text("utf-8", errors="replace"))
        except OSError:
            continue
        if found and (language := known(found["code"])):
            return language
    return None
