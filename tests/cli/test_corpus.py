"""`checker corpus`: what it takes, what it writes, what it says, what it refuses."""

import json
import time
from pathlib import Path

import pytest

from checker.cli.corpus import Watch
from tests.cli.stub import Run

ROWS = (
    b'{"id": "r1", "texts": {"en": "It seats 70.", "de": "Es hat 70 Pl\xc3\xa4tze."}}\n'
    b'{"id": "r2", "texts": {"en": "It seats 70.", "de": "Es hat 700 Pl\xc3\xa4tze."}}\n'
)
RULES = ("--source", "en", "--rules-only")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_it_writes_a_finding_a_line_and_says_what_it_came_to(run: Run) -> None:
    Path("rows.jsonl").write_bytes(ROWS)
    code, out, err = run("corpus", "rows.jsonl", *RULES, "--format", "json")
    (found,) = map(json.loads, out.splitlines())
    assert (code, found["row"], found["rule"], found["lang"]) == (1, "r2", "scale-drift", "de")
    assert "document" not in found
    assert "path" not in found
    assert err.splitlines() == [
        "checker: 2 rows, 2 (100.0 %) with claims, drift in 1 (50.0 %)",
        "checker: by rule: scale-drift 1",
    ]
    assert run("corpus", "-", *RULES, "--fail-on", "never", "--quiet", stdin=ROWS) == (0, out, "")
    assert run("corpus", "rows.jsonl", *RULES, "--output", "o.jsonl", "--quiet") == (1, "", "")
    assert Path("o.jsonl").read_text("utf-8") == out


def test_the_summary_is_a_file(run: Run) -> None:
    Path("rows.jsonl").write_bytes(ROWS + b"broken\n")
    assert run("corpus", "rows.jsonl", *RULES, "--summary", "s.json", "--quiet")[0] == 2
    summary = json.loads(Path("s.json").read_text("utf-8"))
    assert summary["schema"] == "checker-corpus/1"
    assert summary["signature"].startswith("checker:")
    assert (summary["rows"], summary["claims"], summary["covered"], summary["drifted"], summary["broken"]) == (
        2,
        2,
        2,
        1,
        1,
    )
    assert summary["pairs"] == {"en de": {"drifted": 1, "rows": 2, "scale-drift": 1}}


def test_bad_rows_are_told_and_the_rest_is_checked(run: Run) -> None:
    bad = b'{"id": "r0"\n{"id": "r3", "texts": {"en": "7"}}\n'
    code, out, err = run("corpus", "-", *RULES, "--quiet", stdin=bad + ROWS)
    assert code == 2
    assert out.count("\n") == 1
    assert err.splitlines()[0].startswith("checker: -:1: broken JSON")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "a.po",
            'msgid ""\nmsgstr "Language: de\\n"\n\nmsgid "It seats 70."\nmsgstr "Es hat 700 Plätze."\n',
        ),
        (
            "a.tmx",
            "<tmx><header srclang='en'/><body><tu><tuv xml:lang='en'><seg>It seats 70.</seg></tuv>"
            "<tuv xml:lang='de'><seg>Es hat 700 Plätze.</seg></tuv></tu></body></tmx>",
        ),
        (
            "a.xlf",
            "<xliff version='1.2'><file source-language='en' target-language='de'><body><trans-unit id='u'>"
            "<source>It seats 70.</source><target>Es hat 700 Plätze.</target></trans-unit></body></file></xliff>",
        ),
    ],
)
def test_localisation_files_are_read(run: Run, name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")
    code, out, _ = run("corpus", name, *RULES)
    assert (code, [json.loads(line)["rule"] for line in out.splitlines()]) == (1, ["scale-drift"])


def test_columns_of_a_table_are_named(run: Run) -> None:
    Path("t.jsonl").write_text(
        '{"key": "k", "t": {"a": "It seats 70.", "b": "Es hat 700 Plätze."}}\n', encoding="utf-8"
    )
    named = ("--column", "en=t.a", "--column", "de=t.b", "--id-column", "key", "--quiet")
    for given in (("t.jsonl",), ("--dataset", "t.jsonl")):
        code, out, err = run("corpus", *given, *named, *RULES)
        assert (code, err) == (1, "")
        assert json.loads(out)["row"] == "k"


def test_a_data_set_that_would_have_to_be_fetched_is_refused(run: Run) -> None:
    code, out, err = run("corpus", "--dataset", "nobody/nothing-of-the-kind", *RULES)
    assert (code, out) == (2, "")
    assert "nobody/nothing-of-the-kind" in err
    assert "nothing is fetched" in err or "cannot be loaded" in err
    assert err.count("\n") == 1


def test_progress_tells_rows_rate_and_the_time_that_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([100.0, 110.0])
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    told: list[tuple[str, int, int]] = []
    watch = Watch(lambda *told_of: told.append(told_of))
    watch(1000, 50, 400)
    watch(21_000, 100, 400)
    assert told == [("1,000 rows", 50, 400), ("21,000 rows, 2,000/s, 1:00 left", 100, 400)]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["none.jsonl"], "none.jsonl: no such file"),
        (["."], ".: a folder; corpus takes one file of rows"),
        ([], "corpus takes a FILE of rows, or a data set by --dataset"),
        (["a.jsonl", "--dataset", "b"], "corpus takes a FILE of rows, or a data set by --dataset"),
        (["a.jsonl", "--split", "test"], "--split: is for --dataset"),
        (["a.jsonl", "--format", "text"], "unknown format 'text'; corpus writes JSON lines or a table: json, parquet"),
        (["a.jsonl", "--column", "de"], "--column de: write LANG=COLUMN"),
        (["a.jsonl", "--column", "no-such-language=x"], "is no language code"),
        (["a.po", "--column", "de=x"], ".po has no columns to name"),
        (["a.jsonl", "--resume"], "--resume: needs --output FILE"),
        (["a.jsonl", "--format", "parquet"], "--format parquet: needs --output FILE"),
        (["a.jsonl", "--engine", "abacus"], "unknown engine 'abacus'; there are local, ray"),
        (["a.jsonl", "--ray-address", "x:1"], "--ray-address and --ray-gpus: are for --engine ray"),
        (["-", "--engine", "ray"], "--engine ray: reads a file or a data set"),
        (["a.jsonl", "--output", "no/such/folder"], "no/such/folder: cannot write"),
    ],
)
def test_what_does_not_fit_is_refused_in_one_line(run: Run, arguments: list[str], said: str) -> None:
    Path("a.jsonl").write_bytes(ROWS)
    Path("a.po").write_bytes(b"")
    code, out, err = run("corpus", *arguments, *RULES)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
