"""Sentences end where they end: never inside a number, a date, a time or an abbreviation."""

import json
import re
import subprocess
import sys
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.benchmarks.timing import spent
from checker.model import Block, Document, Role, Run, Span
from checker.segment import segment


def document(text: str, language: str) -> Document:
    run = Run(Span(0, len(text)), Span(0, len(text)))
    return Document(language, "x.txt", text, (Block(text, Role.PARAGRAPH, (run,)),))


def sentences(text: str, language: str) -> list[str]:
    return [part.text for part in segment(document(text, language))]


# `|` is where a sentence ends, and there only.
@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("de", "Er zahlte 1,6 Mrd. Euro und 5 Mio. US-Dollar an Dr. Weber. |Im 3. Quartal stieg es."),
        ("de", "Am 7. November 2024 kam er. |Tiefgarage Nr. 17 ist z. B. da. |Art. 13 DSGVO."),
        (
            "en",
            "It cost US$1.2 bn. in 2024. |See No. 5 and Fig. 3. |At 5 p.m. CET it began. |Use v2.3.1 now.",
        ),
        ("en", "We met at 5 p.m. |The show began."),
        ("ru", "Стоит 5 млн. руб. и 12 тыс. долл. США. |См. стр. 5. |Это всё."),
        ("cs", "Dne 12. 3. 2024 stál 5 mil. Kč. |Nic víc."),
        ("hu", "2024. március 5. volt."),
        ("tr", "3. Çeyrekte %5 arttı. |Sonra düştü."),
        ("pt-BR", "O Sr. Silva pagou R$ 1,5 mi. em 2024. |Art. 5 da lei."),
        ("fil", "Noong ika-5 ng Mar. 2024 ito. |Kumita si G. Cruz ng P1.6 bilyon."),
        ("hi", "यह 1.6 अरब है। |दूसरा वाक्य।"),
        ("ur", "یہ 1.6 ہے۔ |دوسرا۔"),
        ("ar", "هل تكلف ١٫٦ مليار؟ |نعم."),
        ("zh", "价格为1.6亿元。|第二句！|好？"),
        ("km", "តម្លៃ ៥ ដុល្លារ។ |ទីពីរ។"),
        ("my", "က ၅။ |ခ။"),
        ("th", "ก่อตั้งปี พ.ศ. 2447 (ค.ศ. 1904) แล้ว"),
        ("en", "A headline\n|The text."),
        ("ka", "ფასი 5 ლარია. |მოსავალი 3 ტონაა. |გოლი მე-8 წუთზე გაიტანა."),
        ("el", "Έφτασαν τα 117 χλμ./ώρα. |Μετά έβρεξε."),
        ("ta", "இது கி.மு. 3000-இல் கட்டப்பட்டது. |இன்று 5 பேர் உள்ளனர்."),
        ("mr", "ते इ.स.पू. ३००० मध्ये बांधले. |आज ५ लोक आहेत."),
        ("th", "กว้าง 1,180 มม. สูง 1.05 ม. และลึก 45 ซม. หนัก 128 กก. รวมกล่อง"),
        ("lo", "ສູງ 5 ມ. ແລະ ກວ້າງ 3 ກມ. ດີ"),
        ("th", "ระบบใหม่เริ่มทำงานแล้ว. |ผู้ใช้ต้องลงทะเบียน 5 คน. |ราคา 5 บาท. |อายุ 5 ปี. |เปิดทุกวัน"),
        ("th", "ใช้เวลา 2 ชม. แล้วเริ่มเวลา 19.45 น. ทุกวัน ที่ดิน 30 ตร.ม. ราคาถูก"),
        ("hi", "यह 3 मी. ऊँचा है। |वह 5 कि.मी. दूर है।"),
        ("he", "הגובה 5 מטר. |הרוחב קטן."),
        ("xx", "One. |Two."),
    ],
)
def test_a_sentence_ends_where_it_ends(language: str, marked: str) -> None:
    assert sentences(marked.replace("|", ""), language) == [part.strip() for part in marked.split("|")]


def test_a_long_sentence_is_cut_at_clauses_and_not_at_numbers() -> None:
    parts = sentences("and then, " + "word 1 000 and more, " * 60, "en")
    assert all(len(part) <= 600 for part in parts)
    assert not any(part[0].isdigit() or part.endswith("1") for part in parts)


def test_thai_without_stops_is_cut_at_spaces_and_not_beside_numbers() -> None:
    parts = sentences("ราคาสินค้าในร้าน 5 บาท และของอื่นๆ " * 40, "th")
    assert 5 < len(parts) < 80
    assert not any(part.startswith(("5", "บาท")) or part.endswith(" 5") for part in parts)


def test_digits_without_end_stay_whole() -> None:
    assert len(sentences("1" * 5000, "en")) == 1


TEXTS = st.lists(
    st.one_of(
        st.sampled_from([". ", "! ", "1.", "6", " ", "\n", "No. ", "。", "।", '"', "A", "ราคา ", ", "]),
        st.text(max_size=5),
    )
).map("".join)


@settings(max_examples=200, deadline=None)
@given(text=TEXTS, language=st.sampled_from(["en", "de", "th", "zh-Hans", "fil", "qq"]))
def test_segments_are_slices_and_nothing_but_space_is_left_out(text: str, language: str) -> None:
    read = document(text, language)
    parts = segment(read)
    end = 0
    for index, part in enumerate(parts):
        assert part.index == index
        assert read.blocks[part.block].text is part.within
        assert part.text
        assert part.text == part.text.strip()
        assert not text[end : part.start].strip()
        end = part.end
    assert not text[end:].strip()


@pytest.mark.parametrize(
    "unit", ["The price rose by 5 % in 2024, he said. ", "ราคาสินค้า 5 บาท ", "! ", "' ", "1.", "價格"]
)
def test_a_megabyte_takes_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        return spent(partial(sentences, unit * (size // len(unit)), "en"))

    seconds(1000)
    assert min(seconds(200_000) for _ in range(2)) < 12 * max(min(seconds(50_000) for _ in range(2)), 0.05)


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("aZ 5éЖ中ก,'()/+-.!?…ู"), max_size=60), st.sampled_from(["en", "de", "th", "zh"]))
def test_texts_that_need_no_second_look_are_cut_as_all_others(text: str, language: str) -> None:
    quick = sentences(text, language)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("checker.segment._ONE", re.compile(r"(?!)"))
        assert sentences(text, language) == quick


MONTHS = """
import json, sys
from checker import languages
from checker.languages import cldr
from checker.segment import _months

codes = languages.codes()[:: int(sys.argv[1])]
for code in codes:
    _months(code)
months = {code: found and {form: dict(names["wide"]) for form, names in found.months.items()}
          for code in sorted(codes) for found in [cldr.locale(code)]}
print(json.dumps(months))
"""


def test_the_months_of_a_language_do_not_depend_on_what_was_segmented_before() -> None:
    """Babel's locales share what they inherit: what one resolves could become another's."""
    done = (
        subprocess.run([sys.executable, "-c", MONTHS, step], capture_output=True, text=True, check=True)
        for step in ("1", "-1")
    )
    forward, backward = (json.loads(each.stdout) for each in done)
    assert forward == backward
    assert len(forward) > 100
