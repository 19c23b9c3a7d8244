"""`checker extract`: single texts."""

import json
from pathlib import Path

import pytest

from checker.model import Kind
from tests.cli.stub import Run

GERMAN = "Der Umsatz stieg im Jahr 2023 auf 1,2 Mrd. €.\n"


def test_extract_prints_mentions_in_their_places(run: Run) -> None:
    code, out, err = run("extract", "-", "--lang", "de", "--format", "json", stdin=GERMAN.encode())
    assert (code, err) == (0, "")
    found = [json.loads(line) for line in out.splitlines()]
    assert [mention["kind"] for mention in found] == [Kind.DATE, Kind.MONEY]
    for mention in found:
        assert GERMAN[mention["column"] - 1 : mention["end_column"] - 1] == mention["text"]
    assert found[1]["value"] == {"low": "1200000000", "high": "1200000000", "bound": "exact", "unit": "EUR"}
    assert "1 200 000 000 EUR" in run("extract", "--lang", "de", stdin=GERMAN.encode())[1]


def test_extract_reads_a_file_and_tells_its_language(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "text.md"
    path.write_text(f"# Bericht\n\n{GERMAN}", encoding="utf-8")
    code, out, _ = run("extract", str(path), "--format", "json")
    assert code == 0
    assert {(mention["lang"], mention["line"]) for mention in map(json.loads, out.splitlines())} == {("de", 3)}


@pytest.mark.parametrize(("stdin", "message"), [(b"\xff\xfe\xff", "standard input: "), (b"12", "say it with --lang")])
def test_extract_refuses_what_is_no_text(run: Run, stdin: bytes, message: str) -> None:
    code, out, err = run("extract", stdin=stdin)
    assert (code, out) == (2, "")
    assert message in err
