"""Rows made for tests: some drift, some are broken, some hold no number."""

import json
from collections.abc import Iterator
from pathlib import Path

from checker.corpus.given import Given
from checker.corpus.run import Plan, run
from checker.corpus.summary import Summary
from checker.settings import Settings

RULES = Settings(source="en", rules_only=True)


def lines(count: int) -> Iterator[str]:
    for number in range(count):
        wrong = number * 10 if number % 7 == 3 else number
        texts = {"en": f"The town sold {number} boats in 2023.", "de": f"Die Stadt verkaufte 2023 {wrong} Boote."}
        if number % 50 == 20:
            yield "{broken"
        elif number % 5 == 0:
            yield json.dumps({"id": str(number), "texts": {"en": "A quiet day.", "de": "Ein ruhiger Tag."}})
        else:
            yield json.dumps({"id": str(number), "texts": texts})


def corpus(folder: Path, count: int) -> Path:
    path = folder / "rows.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines(count)), encoding="utf-8")
    return path


def checked(path: Path, plan: Plan, settings: Settings = RULES) -> tuple[Summary, list[str]]:
    """What a run came to, and what it complained of."""
    told: list[str] = []
    return run(Given(str(path)), settings, "checker:1|data:d|model:none|settings:default", plan, told.append), told
