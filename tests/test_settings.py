"""Settings: read from a file, overridden by the command line, refused with place and likely key."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import SettingsError, UsageError
from checker.model import Level, Rule
from checker.settings import Settings, find, language_tag, load, override
from checker.threshold import FailOn

FULL = """
source = "pt-br"
fail-on = "error"
rules-only = true
model = "models/pair"
cache = false
ignore = ["ISBN [0-9-]+"]

[levels]
number-format = "off"
omission = "note"

[names]
ChatGPT = ["चैटजीपीटी", "챗GPT"]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def written(folder: Path, text: str, name: str = "checker.toml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_every_setting_is_read(folder: Path) -> None:
    written(folder, FULL)
    assert load() == Settings(
        source="pt-BR",
        fail_on=FailOn.ERROR,
        rules_only=True,
        model="models/pair",
        cache=False,
        levels={Rule.FORMAT: None, Rule.OMISSION: Level.NOTE},
        ignore=("ISBN [0-9-]+",),
        names={"ChatGPT": ("चैटजीपीटी", "챗GPT")},
    )


def test_without_a_file_all_is_as_it_comes(folder: Path) -> None:
    assert load() == Settings()


def test_a_project_file_is_read_where_it_speaks_of_us(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(folder, '[project]\nname = "x"\n[tool.checker]\nsource = "tl"\n', "pyproject.toml")
    written(folder, '[project]\nname = "y"\n', "deep/er/pyproject.toml")
    monkeypatch.chdir(folder / "deep" / "er")
    assert load().source == "fil"


def test_the_nearest_file_holds_and_ours_before_the_project_s(folder: Path) -> None:
    outer = written(folder, "")
    written(folder, "[tool.checker]\n", "deep/pyproject.toml")
    inner = written(folder, "", "deep/checker.toml")
    assert find(folder / "deep") == inner
    inner.unlink()
    assert find(folder / "deep") == folder / "deep" / "pyproject.toml"
    assert find(folder) == outer


def test_a_broken_project_file_that_is_not_ours_is_left_alone(folder: Path) -> None:
    written(folder, "[tool.other\n", "pyproject.toml")
    assert load() == Settings()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('\nsorce = "de"', "checker.toml:2: unknown setting 'sorce'; did you mean 'source'?"),
        ("rules_only = true", "checker.toml:1: unknown setting 'rules_only'; did you mean 'rules-only'?"),
        ("xyz = 1", "checker.toml:1: unknown setting 'xyz'; there are: baseline, cache, exclude, fail-on, history"),
        ("[level]\nomission = 'off'", "checker.toml:1: unknown setting 'level'; did you mean 'levels'?"),
        (
            "[levels]\nomision = 'off'",
            "checker.toml:2: unknown rule 'omision' in levels; did you mean 'omission'?",
        ),
        (
            "[levels]\nomission = 'loud'",
            "checker.toml:2: the level of omission has to be one of: error, warning",
        ),
        ("levels.omission = 3", "checker.toml:1: the level of omission has to be one of"),
        ("levels = 'off'", "checker.toml:1: levels has to be a table: [levels]"),
        ("fail-on = 'fatal'", "checker.toml:1: fail-on has to be one of: error, warning, note, never"),
        ("fail-on = ['error']", "checker.toml:1: fail-on has to be one of"),
        ("rules-only = 'yes'", "checker.toml:1: rules-only has to be true or false"),
        ("source = 'klingonese'", "checker.toml:1: source 'klingonese' is no language code"),
        ("source = 7", "checker.toml:1: source has to be a language code (de, pt-BR, zh-Hans, fil) in quotes"),
        ("model = ''", "checker.toml:1: model has to be a text in quotes"),
        ("ignore = ['(']", "checker.toml:1: '(' is no regular expression"),
        ("ignore = ['a*']", "checker.toml:1: 'a*' matches the empty text"),
        ("ignore = 'a'", "checker.toml:1: ignore has to be a list of texts"),
        ("[names]\nA = 'B'", "checker.toml:2: A has to be a list of texts"),
        ("a = 1\nb = \n", "checker.toml:2: broken TOML: Invalid value"),
        ("a = 1\na = 2\n", "checker.toml:2: broken TOML: Cannot overwrite a value"),
        ("a = [", "checker.toml:1: broken TOML"),
    ],
)
def test_what_can_t_be_used_is_refused_in_one_line(folder: Path, text: str, message: str) -> None:
    written(folder, text)
    with pytest.raises(SettingsError) as caught:
        load()
    assert str(caught.value).startswith(message)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_utf_8_or_not_there_is_refused(folder: Path) -> None:
    (folder / "checker.toml").write_bytes(b"source = '\xe9'")
    with pytest.raises(SettingsError, match=r"checker\.toml: not UTF-8 \(byte 11\)"):
        load()
    with pytest.raises(SettingsError, match=r"none\.toml: cannot read the settings: No such file"):
        load(Path("none.toml"))


def test_a_project_file_whose_table_is_none_is_refused(folder: Path) -> None:
    path = written(folder, "[tool]\nchecker = 3\n", "pyproject.toml")
    with pytest.raises(SettingsError, match=r"tool\.checker has to be a table"):
        load(path)


def test_the_command_line_overrides_the_file(folder: Path) -> None:
    written(folder, FULL)
    chosen = override(load(), source="tl", fail_on=FailOn.NEVER, rules_only=None, model=None, cache=True)
    assert (chosen.source, chosen.fail_on, chosen.rules_only) == ("fil", FailOn.NEVER, True)
    assert (chosen.model, chosen.cache) == ("models/pair", True)
    with pytest.raises(UsageError, match="'xx' is no language code"):
        override(Settings(), source="xx")


@pytest.mark.parametrize(
    ("code", "tag"),
    [("DE", "de"), ("pt-br", "pt-BR"), ("zh-hans", "zh-Hans"), ("tl", "fil"), ("pt_BR", "pt-BR")],
)
def test_language_codes_are_bcp_47(code: str, tag: str) -> None:
    assert language_tag(code) == tag


@given(st.text(max_size=12))
def test_any_text_is_a_tag_or_refused(text: str) -> None:
    try:
        assert re.fullmatch(r"[A-Za-z0-9-]+", language_tag(text))
    except ValueError as error:
        assert "is no language code" in str(error)


@pytest.mark.parametrize(
    ("fail_on", "reaching"),
    [
        (FailOn.ERROR, [Level.ERROR]),
        (FailOn.WARNING, [Level.ERROR, Level.WARNING]),
        (FailOn.NOTE, [Level.ERROR, Level.WARNING, Level.NOTE]),
        (FailOn.NEVER, []),
    ],
)
def test_a_level_reaches_those_at_or_below_it(fail_on: FailOn, reaching: list[Level]) -> None:
    assert [level for level in Level if fail_on.reached([level])] == reaching
    assert not fail_on.reached([])


def test_the_signature_names_what_changes_findings(folder: Path) -> None:
    assert Settings().signature == Settings(fail_on=FailOn.NEVER, cache=False).signature == "default"
    written(folder, FULL)
    assert load().signature == (
        "source:pt-BR;rules-only:yes;model:models/pair;levels:number-format=off,omission=note;"
        "ignore:ISBN [0-9-]+;names:ChatGPT=चैटजीपीटी/챗GPT"
    )


def test_a_rule_switched_off_has_no_level() -> None:
    chosen = Settings(levels={Rule.FORMAT: None, Rule.OMISSION: Level.NOTE})
    assert chosen.level(Rule.FORMAT, Level.WARNING) is None
    assert chosen.level(Rule.OMISSION, Level.WARNING) is Level.NOTE
    assert chosen.level(Rule.VALUE, Level.ERROR) is Level.ERROR
