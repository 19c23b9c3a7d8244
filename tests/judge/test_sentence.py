"""How a sentence or a paragraph is told that a version lacks as a whole, and what stands in a claim's place."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from checker.extraction import extract
from checker.hidden import holds
from checker.judge import Terms, judge
from checker.model import Claim, Fact, Finding, Level, Occurrence, Segment
from checker.pipeline import default_level
from tests.documents import check

EN = (
    "The Falcon B2 camera weighs 640 grams and costs 1,250 euros.",
    "Its sensor has 45 megapixels and reads 30 frames. The battery lasts for 720 shots, 15% more than that of the "
    "Falcon B2. A charger costs 89 euros.",
    "The maker employs 3,400 people in 12 countries.",
)
DE = (
    "Die Kamera Falcon B2 wiegt 640 Gramm und kostet 1.250 Euro.",
    "Ihr Sensor hat 45 Megapixel und liest 30 Bilder. Der Akku reicht für 720 Aufnahmen, 15 % mehr als der der "
    "Falcon B2. Ein Ladegerät kostet 89 Euro.",
    "Der Hersteller beschäftigt 3.400 Menschen in 12 Ländern.",
)
ES = (
    "La cámara Falcon B2 pesa 640 gramos y cuesta 1250 euros.",
    "Su sensor tiene 45 megapíxeles y lee 30 fotogramas.",
    "La batería dura 720 disparos, un 15 % más que la de la Falcon B2.",
    "Un cargador cuesta 89 euros.",
    "El fabricante emplea a 3400 personas en 12 países.",
)


def found(texts: Mapping[str, str], folder: Path, source: str | None = None) -> list[Finding]:
    paths = {language: folder / f"{language}.md" for language in texts}
    for language, text in texts.items():
        paths[language].write_text(text + "\n", "utf-8")
    return list(check(paths, source).findings)


def alarms(texts: Mapping[str, str], folder: Path, source: str | None = None) -> list[str]:
    return [f"{it.rule}: {it.message}" for it in found(texts, folder, source) if it.level is not Level.NOTE]


@pytest.mark.parametrize(
    ("es", "told"),
    [
        (
            (ES[0], ES[4]),
            "45 megapixels, which is missing in Spanish, as are 30, 720, 15 % and 89 EUR; the whole paragraph seems to "
            "be missing",
        ),
        (
            (ES[0], f"{ES[1]} {ES[3]}", ES[4]),
            "720, which is missing in Spanish, as is 15 %; the whole sentence seems to be missing",
        ),
        (
            (ES[0], f"{ES[1]} La batería dura un 15 % más que la de la Falcon B2. {ES[3]}", ES[4]),
            "720, which is missing in Spanish; the rest of its sentence is there",
        ),
    ],
)
@pytest.mark.parametrize("source", ["en", None])
def test_what_is_missing_as_a_whole_is_told_once(
    es: tuple[str, ...], told: str, source: str | None, tmp_path: Path
) -> None:
    texts = {language: "\n\n".join(parts) for language, parts in (("en", EN), ("de", DE), ("es", es))}
    who = "German and English say"
    assert alarms(texts, tmp_path, source) == [f"omission: {who} {told}"]


def test_the_others_of_a_passage_are_notes(tmp_path: Path) -> None:
    texts = {"en": "\n\n".join(EN), "de": "\n\n".join(DE), "es": f"{ES[0]}\n\n{ES[4]}"}
    notes = [it for it in found(texts, tmp_path) if it.level is Level.NOTE]
    assert [it.expected for it in notes] == ["30", "720", "15 %", "89 EUR"]
    assert all(it.message.endswith("missing in Spanish; the whole paragraph seems to be missing") for it in notes)


@pytest.mark.parametrize(("again", "told"), [(True, "; 710 grams stands there"), (False, "")])
def test_what_stands_in_the_place_of_a_claim_is_told(again: bool, told: str) -> None:
    en = [Segment.whole("en", place, f"It weighs {grams} grams.") for place, grams in enumerate((640, 710))]
    pt = [Segment.whole("pt", place, "Pesa 710 gramas.") for place in range(2)]
    (new, old), (first, second) = ([_said(each) for each in segments] for segments in (en, pt))
    said = Claim("pt", (second, first) if again else (first,))
    facts = [
        Fact("it/1", {"en": Claim("en", (new,))}, ("pt",), {"pt": pt[0]}),
        Fact("it/2", {"en": Claim("en", (old,)), "pt": said}),
    ]
    (verdict,) = judge(facts, Terms("en", default_level, holds, None))
    assert verdict.message == f"English says 640 grams, which is missing in Portuguese{told}"


def _said(segment: Segment) -> Occurrence:
    (mention,) = extract(segment.text, segment.language)
    return Occurrence(segment, mention)


HALF = {
    "en": "It makes 400,000 tonnes of paper, half of it in Poland.",
    "de": "Es stellt 400.000 Tonnen Papier her, die Hälfte davon in Polen.",
    "fr": "Elle produit 400 000 tonnes de papier, dont la moitié en Pologne.",
    "it": "Produce 400.000 tonnellate di carta, la metà in Polonia.",
    "es": "Produce 400.000 toneladas de papel, la mitad en Polonia.",
    "pt": "Produz 400.000 toneladas de papel na Polônia.",
}


@pytest.mark.parametrize(("without", "level"), [((), Level.WARNING), (("es",), Level.WARNING), (("es", "it"), "note")])
def test_a_half_that_most_of_several_say_in_words_is_missed(
    without: tuple[str, ...], level: str, tmp_path: Path
) -> None:
    (told,) = found({code: text for code, text in HALF.items() if code not in without}, tmp_path)
    assert (told.location.lang, told.expected, told.level) == ("pt", "1/2", level)


def test_what_one_of_two_alone_says_is_missing_in_the_other(tmp_path: Path) -> None:
    (told,) = found({"en": f"{HALF['en']} It has 35 mills.", "de": f"{HALF['de']} Gut."}, tmp_path)
    assert told.message == "only English says 35; it is missing in German"


@pytest.mark.parametrize(
    "texts",
    [
        {
            "en": "- Body: 640 grams\n- Sensor: 45 megapixels, the Falcon A7 has 33",
            "de": "- Gehäuse: 640 Gramm\n- Sensor: 45 Megapixel, die Falcon A7 hat 33",
            "ja": "- 本体：640グラム\n- センサー：4500万画素、Falcon A7は3300万画素",
        },
        {
            "en": "It compares models called Lumo 2 from 256 networks in 14 countries.",
            "de": "Verglichen werden Modelle namens Lumo 2 aus 256 Netzen in 14 Ländern.",
            "ru": "Сравниваются модели под названием Lumo 2 256 сетей в 14 странах.",
        },
    ],
)
def test_what_another_amount_gives_to_a_number_is_no_drift(texts: dict[str, str], tmp_path: Path) -> None:
    assert found(texts, tmp_path) == []


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (
            {
                "en": "- Body: 640 grams\n- Sensor: 45 megapixels, the Falcon A7 has 33",
                "de": "- Gehäuse: 640 Gramm\n- Sensor: 45 Megapixel, die Falcon A7 hat 33",
                "ja": "- 本体：640グラム\n- センサー：4500万画素、Falcon A7は330万画素",
            },
            "ja",
        ),
        (
            {
                "en": "It compared 2,256 networks in 14 countries.",
                "de": "Verglichen wurden 256 Netze in 14 Ländern.",
                "ru": "Сравнивались 2 256 сетей в 14 странах.",
            },
            "de",
        ),
    ],
)
def test_a_number_that_nothing_beside_it_explains_is_a_drift(texts: dict[str, str], told: str, tmp_path: Path) -> None:
    assert {it.location.lang for it in found(texts, tmp_path) if it.level is not Level.NOTE} == {told}
