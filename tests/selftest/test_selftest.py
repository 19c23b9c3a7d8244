"""The self-test plants what it says, counts what is caught, and goes on where it was stopped."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from checker import cli, selftest
from checker.errors import UsageError
from checker.model import Pair, Probabilities, Rule
from checker.progress import Progress
from checker.reporters import Page
from checker.selftest import Outcome, Result
from checker.selftest.memory import Remembering
from checker.selftest.table import text
from checker.settings import Settings

TEXTS = {
    "en": "# The weir\n\nThe weir is 250 metres long and cost 3.4 million euros.\n\nIt opened on 12 May 1998.\n\n"
    "Model Q700 pumps 48.5 litres. **More than 4,500 people** live there.\n\nBoats pay 17 euros.\n",
    "de": "# Das Wehr\n\nDas Wehr ist 250 Meter lang und kostete 3,4 Millionen Euro.\n\n"
    "Offen seit dem 12. Mai 1998.\n\n"
    "Das Modell Q700 pumpt 48,5 Liter. **Mehr als 4.500 Menschen** leben dort.\n\nBoote zahlen 17 Euro.\n",
    "it": "# Lo sbarramento\n\nLo sbarramento è lungo 250 metri ed è costato 3,4 milioni di euro.\n\n"
    "È stato aperto il 12 maggio 1998.\n\nIl modello Q700 pompa 48,5 litri. **Più di 4.500 persone** vivono lì.\n\n"
    "Le barche pagano 17 euro.\n",
}
RULES = Settings(rules_only=True, source="en")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("texts") / "weir"
    found.mkdir()
    for language, words in TEXTS.items():
        (found / f"{language}.md").write_text(words, encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def result(folder: Path) -> Result:
    return tried(folder)


def tried(folder: Path, *, limit: int = 3, seed: int = 1, **how: Any) -> Result:
    return selftest.run([str(folder)], RULES, limit=limit, seed=seed, **how)


def test_drifts_of_the_rules_are_planted_in_every_version_but_the_source_and_mostly_caught(result: Result) -> None:
    assert {trial.language for trial in result.trials} == {"de", "it"}
    rules = {trial.rule for trial in result.trials}
    assert rules >= {Rule.VALUE, Rule.SCALE, Rule.UNIT, Rule.DATE, Rule.NAME, Rule.OMISSION, Rule.ADDITION, Rule.FORMAT}
    for rule in (Rule.VALUE, Rule.SCALE, Rule.DATE, Rule.NAME, Rule.OMISSION):
        mine = [trial for trial in result.trials if trial.rule is rule]
        assert sum(trial.caught for trial in mine) >= 0.6 * len(mine), mine


def test_a_trial_says_what_stands_where(result: Result) -> None:
    for trial in result.trials:
        lines = TEXTS[trial.language].splitlines(keepends=True)
        start = sum(map(len, lines[: trial.line - 1])) + trial.column - 1
        assert TEXTS[trial.language][start : start + len(trial.before)] == trial.before
        assert trial.before != trial.after
        assert (trial.named is None) == (trial.outcome is Outcome.MISSED)


def test_the_files_stay_as_they_are(folder: Path, result: Result) -> None:
    assert result.trials
    assert {path.stem: path.read_text("utf-8") for path in folder.iterdir()} == TEXTS


def test_equal_seeds_give_equal_tables_and_others_do_not(folder: Path, result: Result) -> None:
    assert tried(folder) == result
    assert tried(folder, seed=2).trials != result.trials


def test_a_version_is_not_blamed_for_a_drift_that_it_has_already(tmp_path: Path) -> None:
    for language, words in {"en": "The hall seats 800.", "de": "Der Saal hat 900 Plätze."}.items():
        (tmp_path / f"{language}.md").write_text(words, encoding="utf-8")
    assert not tried(tmp_path).trials


class _StopError(Exception):
    pass


def stopping(after: int) -> Progress:
    calls = []

    def progress(stage: str, done: int, total: int) -> None:
        calls.append(stage)
        if len(calls) > after:
            raise _StopError

    return progress


@pytest.mark.parametrize("tail", [b"", b'{"document": "weir", "ru'])
def test_a_run_that_was_stopped_goes_on_to_the_same_result(
    folder: Path, result: Result, tmp_path: Path, tail: bytes
) -> None:
    state = tmp_path / "state.jsonl"
    with pytest.raises(_StopError):
        tried(folder, state=state, progress=stopping(7))
    assert len(state.read_bytes().splitlines()) == 1 + 7
    with state.open("ab") as file:
        file.write(tail)  # killed while it wrote
    assert tried(folder, state=state) == result
    assert tried(folder, state=state, progress=stopping(0)) == result


def test_a_dropped_sentence_is_caught_by_any_of_its_claims(tmp_path: Path) -> None:
    """Nothing is said of the slight claim that was chosen ("first"), but the sentence is told by its others."""
    for language, words in {
        "en": "The ferry counted 41,300 guests in its first year.",
        "de": "Die Fähre zählte 41.300 Gäste in ihrem ersten Jahr.",
        "it": "Il traghetto ha contato 41.300 ospiti nel primo anno.",
    }.items():
        (tmp_path / f"{language}.md").write_text(TEXTS[language] + "\n" + words + "\n", encoding="utf-8")
    trials = tried(tmp_path, limit=20).trials
    dropped = [trial for trial in trials if trial.rule is Rule.OMISSION and "41.300" in trial.before]
    assert len(dropped) > 1
    assert all(trial.caught for trial in dropped), dropped


def test_what_could_not_be_read_is_told_again_when_a_run_goes_on(tmp_path: Path) -> None:
    for language, words in TEXTS.items():
        (tmp_path / f"{language}.md").write_text(words, encoding="utf-8")
    (tmp_path / "fr.md").write_bytes(b"\xff\xfe\x00\xd8 broken")
    state = tmp_path.parent / "told.jsonl"
    first = tried(tmp_path, limit=1, state=state)
    assert first.errors and first.trials
    assert tried(tmp_path, limit=1, state=state) == first


def test_the_state_of_another_run_is_refused(folder: Path, tmp_path: Path) -> None:
    state = tmp_path / "state.jsonl"
    tried(folder, limit=1, state=state)
    for changed in ({"limit": 2}, {"limit": 1, "seed": 5}):
        with pytest.raises(UsageError, match="another run"):
            tried(folder, state=state, **changed)
    state.write_text("notes of mine", encoding="utf-8")
    with pytest.raises(UsageError, match="not a state"):
        tried(folder, limit=1, state=state)
    assert state.read_text("utf-8") == "notes of mine"


def test_the_table_counts_and_shows_what_was_not_caught(result: Result) -> None:
    table = text(result, Page())
    caught = sum(trial.caught for trial in result.trials)
    last = next(line for line in table.splitlines() if line.startswith("all "))
    assert f"{caught}/{len(result.trials)}" in last
    for rule in {trial.rule for trial in result.trials if not trial.caught}:
        assert f"not caught · {rule}" in table


def test_a_table_of_many_languages_is_parted(result: Result) -> None:
    languages = [f"l{number:02}" for number in range(30)]
    many = replace(result, trials=tuple(replace(it, language=each) for each in languages for it in result.trials))
    table = text(many, Page(width=80)).splitlines()[1:]
    grid = table[: next(place for place, line in enumerate(table) if "planted one at a time" in line)]
    assert all(len(line) <= 80 for line in grid)
    heads = [line.split()[3:] for line in grid if line.startswith("caught of planted")]
    assert [head for several in heads for head in several][:30] == languages
    assert len(heads) > 2


def test_the_command_prints_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["selftest", str(folder), "--rules-only", "--source", "en", "--limit", "1", "--format", "json"]
    assert cli.run(arguments) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["schema"] == "checker-selftest/1"
    assert sum(row["planted"] for row in told["rules"]) == told["total"]["planted"] > 10
    assert told["total"]["planted"] - told["total"]["named"] == len(told["failures"])


def test_nothing_to_plant_in_is_exit_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "en.md").write_text("One.", encoding="utf-8")
    assert cli.run(["selftest", str(tmp_path), "--rules-only"]) == 2
    assert capsys.readouterr().err


class Counting:
    """A model that counts what it is asked."""

    digest = "counting"

    def __init__(self) -> None:
        self.asked: list[object] = []

    def embed(self, texts: list[str]) -> object:
        import numpy as np

        self.asked += texts
        return np.array([[len(text)] for text in texts], np.float32)

    def judge(self, pairs: list[Pair]) -> list[Probabilities]:
        self.asked += pairs
        return [Probabilities(0.2, 0.3, 0.5) for _ in pairs]


def test_nothing_is_asked_twice() -> None:
    model = Counting()
    remembering = Remembering(model)  # type: ignore[arg-type]
    assert remembering.embed(["a", "bb", "a"]).tolist() == [[1], [2], [1]]
    assert remembering.embed(["bb", "ccc"]).tolist() == [[2], [3]]
    remembering.judge([Pair("a", "b"), Pair("a", "b")])
    assert len(remembering.judge([Pair("a", "b")])) == 1
    assert model.asked == ["a", "bb", "ccc", Pair("a", "b")]
