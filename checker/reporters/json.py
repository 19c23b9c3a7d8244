"""The report as JSON, schema `checker-report/1` (`report.schema.json` beside this file).

Deterministic: keys in a fixed order, documents, claims and findings sorted, numbers as decimal strings
without exponent, probabilities to two places (what batches and processors change is behind them).
"""

from checker.jsonform import (
    Json,
    dumped,
    finding_object,
    finding_order,
    natural,
    place_object,
    place_order,
    related_object,
    value_object,
)
from checker.model import Dismissed, Outdated, Report, ReportClaim, ReportDocument, ReportMention, Skipped
from checker.reporters import Page

SCHEMA = "checker-report/1"


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


def _document(document: ReportDocument) -> Json:
    found: Json = {
        "id": document.id,
        "source": document.source,
        "versions": dict(sorted(document.versions.items())),
    }
    return found | ({"detected": sorted(document.detected)} if document.detected else {})


def _claim(claim: ReportClaim) -> Json:
    mentions = sorted(claim.mentions, key=lambda it: place_order(it.location))
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
    return {"lang": mention.location.lang, **place_object(mention.location), "value": value_object(mention.value)}


def _dismissed(dismissed: Dismissed) -> Json:
    """The finding, and what sets it aside: `by` a `comment`, which has a place, or the `baseline`."""
    at = dismissed.place
    place: Json = {} if at is None else {"line": at.line, "column": at.column}
    return {**finding_object(dismissed.finding), "dismissed": {"by": dismissed.by, "reason": dismissed.reason, **place}}


def _outdated(outdated: Outdated) -> Json:
    here = {"lang": outdated.location.lang, **place_object(outdated.location)}
    return {"document": outdated.document, **here, "source": related_object(outdated.source, with_path=True)}


def _outdated_order(outdated: Outdated) -> tuple[object, ...]:
    return (outdated.document, place_order(outdated.source), place_order(outdated.location))


def _skipped(skipped: Skipped) -> Json:
    return {"lang": skipped.location.lang, **place_object(skipped.location), "reason": skipped.reason}


def _claim_order(claim: ReportClaim) -> tuple[object, ...]:
    return (claim.document, natural(claim.id))


def _skipped_order(skipped: Skipped) -> tuple[object, ...]:
    return (*place_order(skipped.location), skipped.reason)
