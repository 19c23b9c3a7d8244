"""Placeholders are compared as placeholders: none is a number, and one that is lost, changed or new is told."""

from pathlib import Path

import pytest

import checker
from checker.placeholders import names, spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("%d of %1$s, %-5.2f and %@", "%d %1$s %-5.2f %@"),
        ("%(count)d, %{count}, ${count}, #{count}, {{ count }}", "%(count)d %{count} ${count} #{count} {{ count }}"),
        ("{} {0} {count:>5} {n, number}", "{} {0} {count:>5} {n, number}"),
        ("%lld items, %#@files@, $count$, $t(key)", "%lld %#@files@ $count$ $t(key)"),
        ("%dMB in %02d:%02d", "%d %02d %02d"),
        ("50% discount, 100 % done, %50 indirim, %25'e, 5%", ""),
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
