"""A value that one version alone says, and the claim that it lacks: put together where most versions face it."""

from collections.abc import Mapping, Sequence

from checker.align import Version
from checker.align.lone import placed
from checker.align.similarity import Kinships
from checker.align.turned import Cluster
from tests.align.test_links import version

WORDS = {
    "en": ("The barn burned down.", "Nobody was hurt then.", "It held {} tonnes of hay."),
    "fr": ("La grange a brûlé.", "Personne ne fut blessé.", "Elle contenait {} tonnes de foin."),
    "de": ("Die Scheune brannte ab.", "Niemand wurde verletzt.", "Sie fasste {} Tonnen Heu."),
}


def article(language: str, number: str, place: int) -> Version:
    """Three paragraphs, that with the number at a place of them."""
    first, second, said = WORDS[language]
    lines = [first, second]
    lines.insert(place, said.format(number))
    return version(language, "\n\n".join(lines))


def after(versions: Mapping[str, Version], groups: Sequence[Sequence[str]]) -> list[list[str]]:
    """The languages of each cluster once lone values are placed; every version makes one claim."""
    clusters = [Cluster([(language, 0) for language in group]) for group in groups]
    found = placed(clusters, versions, Kinships(versions))
    return [[language for language, _ in cluster.nodes] for cluster in found]


def test_a_lone_value_faces_the_claim_that_its_version_lacks() -> None:
    versions = {"de": article("de", "700", 2), "en": article("en", "500", 2), "fr": article("fr", "500", 2)}
    assert after(versions, [["de"], ["en", "fr"]]) == [["de", "en", "fr"]]


def test_one_of_two_versions_is_not_most_of_them() -> None:
    versions = {"de": article("de", "700", 2), "en": article("en", "500", 2), "fr": article("fr", "500", 0)}
    assert after(versions, [["de"], ["en", "fr"]]) == [["de"], ["en", "fr"]]


def test_a_value_that_has_its_fellows_stays_where_it_is() -> None:
    versions = {"de": article("de", "700", 2), "en": article("en", "500", 2), "fr": article("fr", "700", 2)}
    assert after(versions, [["de", "fr"], ["en"]]) == [["de", "en", "fr"]]
    assert after({"de": versions["de"], "fr": versions["fr"]}, [["de", "fr"]]) == [["de", "fr"]]


def test_a_bare_number_must_stand_at_the_very_place() -> None:
    lines = {"de": "Auf dem Hof waren {}.", "en": "On the farm there were {}."}
    versions = {
        language: version(language, "\n\n".join([*WORDS[language][:2], lines[language].format(number)]))
        for language, number in (("de", "700"), ("en", "500"))
    }
    assert after(versions, [["de"], ["en"]]) == [["de", "en"]]
    moved = {**versions, "en": version("en", "\n\n".join([lines["en"].format("500"), *WORDS["en"][:2]]))}
    assert after(moved, [["de"], ["en"]]) == [["de"], ["en"]]
