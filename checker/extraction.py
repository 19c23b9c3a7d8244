"""Finds the claims of a text: every number ends in a mention, or in a skipped stretch with its reason."""

import re
from collections.abc import Iterator
from decimal import Context, localcontext
from functools import lru_cache

from checker import languages
from checker.kinds import ordinals, told
from checker.kinds.amounts import amounts
from checker.kinds.amounts.inwords import holds_number
from checker.kinds.found import Found, Taken
from checker.kinds.names import names
from checker.kinds.parts import factors, fractions
from checker.kinds.times import dates, quarters, times, years
from checker.languages.lexicon import Lexicon
from checker.model import Mention, Span
from checker.scan import Scan, scan, silent

_WORTH = re.compile(r"\w")
_EXACT = Context(prec=400)
"""Digits that no sum or product of what is read can exceed: amounts are exact."""
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+")
"""An address on the web, whose digits claim nothing."""
_OFFSET = re.compile(r" ?[+\-\u2212–]\d{1,2}(?::?\d{2})?(?!\d)")
_WEB = ("http", "www")
_ADDRESSED, _IDIOM, _UNREAD = "a web address", "an idiom", "not read"
"""Why digits are in no claim."""
_LONG = 4096
"""Code points from which a text's claims are not kept: a cache must not grow with the length of its texts."""


def extract(text: str, language: str) -> tuple[Mention, ...]:
    """The claims of a text in a language (BCP 47), in order of where they stand.

    Positions are code points of `text`; `text[mention.start:mention.end] == mention.text`.
    """
    if not _WORTH.search(text):
        return ()
    lexicon = languages.load(language)
    return _extract(text, lexicon) if len(text) < _LONG else _extract_long(text, lexicon)


@lru_cache(maxsize=4096)
def _extract(text: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    if silent(text, lexicon, holds_number):
        return ()
    scanned = scan(text, lexicon)
    with localcontext(_EXACT):
        found = sorted(_find(scanned), key=lambda item: (item.start, -item.end))
    return tuple(_mention(scanned, item) for item in found)


_extract_long = lru_cache(maxsize=4)(_extract.__wrapped__)


def why_unread(text: str, language: str, start: int) -> str:
    """Why the digits that start there in a text are in none of its claims."""
    scanned = scan(text, languages.load(language))
    for span in skipped(scanned):
        first, last = scanned.folded.span(*span)
        if first <= start < last:
            return _ADDRESSED if scanned.text.startswith(_WEB, span.start) else _IDIOM
    return _UNREAD


def _find(scanned: Scan) -> Iterator[Found]:
    taken = Taken()
    for start, end in skipped(scanned):
        taken.add(start, end)
    for finder in (
        times.find_sure,
        dates.find,
        years.find,
        quarters.find,
        names.find,
        times.find,
        factors.find,
        fractions.find,
        ordinals.find,
        amounts.find,
    ):
        yield from finder(scanned, taken)


def skipped(scanned: Scan) -> list[Span]:
    """Addresses, and idioms with digits (24/7), as stretches of the folded text.

    Idioms without digits have lost their words already.
    """
    addresses = [Span(*match.span()) for match in _ADDRESS.finditer(scanned.text)]
    return [*addresses, *_offsets(scanned)] + [
        Span(match.start, match.end)
        for _, matches in scanned.having("skip")
        for match in matches
        if match.category == "skip" and any(map(str.isdigit, scanned.text[match.start : match.end]))
    ]


def _offsets(scanned: Scan) -> Iterator[Span]:
    """How far the clocks of a zone are from others: GMT+0100, UTC−5."""
    for _, matches in scanned.having("zone") if scanned.says("zone") else ():
        for match in matches:
            offset = _OFFSET.match(scanned.text, match.end) if match.category == "zone" else None
            if offset:
                yield Span(match.start, offset.end())


def _mention(scanned: Scan, found: Found) -> Mention:
    start, end = scanned.folded.span(found.start, found.end)
    text = scanned.folded.original[start:end]
    trimmed = text.rstrip(" \u00a0\u202f-")
    return Mention(
        text=trimmed,
        start=start,
        end=start + len(trimmed),
        kind=found.kind,
        value=found.readings[0],
        readings=found.readings,
        spelled=found.spelled,
        share=found.share,
        direction=found.direction,
        people=found.people,
        order=told.order(scanned, found),
        polarity=told.polarity(scanned, found),
        irregular=found.irregular,
        weak=found.weak,
    )
