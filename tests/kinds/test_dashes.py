"""En dashes before numbers: a minus, the dash of a range, and that of an aside."""

import pytest

from checker.extraction import extract
from checker.model import Quantity


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("de", "Es läuft bei –20 °C.", "-20", "-20"),
        ("de", "–20 °C waren es nachts.", "-20", "-20"),
        ("de", "Zwischen –3 und 7 °C.", "-3", "7"),
        ("ru", "Хранить от –3 до 7 °C.", "-3", "7"),
        ("fr", "Entre –3 et 7 °C.", "-3", "7"),
        ("it", "Tra –3 e 7 °C.", "-3", "7"),
        ("sv", "Mellan –3 och 7 °C.", "-3", "7"),
        ("pl", "Temperatura spadła do –20 °C.", "-20", "-20"),
        ("fi", "Lämpötila oli –20 °C.", "-20", "-20"),
        ("cs", "Při teplotě –20 °C.", "-20", "-20"),
        ("es", "Funciona a –20 °C.", "-20", "-20"),
        ("nl", "Bij –20 °C.", "-20", "-20"),
        ("uk", "За температури –20 °C.", "-20", "-20"),
        ("hu", "Tavaly esett, –0,6 % lett.", "-0.6", "-0.6"),
        ("de", "–20 %", "-20", "-20"),
        ("he", "ירד ל-–3 מעלות", "-3", "-3"),
        ("de", "Bei 6 –12 °C lagern.", "6", "12"),
        ("de", "Bei 6 °C –12 °C lagern.", "6", "12"),
        ("de", "Sechs –zwölf Jahre.", "6", "12"),
        ("de", "–6 Äpfel", "6", "6"),
        ("en", "Prices – 20 per cent higher – rose.", "20", "20"),
        ("es", "Los precios –20 por ciento más altos– subieron.", "20", "20"),
        ("en", "A member of Club –19 came.", "19", "19"),
    ],
)
def test_a_dash_is_a_minus(language: str, text: str, low: str, high: str) -> None:
    value = extract(text, language)[0].value
    assert isinstance(value, Quantity)
    assert (str(value.low), str(value.high)) == (low, high)
