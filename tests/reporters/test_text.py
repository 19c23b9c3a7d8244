"""The text report: what a translator acts on, and nothing that steers the terminal it is read on."""

import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import Report
from checker.reporters import Page
from checker.reporters._common import concluded
from checker.reporters.text import render
from checker.terminal import width
from tests.reporters.hostile import HOSTILE, STEERING, hostile


def visible(line: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", line)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("page", [Page(), Page(80, terminal=False)])
def test_nothing_of_a_document_steers_the_terminal(drifting: Report, text: str, page: Page) -> None:
    rendered = render(hostile(drifting, text), page)
    assert not STEERING.search(rendered)
    assert not any(line.startswith("no drifts") for line in rendered.splitlines())
    assert not any(line.lstrip().startswith("::") or "##[" in line for line in rendered.splitlines())


@pytest.mark.parametrize("text", HOSTILE)
def test_in_colour_only_our_own_colours_are_escapes(drifting: Report, text: str) -> None:
    rendered = re.sub(r"\x1b\[(?:0|1|2|1;31|3[1236])m", "", render(hostile(drifting, text), Page(color=True)))
    assert not STEERING.search(rendered)


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=60))
def test_any_words_give_a_report(drifting: Report, text: str) -> None:
    assert not STEERING.search(render(hostile(drifting, text), Page()))


@settings(max_examples=40, deadline=None)
@given(cells=st.integers(60, 200), text=st.text(alphabet="aé漢字हिन्दी \u0301ع", max_size=200))
def test_no_line_is_wider_than_the_page(drifting: Report, cells: int, text: str) -> None:
    claims = tuple(replace(claim, label=claim.label + text) for claim in drifting.claims)
    for line in render(replace(drifting, claims=claims), Page(cells)).splitlines():
        assert width(line) <= cells, line


def test_the_signs_of_a_claim_s_versions_stand_in_one_column(drifting: Report) -> None:
    lines = [line for line in render(drifting, Page()).splitlines() if re.match(r"    \w\w:\d+:\d+ ", line)]
    crane = [line for line in lines if line.endswith(("✓", "≠", "="))][:5]
    assert len({width(line) for line in crane}) == 1


def test_colour_changes_no_letter(drifting: Report) -> None:
    plain = render(drifting, Page()).replace("**", "")
    colored = visible(render(drifting, Page(color=True)))
    words = [re.sub(r"[\s…]+", "", line) for line in (plain, colored)]
    assert sorted(set(words[0])) == sorted(set(words[1]))
    assert "\x1b[" in render(drifting, Page(color=True))
    assert "\x1b" not in render(drifting, Page())


def test_right_to_left_words_are_isolated_on_a_terminal_only(drifting: Report) -> None:
    on_terminal = render(drifting, Page(terminal=True))
    assert on_terminal.count("\u2068") == on_terminal.count("\u2069") == 2
    assert "\u2068" not in render(drifting, Page())


def test_the_last_line_sums_up(sample: tuple[str, Report]) -> None:
    last = render(sample[1], Page(exit_code=1)).splitlines()[-1]
    assert (
        last
        == {
            "aside": "1 drift (1 warning), 1 note, 1 dismissed, 2 known, 3 older · hi 1 · exit 1",
            "drifting": "3 drifts (2 errors, 1 warning), 2 notes · de 1, hi 1, ja 1 · exit 1",
            "clean": "no drifts · exit 1",
            "partial": "no drifts · 1 document set could not be checked · exit 1",
        }[sample[0]]
    )


def test_a_report_of_nothing_says_so() -> None:
    """And counts no document sets: what was wrong may be a path that is not there."""
    report = Report("s", (), (), (), (), ("docs: no such file or folder; check the path",))
    assert render(report, Page(exit_code=2)) == "nothing was checked · exit 2\n"
    assert concluded(report) == "nothing was checked"


def test_a_finding_without_its_claim_is_still_shown(drifting: Report) -> None:
    assert "a thousand times" in render(replace(drifting, claims=()), Page())
    assert "a thousand times" in render(replace(drifting, claims=(), documents=()), Page()).replace("\n    ", " ")


def test_many_versions_make_several_grids(drifting: Report) -> None:
    versions = {f"{first}{second}": "x" for first in "abcdefg" for second in "abcdef"}
    document = replace(drifting.documents[0], versions=versions)
    rendered = render(replace(drifting, documents=(document,)), Page())
    assert all(width(line) <= 100 for line in rendered.splitlines())
    assert all(re.search(rf"\b{language}\b", rendered) for language in versions)


def test_letters_of_every_script_stay(drifting: Report) -> None:
    rendered = render(drifting, Page(200))
    for word in ("الرافعة", "क्रेन", "クレーン", "mehr als zwölf"):
        assert word in unicodedata.normalize("NFC", rendered)
