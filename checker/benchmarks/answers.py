"""Document sets whose claims and drifts are known: what fixtures/README.md says of `gold.json`."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from checker.errors import InputError
from checker.model import Finding, Location, Report

GOLD = "gold.json"

Drift = tuple[str, str]
"""The claim, and the version that drifts."""
Stretch = tuple[tuple[int, int], tuple[int, int], str]
"""First place and the one past the last, each as line and column, and the claim that stands there."""


@dataclass(frozen=True, slots=True)
class Answers:
    """A set's source (None: no version is privileged), the words of its claims by claim and version, its drifts.

    Those that are `wanted` are missed where they are not found; the others are right if they are.
    """

    paths: tuple[str, ...]
    source: str | None
    claims: Mapping[str, Mapping[str, str]]
    drifts: frozenset[Drift]
    wanted: frozenset[Drift]

    @classmethod
    def load(cls, folder: Path) -> "Answers":
        """The answers of a folder; raises `InputError` where there are none that make sense."""
        try:
            gold: Mapping[str, Any] = json.loads((folder / GOLD).read_text(encoding="utf-8"))
            claims = {claim["id"]: claim["mentions"] for claim in gold["claims"]}
            drifts = {(drift["claim"], drift["lang"]): bool(drift.get("optional")) for drift in gold["findings"]}
            source = gold["source"]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise InputError(f"{folder / GOLD}: no answers as fixtures/documents has them ({error})") from error
        paths = sorted(str(path) for path in folder.iterdir() if path.is_file() and path.name != GOLD)
        wanted = frozenset(drift for drift, optional in drifts.items() if not optional)
        return cls(tuple(paths), source, claims, frozenset(drifts), wanted)

    def held(self, report: Report) -> Iterator[tuple[Finding, frozenset[str]]]:
        """The findings of a report on the set, each with the claims that it is about."""
        places = {
            version: _places(Path(path).read_text(encoding="utf-8"), version, self.claims)
            for document in report.documents
            for version, path in document.versions.items()
        }
        mentions = {claim.id: [mention.location for mention in claim.mentions] for claim in report.claims}
        for finding in report.findings:
            own = [finding.location] if finding.location.text else []
            at = [*finding.related, *own, *mentions.get(finding.claim, ())]
            yield finding, frozenset(claim for each in at for claim in _overlapping(each, places.get(each.lang, ())))


def _places(text: str, version: str, claims: Mapping[str, Mapping[str, str]]) -> list[Stretch]:
    """Where the claims of the answers stand in a version."""
    found: list[Stretch] = []
    for claim, mentions in claims.items():
        if version in mentions:
            for match in re.finditer(re.escape(mentions[version]), text):
                found.append((_position(text, match.start()), _position(text, match.end()), claim))
    return found


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _overlapping(at: Location, places: Iterable[Stretch]) -> Iterator[str]:
    for start, end, claim in places:
        if start < (at.end_line, at.end_column) and (at.line, at.column) < end:
            yield claim
