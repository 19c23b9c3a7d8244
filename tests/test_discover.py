"""Versions are found by the names that people give them, and what can't be paired is said in one line."""

import os
from collections.abc import Mapping
from pathlib import Path
from random import Random

import pytest

from checker import readers
from checker.discover import Discovery, discover, language_code
from checker.errors import UsageError

EN = "The company said on Monday that it has earned five million dollars in the second quarter of the year."
DE = "Das Unternehmen teilte am Montag mit, dass es im zweiten Quartal fünf Millionen Dollar verdient habe."
PT = "A empresa informou na segunda-feira que ganhou cinco milhões de dólares no segundo trimestre do ano."
TEXTS = {"": EN, "de": DE, "pt": PT}
DOCUSAURUS = "i18n/de/docusaurus-plugin-content-docs/current"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")


def write(files: str) -> list[str]:
    """Files by name; `name=de` has German text, all others English."""
    names = []
    for item in files.split():
        name, _, language = item.partition("=")
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXTS[language], "utf-8")
        names.append(name)
    return names


def found(*paths: str, source: str | None = None) -> Discovery:
    return discover(paths, readers, source=source)


def sets(discovery: Discovery) -> Mapping[str, dict[str, str]]:
    return {one.id: {version.language: version.shown for version in one.versions} for one in discovery.sets}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ("launch/de.md launch/hi.md launch/gold.json", "launch: de hi"),
        ("launch.de.md launch.en.html", "launch: de en"),
        ("launch_de.md launch_pt_BR.md", "launch: de pt-BR"),
        ("launch-de.md=de launch.md", "launch: de en"),
        ("README.md README.pt-BR.md=pt CHANGELOG.md", "README: en pt-BR"),
        ("docs/de/launch.md docs/en/launch.md", "launch: de en"),
        ("docs/de/a/x.md docs/en/a/x.md docs/de/b/x.md docs/en/b/x.md", "a/x: de en, b/x: de en"),
        ("content/de/x.md content/zh-CN/x.md content/tl/x.md", "x: de fil zh-CN"),
        (f"docs/x.md {DOCUSAURUS}/x.md=de", "x: de en"),
        (f"docs/a/x.md docs/a/y.md {DOCUSAURUS}/a/x.md=de {DOCUSAURUS}/a/y.md=de", "x: de en, y: de en"),
        (
            "versioned_docs/version-2/x.md i18n/de/docusaurus-plugin-content-docs/version-2/x.md=de",
            "x: de en",
        ),
        ("help/x.md i18n/de/docusaurus-plugin-content-docs-help/current/x.md=de", "x: de en"),
        ("blog/x.md i18n/de/docusaurus-plugin-content-blog/x.md=de", "x: de en"),
        ("src/pages/x.mdx i18n/de/docusaurus-plugin-content-pages/x.mdx=de", "x: de en"),
        ("guide/x.md index.md de/guide/x.md de/index.md", "guide/x: de en, index: de en"),
        ("locales/de/x.md locales/pt-BR/x.md locales/en/x.md", "x: de en pt-BR"),
        ("pages/x.de.mdx pages/x.mdx pages/y/z.de.mdx pages/y/z.mdx", "x: de en, y/z: de en"),
        ("content/post/_index.md content/post/_index.de.md=de", "_index: de en"),
        ("a/de.md a/en.md b/de.md b/fr.md", "a: de en, b: de fr"),
        ("it/de.md it/en.md", "it: de en"),
        ("what-is.de.md what-is.en.md", "what-is: de en"),
        ("my-doc.de.md my-doc.en.md my-doc.md=pt", "my-doc: de en pt"),
        ("x/de.md x/en.md .git/de.md node_modules/m/de.md node_modules/m/en.md", "x: de en"),
        ("DE.MD en.md", "work: de en"),
        ("x/german.txt=de x/english.txt", "english: de en"),
        ("x/sr-Latn.md x/zh-Hant.md x/es-419.md", "x: es-419 sr-Latn zh-Hant"),
    ],
)
def test_conventions(files: str, expected: str) -> None:
    write(files)
    discovery = found(".")
    assert not discovery.errors
    assert ", ".join(f"{name}: {' '.join(versions)}" for name, versions in sets(discovery).items()) == expected


def placed(*wanted: tuple[str, ...] | str, paths: tuple[str, ...] = (), **more: object) -> Discovery:
    """What patterns of the settings make of the files."""
    entries = [(each,) if isinstance(each, str) else each for each in wanted]
    return discover(paths, readers, wanted=entries, **more)


@pytest.mark.parametrize(
    ("files", "wanted", "expected"),
    [
        ("docs/de/a/x.md docs/en/a/x.md docs/en/y.md docs/de/y.md", ["docs/{lang}/**/*.md"], "a/x: de en, y: de en"),
        ("a.de.md a.en.md b/c.de.md b/c.en.md", ["**/{name}.{lang}.md"], "a: de en, b/c: de en"),
        ("texts/launch/v-de.md texts/launch/v-en.md", ["texts/{name}/v-{lang}.md"], "v: de en"),
        ("one/de.md one/en.md two/de.md two/en.md", ["*/{lang}.md"], "one: de en, two: de en"),
        ("R.md R.de.md=de", [("R.md", "R.{lang}.md")], "R: de en"),
        (
            "src/x.md src/b/y.md tr/pt_br/x.md tr/de/b/y.md tr/assets/x.md",
            [("src/**/*.md", "tr/{lang}/**/*.md")],
            "b/y: de en, x: en pt-BR",
        ),
        ("a/de/x.md a/en/x.md b/de/x.md b/en/x.md", ["a/{lang}/*.md", "b/{lang}/*.md"], "a/x: de en, b/x: de en"),
        ("a/de/x.md a/en/x.md b/x.de.md b/x.en.md", ["a/{lang}/*.md", "b"], "a/x: de en, b/x: de en"),
    ],
)
def test_patterns_of_the_settings(files: str, wanted: list[str], expected: str) -> None:
    write(files)
    discovery = placed(*wanted, source="en")
    assert not discovery.errors
    assert ", ".join(f"{name}: {' '.join(versions)}" for name, versions in sets(discovery).items()) == expected


def test_a_pattern_that_matches_nothing_is_told() -> None:
    write("docs/de/x.md docs/en/x.md")
    (error,) = placed("docs/{lang}/*.md", "doc/{lang}/*.md").errors
    assert error.startswith("doc/{lang}/*.md: matches no file")


def test_patterns_hold_for_the_paths_that_are_given_as_well() -> None:
    write("docs/x~de.md docs/x~en.md more/y.de.md more/y.en.md")
    pattern = "docs/{name}~{lang}.md"
    assert list(sets(placed(pattern, paths=("docs",)))) == ["x"]
    assert list(sets(placed(pattern, paths=(".",)))) == ["docs/x", "more/y"]


def test_ids_are_the_same_from_a_folder_below() -> None:
    write("docs/de/x.md docs/en/x.md docs/a/b.de.md docs/a/b.en.md")
    names = list(sets(placed("docs/{lang}/*.md", "docs/**/{name}.{lang}.md")))
    os.chdir("docs/a")
    assert list(sets(placed("../../docs/{lang}/*.md", "../../docs/**/{name}.{lang}.md"))) == names == ["a/b", "x"]


def test_what_is_excluded_is_not_read() -> None:
    write("docs/x.de.md docs/x.en.md docs/old/y.de.md docs/old/y.en.md docs/x.fr.md")
    assert list(sets(placed("docs", exclude=("docs/old", "**/*.fr.md")))) == ["x"]
    assert list(sets(placed("docs/**/{name}.{lang}.md", exclude=("docs/*/*",)))) == ["x"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("docusaurus.config.js", "module.exports = {i18n: {defaultLocale: 'pt', locales: ['pt', 'de']}};"),
        ("docusaurus.config.ts", 'const config: Config = {\n  i18n: {\n    defaultLocale: "pt",\n  },\n};'),
        ("hugo.toml", "defaultContentLanguage = 'pt'"),
        ("hugo.yaml", "title: x\ndefaultContentLanguage: pt\n"),
        ("_config.yml", "default_lang: pt"),
        (".vitepress/config.mts", "locales: { root: { label: 'P', lang: 'pt' }, de: { lang: 'de' } }"),
        ("mkdocs.yml", "plugins:\n - i18n:\n  languages:\n   - locale: de\n   - locale: pt\n     default: true\n"),
    ],
)
def test_the_default_language_of_a_site(name: str, text: str) -> None:
    write("docs/x.md docs/de/x.md")
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(text, "utf-8")
    assert [version.language for version in found("docs").sets[0].versions] == ["de", "pt"]
    assert [version.language for version in found("docs", source="fr").sets[0].versions] == ["de", "fr"]
    assert not any(version.detected for version in found("docs").sets[0].versions)


@pytest.mark.parametrize(
    ("files", "line"),
    [
        ("x/de.md", "x/de.md: one version alone"),
        ("x/notes.md", "x/notes.md: one version alone"),
        ("what-is.md what.md", ".: 2 documents, none in two languages"),
        ("x/de.md x/de.txt x/en.md", "x: two files for de, x/de.md and x/de.txt"),
        ("x/de.md x/en.md x/qq.md", "x/qq.md: 'qq' is no known language code; give a BCP 47 code such as de"),
        ("x.de.md x.en.md x.qq.md", "x.qq.md: 'qq' is no known"),
        (
            "docs/de/x.md docs/en/x.md docs/jp/x.md",
            "docs/jp/x.md: 'jp' is no known language code; did you mean ja?",
        ),
        ("x/de.md x/qq.md", "x/qq.md: 'qq' is no known language code"),
        ("README.md README.en.md README.de.md", "README: two files for en"),
        ("x/data.json", ".: no document in two languages"),
    ],
)
def test_what_cannot_be_checked_is_one_line_and_the_rest_goes_on(files: str, line: str) -> None:
    write(files)
    alone = found(".")
    assert any(error.startswith(line) for error in alone.errors), alone.errors
    assert len(alone.errors) == 1
    write("good/fr.md good/it.md")
    both = found(".")
    assert any(name.endswith("good") for name in sets(both))


def test_missing_paths_and_formats_without_a_reader() -> None:
    write("a/de.md a/en.md data.json")
    discovery = found("a", "nope", "data.json", "")
    assert sets(discovery) == {"a": {"de": "a/de.md", "en": "a/en.md"}}
    assert [error.partition(":")[0] for error in discovery.errors] == ["''", "data.json", "nope"]


def test_an_empty_folder() -> None:
    Path("empty").mkdir()
    (error,) = found("empty").errors
    assert error.startswith("empty: no documents in this folder; expected files such as de.md")


def test_explicit_files_are_versions_of_one_document() -> None:
    write("angebot.md=de offer.md")
    assert sets(found("offer.md", "angebot.md")) == {"angebot": {"de": "angebot.md", "en": "offer.md"}}
    assert all(version.detected for version in found("offer.md", "angebot.md").sets[0].versions)


def test_explicit_files_with_codes_that_belong_to_different_names() -> None:
    write("angebot_de.md=de offer_en.md")
    (one,) = found("offer_en.md", "angebot_de.md").sets
    assert [(version.language, version.detected) for version in one.versions] == [
        ("de", False),
        ("en", False),
    ]


def test_two_explicit_files_in_one_language() -> None:
    write("a.md b.md")
    assert found("a.md", "b.md").errors == ("a: two files for en, a.md and b.md; keep one of them",)


def test_neither_order_nor_manner_of_the_arguments_matters() -> None:
    names = write("docs/a/de.md docs/a/en.md docs/b.de.md docs/b.en.md docs/de/c.md docs/en/c.md")
    whole = found("docs")
    for seed in range(5):
        mixed = Random(seed).sample(names, len(names))
        assert found(*mixed).sets == whole.sets
    assert found("docs", "docs/a", "./docs").sets == whole.sets


def test_no_absolute_path_in_ids_and_paths_as_given() -> None:
    write("docs/a/de.md docs/a/en.md")
    (one,) = found(str(Path.cwd() / "docs")).sets
    assert one.id == "a"
    (two,) = found("./docs/").sets
    assert [version.shown for version in two.versions] == ["docs/a/de.md", "docs/a/en.md"]
    os.chdir("docs/a")
    assert found("../../docs").sets[0].versions[0].shown == "../../docs/a/de.md"


def test_the_source_must_be_there() -> None:
    write("x/de.md x/en.md")
    assert found("x", source="en").sets
    assert found("x", source="fr").errors == ("x: no version in fr, the source; there are de, en",)


def test_a_link_out_of_the_folder_is_named_and_not_read() -> None:
    Path("../secret.md").write_text("secret")
    write("x/de.md x/en.md")
    Path("x/fr.md").symlink_to(Path("../secret.md").resolve())
    Path("x/it.md").symlink_to("en.md")
    Path("x/loop").symlink_to(".")
    discovery = found("x")
    assert list(sets(discovery)["x"]) == ["de", "en", "it"]
    assert [error.partition(":")[0] for error in discovery.errors] == ["x/fr.md"]


def test_a_file_whose_language_cannot_be_told() -> None:
    write("README.de.md=de README.fr.md README.md")
    Path("README.md").write_text("# 5\n")
    discovery = found(".")
    assert list(sets(discovery)["README"]) == ["de", "fr"]
    assert discovery.errors == ("README.md: too little text to tell its language; name the file README.LANGUAGE.md",)
    Path("README.md").write_bytes(b"\xff")
    assert "UTF-8" in found(".").errors[0]


@pytest.mark.parametrize(("text", "code"), [("de", "de"), ("pt_BR", "pt-BR"), ("tl", "fil"), ("ZH-hans", "zh-Hans")])
def test_codes_are_put_in_standard_form(text: str, code: str) -> None:
    assert language_code(text) == code


@pytest.mark.parametrize("text", ["xx", "", "english", "de-", "d", "jp"])
def test_unknown_codes_are_refused(text: str) -> None:
    with pytest.raises(UsageError, match="is no known language code; "):
        language_code(text)
