"""The nouns that travel between the stages: frozen, and importing nothing of ours."""

from checker.model.claims import Claim, Evidence, Fact, Level, Mention, Occurrence, Pair, Probabilities, Rule, Verdict
from checker.model.documents import Block, Document, DocumentSet, Ignored, Role, Run, Segment, Span
from checker.model.reports import Finding, Location, Report, ReportClaim, ReportDocument, ReportMention, Skipped
from checker.model.values import Bound, Kind, Label, Moment, Quantity, Side, Value

__all__ = [
    "Block",
    "Bound",
    "Claim",
    "Document",
    "DocumentSet",
    "Evidence",
    "Fact",
    "Finding",
    "Ignored",
    "Kind",
    "Label",
    "Level",
    "Location",
    "Mention",
    "Moment",
    "Occurrence",
    "Pair",
    "Probabilities",
    "Quantity",
    "Report",
    "ReportClaim",
    "ReportDocument",
    "ReportMention",
    "Role",
    "Rule",
    "Run",
    "Segment",
    "Side",
    "Skipped",
    "Span",
    "Value",
    "Verdict",
]
