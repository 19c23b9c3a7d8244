"""A damaged bundle is refused before anything is loaded from it."""

import json
import shutil
from pathlib import Path

import pytest

from checker.errors import ModelError
from checker.model import Pair
from checker.nli import bundle
from checker.nli.bundled import Bundled


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    folder = tmp_path / "bundle"
    shutil.copytree(bundle.FOLDER, folder)
    return folder


def test_the_bundle_as_shipped_is_whole() -> None:
    bundle.verify(bundle.read())


@pytest.mark.parametrize("name", sorted(bundle.read().files))
def test_a_flipped_bit_is_refused(copy: Path, name: str) -> None:
    path = copy / name
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(ModelError, match="damaged"):
        Bundled(copy).embed(["x"])


def test_a_truncated_file_is_refused(copy: Path) -> None:
    path = copy / "encoder" / "lower.onnx"
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(ModelError, match=r"lower\.onnx.*damaged"):
        Bundled(copy).embed(["x"])


def test_a_missing_file_is_named(copy: Path) -> None:
    (copy / "pair" / "claims.onnx").unlink()
    with pytest.raises(ModelError, match=r"claims\.onnx.*missing"):
        Bundled(copy).embed(["x"])


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", json.dumps({"schema": "other/1", "files": {"a": "b"}})])
def test_a_broken_manifest_is_refused(copy: Path, text: str) -> None:
    (copy / bundle.MANIFEST).write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="not a manifest"):
        Bundled(copy)


def test_no_manifest_is_refused(copy: Path) -> None:
    (copy / bundle.MANIFEST).unlink()
    with pytest.raises(ModelError, match="no manifest"):
        Bundled(copy)


def test_the_message_is_one_line(copy: Path) -> None:
    (copy / "pair" / "claims.onnx").write_bytes(b"")
    with pytest.raises(ModelError) as caught:
        Bundled(copy).embed(["x"])
    assert "\n" not in str(caught.value)


def test_another_file_gives_another_digest(copy: Path) -> None:
    before = bundle.read(copy).digest
    (copy / "pair" / "claims.onnx").write_bytes(b"other")
    assert bundle.write(copy, "1").digest != before


def test_a_pair_model_is_hashed_again_when_it_is_opened(copy: Path) -> None:
    model = Bundled(copy)
    (marked,) = model.judge([Pair("It has 5.", "Es hat 5.", (7, 8), (7, 8))])
    assert marked.entailment > 0.5
    path = copy / "pair" / "prose.onnx"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ModelError, match=r"prose\.onnx: damaged"):
        model.judge([Pair("It has 5.", "Es hat 5.")])


def test_pairs_without_marks_are_not_asked_of_the_model_of_claims(copy: Path) -> None:
    prose = copy / "pair" / "prose.onnx"
    shutil.copy(copy / "pair" / "claims.onnx", prose)
    bundle.write(copy, "1")
    pairs = [Pair("She left in May.", "Nobody left."), Pair("It has 5.", "Es hat 5.", (7, 8), (7, 8))]
    other, shipped = Bundled(copy).judge(pairs), Bundled().judge(pairs)
    assert other[0] != shipped[0]
    assert other[1] == shipped[1]
