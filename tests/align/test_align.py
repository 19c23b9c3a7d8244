"""Alignment with made vectors: a segment's meaning is a unit vector, and segments that mean the same share it."""

from collections.abc import Sequence

import numpy as np

from checker.align import Version, align
from checker.extraction import extract
from checker.model import Fact, Occurrence, Role, Segment

Line = tuple[str, int]
"""A sentence and what it means."""


def version(language: str, lines: Sequence[Line], *, role: Role = Role.PARAGRAPH) -> Version:
    segments = [Segment.whole(language, index, text, role) for index, (text, _) in enumerate(lines)]
    occurrences = [Occurrence(part, mention) for part in segments for mention in extract(part.text, language)]
    vectors = np.eye(64, dtype=np.float32)[[meaning for _, meaning in lines]]
    return Version(language, segments, occurrences, vectors)


def told(facts: Sequence[Fact]) -> list[set[str]]:
    return [{f"{language}:{claim.mention.text}" for language, claim in fact.claims.items()} for fact in facts]


def aligned(*versions: Version) -> list[Fact]:
    return list(align({each.language: each for each in versions}, "x").facts)


LONG = " and this sentence goes on for a while so that it is running text."
LANG = " und dieser Satz geht noch eine Weile weiter, damit er Fließtext ist."


def test_sentences_in_another_order_keep_their_claims() -> None:
    one = version("en", [("It has 300 seats" + LONG, 1), ("It cost 4 million euros" + LONG, 2)])
    two = version("de", [("Es kostete 4 Millionen Euro" + LANG, 2), ("Es hat 300 Plätze" + LANG, 1)])
    assert {frozenset(row) for row in told(aligned(one, two))} == {
        frozenset({"en:300", "de:300"}),
        frozenset({"en:4 million euros", "de:4 Millionen Euro"}),
    }


def test_a_drifted_value_is_the_same_claim_by_its_sentence() -> None:
    one = version("en", [("It has 300 seats" + LONG, 1), ("It was built in 1987" + LONG, 2)])
    two = version("de", [("Es hat 320 Plätze" + LANG, 1), ("Es wurde 1987 gebaut" + LANG, 2)])
    assert {"en:300", "de:320"} in told(aligned(one, two))


def test_equal_counts_in_one_sentence_are_told_apart_by_their_order() -> None:
    one = version("en", [("There are 10,000 H800 and 10,000 H100 chips" + LONG, 1)])
    two = version("de", [("Es gibt 10.000 H800- und 10.000 H100-Chips" + LANG, 1)])
    facts = aligned(one, two)
    counts = [fact for fact in facts if fact.claims["en"].mention.text == "10,000"]
    assert len(counts) == 2
    for fact in counts:
        english, german = fact.claims["en"].mention.start, fact.claims["de"].mention.start
        assert (english < 20) == (german < 20)


def test_a_headline_and_its_body_are_one_claim() -> None:
    one = version("en", [("A museum for 4 million euros" + LONG, 2), ("The 4 million euros are well spent" + LONG, 2)])
    two = version("de", [("Das Museum kostete 4 Millionen Euro" + LANG, 2)])
    facts = aligned(one, two)
    assert len(facts) == 1
    assert len(facts[0].claims["en"].occurrences) == 2


def test_a_list_of_other_articles_is_no_body() -> None:
    body = [("It has 300 seats" + LONG, 1), ("It cost 4 million euros" + LONG, 2)]
    extra = [("Latest articles", 10), ("7 tips for winter", 11), ("Why 72% of plans fail", 12)]
    one = version("en", [*body, *extra])
    two = version("de", [("Es hat 300 Plätze" + LANG, 1), ("Es kostete 4 Millionen Euro" + LANG, 2)])
    alignment = align({"en": one, "de": two}, "x")
    assert all("de" in fact.claims and "en" in fact.claims for fact in alignment.facts)
    assert {found.mention.text for found in alignment.outside} == {"7", "72%"}


def test_a_byline_before_the_text_is_no_body() -> None:
    body = [("It has 300 seats" + LONG, 1), ("It cost 4 million euros" + LONG, 2)]
    one = version("en", [("By Ann Lee | 12 March 2025", 5), *body])
    two = version("de", [("Es hat 300 Plätze" + LANG, 1), ("Es kostete 4 Millionen Euro" + LANG, 2)])
    assert all(len(fact.claims) == 2 for fact in aligned(one, two))


def test_a_missing_claim_has_the_place_where_it_would_stand() -> None:
    one = version(
        "en", [("It has 300 seats" + LONG, 1), ("It cost 4 million euros" + LONG, 2), ("It stands" + LONG, 3)]
    )
    two = version("de", [("Es hat 300 Plätze" + LANG, 1), ("Es war teuer" + LANG, 2), ("Es steht" + LANG, 3)])
    fact = next(fact for fact in aligned(one, two) if "de" in fact.missing)
    assert fact.places["de"].text.startswith("Es war teuer")


def test_an_opening_that_half_of_the_versions_dropped_is_text_all_the_same() -> None:
    said = {
        "en": "Lena, 26, served in the army" + LONG,
        "de": "Lena, 26, diente von 2012 bis 2015 im Werk 7" + LANG,
        "fr": "Lena, 26 ans, a servi à Lyon de 1998 à 2001" + LONG,
    }
    versions = []
    for code in ("en", "de", "fr", "es", "it", "pt"):
        opening = [(said[code], 1)] if code in said else []
        versions.append(version(code, [*opening, ("48250000." + LONG, 2), ("17,5 %." + LONG, 3)]))
    lena = [
        fact for fact in aligned(*versions) if any(claim.mention.text[:2] == "26" for claim in fact.claims.values())
    ]
    assert [sorted(fact.claims) for fact in lena] == [["de", "en", "fr"]]
    assert lena[0].missing == ("es", "it", "pt")
