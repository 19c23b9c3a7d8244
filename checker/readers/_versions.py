"""What a reader makes of a file that holds several languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from checker.model import Block, Ignored

SOURCE, TARGET = "source", "target"
"""What a version is called whose language the file does not tell: the one translated from, and the translation."""

REST = "no text of this language"
"""Why digits are none of a version where tags and the texts of other languages stand around its own."""

Content = tuple[tuple[Block, ...], tuple[Ignored, ...]]
"""The blocks of a version and what is none, each in source order."""


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions in a file by BCP 47 tag, or SOURCE and TARGET.

    `source` is the one that the others are translated from, where the format says it.
    """

    texts: Mapping[str, Content]
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """What is to be known of such a file before it is checked."""

    languages: Mapping[str, str | None]
    """By what a version is called its language, None where the file does not tell it."""
    source: str | None
    """What the version is called that the others are translated from."""
    keys: frozenset[int]
    """Hashes of the keys of that version, each with its text: files that share them are translated from one."""


def held(versions: Versions) -> Held:
    """What the versions of a file are."""
    languages = {tag: None if tag in (SOURCE, TARGET) else tag for tag in versions.texts}
    source = versions.texts.get(versions.source) if versions.source else None
    blocks = source[0] if source else ()
    return Held(languages, versions.source, frozenset(hash((block.key, block.form, block.text)) for block in blocks))
