"""Why a claim is judged as it is: from an id or a place, with what was read, asked and what would change it."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from checker import cli, nli
from checker.errors import UsageError
from checker.model import Level, Pair, Probabilities, Quantity, Rule
from checker.reporters import Page
from checker.settings import Settings
from checker.why import explain, page

TEXTS = {
    "en": "It cost 1.6 billion euros by 1987.\n\nIt holds back 480 lakes. It is 1,600 metres long.\n",
    "de": "Er kostete bis 1987 1,6 Millionen Euro.\n\nEr hält 480 Seen zurück. Er ist 1.600 m lang.\n",
    "sv": "Den kostade 1,6 miljarder euro fram till 1987.\n\nDen är 1 600 meter lång.\n",
}
RULES = Settings(rules_only=True, source="en")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "dyke").mkdir()
    for language, words in TEXTS.items():
        (tmp_path / "dyke" / f"{language}.md").write_text(words, encoding="utf-8")
    return "dyke"


def test_a_drift_is_told_with_its_mentions_its_score_and_what_would_mend_it(folder: str) -> None:
    why = explain([folder], "dyke/1", RULES)
    assert [said.location.lang for said in why.said] == ["de", "en", "sv"]
    (cause,) = why.causes
    assert (cause.finding.rule, cause.finding.location.lang, cause.usual) == (Rule.SCALE, "de", Level.ERROR)
    assert {language: outcome.agrees for language, outcome in cause.compared} == {"en": False, "sv": False}
    for tie in why.ties:
        assert tie.score == pytest.approx(tie.value + tie.context + tie.order)
    assert why.changes[0].what.startswith("de says 1 600 000 000 EUR")


def test_other_readings_of_a_number_are_told(folder: str) -> None:
    why = explain([folder], "dyke/de.md:3:37", RULES)
    (said,) = [said for said in why.said if said.location.lang == "de"]
    assert {reading.low for reading in said.readings if isinstance(reading, Quantity)} >= {1600}
    assert len(said.readings) > 1


@pytest.mark.parametrize("place", ["dyke/de.md:1", "dyke/de.md:1:25", "./dyke/en.md:1"])
def test_a_place_stands_for_its_claim(folder: str, place: str) -> None:
    assert explain([folder], place, RULES).claim.id == "dyke/1"


def test_a_sentence_stands_for_what_is_missing_in_it(folder: str) -> None:
    missing = explain([folder], "dyke/sv.md:1:1", RULES)
    assert missing.claim.id == "dyke/3"
    (cause,) = missing.causes
    at = cause.finding.location
    assert (cause.finding.rule, at.lang) == (Rule.OMISSION, "sv")
    assert missing.claim.missing == ("sv",)


def test_where_several_claims_stand_the_drifting_one_is_told_and_the_others_named(folder: str) -> None:
    why = explain([folder], "dyke/de.md:3", RULES)
    assert why.claim.id == "dyke/3"
    assert why.beside == ("dyke/4",)


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("dyke/9", "dyke/1 to dyke/4"),
        ("dike/1", "dyke/1"),
        ("dyke/fr.md:1", "dyke/de.md"),
        ("dyke/de.md:900", "dyke/"),
        ("nonsense", "DOCUMENT/NUMBER or PATH:LINE"),
    ],
)
def test_an_unknown_claim_is_refused_and_the_nearest_are_named(folder: str, asked: str, named: str) -> None:
    with pytest.raises(UsageError, match=named):
        explain([folder], asked, RULES)


class Model:
    """Says the same of every pair."""

    digest = "fixed"

    def embed(self, texts: Sequence[str]) -> object:
        import numpy as np

        return np.ones((len(texts), 1), np.float32)

    def judge(self, pairs: Sequence[Pair]) -> list[Probabilities]:
        return [Probabilities(0.1, 0.8, 0.1) for _ in pairs]


def test_what_the_model_was_asked_is_told_and_what_it_did_to_the_confidence(
    folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nli, "load", lambda *_, **__: Model())
    why = explain([folder], "dyke/1", Settings(source="en"))
    assert {(asked.premise.lang, asked.hypothesis.lang) for asked in why.asked} >= {("en", "de")}
    assert all(asked.pair.premise in TEXTS[asked.premise.lang] for asked in why.asked)
    (cause,) = why.causes
    assert cause.by_rules is not None
    assert cause.finding.judged < cause.by_rules
    told = page.text(why, Page())
    assert "neutral 0.80" in told
    assert f"{cause.by_rules:.2f} by the rules" in told


def test_the_command_prints_text_or_json(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["check", folder, "--rules-only", "--source", "en", "--explain", "dyke/1"]
    assert cli.run(arguments) == 0
    assert "what would change it" in capsys.readouterr().out
    assert cli.run([*arguments, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["schema"], told["claim"]) == ("checker-why/1", "dyke/1")
    assert told["findings"][0]["rule"] == "scale-drift"
    assert cli.run([*arguments, "--format", "sarif"]) == 2
    assert cli.run(["check", folder, "--rules-only", "--explain", "dyke/77"]) == 2


def test_a_claim_that_is_taken_for_another_by_its_place_alone_says_so(folder: str) -> None:
    ages = {"en": "Children under 6 years swim free.", "de": "Kinder unter 6 Jahren schwimmen umsonst."}
    for language, words in {**ages, "sv": "Barn under 97 år simmar gratis."}.items():
        Path(folder, f"{language}.md").write_text(f"{TEXTS[language]}\n{words}\n", encoding="utf-8")
    why = explain([folder], "dyke/sv.md:5", RULES)
    assert [cause.finding.rule for cause in why.causes] == [Rule.VALUE]
    assert all(tie.score < tie.least for tie in why.ties if "sv" in (tie.one.lang, tie.other.lang))
    told = [line for line in page.text(why, Page()).splitlines() if "taken for it" in line]
    assert [line.split()[0] for line in told] == ["sv:5:6"]
