"""Why two mentions are one claim: the parts of their affinity, and what it must reach."""

import pytest

from checker.align.affinity import affinity
from checker.align.links import AGREED, DRIFTED
from tests.align.test_align import LANG, LONG, version


@pytest.mark.parametrize(("number", "least"), [("300", AGREED), ("320", DRIFTED)])
def test_the_parts_add_up_and_drifted_values_have_a_mark_of_their_own_to_reach(number: str, least: float) -> None:
    one = version("en", [("It has 300 seats" + LONG, 1)])
    two = version("de", [(f"Es hat {number} Plätze" + LANG, 1)])
    told = affinity(one.occurrences[0], two.occurrences[0], {"en": one, "de": two})
    assert told.score == pytest.approx(told.value + told.context + told.order)
    assert told.least == least
    assert told.score >= told.least
