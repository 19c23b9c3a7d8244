"""The document sets in fixtures/documents, and how a report is held against their answers."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import checker
from checker.model import Finding, Report
from checker.settings import Settings

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "fixtures" / "documents"


@dataclass(frozen=True)
class Answers:
    """A set's gold.json and its texts by language."""

    name: str
    gold: dict[str, Any]
    texts: dict[str, str]
    paths: dict[str, Path]


def sets() -> list[str]:
    return sorted(path.parent.name for path in FOLDER.glob("*/gold.json"))


def answers(name: str) -> Answers:
    folder = FOLDER / name
    paths = {path.stem: path for path in sorted(folder.iterdir()) if path.name != "gold.json"}
    texts = {language: path.read_text("utf-8") for language, path in paths.items()}
    return Answers(name, json.loads((folder / "gold.json").read_text("utf-8")), texts, paths)


def check(paths: dict[str, Path], source: str | None, *, rules_only: bool = True) -> Report:
    from checker.pipeline import check as run

    return run([str(path) for path in paths.values()], Settings(source=source, rules_only=rules_only, cache=False))


def mentioned(report: Report, language: str) -> Iterator[checker.model.Location]:
    for claim in report.claims:
        for mention in claim.mentions:
            if mention.location.lang == language:
                yield mention.location


def alarms(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.level.value in ("error", "warning")]
