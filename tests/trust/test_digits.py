"""No digit is lost unseen: each run of digits ends in a claim, in a number that is none, or in what is no prose."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import languages, readers
from checker.benchmarks import digits
from checker.errors import InputError
from checker.model import Document
from checker.pipeline import check_set
from checker.settings import Settings
from tests.documents import FOLDER, ROOT

RULES = Settings(rules_only=True)
SHARED = os.environ.get("CHECKER_SHARED")
SUFFIXES = sorted(readers.suffixes())
READABLE = sorted(
    path
    for path in (ROOT / "fixtures" / "readers").rglob("*")
    if path.suffix in readers.suffixes() and not path.with_suffix("").is_file()  # an expected output
)


def entered(documents: dict[str, Document]) -> digits.Ledger:
    return digits.ledger(check_set("it", documents, RULES, None), documents.values())


def test_of_document_sets() -> None:
    found = digits.measure([str(FOLDER)], RULES)[str(FOLDER)]
    assert found.lost == []
    assert found.counts[digits.CLAIM] > 900
    assert found.counts["not read"] <= found.total * 0.01


@pytest.mark.parametrize("path", READABLE, ids=lambda path: path.name)
def test_of_each_format(path: Path) -> None:
    held = readers.holds(path, path.name)
    for part, language in held.languages.items() if held else [("", "en")]:
        code = language or "en"
        assert entered({code: readers.read(path, path.name, code, part=part)}).lost == []


PIECES = st.sampled_from([
    *("7", "1,600", "1.600,5", "24/7", "https://example.org/2024?a=5", "www.a.b/9", "٣", "五", "H800", "v2.3.1", "3/4"),
    *("<b a='5'>", "</b>", "<!-- 5 -->", "`7`", "```\n8\n```", "[9](10)", "&#56;", "| 1 | 2 |", "# 3", "1. x", "{#4}"),
    *("<script>5</script>", "<pre>6", "\\5", "[^1]", "---\na: 5\n---", "\u00ad", "\u0301", " ", " ", "\n", "\n\n"),
    *("million", "of", "May", "%", "€", "-", ".", ",", "x" * 40, "\u06f5", "\U0001d7d7", "\uff15"),
    *('"a": 5,', "k: 6", "key=7", 'msgid "8"', "<x y='1'>2</x>", "\x1b", "5" * 30, "{0}", "%1$s", "=1", "\t"),
])  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(
    text=st.lists(PIECES, max_size=30).map("".join),
    suffix=st.sampled_from(SUFFIXES),
    code=st.sampled_from(["en", "ja", "ar"]),
)
def test_of_any_text(text: str, suffix: str, code: str) -> None:
    try:
        parts = readers.versions(text, suffix).texts if suffix in readers.several() else [""]
        contents = [readers.parse(text, suffix, part=part) for part in parts]
    except InputError:  # not a text of that format: nothing is read of it, which is told
        return
    for blocks, ignored in contents:
        assert entered({code: Document(code, f"a{suffix}", text, blocks, ignored)}).lost == []


def test_a_digit_that_nobody_tells_of_is_lost() -> None:
    text = "The bridge is 250 metres long, the tower 90."
    document = Document("en", "a.txt", text, *readers.parse(text, ".txt"))
    report = check_set("it", {"en": document}, RULES, None)
    assert digits.ledger(report, [document]).lost == []
    assert digits.ledger(replace(report, claims=report.claims[1:]), [document]).lost == ["a.txt:1:15"]


@pytest.mark.parametrize("code", languages.codes())
def test_of_every_language(code: str) -> None:
    text = "\n\n".join(example["text"] for example in languages.read(code)["examples"][:12])
    assert entered({code: Document(code, "a.txt", text, *readers.parse(text, ".txt"))}).lost == []


LONG = [pytest.param(f"data/parallel/{name}", marks=pytest.mark.long) for name in ("ntrex_dev", "flores200")]


@pytest.mark.skipif(SHARED is None, reason="CHECKER_SHARED names no folder of data")
@pytest.mark.parametrize("part", ["gold", "seeds", *LONG])
def test_of_the_data_at_hand(part: str, figure: Callable[[str], None]) -> None:
    folder = str(Path(SHARED or "") / part)
    found = digits.measure([folder], RULES)[folder]
    figure(f"{found.total} runs of digits, {len(found.lost)} lost unseen, {found.counts['not read']} not read")
    assert found.total > 100
    assert found.lost == []
