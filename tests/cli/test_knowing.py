"""`checker baseline`: known findings written down, dropped and shown."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from checker.model import Level, Report
from tests.cli.stub import Pipeline, Run, finding, report


def found(*fingerprints: str) -> Report:
    made = (replace(finding(), fingerprint=each, message=f"drift {each}") for each in fingerprints)
    return replace(report(), findings=tuple(made))


@pytest.fixture
def there(pipeline: Pipeline) -> Pipeline:
    for language in ("de", "en"):
        Path("a").mkdir(exist_ok=True)
        Path(f"a/{language}.md").write_text("7\n")
    pipeline.found = found("f1", "f2")
    return pipeline


def test_create_writes_what_is_found_and_prune_drops_what_is_mended(there: Pipeline, run: Run) -> None:
    assert run("baseline", "create", "a") == (0, "checker-baseline.json: 2 findings known\n", "")
    assert [it["fingerprint"] for it in json.loads(Path("checker-baseline.json").read_text())["findings"]] == [
        "f1",
        "f2",
    ]
    there.found = found("f2", "f3")
    code, out, err = run("baseline", "prune", "a")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "dropped: a/de.md: value-drift: drift f1",
        "checker-baseline.json: 1 finding dropped, 1 finding known",
    ]
    assert run("baseline", "show") == (0, "a/de.md: value-drift: drift f2\n1 finding known\n", "")
    assert there.paths == ["a"]


def test_a_reason_in_the_file_is_kept(there: Pipeline, run: Run) -> None:
    run("baseline", "create", "a", "--baseline", "known.json")
    text = Path("known.json").read_text()
    Path("known.json").write_text(text.replace('"fingerprint": "f1"', '"fingerprint": "f1", "reason": "agreed"'))
    run("baseline", "create", "a", "--baseline", "known.json")
    assert run("baseline", "show", "known.json")[1].startswith("a/de.md: value-drift: drift f1 (agreed)\n")
    run("baseline", "prune", "a", "--baseline", "known.json")
    assert '"reason": "agreed"' in Path("known.json").read_text()


def test_the_file_of_the_settings_is_taken_and_does_not_hide_what_is_known(there: Pipeline, run: Run) -> None:
    Path("checker.toml").write_text('baseline = "known.json"\n')
    assert run("baseline", "create", "a")[1] == "known.json: 2 findings known\n"
    assert there.settings.baseline is None
    run("check", "a")
    assert there.settings.baseline == "known.json"
    run("check", "a", "--baseline", "other.json")
    assert there.settings.baseline == "other.json"


def test_what_could_not_be_checked_leaves_the_file_as_it_was(there: Pipeline, run: Run) -> None:
    run("baseline", "create", "a")
    before = Path("checker-baseline.json").read_text()
    there.found = report(Level.ERROR, errors=["b: broken"])
    for command in ("create", "prune"):
        code, out, err = run("baseline", command, "a")
        assert (code, out) == (2, "")
        assert err.endswith("checker: not everything could be checked, so the baseline is left as it was\n")
    assert Path("checker-baseline.json").read_text() == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["prune", "a"], "checker-baseline.json: cannot read the baseline: No such file"),
        (["show"], "checker-baseline.json: cannot read the baseline: No such file"),
        (["show", "a/de.md"], "a/de.md: no baseline of the schema"),
        (["create"], "no PATH and no settings that name paths"),
        (["create", "a", "--baseline", "no/known.json"], "no/known.json: cannot write"),
    ],
)
def test_a_wrong_argument_is_one_line(there: Pipeline, run: Run, arguments: list[str], message: str) -> None:
    code, out, err = run("baseline", *arguments)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert message in err


def test_nothing_asked_shows_the_help(run: Run) -> None:
    code, out, _ = run("baseline")
    assert code == 2
    assert {"create", "prune", "show"} <= set(out.split())


def test_what_a_file_says_steers_no_terminal(there: Pipeline, run: Run) -> None:
    there.found = replace(report(), findings=(replace(finding(), message="\x1b[31m##[error]\n::error::x"),))
    run("baseline", "create", "a")
    out = run("baseline", "show")[1]
    assert "\x1b" not in out
    assert "##[" not in out
    assert out.count("\n") == 2
