"""The made catalogues are sound, of the size that was asked for, and the same every time."""

import pytest

from checker import readers
from checker.benchmarks.catalogues import main, pairs, po, xliff


def test_they_hold_what_they_say() -> None:
    catalogue = readers.versions("".join(po(120)), ".po")
    assert [len(catalogue.texts[tag][0]) for tag in ("source", "de")] == [120, 120]
    text = "".join(xliff(40_000))
    assert 40_000 < len(text) < 42_000
    units = readers.versions(text, ".xlf")
    assert len(units.texts["en"][0]) == len(units.texts["de"][0]) == text.count("<trans-unit")
    assert [block.text for block in units.texts["de"][0]][:9] == [block.text for block in catalogue.texts["de"][0]][:9]


def test_they_are_the_same_every_time() -> None:
    assert list(zip(pairs(), range(50), strict=False)) == list(zip(pairs(), range(50), strict=False))
    assert main(["po", "many"]) == 2


def test_they_are_written_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["po", "3"]) == 0
    assert capsys.readouterr().out == "".join(po(3))
