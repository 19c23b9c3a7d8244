"""What a sentence says besides: a value again, digits of no claim, a scale word before; and who stands out."""

from collections.abc import Mapping, Sequence

import pytest

from checker.extraction import extract
from checker.hidden import holds
from checker.judge import Terms, judge
from checker.judge.elsewhere import Elsewhere
from checker.judge.sentence import Sentences
from checker.judge.terms import say, who
from checker.model import Claim, Fact, Level, Mention, Occurrence, Pair, Probabilities, Rule, Segment, Verdict
from checker.pipeline import default_level


def mention(text: str, part: str, language: str = "en") -> Mention:
    return next(each for each in extract(text, language) if part in each.text)


def fact(name: str, said: Mapping[str, tuple[Segment, str]], missing: Mapping[str, Segment] | None = None) -> Fact:
    """One fact: of each version the sentence and which of its mentions."""
    claims = {
        language: Claim(language, (Occurrence(segment, mention(segment.text, part, language)),))
        for language, (segment, part) in said.items()
    }
    return Fact(f"it/{name}", claims, tuple(missing or ()), dict(missing or {}))


def sentence(language: str, text: str, index: int = 0) -> Segment:
    return Segment.whole(language, index, text)


def verdicts(facts: Sequence[Fact], source: str | None = "en") -> list[tuple[str, Rule, Level]]:
    found = judge(facts, Terms(source, default_level, holds, None))
    return [(each.language, each.rule, each.level) for each in found]


EN = sentence("en", "It cost 4,817 euros, and 312 men built it.")


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Es war teuer, und 312 Männer bauten es.", Level.WARNING),
        ("Es war teuer (Modell X4817Y), und 312 Männer bauten es.", Level.NOTE),
        ("Es war teuer (Modell X48170Y), und 312 Männer bauten es.", Level.WARNING),
    ],
)
def test_digits_that_no_claim_has_may_be_what_is_missing(text: str, level: Level) -> None:
    en = sentence("en", "It cost 4817 euros, and 312 men built it.")
    de = sentence("de", text)
    both = fact("1", {"en": (en, "312"), "de": (de, "312")})
    lone = fact("2", {"en": (en, "4817")}, {"de": de})
    assert verdicts([both, lone]) == [("de", Rule.OMISSION, level)]


@pytest.mark.parametrize(("number", "again"), [("3,000", True), ("4,817", True), ("4,000", False)])
def test_the_end_of_a_range_is_said(number: str, again: bool) -> None:
    de, fr = sentence("de", "Es kostete 3000 bis 4817 Euro."), sentence("fr", "Il a coûté de 3000 à 4817 euros.")
    elsewhere = Elsewhere([fact("1", {"de": (de, "3000"), "fr": (fr, "3000")})])
    assert elsewhere.again(de, [mention(f"It cost {number} euros.", number)]) is again


def test_a_value_said_again_by_several_may_be_what_is_missing_and_a_lone_one_is_not() -> None:
    de, fr = sentence("de", "Es kostete 4817 Euro."), sentence("fr", "Il a coûté 4817 euros.")
    lone = fact("2", {"en": (EN, "4,817")}, {"de": de})
    shared = fact("1", {"de": (de, "4817"), "fr": (fr, "4817")})
    elsewhere = Elsewhere([shared, lone])
    wanted = [mention(EN.text, "4,817")]
    assert elsewhere.again(de, wanted)
    assert not Elsewhere([fact("1", {"de": (de, "4817")}), lone]).again(de, wanted)
    assert not elsewhere.again(sentence("de", "Ja.", 1), wanted)
    assert not elsewhere.again(de, [mention(EN.text, "312")])


def test_the_same_digits_in_another_unit_are_another_thing() -> None:
    de = sentence("de", "Es wog 312 kg.")
    wanted = [mention(EN.text, "312")]
    assert not Elsewhere([fact("1", {"de": (de, "312")})]).written(de, wanted)
    name = sentence("de", "Der Airbus A312 flog.")
    assert Elsewhere([fact("1", {"de": (name, "312")})]).written(name, wanted)
    assert not Elsewhere([fact("1", {"de": (name, "312")})]).written(name, [mention("in words: seven men", "seven")])


@pytest.mark.parametrize(
    ("text", "own", "right", "scaled"),
    [
        ("110 million came, 12.5 of which paid.", "12.5", "12.5 million", True),
        ("110 came, 12.5 of which paid.", "12.5", "12.5 million", False),
        ("12.5 of 110 million paid.", "12.5", "12.5 million", False),
        ("110 thousand came, 12.5 of which paid.", "12.5", "12.5 million", False),
        ("110 million came, 12.5 kg of which left.", "12.5 kg", "12.5 million", False),
        ("110 million came, 12.5 of which paid.", "12.5", "125", False),
        ("1,100,000 came, 12.5 of which paid.", "12.5", "12.5 million", False),
    ],
)
def test_a_number_may_leave_its_scale_word_to_the_one_before(text: str, own: str, right: str, scaled: bool) -> None:
    segment = sentence("en", text)
    found = [Claim("en", (Occurrence(segment, each),)) for each in extract(text, "en")]
    elsewhere = Elsewhere([Fact(f"it/{at}", {"en": claim}) for at, claim in enumerate(found)])
    assert elsewhere.scaled(segment, mention(text, own), mention(right, right)) is scaled


def test_digits_are_found_whole_in_any_script() -> None:
    texts = ["In 2024 it opened.", "In 12024 it opened.", "वह २०२४ में खुला।", "It opened."]
    elsewhere = Elsewhere([])
    found = [elsewhere.digits(sentence("en", text, index), 2024) for index, text in enumerate(texts)]
    assert found == [True, False, True, False]


@pytest.mark.parametrize(
    ("de", "told"),
    [
        ("Am 7. Mai 2024 öffnete es.", []),
        ("Im Mai 2024 öffnete es.", [("de", Rule.DATE, Level.WARNING)]),
        ("Im Mai 2024 öffnete es, am Tag 7.", []),
        ("Im Mai 2024 öffnete es, am Tag 17.", [("de", Rule.DATE, Level.WARNING)]),
    ],
)
def test_a_part_of_a_date_may_stand_apart(de: str, told: list[tuple[str, Rule, Level]]) -> None:
    en = sentence("en", "On 7 May 2024 it opened.")
    assert verdicts([fact("1", {"en": (en, "May"), "de": (sentence("de", de), "Mai 2024")})]) == told


def test_the_rest_of_a_sentence_is_kept_or_lost() -> None:
    en, de = sentence("en", "Of 312 men 214 left in 1987."), sentence("de", "Von 312 Männern.")
    both = fact("1", {"en": (en, "312"), "de": (de, "312")})
    lone = fact("2", {"en": (en, "214")}, {"de": de})
    other = fact("3", {"en": (en, "1987"), "fr": (sentence("fr", "En 1987."), "1987")})
    assert Sentences([both, lone, other]).kept(lone, "de") is True
    assert Sentences([lone, other]).kept(lone, "de") is False
    assert Sentences([lone]).kept(lone, "de") is None
    assert Sentences([lone, fact("4", {"en": (en, "1987")})]).kept(lone, "de") is None


@pytest.mark.parametrize("held", [True, False])
@pytest.mark.parametrize(("language", "lacking"), [("de", "en"), ("en", "de")])
def test_a_sentence_that_says_a_number_in_another_form_lacks_nothing(language: str, lacking: str, held: bool) -> None:
    texts = {"en": "It cost 4,817 euros.", "de": "Es kostete 4817 Euro."}
    lone = fact(
        "1", {language: (sentence(language, texts[language]), "817")}, {lacking: sentence(lacking, "So ist es.")}
    )
    found = judge([lone], Terms("en", default_level, lambda place, _: held and place.language == lacking, None))
    assert [each.rule for each in found] == ([] if held else [Rule.ADDITION if lacking == "en" else Rule.OMISSION])


def test_languages_in_a_row() -> None:
    assert [who(each) for each in (["de"], ["de", "fr"], ["de", "fr", "ru"])] == [
        "German",
        "German and French",
        "German, French and Russian",
    ]
    assert [say(each) for each in (["de"], ["de", "fr"])] == ["says", "say"]


MONEY = {
    "de": "Der Preis betrug 90.000 Dollar.",
    "en": "The price was 90,000 dollars.",
    "fr": "Le prix fut de 90 000 dollars.",
    "nl": "De prijs was 90.000 dollar.",
}


def answered(contradiction: Mapping[tuple[str, str], float], source: str | None, usual: float) -> list[Verdict]:
    """What is judged where the model says so of each premise and hypothesis."""
    texts = {text: language for language, text in MONEY.items()}

    def ask(pairs: Sequence[Pair]) -> list[Probabilities]:
        values = [contradiction.get((texts[each.premise], texts[each.hypothesis]), usual) for each in pairs]
        return [Probabilities(round(1 - value, 4), 0.0, value) for value in values]

    said = {language: (sentence(language, text), "90") for language, text in MONEY.items()}
    return judge([fact("1", said)], Terms(source, default_level, holds, ask))


def odd(value: float) -> dict[tuple[str, str], float]:
    return {pair: value for other in MONEY if other != "fr" for pair in (("fr", other), (other, "fr"))}


@pytest.mark.parametrize(
    ("value", "usual", "source", "told"),
    [
        (0.8112, 0.7, "en", ["fr"]),
        (0.79, 0.7, "en", []),
        (0.74, 0.4, "en", ["fr"]),
        (0.74, 0.42, "en", []),
        (0.69, 0.0, "en", []),
        (0.71, 0.0, None, ["fr"]),
    ],
)
def test_who_stands_out_is_told(value: float, usual: float, source: str | None, told: list[str]) -> None:
    found = answered(odd(value), source, usual)
    assert [each.language for each in found] == told
    for each in found:
        assert (each.rule, each.confidence, each.found) == (Rule.SUBJECT, round(value, 2), "90 000 USD")
        assert each.message == (
            "French says 90 000 USD of something else than German, English and Dutch: compare who or what it is about"
        )
        assert each.nli is not None
        assert (each.nli.premise, each.nli.hypothesis) == (("de", "en", "nl"), "fr")
        assert each.nli.said.contradiction == pytest.approx(value)


@pytest.mark.parametrize(("to_source", "told"), [(0.49, []), (0.51, ["fr"])])
def test_who_agrees_with_the_source_is_not_told(to_source: float, told: list[str]) -> None:
    values = odd(0.99) | {("en", "fr"): to_source, ("fr", "en"): to_source}
    assert [each.language for each in answered(values, "en", 0.0) if each.language == "fr"] == told


def test_the_source_itself_is_never_told() -> None:
    values = {pair: 0.99 for other in MONEY if other != "en" for pair in (("en", other), (other, "en"))}
    assert "en" not in [each.language for each in answered(values, "en", 0.0)]


def test_of_a_sentence_that_stands_twice_each_place_has_its_own_claims() -> None:
    """What is found in equal texts is the same object, kept once."""
    first, again = (sentence("en", "It paid 90 people.", index) for index in (0, 1))
    beside = sentence("de", "Es zahlte 90 Menschen.")
    facts = [fact("1", {"en": (first, "90")}), fact("2", {"en": (again, "90"), "de": (beside, "90")})]
    (value,) = facts[0].claims["en"].mention.readings
    for order in (facts, facts[::-1]):
        found = Elsewhere(order)
        assert [found.alone(place, value, "de") for place in (first, again)] == [True, False]


@pytest.mark.parametrize(
    ("text", "said", "language", "part", "held"),
    [
        ("She is in her thirties.", "Elle a une trentaine d'années.", "fr", "trentaine", True),
        ("She is in her thirties.", "Elle a une quarantaine d'années.", "fr", "quarantaine", False),
        ("She is in her thirties.", "这名三十多岁的女子。", "zh", "三十", True),
        ("That is the one.", "Das ist 1 Prozent.", "de", "1", False),
    ],
)
def test_a_rough_age_is_held_and_a_pronoun_is_not(text: str, said: str, language: str, part: str, held: bool) -> None:
    assert holds(sentence("en", text), mention(said, part, language)) is held
