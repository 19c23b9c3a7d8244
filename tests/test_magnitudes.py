"""Magnitudes that no number counts: several million, tens of billions."""

from pathlib import Path

import pytest

import checker
from checker.benchmarks.timing import growth
from checker.magnitudes import differ, told
from checker.model import Quantity

TOLD = [
    ("en", "Several million parcels and tens of billions of stamps", ["1000000", "1000000000"]),
    ("en", "5 million parcels, a million stamps, hundreds of thousands of letters", []),
    ("en", "thousands of millions of letters", ["1000000000"]),
    ("de", "Dutzende Milliarden Briefe", ["1000000000"]),
    ("es", "decenas de miles de millones de sellos", ["1000000000"]),
    ("fr", "plusieurs millions de colis", ["1000000"]),
    ("ru", "десятки миллиардов марок", ["1000000000"]),
    ("tr", "milyonlarca paket", ["1000000"]),
    ("fil", "ilang milyong parsela", ["1000000"]),
    ("xx", "several million", []),
]


@pytest.mark.parametrize(("language", "text", "sizes"), TOLD)
def test_what_is_told(language: str, text: str, sizes: list[str]) -> None:
    found = told(text, language)
    assert [str(one.value.low) for one in found if isinstance(one.value, Quantity)] == sizes
    assert all(text[one.start : one.end] == one.text for one in found)


FAITHFUL = {
    "en": "Several million parcels went out, and tens of billions of stamps.",
    "de": "Mehrere Millionen Pakete gingen hinaus, und Dutzende Milliarden Briefmarken.",
    "fr": "Plusieurs millions de colis sont partis, et des dizaines de milliards de timbres.",
}
DRIFTED = FAITHFUL["de"].replace("Millionen", "Milliarden")


def _check(folder: Path, texts: dict[str, str], source: str | None) -> list[tuple[str, str, str]]:
    for language, text in texts.items():
        (folder / f"{language}.md").write_text(text, encoding="utf-8")
    report = checker.check([str(folder)], source=source, rules_only=True)
    return [(it.rule.value, it.location.lang, it.location.text) for it in report.findings]


@pytest.mark.parametrize("source", [None, "en"])
def test_a_million_that_became_a_billion_is_told_where_it_stands(tmp_path: Path, source: str | None) -> None:
    found = _check(tmp_path, FAITHFUL | {"de": DRIFTED}, source)
    assert found == [("scale-drift", "de", "Milliarden")]


@pytest.mark.parametrize("source", [None, "en"])
def test_faithful_versions_have_no_findings(tmp_path: Path, source: str | None) -> None:
    assert _check(tmp_path, FAITHFUL, source) == []


def test_two_versions_without_a_source_both_drift(tmp_path: Path) -> None:
    found = _check(tmp_path, {"en": FAITHFUL["en"], "de": DRIFTED}, None)
    assert sorted(found) == [("scale-drift", "de", "Milliarden"), ("scale-drift", "en", "million")]


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("Several million parcels", "Viele Pakete"),  # said in another way
        ("Several million parcels", "लाखों पार्सल"),  # lakhs are ten to a million
        ("Several million parcels", "करोड़ों पार्सल"),
    ],
)
def test_other_ways_to_say_many_are_no_drift(here: str, there: str) -> None:
    language = "hi" if there[0] > "\u0900" else "de"
    assert not differ({"en": here, language: there})
    assert differ({"en": here, "de": "Mehrere Milliarden Pakete"})


@pytest.mark.parametrize("shape", ["million ", "5 million ", "tens of millions of billions, "])
def test_time_grows_with_the_text(shape: str) -> None:
    assert growth(lambda text: told(text, "en"), lambda size: (shape * size)[:size], 2_000, 8_000) < 8
