"""The benchmark of whole documents: what is edited is edited as told, and what is counted is what was edited."""

import gzip
import random
from itertools import pairwise
from pathlib import Path

import pytest

from checker import cli
from checker.benchmarks import documents
from checker.benchmarks.edited import edited
from checker.errors import InputError
from checker.model import Location
from checker.settings import Settings

NOUNS = ("lamps", "boats", "trees", "bells", "maps", "chairs", "doors", "kites", "coins", "books")
DINGE = ("Lampen", "Boote", "Bäume", "Glocken", "Karten", "Stühle", "Türen", "Drachen", "Münzen", "Bücher")
COUNTS = [137 + 211 * number for number in range(40)]
ENGLISH = [f"In the next hall stand {count} old {NOUNS[at % 10]}." for at, count in enumerate(COUNTS)]
GERMAN = [f"Im nächsten Saal stehen {count} alte {DINGE[at % 10]}." for at, count in enumerate(COUNTS)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, texts in (("eng", ENGLISH), ("deu", GERMAN)):
        with gzip.open(tmp_path / f"{name}.txt.gz", "wt", encoding="utf-8") as file:
            file.write("".join(line + "\n" for line in texts))
    (tmp_path / "documents.txt").write_text("tour\n" * 25 + "depot\n" * 15, "utf-8")
    return tmp_path


@pytest.mark.parametrize("seed", range(5))
def test_a_tenth_is_dropped_and_every_other_line_is_found_where_it_stands(seed: int) -> None:
    lines = dict(enumerate(ENGLISH))
    made = edited("tour", "en", lines, random.Random(seed))
    assert len(lines) - len(made.kept) == 4
    order = [number for part in made.parts for number in part.numbers]
    assert sorted(order) == sorted(made.kept)
    assert sum(two < one for one, two in pairwise(order)) in (3, 4)
    assert sum(len(part.numbers) == 2 for part in made.parts) in (3, 4)
    rows = made.document.source.split("\n")
    for number in order:
        words = str(COUNTS[number])
        line, text = next((at, text) for at, text in enumerate(rows, 1) if f" {words} " in text)
        column = text.index(f" {words} ") + 2
        place = Location("en", "x", line, column, line, column + len(words), words)
        assert made.number(place) == number


def test_the_same_seed_makes_the_same_document() -> None:
    lines = dict(enumerate(GERMAN))
    one, other = (edited("tour", "de", lines, random.Random("7/tour")) for _ in range(2))
    assert one == other


@pytest.mark.parametrize("source", ["en", None])
def test_dropped_claims_are_counted_and_sound_ones_raise_no_alarm(folder: Path, source: str | None) -> None:
    settings = Settings(source=source, rules_only=True)
    (result,) = documents.measure(documents.cases(folder, ["eng", "deu"], settings)).values()
    assert result.dropped >= 2
    assert result.claims >= 25
    assert result.alarms == 0, result.failures
    if source:
        assert result.reported == result.flagged == result.dropped, result.failures


def test_a_drift_of_its_own_is_an_alarm(folder: Path) -> None:
    with gzip.open(folder / "deu.txt.gz", "wt", encoding="utf-8") as file:
        file.write("".join(line.replace("stehen", "stehen mindestens 88 Bänke und") + "\n" for line in GERMAN))
    settings = Settings(source="en", rules_only=True)
    (result,) = documents.measure(documents.cases(folder, ["eng", "deu"], settings, limit=1)).values()
    assert result.alarms >= 10
    assert all("88" in line for line in result.failures if line.startswith("alarm"))


def test_a_file_of_another_length_is_refused(folder: Path) -> None:
    (folder / "documents.txt").write_text("tour\n", "utf-8")
    with pytest.raises(InputError, match=r"40 lines where documents\.txt has 1"):
        list(documents.cases(folder, ["eng", "deu"], Settings(rules_only=True)))


def test_the_command_prints_a_signed_table_and_what_failed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["benchmark", "documents", str(folder), "--rules-only", "--failures"]) == 0
    first, *_, total = capsys.readouterr().out.splitlines()
    assert first.startswith("checker:")
    assert total.split()[0] == "all"
    assert cli.run(["benchmark", "documents", str(folder / "nowhere"), "--rules-only"]) == 2
    assert "nowhere" in capsys.readouterr().err
