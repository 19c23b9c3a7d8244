"""The words for what numbers are said of: each file's examples, and that every word leads to its concept."""

import pytest

from checker import languages
from checker.errors import LanguageDataError
from checker.languages import subjects as files
from checker.languages.building import build
from checker.languages.subjects.names import LANGUAGE, TERRITORY
from checker.subjects import subjects

CASES = [
    pytest.param(code, example["text"], example["subjects"], id=f"{code}-{number}")
    for code in files.codes()
    for number, example in enumerate(files.read(code)["examples"])
]
WORDS = [concept for concept in files.read("en")["words"] if concept != files.OTHER]


def named(text: str, code: str) -> list[str]:
    """The concepts of a text but the names of places and languages, sorted."""
    found = (concept for each in subjects(text, code) for concept in each.concepts)
    return sorted(concept for concept in found if not concept.startswith((TERRITORY, LANGUAGE)))


@pytest.mark.parametrize(("code", "text", "concepts"), CASES)
def test_an_example_is_read_as_its_file_says(code: str, text: str, concepts: list[str]) -> None:
    assert named(text, code) == sorted(concepts)


@pytest.mark.parametrize("code", files.codes())
def test_a_file_carries_its_tests_and_most_concepts(code: str) -> None:
    data = files.read(code)
    assert len(data["examples"]) >= 3
    assert languages.read(code)
    assert len(data["words"].keys() & set(WORDS)) > 0.8 * len(WORDS)


@pytest.mark.parametrize("code", files.codes())
def test_every_word_means_its_concept(code: str) -> None:
    """Alone in a text; a word of `other` means none."""
    for concept, forms in files.read(code)["words"].items():
        for form in forms:
            text = form.strip("*")
            text = f"xx{text}" if form.startswith("*") else text
            assert (concept in named(text, code)) is (concept != files.OTHER), (concept, form)


def test_a_star_between_letters_is_refused() -> None:
    with pytest.raises(LanguageDataError, match=r"'ori\*tal' has a \* between letters"):
        build([("east", "", "ori*tal")], bare=False, told=0)


def test_rivals_are_mutual_and_no_concept_is_its_own() -> None:
    for concept in WORDS:
        assert files.rivals(concept), concept
        assert concept not in files.rivals(concept)
        assert all(concept in files.rivals(other) for other in files.rivals(concept))


@pytest.mark.parametrize(
    ("code", "text", "concepts"),
    [
        ("en", "Exports to Norway fell by 4 %.", {"territory/NO"}),
        ("de", "Nach Norwegen gingen 4 %.", {"territory/NO"}),
        ("fi", "Norjasta tuli 4 %.", {"territory/NO"}),
        ("ru", "В Норвегии 4 %.", {"territory/NO"}),
        ("ja", "ノルウェーで4 %。", {"territory/NO"}),
        ("en", "Fine china cost 4 euros.", set()),
        ("ja", "タイトルは4つ。", set()),
        ("en", "4,000 copies in Danish", {"language/da"}),
    ],
)
def test_territories_and_languages_are_known_by_their_names(code: str, text: str, concepts: set[str]) -> None:
    found = {concept for each in subjects(text, code) for concept in each.concepts}
    told = {each for each in found if each.startswith((TERRITORY, LANGUAGE))}
    assert concepts <= told
    assert bool(concepts) is bool(told)
