"""Finds the claim that is asked about: by its id (`launch/7`) or by a place (`docs/de.md:14` or `docs/de.md:14:22`)."""

import difflib
import os
import re
from collections.abc import Sequence

from checker.discover import Found
from checker.errors import UsageError
from checker.model import Location, Report, ReportClaim

_PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::(?P<column>\d+))?$")
_NAMED = 3
"""Claims that are named where there is none of that name."""


def document(asked: str, sets: Sequence[Found]) -> Found:
    """The document set that holds a claim; raises UsageError that names the likely ones."""
    place = _PLACE.fullmatch(asked)
    if place:
        wanted = os.path.normpath(place["path"])
        for each in sets:
            if any(os.path.normpath(version.shown) == wanted for version in each.versions):
                return each
        paths = [version.shown for each in sets for version in each.versions]
        raise UsageError(f"--explain {asked}: no such version; {_nearest(wanted, paths)}")
    name = asked.rpartition("/")[0]
    for each in sets:
        if each.id == name:
            return each
    ids = [f"{each.id}/1" for each in sets]
    raise UsageError(
        f"--explain {asked}: no such document; a claim is DOCUMENT/NUMBER or PATH:LINE; {_nearest(asked, ids)}"
    )


def claim(asked: str, report: Report) -> tuple[ReportClaim, tuple[str, ...]]:
    """The claim of a document set's report, and the ids of others that a place may mean.

    Of several at a place it is the first of which something is said. Raises UsageError that names the nearest ones.
    """
    place = _PLACE.fullmatch(asked)
    if place is None:
        for each in report.claims:
            if each.id == asked:
                return each, ()
        ids = [each.id for each in report.claims]
        known = f"there are {ids[0]} to {ids[-1]}" if ids else "the document makes none"
        raise UsageError(f"--explain {asked}: no such claim; {known}")
    wanted, line, column = os.path.normpath(place["path"]), int(place["line"]), int(place["column"] or 0)
    near = [
        (_distance(at, line, column), number, each.id, at)
        for number, each in enumerate(report.claims)
        for at in (mention.location for mention in each.mentions)
        if os.path.normpath(at.path) == wanted
    ]
    near.sort(key=lambda found: (found[0], found[3].line, found[3].column))
    there = [report.claims[number] for distance, number, *_ in near if distance == (0, 0)]
    if there:
        drifting = {finding.claim for finding in report.findings}
        chosen = next((each for each in there if each.id in drifting), there[0])
        return chosen, tuple(dict.fromkeys(each.id for each in there if each is not chosen))
    here = [it for it in report.findings if os.path.normpath(it.location.path) == wanted]
    gaps = dict.fromkeys(it.claim for it in here if _distance(it.location, line, column) == (0, 0))
    if gaps:  # what is missing in a sentence
        first, *others = gaps
        return next(each for each in report.claims if each.id == first), tuple(others)
    nearest = ", ".join(f"{found} ({at.line}:{at.column} “{at.text}”)" for _, _, found, at in near[:_NAMED])
    raise UsageError(f"--explain {asked}: no claim there; the nearest are {nearest or 'none in this file'}")


def _distance(at: Location, line: int, column: int) -> tuple[int, int]:
    """Lines and columns from a place; a line without a column is all of it."""
    lines = max(at.line - line, line - at.end_line, 0)
    if lines or not column:
        return lines, 0
    after = at.column - column if line == at.line else 0
    before = column - at.end_column + 1 if line == at.end_line else 0
    return 0, max(after, before, 0)


def _nearest(asked: str, known: Sequence[str]) -> str:
    close = difflib.get_close_matches(asked, known, n=_NAMED, cutoff=0.3) or sorted(known)[:_NAMED]
    return f"the nearest are {', '.join(close)}" if close else "no document in two languages was found"
