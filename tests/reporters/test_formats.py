"""The formats for machines: valid against their schemas, harmless, within the size that services take in."""

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from checker.model import Level, Report, Rule
from checker.reporters import Page, load
from checker.reporters.github import MOST
from checker.reporters.sarif import LARGEST
from tests.documents import answers, check, sets
from tests.reporters.conftest import aside_report
from tests.reporters.hostile import HOSTILE, STEERING, hostile
from tests.reporters.many import many

SCHEMAS = Path(__file__).parent / "schemas"
MACHINE = ("csv", "github", "gitlab", "junit", "rdjson", "sarif")
JUNIT = etree.XMLSchema(etree.parse(SCHEMAS / "junit.xsd"))
FORMULA = re.compile(r"(^|;)[\s\"']*(?<!')[=+\-@＝＋－＠]")


def rendered(form: str, report: Report) -> str:
    return load(form)(report, Page(exit_code=1))


def validate(form: str, text: str) -> None:
    """Raises where the text is not what a consumer of the format takes in."""
    if form in {"gitlab", "rdjson", "sarif"}:
        schema = json.loads((SCHEMAS / f"{form}.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator(schema).validate(json.loads(text))
    elif form == "junit":
        JUNIT.assertValid(etree.fromstring(text.encode("utf-8", "backslashreplace")))
    elif form == "csv":
        rows = list(csv.reader(io.StringIO(text, newline="")))
        assert {len(row) for row in rows} == {len(rows[0])}


@pytest.mark.parametrize("form", MACHINE)
def test_a_report_is_valid(form: str, sample: tuple[str, Report]) -> None:
    validate(form, rendered(form, sample[1]))


@pytest.fixture(scope="module", params=sets())
def document_set(request: pytest.FixtureRequest) -> Report:
    case = answers(request.param)
    return check(case.paths, case.gold["source"])


def test_the_reports_of_real_documents_are_valid(document_set: Report) -> None:
    for form in MACHINE:
        validate(form, rendered(form, document_set))


@pytest.mark.parametrize("form", MACHINE)
@pytest.mark.parametrize("text", HOSTILE)
def test_whatever_a_document_holds_the_report_is_valid_and_harmless(form: str, text: str, drifting: Report) -> None:
    found = rendered(form, hostile(drifting, text))
    validate(form, found)
    assert not STEERING.search(found.replace("\r\n", "\n").replace("\ud800", ""))
    assert "##[" not in found


@pytest.mark.parametrize("form", MACHINE)
@settings(max_examples=25, deadline=None)
@given(text=st.text(max_size=60))
def test_any_words_give_a_valid_report(form: str, drifting: Report, text: str) -> None:
    validate(form, rendered(form, hostile(drifting, text)))


def test_a_schema_refuses_what_is_wrong(drifting: Report) -> None:
    log = json.loads(rendered("sarif", drifting))
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    with pytest.raises(jsonschema.ValidationError):
        validate("sarif", json.dumps(log))
    with pytest.raises(etree.DocumentInvalid):
        validate("junit", rendered("junit", drifting).replace("<failure ", "<failed ").replace("/failure", "/failed"))


def test_sarif_says_where_in_every_other_version(drifting: Report) -> None:
    run = json.loads(rendered("sarif", drifting))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [str(rule) for rule in Rule]
    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in rules)
    by_rule = {result["ruleId"]: result for result in run["results"]}
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    scale = by_rule["scale-drift"]
    others = [it["physicalLocation"]["artifactLocation"]["uri"] for it in scale["relatedLocations"]]
    assert others == [f"docs/harbour/{lang}.md" for lang in ("ar", "en", "hi", "ja")]
    assert scale["partialFingerprints"] == {"checkerFinding/v1": "1f0c"}
    change = scale["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert change["insertedContent"] == {"text": "2,4 Millionen US-Dollar"}
    assert change["deletedRegion"] == scale["locations"][0]["physicalLocation"]["region"]
    assert "fixes" not in by_rule["unit-drift"]


def test_what_could_not_be_checked_is_no_success() -> None:
    report = Report("checker:1.2.3|data:x", (), (), (), (), ("docs/b: one version alone",))
    run = json.loads(rendered("sarif", report))["runs"][0]
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["tool"]["driver"]["version"] == "1.2.3"
    assert etree.fromstring(rendered("junit", report).encode()).get("errors") == "1"


def test_sarif_stays_within_its_size_and_keeps_the_worst() -> None:
    report = many(2500)
    findings = [
        replace(it, level=Level.NOTE if number % 2 else Level.ERROR) for number, it in enumerate(report.findings)
    ]
    text = rendered("sarif", replace(report, findings=tuple(findings)))
    assert len(text.encode()) <= LARGEST
    run = json.loads(text)["runs"][0]
    left = len(findings) - len(run["results"])
    assert left > 0
    assert [result["level"] for result in run["results"]].count("error") == min(2500, len(run["results"]))
    assert str(left) in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_an_address_of_a_file_is_a_uri(drifting: Report) -> None:
    def uri(path: str) -> dict[str, str]:
        finding = drifting.findings[0]
        moved = replace(finding, location=replace(finding.location, path=path))
        result = json.loads(rendered("sarif", replace(drifting, findings=(moved,))))["runs"][0]["results"][0]
        found: dict[str, str] = result["locations"][0]["physicalLocation"]["artifactLocation"]
        return found

    assert uri("./a b/ü:x.md") == {"uri": "a%20b/%C3%BC%3Ax.md", "uriBaseId": "%SRCROOT%"}
    assert uri("/srv/a.md") == {"uri": "file:///srv/a.md"}


def test_gitlab_shows_every_finding(drifting: Report) -> None:
    twice = replace(drifting, findings=drifting.findings + drifting.findings)
    issues = json.loads(rendered("gitlab", twice))
    assert len({issue["fingerprint"] for issue in issues}) == len(twice.findings)
    assert {issue["severity"] for issue in issues} == {"critical", "major", "info"}


def test_junit_has_a_case_for_each_claim(drifting: Report) -> None:
    root = etree.fromstring(rendered("junit", drifting).encode())
    cases = root.findall("testsuite/testcase")
    assert len(cases) == len(drifting.claims)
    failures = [len(case.findall("failure")) for case in cases]
    assert sum(failures) == sum(finding.level is not Level.NOTE for finding in drifting.findings)
    assert root.get("failures") == str(sum(map(bool, failures)))


def test_junit_skips_a_claim_whose_findings_were_set_aside() -> None:
    root = etree.fromstring(rendered("junit", aside_report()).encode())
    skipped = {case.get("name"): case.find("skipped") for case in root.iterfind("testsuite/testcase[skipped]")}
    assert [str(name).split(":")[0] for name in skipped] == ["harbour/1"]
    assert "set aside by a comment (as the bank has it)" in str(next(iter(skipped.values())).get("message"))
    assert sum(int(str(suite.get("skipped"))) for suite in root.iterfind("testsuite")) == 1


def test_columns_are_counted_in_bytes_or_left_out(drifting: Report) -> None:
    for diagnostic in json.loads(rendered("rdjson", drifting))["diagnostics"]:
        assert set(diagnostic["location"]["range"]["start"]) == {"line"}
        assert "suggestions" not in diagnostic
    counted = replace(drifting, findings=tuple(replace(it, byte_columns=(20, 31)) for it in drifting.findings))
    diagnostics = json.loads(rendered("rdjson", counted))["diagnostics"]
    assert {it["location"]["range"]["end"]["column"] for it in diagnostics} == {31}
    assert [it["suggestions"][0]["text"] for it in diagnostics if "suggestions" in it] == ["2,4 Millionen US-Dollar"]
    validate("rdjson", rendered("rdjson", counted))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_starts_a_formula(text: str, drifting: Report) -> None:
    rows = list(csv.reader(io.StringIO(rendered("csv", hostile(drifting, text)), newline="")))
    assert len(rows) == len(drifting.findings) + 1
    assert not [cell for row in rows for cell in row if FORMULA.search(cell)]


def commands(text: str) -> list[str]:
    """The lines that a runner takes for commands."""
    return [line for line in text.splitlines() if line.strip().startswith("::") or "##[" in line]


def test_annotations_are_the_worst_ten_of_a_level() -> None:
    report = many(30)
    findings = [
        replace(it, level=list(Level)[number % 3], confidence=number / 100) for number, it in enumerate(report.findings)
    ]
    lines = rendered("github", replace(report, findings=tuple(findings))).splitlines()
    for level, command in (("error", "error"), ("warning", "warning"), ("note", "notice")):
        assert sum(line.startswith(f"::{command} ") for line in lines) == MOST
        assert f"and 10 more {level}s" in lines
    levels = [line.split()[0] for line in commands("\n".join(lines))]
    assert levels == sorted(levels, key=["::error", "::warning", "::notice"].index)
    assert lines[-1] == "checker: 40 drifts (20 errors, 20 warnings), 20 notes"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_words_of_a_document_are_a_command(text: str, drifting: Report) -> None:
    found = commands(rendered("github", hostile(drifting, text)))
    assert len(found) == len(drifting.findings) + 2
    assert found[-1].startswith("::notice file=")
    for line in found[1:-1]:
        properties = line.removeprefix("::").partition("::")[0].partition(" ")[2]
        names = [part.partition("=")[0] for part in properties.split(",")]
        assert names == ["file", "line", "endLine", "col", "endColumn", "title"]
        assert all(part.partition("=")[2].count(":") == 0 for part in properties.split(","))
