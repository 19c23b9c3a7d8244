"""Two values that changed places: what ties them to the things that they are said of, and what is sound."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from checker.align import Version, align
from checker.align.version import Vectors
from checker.extraction import extract
from checker.model import Exchange, Occurrence, Role, Segment
from tests.align.test_align import version

ITEM, CELL, TEXT = Role.ITEM, Role.CELL, Role.PARAGRAPH
Text = tuple[str, Role, Sequence[str]]
"""A language, what its blocks are, and these."""


def plain(language: str, role: Role, lines: Sequence[str]) -> Version:
    """A version as it is aligned without a model; a line break cuts a paragraph into sentences."""
    segments = []
    for block, line in enumerate(lines):
        at = 0
        for part in line.split("\n"):
            segments.append(Segment(language, block, len(segments), line, at, at + len(part), role))
            at += len(part) + 1
    found = [Occurrence(part, mention) for part in segments for mention in extract(part.text, language)]
    return Version(language, segments, [each for each in found if not each.mention.weak])


def exchanges(*texts: Text) -> list[Exchange]:
    versions = {text[0]: plain(*text) for text in texts}
    return [each for fact in align(versions, "x", whole=True).facts for each in fact.exchanges]


PLACED: list[list[Text]] = [
    [
        ("en", TEXT, ["Net debt was €600 million.\nInvestments will reach €480 million."]),
        ("de", TEXT, ["Die Nettoverschuldung betrug 480 Millionen Euro.\nInvestiert werden 600 Millionen Euro."]),
    ],
    [
        ("en", TEXT, ["Revenue reached ₹21.2 crore.\nProfit was ₹18.7 crore."]),
        ("hi", TEXT, ["राजस्व ₹18.7 करोड़ तक पहुँच गया।\nलाभ ₹21.2 करोड़ रहा।"]),
    ],
    [
        ("en", TEXT, ["Income was 18 million kronor.", "Costs were 25 million kronor."]),
        ("fil", TEXT, ["Ang kita ay 25 milyong kronor.", "Ang gastos ay 18 milyong kronor."]),
    ],
]
"""What only the place of two sentences tells: whoever translates may have exchanged these."""
TIED: list[list[Text]] = [
    [
        ("en", TEXT, ["The notice period is 1 month for the tenant and 3 months for the landlord."]),
        ("de", TEXT, ["Die Kündigungsfrist beträgt 1 Monat für den Mieter und 3 Monate für den Vermieter."]),
        ("fr", TEXT, ["Le préavis est de 3 mois pour le locataire et de 1 mois pour le bailleur."]),
    ],
    [
        ("en", TEXT, ["Adults pay €18, children €9."]),
        ("de", TEXT, ["Erwachsene zahlen 18 €, Kinder 9 €."]),
        ("ru", TEXT, ["Взрослые платят 9 €, дети 18 €."]),
        ("ja", TEXT, ["子供は9ユーロ、大人は18ユーロです。"]),
    ],
    [
        ("en", TEXT, ["The share of Xarelto was 87% and that of Eliquis 62%."]),
        ("de", TEXT, ["Der Anteil von Xarelto betrug 62 %, der von Eliquis 87 %."]),
    ],
    [
        ("en", CELL, ["Model", "Price", "Kestrel 4X", "$1,899", "Falcon A7", "$2,799"]),
        ("de", CELL, ["Modell", "Preis", "Kestrel 4X", "2.799 $", "Falcon A7", "1.899 $"]),
    ],
    [
        ("en", ITEM, ["The Kestrel: 640 grams", "The Falcon: 710 grams"]),
        ("es", ITEM, ["El Kestrel: 710 gramos", "El Falcon: 640 gramos"]),
    ],
]


@pytest.mark.parametrize("texts", PLACED)
def test_by_the_place_of_sentences_alone_values_are_not_tied(texts: list[Text]) -> None:
    (found,) = exchanges(*texts)
    assert not found.tied


@pytest.mark.parametrize("texts", TIED)
def test_values_that_changed_places_are_told_once(texts: list[Text]) -> None:
    (found,) = exchanges(*texts)
    assert found.tied
    assert texts[-1][0] in (*found.first, *found.then) or texts[-1][0] == "ja"


SOUND: list[list[Text]] = [
    [
        ("en", TEXT, ["Anna Berg got 600 euros.\nThe rest, 480 euros, went to Paul Stein."]),
        ("de", TEXT, ["480 Euro gingen an Paul Stein.\nAnna Berg bekam 600 Euro."]),
    ],
    [
        ("en", TEXT, ["Profit rose to €312 million from €287 million."]),
        ("de", TEXT, ["Der Gewinn stieg von 287 Millionen Euro auf 312 Millionen Euro."]),
        ("es", TEXT, ["El beneficio subió de 287 millones de euros a 312 millones de euros."]),
    ],
    [
        ("en", TEXT, ["Turnout was 34 percent after 66 percent of those who may vote."]),
        ("de", TEXT, ["Die Beteiligung lag bei 34 Prozent nach 66 Prozent derer, die wählen dürfen."]),
        ("ja", TEXT, ["投票できる人の66パーセントの後、投票率は34パーセントだった。"]),
    ],
    [
        ("en", ITEM, ["Austria: 640 grams", "Germany: 710 grams"]),
        ("de", ITEM, ["Deutschland: 710 Gramm", "Österreich: 640 Gramm"]),
        ("fr", ITEM, ["Autriche : 640 grammes", "Allemagne : 710 grammes"]),
    ],
    [
        ("en", CELL, ["Kestrel 4X", "$1,899", "Falcon A7", "$2,799"]),
        ("de", CELL, ["Falcon A7", "2.799 $", "Kestrel 4X", "1.899 $"]),
    ],
    [
        ("en", CELL, ["Year", "2023", "2024", "Sales", "€640", "€710", "Costs", "€310", "€420"]),
        ("de", CELL, ["Jahr", "2024", "2023", "Umsatz", "710 €", "640 €", "Kosten", "420 €", "310 €"]),
    ],
]


@pytest.mark.parametrize("texts", SOUND)
def test_another_order_is_no_exchange(texts: list[Text]) -> None:
    assert exchanges(*texts) == []


def test_the_order_within_a_sentence_of_two_versions_settles_nothing() -> None:
    (found,) = exchanges(
        ("en", TEXT, ["Adults pay €18, children €9."]), ("de", TEXT, ["Erwachsene zahlen 9 €, Kinder 18 €."])
    )
    assert not found.tied


def akin(version: Version) -> Vectors:
    """The vectors of a version, all of them near one another, as those of one text are."""
    assert version.vectors is not None
    mixed = version.vectors + 2 * np.eye(64, dtype=np.float32)[0]
    return np.asarray(mixed / np.linalg.norm(mixed, axis=1, keepdims=True), np.float32)


@pytest.mark.parametrize(("meanings", "told"), [((1, 2), 1), ((2, 1), 0)])
def test_sentences_are_each_others_by_what_they_mean(meanings: tuple[int, int], told: int) -> None:
    one = version("en", [("Net debt was €600 million.", 1), ("Investments reach €480 million.", 2)])
    texts = "Das erste beträgt 480 Millionen Euro.", "Das zweite beträgt 600 Millionen Euro."
    two = version("de", list(zip(texts, meanings, strict=True)))
    near = [replace(each, vectors=akin(each)) for each in (one, two)]
    facts = align({"en": near[0], "de": near[1]}, "x", whole=True).facts
    assert sum(len(fact.exchanges) for fact in facts) == told
    bare = align({"en": replace(one, vectors=None), "de": replace(two, vectors=None)}, "x", whole=True).facts
    assert sum(len(fact.exchanges) for fact in bare) == 1
