"""One claim that drifts, in the HTML report: its versions side by side, then what was found of it."""

from collections.abc import Iterator, Sequence

from checker.model import Evidence, Finding, ReportClaim, ReportDocument, ReportMention, Rule
from checker.reporters._common import gravity, relative
from checker.reporters._matrix import flagged_in, label_language, sign, state_of
from checker.reporters._tags import HERE, UNTOLD, cut_after, cut_before, inner, language, words
from checker.show import show

_MOST = 400
"""Characters of a mention."""
_HEADS = (("lang", "Version"), ("place", "Place"), ("text", "In its sentence"), ("value", "Value"), ("state", "State"))


def rule_anchor(rule: Rule) -> str:
    """The anchor of what a rule means."""
    return f"rule-{rule}"


def drift(
    anchor: str, claim: ReportClaim | None, findings: Sequence[Finding], document: ReportDocument, room: int
) -> Iterator[str]:
    """An article; of each sentence about `room` characters are shown."""
    worst = min(findings, key=gravity)
    label = words(claim.label if claim else "") or words(findings[0].claim)
    of = label_language(claim) if claim else UNTOLD
    yield f'<article class="drift {worst.level}" id="{anchor}" aria-labelledby="{anchor}-h">'
    yield f'<h3 id="{anchor}-h" dir="auto"><bdi {of}>{label}</bdi></h3>'
    if claim is not None and claim.mentions:
        yield from _versions(claim, findings, document, room)
    yield '<ul class="findings">'
    for finding in sorted(findings, key=gravity):
        yield from _finding(finding)
    yield "</ul></article>"


def _versions(claim: ReportClaim, findings: Sequence[Finding], document: ReportDocument, room: int) -> Iterator[str]:
    columns = "".join(f'<col class="c-{name}">' for name, _ in _HEADS)
    heads = "".join(f"<th scope=col {HERE}>{title}</th>" for _, title in _HEADS)
    yield f'<table class="versions"><colgroup>{columns}</colgroup><thead><tr>{heads}</tr></thead><tbody>'
    flagged = flagged_in(findings)
    said: dict[str, list[ReportMention]] = {}
    for mention in sorted(claim.mentions, key=lambda it: (it.location.line, it.location.column)):
        said.setdefault(mention.location.lang, []).append(mention)
    gaps = {finding.location.lang: finding for finding in findings}
    for lang in sorted({*document.versions, *said}):
        state = state_of(claim, lang, flagged)
        if lang in said:
            yield _said(claim, _shown(said[lang], gaps.get(lang)), state, len(said[lang]) - 1, room)
        elif lang in gaps or state == "absent":
            yield _missing(lang, gaps.get(lang), state, room)
    yield "</tbody></table>"


def _shown(mentions: Sequence[ReportMention], finding: Finding | None) -> ReportMention:
    """The mention that the finding stands on, else the first."""
    place = finding.location if finding else None
    return next((mention for mention in mentions if mention.location == place), mentions[0])


def _said(claim: ReportClaim, mention: ReportMention, state: str, more: int, room: int) -> str:
    at, lang = mention.location, mention.location.lang
    off = ' class="off"' if state in {"differ", "flagged"} else ""
    left = max(room - len(at.text), 0) // 2
    before, after = inner(cut_before(mention.before, left)), inner(cut_after(mention.after, left))
    sentence = f"{before.lstrip()}<mark>{words(cut_after(at.text, _MOST))}</mark>{after.rstrip()}"
    again = f" <span>+{more}</span>" if more else ""
    place = f"{words(relative(at.path))}:{at.line}:{at.column}{again}"
    return _row(
        lang, place, f"<td{off} {language(lang)}>{sentence}</td>", words(show(mention.value, claim.kind)), state
    )


def _missing(lang: str, finding: Finding | None, state: str, room: int) -> str:
    """A version that says nothing of the claim, with the sentence in which it would stand where one is known."""
    if finding is None:
        return _row(lang, "", f'<td class="soft" {HERE}>nothing</td>', "", state)
    at, sentence = finding.location, words(cut_after(finding.sentence, room))
    of, text = (language(lang), sentence) if sentence else (HERE, "nothing; it would stand here")
    place = f"{words(relative(at.path))}:{at.line}:{at.column}"
    return _row(lang, place, f'<td class="soft" {of}>{text}</td>', "", state)


def _row(lang: str, place: str, text: str, value: str, state: str) -> str:
    return (
        f"<tr><th scope=row {HERE}>{words(lang)}</th><td class=place {HERE}>{place}</td>{text}"
        f'<td {HERE}><bdi>{value}</bdi></td><td class="state {state}" {language(lang)}>{sign(state)}</td></tr>'
    )


def _finding(finding: Finding) -> Iterator[str]:
    rule, level, lang = finding.rule, finding.level, finding.location.lang
    yield f'<li data-rule="{rule}" data-level="{level}" data-lang="{words(lang)}">'
    yield (
        f'<span class="level {level}">{level}</span> <a href="#{rule_anchor(rule)}">{rule}</a> '
        f"<span class=soft>{words(lang)}, line {finding.location.line}, confidence {finding.confidence:.2f}</span>"
        f"<br><bdi>{words(finding.message)}</bdi>"
    )
    own = language(lang)
    said = [("Expected", finding.expected, HERE), ("Found", finding.found, HERE), ("Write", finding.suggestion, own)]
    items = "".join(
        f"<div><dt>{name}</dt><dd {of}><bdi>{words(text)}</bdi></dd></div>"
        for name, text, of in said
        if text is not None
    )
    if items:
        yield f'<dl class="said">{items}</dl>'
    if finding.nli is not None:
        yield _verdict(finding.nli)
    yield "</li>"


def _verdict(nli: Evidence) -> str:
    """What the model said, as a bar and in words."""
    shares = {"entails": nli.said.entailment, "neutral": nli.said.neutral, "contradicts": nli.said.contradiction}
    at = 0.0
    bars = []
    for name, share in shares.items():
        width = min(max(share, 0.0), 1.0) * 100
        bars.append(f'<rect class="{name}" x="{at:.1f}" y="0" width="{width:.1f}" height="8"/>')
        at += width
    text = ", ".join(f"{name} {share:.0%}" for name, share in shares.items())
    pair = f"{words(', '.join(nli.premise))} → {words(nli.hypothesis)}"
    return (
        '<div class="nli"><svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        f"{''.join(bars)}</svg><span>Model ({pair}): {text}</span></div>"
    )
