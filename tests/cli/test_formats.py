"""Several formats at once, each with its file; wrong combinations are refused with what would be right."""

import json
from pathlib import Path

import pytest

from checker.cli.formats import Target, targets
from checker.errors import UsageError
from checker.model import Level
from tests.cli.stub import Pipeline, Run, report


@pytest.mark.parametrize(
    ("formats", "outputs", "expected"),
    [
        ([], [], [("text", None)]),
        (["json"], [], [("json", None)]),
        ([], ["a.txt"], [("text", "a.txt")]),
        (["json"], ["-"], [("json", None)]),
        (["json", "html"], ["a.json", "b.html"], [("json", "a.json"), ("html", "b.html")]),
        (["text", "html"], ["-", "b.html"], [("text", None), ("html", "b.html")]),
        (["json", "json"], ["a.json", "b.json"], [("json", "a.json"), ("json", "b.json")]),
    ],
)
def test_formats_and_outputs_pair_in_order(
    formats: list[str], outputs: list[str], expected: list[tuple[str, str | None]]
) -> None:
    wanted = [Target(form, None if file is None else Path(file)) for form, file in expected]
    assert targets(formats, [Path(output) for output in outputs]) == wanted


@pytest.mark.parametrize(
    ("formats", "outputs", "message"),
    [
        (
            ["text", "sarif"],
            ["a.sarif"],
            "2 --format and 1 --output do not pair; give each format its file, - for standard output: "
            "--format text --output a.sarif --format sarif --output FILE",
        ),
        (["sarif"], ["a", "b"], "--format sarif --output a --format NAME --output b"),
        ([], ["a", "b"], "no --format and 2 --output do not pair"),
        (["json", "text"], [], "--format json --output FILE --format text --output FILE"),
        (["json", "text"], ["-", "-"], "--format text: standard output is taken by another format"),
        (["json", "text"], ["a", "./a"], "--format text: a is taken by another format; name another --output"),
    ],
)
def test_what_does_not_pair_is_refused(formats: list[str], outputs: list[str], message: str) -> None:
    with pytest.raises(UsageError) as refused:
        targets(formats, [Path(output) for output in outputs])
    assert message in str(refused.value)


def test_each_format_goes_to_its_file(pipeline: Pipeline, run: Run) -> None:
    pipeline.found = report(Level.ERROR)
    asked = ["--format", "sarif", "--output", "a.sarif", "-f", "html", "-o", "b.html", "-f", "text", "-o", "-"]
    code, out, err = run("check", "a", *asked)
    assert (code, err) == (1, "")
    assert out.endswith("exit 1\n")
    assert json.loads(Path("a.sarif").read_text())["version"] == "2.1.0"
    assert Path("b.html").read_text().startswith("<!DOCTYPE html>")
    assert run("check", "a", "-f", "sarif")[1] == Path("a.sarif").read_text()


def test_one_format_that_cannot_be_written_leaves_none(pipeline: Pipeline, run: Run) -> None:
    pipeline.found = report(Level.ERROR)
    code, out, err = run("check", "a", "-f", "sarif", "-o", "a.sarif", "-f", "html", "-o", "no/b.html")
    assert (code, out) == (2, "")
    assert "no/b.html: cannot write" in err
    assert not list(Path.cwd().iterdir())


def test_an_unknown_format_among_several_is_refused_before_any_work(pipeline: Pipeline, run: Run) -> None:
    code, out, err = run("check", "a", "-f", "sarf", "-o", "a", "-f", "html", "-o", "b")
    assert (code, out) == (2, "")
    assert "did you mean 'sarif'?" in err
    assert not pipeline.paths


def test_the_summary_of_a_job_is_added_to(pipeline: Pipeline, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline.found = report(Level.ERROR)
    Path("summary.md").write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    run("check", "a", "--format", "json")
    assert Path("summary.md").read_text() == "before\n"
    code, out, _ = run("check", "a", "--format", "github")
    assert code == 1
    assert out.startswith("::error file=a/de.md,line=3,")
    assert Path("summary.md").read_text().startswith("before\n### checker: 1 drift (1 error)\n")


def test_a_summary_that_cannot_be_written_is_no_success(
    pipeline: Pipeline, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipeline.found = report()
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "no/summary.md")
    code, _, err = run("check", "a", "--format", "github")
    assert code == 2
    assert "no/summary.md: cannot write" in err
