"""Bounds that a negation far off turns, that two amounts share, and words that bound nothing beside an amount."""

import pytest

from checker.compare import compare
from checker.extraction import extract
from checker.languages.notation import notation
from checker.model import Bound, Quantity

NEGATED = [
    ("en", "Free accounts may not, under any circumstances, send more than 900 letters"),
    ("fr", "Les comptes gratuits ne peuvent en aucun cas envoyer plus de 900 lettres"),
    ("es", "Las cuentas gratuitas no podrán enviar en ningún caso más de 900 cartas"),
    ("ru", "Учётные записи не могут ни при каких обстоятельствах отправлять более 900 писем"),
    ("tr", "Hesaplar bir günde 900'den fazla mektup gönderemez"),
    ("cs", "Účty zdarma nemohou za žádných okolností odeslat více než 900 dopisů"),
    ("lv", "Bezmaksas konti nevar nosūtīt vairāk nekā 900 vēstuļu"),
    ("sv", "Gratiskonton får under inga omständigheter skicka fler än 900 brev"),
    ("kk", "Тіркелгілер күніне 900-ден көп хат жібере алмайды"),
    ("ko", "계정은 하루에 900통이 넘는 편지를 보낼 수 없습니다"),
    ("te", "ఖాతాలు రోజుకు 900 కంటే ఎక్కువ లేఖలను పంపలేవు"),
    ("sw", "Akaunti haziwezi kutuma zaidi ya barua 900"),
    ("hy", "Հաշիվները չեն կարող ուղարկել ավելի քան 900 նամակ"),
]


@pytest.mark.parametrize(("code", "text"), NEGATED)
def test_a_negated_verb_far_off_turns_more_than(code: str, text: str) -> None:
    said = next(mention for mention in extract(text, code) if "900" in mention.text)
    bounds = [value.bound for value in said.readings if isinstance(value, Quantity)]
    assert bounds[0] is Bound.MORE_THAN
    assert Bound.AT_MOST in bounds


def test_at_least_is_not_turned_from_far_off() -> None:
    said = extract("It is not clear whether the new club from Oslo can get at least 50 members", "en")[0]
    assert [value.bound for value in said.readings if isinstance(value, Quantity)] == [Bound.AT_LEAST]


READ = [
    # A scale that falls: deeper is less high.
    ("en", "not waterproof below 10 metres", ["quantity 10 meter"]),
    ("en", "fences below 2 metres", ["quantity 2 meter less-than"]),
    ("de", "unter 10 Metern Tiefe", ["quantity 10 meter"]),
    ("fr", "pas étanche au-dessous de 10 mètres", ["quantity 10 meter"]),
    ("ru", "ниже 10 метров часы не водонепроницаемы", ["quantity 10 meter"]),
    ("zh", "水深10米以下不防水", ["quantity 10 meter"]),
    # What compares with a time, and doesn't bound it.
    ("en", "7.5 percent more than two years ago", ["percent 7.5", "quantity 2 year"]),
    ("en", "40% less than three years earlier", ["percent 40", "quantity 3 year"]),
    ("en", "He left more than two years ago", ["quantity 2 year more-than"]),
    ("de", "7,5 Prozent mehr als ein Jahr zuvor", ["percent 7.5", "quantity 1 year"]),
    ("de", "mehr als vor zwei Jahren", ["quantity 2 year"]),
    ("de", "vor mehr als zwei Jahren", ["quantity 2 year more-than"]),
    ("ru", "вдвое больше, чем два года назад", ["count 2", "quantity 2 year"]),
    ("pl", "7,5 proc. więcej niż dwa lata temu", ["percent 7.5", "quantity 2 year"]),
    ("zh", "比两年前多7.5%", ["quantity 2 year", "percent 7.5"]),
    ("de", "Kreditlinie über 2,5 Millionen Euro", ["money 2500000 EUR"]),
    # The latest before an event that stands between the bound and the span.
    ("en", "48 hours before your departure at the latest", ["quantity 48 hour at-least"]),
    ("pt", "48 horas antes da partida, o mais tardar", ["quantity 48 hour at-least"]),
    ("zh", "最迟在出发前3天取消", ["quantity 3 day at-least"]),
    ("ja", "遅くとも出発の3日前まで", ["quantity 3 day at-least"]),
    ("tr", "en geç kalkıştan 3 gün önce", ["quantity 3 day at-least"]),
    ("hu", "legkésőbb az indulás előtt 3 nappal", ["quantity 3 day at-least"]),
    # Verbs that bound.
    ("pt", "não passarão de € 600 milhões", ["money 600000000 EUR at-most"]),
    ("sv", "överstiger inte 600 euro", ["money 600 EUR at-most"]),
    ("el", "δεν θα υπερβεί τα 600 ευρώ", ["money 600 EUR at-most"]),
    ("cs", "překročí 600 eur", ["money 600 EUR more-than"]),
    ("tr", "600 avrodan fazlasını aldı", ["money 600 EUR more-than"]),
]


@pytest.mark.parametrize(("code", "text", "claims"), READ)
def test_bounds_and_none(code: str, text: str, claims: list[str]) -> None:
    assert [notation(mention) for mention in extract(text, code)] == claims


SHARED = [
    ("en", "Limited to €5,000 per claim and €20,000 per year."),
    ("hi", "प्रति दावा €5,000 और प्रति वर्ष €20,000 तक सीमित।"),
    ("ru", "Не более 5000 € на случай и 20 000 € в год."),
]


@pytest.mark.parametrize(("code", "text"), SHARED)
def test_a_bound_is_that_of_both_amounts_that_an_and_joins(code: str, text: str) -> None:
    both = [mention for mention in extract(text, code) if "€" in mention.text]
    assert len(both) == 2
    for said, number in zip(both, ("5000", "20000"), strict=True):
        assert compare(said, extract(f"at most {number} euros", "en")[0]).agrees


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Дети до 6 лет едут бесплатно."),
        ("uk", "Сироп дають до шести місяців."),
        ("be", "Дзеці да 6 гадоў едуць."),
    ],
)
def test_a_word_for_up_to_is_no_comparison_with_a_time_before(code: str, text: str) -> None:
    (said,) = extract(text, code)
    assert isinstance(said.value, Quantity) and said.value.bound is Bound.AT_MOST
