"""A passage that was moved far away in a long document is known by a value that is seldom said."""

import numpy as np
import pytest

from checker.align import Version, align
from checker.align.path import COARSEST
from checker.extraction import extract
from checker.model import Occurrence, Segment

COUNT = COARSEST + 60
PLACES = 2, COUNT - 3
"""Where the passage stands in the one version and in the other: far off the way between them."""


def version(language: str, moved: tuple[str, str], filler: str, place: int, *, meant: bool) -> Version:
    """A long version of sentences without numbers, with a passage of two sentences at a place."""
    texts = [filler.format("x" * (number % 7)) for number in range(COUNT)]
    meanings = list(range(COUNT))
    texts[place:place], meanings[place:place] = moved, [COUNT, COUNT + 1]
    segments = [Segment.whole(language, index, text) for index, text in enumerate(texts)]
    occurrences = [Occurrence(part, found) for part in segments for found in extract(part.text, language)]
    vectors = np.eye(COUNT + 2, dtype=np.float32)[meanings] if meant else None
    return Version(language, segments, occurrences, vectors)


@pytest.mark.parametrize("meant", [True, False])
@pytest.mark.parametrize("drifted", [False, True])
def test_a_moved_passage_is_the_same_claim(meant: bool, drifted: bool) -> None:
    english = "The mill was sold for 4,817,350 euros in spring.", "Its 29 workers had feared for their jobs."
    german = (
        "Die Mühle wurde im Frühjahr für 4.817.350 Euro verkauft.",
        "Ihre 29 Arbeiter hatten um ihre Stellen gebangt.",
    )
    if drifted:
        german = german[0], german[1].replace("29", "39")
    one = version("en", english, "Nobody in the village {} had ever heard of it before.", PLACES[0], meant=meant)
    two = version("de", german, "Niemand im Dorf {} hatte zuvor je davon gehört.", PLACES[1], meant=meant)
    facts = align({"en": one, "de": two}, "x", whole=True).facts
    told = [{language: claim.mention.text for language, claim in fact.claims.items()} for fact in facts]
    assert {"en": "4,817,350 euros", "de": "4.817.350 Euro"} in told
    if meant:  # what the neighbour says is known by its meaning, be its value the same or not
        assert {"en": "29", "de": "39" if drifted else "29"} in told
