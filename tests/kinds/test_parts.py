"""Parts of a whole with what stands around them, and spans of time that one in so many tells."""

import pytest

from checker.extraction import extract
from checker.model import Quantity, Side


@pytest.mark.parametrize(
    ("language", "text", "low", "unit"),
    [
        ("sv", "Det sker var fjärde timme.", "4", "hour"),
        ("nb", "Annenhver uke og hver tredje måned.", "2", "week"),
        ("pl", "To się dzieje co trzecią godzinę.", "3", "hour"),
        ("en", "One third of an hour.", "0.3333333333333333", "hour"),
        ("en", "Every third boat leaves.", "0.3333333333333333", "part"),
        ("zh", "三分之一日本人同意。", "0.3333333333333333", "part"),
        ("zh", "四分之一年的收入。", "0.25", "year"),
        ("ja", "4分の1年で。", "0.25", "year"),
        ("fr", "Neuf bateaux sur dix.", "0.9", "part"),
        ("en", "One dollar in five.", "0.2", "part"),
        ("en", "Three points out of nine.", "3", None),
        ("fr", "3 mètres sur 4.", "3", "meter"),
        ("tr", "Kesinti binde 1,5'tir.", "1.5", "permille"),
        ("tr", "5 arabadan bir tane kaldı.", "5", None),
        ("fr", "Cinq conférences sur sept thèmes.", "5", None),
        ("fr", "2 jours sur 3 îles.", "2", "day"),
        ("fr", "Sept bateaux sur dix partent.", "0.7", "part"),
        ("it", "Tre articoli su quattro pagine.", "3", None),
        ("ru", "5 человек из 7 стран.", "5", None),
        ("ru", "Семь клиентов из десяти довольны.", "0.7", "part"),
        ("pl", "5 z 7 krajów.", "5", None),
        ("cs", "5 z 7 zemí.", "5", None),
        ("ja", "年2回半期ごと。", "2", None),
        ("hr", "Za pola postotnog boda.", "0.5", "percent-point"),
        ("en", "By half a percentage point.", "0.5", "percent-point"),
        ("es", "Échale 3/4 de taza de arroz.", "0.75", "cup"),
        ("fr", "Dans 3/4 d'heure.", "0.75", "hour"),
        ("pt", "Em 1/3 do ano.", "0.3333333333333333", "part"),
        ("nl", "Ongeveer 3/4 kop rijst.", "0.75", "part"),
        ("fr", "Sur 1/2 500 g.", "0.5", "part"),
        ("fi", "Kolmella sekunnin sadasosalla.", "0.03", "second"),
        ("lv", "Par divām sekundes desmitdaļām.", "0.2", "second"),
        ("fi", "Yhdeksän kymmenesosaa.", "0.9", "part"),
        ("tr", "Yarısı ayda 900 avro alıyor.", "0.5", "part"),
        ("tr", "Yarım ay sürdü.", "0.5", "month"),
        ("hu", "Négy és fél hétig esett.", "4.5", "week"),
        ("nl", "Driekwart miljoen euro.", "750000", "EUR"),
        ("nl", "Driekwart jaar later.", "0.75", "year"),
    ],
)
def test_what_a_part_is_told_of(language: str, text: str, low: str, unit: str | None) -> None:
    value = extract(text, language)[0].value
    assert isinstance(value, Quantity)
    assert (str(value.low), value.unit) == (low, unit)


@pytest.mark.parametrize(
    ("language", "text", "side"),
    [
        ("en", "Nearly half of them left.", Side.BELOW),
        ("ko", "거의 3분의 1이 떠났다.", Side.BELOW),
        ("en", "About half of them left.", None),
    ],
)
def test_about_a_part_from_below_or_above(language: str, text: str, side: Side | None) -> None:
    value = extract(text, language)[0].value
    assert isinstance(value, Quantity)
    assert value.side is side


@pytest.mark.parametrize(("language", "text"), [("en", "Sales fell by a third."), ("ja", "3分の1少なくなった。")])
def test_a_part_that_something_falls_by(language: str, text: str) -> None:
    assert extract(text, language)[0].direction == "down"
