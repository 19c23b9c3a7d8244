"""What the model says of equal values: each version beside the source is looked at, whatever the order of languages."""

from collections.abc import Sequence
from itertools import permutations

import pytest

from checker.extraction import extract
from checker.hidden import holds
from checker.judge import Terms, judge
from checker.model import Claim, Fact, Occurrence, Pair, Probabilities, Rule, Segment
from checker.pipeline import default_level

SAID, ODD = "Each pilot earns 90,000 dollars a year.", "The pilots were fined 90,000 dollars a year."


def asked(pairs: Sequence[Pair]) -> list[Probabilities]:
    """Whoever says something else of the value contradicts the others."""
    same = Probabilities(0.98, 0.01, 0.01), Probabilities(0.01, 0.01, 0.98)
    return [same[(ODD in pair.premise) != (ODD in pair.hypothesis)] for pair in pairs]


@pytest.mark.parametrize(("odd", "source"), list(permutations(("da", "en", "nl", "sv"), 2)))
def test_the_version_that_says_it_of_something_else_is_named(odd: str, source: str) -> None:
    claims = {}
    for language in ("da", "de", "en", "nl", "sv"):
        segment = Segment.whole(language, 0, ODD if language == odd else SAID)
        (mention,) = (each for each in extract(segment.text, "en") if not each.weak)
        claims[language] = Claim(language, (Occurrence(segment, mention),))
    verdicts = judge([Fact("it/1", claims)], Terms(source, default_level, holds, asked))
    assert [(verdict.rule, verdict.language) for verdict in verdicts] == [(Rule.SUBJECT, odd)]
