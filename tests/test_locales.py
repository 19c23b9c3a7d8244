"""Language codes as systems and files write them."""

import pytest

from checker import languages
from checker.locales import known, said, tag


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


def test_every_language_that_is_covered_can_be_named() -> None:
    """By the names of files, but for codes that mean something else, too: those must be said."""
    assert {code for code in languages.codes() if said(code) != code} == set()
    assert {code for code in languages.codes() if known(code) is None} == {"kr", "war"}
