"""Keys of values: what compares as alike is found by a key, in any two languages."""

from itertools import product

import pytest

from checker.align.keys import exact, loose
from checker.compare import compare
from checker.extraction import extract

SAME = [
    {"en": "The pipe is 12 miles long.", "de": "Das Rohr ist 19 Kilometer lang.", "fr": "Le tuyau mesure 19,3 km."},
    {"en": "It made €1,234,567,890.", "de": "Es brachte 1,2 Mrd. € ein.", "ja": "12億3400万ユーロを稼いだ。"},
    {"en": "They met on 4 March 2019.", "es": "Se reunieron el 4 de marzo.", "ru": "Они встретились в 2019 году."},
    {"en": "It holds 30 to 45 people.", "de": "Es fasst 45 Personen.", "pt": "Comporta 30 pessoas."},
    {"en": "Three quarters of them left.", "de": "75 % von ihnen gingen.", "fr": "Trois sur quatre sont partis."},
    {"en": "The Orion 7 flew.", "ru": "Полетел Орион 7.", "hi": "ओरियन 7 उड़ा।"},
    {"en": "The film lasts 3:35.", "ja": "映画は3分35秒です。"},
    {"en": "It weighs 2 tonnes.", "de": "Es wiegt 1.900 kg.", "sv": "Den väger 2 ton."},
    {"en": "It was -12 degrees.", "de": "Es waren minus 12 Grad."},
    {"en": "The bell rang at 7:45.", "de": "Da stand 7,45.", "fr": "La cloche a sonné à 7 h 45."},
]


@pytest.mark.parametrize("texts", SAME, ids=lambda texts: texts["en"])
def test_what_is_alike_shares_a_key(texts: dict[str, str]) -> None:
    said = [mention for language, text in texts.items() for mention in extract(text, language)]
    pairs = [(one, other) for one, other in product(said, said) if compare(one, other).alike]
    assert len(pairs) > len(said)
    for one, other in pairs:
        assert loose(one) & loose(other), (one.value, other.value)


def test_what_is_far_apart_shares_none() -> None:
    (one,), (other,) = extract("He ran 40 metres.", "en"), extract("Il a couru 90 mètres.", "fr")
    assert not loose(one) & loose(other)
    assert exact(one) != exact(other)


def test_a_value_has_few_keys() -> None:
    said = [mention for texts in SAME for language, text in texts.items() for mention in extract(text, language)]
    assert max(len(loose(mention)) for mention in said) <= 60
