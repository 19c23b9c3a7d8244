"""Rows are read as a stream; one that can't be used is told in a line, and the rest is read."""

import importlib
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import InputError, UsageError
from checker.rows import LONGEST_LINE, Row, lines, read

GOOD = b'{"id": "a", "texts": {"en": "3 cats", "de": "3 Katzen"}}\n'
ROW = Row("a", {"en": "3 cats", "de": "3 Katzen"})


def from_bytes(data: bytes) -> tuple[list[Row], list[str]]:
    complaints: list[str] = []
    return list(lines(io.BytesIO(data), "f", complaints.append)), complaints


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
    rows, complaints = from_bytes(GOOD + bad + GOOD)
    assert rows == [ROW, ROW]
    assert len(complaints) == 1
    assert complaints[0].startswith(message)
    assert "\n" not in complaints[0]


def test_empty_lines_a_byte_order_mark_and_a_missing_end_are_no_matter() -> None:
    rows, complaints = from_bytes(b"\xef\xbb\xbf" + GOOD + b"\n  \r\n" + GOOD.strip())
    assert (rows, complaints) == ([ROW, ROW], [])


def test_a_missing_version_is_left_out_and_a_lone_surrogate_replaced() -> None:
    rows, complaints = from_bytes(b'{"id": 7, "texts": {"en": null, "de": "a\\ud800b"}}\n')
    assert (rows, complaints) == ([Row("7", {"de": "a\ufffdb"})], [])


def test_a_line_without_end_is_not_read_into_memory() -> None:
    class Endless(io.RawIOBase):
        left = LONGEST_LINE * 3

        def readline(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            assert 0 < size <= LONGEST_LINE
            self.left -= size
            return b"9" * size if self.left >= 0 else b""

    complaints: list[str] = []
    assert list(lines(Endless(), "f", complaints.append)) == []  # type: ignore[arg-type]
    assert complaints == ['f:1: longer than 16 MiB; a row is {"id": "…", "texts": {"en": "…", "de": "…"}}']


def test_rows_are_given_before_the_next_is_read() -> None:
    stream = io.BytesIO(GOOD * 100)
    next(lines(stream, "f", lambda _: None))
    assert stream.tell() == len(GOOD)


@given(st.lists(st.tuples(st.text(min_size=1), st.dictionaries(st.text(max_size=5), st.text())), max_size=5))
def test_what_is_written_is_read(rows: list[tuple[str, dict[str, str]]]) -> None:
    data = "".join(json.dumps({"id": name, "texts": texts}) + "\n" for name, texts in rows).encode()
    assert from_bytes(data) == ([Row(name, texts) for name, texts in rows], [])


@given(st.binary(max_size=200))
def test_any_bytes_are_rows_or_complaints(data: bytes) -> None:
    from_bytes(data)


@pytest.mark.parametrize("suffix", [".tmx", ".xliff", ".po"])
def test_a_format_to_come_is_refused_with_those_there_are(tmp_path: Path, suffix: str) -> None:
    with pytest.raises(UsageError, match=r"is not read yet; JSON lines \(\.jsonl\) and Parquet"):
        read(tmp_path / f"a{suffix}", print)


def test_no_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read(tmp_path / "a.jsonl", print)
    with pytest.raises(InputError, match="a folder"):
        read(tmp_path, print)


def parquet(path: Path, columns: dict[str, Any]) -> Path:
    arrow: Any = importlib.import_module("pyarrow")
    importlib.import_module("pyarrow.parquet").write_table(arrow.table(columns), path)
    return path


def test_parquet_rows_are_read_whether_the_texts_are_a_struct_or_a_map(tmp_path: Path) -> None:
    arrow: Any = pytest.importorskip("pyarrow")
    complaints: list[str] = []
    as_struct = parquet(tmp_path / "a.parquet", {"id": ["a"], "texts": [ROW.texts], "more": [1]})
    assert list(read(as_struct, complaints.append)) == [ROW]
    texts = arrow.array([list(ROW.texts.items()), None], arrow.map_(arrow.string(), arrow.string()))
    as_map = parquet(tmp_path / "b.parquet", {"id": ["a", "b"], "texts": texts})
    assert list(read(as_map, complaints.append)) == [ROW]
    assert complaints == [
        f'{as_map}: row 2: no "texts" by language; a row is {{"id": "…", "texts": {{"en": "…", "de": "…"}}}}'
    ]


def test_a_parquet_file_that_is_none_or_lacks_a_column_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "a.parquet").write_bytes(b"PAR1 nothing of the kind")
    with pytest.raises(InputError, match=r"a\.parquet: cannot be read as Parquet"):
        list(read(tmp_path / "a.parquet", print))
    with pytest.raises(InputError, match="no column 'texts'"):
        list(read(parquet(tmp_path / "b.parquet", {"id": ["a"]}), print))
