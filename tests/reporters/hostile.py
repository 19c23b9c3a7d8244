"""What a document could hold to harm those who read a report of it."""

import re
from dataclasses import replace

from checker.model import Dismissed, Ground, Location, Outdated, Report, ReportMention

STEERING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]"
)

HOSTILE = [
    "\x1b[31mred",
    "\x1b]0;title\x07",
    "\x1b]8;;http://x\x1b\\link",
    "\x9b2J",
    "\x90q\x9c",
    "\x08\x08\x08",
    "\r",
    "\u202egnp.exe",
    "\u2066a\u2069",
    "\u2068b",
    "\u202a",
    "\u200e\u200f\u061c",
    "\u2028",
    "\u2029",
    "\x85",
    "\x00",
    "\x7f",
    "[bold red]markup[/]",
    "**",
    "::error::x",
    "##[error]x",
    "x " * 30 + "::error::x ::stop ::x " * 20,
    "\n\nno drifts · exit 0\n",
    "\t" * 9,
    "\ud800",
    "\U000e0041",
    "\ufff9a\ufffab\ufffb",
    "\ufeff",
    "\u00ad" * 5,
    "\u0301" * 50,
    "a" * 5000,
    "\u3000",
    "\u2800" * 20,
    "\U0010ffff",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "\"'><svg onload=alert(1)>",
    "</style></script></textarea>-->]]>",
    "&lt;b&gt; &#x3c;",
    "javascript:alert(1) https://example.com www.example.com a@example.com @team #12 GH-1",
    "[link](https://example.com) ![i](x) [r]: <x>",
    "`` ` ``` a | b |",
    "a`b\\",
    "\\`|\\",
    "$x$ :tada: ~~a~~ __b__ _c_ # d",
    "=1+1",
    "+1;=cmd|'/c calc'!A1",
    " \t@SUM(1)",
    "-2+3",
    "＝1",
    "%0A::error::x",
    "{0} {{",
    "](1)",
]


def hostile(report: Report, text: str) -> Report:
    """The report with the text wherever a document's own words go."""

    def at(place: Location) -> Location:
        return replace(place, text=text + place.text, path=text + place.path)

    def mention(found: ReportMention) -> ReportMention:
        return ReportMention(at(found.location), found.value, text + found.before, found.after + text)

    claims = tuple(
        replace(claim, label=text + claim.label, mentions=tuple(map(mention, claim.mentions)))
        for claim in report.claims
    )
    findings = tuple(
        replace(
            finding,
            location=at(finding.location),
            message=finding.message + text,
            expected=text,
            found=text,
            suggestion=text + "7",
            related=tuple(map(at, finding.related)),
        )
        for finding in report.findings
    )
    documents = tuple(
        replace(document, versions={lang: text + path for lang, path in document.versions.items()})
        for document in report.documents
    )
    by_fingerprint = {finding.fingerprint: finding for finding in findings}
    return replace(
        report,
        documents=documents,
        claims=claims,
        findings=findings,
        errors=(text,),
        notes=(text,),
        dismissed=tuple(
            replace(it, finding=by_fingerprint.get(it.finding.fingerprint, it.finding), reason=text)
            for it in (*report.dismissed, Dismissed(findings[0], Ground.COMMENT, text, findings[0].location))
        ),
        outdated=(Outdated(text, findings[0].location, findings[-1].location),),
    )
