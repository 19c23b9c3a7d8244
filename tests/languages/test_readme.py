"""The page for translators names every section and key that a language file may hold."""

import re
from collections import defaultdict
from importlib.resources import files

import pytest

from checker import languages
from checker.languages import sections

PAGE = (files(languages) / "README.md").read_text("utf-8")
BLOCK = re.compile(r"^```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SECTION = re.compile(r"\[\[?([\w.]+)\]\]?(?: |$)")
KEY = re.compile(r'(?:^|(?<=\]  ))"?([\w<>?~=$!-]+)"? = ')
IN_WORDS = re.compile(r"`([\w-]+)`")
"""A key that the comment behind another one tells of."""
MARKS = re.compile("[<>?~=$!]")
"""What behind the key of a bound narrows what it means."""
CODES = (*languages.codes(), "common")


def told() -> dict[str, set[str]]:
    """The keys that the page shows, by section."""
    found: dict[str, set[str]] = defaultdict(set)
    section = ""
    (block,) = BLOCK.findall(PAGE)
    for line in block.splitlines():
        if header := SECTION.match(line):
            section = header[1]
        found[section].update(KEY.findall(line), IN_WORDS.findall(line))
    return found


def used(code: str) -> set[tuple[str, str]]:
    """The sections and keys of a file, without the keys that are values: numbers, units, currencies."""
    found = set()
    for section, content in languages.read(code).items():
        if section in sections._SIDED:
            found |= {(f"{section}.{side}", MARKS.sub("", key)) for side, keys in content.items() for key in keys}
        elif section == "examples":
            found |= {(section, key) for example in content for key in example}
        elif section in sections._VALUED:
            found |= {(section, key) for key in content if key in sections._PATTERNS} | {(section, "")}
        else:
            found |= {(section, key) for key in content}
    return found


@pytest.mark.parametrize("code", CODES)
def test_the_page_tells_every_key_of_a_file(code: str) -> None:
    page = told()
    for base in sections._SIDED:  # what a key means is told at one side
        sides = [side for side in page if side.startswith(f"{base}.")]
        every = set().union(*(page[side] for side in sides))
        page |= dict.fromkeys(sides, every)
    missing = [
        f"[{section}] {key}".strip()
        for section, key in sorted(used(code))
        if section not in page or (key and key not in page[section])
    ]
    assert not missing


def test_the_page_tells_what_the_marks_of_bounds_mean() -> None:
    bounds = told()["bounds.before"] | told()["bounds.after"]
    marks = {mark for key in bounds for mark in MARKS.findall(key)}
    said = {
        mark
        for code in CODES
        for side in languages.read(code).get("bounds", {}).values()
        for key in side
        for mark in MARKS.findall(key)
    }
    assert said <= marks
