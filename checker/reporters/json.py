"""The report as JSON, schema `checker-report/1` (`report.schema.json` beside this file).

Deterministic: keys in a fixed order, documents, claims and findings sorted, numbers as decimal strings
without exponent, probabilities to two places (what batches and processors change is behind them).
"""

import json
import re
from collections.abc import Sequence

from checker.model import (
    Bound,
    Dismissed,
    Evidence,
    Finding,
    Label,
    Location,
    Mention,
    Moment,
    Outdated,
    Quantity,
    Report,
    ReportClaim,
    ReportDocument,
    ReportMention,
    Skipped,
    Value,
)
from checker.reporters import Page
from checker.show import plain

SCHEMA = "checker-report/1"

Json = dict[str, object]

_STEERING = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]")
"""DEL, C1 controls, line separators, bidi marks, embeddings, overrides, isolates (JSON itself escapes C0)."""


def render(report: Report, page: Page) -> str:
    """The whole report; `page` changes nothing."""
    del page
    whole: Json = {
        "schema": SCHEMA,
        "signature": report.signature,
        "documents": [_document(document) for document in sorted(report.documents, key=lambda it: it.id)],
        "claims": [_claim(claim) for claim in sorted(report.claims, key=_claim_order)],
        "findings": [finding_object(finding) for finding in sorted(report.findings, key=finding_order)],
        "coverage": [_skipped(skipped) for skipped in sorted(report.coverage, key=_skipped_order)],
        "errors": sorted(report.errors),
        "notes": sorted(report.notes),
    }
    if report.dismissed:
        whole["dismissed"] = [
            _dismissed(it) for it in sorted(report.dismissed, key=lambda it: finding_order(it.finding))
        ]
    if report.outdated:
        whole["outdated"] = [_outdated(it) for it in sorted(report.outdated, key=_outdated_order)]
    if report.older:
        whole["older"] = report.older
    return dumped(whole, indent=2)


def line(row: str, finding: Finding) -> str:
    """A finding of a corpus row as one JSON line."""
    return dumped(finding_object(finding, row))


def mention_line(mention: Mention, location: Location) -> str:
    """A mention as `checker extract` prints it, one JSON line; without `path` where there is none."""
    place = _place(location, with_path=bool(location.path))
    return dumped({"lang": location.lang, **place, "kind": mention.kind, "value": value_object(mention.value)})


def dumped(found: object, indent: int | None = None) -> str:
    """JSON with letters as they are; what could steer a terminal is escaped, which a JSON reader undoes."""
    text = json.dumps(found, ensure_ascii=False, indent=indent)
    quiet = text.replace("##[", "##\\u005b")  # what some build servers take for a command
    return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", quiet) + "\n"


def natural(name: str) -> list[tuple[int, str]]:
    """A key that sorts `launch/10` after `launch/9`."""
    runs = ((digits.lstrip("0"), other) for digits, other in re.findall(r"([0-9]+)|([^0-9]+)", name))
    return [(0, other) if other else (len(digits) + 1, digits) for digits, other in runs]


def finding_order(finding: Finding) -> tuple[object, ...]:
    """By document, claim, language, rule and place."""
    at = finding.location
    return (
        finding.document,
        natural(finding.claim),
        at.lang,
        list(type(finding.rule)).index(finding.rule),
        at.line,
        at.column,
        finding.fingerprint,
    )


def value_object(value: Value) -> Json:
    """The value in the contract's form; `per` and a moment's `bound` only where they are said."""
    match value:
        case Quantity():
            amount: Json = {"low": plain(value.low), "high": plain(value.high)}
            amount |= {"bound": value.bound, "unit": value.unit}
            return amount | ({} if value.per is None else {"per": value.per})
        case Moment():
            date = value.date or (None if value.weekday is None else f"-W-{value.weekday}")
            moment: Json = {} if date is None else {"date": date}
            moment |= {} if value.time is None else {"time": value.time}
            return moment | ({} if value.bound is Bound.EXACT else {"bound": value.bound})
        case Label():
            return {"name": value.name}


def finding_object(finding: Finding, row: str | None = None) -> Json:
    """A finding; of a corpus `row`, it has `row` instead of `document` and `path`."""
    document: Json = {"document": finding.document} if row is None else {"row": row}
    stale: Json = {"stale": {"commit": finding.stale.commit, "date": finding.stale.date}} if finding.stale else {}
    return {
        "rule": finding.rule,
        "level": finding.level,
        **document,
        "claim": finding.claim,
        "lang": finding.location.lang,
        **_place(finding.location, with_path=row is None),
        "message": finding.message,
        "expected": finding.expected,
        "found": finding.found,
        "suggestion": finding.suggestion,
        "confidence": round(finding.confidence, 2),
        "nli": _evidence(finding.nli),
        "related": [_related(other, with_path=row is None) for other in _by_place(finding.related)],
        "fingerprint": finding.fingerprint,
        **stale,
    }


def _document(document: ReportDocument) -> Json:
    found: Json = {
        "id": document.id,
        "source": document.source,
        "versions": dict(sorted(document.versions.items())),
    }
    return found | ({"detected": sorted(document.detected)} if document.detected else {})


def _claim(claim: ReportClaim) -> Json:
    mentions = sorted(claim.mentions, key=lambda it: _location_order(it.location))
    return {
        "id": claim.id,
        "document": claim.document,
        "kind": claim.kind,
        "label": claim.label,
        "mentions": [_mention(mention) for mention in mentions],
        "missing": sorted(claim.missing),
        "cells": dict(sorted(claim.cells.items())),
    }


def _mention(mention: ReportMention) -> Json:
    return {"lang": mention.location.lang, **_place(mention.location), "value": value_object(mention.value)}


def _place(at: Location, *, with_path: bool = True) -> Json:
    path: Json = {"path": at.path} if with_path else {}
    return path | {
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "text": at.text,
    }


def _related(at: Location, *, with_path: bool) -> Json:
    path: Json = {"path": at.path} if with_path else {}
    return {"lang": at.lang, **path, "line": at.line, "column": at.column, "text": at.text}


def _evidence(nli: Evidence | None) -> Json | None:
    if nli is None:
        return None
    return {
        "entailment": round(nli.said.entailment, 2),
        "neutral": round(nli.said.neutral, 2),
        "contradiction": round(nli.said.contradiction, 2),
        "premise": list(nli.premise),
        "hypothesis": nli.hypothesis,
    }


def _dismissed(dismissed: Dismissed) -> Json:
    """The finding, and what sets it aside: `by` a `comment`, which has a place, or the `baseline`."""
    at = dismissed.place
    place: Json = {} if at is None else {"line": at.line, "column": at.column}
    return {**finding_object(dismissed.finding), "dismissed": {"by": dismissed.by, "reason": dismissed.reason, **place}}


def _outdated(outdated: Outdated) -> Json:
    here = {"lang": outdated.location.lang, **_place(outdated.location)}
    return {"document": outdated.document, **here, "source": _related(outdated.source, with_path=True)}


def _outdated_order(outdated: Outdated) -> tuple[object, ...]:
    return (outdated.document, _location_order(outdated.source), _location_order(outdated.location))


def _skipped(skipped: Skipped) -> Json:
    return {"lang": skipped.location.lang, **_place(skipped.location), "reason": skipped.reason}


def _by_place(places: Sequence[Location]) -> list[Location]:
    return sorted(places, key=_location_order)


def _location_order(at: Location) -> tuple[object, ...]:
    return (at.lang, at.path, at.line, at.column, at.end_line, at.end_column, at.text)


def _claim_order(claim: ReportClaim) -> tuple[object, ...]:
    return (claim.document, natural(claim.id))


def _skipped_order(skipped: Skipped) -> tuple[object, ...]:
    return (*_location_order(skipped.location), skipped.reason)
