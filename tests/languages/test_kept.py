"""What is kept of a language on disk is what is worked out anew, and nothing else is ever taken for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from checker import languages
from checker.languages import kept
from checker.languages.lexicon import Lexicon
from checker.languages.tree import Node, below


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder of its own; the languages loaded before are forgotten, and those loaded from it, too."""
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path)
    languages.load.cache_clear()
    yield tmp_path / kept.FOLDER
    languages.load.cache_clear()


def _loaded(code: str) -> Lexicon:
    languages.load.cache_clear()
    return languages.load(code)


def _whole(node: Node) -> dict[str, object]:
    return {key: _whole(below(node, key) or {}) if key not in ("", "*") else node[key] for key in sorted(node)}


def _told(lexicon: Lexicon) -> list[object]:
    lazy = ("tree", "words", "silent", "leading", "inert")
    plain = [getattr(lexicon, name) for name in Lexicon.__slots__ if name not in lazy]
    return [*plain, _whole(lexicon.tree)]


@pytest.mark.parametrize("code", ["de", "pt-BR", "ja", "ar", "ko"])
def test_kept_is_as_made(code: str, folder: Path) -> None:
    made = _told(_loaded(code))
    assert [path.name for path in folder.iterdir()] == [f"{code}.json"]
    assert _told(_loaded(code)) == made


@pytest.mark.parametrize("place", [0, 40, 80, 2000, -1])
def test_damage_is_seen(place: int, folder: Path) -> None:
    made = _told(_loaded("sw"))
    path = folder / "sw.json"
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    assert kept.recall("sw") is None
    assert _told(_loaded("sw")) == made
    assert kept.recall("sw") is not None, "it was written anew"


def test_what_is_cut_off_counts_as_absent(folder: Path) -> None:
    _loaded("sw")
    path = folder / "sw.json"
    whole = path.read_bytes()
    for length in (0, 10, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:length])
        assert kept.recall("sw") is None


def test_other_data_count_as_absent(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _loaded("sw")
    assert kept.recall("sw") is not None
    monkeypatch.setattr(kept, "_origin", lambda: "0" * 64)
    assert kept.recall("sw") is None


def test_one_language_is_not_taken_for_another(folder: Path) -> None:
    _loaded("sw")
    (folder / "zu.json").write_bytes((folder / "sw.json").read_bytes())
    assert kept.recall("zu") is None


@pytest.mark.parametrize("code", ["../sw", "sw/..", "", "x" * 300, "en-Qqqq-QQ", "en-AAAAA", "qqq"])
def test_only_languages_that_there_are_make_files(code: str, folder: Path) -> None:
    languages.load.cache_clear()
    languages.load(code)
    assert not folder.exists()
    assert not list(folder.parent.iterdir())


def test_without_a_place_it_is_worked_out_each_time(folder: Path) -> None:
    folder.write_text("a file stands where the folder would")
    assert _loaded("sw").code == "sw"
    assert kept.recall("sw") is None
    assert folder.is_file()
