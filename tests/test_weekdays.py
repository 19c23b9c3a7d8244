"""Weekdays without a date: Monday to Friday."""

from pathlib import Path

import pytest

import checker
from checker.benchmarks.timing import growth
from checker.model import Moment
from checker.weekdays import differ, told

TOLD = [
    ("en", "Open Monday to Friday, closed on Sundays", [1, 5, 7]),
    ("en", "Mon–Thu 9–17, Sat, Sun 10–14", [1, 4, 6, 7]),
    ("en", "Mon to Fri", [1, 5]),
    ("en", "The sun sat on the sea, Sat Nav", []),
    ("en", "On Tuesday, 14 May 2024, we open", [2]),
    ("de", "montags bis donnerstags, Sonnabend", [1, 4, 6]),
    ("de", "Mo–Do und Fr. 9 bis 12 Uhr", [1, 4, 5]),
    ("de", "Mo.-Fr. 8–18 Uhr", [1, 5]),
    ("de", "So, do it so, so", []),
    ("es", "lun-vie", [1, 5]),
    ("es", "el mar, dom", []),
    ("fr", "du lundi au jeudi, lun.-jeu.", [1, 4, 1, 4]),
    ("fr", "la mer, la mer", []),
    ("es", "los lunes y los sábados", [1, 6]),
    ("pt", "de segunda-feira a sexta-feira", [1, 5]),
    ("pt", "a segunda parte, a terça parte", []),
    ("pt-PT", "de segunda a sexta", [1, 5]),
    ("it", "dal lunedì al venerdì", [1, 5]),
    ("ru", "с понедельника по четверг, Пн–Пт", [1, 4, 1, 5]),
    ("ru", "по понедельникам", [1]),
    ("pl", "w niedzielny poranek, we wtorki", [7, 2]),
    ("sk", "v piatok a v nedeľu", [5, 7]),
    ("sl", "v petek in v nedeljo", [5, 7]),
    ("mk", "во четвртокот", [4]),
    ("lt", "pirmadieniais ir penktadienį", [1, 5]),
    ("lv", "pirmdienās un piektdienā", [1, 5]),
    ("et", "esmaspäevast reedeni", [1, 5]),
    ("hu", "hétfőtől péntekig", [1, 5]),
    ("fi", "maanantaista perjantaihin", [1, 5]),
    ("el", "Δευτέρα έως Παρασκευή", [1, 5]),
    ("el", "την Τρίτη", [2]),
    ("el", "η τρίτη φορά", []),
    ("tr", "pazartesi günü", [1]),
    ("ar", "من يوم الاثنين إلى يوم الخميس", [1, 4]),
    ("he", "מיום שני עד יום חמישי", [1, 4]),
    ("hi", "सोमवार से शुक्रवार", [1, 5]),
    ("ur", "ہفتہ کو", [6]),
    ("ur", "ایک ہفتہ", []),
    ("hy", "շաբաթ օրը", [6]),
    ("az", "cümə axşamkı", [4]),
    ("vi", "từ thứ Hai đến thứ Sáu", [1, 5]),
    ("vi", "lần thứ hai", []),
    ("id", "hari Minggu", [7]),
    ("id", "dua minggu", []),
    ("ja", "月曜日から木曜日、月～木", [1, 4, 1, 4]),
    ("ja", "10月の土と日の光", []),
    ("zh", "周一至周四", [1, 4]),
    ("ko", "월요일부터 목요일, 월~목", [1, 4, 1, 4]),
    ("xx", "Monday", []),
]


@pytest.mark.parametrize(("language", "text", "days"), TOLD)
def test_what_is_told(language: str, text: str, days: list[int]) -> None:
    found = told(text, language)
    assert [one.value.weekday for one in found if isinstance(one.value, Moment)] == days
    assert all(text[one.start : one.end] == one.text for one in found)


FAITHFUL = {
    "en": "# Hours\n\nOpen Monday to Friday.\n\n- Tours on Saturday\n- Closed on Sundays",
    "de": "# Zeiten\n\nGeöffnet montags bis freitags.\n\n- Führungen am Samstag\n- Sonntags geschlossen",
    "fr": "# Horaires\n\nOuvert du lundi au vendredi.\n\n- Visites le samedi\n- Fermé le dimanche",
}
DRIFTED = FAITHFUL["de"].replace("freitags", "donnerstags")
LESS = FAITHFUL["de"].replace("- Führungen am Samstag", "- Führungen am Tag danach")
DATED = "On Tuesday, 14 May 2024, we open."


def _check(folder: Path, texts: dict[str, str], source: str | None) -> list[tuple[str, str, str, str]]:
    for language, text in texts.items():
        (folder / f"{language}.md").write_text(text, encoding="utf-8")
    report = checker.check([str(folder)], source=source, rules_only=True)
    return [(it.rule.value, it.level.value, it.location.lang, it.location.text) for it in report.findings]


@pytest.mark.parametrize("source", [None, "en"])
def test_another_weekday_is_told_where_it_stands(tmp_path: Path, source: str | None) -> None:
    assert _check(tmp_path, FAITHFUL | {"de": DRIFTED}, source) == [("date-drift", "warning", "de", "donnerstags")]


@pytest.mark.parametrize("source", [None, "en"])
@pytest.mark.parametrize("german", [FAITHFUL["de"], LESS])
def test_versions_that_agree_or_say_less_have_no_findings(tmp_path: Path, source: str | None, german: str) -> None:
    assert _check(tmp_path, FAITHFUL | {"de": german}, source) == []


def test_a_weekday_that_is_left_out_hides_no_other(tmp_path: Path) -> None:
    german = LESS.replace("Sonntags", "Montags")
    assert _check(tmp_path, FAITHFUL | {"de": german}, "en") == [("date-drift", "warning", "de", "Montags")]


def test_two_versions_without_a_source_both_drift(tmp_path: Path) -> None:
    found = _check(tmp_path, {"en": FAITHFUL["en"], "de": DRIFTED}, None)
    assert sorted((language, text) for _, _, language, text in found) == [("de", "donnerstags"), ("en", "Friday")]


def test_versions_that_are_built_otherwise_are_compared_as_a_whole(tmp_path: Path) -> None:
    found = _check(tmp_path, {"en": FAITHFUL["en"], "de": DRIFTED.replace("\n\n- ", " ").replace("\n- ", " ")}, "en")
    assert found == [("date-drift", "warning", "de", "donnerstags")]


def test_the_message_names_both_words(tmp_path: Path) -> None:
    for language, text in {"en": "Closed on Fridays.", "de": "Donnerstags geschlossen."}.items():
        (tmp_path / f"{language}.md").write_text(text, encoding="utf-8")
    (finding,) = checker.check([str(tmp_path)], source="en", rules_only=True).findings
    assert finding.message == "German says “Donnerstags” where English says “Fridays”: another day of the week"


@pytest.mark.parametrize(
    ("here", "there"),
    [
        (DATED, "Wir öffnen am Dienstag, dem 14. Mai 2024."),
        (DATED, "Wir öffnen am 14. Mai 2024."),
        ("He came on Tuesday.", "Er kam gestern."),
        ("Open Monday to Friday", "Werktags geöffnet"),
        ("On Friday and Monday", "Montag und Freitag"),  # in another order
    ],
)
def test_the_same_said_otherwise_is_no_drift(tmp_path: Path, here: str, there: str) -> None:
    assert _check(tmp_path, {"en": here, "de": there}, "en") == []


def test_rows_that_may_differ() -> None:
    assert differ({"en": "On Friday", "de": "Am Donnerstag"})
    assert not differ({"en": "On Friday", "de": "Am Freitag"})
    assert not differ({"en": "On Friday", "de": "Gestern"})


@pytest.mark.parametrize("shape", ["Monday ", "Mon-", "Mon, Tue to ", "mon"])
def test_time_grows_with_the_text(shape: str) -> None:
    assert growth(lambda text: told(text, "en"), lambda size: (shape * size)[:size], 2_000, 8_000) < 8
