"""Each file in `fixtures/readers` is read as the `.json` beside it says."""

import json
from pathlib import Path
from typing import Any

import pytest

from checker import readers
from checker.readers._file import load
from checker.readers._versions import Content

CASES = sorted(
    path
    for path in (Path(__file__).parents[2] / "fixtures" / "readers").iterdir()
    if path.suffix in readers.suffixes() and not path.with_suffix("").is_file()
)


def told(source: str, content: Content) -> dict[str, Any]:
    """What was read, as the expected files have it: role and text, with key and form where the block has a key."""
    blocks, ignored = content
    return {
        "blocks": [[block.role.value, block.text, *([block.key, block.form] if block.key else [])] for block in blocks],
        "ignored": [[source[slice(*part.span)], part.reason] for part in ignored],
    }


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_reads_as_expected(path: Path) -> None:
    source = load(path, path.name, readers.decode)
    expected = json.loads(path.with_name(f"{path.name}.json").read_text("utf-8"))
    if path.suffix in readers.several():
        versions = readers.versions(source, path.suffix)
        found = {tag: told(source, content) for tag, content in versions.texts.items()}
        assert {"source": versions.source, "versions": found} == expected
    else:
        assert told(source, readers.parse(source, path.suffix)) == expected


def test_every_expected_output_has_its_input() -> None:
    assert len(CASES) > 10
    for path in CASES[0].parent.glob("*.*.json"):
        assert path in CASES or path.with_suffix("").is_file(), path.name


@pytest.mark.parametrize("end", ["\r\n", "\r"])
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_line_ends_are_of_no_matter(path: Path, end: str) -> None:
    if path.suffix in (".docx", ".mdx", ".properties") or (path.suffix, end) == (".ftl", "\r"):
        pytest.skip("no plain text, mixed line ends, or no line end of the format")
    source = load(path, path.name, readers.decode)
    if "\r" in source:
        pytest.skip("mixed line ends")
    for part in readers.versions(source, path.suffix).texts if path.suffix in readers.several() else ("",):
        read, again = (
            [(block.text, block.key) for block in readers.parse(text, path.suffix, part=part)[0]]
            for text in (source, source.replace("\n", end))
        )
        assert read == again


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("path", [path for path in CASES if path.suffix != ".docx"], ids=lambda path: path.name)
def test_byte_order_marks_are_no_text(path: Path, encoding: str, tmp_path: Path) -> None:
    source = load(path, path.name, readers.decode)
    source = source.replace('encoding="utf-8"', "").replace('encoding="UTF-8"', "").replace("charset=UTF-8", "")
    (tmp_path / path.name).write_bytes(source.encode(encoding))
    assert load(tmp_path / path.name, path.name, readers.decode) == source
