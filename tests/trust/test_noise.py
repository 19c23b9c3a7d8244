"""Noise changes nothing: how a text is encoded, laid out and named is no matter for what is found in it."""

import json
import os
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.model import Finding
from checker.pipeline import check
from checker.settings import Settings
from tests.documents import answers, sets
from tests.edits import Edit, _each, _one

SHARED = os.environ.get("CHECKER_SHARED")


def softened(text: str) -> str:
    """A soft hyphen in every longer word of prose."""
    return " ".join(
        f"{word[:3]}\u00ad{word[3:]}" if len(word) > 6 and word.isalpha() and "\n" not in word else word
        for word in text.split(" ")
    )


def encoded(form: str) -> Callable[[str], str]:
    return lambda text: unicodedata.normalize(form, text)


def spaced(text: str) -> str:
    """No-break spaces, wide and narrow, where a space stood between a number and letters."""
    wide = re.sub(r"(?<=\d) (?=[^\W\d_])", "\u00a0", text)
    return re.sub(r"(?<=[^\W\d_]) (?=\d)", "\u202f", wide)


NOISE: dict[str, Edit] = {
    "NFC": _each(encoded("NFC")),
    "NFD": _each(encoded("NFD")),
    "NFD in one version": _one(encoded("NFD")),
    "CR LF": _each(lambda text: text.replace("\n", "\r\n")),
    "byte order marks": _each(lambda text: "\ufeff" + text),
    "no-break spaces": _each(spaced),
    "soft hyphens": _each(softened),
    "no line end at the end": _each(lambda text: text.rstrip("\n")),
    "another order": lambda texts: dict(reversed(texts.items())),
    "another folder": lambda texts: {f"moved/deep/{name}": text for name, text in texts.items()},
    "a folder for each language": lambda texts: {
        f"{name.partition('.')[0]}/page.{name.partition('.')[2]}": text for name, text in texts.items()
    },
}


def said(finding: Finding) -> tuple[object, ...]:
    """What a finding says, without what the noise moves: its place in the line and the letters of its text."""
    at, related = finding.location, sorted((other.lang, other.line) for other in finding.related)
    what = (finding.rule, finding.level, finding.expected, finding.found, finding.confidence, finding.fingerprint)
    return (*what, unicodedata.normalize("NFC", finding.message).replace("\u00ad", ""), at.lang, at.line, related)


def findings(texts: dict[str, str], folder: Path, source: str | None) -> list[tuple[object, ...]]:
    paths = []
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        paths.append(str(path))
    report = check(paths, Settings(source=source, rules_only=True, cache=False))
    assert report.errors == ()
    return sorted(map(said, report.findings), key=str)


def compared(texts: dict[str, str], folder: Path, source: str | None) -> int:
    """How many findings there are, with or without noise."""
    expected = findings(texts, folder / "plain", source)
    differing = []
    for number, (noise, edit) in enumerate(NOISE.items()):
        found = findings(edit(texts), folder / str(number), source)
        if found != expected:
            news, gone = ([it for it in one if it not in two] for one, two in ((found, expected), (expected, found)))
            differing.append((noise, news, gone))
    assert not differing
    return len(expected)


@pytest.mark.parametrize("name", sets())
def test_findings_are_identical(name: str, tmp_path: Path) -> None:
    case = answers(name)
    texts = {path.name: path.read_text("utf-8") for path in case.paths.values()}
    assert compared(texts, tmp_path, case.gold["source"]) or case.gold["clean"]


@pytest.mark.long
@pytest.mark.skipif(SHARED is None, reason="CHECKER_SHARED names no folder of data")
def test_findings_in_the_data_at_hand_are_identical(tmp_path: Path, figure: Callable[[str], None]) -> None:
    count = 0
    folders = [path.parent for path in sorted(Path(SHARED or "").glob("[gs]*/*/gold.json"))]
    for folder in folders:
        texts = {
            path.name: path.read_text("utf-8") for path in folder.iterdir() if path.suffix in (".md", ".txt", ".html")
        }
        source = json.loads((folder / "gold.json").read_text("utf-8"))["source"]
        count += compared(texts, tmp_path / folder.name, source)
    figure(f"{count} findings in {len(folders)} sets, identical with each of {len(NOISE)} kinds of noise")
    assert count
