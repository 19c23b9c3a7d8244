"""One HTML file for people: the claim × language matrix first, then each drift with its versions side by side.

Whole without a script; the script, a few lines, only filters. Nothing is loaded, and the content security policy
lets nothing run or style the page but what this file holds.
"""

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from checker.jsonform import finding_order, natural
from checker.model import Level, Report, ReportClaim
from checker.reporters import Page
from checker.reporters._common import Section, again, concluded, drifts_of, plural
from checker.reporters._common import sections as sections_of
from checker.reporters._drift import drift, rule_anchor
from checker.reporters._matrix import matrix
from checker.reporters._tags import HERE, cut_after, language, words
from checker.rules import page as rule_page

_TEXT = 750_000
"""Bytes of a report's sentences, so that a report of 200 claims in 8 languages stays below 2 MB."""
_SHORTEST, _LONGEST = 60, 600
"""Characters of a sentence, at least and at most."""
_ROWS = 3000
"""Claims without drift that the matrices list before the rest is counted only; those with one are always listed."""
_WIDE = 3
"""Bytes of a character beyond Latin."""


def render(report: Report, page: Page) -> str:
    """The whole report; `page` changes nothing."""
    del page
    return "\n".join([*_head(report), *_body(report), "</body></html>", ""])


def _head(report: Report) -> Iterator[str]:
    style, script = _asset("report.css"), _asset("report.js")
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; img-src data:"
    yield '<!DOCTYPE html>\n<html lang="en" dir="ltr"><head><meta charset="utf-8">'
    yield f"<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}; base-uri 'none'; form-action 'none'\">"
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer"><link rel="icon" href="data:,">'
    yield f"<title>checker: {words(concluded(report))}</title><style>{style}</style></head><body>"


@cache
def _asset(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _body(report: Report) -> Iterator[str]:
    yield '<a class="skip" href="#drifts">Skip to the drifts</a>'
    yield f'<header><h1>Claims across languages</h1><p class="total">{words(concluded(report))}</p>'
    if report.errors:
        items = "".join(f'<li dir="auto">{words(error)}</li>' for error in sorted(report.errors))
        yield f'<div class="alert" role="alert"><p>Could not be checked:</p><ul>{items}</ul></div>'
    yield "</header><main>"
    sections = [_Section(section, number) for number, section in enumerate(sections_of(report))]
    yield '<section aria-labelledby="claims"><h2 id="claims">Claims by language</h2>'
    left = _ROWS
    for section in sections:
        listed, left = section.listed(left)
        yield from section.matrix(listed)
    yield '</section><section aria-labelledby="drifts"><h2 id="drifts" tabindex="-1">Drifts</h2>'
    yield from _filters(report)
    rows = sum(len(section.document.versions) for section in sections for _ in section.findings)
    room = min(max(_TEXT // (_WIDE * max(rows, 1)), _SHORTEST), _LONGEST)
    for section in sections:
        yield from section.drifts(room)
    if not report.findings:
        yield "<p>Nothing was found.</p>"
    yield "</section>"
    yield from _again(report)
    yield from _aside(report)
    yield from _rules(report)
    yield "</main>"
    yield from _foot(report)
    if report.findings:
        yield f"<script>{_asset('report.js')}</script>"


class _Section:
    """What the page says of a document set."""

    def __init__(self, section: Section, number: int) -> None:
        self.document, self.claims, self.findings = section.document, section.claims, section.findings
        self.number = number

    def listed(self, room: int) -> tuple[list[ReportClaim], int]:
        """The claims that the matrix lists: all with findings, and of the others as many as there is room for.

        With them comes the room that is left.
        """
        listed = []
        for name, claim in self.claims.items():
            if name in self.findings or room > 0:
                listed.append(claim)
                room -= name not in self.findings
        return listed, room

    def matrix(self, listed: list[ReportClaim]) -> Iterator[str]:
        """The files of the document, and the claims that are to be listed; how many more there are."""
        document = self.document
        yield f'<h3 dir="auto">{words(document.id)}</h3><ul class="files soft">'
        for lang, path in sorted(document.versions.items()):
            guessed = " (language detected)" if lang in document.detected else ""
            yield f"<li>{words(lang)}: <span class=place>{words(path)}</span>{guessed}</li>"
        yield "</ul>"
        if listed:
            anchors = {claim: self.anchor(index) for index, claim in enumerate(self.found())}
            yield from matrix(document, listed, self.findings, anchors)
        if more := len(self.claims) - len(listed):
            yield f'<p class="soft">and {plural(more, "more claim")} in which nothing was found</p>'

    def drifts(self, room: int) -> Iterator[str]:
        for index, claim in enumerate(self.found()):
            yield from drift(self.anchor(index), self.claims.get(claim), self.findings[claim], self.document, room)

    def found(self) -> list[str]:
        """The claims with findings, those that only have notes last."""
        return sorted(self.findings, key=lambda it: (not drifts_of(self.findings[it]), natural(it)))

    def anchor(self, index: int) -> str:
        return f"d{self.number}-{index}"


def _filters(report: Report) -> Iterator[str]:
    """The filters, which only the script shows: without it they would do nothing."""
    if not report.findings:
        return
    rules = dict.fromkeys(str(it.rule) for it in sorted(report.findings, key=lambda it: it.rule))
    languages = dict.fromkeys(sorted(it.location.lang for it in report.findings))
    levels = [str(level) for level in Level if any(it.level is level for it in report.findings)]
    yield '<form id="filters" hidden aria-label="Filter the drifts">'
    for name, values in (("rule", rules), ("lang", languages), ("level", levels)):
        title = {"rule": "Rule", "lang": "Language", "level": "Level"}[name]
        options = "".join(f'<option value="{words(value)}">{words(value)}</option>' for value in values)
        yield f'<label>{title} <select name="{name}"><option value="">all</option>{options}</select></label>'
    yield '<output id="shown" class="soft" aria-live="polite"></output></form>'


def _again(report: Report) -> Iterator[str]:
    """What is to be translated again."""
    found = again(report)
    if not found:
        return
    yield '<section aria-labelledby="again"><h2 id="again">To translate again</h2>'
    yield "<p>The source has changed, these translations have not:</p><ul>"
    for source, places in found:
        names = ", ".join(f"{words(at.lang)}:{at.line}" for at in places)
        yield (
            f"<li><span class=place>{words(source.path)}:{source.line}</span> "
            f"<q {language(source.lang)}>{words(cut_after(source.text, _LONGEST))}</q> → {names}</li>"
        )
    yield "</ul></section>"


def _aside(report: Report) -> Iterator[str]:
    """What people have set aside, and why."""
    if not report.dismissed:
        return
    yield '<section aria-labelledby="aside"><h2 id="aside">Set aside</h2><ul>'
    for it in sorted(report.dismissed, key=lambda it: finding_order(it.finding)):
        at, why = it.finding.location, it.reason or "no reason given"
        ground = {"comment": "by a comment", "baseline": "known in the baseline"}[it.by]
        yield (
            f"<li><span class=place>{words(at.path)}:{at.line}:{at.column}</span> {it.finding.rule}: "
            f"<bdi>{words(it.finding.message)}</bdi> ({ground}: <bdi>{words(why)}</bdi>)</li>"
        )
    yield "</ul></section>"


def _rules(report: Report) -> Iterator[str]:
    """What the rules that were found mean."""
    found = sorted({finding.rule for finding in report.findings})
    if not found:
        return
    yield '<section aria-labelledby="rules"><h2 id="rules">The rules</h2><dl class="rules">'
    for rule in found:
        page = rule_page(rule)
        yield f'<dt id="{rule_anchor(rule)}">{rule}: {words(page.title)}</dt><dd>{words(page.means)}</dd>'
        yield f"<dd>{words(page.mend)}</dd>"
    yield "</dl></section>"


def _foot(report: Report) -> Iterator[str]:
    yield "<footer>"
    if report.coverage:
        yield f"<p>{plural(len(report.coverage), 'number')} seen and not checked.</p>"
    for note in sorted(report.notes):
        yield f'<p dir="auto">{words(note)}</p>'
    yield f"<p {HERE}>{words(report.signature)}</p></footer>"
