"""`checker model`: what the bundled model is, and whether it is whole."""

import shutil
from pathlib import Path

import pytest

from checker import cli
from checker.nli import bundle


def test_info_says_what_a_report_is_signed_with(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["model", "info"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(f"version {bundle.read().version}, digest {bundle.read().digest}\n")
    assert all(name in out for name in bundle.read().files)


def test_verify_says_that_it_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["model", "verify"]) == 0
    assert f"digest {bundle.read().digest}" in capsys.readouterr().out


def test_verify_names_what_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "bundle"
    shutil.copytree(bundle.FOLDER, folder)
    with (folder / "pair" / "claims.onnx").open("r+b") as file:
        file.write(b"?")
    monkeypatch.setattr(bundle, "FOLDER", folder)
    monkeypatch.setattr(bundle.read, "__defaults__", (folder,))
    assert cli.run(["model", "verify"]) == 2
    assert "claims.onnx: damaged" in capsys.readouterr().err


def test_model_alone_shows_its_help_and_has_checked_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["model"]) == 2
    assert "verify" in capsys.readouterr().out
