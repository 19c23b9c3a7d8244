"""What is told of a number that one version says of another thing by name."""

from itertools import combinations
from pathlib import Path

import pytest

from checker.corpus import check_rows
from checker.languages import subjects as files
from checker.model import Finding, Rule
from checker.pipeline import check
from checker.rows import Row
from checker.settings import Settings

RIGHT = {
    "en": "In 2031 the port took in revenue of 48 million euros.",
    "de": "2031 nahm der Hafen einen Umsatz von 48 Millionen Euro ein.",
    "fr": "En 2031, le port a réalisé un chiffre d'affaires de 48 millions d'euros.",
    "es": "En 2031 el puerto tuvo unos ingresos de 48 millones de euros.",
    "pl": "W 2031 roku przychody portu wyniosły 48 milionów euro.",
    "id": "Pada 2031 pelabuhan itu mencatat pendapatan 48 juta euro.",
    "hi": "2031 में बंदरगाह का राजस्व 48 मिलियन यूरो था।",
}
WRONG = {
    "en": "In 2031 the port had costs of 48 million euros.",
    "de": "2031 hatte der Hafen Kosten von 48 Millionen Euro.",
    "fr": "En 2031, le port a eu des coûts de 48 millions d'euros.",
    "es": "En 2031 el puerto tuvo unos costes de 48 millones de euros.",
    "pl": "W 2031 roku koszty portu wyniosły 48 milionów euro.",
    "id": "Pada 2031 pelabuhan itu mencatat biaya 48 juta euro.",
    "hi": "2031 में बंदरगाह की लागत 48 मिलियन यूरो थी।",
}


def told(texts: dict[str, str], source: str | None = None) -> list[str]:
    """The versions of a row that subject-drift is told of."""
    return sorted({it.location.lang for it in findings(texts, source) if it.location})


def findings(texts: dict[str, str], source: str | None = None) -> list[Finding]:
    (row,) = check_rows([Row("it", texts)], Settings(source=source, rules_only=True))
    return [it for it in row.findings if it.rule is Rule.SUBJECT]


@pytest.mark.parametrize("odd", RIGHT)
def test_the_version_that_names_a_rival_is_told(odd: str) -> None:
    texts = RIGHT | {odd: WRONG[odd]}
    assert told(texts) == [odd]
    source = "de" if odd == "en" else "en"
    assert told({source: RIGHT[source], odd: WRONG[odd]}, source) == [odd]


@pytest.mark.parametrize(("one", "other"), list(combinations(RIGHT, 2)))
def test_of_two_versions_without_a_source_both_are_told(one: str, other: str) -> None:
    assert told({one: RIGHT[one], other: WRONG[other]}) == sorted((one, other))
    assert told({one: RIGHT[one], other: RIGHT[other]}) == []
    assert told({one: WRONG[one], other: WRONG[other]}) == []


@pytest.mark.parametrize(
    ("en", "de"),
    [
        ("Revenue was 48 million, costs 31 million.", "Der Umsatz betrug 48 Millionen, die Kosten 31 Millionen."),
        ("It made 48 million.", "Die Kosten betrugen 48 Millionen."),
        ("48 boys came.", "Es kamen 48 Kinder."),
        ("The school bought the A48.", "Das Krankenhaus kaufte die A48."),
        ("It sold 48 paintings.", "Die Verkäufer boten 48 Gemälde an."),
        ("Tenants pay 48 euros.", "Mieter zahlen dem Vermieter 48 Euro."),
        ("They asked 29 men and 29 women.", "Befragt wurden 29 Männer und 29 Frauen."),
    ],
)
def test_what_names_no_rival_alone_is_not_told(en: str, de: str) -> None:
    assert told({"en": en, "de": de}, "en") == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (
            "Der Mieter hat 3 Monate Zeit, der Vermieter 6 Monate.",
            "Der Vermieter hat 3 Monate Zeit, der Mieter 6 Monate.",
        ),
        (
            "Der Mieter hat 3 Monate Zeit, der Vermieter 6 Monate.",
            "Der Mieter hat 6 Monate Zeit, der Vermieter 3 Monate.",
        ),
    ],
)
def test_two_that_changed_places_beside_their_numbers(right: str, wrong: str) -> None:
    source = "The tenant has 3 months, the landlord 6 months."
    assert told({"en": source, "de": right}, "en") == []
    assert told({"en": source, "de": wrong}, "en") == ["de"]


def test_the_word_of_each_version_is_quoted() -> None:
    (finding,) = findings(RIGHT | {"de": WRONG["de"]})
    assert finding.message.startswith("48 000 000 EUR stands in German beside “Kosten”, in English “revenue”")
    assert "in Polish “przychody”" in finding.message


@pytest.mark.parametrize("code", [code for code in files.codes() if code != "en"])
def test_concepts_with_one_word_for_both_sides_contradict_nothing(code: str) -> None:
    """A sentence of all words of a language is contradicted by no other."""
    words = files.read(code)["words"]
    everything = " ".join(form.strip("*") for concept, forms in words.items() if concept != "other" for form in forms)
    assert told({"en": "It came to 48 million euros in revenue.", code: f"{everything[:1500]} 48"}, "en") == []


FIRMS = {
    "en": (
        "{0} employs 4,120 people.",
        "{0} pays a dividend of 38 cents.",
        "In May, {0} opened 61 shops.",
        "In 2031, {0} and {1} built 17 ships.",
        "In 2029, {1} had 912 guests.",
        "In June, {1} lost 73 of them.",
    ),
    "ru": (
        "{0} даёт работу 4120 людям.",
        "{0} платит дивиденд 38 центов.",
        "В мае {0} открыл 61 магазин.",
        "В 2031 году {0} и {1} построили 17 судов.",
        "В 2029 году {1} принял 912 гостей.",
        "В июне {1} потерял 73 из них.",
    ),
    "ja": (
        "{0}の従業員は4120人。",
        "{0}の配当は38セント。",
        "5月に{0}は61店を開いた。",
        "2031年に{0}と{1}は船を17隻造った。",
        "2029年に{1}の客は912人だった。",
        "6月に{1}はその73人を失った。",
    ),
    "ar": (
        "يعمل في {0} 4120 شخصا.",
        "تدفع {0} أرباحا قدرها 38 سنتا.",
        "في مايو افتتحت {0} 61 متجرا.",
        "في عام 2031 بنت {0} و {1} 17 سفينة.",
        "في عام 2029 استقبلت {1} 912 ضيفا.",
        "في يونيو خسرت {1} 73 منهم.",
    ),
}
NAMES = {
    "en": ("Castorin", "Berwelt"),
    "ru": ("Касторин", "Бервельт"),
    "ja": ("カストリン", "ベルヴェルト"),
    "ar": ("كاستورين", "بيرفيلت"),
}


@pytest.mark.parametrize("odd", FIRMS)
def test_a_firm_named_for_another_is_told_across_scripts(odd: str, tmp_path: Path) -> None:
    for language, sentences in FIRMS.items():
        lines = [each.format(*NAMES[language]) for each in sentences]
        (tmp_path / f"{language}.md").write_text("\n\n".join(lines), encoding="utf-8")
    settings = Settings(rules_only=True)
    assert [it for it in check([str(tmp_path)], settings).findings if it.rule is Rule.SUBJECT] == []
    text = (tmp_path / f"{odd}.md").read_text("utf-8").split("\n\n")
    text[1] = FIRMS[odd][1].format(*reversed(NAMES[odd]))
    (tmp_path / f"{odd}.md").write_text("\n\n".join(text), encoding="utf-8")
    found = [it for it in check([str(tmp_path)], settings).findings if it.rule is Rule.SUBJECT]
    assert [it.location.lang for it in found if it.location] == [odd]


CLUBS = {
    "en": "On Sunday, Harbour City beat Leona United in 95 minutes.\n\n{0} had 64 per cent of the ball.\n\n"
    "It was the 7th win in a row for City.",
    "pt": "No domingo, o Harbour City venceu o Leona United em 95 minutos.\n\nO {0} teve 64% de posse de bola.\n\n"
    "Foi o 7.º triunfo seguido do City.",
    "ru": "В воскресенье Харбор Сити победил Леона Юнайтед за 95 минут.\n\nУ {0} было 64% владения мячом.\n\n"
    "Это 7-я победа подряд для Сити.",
}


@pytest.mark.parametrize(
    ("odd", "right", "wrong"),
    [("pt", "City", "Leona United"), ("pt", "City", "United"), ("ru", "Сити", "Леона")],
)
def test_names_with_few_consonants_are_told_by_all_their_letters(
    odd: str, right: str, wrong: str, tmp_path: Path
) -> None:
    settings = Settings(rules_only=True, source="en")
    (tmp_path / "en.md").write_text(CLUBS["en"].format("City"), encoding="utf-8")
    for name, languages in ((right, []), (f"Harbour {right}", []), (wrong, [odd])):
        (tmp_path / f"{odd}.md").write_text(CLUBS[odd].format(name), encoding="utf-8")
        found = [it for it in check([str(tmp_path)], settings).findings if it.rule is Rule.SUBJECT]
        assert [it.location.lang for it in found if it.location] == languages


def test_two_names_of_one_party_contradict_nothing(tmp_path: Path) -> None:
    for language, name in (("en", "Jonas"), ("pt", "Linde")):
        text = "Ontem 95 Jonas Linde.\n\nDomingo, {0} 64.\n\nHoje, 38 Jonas Linde."
        (tmp_path / f"{language}.md").write_text(text.format(name), encoding="utf-8")
    assert [it for it in check([str(tmp_path)], Settings(rules_only=True)).findings if it.rule is Rule.SUBJECT] == []
