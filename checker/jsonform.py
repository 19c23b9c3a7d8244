"""What the tool says in JSON wherever it does: findings, mentions and values as objects, in an order of their own.

The same everywhere: in the report (`checker.reporters.json`), in lines of a corpus, in other formats that are JSON.
"""

import json
import re
from collections.abc import Sequence

from checker.model import Bound, Evidence, Finding, Label, Location, Mention, Moment, Quantity, Value
from checker.show import plain
from checker.terminal import defused

Json = dict[str, object]

_STEERING = re.compile(r"[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]")
"""DEL, C1 controls, line separators, bidi marks, embeddings, overrides, isolates (JSON itself escapes C0)."""


def line(row: str, finding: Finding) -> str:
    """A finding of a corpus row as one JSON line."""
    return dumped(finding_object(finding, row))


def mention_line(mention: Mention, location: Location) -> str:
    """A mention as `checker extract` prints it, one JSON line; without `path` where there is none."""
    place = place_object(location, with_path=bool(location.path))
    return dumped({"lang": location.lang, **place, "kind": mention.kind, "value": value_object(mention.value)})


def dumped(found: object, indent: int | None = None) -> str:
    """JSON with letters as they are; what could steer a terminal is escaped, which a JSON reader undoes."""
    text = json.dumps(found, ensure_ascii=False, indent=indent)
    return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", defused(text, "\\u005b")) + "\n"


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
        **place_object(finding.location, with_path=row is None),
        "message": finding.message,
        "expected": finding.expected,
        "found": finding.found,
        "suggestion": finding.suggestion,
        "confidence": round(finding.confidence, 2),
        "nli": _evidence(finding.nli),
        "related": [related_object(other, with_path=row is None) for other in _by_place(finding.related)],
        "fingerprint": finding.fingerprint,
        **stale,
    }


def place_object(at: Location, *, with_path: bool = True) -> Json:
    """Where something stands, and its words."""
    path: Json = {"path": at.path} if with_path else {}
    return path | {
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "text": at.text,
    }


def related_object(at: Location, *, with_path: bool) -> Json:
    """Where another version says it."""
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


def _by_place(places: Sequence[Location]) -> list[Location]:
    return sorted(places, key=place_order)


def place_order(at: Location) -> tuple[object, ...]:
    """A key: by language, path and place."""
    return (at.lang, at.path, at.line, at.column, at.end_line, at.end_column, at.text)
