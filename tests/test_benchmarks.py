"""Benchmarks measure what they say, on small data made here."""

import gzip
import json
import random
from pathlib import Path

import pytest

from checker import cli
from checker.benchmarks import cases, entailment, marked, pairs
from checker.benchmarks.corpus import Texts
from checker.benchmarks.timing import repeated
from checker.datafiles import objects
from checker.errors import InputError
from checker.extraction import extract
from checker.model import Pair, Probabilities
from checker.planting import changes
from checker.settings import Settings

RULES = Settings(source="en", rules_only=True)

ENGLISH = [
    "The bridge is 250 metres long and cost 3.4 million euros.",
    "It opened on 12 May 1998.",
    "More than 4,500 people came.",
    "Nothing is counted here.",
]
GERMAN = [
    "Die Brücke ist 250 Meter lang und kostete 3,4 Millionen Euro.",
    "Sie wurde am 12. Mai 1998 eröffnet.",
    "Mehr als 4.500 Menschen kamen.",
    "Hier wird nichts gezählt.",
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("eng", ENGLISH), ("deu", GERMAN)):
        with gzip.open(tmp_path / f"{name}.txt.gz", "wt", encoding="utf-8") as file:
            file.write("".join(line + "\n" for line in text))
    return tmp_path


def test_sound_translations_raise_no_alarm_and_planted_drifts_are_found(folder: Path) -> None:
    ((name, result),) = pairs.measure(folder, "eng", {"deu": "de"}, RULES)
    assert (name, result.rows, result.alarms) == ("deu", 3, 0)
    assert result.changed.total() >= 8
    assert (result.newly() or 0) >= 80


def test_a_file_of_another_length_is_refused(folder: Path) -> None:
    with gzip.open(folder / "deu.txt.gz", "wt", encoding="utf-8") as file:
        file.write("eins\n")
    with pytest.raises(InputError, match="1 lines where eng has 4"):
        list(pairs.measure(folder, "eng", {"deu": "de"}, RULES))


@pytest.mark.parametrize("text", ENGLISH[:3])
def test_a_change_changes_one_claim(text: str) -> None:
    before = [mention.value for mention in extract(text, "en")]
    made = list(changes(text, "en", random.Random(5)))
    assert len({kind for kind, _ in made}) == len(made) >= 2
    for _, changed in made:
        after = [mention.value for mention in extract(changed, "en")]
        assert after != before


def test_marked_errors_decide_what_is_drift() -> None:
    def row(target: str, *errors: dict[str, str]) -> dict[str, object]:
        return {
            "lp": "en2de",
            "source": "It weighs 48 kg.",
            "target": target,
            "source_errors": [],
            "target_errors": list(errors),
        }

    grave = {
        "term": "84 kg",
        "error_category": "Accuracy",
        "error_subcategory": "Mistranslation",
        "severity": "Critical",
    }
    found = marked.pairs(
        [
            row("Es wiegt 48 kg."),
            row("Es wiegt 84 kg.", grave),
            row("Es wiegt 48 kg !", {**grave, "term": "48 kg", "severity": "Minor"}),
        ]
    )
    assert [(pair.target, pair.drift) for pair in found] == [("Es wiegt 48 kg.", False), ("Es wiegt 84 kg.", True)]
    ((_, rates),) = marked.measure(found, RULES)
    assert rates == marked.Rates(1, 0, 1, 1)


def test_a_case_passes_when_all_its_numbers_are_found_and_no_other_case_does() -> None:
    def case(text: str, *values: str) -> dict[str, object]:
        results = [{"Resolution": {"value": value}} for value in values]
        return {"model": "NumberModel", "language": "English", "input": text, "results": results}

    outcomes = cases.measure([case("48 boxes", "48"), case("48 boxes", "49"), case("no box"), case("48 boxes")])
    assert [outcome.passed for outcome in outcomes] == [True, False, True, False]


class Always:
    """A model that sees a contradiction everywhere."""

    digest = "always"

    def embed(self, texts: object) -> object:
        raise NotImplementedError

    def judge(self, given: list[Pair]) -> list[Probabilities]:
        return [Probabilities(0.1, 0.2, 0.7) for _ in given]


def test_accuracy_is_counted_by_languages() -> None:
    rows = [
        {"premise": "a", "hypothesis": "b", "label": label, "premise_lang": "en", "hypothesis_lang": lang}
        for label, lang in (("contradiction", "de"), ("neutral", "de"), ("not_entailment", "hi"), ("?", "hi"))
    ]
    assert entailment.measure(rows, Always()) == {"en-de": (1, 2), "en-hi": (1, 1)}  # type: ignore[arg-type]


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"a": 1}\n[]\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"rows\.jsonl:2"):
        list(objects(path))


def test_the_command_prints_a_signed_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["benchmark", "pairs", str(folder), "--rules-only"]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith("checker:")
    assert out[2].split()[:3] == ["deu", "3", "0.0"]


def test_the_command_lists_what_failed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "cases.jsonl"
    case = {"model": "NumberModel", "language": "English", "input": "48 boxes", "results": []}
    path.write_text(json.dumps(case) + "\n", encoding="utf-8")
    assert cli.run(["benchmark", "cases", str(path), "--failures"]) == 0
    assert "'48 boxes' [] [48]" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["pairs", "nowhere"], ["cases", "nowhere.jsonl"], ["nli", "nowhere.jsonl"], []])
def test_what_cannot_be_measured_is_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["benchmark", *arguments]) == 2
    capsys.readouterr()


@pytest.mark.parametrize("numbered", [False, True])
def test_lines_that_come_again_are_never_the_same_and_hold_numbers_only_where_wanted(numbered: bool) -> None:
    many = [pair for _, pair in Texts("en", ENGLISH, {"de": GERMAN}).many(10, numbered)]
    rows = list(repeated((ENGLISH, GERMAN), ("en", "de"), 10, numbered))
    for texts in ([one for _, one, _ in many], [row.texts["en"] for row in rows]):
        assert len(set(texts)) == 10
        assert [text.startswith(ENGLISH[at % 4]) for at, text in enumerate(texts)] == [True] * 10
        assert any(extract(text, "en") for text in texts[3::4]) == numbered
