"""The value of another claim in the place of a claim that is said again."""

import pytest

from checker.align import align
from tests.align.test_crossed import TEXT, plain

ENGLISH = ["Weight: 640 grams.", "The Kestrel weighs 640 grams.", "The old one weighs 710 grams."]
GERMAN = ["Gewicht: 640 Gramm.", "Der Kestrel wiegt 640 Gramm.", "Der alte wiegt 710 Gramm."]


def said(*lines: list[str]) -> list[list[str]]:
    versions = {code: plain(code, TEXT, text) for code, text in zip(("en", "de", "pt"), lines, strict=False)}
    facts = align(versions, "x", whole=True).facts
    return sorted(sorted(f"{code} {claim.mention.text}" for code, claim in fact.claims.items()) for fact in facts)


def test_another_claims_value_is_put_beside_what_the_others_say_there() -> None:
    rows = said(ENGLISH, GERMAN, ["Peso: 640 gramas.", "A Kestrel pesa 710 gramas.", "A antiga pesa 710 gramas."])
    assert ["de 640 Gramm", "en 640 grams", "pt 710 gramas"] in rows
    assert len(rows) == 3


@pytest.mark.parametrize(
    "portuguese",
    [
        ["O cartão custa 20 euros.", "O novo custa 30 euros."],
        ["O cartão custa 30 euros.", "O novo custa 20 euros."],
    ],
)
def test_what_the_others_say_again_is_put_beside_what_one_says_instead(portuguese: list[str]) -> None:
    rows = said(
        ["The card costs 20 euros.", "The new one costs 20 euros."],
        ["Die Karte kostet 20 Euro.", "Die neue kostet 20 Euro."],
        portuguese,
    )
    assert rows == [["de 20 Euro", "en 20 euros", "pt 20 euros"], ["de 20 Euro", "en 20 euros", "pt 30 euros"]]


def test_a_version_that_says_a_claim_once_more_says_no_other() -> None:
    rows = said(
        ENGLISH,
        GERMAN,
        ["Peso: 640 gramas.", "A Kestrel pesa 640 gramas.", "A antiga pesa 710 gramas.", "São 710 gramas."],
    )
    assert len(rows) == 2
