"""A file is whole or absent."""

import os
import stat
from pathlib import Path

import pytest

from checker.errors import UsageError
from checker.output import opened


def test_a_file_appears_when_all_is_written(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    with opened(path) as write:
        write("a")
        assert not path.exists()
        write("é\ud800")
    assert path.read_bytes() == b"a\xc3\xa9\\ud800"
    assert [entry.name for entry in tmp_path.iterdir()] == ["report.json"]


def test_an_error_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text("old")
    with pytest.raises(KeyboardInterrupt), opened(path) as write:
        write("new")
        raise KeyboardInterrupt
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["report.json"]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failing_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    path = tmp_path / "report.json"
    path.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
    with (
        pytest.raises(UsageError, match=r"report\.json: cannot write: No space left on device"),
        opened(path) as write,
    ):
        write("new")
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["report.json"]


def test_modes_are_kept_and_links_followed(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text("old")
    path.chmod(0o640)
    (tmp_path / "link").symlink_to(path)
    with opened(tmp_path / "link") as write:
        write("new")
    assert path.read_text() == "new"
    assert (tmp_path / "link").is_symlink()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize("name", ["no/such/folder.json", ".", "file/below.json"])
def test_what_can_t_be_written_is_refused_before_any_work(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot write"), opened(tmp_path / name):
        pytest.fail("the work began")


def test_a_device_is_written_to() -> None:
    with opened(Path(os.devnull)) as write:
        assert write("x")
    assert Path(os.devnull).is_char_device()
