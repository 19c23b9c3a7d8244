"""A negation that one version lost beside a number, and words for before and after that one version exchanged."""

import pytest

from checker.model import Rule
from tests.judge.test_levels import verdicts

CLOSED = {
    "en": ("Norvik did not close its 14 plants.", "Norvik closed its 14 plants."),
    "de": ("Norvik hat seine 14 Werke nicht geschlossen.", "Norvik hat seine 14 Werke geschlossen."),
    "fr": ("Norvik n'a pas fermé ses 14 usines.", "Norvik a fermé ses 14 usines."),
    "es": ("Norvik no cerró sus 14 plantas.", "Norvik cerró sus 14 plantas."),
    "pt": ("A Norvik não fechou as suas 14 fábricas.", "A Norvik fechou as suas 14 fábricas."),
    "it": ("Norvik non ha chiuso i suoi 14 impianti.", "Norvik ha chiuso i suoi 14 impianti."),
    "nl": ("Norvik heeft zijn 14 fabrieken niet gesloten.", "Norvik heeft zijn 14 fabrieken gesloten."),
    "ru": ("Norvik не закрыла свои 14 заводов.", "Norvik закрыла свои 14 заводов."),
    "uk": ("Norvik не закрила свої 14 заводів.", "Norvik закрила свої 14 заводів."),
    "pl": ("Norvik nie zamknął swoich 14 zakładów.", "Norvik zamknął swoich 14 zakładów."),
    "sv": ("Norvik stängde inte sina 14 fabriker.", "Norvik stängde sina 14 fabriker."),
    "hi": ("नॉरविक ने अपने 14 कारखाने बंद नहीं किए।", "नॉरविक ने अपने 14 कारखाने बंद किए।"),
    "id": ("Norvik tidak menutup 14 pabriknya.", "Norvik menutup 14 pabriknya."),
    "vi": ("Norvik không đóng cửa 14 nhà máy.", "Norvik đóng cửa 14 nhà máy."),
    "fil": ("Hindi isinara ng Norvik ang 14 nitong planta.", "Isinara ng Norvik ang 14 nitong planta."),
    "el": ("Η Norvik δεν έκλεισε τα 14 εργοστάσιά της.", "Η Norvik έκλεισε τα 14 εργοστάσιά της."),
}
"""A sentence that denies, and the same without its negation."""
LONG = " Management had said in the spring that demand for its products was likely to weaken over the whole year"


@pytest.mark.parametrize("lost", CLOSED)
def test_a_negation_that_one_of_five_versions_lost(lost: str) -> None:
    others = [code for code in CLOSED if code != lost][:4]
    texts = {code: CLOSED[code][0] for code in others} | {lost: CLOSED[lost][1]}
    assert [(it.language, it.rule) for it in verdicts(texts)] == [(lost, Rule.SUBJECT)]


@pytest.mark.parametrize("lost", CLOSED)
def test_a_negation_that_one_of_two_brief_versions_lost(lost: str) -> None:
    other = "de" if lost == "en" else "en"
    found = verdicts({lost: CLOSED[lost][1], other: CLOSED[other][0]}, (), other)
    assert [(it.language, it.rule) for it in found] == [(lost, Rule.SUBJECT)]


@pytest.mark.parametrize(
    "texts",
    [
        {code: denied for code, (denied, _) in CLOSED.items() if code != "vi"},  # whose word for not is a zero, too
        {code: affirmed for code, (_, affirmed) in CLOSED.items()},
        {"en": "It takes no more than 14 days.", "de": "Es dauert höchstens 14 Tage."},
        {"en": "It does not weigh more than 14 kg.", "fr": "Il pèse au plus 14 kg."},
        {"en": "Not only 14 plants closed.", "de": "Es schlossen 14 Werke."},
        {"en": "It is not open until 14:00.", "de": "Es öffnet erst um 14:00 Uhr."},
        {"en": "She is only 14 years old.", "fr": "Elle n'a que 14 ans."},
        {"en": "It was not clear that 14 had come.", "de": "Es war unklar, ob 14 gekommen waren."},
        {"en": CLOSED["en"][0][:-1] + LONG + ".", "de": CLOSED["de"][1]},
        {"en": CLOSED["en"][1], "ja": "Norvikは14の工場を閉鎖しなかった。"},
        {"en": "It opens not before 2030.", "de": "Es öffnet nach 2030."},
        {"en": "It closes 3 days before or after it.", "de": "Es schließt 3 Tage nach dem Fest."},
        {
            "en": "After switching off, wait 5 minutes before you remove the cover.",
            "sv": "Vänta 5 minuter efter avstängning innan du tar bort kåpan.",
        },
        {
            "ar": "تبلغ الشحنة 1.2 كغم؛ لا تُضِف إليها أبدًا.",
            "el": "Η πλήρωση είναι 1,2 kg· μη συμπληρώνετε ποτέ.",
            "en": "The charge is 1.2 kg; never top it up.",
            "fi": "Täyttö on 1,2 kg; ammattilainen tekee sen.",
        },
    ],
)
def test_what_is_denied_in_other_words_is_not_told(texts: dict[str, str]) -> None:
    assert [it for it in verdicts(texts) if it.rule is Rule.SUBJECT] == []


@pytest.mark.parametrize(
    "texts",
    [
        {"en": "Give notice 90 days before the contract ends.", "fil": "90 araw pagkatapos ng kontrata."},
        {"en": "It opens after 2030.", "es": "Abre antes de 2030."},
        {"hi": "यह 15 मई के बाद खुलेगा।", "en": "It opens before 15 May."},
        {"de": "Nach dem 3. März 2030.", "fr": "Avant le 3 mars 2030."},
    ],
)
def test_before_against_after(texts: dict[str, str]) -> None:
    source, other = texts
    found = verdicts(texts, (), source)
    assert [(it.language, it.rule) for it in found] == [(other, Rule.SUBJECT)]
    assert "is said with before" in found[0].message and "is said with after" in found[0].message
