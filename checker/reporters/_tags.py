"""HTML written so that a document's words are never more than words, with their language and direction."""

from functools import lru_cache
from html import escape

from checker.languages.cldr import locale
from checker.terminal import defused, safe, squeezed

HERE = 'lang="en" dir="ltr"'
"""The attributes of what this program says itself."""
UNTOLD = 'lang="und" dir="auto"'
"""Those of words of which nobody knows the language."""


def words(text: str | None) -> str:
    """The text as content or as an attribute's value, on one line, with nothing that is markup or steers."""
    return "" if text is None else _plain(squeezed(text).strip())


def inner(text: str) -> str:
    """As `words`, with a space kept at either end."""
    return _plain(squeezed(text))


def _plain(text: str) -> str:
    """Without markup, and without a build server's command where the page is printed."""
    return defused(escape(text, quote=True), "&#91;")


def cut_before(text: str, most: int) -> str:
    """The end of the text, with `…` where something is cut off; whole words if the cut is within one."""
    if len(text) <= most:
        return text
    kept = text[len(text) - most :]
    space = kept.find(" ", 0, most // 2)
    return "…" + (kept if space < 0 else kept[space:])


def cut_after(text: str, most: int) -> str:
    """The beginning of the text, with `…` where something is cut off; whole words if the cut is within one."""
    if len(text) <= most:
        return text
    kept = text[:most]
    space = kept.rfind(" ", most // 2)
    return (kept if space < 0 else kept[: space + 1]) + "…"


@lru_cache(maxsize=1024)
def language(code: str) -> str:
    """The attributes of text in a language: `lang` and `dir`."""
    return f'lang="{escape(safe(code), quote=True)}" dir="{_direction(code)}"'


def _direction(code: str) -> str:
    found = locale(code)
    if found is None:
        return "auto"
    return "rtl" if found.character_order == "right-to-left" else "ltr"
