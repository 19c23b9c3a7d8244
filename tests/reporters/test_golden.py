"""Every format renders every sample as `fixtures/reports/<sample>.<format>` has it.

UPDATE_GOLDEN=1 writes the files anew; look at the difference before you keep it.
"""

import json
import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from checker.errors import UsageError
from checker.model import Report
from checker.reporters import Page, load, names

FOLDER = Path(__file__).parents[2] / "fixtures" / "reports"
PAGE = Page(exit_code=1)


def steady(form: str, rendered: str) -> str:
    """The report without what rule pages and style sheets bring in, which may change as they like."""
    if form == "sarif":
        log = json.loads(rendered)
        driver = log["runs"][0]["tool"]["driver"]
        driver["rules"] = [rule["id"] for rule in driver["rules"]]
        return json.dumps(log, ensure_ascii=False, indent=1) + "\n"
    if form == "html":
        rendered = re.sub(r"(?s)(<style>|<script>).*?(</style>|</script>)", r"\1\2", rendered)
        rendered = re.sub(r"sha256-[\w+/=]+", "sha256-", rendered)
        return re.sub(r'(?s)<dl class="rules">.*?</dl>', '<dl class="rules"></dl>', rendered)
    return rendered


@pytest.mark.parametrize("form", names())
def test_a_report_is_as_it_was_agreed(form: str, sample: tuple[str, Report]) -> None:
    name, report = sample
    path = FOLDER / f"{name}.{form}"
    rendered = steady(form, load(form)(report, PAGE))
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(rendered, encoding="utf-8", newline="")
    assert rendered == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("form", names())
def test_the_order_in_which_things_were_found_does_not_matter(form: str, drifting: Report) -> None:
    turned = replace(
        drifting,
        documents=drifting.documents[::-1],
        claims=drifting.claims[::-1],
        findings=drifting.findings[::-1],
        coverage=drifting.coverage[::-1],
    )
    assert load(form)(turned, PAGE) == load(form)(drifting, PAGE)


def test_the_folder_is_the_list_of_formats() -> None:
    assert {"json", "text"} <= set(names())
    assert not any(name.startswith("_") for name in names())


def test_an_unknown_format_is_answered_with_those_there_are() -> None:
    with pytest.raises(UsageError, match=r"unknown format 'jsn'; did you mean 'json'\? there are: .*json, .*text"):
        load("jsn")
