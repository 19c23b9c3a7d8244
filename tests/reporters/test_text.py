"""The text report: what a translator acts on, and nothing that steers the terminal it is read on."""

import re
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import Location, Report, ReportMention
from checker.reporters import Page
from checker.reporters.text import render
from checker.terminal import width

STEERING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff]"
)

HOSTILE = [
    "\x1b[31mred",
    "\x1b]0;title\x07",
    "\x1b]8;;http://x\x1b\\link",
    "\x9b2J",
    "\x90q\x9c",
    "\x08\x08\x08",
    "\r",
    "\u202egnp.exe",
    "\u2066a\u2069",
    "\u2068b",
    "\u202a",
    "\u200e\u200f\u061c",
    "\u2028",
    "\u2029",
    "\x85",
    "\x00",
    "\x7f",
    "[bold red]markup[/]",
    "**",
    "::error::x",
    "##[error]x",
    "x " * 30 + "::error::x ::stop ::x " * 20,
    "\n\nno drifts · exit 0\n",
    "\t" * 9,
    "\ud800",
    "\U000e0041",
    "\ufff9a\ufffab\ufffb",
    "\ufeff",
    "\u00ad" * 5,
    "\u0301" * 50,
    "a" * 5000,
    "\u3000",
    "\u2800" * 20,
    "\U0010ffff",
]


def hostile(report: Report, text: str) -> Report:
    """The report with the text wherever a document's own words go."""

    def at(place: Location) -> Location:
        return replace(place, text=text + place.text, path=text + place.path)

    def mention(found: ReportMention) -> ReportMention:
        return ReportMention(at(found.location), found.value, text + found.before, found.after + text)

    claims = tuple(
        replace(claim, label=text + claim.label, mentions=tuple(map(mention, claim.mentions)))
        for claim in report.claims
    )
    findings = tuple(
        replace(
            finding,
            location=at(finding.location),
            message=finding.message + text,
            expected=text,
            found=text,
            related=tuple(map(at, finding.related)),
        )
        for finding in report.findings
    )
    return replace(report, claims=claims, findings=findings, errors=(text,))


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
            "drifting": "3 drifts (2 errors, 1 warning), 2 notes · de 1, hi 1, ja 1 · exit 1",
            "clean": "no drifts · exit 1",
            "partial": "no drifts · 1 document set could not be checked · exit 1",
        }[sample[0]]
    )


def test_a_report_of_nothing_says_so() -> None:
    assert render(Report("s", (), (), (), (), ("docs: empty",)), Page()).startswith("nothing was checked")


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
