"""Texts by key are found by the conventions of their formats, and other files with their suffixes are passed over."""

from pathlib import Path

import pytest

from checker import readers
from checker.discover import Discovery, discover

EN = "The company said on Monday that it has earned five million dollars in the second quarter of the year."
DE = "Das Unternehmen teilte am Montag mit, dass es im zweiten Quartal fünf Millionen Dollar verdient habe."


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


def content(name: str, text: str) -> str:
    """A file of one text."""
    match Path(name).suffix:
        case ".xml":
            return f'<resources><string name="a">{text}</string></resources>'
        case ".json" | ".arb":
            return f'{{"a": "{text}"}}'
        case ".po":
            return (
                f'msgid ""\nmsgstr "Language: {"de" if "german" in name else ""}\\n"\n\nmsgid "{EN}"\nmsgstr "{DE}"\n'
            )
        case ".xlf":
            return (
                f'<xliff version="1.2"><file source-language="en" original="a"><body><trans-unit id="1"><source>{EN}'
                f"</source><target>{DE}</target></trans-unit></body></file></xliff>"
            )
        case ".yml":
            return f"a: {text}\n"
        case _:
            return f'"a" = "{text}";\n' if name.endswith(".strings") else f"a = {text}\n"


def write(files: str) -> None:
    for name in files.split():
        path = Path(name.removesuffix("!"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content(name, EN), "utf-8")


def found(*paths: str, source: str | None = None) -> Discovery:
    return discover(paths or (".",), readers, source=source)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ("res/values/strings.xml res/values-de/strings.xml", "strings: de en, from en"),
        ("values-pt-rBR/s.xml values-b+sr+Latn/s.xml values/s.xml", "s: en pt-BR sr-Latn, from en"),
        ("App/de.lproj/L.strings App/zh-Hans.lproj/L.strings", "L: de zh-Hans"),
        ("App/Base.lproj/L.strings App/de.lproj/L.strings", "L: de en, from en"),
        ("messages.properties messages_de.properties messages_pt_BR.properties", "messages: de en pt-BR, from en"),
        ("lib/l10n/app_de.arb lib/l10n/app_en.arb", "app: de en"),
        ("locales/de.json locales/en.json package.json", "locales: de en"),
        ("public/locales/de/common.json public/locales/en/common.json", "common: de en"),
        ("_locales/de/messages.json _locales/pt_BR/messages.json", "messages: de pt-BR"),
        ("config/locales/de.yml config/locales/en.yml config/database.yml", "locales: de en"),
        ("locale/de/LC_MESSAGES/app.po locale/fr/LC_MESSAGES/app.po", "app: de en fr, from en"),
        ("po/de.po po/pt_BR.po", "po: de en pt-BR, from en"),
        ("german.po", "german: de en, from en"),
        ("app.de.xlf app.fr.xlf", "app: de en fr, from en"),
        ("docs/de.json docs/en.json docs/de.xml docs/en.xml", "docs: de en; docs-2: de en"),
    ],
)
def test_conventions(files: str, expected: str) -> None:
    write(files)
    discovery = found()
    assert not discovery.errors
    sets = [
        (one.id, " ".join(version.language for version in one.versions), f", from {one.source}" if one.source else "")
        for one in discovery.sets
    ]
    assert "; ".join(f"{name}: {languages}{source}" for name, languages, source in sets) == expected


def test_the_source_of_a_file_that_does_not_tell_it() -> None:
    write("locale/de/LC_MESSAGES/app.po")
    (one,) = found(source="sv").sets
    assert (one.source, [version.language for version in one.versions]) == ("sv", ["de", "sv"])
    (one,) = found(source="de").sets
    assert (one.source, [version.language for version in one.versions]) == ("en", ["de", "en"])


@pytest.mark.parametrize("name", ["main.ts", "pom.xml", "map.tmx", "values-night/strings.xml", "app.json", "a.pot"])
def test_what_is_nothing_to_translate_is_passed_over(name: str) -> None:
    path = Path(name)
    path.parent.mkdir(exist_ok=True)
    path.write_text("<resources/>" if "values" in name else 'msgid "Wait"\nmsgstr ""\n' if ".pot" in name else "<a/>")
    (error,) = found().errors
    assert error.startswith(".: no document in two languages")
    write("x/de.json x/en.json")
    assert (len(found().sets), found().errors) == (1, ())


@pytest.mark.parametrize(
    ("name", "words"),
    [("main.ts", "not of the format that .ts stands for here"), ("a.pot", "one language alone"), ("de.json", "alone")],
)
def test_what_is_asked_for_by_name_and_is_none_is_told(name: str, words: str) -> None:
    Path(name).write_text('msgid "Wait"\nmsgstr ""\n' if ".pot" in name else '{"a": "b"}')
    (error,) = found(name).errors
    assert error.startswith(f"{name}: ")
    assert words in error
