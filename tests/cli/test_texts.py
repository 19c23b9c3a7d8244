"""`checker corpus` and `checker extract`: rows and single texts."""

import json
from pathlib import Path

import pytest

from checker.errors import ModelError
from checker.model import Kind, Level
from tests.cli.stub import Pipeline, Run

ROWS = b'{"id": "r1", "texts": {"en": "7", "de": "7"}}\n{"id": "r2", "texts": {"en": "7", "de": "700"}}\n'


def test_corpus_writes_a_finding_a_line(pipeline: Pipeline, run: Run) -> None:
    pipeline.levels = {"r2": Level.WARNING}
    Path("rows.jsonl").write_bytes(ROWS)
    code, out, err = run("corpus", "rows.jsonl", "--source", "en", "--format", "json")
    assert (code, err) == (1, "")
    (found,) = map(json.loads, out.splitlines())
    assert (found["row"], found["rule"], found["level"]) == ("r2", "value-drift", "warning")
    assert run("corpus", "-", "--fail-on", "error", stdin=ROWS)[:2] == (0, out)
    assert run("corpus", "rows.jsonl", "--output", "o.jsonl", "--fail-on", "never") == (0, "", "")
    assert Path("o.jsonl").read_text() == out


def test_corpus_tells_bad_rows_and_goes_on(pipeline: Pipeline, run: Run) -> None:
    pipeline.levels = {"r2": Level.WARNING}
    bad = b'{"id": "r0"\n{"id": "r3", "texts": {"en": "7"}}\n'
    code, out, err = run("corpus", "-", stdin=bad + ROWS)
    assert code == 2
    assert out.count("\n") == 1
    assert err.splitlines()[0].startswith("checker: -:1: broken JSON")
    assert err.splitlines()[1] == "checker: r3: one version alone"


def test_an_error_amid_rows_leaves_no_half_file(pipeline: Pipeline, run: Run) -> None:
    pipeline.found = ModelError("model: damaged")
    code, _, err = run("corpus", "-", "--output", "o.jsonl", stdin=ROWS)
    assert (code, err) == (2, "checker: model: damaged\n")
    assert not list(Path.cwd().iterdir())


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
