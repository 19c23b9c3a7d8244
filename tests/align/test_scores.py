"""Scores of links, what may be left out of comparing, what stands in brackets, where a claim is told."""

from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest

from checker.align import Version, align
from checker.align.affinity import affinity
from checker.align.groups import Group, beside
from checker.align.keys import exact, loose, repeated
from checker.align.links import across, repeats
from checker.align.similarity import Kinships
from checker.compare import compare
from checker.extraction import extract
from checker.model import Kind, Mention, Moment, Occurrence, Segment
from checker.weight import weight


def version(language: str, *lines: str, vectors: Sequence[int] = ()) -> Version:
    segments = [Segment.whole(language, index, text) for index, text in enumerate(lines)]
    occurrences = [
        Occurrence(part, found) for part in segments for found in extract(part.text, language) if not found.weak
    ]
    made = np.eye(16, dtype=np.float32)[list(vectors)] if vectors else None
    return Version(language, segments, occurrences, made)


def links(*versions: Version) -> dict[tuple[str, str], float]:
    named = {each.language: each for each in versions}

    def text(node: tuple[str, int]) -> str:
        return named[node[0]].occurrences[node[1]].mention.text

    return {(text(link.one), text(link.other)): link.score for link in across(named, Kinships(named))}


def said(text: str, language: str = "en") -> Mention:
    return next(found for found in extract(text, language) if not found.weak)


def test_a_score_is_made_of_value_context_and_order() -> None:
    one, other = version("en", "It has 300 seats."), version("de", "Es hat insgesamt 300 Plätze.")
    told = affinity(one.occurrences[0], other.occurrences[0], {"en": one, "de": other})
    assert told.value == pytest.approx(0.45 * (0.5 + 0.5 * weight(said("300 seats"))))
    assert told.context == pytest.approx(0.55)
    assert told.order == pytest.approx(0.04 * (1 - abs(7 / 17 - 17 / 28)))


@pytest.mark.parametrize(
    ("one", "other", "value"),
    [
        ("300 seats", "320 Plätze", 0.5 * 0.2 + 0.3),
        ("300 seats", "480 Plätze", 0.5 * 0.1 + 0.3),
        ("300 seats", "3000 Plätze", 0.5 * 0.7 + 0.3),
        ("300 seats", "320 kg", 0.5 * 0.2),
        ("in June", "im Mai 2024", 0.5 * 0.2 + 0.3),
    ],
)
def test_a_drift_counts_by_its_nearness_and_its_form(one: str, other: str, value: float) -> None:
    here, there = version("en", one), version("de", other)
    told = affinity(here.occurrences[0], there.occurrences[0], {"en": here, "de": there})
    assert told.value == pytest.approx(0.45 * value)


def test_what_is_left_out_of_comparing_could_make_no_link() -> None:
    lines = ["It has 300 seats.", "It cost 4 million euros in 1987.", "Some 12 % left by 7:45.", "Page 9 has 31 rows."]
    other = [
        "Es hat 320 Plätze.",
        "Es kostete 1987 5 Millionen Euro.",
        "12 % gingen um 7:45.",
        "Seite 9 hat 13 Zeilen.",
    ]
    here, there = version("en", *lines), version("de", *other)
    versions = {"en": here, "de": there}
    kin = Kinships(versions)
    found = {(link.one, link.other) for link in across(versions, kin)}
    for i, j in product(range(len(there.occurrences)), range(len(here.occurrences))):
        one, two = there.occurrences[i], here.occurrences[j]
        told = affinity(one, two, versions)
        linked = compare(one.mention, two.mention).near > 0 and told.score >= told.least
        assert ((("de", i), ("en", j)) in found) is linked, (one.mention.text, two.mention.text, told)


def test_a_link_says_whether_it_drifted_and_whether_it_may_be_said_again() -> None:
    versions = {"en": version("en", "It has 300 seats."), "de": version("de", "Es hat 320 Plätze.")}
    (link,) = across(versions, Kinships(versions))
    assert (link.drifted, link.again) == (True, False)
    versions["de"] = version("de", "Es hat 300 Plätze.")
    (link,) = across(versions, Kinships(versions))
    assert (link.drifted, link.again) == (False, True)


BRACKETS = [
    ("1904 (1904) was cold", True),
    ("1904  (1904) was cold", True),
    ("1904 = 1904", True),
    ("1904 / 1904", True),
    ("1904 [1904]", True),
    ("1904（1904）", True),
    ("1904, 1904", False),
    ("1904, and (1904)", False),
    ("1904 ) 1904", False),
]


@pytest.mark.parametrize(("text", "bracketed"), BRACKETS)
def test_the_same_in_brackets_stands_right_behind(text: str, bracketed: bool) -> None:
    segment = Segment.whole("en", 0, text)
    first, second = (
        Occurrence(segment, Mention("1904", at, at + 4, Kind.DATE, Moment(1904))) for at in (0, text.rindex("1904"))
    )
    assert beside(first, second) is beside(second, first) is bracketed
    elsewhere = Occurrence(Segment.whole("en", 1, text), second.mention)
    assert not beside(first, elsewhere)


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        ("It cost 48,250,000 euros (48.25 million euros).", [1.2]),
        ("It cost 48,250,000 euros, that is 48.25 million euros.", []),
        ("It cost 48,250,000 euros.\nThe 48.25 million euros were lent.", [0.62]),
        ("It cost 40 euros.\nThe 40 euros were lent.", []),
        ("It cost 48,250,000 euros.\nThe 48,250,000 dollars were lent.", []),
    ],
)
def test_what_a_version_says_again(text: str, scores: list[float]) -> None:
    assert [link.score for link in repeats({"en": version("en", *text.split("\n"))})] == scores


def test_a_group_takes_in_what_says_it_again_and_never_two_things() -> None:
    one = version("en", "It cost 48,250,000 euros.", "The 48.25 million euros were lent.", "It cost 48,350,000 euros.")
    first, again, other = (Group(("en", place), found) for place, found in enumerate(one.occurrences))
    assert first.meets(again) and first.repeats(again)
    assert not first.repeats(other)
    first.take(again)
    assert first.nodes == [("en", 0), ("en", 1)]
    assert not first.repeats(other) and not other.repeats(first)
    german = Group(("de", 0), version("de", "Es kostete 48.250.000 Euro.").occurrences[0])
    assert not first.meets(german)
    german.take(first)
    assert german.meets(other) and german.nodes == [("de", 0), ("en", 0), ("en", 1)]
    assert not german.repeats(other)


def test_two_in_one_sentence_are_two_unless_one_is_in_brackets() -> None:
    for text, same in (
        ("It cost 48,250,000 euros, and again 48,250,000 euros.", False),
        ("It cost 48,250,000 euros (48,250,000 euros).", True),
    ):
        one = version("en", text)
        first, again = (Group(("en", place), found) for place, found in enumerate(one.occurrences))
        assert first.repeats(again) is same


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("12 miles", "19 km", True),
        ("12 miles", "30 km", False),
        ("1.2 billion", "1,234,567,890", True),
        ("1.2 billion", "1,434,567,890", False),
        ("7", "9", True),
        ("70", "90", False),
        ("-12 degrees", "12 degrees", True),
        ("0", "0", True),
        ("$15 a month", "$180 a year", True),
        ("0.75", "3 out of 4", True),
        ("at 7:45", "7.45", True),
        ("3:35", "215 seconds", True),
        ("4 March 2019", "2019", True),
        ("4 March 2019", "March 1820", True),
        ("4 March 2019", "5 April 1066", False),
    ],
)
def test_which_values_share_a_key(one: str, other: str, shared: bool) -> None:
    assert bool(loose(said(one)) & loose(said(other))) is shared


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("4 March 2019", "March 2019", True),
        ("4 March 2019", "4 March", True),
        ("4 March 2019", "4 March 2018", True),
        ("4 March 2019", "5 March 2018", False),
        ("48,250,000 euros", "48.25 million euros", True),
        ("48,250,000 euros", "48,250,000 dollars", False),
        ("Article 13", "Article 13", True),
        ("Article 13", "Article 14", False),
    ],
)
def test_which_values_may_be_said_again(one: str, other: str, shared: bool) -> None:
    assert bool(repeated(said(one)) & repeated(said(other))) is shared


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        ("1,600 euros", "1.6 thousand dollars", True),
        ("in 1987", "1987 people", True),
        ("3 May 1987", "1987 people", False),
        ("Article 13", "Rule 13", True),
        ("Article 13", "Article 14", False),
        ("30 to 45 people", "45 people", True),
        ("30 to 45 people", "30 people", False),
    ],
)
def test_which_values_are_the_same_word_for_word(one: str, other: str, equal: bool) -> None:
    assert (exact(said(one)) == exact(said(other))) is equal


def test_claims_are_told_in_the_order_of_the_text() -> None:
    one = version("en", "It cost 48,250,000 euros.", "It has 3,170 seats and 214 doors.", "On it 12 % left.")
    other = version("de", "Es kostete 48.250.000 Euro.", "Es hat 3170 Plätze und 214 Türen.", "Etwa 12 % gingen.")
    facts = align({"en": one, "de": other}, "it", whole=True).facts
    assert [fact.id for fact in facts] == ["it/1", "it/2", "it/3", "it/4"]
    assert [fact.claims["en"].mention.text for fact in facts] == ["48,250,000 euros", "3,170", "214", "12 %"]


def test_of_several_places_the_longest_sentence_comes_first() -> None:
    long = "The 48,250,000 euros that all this cost in the end were lent by a bank of the town."
    one, other = version("en", "It cost 48,250,000 euros.", long), version("de", "Es kostete 48.250.000 Euro.", "Ja.")
    (fact,) = align({"en": one, "de": other}, "it", whole=True).facts
    assert [each.segment.index for each in fact.claims["en"].occurrences] == [1, 0]
    longer = [long + " Nobody knew." * times for times in (40, 50)]
    (fact,) = align({"en": version("en", *longer), "de": other}, "it", whole=True).facts
    assert [each.segment.index for each in fact.claims["en"].occurrences] == [0, 1]  # from 400 signs on all are long


def test_the_place_of_what_is_missing_is_the_first_of_the_next_of_kin() -> None:
    one = version("en", "It stands.", "It cost 48,250,000 euros.", "It is old.", vectors=(1, 2, 3))
    other = version("de", "Es steht.", "Es war teuer.", "Es war sehr teuer.", "Es ist alt.", vectors=(1, 2, 2, 3))
    (fact,) = align({"en": one, "de": other}, "it", whole=True).facts
    assert fact.missing == ("de",)
    assert fact.places["de"].index == 1


def test_what_a_page_has_around_its_text_is_given_apart_in_order() -> None:
    body = ["It cost 48,250,000 euros, and nobody knows who paid for it.", "It has 3,170 seats and doors on all sides."]
    text = ["Es kostete 48.250.000 Euro, und niemand weiß, wer es bezahlte.", "Es hat 3170 Plätze und Türen überall."]
    one = version("en", *body, "Latest", "81 tips", vectors=(1, 2, 3, 4))
    other = version("de", *text, "Neu", "92 Tipps", vectors=(1, 2, 5, 6))
    found = align({"en": one, "de": other}, "it").outside
    assert [(each.segment.language, each.mention.text) for each in found] == [("de", "92"), ("en", "81")]
    assert align({"en": one, "de": other}, "it", whole=True).outside == ()
