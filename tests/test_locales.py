"""Language codes as systems and files write them."""

import pytest

from checker.locales import known, tag


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("de_DE", "de-DE"),
        ("pt-br", "pt-BR"),
        ("iw", "he"),
        ("en_US.UTF-8", "en-US"),
        ("sr@latin", "sr-Latn"),
        ("sr_RS@latin", "sr-Latn-RS"),
        ("ca@valencia", "ca-valencia"),
        ("ca_ES.UTF-8@valencia", "ca-ES-valencia"),
        ("sr@ijekavianlatin", "sr-Latn-ijekavsk"),
        ("de@euro", "de"),
        ("@latin", None),
        ("none of all", None),
        ("", None),
    ],
)
def test_tags(written: str, expected: str | None) -> None:
    assert tag(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [("ca@valencia", "ca-valencia"), ("uz_UZ@cyrillic", "uz-Cyrl-UZ"), ("doc", None), ("api", None)],
)
def test_known_codes(written: str, expected: str | None) -> None:
    assert known(written) == expected
