"""The model is the model: whatever differs from its manifest is refused before it is used, with exit code 2."""

import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from checker import cli, opening
from checker.errors import ModelError
from checker.nli import bundle
from checker.nli.bundled import Bundled
from tests.trust.amounts import amounts


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("model") / "bundle"
    shutil.copytree(bundle.FOLDER, folder)
    return folder


@pytest.fixture
def unloaded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of a bundle may be loaded."""
    for name in ("checker.nli.encoder.Encoder", "checker.nli.pair.PairModel"):
        monkeypatch.setattr(name, lambda *_: pytest.fail("a damaged model was loaded"))


@pytest.mark.usefixtures("unloaded")
@amounts("flips", 12, 1000)
def test_every_flipped_bit_is_seen(flips: int, copy: Path, figure: Callable[[str], None]) -> None:
    draw = random.Random(11)
    manifest = bundle.read(copy)
    sizes = bundle.sizes(manifest)
    names = sorted(sizes)
    for number in range(flips):
        name = names[number % len(names)]
        place, bit = draw.randrange(sizes[name]), 1 << draw.randrange(8)

        def flip(path: Path = copy / name, place: int = place, bit: int = bit) -> None:
            with path.open("r+b") as file:
                file.seek(place)
                byte = file.read(1)[0]
                file.seek(place)
                file.write(bytes([byte ^ bit]))

        flip()
        with pytest.raises(ModelError, match="damaged"):
            Bundled(copy).embed(["x"])
        flip()
    bundle.verify(manifest)
    figure(f"{flips} flipped bits, all seen before anything was loaded")


@pytest.mark.usefixtures("unloaded")
@pytest.mark.parametrize("change", ["cut", "longer", "empty", "missing", "a folder", "another's"])
@pytest.mark.parametrize("name", sorted(bundle.read().files))
def test_a_file_that_is_not_the_manifest_s_is_refused(name: str, change: str, copy: Path, tmp_path: Path) -> None:
    path, kept = copy / name, tmp_path / "kept"
    path.rename(kept)
    try:
        if change == "cut":
            path.write_bytes(kept.read_bytes()[:-1])
        elif change == "longer":
            path.write_bytes(kept.read_bytes() + b"\0")
        elif change == "empty":
            path.write_bytes(b"")
        elif change == "a folder":
            path.mkdir()
        elif change == "another's":
            other = next(it for it in sorted(bundle.read(copy).files) if it != name)
            shutil.copyfile(copy / other, path)
        with pytest.raises(ModelError) as caught:
            Bundled(copy).embed(["x"])
        assert name in str(caught.value)
        assert "\n" not in str(caught.value)
    finally:
        path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)
        kept.rename(path)


@pytest.mark.parametrize("name", ["encoder/tokens.model", bundle.MANIFEST])
def test_a_check_ends_with_2(
    name: str, copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = {
        "en": "The bridge cost 5 million dollars.\n\nIt has 7 arches.\n",
        "de": "Die Brücke kostete viel.\n\nSie hat 7 Bögen.\n",
    }
    for language, text in texts.items():
        (tmp_path / f"{language}.md").write_text(text, "utf-8")
    monkeypatch.setattr(Bundled.__init__, "__defaults__", (copy,))
    opening._loaded.cache_clear()
    path, kept = copy / name, tmp_path / "kept"
    path.rename(kept)
    try:
        code = cli.run(["check", str(tmp_path), "--no-cache", "--output", str(tmp_path / "report.txt")])
    finally:
        kept.rename(path)
        opening._loaded.cache_clear()
    assert code == 2
    assert Path(name).name in capsys.readouterr().err
    assert not (tmp_path / "report.txt").exists()


def test_a_manifest_of_other_files_is_another_model(copy: Path, tmp_path: Path) -> None:
    data = json.loads((copy / bundle.MANIFEST).read_text("utf-8"))
    data["files"]["encoder/tokens.model"] = "0" * 64
    (tmp_path / bundle.MANIFEST).write_text(json.dumps(data), "utf-8")
    assert bundle.read(tmp_path).digest != bundle.read(copy).digest
