"""A report in Markdown, of any size: for a comment on a pull request, and for a job's summary.

Whatever comes from a document stands in a code span: nothing in it is a link, a mention, a reference, markup
or HTML.
"""

import re
from collections.abc import Iterable, Iterator

from checker.model import Finding, Level, Report, ReportClaim
from checker.reporters._common import (
    STATES,
    again,
    claims_of,
    clean,
    concluded,
    drifts_of,
    plural,
    relative,
    worst_first,
)
from checker.reporters._grid import MARKS
from checker.rules import page as rule_page
from checker.terminal import defused

_SIGNS = {Level.ERROR: "❌", Level.WARNING: "⚠️", Level.NOTE: "ℹ️"}
_KEPT = 200
"""Bytes kept free for the line that says what was left out."""
_LABEL = 60
_LONG = 400
"""Characters of a text from a document at most."""
_WIDEST = 24
"""Languages in one table."""


def fitting(report: Report, largest: int) -> str:
    """The report in at most so many bytes: the worst drifts first, then the claims that drift by language."""
    text = f"### checker: {concluded(report)}\n"
    blocks = [*_blocks(report)]
    room = largest - len(text.encode()) - _KEPT
    for number, (block, _) in enumerate(blocks):
        room -= len(block.encode("utf-8", "backslashreplace")) + 1
        if room < 0:
            left = sum(drifts for _, drifts in blocks[number:])
            more = plural(left, "more finding") if left else "more"
            return text + f"\nand {more}: see the whole report\n"
        text += block if number else "\n" + block.lstrip("\n")
    return text


def code(text: str, longest: int = _LONG) -> str:
    """The text as a code span on one line, with a command of some build servers parted."""
    words = defused(clean(text))
    words = words if len(words) <= longest else words[: longest - 1] + "…"
    fence = "`" * (max(map(len, re.findall("`+", words)), default=0) + 1)
    edge = " " if words.startswith("`") or words.endswith("`") or not words else ""
    return f"{fence}{edge}{words}{edge}{fence}"


def _blocks(report: Report) -> Iterator[tuple[str, int]]:
    """Pieces of the text that stand or go as a whole, and how many findings each tells of."""
    for error in sorted(report.errors):
        yield f"- ❌ not checked: {code(error)}\n", 0
    claims = claims_of(report)
    found = worst_first(report)
    for finding in drifts_of(found):
        yield _item(finding), 1
    yield from ((table, 0) for table in _tables(report, claims))
    for number, (source, places) in enumerate(again(report)):
        names = ", ".join(code(f"{at.lang}:{at.line}") for at in places)
        item = f"- {code(f'{relative(source.path)}:{source.line}')} {code(source.text, _LABEL)} → {names}\n"
        yield ("\n**To translate again**: the source has changed, these have not\n\n" if not number else "") + item, 0
    notes = [finding for finding in found if finding.level is Level.NOTE]
    for number, finding in enumerate(notes):
        yield ("\n**Notes**\n\n" if number == 0 else "") + _item(finding), 1


def _item(finding: Finding) -> str:
    at = finding.location
    said = [("expected", finding.expected), ("found", finding.found), ("write", finding.suggestion)]
    values = " · ".join(f"{name} {code(text)}" for name, text in said if text is not None)
    place = code(f"{relative(at.path)}:{at.line}:{at.column}")
    head = f"- {_SIGNS[finding.level]} **{finding.rule}** ({rule_page(finding.rule).title}) {place}"
    return f"{head}" + (f"  \n  {values}" if values else "") + f"  \n  {code(finding.message)}\n"


def _tables(report: Report, claims: dict[tuple[str, str], ReportClaim]) -> Iterator[str]:
    """Of each document, the claims that drift by language."""
    drifting = {(it.document, it.claim) for it in drifts_of(report.findings)}
    for document in report.documents:
        rows = [it for key, it in claims.items() if key in drifting and it.document == document.id]
        languages = sorted(document.versions)
        for start in range(0, len(languages) if rows else 0, _WIDEST):
            yield "\n" + "\n".join(_table(document.id, rows, languages[start : start + _WIDEST])) + "\n"


def _table(name: str, claims: Iterable[ReportClaim], languages: list[str]) -> Iterator[str]:
    yield f"{_cell(name)}: " + ", ".join(f"{MARKS[state][0]} {words}" for state, words in STATES.items())
    yield ""
    yield "| claim | " + " | ".join(map(_cell, languages)) + " |"
    yield "|---|" + ":-:|" * len(languages)
    for claim in claims:
        marks = (MARKS[claim.cells.get(language, "outside")][0] for language in languages)
        yield f"| {_cell(claim.label or claim.id)} | " + " | ".join(marks) + " |"


def _cell(text: str) -> str:
    """A code span for a table, where a bar would end the cell."""
    return code(clean(text).replace("|", "¦"), _LABEL)
