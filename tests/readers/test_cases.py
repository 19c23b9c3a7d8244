"""Each file in `fixtures/readers` is read as the `.json` beside it says."""

import json
from pathlib import Path

import pytest

from checker import readers
from checker.readers._file import load

CASES = sorted(
    path for path in (Path(__file__).parents[2] / "fixtures" / "readers").iterdir() if path.suffix in readers.suffixes()
)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_reads_as_expected(path: Path) -> None:
    source = load(path, path.name)
    blocks, ignored = readers.parse(source, path.suffix)
    expected = json.loads(path.with_name(f"{path.name}.json").read_text("utf-8"))
    assert [[block.role.value, block.text] for block in blocks] == expected["blocks"]
    assert [[source[slice(*part.span)], part.reason] for part in ignored] == expected["ignored"]


def test_every_expected_output_has_its_input() -> None:
    assert len(CASES) > 10
    for path in CASES[0].parent.glob("*.json"):
        assert path.with_suffix("").is_file(), path.name
