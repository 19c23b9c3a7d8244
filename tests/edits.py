"""Edits of a document set that change nothing of what it says: twenty and some kinds, for Markdown versions.

Each takes the texts by file name (`de.md`) and gives them anew, perhaps under other names.
"""

import re
import textwrap
from collections.abc import Callable, Mapping

Texts = Mapping[str, str]
Edit = Callable[[Texts], dict[str, str]]


def _each(change: Callable[[str], str]) -> Edit:
    return lambda texts: {name: change(text) for name, text in texts.items()}


def _one(change: Callable[[str], str]) -> Edit:
    """The same in one version alone."""
    return lambda texts: {name: change(text) if name == max(texts) else text for name, text in texts.items()}


def _named(change: Callable[[str], str]) -> Edit:
    return lambda texts: {change(name): text for name, text in texts.items()}


def _wrapped(width: int) -> Callable[[str], str]:
    def wrap(text: str) -> str:
        paragraphs = re.split(r"\n{2,}", text.strip())
        lines = (
            paragraph
            if paragraph.startswith(("#", "|", "-", "<", "1.", "```"))
            else textwrap.fill(" ".join(paragraph.split()), width, break_long_words=False, break_on_hyphens=False)
            for paragraph in paragraphs
        )
        return "\n\n".join(lines) + "\n"

    return wrap


def _split(text: str) -> str:
    """Each paragraph broken in two behind its first sentence."""
    return re.sub(r"(?m)^(?![#|<-])([^\n]{60,}?[a-zа-яё]\.) (?=\S)", r"\1\n\n", text)


def _emphasis(text: str) -> str:
    """The first long word of each line of prose in bold."""
    return re.sub(r"(?m)^(?![#|<-])([^\n]*? )([^\W\d_]{6,})(?= [^\W\d])", r"\1**\2**", text)


def _no_break_spaces(text: str) -> str:
    """A no-break space between a number and the letters behind it."""
    return re.sub(r"(?<=\d) (?=[^\W\d_])", "\u00a0", text)


EDITS: dict[str, Edit] = {
    "empty lines on top": _each(lambda text: "\n\n\n" + text),
    "empty lines on top of one version": _one(lambda text: "\n\n\n\n\n" + text),
    "a heading on top": _each(lambda text: "# News\n\n" + text),
    "a heading on top of one version": _one(lambda text: "# News\n\n" + text),
    "front matter": _each(lambda text: "---\nlayout: page\ndate: 2026-02-03\n---\n\n" + text),
    "front matter in one version": _one(lambda text: "---\nlayout: page\n---\n\n" + text),
    "a comment on top": _each(lambda text: "<!-- reviewed by 3 people -->\n\n" + text),
    "code on top": _each(lambda text: "```sh\nmake --jobs 4\n```\n\n" + text),
    "a picture on top of one version": _one(lambda text: "![](map-2024.png)\n\n" + text),
    "reflowed to 72 columns": _each(_wrapped(72)),
    "reflowed to 60 columns in one version": _one(_wrapped(60)),
    "a line a paragraph": _each(_wrapped(100_000)),
    "windows line ends": _each(lambda text: text.replace("\n", "\r\n")),
    "a byte order mark": _one(lambda text: "\ufeff" + text),
    "spaces at the ends of lines": _each(lambda text: text.replace("\n", " \n")),
    "no line end at the end": _each(lambda text: text.rstrip("\n")),
    "empty lines doubled": _each(lambda text: text.replace("\n\n", "\n\n\n")),
    "no-break spaces": _each(_no_break_spaces),
    "words in bold": _each(_emphasis),
    "paragraphs split in one version": _one(_split),
    "a paragraph at the end": _each(lambda text: text.rstrip("\n") + "\n\n---\n"),
    "files named otherwise": _named(lambda name: f"renamed.{name}"),
    "files in folders by language": _named(lambda name: f"{name.partition('.')[0]}/page.md"),
    "files in another folder": _named(lambda name: f"moved/deep/{name}"),
    "versions in another order": lambda texts: dict(reversed(texts.items())),
}
