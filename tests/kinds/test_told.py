"""Before a time or after it, and in a clause that denies or in none: by language, sentence and what is told."""

import pytest

from checker.extraction import extract

BEFORE_AND_AFTER = {
    "af": ("Dit sluit voor 2030.", "Dit sluit na 2030."),
    "am": ("ከ2030 በፊት ይዘጋል።", "ከ2030 በኋላ ይዘጋል።"),
    "ar": ("يغلق قبل عام 2030.", "يغلق بعد عام 2030."),
    "az": ("2030-cu ildən əvvəl bağlanır.", "2030-cu ildən sonra bağlanır."),
    "ba": ("2030 йылдан элек ябыла.", "2030 йылдан һуң ябыла."),
    "be": ("Гэта за 90 дзён да канца.", "Гэта праз 90 дзён."),
    "bg": ("Затваря преди 2030 г.", "Затваря след 2030 г."),
    "bn": ("চুক্তি শেষ হওয়ার ৯০ দিন আগে।", "চুক্তি শেষ হওয়ার ৯০ দিন পরে।"),
    "bs": ("Zatvara se prije 2030. godine.", "Zatvara se nakon 2030. godine."),
    "ca": ("Tanca abans del 15 de maig.", "Tanca després del 15 de maig."),
    "ceb": ("Sirado sa wala pa ang 2030.", "Sirado human sa 2030."),
    "cs": ("Zavře před rokem 2030.", "Zavře po roce 2030."),
    "cy": ("Mae'n cau cyn 2030.", "Mae'n cau ar ôl 2030."),
    "da": ("Den lukker før 2030.", "Den lukker efter 2030."),
    "de": ("90 Tage vor Vertragsende.", "90 Tage nach Vertragsende."),
    "el": ("Κλείνει πριν από το 2030.", "Κλείνει μετά το 2030."),
    "en": ("Give notice 90 days before the contract ends.", "Give notice 90 days after the contract ends."),
    "es": ("Cierra antes de 2030.", "Cierra después de 2030."),
    "et": ("See suletakse enne 2030. aastat.", "See suletakse pärast 2030. aastat."),
    "eu": ("90 egun lehenago itxiko da.", "90 egun geroago itxiko da."),
    "fa": ("پیش از سال ۲۰۳۰ بسته می‌شود.", "پس از سال ۲۰۳۰ بسته می‌شود."),
    "fi": ("Se suljetaan ennen vuotta 2030.", "Se suljetaan vuoden 2030 jälkeen."),
    "fil": ("Magsasara bago ang 2030.", "Magsasara pagkatapos ng 2030."),
    "fo": ("Tað letur aftur áðrenn 2030.", "Tað letur aftur eftir 2030."),
    "fr": ("Il ferme avant le 15 mai.", "Il ferme après le 15 mai."),
    "ga": ("Dúntar é roimh 2030.", "Dúntar é tar éis 2030."),
    "gl": ("Pecha antes de 2030.", "Pecha despois de 2030."),
    "gu": ("કરાર પૂરો થવાના 90 દિવસ પહેલાં.", "કરાર પૂરો થયાના 90 દિવસ પછી."),
    "ha": ("Za a rufe kafin 2030.", "Za a rufe bayan 2030."),
    "he": ("זה ייסגר לפני 2030.", "זה ייסגר אחרי 2030."),
    "hi": ("यह 15 मई से पहले खुलेगा।", "यह 15 मई के बाद खुलेगा।"),
    "hmn": ("Nws kaw ua ntej 2030.", "Nws kaw tom qab 2030."),
    "hr": ("Zatvara se prije 2030. godine.", "Zatvara se nakon 2030. godine."),
    "hu": ("90 nappal a szerződés lejárta előtt.", "90 nappal a szerződés lejárta után."),
    "hy": ("Ավարտից 90 օր առաջ։", "Ավարտից 90 օր հետո։"),
    "id": ("Tutup sebelum tahun 2030.", "Tutup setelah tahun 2030."),
    "ilo": ("Agserra sakbay ti 2030.", "Agserra kalpasan ti 2030."),
    "is": ("Því lokar fyrir 2030.", "Því lokar eftir 2030."),
    "it": ("Chiude prima del 2030.", "Chiude dopo il 2030."),
    "ja": ("契約終了の90日前に知らせる。", "契約終了の90日後に知らせる。"),
    "jv": ("Tutup sadurunge taun 2030.", "Tutup sawise taun 2030."),
    "ka": ("დასრულებამდე 90 დღით ადრე.", "დასრულებიდან 90 დღის შემდეგ."),
    "kk": ("Ол 2030 жылдан бұрын жабылады.", "Ол 2030 жылдан кейін жабылады."),
    "km": ("វាបិទមុនឆ្នាំ 2030។", "វាបិទក្រោយឆ្នាំ 2030។"),
    "kmr": ("Ew berî 2030 tê girtin.", "Ew piştî 2030 tê girtin."),
    "kn": ("ಒಪ್ಪಂದ ಮುಗಿಯುವ 90 ದಿನ ಮೊದಲು.", "ಒಪ್ಪಂದ ಮುಗಿದ 90 ದಿನ ನಂತರ."),
    "ko": ("계약이 끝나기 90일 전에 알린다.", "계약이 끝나고 90일 후에 알린다."),
    "ky": ("Ал 2030 жылдан мурун жабылат.", "Ал 2030 жылдан кийин жабылат."),
    "lb": ("Et mécht virun 2030 zou.", "Et mécht nom Joer 2030 zou."),
    "lo": ("ມັນປິດກ່ອນປີ 2030.", "ມັນປິດຫຼັງປີ 2030."),
    "lt": ("Užsidarys prieš 2030 metus.", "Užsidarys po 2030 metų."),
    "lv": ("To slēgs pirms 2030. gada.", "To slēgs pēc 2030. gada."),
    "mg": ("Hikatona alohan'ny 2030.", "Hikatona aorian'ny 2030."),
    "mk": ("Се затвора пред 2030 година.", "Се затвора по 2030 година."),
    "ml": ("കരാർ തീരുന്നതിന് 90 ദിവസം മുമ്പ്.", "കരാർ തീർന്ന് 90 ദിവസത്തിന് ശേഷം."),
    "mn": ("Гэрээ дуусахаас 90 хоногийн өмнө.", "Гэрээ дууссанаас 90 хоногийн дараа."),
    "mr": ("करार संपण्याच्या 90 दिवस आधी.", "करार संपल्यावर 90 दिवसांनंतर."),
    "ms": ("Ia tutup sebelum 2030.", "Ia tutup selepas 2030."),
    "mt": ("Jagħlaq qabel l-2030.", "Jagħlaq wara l-2030."),
    "nb": ("Den stenger før 2030.", "Den stenger etter 2030."),
    "ne": ("सम्झौता सकिनुभन्दा 90 दिन अघि।", "सम्झौता सकिएको 90 दिन पछि।"),
    "nl": ("Het sluit voor 2030.", "Het sluit na 2030."),
    "nn": ("Han stengjer før 2030.", "Han stengjer etter 2030."),
    "pa": ("ਇਹ 15 ਮਈ ਤੋਂ ਪਹਿਲਾਂ ਖੁੱਲ੍ਹੇਗਾ।", "ਇਹ 15 ਮਈ ਤੋਂ ਬਾਅਦ ਖੁੱਲ੍ਹੇਗਾ।"),
    "pl": ("Zamknie się przed 2030 rokiem.", "Zamknie się po 2030 roku."),
    "ps": ("دا به 90 ورځې مخکې وي.", "دا به 90 ورځې وروسته وي."),
    "pt": ("Fecha antes de 2030.", "Fecha depois de 2030."),
    "ro": ("Se închide înainte de 2030.", "Se închide după 2030."),
    "ru": ("Сообщите за 90 дней до окончания договора.", "Сообщите через 90 дней после окончания договора."),
    "rw": ("Bizafunga mbere ya 2030.", "Bizafunga nyuma ya 2030."),
    "sk": ("Zavrie sa pred 15. májom.", "Zavrie sa po roku 2030."),
    "sl": ("Zapre se pred letom 2030.", "Zapre se po letu 2030."),
    "so": ("Waa la xiri ka hor 2030.", "Waa la xiri ka dib 2030."),
    "sq": ("Mbyllet para vitit 2030.", "Mbyllet pas vitit 2030."),
    "sr": ("Затвара се пре 2030. године.", "Затвара се после 2030. године."),
    "sv": ("Det stänger före 2030.", "Det stänger efter 2030."),
    "sw": ("Siku 90 kabla ya mkataba kuisha.", "Siku 90 baada ya mkataba kuisha."),
    "ta": ("ஒப்பந்தம் முடிவதற்கு 90 நாட்களுக்கு முன்பு.", "ஒப்பந்தம் முடிந்து 90 நாட்களுக்குப் பிறகு."),
    "te": ("ఒప్పందం ముగియడానికి 90 రోజుల ముందు.", "ఒప్పందం ముగిసిన 90 రోజుల తర్వాత."),
    "tg": ("Он пеш аз соли 2030 баста мешавад.", "Он пас аз соли 2030 баста мешавад."),
    "th": ("ปิดก่อนวันที่ 15 พฤษภาคม", "ปิดหลังวันที่ 15 พฤษภาคม"),
    "ti": ("ቅድሚ 2030 ይዕጾ።", "ድሕሪ 2030 ይዕጾ።"),
    "tk": ("Ol 2030-njy ýyldan öň ýapylar.", "Ol 2030-njy ýyldan soň ýapylar."),
    "tr": ("Sözleşme bitmeden 90 gün önce.", "Sözleşme bittikten 90 gün sonra."),
    "tt": ("Ул 2030 елдан элек ябыла.", "Ул 2030 елдан соң ябыла."),
    "ug": ("ئۇ 2030-يىلدىن بۇرۇن تاقىلىدۇ.", "ئۇ 2030-يىلدىن كېيىن تاقىلىدۇ."),
    "uk": ("Повідомте за 90 днів до кінця.", "Закриється після 2030 року."),
    "ur": ("معاہدہ ختم ہونے سے 90 دن پہلے۔", "معاہدہ ختم ہونے کے 90 دن بعد۔"),
    "uz": ("U 2030-yildan oldin yopiladi.", "U 2030-yildan keyin yopiladi."),
    "vi": ("Nó đóng cửa trước năm 2030.", "Nó đóng cửa sau năm 2030."),
    "yue": ("合約完結前90日通知。", "合約完結後90日通知。"),
    "zh": ("合同结束前90天通知。", "合同结束后90天通知。"),
}


@pytest.mark.parametrize("code", BEFORE_AND_AFTER)
def test_before_a_time_and_after_it(code: str) -> None:
    before, after = BEFORE_AND_AFTER[code]
    assert [[it.order for it in extract(text, code)] for text in (before, after)] == [["before"], ["after"]]


@pytest.mark.parametrize(
    ("code", "text", "order"),
    [
        ("ja", "金曜日は午後1時までです。", None),
        ("ja", "午後1時より前に来てください。", "before"),
        ("ja", "午後1時より後に来てください。", "after"),
        ("tr", "Öğleden sonra 3'ten önce gelin.", "before"),
        ("ro", "Veniți înainte de ora 3 după-amiaza.", "before"),
        ("hr", "Dođite prije 3 sata poslije podne.", "before"),
    ],
)
def test_the_half_of_the_day_is_no_word_for_after(code: str, text: str, order: str | None) -> None:
    assert [it.order for it in extract(text, code)] == [order]


@pytest.mark.parametrize(
    ("code", "text", "order"),
    [
        ("en", "Pay no later than 31 March.", "before"),
        ("en", "Pay on 31 March at the latest.", "before"),
        ("en", "Pay no earlier than 31 March.", "after"),
        ("de", "Zahlen Sie frühestens am 31. März.", "after"),
        ("es", "Pague a más tardar el 31 de marzo.", "before"),
        ("es", "No antes de marzo de 2025.", "after"),
        ("ru", "Оплатите не ранее 31 марта.", "after"),
        ("tr", "En geç 31 Mart'a kadar ödeyin.", "before"),
        ("ja", "早くても3月31日に支払う。", "after"),
        ("zh", "不得早于3月31日付款。", "after"),
        ("it", "Pagare al più tardi il 31 marzo.", "before"),
    ],
)
def test_a_bound_of_time_says_the_order_of_a_date(code: str, text: str, order: str) -> None:
    assert [it.order for it in extract(text, code)] == [order]


def test_a_bound_of_time_is_that_of_the_date_it_stands_before() -> None:
    said = extract("Am 1. Mai oder spätestens am 31. Mai.", "de")
    assert [it.order for it in said] == [None, "before"]
