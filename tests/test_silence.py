"""What is left unread as silent makes no claim: the look at a text's words never hides what a full reading finds."""

import pytest

from checker import extraction, languages
from checker.extraction import extract
from checker.kinds.amounts.inwords import holds_number
from checker.model import Mention
from checker.scan import silent

CODES = languages.codes()


def _sentences(code: str) -> list[str]:
    """The examples of a language, and their halves, which often hold no number."""
    texts = [example["text"] for example in languages.read(code).get("examples", [])]
    halves = [half for text in texts for half in (text[: len(text) // 2], text[len(text) // 2 :])]
    words = [" ".join(filter(str.isalpha, text.split())) for text in texts]
    return [text for text in (*texts, *halves, *words) if text.strip()]


def _in_full(text: str, code: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Mention, ...]:
    """The claims as they are found when no text is taken for silent."""
    with monkeypatch.context() as patch:
        patch.setattr(extraction, "silent", lambda *_: False)
        return extraction._extract.__wrapped__(text, languages.load(code))


@pytest.mark.parametrize("code", CODES)
def test_a_silent_text_makes_no_claim(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lexicon = languages.load(code)
    for text in _sentences(code):
        if silent(text, lexicon, holds_number):
            assert not _in_full(text, code, monkeypatch), text


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "They met in the nineties."),
        ("en", "It took an hour and a half."),
        ("en", "It took a decade."),
        ("de", "Das geschah vor einem Jahrzehnt."),
        ("de", "Der dreizehnjährige Junge schwieg."),
        ("ru", "Прошло полчаса."),
        ("ar", "وصلوا بعد شهرين"),
        ("ja", "参加者は三千人でした。"),
        ("th", "มีคนสามสิบคน"),
        ("hi", "साढ़े तीन लाख लोग आए।"),
        ("de", "Das dauerte eine halbe Stunde."),
        ("fr", "Cela coûte un euro et demi."),
        ("ko", "참가자는 삼천 명이었다."),
        ("ko", "이백오십만 명이 왔다."),
    ],
)
def test_a_claim_without_a_digit_is_read(code: str, text: str) -> None:
    assert extract(text, code)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The mayor of the town spoke about the weather."),
        ("de", "Über das Wetter sprach der Bürgermeister."),
        ("ru", "Мэр говорил о погоде."),
        ("ja", "市長は天気について話しました。"),
        ("de", "Der Rat fand eine Lösung."),
        ("es", "Fue un gran regalo."),
        ("ko", "시장은 날씨를 이야기했다."),
        ("ko", "낭만주의 화가들은 만족했다."),
    ],
)
def test_a_text_without_any_number_is_silent(code: str, text: str) -> None:
    lexicon = languages.load(code)
    assert silent(text, lexicon, holds_number)


@pytest.mark.parametrize("text", ["٣", "²", "५", "room ⁴", "Ⅳ 5", "a1b"])
def test_a_digit_of_any_script_is_never_silent(text: str) -> None:
    lexicon = languages.load("en")
    assert not silent(text, lexicon, holds_number)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "We can't, we don't and we won't; I'm sure."),
        ("de", "Einzelne einigten sich; einfach war das nicht."),
        ("ru", "Сторонники становятся старше."),
        ("es", "Los estados unidos y las universidades."),
    ],
)
def test_a_word_that_only_begins_like_a_number_is_silent(code: str, text: str) -> None:
    lexicon = languages.load(code)
    assert silent(text, lexicon, holds_number)


@pytest.mark.parametrize(
    ("code", "text", "claims"),
    [
        ("de", "Ein Mann und eine Frau warteten.", []),
        ("de", "Eine Frau wartete eine Stunde und zahlte einen Euro.", ["eine Stunde", "einen Euro"]),
        ("de", "Ein bis zwei Tage.", ["Ein bis zwei Tage"]),
        ("en", "12 13 14 15", ["12", "13", "14", "15"]),
        ("en", "3 1/2 cups and 2 3/4", ["3 1/2 cups", "2 3/4"]),
    ],
)
def test_articles_and_lists_of_numbers(code: str, text: str, claims: list[str]) -> None:
    assert [mention.text for mention in extract(text, code)] == claims
