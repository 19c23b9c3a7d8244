"""Writes the expected reports of fixtures/expected anew: `python -m tests.expected`."""

import contextlib
import json

from checker.reporters import Page
from checker.reporters import json as json_reporter
from checker.reporters import text as text_reporter
from tests.documents import ROOT, answers, check, sets

FOLDER = ROOT / "fixtures" / "expected"


def rendered(name: str) -> dict[str, str]:
    """The reports of a set by file name, rules only: without paths of this machine and without the signature."""
    case = answers(name)
    with contextlib.chdir(ROOT):
        paths = {language: path.relative_to(ROOT) for language, path in case.paths.items()}
        report = check(paths, case.gold["source"])
    data = json.loads(json_reporter.render(report, Page()))
    data["signature"] = ""
    return {
        f"{name}.json": json.dumps(data, ensure_ascii=False, indent=1) + "\n",
        f"{name}.txt": text_reporter.render(report, Page()),
    }


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name in sets():
        for file, content in rendered(name).items():
            (FOLDER / file).write_text(content, "utf-8")


if __name__ == "__main__":
    main()
