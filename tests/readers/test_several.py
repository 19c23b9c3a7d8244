"""Files of several languages: by the outermost keys, by columns, and those that only look so."""

from pathlib import Path

import pytest

import checker
from checker.readers._languages import language

JSON = """{"en": {"lock": "Locked for 30 minutes", "by": "By 2 people"},
 "de": {"lock": "Gesperrt für 20 Minuten", "by": "Von 2 Personen"}}"""
YAML = """# of the mailer
en:
  lock: Locked for 30 minutes
  by: "By 2 people"
de:
  lock: Gesperrt für 20 Minuten
  by: "Von 2 Personen"
"""
CSV = "key;English;Deutsch\na;Locked for 30 minutes;Gesperrt für 20 Minuten\nb;By 2 people;Von 2 Personen\n"


def found(folder: Path) -> list[tuple[str, str, str]]:
    """Rule, language and words of each finding, which stand in the file where it says."""
    report = checker.check(folder, source="en", rules_only=True)
    assert report.errors == ()
    told = []
    for finding in report.findings:
        at = finding.location
        line = Path(at.path).read_text("utf-8").splitlines()[at.line - 1]
        assert line[at.column - 1 : at.end_column - 1] == at.text
        told.append((finding.rule.value, at.lang, at.text))
    return told


@pytest.mark.parametrize(("name", "text"), [("texts.json", JSON), ("texts.yml", YAML), ("texts.csv", CSV)])
def test_such_a_file_is_a_set(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert found(tmp_path) == [("value-drift", "de", "20 Minuten")]


def test_a_comment_is_of_the_language_that_it_stands_in(tmp_path: Path) -> None:
    comment = "  # checker: ignore value-drift -- so\n"
    for before, expected in (("en:\n", 1), ("de:\n", 0)):
        (tmp_path / "texts.yml").write_text(YAML.replace(before, before + comment), "utf-8")
        assert len(found(tmp_path)) == expected


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("about.json", '{"de": {"of": "spoken by 90 million people"}, "fr": {"of": "spoken by 80 million people"}}'),
        ("mixed.json", '{"en": {"a": "Locked for 30 minutes"}, "title": {"a": "Locked for 20 minutes"}}'),
        ("twice.json", '{"pt_BR": {"a": "30 minutos"}, "pt-BR": {"a": "20 minutos"}}'),
        ("broken.json", '{"en": {"a": "30 minutes"}, "de": {"a": "20 Minuten"}'),
        ("broken.yml", 'en:\n  a: "30 minutes\nde:\n  a: "20 Minuten"\n'),
    ],
)
def test_what_only_looks_so_is_passed_over(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / "texts.json").write_text(JSON, "utf-8")
    (tmp_path / name).write_text(text, "utf-8")
    assert len(found(tmp_path)) == 1


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("German", "de"),
        ("Deutsch", "de"),
        ("français", "fr"),
        ("日本語", "ja"),
        ("Português (Brasil)", "pt-BR"),
        ("Chinese (Traditional)", "zh-Hant"),
        ("中文（简体）", "zh-Hans"),
        ("繁體中文", "zh-Hant"),
        ("sr@latin", "sr-Latn"),
        ("Price", None),
        ("Deutsch (Blau)", None),
        ("key", None),
    ],
)
def test_how_columns_are_called(heading: str, expected: str | None) -> None:
    assert language(heading) == expected
