"""The command line: its exit codes, its one-line refusals, where its output goes.

The pipeline is a stub here; what it finds is tested elsewhere.
"""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from checker import cli, console
from checker.errors import InputError, ModelError
from checker.model import Finding, Kind, Level, Location, Report, ReportDocument, Rule
from checker.options import When
from checker.rows import Row, RowResult
from checker.settings import Settings

Run = Callable[..., tuple[int, str, str]]


def finding(level: Level = Level.ERROR, path: str = "a/de.md") -> Finding:
    at = Location("de", path, 3, 1, 3, 4, "700")
    return Finding(Rule.VALUE, level, "a", "a/1", at, "700 for 7", "7", "700", 0.9, None, (), "f1")


def report(*levels: Level, errors: Sequence[str] = ()) -> Report:
    document = ReportDocument("a", None, {"de": "a/de.md", "en": "a/en.md"})
    return Report("checker test", (document,), (), tuple(map(finding, levels)), (), tuple(errors))


class Pipeline(ModuleType):
    """A pipeline that finds what it is told to, and remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__("checker.pipeline")
        self.found: Report | Exception = report()
        self.paths: Sequence[str] = ()
        self.settings = Settings()
        self.levels: dict[str, Level] = {}

    def check(self, paths: Sequence[str], settings: Settings, progress: object) -> Report:
        self.paths, self.settings = paths, settings
        if isinstance(self.found, Exception):
            raise self.found
        return self.found

    def check_rows(self, rows: Iterable[Row], settings: Settings, workers: int = 1) -> Iterator[RowResult]:
        self.settings = settings
        for row in rows:
            if isinstance(self.found, Exception):
                raise self.found
            level = self.levels.get(row.id)
            errors = () if len(row.texts) > 1 else (f"{row.id}: one version alone",)
            yield RowResult(row.id, () if level is None else (finding(level, ""),), errors)


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Pipeline:
    monkeypatch.chdir(tmp_path)
    stub = Pipeline()
    monkeypatch.setitem(sys.modules, "checker.pipeline", stub)
    return stub


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command line: exit code, standard output, standard error."""

    def run(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = cli.run(list(arguments))
        sys.stdout.flush()
        written = capfdbinary.readouterr()
        return code, written.out.decode(), written.err.decode()

    return run


@pytest.mark.parametrize(
    ("levels", "fail_on", "code"),
    [
        ([], "warning", 0),
        ([Level.NOTE], "warning", 0),
        ([Level.WARNING], "warning", 1),
        ([Level.ERROR], "warning", 1),
        ([Level.WARNING], "error", 0),
        ([Level.NOTE], "note", 1),
        ([Level.ERROR], "never", 0),
    ],
)
def test_the_exit_code_says_whether_drift_was_found(
    pipeline: Pipeline, run: Run, levels: list[Level], fail_on: str, code: int
) -> None:
    pipeline.found = report(*levels)
    assert run("check", "a", "--fail-on", fail_on)[0] == code
    assert run("check", "a", "--fail-on", fail_on)[1].endswith(f"exit {code}\n")


def test_what_could_not_be_checked_is_exit_2_and_the_rest_is_reported(pipeline: Pipeline, run: Run) -> None:
    pipeline.found = report(Level.ERROR, errors=["b: one version alone (de.md); add another"])
    code, out, err = run("check", "a", "b", "--format", "json", "--fail-on", "never")
    assert code == 2
    assert err == "checker: b: one version alone (de.md); add another\n"
    assert len(json.loads(out)["findings"]) == 1


def test_a_note_is_told_and_changes_nothing(pipeline: Pipeline, run: Run) -> None:
    pipeline.found = replace(report(), notes=("a/x.md: taken for German",))
    assert run("check", "a")[::2] == (0, "checker: note: a/x.md: taken for German\n")
    assert run("check", "a", "--quiet")[::2] == (0, "")


@pytest.mark.parametrize("error", [InputError("a: an empty folder\nno", 1), ModelError("model: damaged")])
def test_a_refusal_is_one_line_and_exit_2(pipeline: Pipeline, run: Run, error: Exception) -> None:
    pipeline.found = error
    code, out, err = run("check", "a")
    assert (code, out, err.count("\n")) == (2, "", 1)


@pytest.mark.parametrize(
    "error",
    [
        ValueError("x\x1b[31m"),
        EOFError(),
        RecursionError(),
        MemoryError(),
        BrokenPipeError(),
        OSError(32, "x"),
    ],
)
def test_an_internal_error_is_exit_2_in_one_line(
    pipeline: Pipeline, run: Run, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    pipeline.found = error
    code, out, err = run("check", "a")
    assert (code, out) == (2, "")
    assert "Traceback" not in err
    assert "\x1b" not in err
    assert err.count("\n") == 1
    monkeypatch.setenv("CHECKER_DEBUG", "1")
    assert "Traceback" in run("check", "a")[2]


def test_an_interruption_is_no_result(pipeline: Pipeline, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "check", interrupted)
    assert run("check", "a", "--output", "r.txt") == (130, "", "")
    assert not list(Path.cwd().iterdir())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check"], "Missing argument 'PATH'; see"),
        (["chekc"], "No such command 'chekc'. Did you mean 'check'?"),
        (["check", "a", "--formt", "json"], "No such option: --formt (Possible options: --format)"),
        (["check", "a", "--fail-on", "fatal"], "'fatal' is not one of 'error', 'warning', 'note', 'never'"),
        (
            ["check", "a", "--format", "jso"],
            "unknown format 'jso'; did you mean 'json'? there are: csv, ",
        ),
        (["check", "a", "--source", "xx"], "source language 'xx' is no language code"),
        (["check", "a", "--config", "none.toml"], "none.toml: cannot read the settings: No such file"),
        (["check", "a", "--output", "no/r.json"], "no/r.json: cannot write: No such file"),
        (["corpus", "none.jsonl"], "none.jsonl: no such file"),
        (["corpus", "a.tmx"], "a.tmx: .tmx is not read yet; JSON lines (.jsonl) and Parquet (.parquet) are"),
        (["corpus", "a.jsonl", "--format", "text"], "unknown format 'text'; corpus writes JSON lines: json"),
        (["extract", "none.txt", "--lang", "de"], "none.txt: no such file"),
        (["extract", "--lang", "xx"], "--lang: 'xx' is no language code"),
        (["explain", "value-drfit"], "unknown rule 'value-drfit'; did you mean 'value-drift'?"),
    ],
)
def test_a_wrong_argument_is_named_with_what_would_be_right(
    pipeline: Pipeline, run: Run, arguments: list[str], message: str
) -> None:
    code, out, err = run(*arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert message in err


def test_the_command_line_overrides_the_settings(pipeline: Pipeline, run: Run) -> None:
    Path("checker.toml").write_text('source = "de"\nfail-on = "never"\nmodel = "m"\n')
    run("check", "a", "b")
    assert pipeline.paths == ["a", "b"]
    assert (pipeline.settings.source, str(pipeline.settings.fail_on)) == ("de", "never")
    run("check", "a", "--source", "tl", "--fail-on", "note", "--rules-only", "--no-cache", "--model", "n")
    chosen = pipeline.settings
    assert (chosen.source, str(chosen.fail_on), chosen.model) == ("fil", "note", "n")
    assert chosen.rules_only
    assert not chosen.cache


def test_a_broken_setting_is_named_with_its_line(pipeline: Pipeline, run: Run) -> None:
    Path("checker.toml").write_text("\nsorce = 'de'\n")
    expected = "checker: checker.toml:2: unknown setting 'sorce'; did you mean 'source'?\n"
    assert run("check", "a") == (2, "", expected)


def test_output_goes_to_the_file_and_is_the_same_bytes(pipeline: Pipeline, run: Run) -> None:
    pipeline.found = report(Level.ERROR)
    assert run("check", "a", "--format", "json", "--output", "r.json", "--color", "always") == (1, "", "")
    assert Path("r.json").read_text() == run("check", "a", "--format", "json", "--output", "-")[1]


def test_nothing_is_left_of_a_file_when_the_check_fails(pipeline: Pipeline, run: Run) -> None:
    pipeline.found = InputError("a: an empty folder")
    assert run("check", "a", "--output", "r.json")[0] == 2
    assert not list(Path.cwd().iterdir())


def test_colour_is_for_terminals_or_on_demand(pipeline: Pipeline, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline.found = report(Level.ERROR)
    assert "\x1b" not in run("check", "a")[1]
    assert "\x1b" in run("check", "a", "--color", "always")[1]
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda _: True, raising=False)
    assert console.colored(When.AUTO, None)
    assert not console.colored(When.AUTO, Path("r.txt"))
    monkeypatch.setenv("NO_COLOR", "1")
    assert not console.colored(When.AUTO, None)


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


def test_explain_lists_the_rules_and_explains_one(run: Run) -> None:
    assert all(str(rule) in run("explain")[1] for rule in Rule)
    code, out, _ = run("explain", "scale-drift")
    assert code == 0
    assert "Milliarden" in out
    assert "Billionen" in out
    assert run("explain", "scale-drift", "--markdown")[1].startswith("## `scale-drift`")


def test_languages_are_a_table(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def coverage(progress: object) -> list[tuple[str, str, dict[Kind, object]]]:
        return [("de", "German", {Kind.MONEY: 12, Kind.DATE: 0.974}), ("fil", "Filipino", {})]

    monkeypatch.setattr("checker.coverage.coverage", coverage)
    code, out, _ = run("languages")
    header, german, filipino = out.splitlines()
    assert code == 0
    assert header.split() == ["code", "language", *Kind]
    assert german.split() == ["de", "German", "12", *"––––", "97%", *"–––"]
    assert filipino.split() == ["fil", "Filipino", *"–––––––––"]


def test_no_command_shows_the_help_and_has_checked_nothing(run: Run) -> None:
    code, out, _ = run()
    assert code == 2
    assert "Usage: checker" in out
    assert run("--help")[0] == 0


def test_the_version_is_one_line(run: Run) -> None:
    code, out, _ = run("--version")
    assert (code, out.count("\n")) == (0, 1)
    assert out.startswith("checker ")


COMMAND = [sys.executable, "-m", "checker"]


def test_as_a_program_the_codes_are_the_same() -> None:
    for arguments, code in ((["--version"], 0), (["explain", "nothing"], 2), (["check"], 2)):
        done = subprocess.run([*COMMAND, *arguments], capture_output=True, check=False, timeout=60)
        assert done.returncode == code
        assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="pipes break otherwise there")
def test_a_reader_that_leaves_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*COMMAND, "explain", "--markdown"], stdout=writing, stderr=subprocess.PIPE, check=False, timeout=60
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_exit_2() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, "explain"], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr == b"checker: standard output: cannot write: No space left on device\n"
