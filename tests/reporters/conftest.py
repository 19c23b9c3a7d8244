"""Reports made by hand, one for each way a report can look."""

from dataclasses import replace
from decimal import Decimal

import pytest

from checker.model import (
    Bound,
    Dismissed,
    Evidence,
    Finding,
    Ground,
    Kind,
    Label,
    Level,
    Location,
    Moment,
    Outdated,
    Probabilities,
    Quantity,
    Report,
    ReportClaim,
    ReportDocument,
    ReportMention,
    Rule,
    Skipped,
    Value,
)

SIGNATURE = "checker 0.1.0 rules:1 languages:0f3a model:bundled-7c21 settings:default"


def money(amount: str, unit: str = "USD", bound: Bound = Bound.EXACT) -> Quantity:
    number = Decimal(amount)
    return Quantity(number, number, unit, bound)


def place(lang: str, line: int, column: int, text: str, document: str = "harbour") -> Location:
    path = f"docs/{document}/{lang}.md"
    return Location(lang, path, line, column, line, column + len(text), text)


def said(lang: str, line: int, sentence: str, value: Value, document: str = "harbour") -> ReportMention:
    """A mention marked by `[[ ]]` in its sentence."""
    before, _, rest = sentence.partition("[[")
    text, _, after = rest.partition("]]")
    return ReportMention(place(lang, line, len(before) + 1, text, document), value, before, after)


def crane() -> tuple[ReportClaim, Finding, Finding]:
    """A million became a billion in German, and euros in Japanese."""
    good = money("2400000")
    mentions = (
        said("ar", 4, "بلغت تكلفة الرافعة الجديدة [[2.4 مليون دولار]] بحسب إدارة الميناء.", good),
        said(
            "de",
            4,
            "Der neue Kran kostete [[2,4 Milliarden US-Dollar]], teilte der Hafen mit.",
            money("2400000000"),
        ),
        said("en", 4, "The new crane cost [[2.4 million US dollars]], the port authority said.", good),
        said("hi", 4, "बंदरगाह प्राधिकरण के अनुसार नई क्रेन की लागत [[24 लाख डॉलर]] थी।", good),
        said("ja", 4, "港湾局によると、新しいクレーンの費用は[[240万ユーロ]]だった。", money("2400000", "EUR")),
    )
    cells = {"ar": "agree", "de": "differ", "en": "agree", "hi": "same", "ja": "differ"}
    claim = ReportClaim("harbour/1", "harbour", Kind.MONEY, mentions, (), "the new crane cost", cells)
    related = tuple(mention.location for mention in mentions if mention.location.lang in {"en", "ar"})
    scale = Finding(
        Rule.SCALE, Level.ERROR, "harbour", "harbour/1", mentions[1].location,
        "German says 2 400 000 000 USD, a thousand times what three versions say: Milliarden for million",
        "2 400 000 USD", "2 400 000 000 USD", 0.991, None, related, "1f0c", "2,4 Millionen US-Dollar",
    )  # fmt: skip
    unit = Finding(
        Rule.UNIT, Level.ERROR, "harbour", "harbour/1", mentions[4].location,
        "Japanese has euros where the others have US dollars",
        "2 400 000 USD", "2 400 000 EUR", 0.95, None, related, "2a11",
    )  # fmt: skip
    return claim, scale, unit


def berths() -> tuple[ReportClaim, Finding, Finding]:
    """Hindi lacks the number of berths; Arabic gives it without its limit, which is a note here."""
    value = Quantity(Decimal(12), Decimal(12), None, Bound.MORE_THAN)
    mentions = (
        said("ar", 7, "يضم الميناء [[12]] رصيفا.", Quantity(Decimal(12), Decimal(12))),
        said("de", 6, "Der Hafen hat [[mehr als zwölf]] Liegeplätze.", value),
        said("en", 6, "The harbour has [[more than 12]] berths.", value),
        said("en", 19, "With its [[12]] berths it is busy.", Quantity(Decimal(12), Decimal(12))),
    )
    cells = {"ar": "same", "de": "agree", "en": "agree", "hi": "absent", "ja": "outside"}
    claim = ReportClaim("harbour/2", "harbour", Kind.COUNT, mentions, ("hi",), "berths of the harbour", cells)
    gap = Location("hi", "docs/harbour/hi.md", 6, 1, 6, 48, "")
    omission = Finding(
        Rule.OMISSION, Level.WARNING, "harbour", "harbour/2", gap,
        "the sentence about the harbour (line 6) lacks the number of berths",
        "more than 12", None, 0.874, Evidence(Probabilities(0.012, 0.961, 0.027), ("en",), "hi"),
        (mentions[2].location,), "3b22", sentence="बंदरगाह में घाट हैं, और जहाज़ रात में भी आते हैं।",
    )  # fmt: skip
    bound = Finding(
        Rule.BOUND, Level.NOTE, "harbour", "harbour/2", mentions[0].location,
        "Arabic says 12, the others more than 12", "more than 12", "12", 0.6, None, (), "3b23",
    )  # fmt: skip
    return claim, omission, bound


def opening() -> tuple[ReportClaim, Finding]:
    """A year that Japanese has alone: a note."""
    mention = said("ja", 9, "港は[[1987年]]に開港し、町の人々が建てた。", Moment(year=1987))
    cells = {"ar": "absent", "de": "absent", "en": "absent", "hi": "absent", "ja": "differ"}
    claim = ReportClaim("harbour/10", "harbour", Kind.DATE, (mention,), (), "開港", cells)
    finding = Finding(
        Rule.ADDITION, Level.NOTE, "harbour", "harbour/10", mention.location,
        "only Japanese has a year here", None, "1987", 0.7, None, (), "4c33",
    )  # fmt: skip
    return claim, finding


def ferry() -> ReportClaim:
    """A name that all have."""
    name = Label("K30", "k", "30")
    mentions = tuple(said(lang, 12, f"{lang} [[K30]].", name) for lang in ("ar", "de", "en", "hi", "ja"))
    cells = dict.fromkeys(("ar", "de", "en", "hi", "ja"), "agree")
    return ReportClaim("harbour/9", "harbour", Kind.NAME, mentions, (), "ferry K30", cells)


def drifting_report() -> Report:
    """Five versions with drifts, notes, skipped numbers."""
    crane_claim, *crane_findings = crane()
    berth_claim, *berth_findings = berths()
    year_claim, year_finding = opening()
    languages = ("ar", "de", "en", "hi", "ja")
    versions = {lang: f"docs/harbour/{lang}.md" for lang in languages}
    skipped = (
        Skipped(place("en", 21, 3, "0049"), "code"),
        Skipped(place("de", 21, 3, "0049"), "code"),
        Skipped(place("de", 2, 1, "1"), "list number"),
    )
    return Report(
        SIGNATURE,
        (ReportDocument("harbour", None, versions, ("hi",)),),
        (year_claim, crane_claim, ferry(), berth_claim),
        (year_finding, *berth_findings, *reversed(crane_findings)),
        skipped,
    )


def clean_report() -> Report:
    """One document set with a source and nothing to say of it."""
    claim = ReportClaim(
        "menu/1",
        "menu",
        Kind.MONEY,
        (
            said("en", 2, "Soup: [[$4.50]]", money("4.50"), "menu"),
            said("fr", 2, "Soupe : [[4,50 $]]", money("4.5"), "menu"),
        ),
        (),
        "soup",
        {"en": "agree", "fr": "agree"},
    )
    versions = {"en": "docs/menu/en.md", "fr": "docs/menu/fr.md"}
    return Report(SIGNATURE, (ReportDocument("menu", "en", versions),), (claim,), ())


def partial_report() -> Report:
    """A clean set, and one that could not be checked."""
    whole = clean_report()
    return Report(SIGNATURE, whole.documents, whole.claims, (), (), ("docs/b: one version alone (de.md)",))


def aside_report() -> Report:
    """Drifts that people have set aside, old ones, and a sentence to translate again."""
    whole = drifting_report()
    year, omission, bound, unit, scale = whole.findings
    comment = place("de", 3, 1, "<!-- checker: ignore -- as the bank has it -->")
    dismissed = (
        Dismissed(scale, Ground.COMMENT, "as the bank has it", comment),
        Dismissed(unit, Ground.BASELINE),
        Dismissed(bound, Ground.BASELINE, "agreed"),
    )
    source = place("en", 4, 1, "The new crane cost 2.4 million US dollars, the port authority said.")
    stale = tuple(Outdated("harbour", source, place(lang, 4, 1, f"{lang} 2.4")) for lang in ("hi", "ar"))
    return replace(whole, findings=(year, omission), dismissed=dismissed, outdated=stale, older=3)


SAMPLES = {"aside": aside_report, "drifting": drifting_report, "clean": clean_report, "partial": partial_report}


@pytest.fixture(scope="session", params=sorted(SAMPLES))
def sample(request: pytest.FixtureRequest) -> tuple[str, Report]:
    return request.param, SAMPLES[request.param]()


@pytest.fixture(scope="session")
def drifting() -> Report:
    return drifting_report()
