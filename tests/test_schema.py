"""Every setting is one entry of the schema: read, told, signed and documented by it."""

import tomllib
from dataclasses import fields
from decimal import Decimal
from pathlib import Path

import pytest

from checker.errors import SettingsError
from checker.model import Level, Rule, Skip, Tolerance
from checker.settings import Settings, load
from checker.settings.pages import reference, starter
from checker.settings.reading import Reader
from checker.settings.schema import SCHEMA, TABLES, Form, Setting

NAMES = [setting.name for setting in SCHEMA]
PAGE = Path(__file__).parents[1] / "docs" / "settings.md"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def loaded(folder: Path, text: str) -> Settings:
    (folder / "checker.toml").write_text(text, encoding="utf-8")
    return load()


def example(setting: Setting) -> str:
    return f"[{setting.table}]\n{setting.example}\n" if setting.table else f"{setting.example}\n"


@pytest.mark.parametrize("setting", SCHEMA, ids=NAMES)
def test_the_example_is_read_and_changes_something(folder: Path, setting: Setting) -> None:
    chosen = loaded(folder, example(setting))
    assert chosen != Settings()
    assert (chosen.signature != "default") == setting.signed
    told = setting.key if setting.key != "levels" else "levels.de"
    assert not setting.signed or told in chosen.signature


def test_every_field_of_the_settings_is_in_the_schema() -> None:
    fielded = {field.name.replace("_", "-") for field in fields(Settings)} - {"language-levels"}
    assert fielded == {setting.name.partition(".")[0] for setting in SCHEMA}
    for name, noun in (("tolerance", Tolerance), ("skip", Skip)):
        assert {field.name for field in fields(noun)} == {it.key for it in SCHEMA if it.table == name}
    assert set(TABLES) == {setting.table for setting in SCHEMA} - {""}


def test_every_form_has_a_reader() -> None:
    assert set(Reader("", "").readers) == set(Form)


@pytest.mark.parametrize("setting", SCHEMA, ids=NAMES)
@pytest.mark.parametrize(
    "value", ["3", "[]", "['']", "[[]]", "''", "{ a = 3 }", "{ xx = 'y' }", "2026-01-01", "[['a']]"]
)
def test_a_value_of_another_form_is_refused_in_one_line(folder: Path, setting: Setting, value: str) -> None:
    head = f"[{setting.table}]\n" if setting.table else ""
    try:
        loaded(folder, f"{head}{setting.key} = {value}\n")
    except SettingsError as error:
        assert str(error).startswith("checker.toml:")
        assert "\n" not in str(error)
    else:
        assert (value, setting.form) in [
            ("[]", Form.GLOBS), ("[]", Form.PATTERNS), ("[]", Form.TEXTS), ("[]", Form.SELECTORS),
            ("[['a']]", Form.PATHS),
        ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[tolerance]\nconvertd = '5 %'", "2: unknown setting 'convertd' in tolerance; did you mean 'converted'?"),
        ("[tolerance]\nconverted = 0.05", "2: converted has to be a percentage in quotes"),
        ("[tolerance]\nabout = '60 %'", '2: about has to be a percentage in quotes, "50 %" at the most'),
        ("[skip]\nheading = ['A']", "2: unknown setting 'heading' in skip; did you mean 'headings'?"),
        ("[skip]\nelements = ['div > p']", "2: 'div > p' is none of .class, #id and the name of an element"),
        ("[skip]\nbetween = ['a', 'b']", "2: between has to be a list of texts"),
        ("[levels.xx]\nomission = 'off'", "1: levels: 'xx' is no language code"),
        ("[levels.de]\nomision = 'off'", "2: unknown rule 'omision' in levels.de; did you mean 'omission'?"),
        ("[levels.de]\nomission = 'loud'", "2: the level of omission has to be one of: error, warning, note, off"),
        ("paths = ['docs/{language}/x.md']", "1: paths: 'docs/{language}/x.md': {language} stands for nothing"),
        ("paths = ['docs/*.md']", "1: paths: 'docs/*.md': a pattern has to say where the language code stands"),
        ("paths = 'docs'", "1: paths has to be a list of paths or patterns"),
        ("exclude = ['{x}']", "1: exclude: '{x}': {x} stands for nothing"),
    ],
)
def test_what_can_t_be_used_is_refused_with_its_place(folder: Path, text: str, message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        loaded(folder, text)
    assert str(caught.value).startswith(f"checker.toml:{message}")


def test_levels_of_a_language_say_more_than_those_for_all(folder: Path) -> None:
    chosen = loaded(
        folder,
        "[levels]\nomission = 'note'\nnumber-format = 'off'\n[levels.pt]\nomission = 'error'\n"
        "[levels.pt-br]\nnumber-format = 'note'\n",
    )
    assert chosen.level(Rule.OMISSION, Level.WARNING, "de") is Level.NOTE
    assert chosen.level(Rule.OMISSION, Level.WARNING, "pt-BR") is Level.ERROR
    assert chosen.level(Rule.FORMAT, Level.WARNING, "pt") is None
    assert chosen.level(Rule.FORMAT, Level.WARNING, "pt-BR") is Level.NOTE
    assert chosen.level(Rule.VALUE, Level.ERROR, "pt-BR") is Level.ERROR
    assert chosen.signature == (
        "levels:number-format=off,omission=note;levels.pt:omission=error;levels.pt-BR:number-format=note"
    )


def test_paths_are_seen_from_the_current_folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "paths = ['docs/{lang}/*.md', ['R.md', 'R.{lang}.md']]\nexclude = ['docs/old']\nbaseline = 'known.json'\n"
    chosen = loaded(folder, text)
    assert chosen.paths == (("docs/{lang}/*.md",), ("R.md", "R.{lang}.md"))
    (folder / "docs" / "de").mkdir(parents=True)
    monkeypatch.chdir(folder / "docs" / "de")
    chosen = load()
    assert chosen.paths == (("../{lang}/*.md",), ("../../R.md", "../../R.{lang}.md"))
    assert (chosen.exclude, chosen.baseline) == (("../old",), "../../known.json")


def test_shares_are_exact(folder: Path) -> None:
    assert loaded(folder, "[tolerance]\nconverted = '2.5%'\n").tolerance == Tolerance(converted=Decimal("0.025"))


def test_the_page_of_settings_is_what_the_schema_says() -> None:
    assert PAGE.read_text("utf-8") == reference(), "run: python -m checker.settings > docs/settings.md"


@pytest.mark.parametrize("setting", SCHEMA, ids=NAMES)
def test_the_page_tells_every_setting(setting: Setting) -> None:
    page = reference()
    assert f"# `{setting.key}`" in page
    assert setting.example in page


def test_what_init_writes_is_read_as_it_is_and_with_every_comment_opened(folder: Path) -> None:
    text = starter([("docs",), ("R.md", "R.{lang}.md")], ["build"], "en")
    assert loaded(folder, text) == Settings(paths=(("docs",), ("R.md", "R.{lang}.md")), exclude=("build",), source="en")
    assert all(len(line) <= 120 for line in text.splitlines())
    whole = "".join(line.removeprefix("#: ") for line in text.splitlines(keepends=True))
    assert set(tomllib.loads(whole)) == {setting.name.partition(".")[0] for setting in SCHEMA}
    assert loaded(folder, whole).skip.headings
