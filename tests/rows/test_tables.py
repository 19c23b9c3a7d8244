"""Rows of columns are read as a stream; one that can't be used is told in a line, and the rest is read."""

import gzip
import importlib
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import InputError, UsageError
from checker.rows import Columns, Row, opened, streamed, suffixes
from checker.rows.jsonl import LONGEST_LINE
from tests.rows.reading import broken, from_bytes, items, rows

GOOD = b'{"id": "a", "texts": {"en": "3 cats", "de": "3 Katzen"}}\n'
ROW = Row("a", {"en": "3 cats", "de": "3 Katzen"})
NAMED = Columns({"en": "pair.en", "de": "german"}, "key")


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        (b"{\n", "f:2: broken JSON at character 2: Expecting property name"),
        (b"[1]\n", "f:2: not an object"),
        (b'"a"\n', "f:2: not an object"),
        (b'{"texts": {}}\n', 'f:2: no "id"'),
        (b'{"id": null, "texts": {}}\n', 'f:2: no "id"'),
        (b'{"id": true, "texts": {}}\n', 'f:2: no "id"'),
        (b'{"id": "b"}\n', 'f:2: no "texts" by language'),
        (b'{"id": "b", "texts": {"en": 3}}\n', "f:2: the text of 'en' is no string"),
        (b'{"id": "b", "texts": {"en": "\xff"}}\n', "f:2: not UTF-8 (byte 30 of the line)"),
        (b"[" * 100000 + b"\n", "f:2: broken JSON"),
        (b'{"id": ' + b"9" * 5000 + b', "texts": {}}\n', "f:2: broken JSON"),
    ],
)
def test_a_bad_row_is_told_with_its_line_and_the_rest_is_read(bad: bytes, message: str) -> None:
    found, complaints = from_bytes(GOOD + bad + GOOD)
    assert found == [ROW, ROW]
    assert len(complaints) == 1
    assert complaints[0].startswith(message)
    assert "\n" not in complaints[0]


def test_empty_lines_a_byte_order_mark_and_a_missing_end_are_no_matter() -> None:
    assert from_bytes(b"\xef\xbb\xbf" + GOOD + b"\n  \r\n" + GOOD.strip()) == ([ROW, ROW], [])


def test_a_missing_version_is_left_out_and_a_lone_surrogate_replaced() -> None:
    found = from_bytes(b'{"id": 7, "texts": {"en": null, "de": "a\\ud800b"}}\n')
    assert found == ([Row("7", {"de": "a\ufffdb"})], [])


def test_a_line_without_end_is_not_read_into_memory() -> None:
    class Endless(io.RawIOBase):
        left = LONGEST_LINE * 3

        def readline(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            assert 0 < size <= LONGEST_LINE
            self.left -= size
            return b"9" * size if self.left >= 0 else b""

    found = list(streamed(Endless(), "f").items)  # type: ignore[arg-type]
    assert broken(found) == ['f:1: longer than 16 MiB; a row is {"id": "…", "texts": {"en": "…", "de": "…"}}']
    assert len(found) == 1


def test_rows_are_given_before_the_next_is_read() -> None:
    stream = io.BytesIO(GOOD * 100)
    next(streamed(stream, "f").items)
    assert stream.tell() == len(GOOD)


@given(st.lists(st.tuples(st.text(min_size=1), st.dictionaries(st.text(max_size=5), st.text())), max_size=5))
def test_what_is_written_is_read(written: list[tuple[str, dict[str, str]]]) -> None:
    data = "".join(json.dumps({"id": name, "texts": texts}) + "\n" for name, texts in written).encode()
    assert from_bytes(data) == ([Row(name, texts) for name, texts in written], [])


@given(st.binary(max_size=200))
def test_any_bytes_are_rows_or_complaints(data: bytes) -> None:
    found, complaints = from_bytes(data)
    said = data.removeprefix(b"\xef\xbb\xbf").strip()
    assert not found, "200 bytes of chance are no row"
    assert bool(complaints) == bool(said)
    assert len(complaints) <= data.count(b"\n") + 1


def test_columns_are_named_and_lead_into_others() -> None:
    data = b'{"key": 5, "pair": {"en": "3 cats"}, "german": "3 Katzen"}\n'
    assert from_bytes(data, NAMED) == ([Row("5", ROW.texts)], [])
    unnamed = Columns(NAMED.texts)
    assert from_bytes(data, unnamed) == ([Row("1", ROW.texts)], []), "without a column, the number of the row"
    assert from_bytes(b'{"pair": 3}\n', NAMED)[1] == [
        'f:1: no "key"; a row is {"id": "…", "texts": {"en": "…", "de": "…"}}'
    ]


def test_a_packed_file_is_read_and_a_broken_one_told_after_its_rows(tmp_path: Path) -> None:
    packed = gzip.compress(GOOD * 50_000)
    assert items(tmp_path, "a.jsonl.gz", gzip.compress(GOOD * 3)) == [ROW] * 3
    found = items(tmp_path, "b.jsonl.gz", packed[: len(packed) // 2])
    assert ROW in found
    assert len(broken(found)) == 1
    assert "b.jsonl.gz: cannot read on: Compressed file ended" in broken(found)[0]


def test_no_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        opened(tmp_path / "a.jsonl")
    with pytest.raises(InputError, match="a folder"):
        opened(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jsonl")
    with pytest.raises(InputError, match=r"a\.jsonl: a named pipe"):
        opened(tmp_path / "a.jsonl")


def test_columns_are_refused_where_there_are_none(tmp_path: Path) -> None:
    (tmp_path / "a.tmx").write_text("<tmx/>")
    with pytest.raises(UsageError, match=r"\.tmx has no columns to name"):
        opened(tmp_path / "a.tmx", NAMED)
    assert {".jsonl", ".parquet", ".tmx", ".xlf", ".po"} <= set(suffixes())


def parquet(path: Path, columns: dict[str, Any]) -> Path:
    arrow: Any = importlib.import_module("pyarrow")
    importlib.import_module("pyarrow.parquet").write_table(arrow.table(columns), path)
    return path


def test_parquet_rows_are_read_whether_the_texts_are_a_struct_or_a_map(tmp_path: Path) -> None:
    arrow: Any = pytest.importorskip("pyarrow")
    as_struct = parquet(tmp_path / "a.parquet", {"id": ["a"], "texts": [ROW.texts], "more": [1]})
    assert list(opened(as_struct).items) == [ROW]
    texts = arrow.array([list(ROW.texts.items()), None], arrow.map_(arrow.string(), arrow.string()))
    as_map = parquet(tmp_path / "b.parquet", {"id": ["a", "b"], "texts": texts})
    found = list(opened(as_map).items)
    assert rows(found) == [ROW]
    assert broken(found)[0].startswith(f'{as_map}: row 2: no "texts" by language; a row is ')
    table = parquet(tmp_path / "c.parquet", {"german": ["3 Katzen"], "pair": [{"en": "3 cats"}], "key": ["a"]})
    assert list(opened(table, NAMED).items) == [ROW]


def test_a_parquet_file_that_is_none_or_lacks_a_column_is_told(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    told = broken(items(tmp_path, "a.parquet", b"PAR1 nothing of the kind"))
    assert len(told) == 1
    assert "a.parquet: cannot be read as Parquet" in told[0]
    told = broken(list(opened(parquet(tmp_path / "b.parquet", {"id": ["a"]})).items))
    assert "no column 'texts', there are id" in told[0]
    assert "--column LANG=COLUMN" in told[0]
