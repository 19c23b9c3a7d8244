"""What is planted is a drift of its rule, in any language, and nothing else is changed."""

import random

import pytest

from checker.compare import compare
from checker.extraction import extract
from checker.model import Mention, Quantity, Rule
from checker.planting import plant

TEXTS = {
    "en": "The bridge is 250 metres long and cost more than 3.4 million euros per year since 12 May 1998.",
    "de": "Der Turm wiegt 4,25 Tonnen, kostete mehr als 3,4 Millionen Euro pro Jahr und steht seit dem 12. Mai 1998.",
    "fr": "La tour pèse 4,25 tonnes et coûte plus de 3,4 millions d'euros par an depuis le 12 mai 1998.",
    "hi": "पुल 250 मीटर लंबा है और 12 मई 1998 को खुला; इस पर 34 लाख यूरो खर्च हुए।",
    "ja": "橋の長さは250メートルで、340万ユーロ以上かかり、1998年5月12日に開通した。",
    "ru": "Мост длиной 250 метров стоил более 3,4 миллиона евро в год и открылся 12 мая 1998 года.",
    "ar": "يبلغ طول الجسر 250 مترا وكلف أكثر من 3.4 مليون يورو في 12 مايو 1998.",
}


def planted(rule: Rule, language: str) -> list[tuple[Mention, str, str]]:
    """Mention, changed text and way of each drift that a text offers, over several draws."""
    text = TEXTS[language]
    return [
        (mention, found.text, found.how)
        for draw in range(4)
        for mention in extract(text, language)
        if (found := plant(rule, text, mention, language, random.Random(draw)))
    ]


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("rule", [Rule.VALUE, Rule.SCALE, Rule.DATE, Rule.OMISSION, Rule.ADDITION])
def test_every_language_has_a_drift_of_the_rules_that_need_no_words(rule: Rule, language: str) -> None:
    assert planted(rule, language)


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("rule", [Rule.VALUE, Rule.SCALE, Rule.UNIT, Rule.DATE])
def test_what_is_planted_agrees_with_nothing_that_stood_there(rule: Rule, language: str) -> None:
    for mention, text, _ in planted(rule, language):
        others = [it for it in extract(TEXTS[language], language) if it != mention]
        new = [it for it in extract(text, language) if not any(compare(it, other).agrees for other in others)]
        assert not any(compare(it, mention).alike for it in new)


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_a_number_in_another_dress_is_the_same_number(language: str) -> None:
    found = planted(Rule.FORMAT, language)
    assert found
    for mention, text, _ in found:
        assert any(it.irregular and compare(it, mention).agrees for it in extract(text, language))


@pytest.mark.parametrize("language", ["en", "de", "fr", "ru"])
def test_a_bound_is_lost_or_turned_and_the_number_stays(language: str) -> None:
    found = planted(Rule.BOUND, language)
    assert found
    for mention, text, _ in found:
        assert isinstance(mention.value, Quantity)
        same = [it.value for it in extract(text, language) if isinstance(it.value, Quantity)]
        same = [value for value in same if value.low == mention.value.low]
        assert same and all(value.bound is not mention.value.bound for value in same)


def test_only_one_stretch_is_changed() -> None:
    text = TEXTS["en"]
    for mention in extract(text, "en"):
        for rule in Rule:
            found = plant(rule, text, mention, "en", random.Random(1))
            if found:
                assert text[: found.before.start] == found.text[: found.after.start]
                assert text[found.before.end :] == found.text[found.after.end :]


def test_what_another_version_may_still_mean_is_not_planted() -> None:
    """A seventh instead of an eighth digit is rounded away where another version says a billion."""
    (mine,) = extract("1,234,567,890 euros", "en")
    (other,) = extract("1,2 Milliarden Euro", "de")
    for draw in range(20):
        found = plant(Rule.VALUE, mine.text, mine, "en", random.Random(draw), [other])
        if found:
            (new,) = extract(found.text, "en")
            assert not compare(new, other).alike
