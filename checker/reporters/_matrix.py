"""The claim × language matrix of the HTML report."""

from collections.abc import Iterator, Mapping, Sequence

from checker.model import Finding, ReportClaim, ReportDocument
from checker.reporters._common import STATES, drifts_of
from checker.reporters._grid import MARKS, claim_value
from checker.reporters._tags import HERE, UNTOLD, language, words

SIGNS = {state: mark for state, (mark, _) in MARKS.items()} | {"differ": "✗", "flagged": "!"}
"""A cell's state: its sign; many fonts have ✗ beside ✓ and lack ≠. `flagged` agrees in value and has a drift."""
_SAID = STATES | {"flagged": "has a drift"}


def sign(state: str) -> str:
    """The sign with what it means, for those who hear it."""
    return f'<span role="img" aria-label="{_SAID[state]}" {HERE}>{SIGNS[state]}</span>'


def state_of(claim: ReportClaim, lang: str, flagged: set[str]) -> str:
    """The state of a version: what the claim says, and whether a finding stands on it."""
    state = claim.cells.get(lang, "outside")
    state = state if state in STATES else "outside"
    return "flagged" if lang in flagged and state in {"agree", "same", "outside"} else state


def flagged_in(findings: Sequence[Finding]) -> set[str]:
    """The languages on which a drift stands."""
    return {finding.location.lang for finding in drifts_of(findings)}


def matrix(
    document: ReportDocument,
    claims: Sequence[ReportClaim],
    findings: Mapping[str, Sequence[Finding]],
    anchors: Mapping[str, str],
) -> Iterator[str]:
    """A row for each claim, a column for each version; a claim that has findings leads to them."""
    languages = sorted(document.versions)
    name = words(document.id)
    yield f'<p class="soft">{_legend()}</p>'
    yield f'<div class="scroll" role="region" tabindex="0" aria-label="Claims of {name} by language">'
    yield f"<table class=matrix><thead><tr><th scope=col {HERE}>Claim</th>"
    for lang in languages:
        source = ' <span class="soft">source</span>' if lang == document.source else ""
        yield f'<th scope=col class="lang" {HERE}>{words(lang)}{source}</th>'
    yield f"<th scope=col {HERE}>Value</th></tr></thead><tbody>"
    for claim in claims:
        flagged = flagged_in(findings.get(claim.id, ()))
        cells = "".join(_cell(lang, state_of(claim, lang, flagged)) for lang in languages)
        value = f'<td class="value" {HERE}>{words(claim_value(claim, document))}</td>'
        yield f"<tr>{_head(claim, anchors.get(claim.id))}{cells}{value}</tr>"
    yield "</tbody></table></div>"


def _legend() -> str:
    return ", ".join(f"{SIGNS[state]} {said}" for state, said in _SAID.items())


def _cell(lang: str, state: str) -> str:
    return f'<td class="cell {state}" {language(lang)}>{sign(state)}</td>'


def _head(claim: ReportClaim, anchor: str | None) -> str:
    label = words(claim.label) or words(claim.id)
    label = f'<a href="#{anchor}">{label}</a>' if anchor else label
    return f"<th scope=row {label_language(claim)}>{label}</th>"


def label_language(claim: ReportClaim) -> str:
    """The language of the version whose words the label begins with."""
    for mention in claim.mentions:
        if mention.location.text and claim.label.startswith(mention.location.text[:_BEGINNING]):
            return language(mention.location.lang)
    return UNTOLD


_BEGINNING = 20
"""Characters by which a label is known as a mention's."""
