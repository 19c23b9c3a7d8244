"""What comes with the package: licences that suit its own, nothing that runs what it reads, a lock with hashes."""

import ast
import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.documents import ROOT

NAME = "claim-consistency-checker"
LOCK = ROOT / "requirements.lock"
REFUSED = re.compile(r"\b(?:A?GPL|LGPL|GNU|SSPL|BUSL|Commons Clause|Non-?Commercial|CC[- ]BY[- ]NC)", re.IGNORECASE)
ALLOWED = re.compile(
    r"MIT|BSD|Apache|PSF|Python Software Foundation|ISC|MPL|Mozilla Public|Zlib|Unlicense|0BSD|HPND|CNRI|Public Domain",
    re.IGNORECASE,
)
SAID_ELSEWHERE: dict[str, str] = {}
"""Licences of distributions whose metadata name none, with the reason."""
PICKLING = {"pickle", "cPickle", "dill", "cloudpickle", "joblib", "shelve", "marshal"}
WITHIN_A_RUN = {"checker/engines/ray.py"}
"""Modules that pickle what passes between processes of one run, and nothing that is read."""
RUNNING = {"eval", "exec", "compile", "__import__"}


def runtime() -> dict[str, Distribution]:
    """The package's dependencies and theirs, by name, as they are installed."""
    found: dict[str, Distribution] = {}
    waiting = [Requirement(text) for text in distribution(NAME).requires or ()]
    environment = {**default_environment(), "extra": ""}
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in found or (requirement.marker and not requirement.marker.evaluate(environment)):
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            pytest.fail(f"{name} is needed and not installed")
        waiting += [Requirement(text) for text in found[name].requires or ()]
    return found


def licence(known: Distribution) -> str:
    """What a distribution's metadata say of its licence, on one line."""
    metadata = known.metadata
    classified = [text for text in metadata.get_all("Classifier", []) if text.startswith("License ::")]
    said = [metadata.get("License-Expression") or "", (metadata.get("License") or "")[:200], *classified]
    return " | ".join(" ".join(part.split()) for part in said if part and part != "UNKNOWN")


def test_licences_suit_the_package_s_own() -> None:
    found = {name: licence(known) or SAID_ELSEWHERE.get(name, "") for name, known in runtime().items()}
    assert len(found) > 20
    assert {name: text for name, text in found.items() if REFUSED.search(text) or not ALLOWED.search(text)} == {}


def sources() -> Iterator[tuple[Path, ast.AST]]:
    for path in sorted((ROOT / "checker").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            yield path.relative_to(ROOT), node


def test_nothing_that_is_read_is_run() -> None:
    wrong = []
    for path, node in sources():
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        pickling = [name for name in names if name.partition(".")[0] in PICKLING]
        wrong += [f"{path}: imports {name}" for name in pickling if path.as_posix() not in WITHIN_A_RUN]
        if isinstance(node, ast.Call):
            called = node.func.id if isinstance(node.func, ast.Name) else ""
            of = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            wrong += [f"{path}:{node.lineno}: calls {called}"] if called in RUNNING else []
            wrong += [f"{path}:{node.lineno}: calls os.{of}"] if of in ("system", "popen", "execv", "execve") else []
            for keyword in node.keywords:
                value = keyword.value.value if isinstance(keyword.value, ast.Constant) else None
                if (keyword.arg, value) in (("shell", True), ("trust_remote_code", True), ("allow_pickle", True)):
                    wrong.append(f"{path}:{node.lineno}: {keyword.arg}=True")
                if keyword.arg == "weights_only" and value is not True:
                    wrong.append(f"{path}:{node.lineno}: weights_only is not True")
            if of == "load" and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
                unsafe = node.func.value.id == "yaml" or (
                    node.func.value.id == "torch" and "weights_only" not in {it.arg for it in node.keywords}
                )
                wrong += [f"{path}:{node.lineno}: calls {node.func.value.id}.load"] if unsafe else []
    assert wrong == []


def locked() -> dict[str, list[str]]:
    """Name and version of each line of the lock, and its hashes."""
    found: dict[str, list[str]] = {}
    for entry in re.split(r"\n(?=[A-Za-z0-9])", LOCK.read_text("utf-8")):
        if match := re.match(r"([A-Za-z0-9_.-]+)==(\S+)", entry):
            found[f"{canonicalize_name(match[1])}=={match[2]}"] = re.findall(r"--hash=sha256:([0-9a-f]{64})", entry)
    return found


def test_the_lock_pins_all_that_is_needed_at_run_time_with_hashes() -> None:
    pinned = locked()
    assert all(pinned.values())
    names = {entry.partition("==")[0] for entry in pinned}
    assert set(runtime()) <= names
    for text in distribution(NAME).requires or ():
        requirement = Requirement(text)
        if requirement.marker and not requirement.marker.evaluate({**default_environment(), "extra": ""}):
            continue
        versions = [it.partition("==")[2] for it in pinned if it.startswith(canonicalize_name(requirement.name) + "==")]
        assert any(requirement.specifier.contains(version) for version in versions), text
