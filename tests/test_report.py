"""The rows of the report are made in time that grows with the languages as the comparing of them does."""

import pytest

from checker import camps
from checker.compare import compare
from checker.compare.outcome import Comparison
from checker.extraction import extract
from checker.model import Claim, Document, Fact, Location, Mention, Occurrence, Segment
from checker.report import claims

TEXT = "It holds 800 people."


def comparisons(languages: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many pairs of versions are compared to make the row of one fact."""
    (mention,) = extract(TEXT, "en")
    codes = [f"x{number}" for number in range(languages)]
    said = {code: Claim(code, (Occurrence(Segment(code, 0, 0, TEXT, 0, len(TEXT)), mention),)) for code in codes}
    documents = {code: Document(code, "", TEXT, ()) for code in codes}
    count = 0

    def counted(one: Mention, two: Mention) -> Comparison:
        nonlocal count
        count += 1
        return compare(one, two)

    monkeypatch.setattr(camps, "compare", counted)
    place = Location("x0", "", 1, 1, 1, 1, "")
    (row,) = claims("doc", [Fact("doc/1", said)], [], documents, None, lambda *_: place)
    assert set(row.cells.values()) == {"agree"}
    return count


def test_each_pair_of_versions_is_compared_once_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    for languages in (10, 40):
        assert comparisons(languages, monkeypatch) < languages**2
