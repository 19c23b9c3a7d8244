"""Thousands before what they multiply, and what stands behind these; a bound belongs to one claim."""

from decimal import Decimal

import pytest

from checker.extraction import extract
from checker.model import Bound, Quantity


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        ("sw", "elfu kumi na mbili, mia tatu", ["12300"]),
        ("sw", "elfu kumi na mbili na mia tatu", ["12300"]),
        ("sw", "dola elfu kumi, mia sita", ["10600"]),
        ("sw", "kilomita elfu kumi, mia sita", ["10600"]),
        ("sw", "watu elfu tano, kumi na wawili walikufa", ["5000", "12"]),
        ("sw", "elfu kumi, mia sita, mia nne, mia tatu", ["10600", "400", "300"]),
        ("sw", "elfu 12, mia tatu", ["12000", "300"]),
        ("ee", "miliɔ ɖeka kple alafa ade", ["1000000", "600"]),
        ("ha", "dubu goma sha biyu da ɗari uku", ["12300"]),
        ("ee", "akpe blaeve vɔ etɔ̃ alafa ade", ["23600"]),
        ("ee", "akpe blaeve vɔ etɔ̃. Alafa ade", ["23000", "600"]),
        ("fuc", "ujunere tati e temedere goʼo", ["3100"]),
        ("fuc", "yimɓe ujunere ngari", ["1000"]),
        ("zu", "amakhulu amabili namashumi amathathu nane", ["234"]),
        ("fil", "sampûng libó’t limáng daán", ["10500"]),
    ],
)
def test_what_follows_thousands(code: str, text: str, values: list[str]) -> None:
    found = [mention.value for mention in extract(text, code)]
    assert [value.low for value in found if isinstance(value, Quantity)] == list(map(Decimal, values))


def test_of_two_halves_the_first_has_the_bound() -> None:
    found = [(mention.text, mention.value) for mention in extract("over half, half of which are new", "en")]
    assert [(text, value.bound) for text, value in found if isinstance(value, Quantity)] == [
        ("over half", Bound.MORE_THAN),
        ("half", Bound.EXACT),
    ]
