"""Finds the documents under the given paths and the language versions of each.

The conventions: `launch/de.md`, `launch.de.md`, `docs/de/launch.md` beside `docs/en/launch.md`,
`launch-de.md` and `launch_de.md`, `README.md` beside `README.pt-BR.md`, Docusaurus' `i18n/`. Files that are
given by name and not paired by it are versions of one document, and so are the files of a folder whose names
tell nothing and whose languages differ. Patterns of the settings come before all of that.

Files of texts by key have conventions of their own (`values-pt-rBR/strings.xml`, `de.lproj/`,
`locale/de/LC_MESSAGES/`), and one that holds several languages (PO, XLIFF, TMX) is a set by itself, or with those
translated from the same source.
"""

from collections.abc import Sequence

from checker.discover._codes import language_code
from checker.discover._defaults import default_language
from checker.discover._found import Discovery, Formats, Found, Guess, Held, Version
from checker.discover._placed import placed
from checker.discover._search import Search
from checker.discover._walk import walk
from checker.discover.patterns import Pattern

__all__ = ["Discovery", "Formats", "Found", "Guess", "Held", "Version", "default_language", "discover", "language_code"]


def discover(
    paths: Sequence[str],
    formats: Formats,
    *,
    source: str | None = None,
    wanted: Sequence[Sequence[str]] = (),
    exclude: Sequence[str] = (),
) -> Discovery:
    """The document sets under the paths, the same in whatever order they are given.

    `formats` are those that can be read; `source` is a language code in standard form. `wanted` are the entries of the
    settings: with paths, they say what the files under these are; without, they say what to read, too. `exclude` are
    patterns of what is not read. Both are relative to the current folder.
    """
    entries = [tuple(map(Pattern, texts)) for texts in wanted]
    plain = [entry[0].text for entry in entries if len(entry) == 1 and entry[0].is_plain]
    patterned = [entry for entry in entries if any(pattern.has_language for pattern in entry)]
    suffixes = formats.suffixes()
    walked = walk(paths or plain, suffixes, tuple(map(Pattern, exclude)))
    pairs, walked = placed(patterned, walked, suffixes, tuple(map(Pattern, exclude)), everywhere=not paths)
    return Search(walked, formats, source).run(pairs)
