"""`checker check`: its exit codes, its one-line refusals, where its output goes."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from checker import console
from checker.errors import InputError, ModelError
from checker.model import Dismissed, Ground, Level, Skipped
from checker.options import When
from tests.cli.stub import Pipeline, Run, report


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
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "check", interrupted)
    assert run("check", "a", "--output", "r.txt") == (130, "", "")
    assert not list(Path.cwd().iterdir())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check"], "no PATH and no settings that name paths; give a folder, or let checker init write checker.toml"),
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


def test_what_to_look_at_reaches_the_pipeline(pipeline: Pipeline, run: Run) -> None:
    assert run("check", "a", "--since", "main", "--forbid-ignores")[0] == 0
    assert (pipeline.asked["since"], pipeline.asked["forbid_ignores"]) == ("main", True)
    assert run("check", "a")[0] == 0
    assert (pipeline.asked["since"], pipeline.asked["forbid_ignores"]) == (None, False)


def test_verbose_says_what_was_read_and_what_was_set_aside(pipeline: Pipeline, run: Run) -> None:
    found = report(Level.ERROR, Level.NOTE)
    dismissed = (Dismissed(found.findings[0], Ground.COMMENT, "agreed", found.findings[0].location),)
    skipped = (Skipped(found.findings[0].location, "code"),)
    pipeline.found = replace(found, findings=found.findings[1:], dismissed=dismissed, coverage=skipped)
    code, out, err = run("check", "a", "--verbose")
    assert code == 0
    assert out.endswith("no drifts, 1 note, 1 dismissed · exit 0\n")
    assert err.splitlines() == [
        "checker: a: de a/de.md, en a/en.md; 0 claims, 1 findings",
        "checker: a/de.md:3:1: value-drift set aside (comment, a/de.md:3): agreed",
        "checker: a/de.md:3:1: '700' not checked: code",
        "checker: checker test",
    ]


@pytest.mark.parametrize("text", ["::error::x", "##[error]x", "x ##[command]y", "\x1b[2J", "a\n::error::x"])
def test_what_is_said_of_a_document_is_no_command_of_a_build_server(pipeline: Pipeline, run: Run, text: str) -> None:
    pipeline.found = replace(report(errors=[text]), notes=(text,))
    err = run("check", "a")[2]
    assert all(line.startswith("checker: ") for line in err.splitlines())
    assert "##[" not in err
    assert "\x1b" not in err


def test_shells_are_offered_completion(run: Run) -> None:
    assert "--install-completion" in run("--help")[1]
