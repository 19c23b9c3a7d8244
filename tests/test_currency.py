"""What a part of a currency is first read as: the currency of the version it stands in."""

import pytest

from checker.currency import at_home
from checker.extraction import extract
from checker.model import Occurrence, Quantity, Segment


@pytest.mark.parametrize(
    ("language", "texts", "currencies"),
    [
        ("de", ("Das Paket kostet 4,90 €.", "Das sind 8 Cent mehr."), ["EUR", "EUR"]),
        ("en", ("The parcel costs €4.90.", "That is 8 cents more."), ["EUR", "EUR"]),
        ("en", ("The parcel costs CA$4.90.", "That is 8 cents more."), ["CAD", "CAD"]),
        ("en", ("That is 8 cents more.",), ["USD"]),
        ("en", ("It costs €4.90 or £4.20.", "That is 8 cents more."), ["EUR", "GBP", "USD"]),
        ("en", ("It costs £4.20.", "That is 8 cents more."), ["GBP", "USD"]),
        ("en", ("It costs A$4.20.", "That was $8 in America."), ["AUD", "USD"]),
    ],
)
def test_cents_are_of_the_only_currency_that_is_sure(
    language: str, texts: tuple[str, ...], currencies: list[str]
) -> None:
    segments = [Segment.whole(language, place, text) for place, text in enumerate(texts)]
    found = [Occurrence(part, mention) for part in segments for mention in extract(part.text, language)]
    read = at_home(found)
    values = [each.mention.value for each in read]
    assert [value.whole.unit for value in values if isinstance(value, Quantity)] == currencies
    assert all(each.mention.readings[0] == each.mention.value for each in read)
    assert [set(each.mention.readings) for each in read] == [set(each.mention.readings) for each in found]
