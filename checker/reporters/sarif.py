"""SARIF 2.1.0, for code scanning services and editors.

Columns are in code points. Whole results are left out, the least grave first, where the file would grow
beyond what services take in; a notification says how many.
"""

import re
from dataclasses import replace

from checker.jsonform import Json, dumped
from checker.model import Dismissed, Finding, Ground, Location, Report, ReportClaim
from checker.reporters import Page
from checker.reporters._common import claims_of, clean, ordered, plural, reason, relative, uri, worst_first
from checker.rules import RulePage, markdown, pages
from checker.show import show

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LARGEST = 10_000_000
"""Bytes of a file; GitHub takes 10 MB (compressed), others less generously the file itself."""
MOST = 25_000
"""Results of a run that GitHub takes."""

_ROOT = "%SRCROOT%"
_HEAD = 200_000
"""Bytes kept free for what stands around the results."""
_VERSION = re.compile(r"checker[: ]([0-9][\w.+-]*)")
_RELATED = 100
"""Places of other versions that a result names at most."""


def render(report: Report, page: Page) -> str:
    """The whole report as one run; `page` changes nothing."""
    del page
    claims = claims_of(report)
    aside = {id(it.finding): it for it in report.dismissed}
    whole = replace(report, findings=(*report.findings, *(it.finding for it in report.dismissed)))
    made = {
        id(it): _result(it, claims.get((it.document, it.claim)), aside.get(id(it)), suppressible=bool(aside))
        for it in whole.findings
    }
    kept = _kept(whole, made)
    run: Json = {
        "tool": {"driver": _driver(report)},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder the check was run in."}}},
        "invocations": [_invocation(report, len(made) - len(kept))],
        "results": [],
    }
    frame = dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1)
    return _filled(frame, [kept[id(finding)] for finding in ordered(whole) if id(finding) in kept])


def _filled(frame: str, results: list[str]) -> str:
    """The file with its results, a line each: they are many, and indenting them takes ten times as long."""
    empty = '"results": []'
    head, _, tail = frame.partition(empty)
    lines = ",\n".join(results)
    return f'{head}"results": [\n{lines}\n]{tail}' if results else frame


def _kept(report: Report, made: dict[int, Json]) -> dict[int, str]:
    """The results that there is room for, by the identity of the finding; those that are set aside come last."""
    kept: dict[int, str] = {}
    room = LARGEST - _HEAD
    for finding in sorted(worst_first(report), key=lambda it: bool(made[id(it)].get("suppressions")))[:MOST]:
        line = dumped(made[id(finding)]).rstrip("\n")
        room -= len(line.encode("utf-8", "backslashreplace")) + 2
        if room < 0:
            break
        kept[id(finding)] = line
    return kept


def _driver(report: Report) -> Json:
    driver: Json = {"name": "checker", "rules": [_rule(page) for page in pages()]}
    if version := _VERSION.search(report.signature):
        driver["version"] = version[1]
    return driver | {"properties": {"signature": clean(report.signature)}}


def _rule(page: RulePage) -> Json:
    return {
        "id": str(page.rule),
        "name": "".join(part.capitalize() for part in page.rule.split("-")),
        "shortDescription": {"text": _message(page.title)},
        "fullDescription": {"text": _message(page.means)},
        "help": {"text": _message(_plain(page)), "markdown": markdown(page)},
        "defaultConfiguration": {"level": str(page.level)},
        "properties": {"tags": ["translation", "consistency"]},
    }


def _plain(page: RulePage) -> str:
    lines = [f"{page.title}. Level: {page.gravity}."]
    for heading, body in page.parts:
        text = [body] if isinstance(body, str) else [f"{lang}: {sentence}" for lang, sentence in body.items()]
        lines += ["", f"{heading}:", *text]
    return "\n".join(lines)


def _invocation(report: Report, left_out: int) -> Json:
    said = [("error", clean(error)) for error in sorted(report.errors)]
    said += [("note", clean(note)) for note in sorted(report.notes)]
    if left_out:
        said.append(("warning", f"{plural(left_out, 'finding')} more, the least grave, are not in this file"))
    notifications = [{"level": level, "message": {"text": _message(text)}} for level, text in said if text]
    found: Json = {"executionSuccessful": not report.errors}
    return found | ({"toolExecutionNotifications": notifications} if notifications else {})


def _result(finding: Finding, claim: ReportClaim | None, dismissed: Dismissed | None, *, suppressible: bool) -> Json:
    """A result; where any of a run is suppressed, all say whether they are, as the standard has it."""
    result: Json = {
        "ruleId": str(finding.rule),
        "ruleIndex": list(type(finding.rule)).index(finding.rule),
        "level": str(finding.level),
        "message": {"text": _message(reason(finding))},
        "locations": [{"physicalLocation": _place(finding.location)}],
        "partialFingerprints": {"checkerFinding/v1": finding.fingerprint},
    }
    if others := _others(finding, claim):
        result["relatedLocations"] = others
    if suppressible:
        result["suppressions"] = [_suppression(dismissed)] if dismissed else []
    if finding.suggestion is not None:
        result["fixes"] = [_fix(finding.location, finding.suggestion)]
    properties: Json = {"document": clean(finding.document), "claim": clean(finding.claim)}
    properties |= {"language": clean(finding.location.lang), "confidence": round(finding.confidence, 2)}
    said = {"expected": finding.expected, "found": finding.found}
    return result | {"properties": properties | {key: clean(text) for key, text in said.items() if text is not None}}


def _suppression(dismissed: Dismissed) -> Json:
    kind = "inSource" if dismissed.by is Ground.COMMENT else "external"
    found: Json = {"kind": kind, "status": "accepted"}
    if reason := clean(dismissed.reason):
        found["justification"] = reason
    if dismissed.place is not None:
        found["location"] = {"physicalLocation": _place(dismissed.place)}
    return found


def _others(finding: Finding, claim: ReportClaim | None) -> list[Json]:
    """The places of the claim in every other version."""
    places = {_key(at): (at, "") for at in finding.related}
    for mention in claim.mentions if claim else ():
        if mention.location.lang != finding.location.lang:
            places[_key(mention.location)] = (mention.location, show(mention.value, claim.kind if claim else None))
    found: list[Json] = []
    for number, (_, (at, value)) in enumerate(sorted(places.items())[:_RELATED], start=1):
        text = clean(f"{at.lang}: {at.text}" + (f" ({value})" if value else ""))
        found.append({"id": number, "physicalLocation": _place(at), "message": {"text": _message(text)}})
    return found


def _key(at: Location) -> tuple[str, str, int, int, int, int]:
    return at.lang, at.path, at.line, at.column, at.end_line, at.end_column


def _fix(at: Location, suggestion: str) -> Json:
    replacement = {"deletedRegion": _region(at), "insertedContent": {"text": suggestion}}
    change = {"artifactLocation": _artifact(at), "replacements": [replacement]}
    return {"description": {"text": _message(f"Write “{clean(suggestion)}”.")}, "artifactChanges": [change]}


def _place(at: Location) -> Json:
    return {"artifactLocation": _artifact(at), "region": _region(at)}


def _artifact(at: Location) -> Json:
    base: Json = {} if relative(at.path).startswith("/") else {"uriBaseId": _ROOT}
    return {"uri": uri(at.path)} | base


def _region(at: Location) -> Json:
    return {"startLine": at.line, "startColumn": at.column, "endLine": at.end_line, "endColumn": at.end_column}


def _message(text: str) -> str:
    """The text as a message: its brackets make no link, its braces are no placeholders."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "] (")
