"""What one version says again: found behind whatever else it says, with few comparisons for each."""

from checker.align.links import _RECENT, repeats
from tests.align.test_links import version as read


def test_two_values_of_one_sentence_hide_nothing_that_is_said_again_below() -> None:
    text = "The mill has 31 wheels and 47 doors.\n\nIt cost 48,250,000 euros.\n\nThe 48,250,000 euros were lent."
    found = read("en", text)
    said = [occurrence.mention.text for occurrence in found.occurrences]
    assert said == ["31", "47", "48,250,000 euros", "48,250,000 euros"]
    assert [(link.one[1], link.other[1]) for link in repeats({"en": found})] == [(2, 3)]


def test_a_value_said_on_every_page_is_compared_with_the_last_times_only() -> None:
    found = read("en", "\n\n".join(["It cost 48,250,000 euros."] * 60))
    links = list(repeats({"en": found}))
    assert len(links) <= _RECENT * 60
    assert {link.other[1] - link.one[1] for link in links} == set(range(1, _RECENT + 1))
