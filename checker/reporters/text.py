"""The report for people: each claim that drifts with its versions side by side, then claim × language.

Everything a translator needs to decide is on the page: file, line, the words in their sentence, the value
read from them, and why they differ. Nothing in it depends on anything but the report and the page.
"""

from collections import Counter
from collections.abc import Iterator

from checker.jsonform import natural
from checker.model import Finding, Level, Report, ReportClaim, ReportMention
from checker.reporters import Page
from checker.reporters._common import (
    Section,
    again,
    by_count,
    counted,
    drifts_of,
    failed,
    gravity,
    plural,
    reason,
    sections,
)
from checker.reporters._grid import MARKS, grid
from checker.show import show
from checker.terminal import Paint, head, isolated, padded, parted, safe, squeezed, tail, width, wrapped

_SYMBOLS = {Level.ERROR: ("✗", "alarm"), Level.WARNING: ("!", "yellow"), Level.NOTE: ("·", "cyan")}
_INDENT = "    "
_NARROWEST = 16
_WIDEST_VALUE = 28
_GAPS = 8
"""Cells between the columns of a version's line, and its mark."""
_NOTHING = "nothing; it would stand here"
_CUT = 4
"""Of a long sentence this many times the page's width is looked at on either side of a mention."""


def render(report: Report, page: Page) -> str:
    """The whole report, ending with a line that sums it up."""
    lines: list[str] = []
    for section in sections(report):
        if section.document.versions:
            lines += [*_Section(section, page).lines(), ""]
        else:
            lines += [line for found in section.findings.values() for it in found for line in _note(it, page.width)]
    lines += [*_again(report, page), *_skipped(report, page), *_summary(report, page)]
    return "\n".join(parted(line.rstrip()) for line in lines) + "\n"


class _Section:
    """One document set: its heading, its drifts, its notes, its grid."""

    def __init__(self, section: Section, page: Page) -> None:
        self.document, self.claims, self.findings = section.document, section.claims, section.findings
        self.page, self.paint = page, Paint(page.color)

    def lines(self) -> Iterator[str]:
        yield from self.heading()
        notes: list[Finding] = []
        for claim, findings in sorted(self.findings.items(), key=lambda it: natural(it[0])):
            if any(finding.level is not Level.NOTE for finding in findings):
                yield ""
                yield from self.block(self.claims.get(claim), findings)
            else:
                notes += findings
        if notes:
            yield ""
            for finding in notes:
                known = self.claims.get(finding.claim)
                yield from _note(finding, self.page.width, known.label if known else "")
        if self.claims:
            yield ""
            yield from grid(list(self.claims.values()), self.document, self.page)

    def heading(self) -> Iterator[str]:
        document, drifts = self.document, drifts_of(it for several in self.findings.values() for it in several)
        source = f"source {safe(document.source)}" if document.source else "no source"
        counts = (plural(len(document.versions), "version"), source, plural(len(self.claims), "claim"))
        name = self.paint(safe(document.id), "bold")
        yield f"{name}: {', '.join(counts)}, {plural(len(drifts), 'drift')}"
        languages = max((width(safe(language)) for language in document.versions), default=0)
        for language, path in sorted(document.versions.items()):
            detected = "  (language detected)" if language in document.detected else ""
            yield self.paint(f"{_INDENT}{padded(safe(language), languages)}  {safe(path)}{detected}", "dim")

    def block(self, claim: ReportClaim | None, findings: list[Finding]) -> Iterator[str]:
        """One claim with all that was found about it."""
        drifts = drifts_of(findings)
        symbol, style = _SYMBOLS[min(drifts, key=gravity).level]
        rules = ", ".join(dict.fromkeys(str(finding.rule) for finding in drifts))
        confidence = f"{max(finding.confidence for finding in drifts):.2f}"
        room = self.page.width - width(f"{symbol} {rules} · ") - len(confidence) - 1
        words = squeezed(claim.label).strip() if claim else safe(findings[0].claim)
        label = head(words, max(room, _NARROWEST))
        left = f"{self.paint(f'{symbol} {rules}', style)} · {self.paint(label, 'bold')}"
        gap = " " * max(1, self.page.width - width(f"{symbol} {rules} · {label}") - len(confidence))
        yield f"{left}{gap}{self.paint(confidence, 'dim')}"
        yield from self.versions(claim, findings)
        yield from self.reasons(findings)

    def versions(self, claim: ReportClaim | None, findings: list[Finding]) -> Iterator[str]:
        rows = list(self.rows(claim, findings))
        places = max((width(place) for place, *_ in rows), default=0)
        values = min(max((width(value) for _, _, value, _ in rows), default=0), _WIDEST_VALUE, self.page.width // 4)
        room = max(self.page.width - len(_INDENT) - places - values - _GAPS, _NARROWEST)
        for place, mention, value, state in rows:
            mark, style = MARKS.get(state, ("!", "yellow"))
            words = self.words(mention, room, style)
            shown = padded(head(value, values), values)
            yield f"{_INDENT}{padded(place, places)}   {words}  {shown}  {self.paint(mark, style)}"
        if claim is not None:
            found = {finding.location.lang for finding in findings}
            absent = sorted(set(_having(claim, "absent")) - found)
            if absent:
                mark = self.paint(*MARKS["absent"])
                yield f"{_INDENT}{head(', '.join(map(safe, absent)), self.page.width - 8)}   {mark}"

    def rows(
        self, claim: ReportClaim | None, findings: list[Finding]
    ) -> Iterator[tuple[str, ReportMention | str, str, str]]:
        """Place, mention (or the sentence that lacks it), value and state of each version that has a line."""
        by_language: dict[str, list[ReportMention]] = {}
        for mention in claim.mentions if claim else ():
            by_language.setdefault(mention.location.lang, []).append(mention)
        found = {it.location.lang: it for it in sorted(findings, key=gravity, reverse=True)}
        for language in sorted({*by_language, *found}):
            state = claim.cells.get(language, "") if claim else ""
            if language not in by_language:
                at = found[language].location
                sentence = squeezed(found[language].sentence[: _CUT * self.page.width]).strip()
                words = safe(at.text) or sentence or _NOTHING
                yield f"{safe(language)}:{at.line}:{at.column}", words, "", state or "absent"
                continue
            mentions = by_language[language]
            place = found[language].location if language in found else None
            mention = next((it for it in mentions if it.location == place), mentions[0])
            more = f" +{len(mentions) - 1}" if len(mentions) > 1 else ""
            at = mention.location
            flagged = language in found and found[language].level is not Level.NOTE
            state = "flagged" if flagged and state in {"agree", "same", ""} else state
            value = safe(show(mention.value, claim.kind if claim else None))
            yield f"{safe(language)}:{at.line}:{at.column}{more}", mention, value, state

    def words(self, mention: ReportMention | str, room: int, style: str) -> str:
        """The mention in its sentence in exactly `room` cells."""
        if isinstance(mention, str):
            shown = head(mention, room)
            filling = " " * (room - width(shown))
            return self.paint(isolated(shown) if self.page.terminal else shown, "dim") + filling
        marked = "" if self.page.color else "**"
        cut = _CUT * self.page.width
        core = head(squeezed(mention.location.text).strip(), room - 2 * len(marked))
        before, after = squeezed(mention.before[-cut:]).lstrip(), squeezed(mention.after[:cut]).rstrip()
        free = room - width(core) - 2 * len(marked)
        left = min(width(before), max(free * 3 // 5, free - width(after)))
        before, after = tail(before, left), head(after, free - left)
        filling = " " * (room - width(before + core + after) - 2 * len(marked))
        painted = self.paint(core, "bold" if style in {"green", "dim"} else "alarm")
        sentence = f"{before}{marked}{painted}{marked}{after}"
        return (isolated(sentence) if self.page.terminal else sentence) + filling

    def reasons(self, findings: list[Finding]) -> Iterator[str]:
        """Why, in a sentence each; one that holds for several versions is said once."""
        said: dict[str, list[str]] = {}
        for finding in findings:
            languages = said.setdefault(reason(finding), [])
            if finding.location.lang not in languages:
                languages.append(finding.location.lang)
        for why, languages in said.items():
            text = f"{', '.join(map(safe, languages))}: {why}"
            yield from (_INDENT + line for line in wrapped(text, self.page.width - len(_INDENT)))


def _having(claim: ReportClaim, state: str) -> list[str]:
    return [language for language, cell in claim.cells.items() if cell == state]


def _note(finding: Finding, cells: int, label: str = "") -> Iterator[str]:
    """A finding in short: rule, claim, place, reason."""
    at = finding.location
    name = f"{head(squeezed(label).strip(), cells // 3)} · " if label.strip() else ""
    place = f"{safe(at.lang)}:{at.line}:{at.column}"
    text = f"{_SYMBOLS[finding.level][0]} {finding.rule} · {name}{place} · {reason(finding)}"
    for number, line in enumerate(wrapped(text, cells - len(_INDENT))):
        yield (_INDENT if number else "") + line


def _again(report: Report, page: Page) -> Iterator[str]:
    """What is to be translated again: the sentence of the source, and where it stands in each translation."""
    found = again(report)
    if found:
        yield Paint(page.color)("To translate again: the source has changed, these have not", "bold")
    for source, places in found:
        words = head(f"“{squeezed(source.text).strip()}”", page.width - len(_INDENT))
        yield f"{_INDENT}{safe(source.path)}:{source.line}"
        yield f"{_INDENT}{isolated(words) if page.terminal else words}"
        names = ", ".join(f"{safe(at.lang)}:{at.line}" for at in places)
        yield from (f"{_INDENT}→ {line}" for line in wrapped(names, page.width - len(_INDENT) - 2))
    if found:
        yield ""


def _skipped(report: Report, page: Page) -> Iterator[str]:
    """How many numbers were seen that are no claims, and why."""
    reasons = Counter(safe(skipped.reason) for skipped in report.coverage)
    if reasons:
        each = ", ".join(f"{count} {reason}" for reason, count in sorted(reasons.items(), key=by_count))
        text = f"{plural(reasons.total(), 'number')} seen and not checked: {each}"
        yield from (Paint(page.color)(line, "dim") for line in wrapped(text, page.width))


def _summary(report: Report, page: Page) -> Iterator[str]:
    drifts = drifts_of(report.findings)
    languages = Counter(safe(finding.location.lang) for finding in drifts)
    each = ", ".join(f"{language} {count}" for language, count in sorted(languages.items(), key=by_count))
    parts = [counted(report), each, failed(report)]
    if page.exit_code is not None:
        parts.append(f"exit {page.exit_code}")
    style = "alarm" if drifts or report.errors else "green"
    yield Paint(page.color)(" · ".join(part for part in parts if part), style)
