"""A team's names: equal spellings are one name, and a kept name is written letter by letter in every version."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from checker.glossary import glossary
from checker.model import Kind, Label, Level, Mention, Quantity, Report, Rule, Skip, Tolerance
from checker.pipeline import check
from checker.settings import Settings

RULES = Settings(source="en", rules_only=True)
EN = "# Harbour\n\nThe ferry Orka-4 runs on Tide Engine and takes 320 cars and 14 lorries.\n"
DE = "# Hafen\n\nDie Fähre Orka-4 fährt mit {} und nimmt 320 Autos und 14 Lastwagen mit.\n"
HI = "# बंदरगाह\n\n{} फ़ेरी Tide Engine पर चलती है और 320 कारें और 14 ट्रक ले जाती है।\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def report(settings: Settings, **versions: str) -> Report:
    Path("d").mkdir()
    for language, text in versions.items():
        Path("d", f"{language}.md").write_text(text, "utf-8")
    return check(["d"], settings)


def drifts(found: Report) -> Mapping[str, str]:
    """The rule of the drifts of each language."""
    return {it.location.lang: str(it.rule) for it in found.findings if it.level is not Level.NOTE}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Die Orka-4 und die Orka 5", ["Orka 4", "Orka 5"]),
        ("ओर्का-4 और ओर्का ५", ["Orka 4", "Orka 5"]),
        ("虎鲸4号", ["Orka 4"]),
        ("Orkan 4, Borka-4, Orka", []),
        ("Orka 7 Millionen", []),
    ],
)
def test_spellings_are_one_name(text: str, names: list[str]) -> None:
    own = glossary((("Orka", ("ओर्का", "虎鲸")),), ())
    assert own is not None
    million = Quantity(Decimal(7_000_000), Decimal(7_000_000), step=Decimal(1_000_000))
    read = [Mention("7 Millionen", 5, 16, Kind.COUNT, million)] if "Millionen" in text else []
    found = own.read(text, read)
    assert [it.value.name for it in found if isinstance(it.value, Label)] == names
    assert all(text[it.start : it.end] == it.text for it in found)


def test_nothing_named_is_no_glossary() -> None:
    assert glossary((), ()) is None


def test_equal_spellings_do_not_drift_and_others_do() -> None:
    named = replace(RULES, names={"Orka": ("ओर्का",)})
    assert not drifts(report(named, en=EN, de=DE.format("Tide Engine"), hi=HI.format("ओर्का-4")))
    Path("d/hi.md").write_text(HI.format("ओर्का-5"), "utf-8")
    assert drifts(check(["d"], named)) == {"hi": "name-drift"}


@pytest.mark.parametrize(
    ("written", "rule", "words"),
    [
        ("Tide Engine", None, ""),
        ("Tide Engines", None, ""),
        ("tide engine", "name-drift", "writes “tide engine” where every version has to keep “Tide Engine”"),
        ("TideEngine", "name-drift", "writes “TideEngine”"),
        ("Gezeitenmotor", "name-drift", "lacks “Tide Engine” here"),
    ],
)
def test_a_kept_name_is_written_as_it_is(written: str, rule: str | None, words: str) -> None:
    found = report(replace(RULES, keep=("Tide Engine",)), en=EN, de=DE.format(written))
    assert drifts(found) == ({"de": rule} if rule else {})
    assert not rule or words in found.findings[0].message


def test_a_spelling_that_is_named_is_kept_as_well() -> None:
    kept = replace(RULES, keep=("Tide Engine",), names={"Tide Engine": ("Gezeitenmotor",)})
    assert not drifts(report(kept, en=EN, de=DE.format("Gezeitenmotor")))


def test_what_is_ignored_and_skipped_is_listed_with_its_reason() -> None:
    settings = replace(RULES, ignore=("^14",), skip=Skip(headings=("Old",)))
    more = "\n## Old\n\nBuilt in 1,987 days.\n"
    found = report(settings, en=EN + more, de=DE.format("X") + more.replace("1,987 days", "1.999 Tagen"))
    assert not [it for it in found.findings if it.rule is Rule.VALUE]
    told = {(it.location.lang, it.location.line, it.location.text): it.reason for it in found.coverage}
    assert told["de", 3, "14"] == "ignored: ^14"
    assert told["de", 7, "1.999"] == told["en", 7, "1,987"] == "not checked: under the heading “Old”"


@pytest.mark.parametrize(
    ("tolerance", "en", "de", "agree"),
    [
        (Tolerance(), "93 miles", "155 Kilometer", False),
        (Tolerance(converted=Decimal("0.05")), "93 miles", "155 Kilometer", True),
        (Tolerance(converted=Decimal("0.001")), "93 miles", "151 Kilometer", False),
        (Tolerance(), "150 tonnes", "151 Tonnen", False),
        (Tolerance(rounded=Decimal("0.01")), "150 tonnes", "151 Tonnen", True),
        (Tolerance(about=Decimal("0.1")), "about 1,525 tonnes", "1.626 Tonnen", True),
        (Tolerance(), "about 1,525 tonnes", "1.626 Tonnen", False),
    ],
)
def test_how_far_apart_values_may_be(tolerance: Tolerance, en: str, de: str, agree: bool) -> None:
    english = f"The ferry takes 320 cars and 28 lorries; it is built for {en}."
    german = f"Die Fähre nimmt 320 Autos und 28 Lastwagen mit; sie ist gebaut für {de}."
    found = report(replace(RULES, tolerance=tolerance), en=english, de=german)
    assert bool(drifts(found)) != agree
