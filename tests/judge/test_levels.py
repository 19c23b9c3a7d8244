"""How grave a drift is: by how many versions it is held against, and by how much the values tell."""

from collections.abc import Mapping

import pytest

from checker.extraction import extract
from checker.hidden import holds
from checker.judge import Terms, judge
from checker.model import Claim, Fact, Level, Occurrence, Rule, Segment, Verdict
from checker.pipeline import default_level


def verdicts(texts: Mapping[str, str], missing: tuple[str, ...] = (), source: str | None = None) -> list[Verdict]:
    """What is judged of one fact: the only claim of each text, and the versions that lack it."""
    claims, places = {}, {}
    for place, (language, text) in enumerate(sorted(texts.items())):
        segment = Segment.whole(language, place, text)
        (mention,) = extract(text, language)
        claims[language] = Claim(language, (Occurrence(segment, mention),))
    for language in missing:
        places[language] = Segment.whole(language, 0, "—")
    fact = Fact("it/1", claims, missing, places)
    return judge([fact], Terms(source, default_level, holds, None))


def levels(found: list[Verdict]) -> dict[str, Level]:
    return {verdict.language: verdict.level for verdict in found if verdict.language not in verdict.fact.missing}


SLIGHT = {"en": "The crew has 7 cooks.", "de": "Die Mannschaft hat 7 Köche.", "es": "La tripulación tiene 9 cocineros."}
TELLING = {"en": "It holds 4,817 letters.", "de": "Es birgt 4817 Briefe.", "es": "Guarda 4871 cartas."}


@pytest.mark.parametrize(
    ("texts", "missing", "level"),
    [
        (TELLING, (), Level.ERROR),
        (TELLING, ("fr", "it", "pt"), Level.ERROR),
        (TELLING, ("fr", "it", "pt", "nl"), Level.NOTE),
        (SLIGHT, ("fr",), Level.ERROR),
        (SLIGHT, ("fr", "it"), Level.NOTE),
    ],
    ids=["all say it", "a third says it", "fewer than a third", "half say 7", "fewer than half say 7"],
)
def test_a_drift_from_what_few_versions_say_is_a_note(
    texts: Mapping[str, str], missing: tuple[str, ...], level: Level
) -> None:
    assert levels(verdicts(texts, missing))["es"] == level


def test_a_bound_that_several_versions_turn_for_certain_is_told_though_it_agrees_with_what_may_be_none() -> None:
    texts = {
        "ar": "بتكلفة تصل إلى 8 ملايين دولار.",
        "en": "It costs up to $8 million.",
        "fr": "Cela coûte au plus 8 millions de dollars.",
        "th": "โดยใช้งบไม่เกิน 8 ล้านดอลลาร์",
    }
    found = verdicts({**texts, "uk": "Це коштуватиме від 8 млн доларів."})
    assert [(it.language, it.rule) for it in found] == [("uk", Rule.BOUND)]
    assert verdicts(texts) == []


@pytest.mark.parametrize(
    ("source", "text", "level"),
    [
        ("The link runs at 7.4GHz.", "A kapcsolat 7.4GHz-en fut.", Level.NOTE),
        ("The link runs at 7.40 GHz.", "A kapcsolat 7.4 GHz-en fut.", Level.WARNING),
    ],
)
def test_digits_taken_over_from_the_source_are_no_more_than_a_note(source: str, text: str, level: Level) -> None:
    found = verdicts({"en": source, "hu": text}, source="en")
    assert [(verdict.rule, verdict.level) for verdict in found] == [(Rule.FORMAT, level)]


@pytest.mark.parametrize(
    ("text", "level"), [("The club is for members aged 65+.", Level.WARNING), ("More than 65 came.", Level.NOTE)]
)
def test_a_bound_that_is_a_sign_in_the_source_is_not_left_out_in_silence(text: str, level: Level) -> None:
    found = verdicts({"en": text, "de": "Es sind 65."}, source="en")
    assert [(verdict.rule, verdict.level) for verdict in found] == [(Rule.BOUND, level)]
