"""Data sets are read from this machine alone: files, folders, saved ones; their splits and columns by name."""

import importlib
import json
from pathlib import Path
from typing import Any

import pytest

from checker.errors import InputError, UsageError
from checker.rows import Columns, Row
from checker.rows.dataset import opened

PAIRS = [{"en": "3 cats", "de": "3 Katzen"}, {"en": "4 dogs", "de": "5 Hunde"}, {"en": "6 owls", "de": "6 Eulen"}]
ROWS = [Row(str(number), pair) for number, pair in enumerate(PAIRS, 1)]


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A saved data set of translations with two splits."""
    datasets: Any = importlib.import_module("datasets")
    table = datasets.Dataset.from_list([{"translation": pair, "n": n} for n, pair in enumerate(PAIRS)])
    path = tmp_path_factory.mktemp("saved") / "set"
    datasets.DatasetDict({"train": table, "test": table.select([2])}).save_to_disk(path)
    return str(path)


def test_a_saved_data_set_of_translations_needs_no_columns_named(saved: str) -> None:
    reading = opened(saved, "train", Columns())
    assert (reading.total, list(reading.items)) == (3, ROWS)
    assert list(opened(saved, "test", Columns()).items) == [Row("1", PAIRS[2])]
    named = Columns({"en": "translation.en", "de": "translation.de"}, "n")
    assert [row.id for row in opened(saved, "train[1:3]", named).items if isinstance(row, Row)] == ["1", "2"]


@pytest.mark.parametrize(
    ("split", "said"),
    [(None, "say which with --split: train, test"), ("dev", "no split 'dev'"), ("train[5%]", "write a part in rows")],
)
def test_a_split_that_is_none_is_refused(saved: str, split: str | None, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        opened(saved, split, Columns())


def test_a_file_is_streamed_by_its_suffix(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("en\tde\n" + "".join(f"{pair['en']}\t{pair['de']}\n" for pair in PAIRS))
    assert list(opened(str(tmp_path / "a.tsv"), None, Columns({"en": "en", "de": "de"})).items) == ROWS
    (tmp_path / "b.jsonl").write_text("".join(json.dumps({"id": row.id, "texts": row.texts}) + "\n" for row in ROWS))
    assert list(opened(str(tmp_path / "b.jsonl"), None, Columns()).items) == ROWS


def test_what_is_no_table_of_texts_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("one,other\n1,2\n")
    with pytest.raises(UsageError, match=r"which columns are texts.*there are one, other"):
        opened(str(tmp_path / "a.csv"), None, Columns())
    with pytest.raises(InputError, match="no column 'german', there are one, other"):
        opened(str(tmp_path / "a.csv"), None, Columns({"en": "one", "de": "german"}))
    (tmp_path / "a.zip").write_bytes(b"PK")
    with pytest.raises(InputError, match=r"\.zip is none of"):
        opened(str(tmp_path / "a.zip"), None, Columns())
