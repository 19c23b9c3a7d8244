"""Reports as large as they come."""

from dataclasses import replace

from checker.model import Report
from tests.reporters.conftest import drifting_report

LANGUAGES = ("ar", "de", "en", "fa", "hi", "ja", "th", "zh-Hans")
SENTENCE = "यह एक लंबा वाक्य है जो किसी संख्या के आसपास खड़ा है। "


def many(claims: int, languages: tuple[str, ...] = LANGUAGES) -> Report:
    """So many claims in each of the languages, each with two drifts."""
    base = drifting_report()
    claim = next(it for it in base.claims if it.id == "harbour/1")
    findings = [it for it in base.findings if it.claim == "harbour/1"]
    mention = claim.mentions[3]
    mentions = tuple(
        replace(
            mention,
            location=replace(mention.location, lang=language, path=f"docs/harbour/{language}.md"),
            before=SENTENCE * 8,
            after=SENTENCE * 8,
        )
        for language in languages
    )
    cells = {language: "differ" if language in {"de", "ja"} else "agree" for language in languages}
    ids = [f"harbour/{number}" for number in range(claims)]
    return replace(
        base,
        documents=(replace(base.documents[0], versions={it: f"docs/harbour/{it}.md" for it in languages}),),
        claims=tuple(replace(claim, id=name, mentions=mentions, cells=cells) for name in ids),
        findings=tuple(
            replace(
                finding,
                claim=name,
                fingerprint=f"{finding.fingerprint}{name}",
                related=tuple(it.location for it in mentions if it.location.lang != finding.location.lang),
            )
            for name in ids
            for finding in findings
        ),
        coverage=(),
    )
