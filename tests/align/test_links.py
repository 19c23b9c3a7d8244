"""Links are found among few comparisons, and none is lost: the same as by comparing all with all."""

from itertools import combinations, product

import pytest

from checker.align import Version
from checker.align.links import Link, _link, across, repeats
from checker.align.similarity import Kinships
from checker.benchmarks.articles import articles
from checker.model import Block, Document, Role, Run, Span
from checker.pipeline import prepared
from checker.settings import Settings

SETTINGS = Settings(rules_only=True)


def version(language: str, text: str) -> Version:
    blocks = []
    start = 0
    for part in text.split("\n\n"):
        here, there = Span(0, len(part)), Span(start, start + len(part))
        blocks.append(Block(part, Role.PARAGRAPH, (Run(here, there),)))
        start += len(part) + 2
    return prepared(Document(language, "", text, tuple(blocks)), SETTINGS, None)


@pytest.fixture(scope="module", params=["varied", "dense"])
def versions(request: pytest.FixtureRequest) -> dict[str, Version]:
    return {language: version(language, text) for language, text in articles(request.param, 60).items()}


def every(versions: dict[str, Version], kin: Kinships) -> list[Link]:
    """Links between versions by comparing all that are kin at all."""
    found = []
    for one, other in combinations(sorted(versions), 2):
        here, there = versions[one].occurrences, versions[other].occurrences
        for i, j in product(range(len(here)), range(len(there))):
            context = dict(kin.facing(one, here[i].segment.index, other)).get(there[j].segment.index)
            if context is not None and (link := _link((one, i), (other, j), versions, context)):
                found.append(link)
    return found


def test_no_link_between_versions_is_lost(versions: dict[str, Version]) -> None:
    kin = Kinships(versions)
    found = list(across(versions, kin))
    assert len(found) > 100
    assert sorted(map(repr, found)) == sorted(map(repr, every(versions, kin)))


def test_a_value_said_again_far_away_is_linked_and_another_one_is_not() -> None:
    lines = [f"The mill ground {1000 + 37 * day:,} sacks that week." for day in range(40)]
    lines += ["The barn burned down and cost 48,250,000 euros.", "Nobody was hurt."]
    lines += ["The barn cost about 48 million euros.", "Another barn cost 52,250,000 euros."]
    found = version("en", "\n\n".join(lines))
    said = [occurrence.mention.text for occurrence in found.occurrences]
    linked = {(said[link.one[1]], said[link.other[1]]) for link in repeats({"en": found})}
    assert linked == {("48,250,000 euros", "about 48 million euros")}
