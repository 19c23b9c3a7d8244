"""Makes the report of facts and verdicts: places, labels, cells and fingerprints."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from checker.camps import Side, references
from checker.compare import Relation, compare
from checker.locate import byte_columns
from checker.model import (
    Claim,
    Document,
    Fact,
    Finding,
    Level,
    Location,
    Mention,
    Occurrence,
    ReportClaim,
    ReportMention,
    Rule,
    Segment,
    Skipped,
    Verdict,
)
from checker.placeholders import MARK
from checker.trust import trusted

Locate = Callable[[Document, Segment, int, int], Location]
Suggest = Callable[[Mention, Mention, str], str | None]
"""How a mention of another version would be written in the place of one, in a language."""

_LABEL_WORDS = 3
_LABEL_LENGTH = 44
_STOP = re.compile(r"[.,;:!?()\[\]{}。、，；：！？（）।؟،؛\n]|\s[–—-]\s")


def claims(
    document: str,
    facts: Sequence[Fact],
    verdicts: Sequence[Verdict],
    documents: Mapping[str, Document],
    source: str | None,
    locate: Locate,
) -> tuple[ReportClaim, ...]:
    """The rows of the report."""
    drifting = {(verdict.fact.id, verdict.language) for verdict in verdicts if verdict.rule not in _WHOLE}
    rows = []
    alike: dict[tuple[str, ...], Mapping[str, str]] = {}  # most rows have one of a few rows of cells, which they share
    for fact in facts:
        mentions = tuple(
            _mention(documents[language], occurrence, locate)
            for language, claim in fact.claims.items()
            for occurrence in claim.occurrences
        )
        sides = references(fact, source)
        told = tuple(_cell(fact, language, sides, drifting) for language in documents)
        cells = alike.setdefault(told, dict(zip(documents, told, strict=True)))
        rows.append(ReportClaim(fact.id, document, fact.kind, mentions, fact.missing, _label(fact, source), cells))
    return tuple(rows)


_WHOLE = frozenset({Rule.OMISSION, Rule.ADDITION, Rule.FORMAT})
"""Rules whose finding does not make a version's value differ."""


def _mention(document: Document, occurrence: Occurrence, locate: Locate) -> ReportMention:
    segment, mention = occurrence.segment, occurrence.mention
    return ReportMention(
        location=locate(document, segment, mention.start, mention.end),
        value=mention.value,
        before=segment.text[: mention.start].replace(MARK, "…"),
        after=segment.text[mention.end :].replace(MARK, "…"),
    )


def _cell(fact: Fact, language: str, sides: Sequence[Side], drifting: set[tuple[str, str]]) -> str:
    if language in fact.missing:
        return "absent"
    if language not in fact.claims:
        return "outside"
    if (fact.id, language) in drifting:
        return "differ"
    if sides and compare(sides[0].claim.mention, fact.claims[language].mention).relation is Relation.SAME:
        return "same"
    return "agree"


def _label(fact: Fact, source: str | None) -> str:
    """A few words that name a claim: the mention and what it counts, from the source or the first version."""
    claim = fact.claims.get(source or "", next(iter(fact.claims.values())))
    segment, mention = claim.segment, claim.mention
    rest = segment.text[mention.end :]
    stop = _STOP.search(rest)
    words = (rest[: stop.start()] if stop else rest).replace(MARK, "…").split()[:_LABEL_WORDS]
    joined = not segment.text[mention.end : mention.end + 1].isspace()
    label = mention.text + ("" if joined or not words else " ") + " ".join(words)
    return label if len(label) <= _LABEL_LENGTH else label[: _LABEL_LENGTH - 1] + "…"


def findings(
    document: str,
    verdicts: Sequence[Verdict],
    documents: Mapping[str, Document],
    locate: Locate,
    suggest: Suggest,
    level: Callable[[Rule, Level, str], Level | None],
) -> tuple[Finding, ...]:
    """Findings at their places, gravest first within the order of the text."""
    seen: Counter[str] = Counter()
    made = []
    for verdict in verdicts:
        chosen = level(verdict.rule, verdict.level, verdict.language)
        if chosen is None:
            continue
        here = verdict.fact.claims.get(verdict.language)
        document_here = documents[verdict.language]
        if here:
            place, sentence = _claim_place(document_here, here, locate), ""
        else:
            gap = verdict.fact.places[verdict.language]
            place, sentence = _gap_place(document_here, gap, locate), gap.text.replace(MARK, "…")
        related = tuple(
            _claim_place(documents[language], claim, locate)
            for language, claim in verdict.fact.claims.items()
            if language != verdict.language
        )
        key = _key(verdict)
        seen[key] += 1
        made.append(
            Finding(
                rule=verdict.rule,
                level=chosen,
                document=document,
                claim=verdict.fact.id,
                location=place,
                message=verdict.message + _again(document_here, verdict, locate),
                expected=verdict.expected,
                found=verdict.found,
                suggestion=suggest(verdict.right, here.mention, verdict.language) if verdict.right and here else None,
                confidence=trusted(verdict.rule, verdict.level, verdict.confidence),
                judged=verdict.confidence,
                nli=verdict.nli,
                related=related,
                fingerprint=hashlib.sha256(f"{key}|{seen[key]}".encode()).hexdigest()[:32],
                byte_columns=byte_columns(document_here.source, place),
                sentence=sentence,
            )
        )
    return tuple(made)


def _claim_place(document: Document, claim: Claim, locate: Locate) -> Location:
    return locate(document, claim.segment, claim.mention.start, claim.mention.end)


def _again(document: Document, verdict: Verdict, locate: Locate) -> str:
    """Where else a version says what drifts: all that its one finding is about."""
    here = verdict.fact.claims.get(verdict.language)
    if here is None or verdict.rule in _WHOLE or len(here.occurrences) == 1:
        return ""
    places = (locate(document, found.segment, found.mention.start, found.mention.end) for found in here.occurrences)
    lines = sorted({place.line for place in places} - {_claim_place(document, here, locate).line})
    return f"; said again in line {', '.join(map(str, lines))}" if lines else ""


def _gap_place(document: Document, segment: Segment, locate: Locate) -> Location:
    """The segment where a claim would stand, without its words."""
    found = locate(document, segment, 0, len(segment.text))
    return Location(found.lang, found.path, found.line, found.column, found.end_line, found.end_column, text="")


def _key(verdict: Verdict) -> str:
    """What makes a finding the same finding, wherever it stands: the rule, the version and what it should say and says.

    No place, path or name of a document is in it, and nothing of the versions that agree: it is the same when lines
    move, files are renamed or another version is mended. Equal ones are counted within their document.
    """
    return "|".join([verdict.rule, verdict.language, str(verdict.expected), str(verdict.found)])


def skipped(
    numbers: Sequence[Occurrence], documents: Mapping[str, Document], locate: Locate, reason: str
) -> tuple[Skipped, ...]:
    """Numbers that were seen and are no claims of the document proper, for a reason."""
    return tuple(
        Skipped(
            locate(documents[found.segment.language], found.segment, found.mention.start, found.mention.end),
            reason,
        )
        for found in numbers
    )
