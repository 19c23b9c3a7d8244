"""What others use of this repository: the action, whose script is run, and the hooks, both in the form they need."""

import json
import os
import re
import shutil
import tomllib
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

import checker
from checker import readers
from tests.documents import ROOT
from tests.repository import needs_git
from tests.sandbox import repository, shell

TEXT = {"type": "string"}
ACTION = {
    "type": "object",
    "required": ["name", "description", "runs"],
    "additionalProperties": False,
    "properties": {
        "name": {"type": "string"},
        "description": {"type": "string", "maxLength": 125},
        "author": {"type": "string"},
        "branding": {
            "type": "object",
            "required": ["icon", "color"],
            "additionalProperties": False,
            "properties": {
                "icon": {"type": "string", "pattern": "^[a-z-]+$"},
                "color": {
                    "enum": ["white", "black", "yellow", "blue", "green", "orange", "red", "purple", "gray-dark"]
                },
            },
        },
        "inputs": {
            "type": "object",
            "propertyNames": {"pattern": "^[_a-zA-Z][a-zA-Z0-9_-]*$"},
            "additionalProperties": {
                "type": "object",
                "required": ["description"],
                "additionalProperties": False,
                "properties": {
                    "description": {"type": "string"},
                    "required": {"type": "boolean"},
                    "default": {"type": "string"},
                },
            },
        },
        "outputs": {
            "type": "object",
            "additionalProperties": {
                "type": "object",
                "required": ["description", "value"],
                "additionalProperties": False,
                "properties": {"description": {"type": "string"}, "value": {"type": "string"}},
            },
        },
        "runs": {
            "type": "object",
            "required": ["using", "steps"],
            "additionalProperties": False,
            "properties": {
                "using": {"const": "composite"},
                "steps": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/step"}},
            },
        },
    },
    "$defs": {
        "step": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                **dict.fromkeys(("name", "id", "if", "run", "shell", "uses", "working-directory"), TEXT),
                "env": {"type": "object", "additionalProperties": {"type": "string"}},
                "with": {"type": "object", "additionalProperties": {"type": "string"}},
                "continue-on-error": {"type": "boolean"},
            },
            "oneOf": [{"required": ["run", "shell"], "not": {"required": ["with"]}}, {"required": ["uses"]}],
        }
    },
}
"""A composite action, as GitHub's metadata syntax has it."""

HOOKS = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "name", "entry", "language"],
        "additionalProperties": False,
        "properties": {
            **dict.fromkeys(("id", "name", "entry", "description", "files", "exclude"), TEXT),
            "language": {"enum": ["python", "system", "node", "docker", "pygrep", "script"]},
            **{key: {"type": "boolean"} for key in ("pass_filenames", "always_run", "require_serial", "verbose")},
            **{key: {"type": "array", "items": TEXT} for key in ("types", "types_or", "args", "stages")},
        },
    },
}
"""The hooks of a repository, as pre-commit reads them."""


def read(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def test_the_action_has_the_form_that_github_reads() -> None:
    action = read("action.yml")
    jsonschema.Draft202012Validator(ACTION).validate(action)
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(action["inputs"])
    steps = {step["id"] for step in action["runs"]["steps"] if "id" in step}
    assert set(re.findall(r"steps\.([\w-]+)\.", text)) <= steps
    for step in action["runs"]["steps"]:
        assert "${{" not in step.get("run", ""), "an input in a script is a way to run what it holds"


def test_what_the_action_says_of_inputs_is_said_in_the_documentation() -> None:
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in page for name in (*read("action.yml")["inputs"], *read("action.yml")["outputs"]))


@pytest.mark.skipif(shutil.which("bash") is None or os.name == "nt", reason="no bash here")
@needs_git
@pytest.mark.parametrize(
    ("inputs", "code", "said"),
    [
        ({"paths": "docs", "source": "en"}, 1, " file=docs/de.md,line=5"),
        (
            {"paths": "docs\n", "source": "en", "since": "origin/main", "fail-on": "warning"},
            1,
            " file=docs/de.md,line=5",
        ),
        ({"paths": "docs", "source": "en", "since": "HEAD"}, 0, "nothing was checked"),
        ({"paths": "docs", "fail-on": "never", "args": "--forbid-ignores --quiet"}, 0, " file=docs/de.md,line=5"),
        ({"paths": "docs", "fail-on": "never", "sarif": ""}, 0, "::error file=docs/de.md,line=5"),
        ({"paths": "docs", "args": "--no-such-option"}, 2, ""),
        ({"paths": "docs", "source": "$(touch broken)"}, 2, ""),
        ({"paths": "nowhere; touch broken"}, 2, "::error title=checker%3A not checked::nowhere;"),
        ({}, 2, ""),
    ],
)
def test_the_script_of_the_action_checks_and_reports(
    tmp_path: Path, inputs: dict[str, str], code: int, said: str
) -> None:
    made = repository(tmp_path.resolve() / "work")
    action = read("action.yml")
    (step,) = (step for step in action["runs"]["steps"] if step.get("id") == "check")
    given = {name: inputs.get(name, about["default"]) for name, about in action["inputs"].items()}
    texts = {name: given[re.findall(r"inputs\.([\w-]+)", text)[0]] for name, text in step["env"].items()}
    files = {name: str(tmp_path / name.lower()) for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    done = shell(step["run"], made.folder, **texts, **files)
    assert done.returncode == code, done.stderr
    assert said in done.stdout
    assert not (made.folder / "broken").exists()
    output = Path(files["GITHUB_OUTPUT"]).read_text()
    assert f"exit-code={code}\n" in output
    sarif = made.folder / "checker.sarif"
    assert ("sarif=checker.sarif\n" in output) == sarif.exists()
    if said.startswith(" file"):
        assert json.loads(sarif.read_text(encoding="utf-8"))["runs"][0]["results"]
        assert "docs/de.md:5" in Path(files["GITHUB_STEP_SUMMARY"]).read_text(encoding="utf-8")


def test_the_hooks_have_the_form_that_pre_commit_reads() -> None:
    hooks = read(".pre-commit-hooks.yaml")
    jsonschema.Draft202012Validator(HOOKS).validate(hooks)
    assert [hook["id"] for hook in hooks] == ["checker-fast", "checker"]
    for hook in hooks:
        assert hook["pass_filenames"] is False
        assert {suffix for suffix in readers.suffixes() if re.search(hook["files"], f"x{suffix}")} == readers.suffixes()
        assert not re.search(hook["files"], "x.py")


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
@needs_git
def test_a_hook_finds_what_is_wrong(tmp_path: Path) -> None:
    made = repository(tmp_path.resolve() / "work")
    for hook in read(".pre-commit-hooks.yaml"):
        assert shell(f"{hook['entry']} docs --source en", made.folder).returncode == 1
    made.git("checkout", "-q", "main")
    assert shell(f"{read('.pre-commit-hooks.yaml')[0]['entry']} docs --source en", made.folder).returncode == 0


def test_the_version_is_the_same_wherever_it_is_said() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert told == checker.__version__
