"""Weekdays belong to the date beside them, in whatever order and with whatever little words a language writes them."""

import pytest

from checker import extract
from checker.model import Moment

DATES = [
    ("de", "Dienstag, den 14. Mai 2024"),
    ("es", "el martes 14 de mayo de 2024"),
    ("pt", "terça-feira, dia 14 de maio de 2024"),
    ("en", "Tuesday the 14th of May 2024"),
    ("en", "On Tuesday, May 14, 2024, we"),
    ("fr", "le mardi 14 mai 2024"),
    ("ja", "2024年5月14日（火）"),
    ("ru", "во вторник, 14 мая 2024 года"),
    ("hi", "मंगलवार, 14 मई 2024 को"),
    ("fil", "noong Martes, ika-14 ng Mayo 2024"),
    ("fil", "noong Martes, Mayo 14, 2024"),
    ("ar", "يوم الثلاثاء 14 مايو 2024"),
    ("zh", "2024年5月14日星期二"),
    ("ko", "2024년 5월 14일 화요일"),
    ("tr", "14 Mayıs 2024 Salı"),
    ("sv", "tisdagen den 14 maj 2024"),
    ("nl", "dinsdag 14 mei 2024"),
    ("it", "martedì 14 maggio 2024"),
    ("pl", "we wtorek, 14 maja 2024 r."),
    ("nb", "tirsdag den 14. mai 2024"),
    ("da", "tirsdag den 14. maj 2024"),
    ("vi", "thứ Ba, ngày 14 tháng 5 năm 2024"),
    ("id", "Selasa, 14 Mei 2024"),
    ("th", "วันอังคารที่ 14 พฤษภาคม 2024"),
    ("sw", "Jumanne, tarehe 14 Mei 2024"),
    ("hu", "2024. május 14-én, kedden"),
    ("fi", "tiistaina 14. toukokuuta 2024"),
    ("uk", "у вівторок, 14 травня 2024 року"),
    ("el", "Τρίτη 14 Μαΐου 2024"),
    ("he", "יום שלישי, 14 במאי 2024"),
]


@pytest.mark.parametrize(("language", "text"), DATES)
def test_a_date_takes_its_weekday(language: str, text: str) -> None:
    (mention,) = extract(text, language)
    assert isinstance(mention.value, Moment)
    assert (mention.value.date, mention.value.weekday) == ("2024-05-14", 2)
