"""Placeholders are compared as placeholders: none is a number, and one that is lost, changed or new is told."""

from pathlib import Path

import pytest

import checker
from checker.corpus import check_rows
from checker.placeholders import names, spans
from checker.rows import Row


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("%d of %1$s, %-5.2f and %@", "%d %1$s %-5.2f %@"),
        ("%(count)d, %{count}, ${count}, #{count}, {{ count }}", "%(count)d %{count} ${count} #{count} {{ count }}"),
        ("{} {0} {count:>5} {n, number}", "{} {0} {count:>5} {n, number}"),
        ("%lld items, %#@files@, $count$, $t(key)", "%lld %#@files@ $count$ $t(key)"),
        ("%dMB in %02d:%02d", "%d %02d %02d"),
        ("50% discount, 100 % done, %50 indirim, %25'e, 5%, 90 %-i, 7 %-dən", ""),
        ("a {sentence in braces that says much} and $5", ""),
    ],
)
def test_notations(text: str, expected: str) -> None:
    assert " ".join(text[slice(*span)] for span in spans(text)).split() == expected.split()


@pytest.mark.parametrize(
    ("one", "other"),
    [("%s %d", "%2$d %1$s"), ("%i", "%d"), ("{} {}", "{1} {0}"), ("{{n}}", "{n}"), ("%5.2f", "%.1f"), ("{n:,}", "{n}")],
)
def test_what_is_filled_with_the_same_is_called_the_same(one: str, other: str) -> None:
    here, there = (names(text[slice(*span)] for span in spans(text)) for text in (one, other))
    assert sorted(here) == sorted(there)


def test_a_variable_of_plurals_is_no_plain_placeholder() -> None:
    text = "%@: %#@rooms@ of %@"
    assert names(text[slice(*span)] for span in spans(text)) == ["%1$@", "%#@rooms@", "%3$@"]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Sent by {name} in %d days", "Von {name} in %d Tagen gesendet", []),
        ("Sent by {name}", "Von {Name} gesendet", [("name-drift", "{Name}")]),
        ("Sent by {name}", "Gesendet", [("omission", "")]),
        ("Sent today", "Von {name} gesendet", [("addition", "{name}")]),
        ("%s has %s", "%2$s gehört %1$s", []),
        ("%d of %s", "%s von %s", [("name-drift", "%s")]),
        ("Row %1$d5", "Zeile %1$d5", []),
    ],
)
def test_what_became_of_one(tmp_path: Path, source: str, target: str, expected: list[tuple[str, str]]) -> None:
    text = f'msgid ""\nmsgstr "Language: de\\n"\n\nmsgid "{source}"\nmsgstr "{target}"\n'
    (tmp_path / "a.po").write_text(text, "utf-8")
    report = checker.check(tmp_path, rules_only=True)
    assert [(finding.rule.value, finding.location.text) for finding in report.findings] == expected
    assert {finding.location.lang for finding in report.findings} <= {"de"}
    assert all(finding.claim in {claim.id for claim in report.claims} for finding in report.findings)


def test_a_form_for_one_may_leave_it_out_and_no_other(tmp_path: Path) -> None:
    def findings(one: str, other: str) -> list[str]:
        (tmp_path / "a.po").write_text(
            'msgid ""\nmsgstr "Language: de\\n"\n\nmsgid "%d day"\nmsgid_plural "%d days"\n'
            f'msgstr[0] "{one}"\nmsgstr[1] "{other}"\n',
            "utf-8",
        )
        return [finding.rule.value for finding in checker.check(tmp_path, rules_only=True).findings]

    assert findings("Ein Tag", "%d Tage") == []
    assert findings("%d Tag", "%d Tage") == []
    assert findings("Ein Tag", "Viele Tage") == ["omission"]


def test_without_a_source_most_are_right(tmp_path: Path) -> None:
    for tag, text in {"de": "Von {name}", "en": "By {name}", "fr": "Par {nom}"}.items():
        (tmp_path / f"{tag}.json").write_text(f'{{"by": "{text}", "one": "7"}}', "utf-8")
    report = checker.check(tmp_path, rules_only=True)
    assert [(finding.rule.value, finding.location.lang) for finding in report.findings] == [("name-drift", "fr")]


PLURALS = {
    "de": "nplurals=2; plural=(n != 1)",
    "ru": "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)",
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)",
    "ja": "nplurals=1; plural=0",
}


@pytest.mark.parametrize(
    ("language", "forms", "lost"),
    [
        ("de", ["Ein Paket", "%(n)d Pakete"], False),
        ("de", ["%(n)d Paket", "Pakete"], True),  # though the other form has it
        ("ru", ["%(n)d посылка", "%(n)d посылки", "%(n)d посылок"], False),
        ("ru", ["Одна посылка", "%(n)d посылки", "%(n)d посылок"], True),  # said of 21, too
        ("ru", ["%(n)d посылка", "посылки", "%(n)d посылок"], True),
        ("ar", ["لا طرود", "طرد", "طردان", "%(n)d طرود", "%(n)d طردًا", "%(n)d طرد"], False),
        ("ar", ["لا طرود", "طرد", "طردان", "طرود", "%(n)d طردًا", "%(n)d طرد"], True),
        ("ja", ["荷物%(n)d個"], False),
        ("ja", ["荷物"], True),
    ],
)
def test_each_form_for_many_numbers_needs_it(tmp_path: Path, language: str, forms: list[str], lost: bool) -> None:
    head = f'msgid ""\nmsgstr "Language: {language}\\nPlural-Forms: {PLURALS[language]};\\n"\n\n'
    texts = "".join(f'msgstr[{number}] "{form}"\n' for number, form in enumerate(forms))
    (tmp_path / "a.po").write_text(f'{head}msgid "%(n)d parcel"\nmsgid_plural "%(n)d parcels"\n{texts}', "utf-8")
    found = [
        finding for finding in checker.check(tmp_path, rules_only=True).findings if "%(n)d" in str(finding.expected)
    ]
    assert [(finding.rule.value, finding.location.lang) for finding in found] == [("omission", language)] * lost


MESSAGES = {
    "": (
        "{n, plural, one {One day} other {{n} days}} of {all}",
        "{n, plural, one {Ein Tag} other {{n} Tage}} von {all}",
    ),
    "{n}": ("{n, plural, one {# day} other {# days}}", "{n, plural, one {# Tag} other {Tage}}"),
    "{all}": ("{n, plural, one {a} other {#}} of {all}", "{n, plural, one {a von {all}} other {#}}"),
    "{who}": ("{g, select, f {{who} her} other {{who} their}}", "{g, select, f {ihr} other {{who} deren}}"),
    " ": ("{n, plural, other {# days}}", "{n, plural, other {{n} Tage}}"),
    "{0}": ("{0,choice,0#none|1#one file|1<{0} files}", "{0,choice,0#keine|1#eine Datei|1<Dateien}"),
    "  ": ("{0,choice,0#none|1#one file|1<{0} files}", "{0,choice,0#keine|1#eine Datei|1<{0} Dateien}"),
}
"""What is lost, a message and its translation."""


@pytest.mark.parametrize("lost", MESSAGES)
def test_each_sentence_of_a_message_needs_it(tmp_path: Path, lost: str) -> None:
    for tag, text in zip(("en", "de"), MESSAGES[lost], strict=True):
        (tmp_path / f"{tag}.json").write_text(f'{{"a": "{text}", "b": "7"}}', "utf-8")
    found = checker.check(tmp_path, source="en", rules_only=True).findings
    assert [(finding.rule.value, finding.message.split()[2]) for finding in found] == (
        [("omission", "#" if lost == "{n}" else lost)] if lost.strip() else []
    )


def test_variants_of_fluent_keep_what_stands_around_them(tmp_path: Path) -> None:
    def write(tag: str, one: str, many: str) -> None:
        text = f"files = {{ $n ->\n    [one] {one}\n   *[other] {many}\n  }} of {{ $all }}\n"
        (tmp_path / f"{tag}.ftl").write_text(text, "utf-8")

    write("en", "One file", "{ $n } files")
    write("ru", "{ $n } файл", "{ $n } файлов")
    assert checker.check(tmp_path, source="en", rules_only=True).findings == ()
    write("ru", "Один файл", "{ $n } файлов")
    (finding,) = checker.check(tmp_path, source="en", rules_only=True).findings
    assert (finding.rule.value, finding.location.lang) == ("omission", "ru")
    assert "“one” (1, 21, 31, …)" in finding.message


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Sent by {name}", "Gesendet von {name}", []),
        ("Sent by {name}", "Gesendet", ["omission"]),
        ("Sent by {name}", "Gesendet von {nom}", ["name-drift"]),
        ('Page <x id="1"/> of 9', 'Seite <x id="1"/> von 9', []),
        ('Page <x id="1"/> of 9', 'Seite <x id="2"/> von 9', ["name-drift"]),
        ("Row {0} of 12", "Zeile {0} von 13", ["value-drift"]),
        (
            "{n, plural, =1 {item} other {<x id='N'/> items}}",
            "{n, plural, =1 {Artikel} other {<x id='N'/> Artikel}}",
            [],
        ),
        ("{n, plural, =1 {one} other {{n} of 9}}", "{n, plural, =1 {einer} other {alle}}", ["omission", "omission"]),
    ],
)
def test_rows_of_a_corpus_are_compared_as_well(source: str, target: str, expected: list[str]) -> None:
    rows = [Row("1", {"en": source, "de": target})]
    (result,) = check_rows(rows, checker.Settings(source="en", rules_only=True))
    assert [finding.rule.value for finding in result.findings] == expected
    assert all(finding.location.text in target for finding in result.findings)
