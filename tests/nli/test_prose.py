"""How verdicts on two texts as wholes are weighed."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import ModelError
from checker.model import LABELS, Pair, Probabilities
from checker.nli import predict
from checker.nli.prose import Kinship, Weights, figures, kinship, read, translated, unstopped, weighed, write

WEIGHTS = Weights(4.0, 0.5, 0.0, 1.2, (0.4, 0.5), (0.3, 0.5))
NEAR, FAR = Kinship(0.5, 0.5), Kinship(0.2, 0.1)
shares = st.floats(0, 1)


@given(st.tuples(shares, shares, shares).filter(lambda each: sum(each) > 0), shares, shares)
def test_probabilities_stay_such_and_kinship_never_speaks_against(
    found: tuple[float, float, float], cover: float, likeness: float
) -> None:
    answer = Probabilities(*(value / sum(found) for value in found))
    near, far = (weighed(answer, it, WEIGHTS) for it in (Kinship(cover, likeness), FAR))
    assert sum(getattr(near, label) for label in LABELS) == pytest.approx(1)
    assert near.entailment >= far.entailment - 1e-9


@given(st.tuples(shares, shares, shares).filter(lambda each: min(each) > 0.01))
def test_weights_of_nothing_change_nothing(found: tuple[float, float, float]) -> None:
    answer = Probabilities(*(value / sum(found) for value in found))
    same = weighed(answer, NEAR, Weights())
    assert [getattr(same, label) for label in LABELS] == pytest.approx([getattr(answer, label) for label in LABELS])


@pytest.mark.parametrize(
    ("premise", "hypothesis", "share"),
    [
        ("The bus leaves at 12.", "Der Bus fährt um 12 ab.", 1.0),
        ("The bus leaves at 12.", "Der Bus fährt um 13 ab.", 0.0),
        ("It cost 1,250 euros in 2019.", "Es kostete 1.250 Euro.", 1.0),
        ("It cost 1250 euros.", "इसकी कीमत १२५० यूरो थी।", 1.0),
        ("It cost 1250 euros.", "Es kostete 1250 Euro, also 1250 zu viel.", 0.0),
        ("It cost a lot.", "Es kostete 20 Euro.", 0.0),
    ],
)
def test_figures_that_the_premise_lacks_make_no_translation(premise: str, hypothesis: str, share: float) -> None:
    near = kinship(Pair(premise, hypothesis), NEAR.cover, NEAR.likeness)
    assert translated(near, WEIGHTS) == share


def test_figures_are_read_in_all_digits_and_with_all_separators() -> None:
    assert figures("1,250; 1.250; 1’250; 1 250; ١٢٥٠") == {"1250": 5}


def test_kinship_counts_between_its_ends() -> None:
    found = [translated(Kinship(cover, 0.5), WEIGHTS) for cover in (0.3, 0.4, 0.45, 0.5, 0.9)]
    assert found == pytest.approx([0, 0, 0.5, 1, 1])
    assert translated(Kinship(0.5, 0.4), WEIGHTS) == pytest.approx(0.5)


def test_weights_are_read_as_they_were_written(tmp_path: Path) -> None:
    write(tmp_path / "prose.json", WEIGHTS)
    assert read(tmp_path / "prose.json") == WEIGHTS


@pytest.mark.parametrize("text", ["", "[]", "{}", json.dumps({"cover": [1]}), "{", '{"cover": 1, "likeness": 2}'])
def test_what_are_no_weights_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "prose.json").write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="reinstall"):
        read(tmp_path / "prose.json")


TRANSLATIONS = [
    ("The library opens at nine.", "Die Bibliothek öffnet um neun Uhr."),
    ("My sister lives by the sea.", "Моя сестра живёт у моря."),
    ("The dog sleeps under the table.", "El perro duerme debajo de la mesa."),
    ("We ate fish and rice.", "हमने मछली और चावल खाए।"),
    ("The bus left at noon.", "Der Bus fuhr mittags ab."),
    ("The river is very deep here.", "Le fleuve est très profond ici."),
]


def test_plain_translations_are_entailed() -> None:
    found = predict(TRANSLATIONS)
    assert sum(max(each, key=lambda label: each[label]) == "entailment" for each in found) >= len(found) - 1


def test_other_sentences_are_not() -> None:
    turned = [(premise, TRANSLATIONS[at - 1][1]) for at, (premise, _) in enumerate(TRANSLATIONS)]
    assert all(each["entailment"] < 0.5 for each in predict(turned))


def test_the_stop_that_ends_a_premise_says_nothing() -> None:
    weights = Weights(stops=" .。।۔")
    assert unstopped(Pair("It rains. ", "It is wet."), weights) == Pair("It rains", "It is wet.")
    assert unstopped(Pair("雨です。", "x"), weights).premise == "雨です"
    assert unstopped(Pair("...", "x"), weights).premise == "..."
    assert unstopped(Pair("It rains.", "x"), Weights()).premise == "It rains."
    stopped, bare = predict([("Ten men came.", "Ten came."), ("Ten men came", "Ten came.")])
    assert stopped == bare
