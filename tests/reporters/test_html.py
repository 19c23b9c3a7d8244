"""The HTML report: whole, harmless, in the right language and direction everywhere, small, readable."""

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.model import Report
from checker.reporters import Page
from checker.reporters.html import render
from tests.reporters.hostile import HOSTILE, STEERING, hostile
from tests.reporters.many import many

LARGEST = 2_000_000
AA, AA_GRAPHIC = 4.5, 3.0
PAIRS = [
    ("ink", "page"),
    ("ink", "panel"),
    ("soft", "page"),
    ("soft", "panel"),
    ("link", "page"),
    ("bad", "page"),
    ("bad", "panel"),
    ("warn", "page"),
    ("good", "page"),
    ("mark-ink", "mark"),
    ("ok-ink", "ok"),
]


class Reader(HTMLParser):
    """The elements of a page with their attributes, and the text of each kind of element."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, str] = {}
        self.last = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.last = tag
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts[self.last] = self.texts.get(self.last, "") + data

    def shape(self) -> list[tuple[str, tuple[str, ...]]]:
        return [(tag, tuple(attributes)) for tag, attributes in self.elements]

    def all(self, *tags: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.elements if tag in tags]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_words_of_a_document_are_markup(text: str, drifting: Report) -> None:
    page = render(hostile(drifting, text), Page())
    assert Reader(page).shape() == Reader(render(hostile(drifting, "x"), Page())).shape()
    assert not STEERING.search(page.replace("\n", ""))


@settings(max_examples=40, deadline=None)
@given(text=st.text(alphabet="<>&\"'=/ -!ab\u202e\x00", max_size=30))
def test_any_signs_are_only_words(text: str, drifting: Report) -> None:
    assert (
        Reader(render(hostile(drifting, text), Page())).shape()
        == Reader(render(hostile(drifting, "x"), Page())).shape()
    )


def test_the_page_loads_nothing_and_runs_only_its_own_script(drifting: Report) -> None:
    page = render(drifting, Page())
    reader = Reader(page)
    policy = next(it["content"] for it in reader.all("meta") if it.get("http-equiv") == "Content-Security-Policy")
    assert policy
    for kind in ("style", "script"):
        inside = re.findall(rf"(?s)<{kind}>(.*?)</{kind}>", page)
        assert len(inside) == 1
        digest = base64.b64encode(hashlib.sha256(inside[0].encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none';")
    for _, attributes in reader.elements:
        assert not [name for name in attributes if name.startswith("on") or name in {"style", "src", "action"}]
        href = attributes.get("href")
        assert href is None or href.startswith("#") or href == "data:,"
    assert "url(" not in reader.texts["style"]
    assert "@import" not in reader.texts["style"]


def test_every_cell_has_its_language_and_direction(drifting: Report) -> None:
    reader = Reader(render(drifting, Page()))
    cells = reader.all("td", "th")
    assert cells
    assert all(cell.get("lang") and cell.get("dir") in {"ltr", "rtl", "auto"} for cell in cells)
    directions = {(cell["lang"], cell["dir"]) for cell in cells}
    assert {("ar", "rtl"), ("hi", "ltr"), ("ja", "ltr")} <= directions
    assert ("ar", "ltr") not in directions


@pytest.mark.parametrize("code", ["fa", "he", "ur", "ar-EG"])
def test_every_right_to_left_language_is_right(code: str, drifting: Report) -> None:
    report = many(1, ("de", "ja", code))
    cells = Reader(render(report, Page())).all("td", "th")
    assert {cell["dir"] for cell in cells if cell["lang"] == code} == {"rtl"}


def test_links_lead_to_what_is_there(sample: tuple[str, Report]) -> None:
    reader = Reader(render(sample[1], Page()))
    ids = [attributes["id"] for _, attributes in reader.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    targets = {it["href"] for it in reader.all("a")}
    assert {target.removeprefix("#") for target in targets if target} <= set(ids)
    named = [it["aria-labelledby"] for _, it in reader.elements if "aria-labelledby" in it]
    assert set(named) <= set(ids)


def test_the_matrix_comes_first_and_each_drift_is_whole(drifting: Report) -> None:
    page = render(drifting, Page())
    assert page.index("the new crane cost") < page.index('class="drift')
    assert page.index('class="drift error"') < page.index('class="drift warning"') < page.index('class="drift note"')
    article = page[page.index('class="drift error"') : page.index('class="drift warning"')]
    for words in (
        "<mark>2,4 Milliarden US-Dollar</mark>",
        "2 400 000 000 USD",
        "2,4 Millionen US-Dollar",
        "teilte der",
    ):
        assert words in article
    assert len(re.findall("<svg", page)) == sum(finding.nli is not None for finding in drifting.findings)
    assert "entails 1%, neutral 96%, contradicts 3%" in page


def test_the_filters_name_what_was_found(drifting: Report) -> None:
    page = render(drifting, Page())
    for finding in drifting.findings:
        for value in (finding.rule, finding.level, finding.location.lang):
            assert f'<option value="{value}">' in page
    assert '<form id="filters" hidden' in page


def test_a_clean_report_has_no_script() -> None:
    page = render(replace(many(1), findings=()), Page())
    assert "<script" not in page
    assert "Nothing was found" in page


def test_200_claims_in_8_languages_are_small() -> None:
    assert len(render(many(200), Page()).encode()) <= LARGEST


def luminance(color: str) -> float:
    parts = (int(color[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (it / 12.92 if it <= 0.04045 else ((it + 0.055) / 1.055) ** 2.4 for it in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", range(3))
def test_colours_are_readable_in_light_in_dark_and_on_paper(scheme: int, drifting: Report) -> None:
    style = Reader(render(drifting, Page())).texts["style"]
    blocks = [dict(re.findall(r"--([\w-]+): (#\w{6})", block)) for block in re.findall(r":root \{(.*?)\}", style, re.S)]
    assert len(blocks) == 3
    colors = blocks[0] | blocks[scheme]
    for ink, ground in PAIRS:
        assert contrast(colors[ink], colors[ground]) >= AA, (ink, ground)
    for ink in ("entails", "neutral", "contradicts"):
        assert contrast(colors[ink], colors["page"]) >= AA_GRAPHIC or scheme == 2, ink


def test_of_many_claims_without_findings_most_are_counted_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.reporters.html._ROWS", 4)
    report = many(10)
    report = replace(report, findings=tuple(it for it in report.findings if it.claim == "harbour/9"))
    page = render(report, Page())
    matrix = page[page.index("<table class=matrix") : page.index("</table>")]
    assert matrix.count("<th scope=row") == 5
    assert 'href="#d0-0"' in page
    assert "and 5 more claims in which nothing was found" in page


def test_on_paper_a_sentence_has_at_least_two_fifths_of_the_line(drifting: Report) -> None:
    """Widths that suit a window leave a column of single words on a sheet."""
    css, _, paper = render(drifting, Page()).partition("</style>")[0].partition("@media print")
    fixed = set(re.findall(r"\.versions (\.c-[a-z]+) \{ width:", css))
    shares = dict(re.findall(r"\.versions (\.c-[a-z]+) \{ width: (\d+)%", paper))
    assert fixed
    assert shares.keys() == fixed
    assert sum(map(int, shares.values())) <= 60
