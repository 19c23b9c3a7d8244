"""Plurals whose forms stand side by side with bars between, as Vue and Docusaurus have them: `1 day | {n} days`."""

from itertools import pairwise

from checker.placeholders import spans
from checker.readers._icu import Part

_SIGNS = 40  # bars in a message, those within placeholders included
_MOST = 6  # categories of plurals that any language has


def forms(text: str, start: int, end: int) -> list[Part]:
    """The forms of the message `text[start:end]`, none where it is not such a message.

    It is one where the last form, which is for most numbers, has a placeholder. Of the others, one without is for a
    number of its own: for 1, or where there are two of them, for 0 and 1.
    """
    if not 0 < text.count("|", start, end) < _SIGNS:
        return []
    holes = spans(text[start:end])
    bars = [
        at for at in range(start, end) if text[at] == "|" and not any(one <= at - start < two for one, two in holes)
    ]
    if not 0 < len(bars) < _MOST:
        return []
    pairs = list(pairwise([start - 1, *bars, end]))
    filled = [bool(spans(text[before + 1 : after])) for before, after in pairs]
    if not filled[-1]:
        return []
    own = ["=0", "=1"] if filled[:2] == [False, False] else ["=1"]
    names = [own[at] if at < len(own) and not there else "other" for at, there in enumerate(filled)]
    return [Part(before + 1, after, name) for (before, after), name in zip(pairs, names, strict=True)]
