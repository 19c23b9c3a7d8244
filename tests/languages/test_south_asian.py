"""What the languages of South Asia say beside their numbers and is no claim, or one of another kind."""

import pytest

from checker.extraction import extract
from checker.languages.notation import notation

SILENT = [
    ("ta", "இலக்கை எட்டும்."),
    ("ur", "والدین کی چھٹی"),
]
"""Words that are spelled like a number."""

READ = [
    ("hi", "समय दोगुना लगा।", ["count 2"]),
    ("mr", "वेळ दुप्पट लागला, खर्च तिप्पट झाला.", ["count 2", "count 3"]),
    ("bn", "দ্বিগুণ সময় লেগেছে।", ["count 2"]),
    ("ur", "دگنا وقت لگا۔", ["count 2"]),
    ("gu", "સમય બમણો લાગ્યો.", ["count 2"]),
    ("pa", "ਸਮਾਂ ਦੁੱਗਣਾ ਲੱਗਾ।", ["count 2"]),
    ("ne", "समय दोब्बर लाग्यो।", ["count 2"]),
    ("hi", "दो सप्ताह पहले", ["quantity 2 week"]),
    ("gu", "બે અઠવાડિયા પહેલા", ["quantity 2 week"]),
    ("mr", "शुल्क ७५ डॉलर आहे, जे २०१९ पेक्षा कमी आहे.", ["money 75 USD", "count 2019 less-than"]),
    ("mr", "आठवड्यातून दोन बार", ["count 2"]),
    ("ur", "ہفتے میں دو بار", ["count 2 per week"]),
    ("bn", "সপ্তাহে দুই বার", ["count 2 per week"]),
    ("mr", "रात्री दोन वाजता", ["time 02:00"]),
    ("mr", "५४० किमीपर्यंत धावते", ["quantity 540 kilometer at-most"]),
    ("mr", "दर १०० किमीला", ["quantity 100 kilometer"]),
    ("mr", "चार टक्के बिंदूंनी", ["percent 4 percent-point"]),
    ("bn", "৫টা বই", ["count 5"]),
    ("bn", "রাত ৮টা", ["time 20:00"]),
    ("te", "ప్రయాణం 4 గంటల 7 నిమిషాలు", ["quantity 247 minute"]),
    ("kn", "ಕ್ರಿ.ಪೂ. 3000 ರಲ್ಲಿ", ["date -3000"]),
    ("pa", "ਈ.ਪੂ. 3000 ਵਿੱਚ", ["date -3000"]),
    ("ne", "ई.पू. ३००० मा", ["date -3000"]),
    ("hi", "2015 या उसके बाद", ["count 2015 at-least"]),
    ("gu", "2015 કે પછી", ["count 2015 at-least"]),
    ("te", "వేగం 30 కి.మీ. మించకూడదు", ["quantity 30 kilometer at-most"]),
    ("kn", "30 ಕಿ.ಮೀ. ಮೀರದಂತೆ", ["quantity 30 kilometer at-most"]),
    ("ur", "دو پانچواں حصہ", ["percent 40"]),
    ("ta", "எட்டில் ஒன்று", ["percent 12.5"]),
    ("ta", "72 வயதுப் பெண்", ["quantity 72 year"]),
]


@pytest.mark.parametrize(("code", "text"), SILENT)
def test_a_word_that_is_spelled_like_a_number_is_no_claim(code: str, text: str) -> None:
    assert [notation(mention) for mention in extract(text, code)] == []


@pytest.mark.parametrize(("code", "text", "expected"), READ)
def test_a_claim_is_read_with_the_words_beside_it(code: str, text: str, expected: list[str]) -> None:
    assert [notation(mention) for mention in extract(text, code)] == expected
