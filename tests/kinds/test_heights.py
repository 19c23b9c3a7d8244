"""Heights and other lengths in two units of which the smaller one is not said, or is a little word otherwise."""

import pytest

from checker.extraction import extract
from checker.model import Quantity


@pytest.mark.parametrize(
    ("language", "text", "low", "unit"),
    [
        ("en", "He stands 6ft 2in tall.", "74", "inch"),
        ("en", "He is 6 ft 2 in tall.", "74", "inch"),
        ("en", "He is 6ft2.", "74", "inch"),
        ("en", "A 6-foot-2 guard.", "74", "inch"),
        ("en", "She is five foot eleven.", "71", "inch"),
        ("en", "He is 6'2\" tall.", "74", "inch"),
        ("de", "Er ist 5'11\" groß.", "71", "inch"),
        ("en", "The time was 3'18\" in all.", "198", "second"),
        ("en", "Some 2in of rain fell.", "2", "inch"),
        ("en", "2 in June.", "2", None),
        ("en", "A 3in1 printer.", "3", None),
        ("en", "The 2in-1 model.", "2", None),
        ("fr", "Il mesure 1m88.", "188", "centimeter"),
        ("fr", "Il mesure 1 m 88.", "188", "centimeter"),
        ("fr", "À 1 m 20 personnes attendent.", "1", "meter"),
        ("it", "È alto un metro e 88.", "188", "centimeter"),
        ("es", "Mide un metro ochenta y ocho de alto.", "188", "centimeter"),
        ("de", "Er ist 1 Meter 88 groß.", "188", "centimeter"),
        ("ru", "Его рост метр восемьдесят восемь.", "188", "centimeter"),
        ("ru", "Через метр 20 человек.", "20", None),
        ("zh", "身高1米88。", "188", "centimeter"),
        ("zh", "身高一米八八。", "188", "centimeter"),
        ("zh", "身高1米8。", "180", "centimeter"),
        ("zh", "每隔1米2人。", "1", "meter"),
        ("zh", "100米8秒。", "100", "meter"),
        ("vi", "Anh cao 1m88.", "188", "centimeter"),
    ],
)
def test_a_height_in_two_parts(language: str, text: str, low: str, unit: str | None) -> None:
    value = extract(text, language)[0].value
    assert isinstance(value, Quantity)
    assert (str(value.low), value.unit) == (low, unit)
