"""Models of transformers: made small here, saved, and loaded back."""

import json
from pathlib import Path

import pytest

from checker import nli
from checker.errors import ModelError
from checker.model import Pair

torch = pytest.importorskip("torch", reason="torch is not installed (pip install 'claim-consistency-checker[torch]')")
pytest.importorskip("safetensors", reason="safetensors is not installed")

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "mission", "cost", "5", "million", "team", "earns"]
NLI = {0: "CONTRADICTION", 1: "NEUTRAL", 2: "ENTAILMENT"}


def save(folder: Path, labels: dict[int, str], safe: bool = True) -> Path:
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    folder.mkdir()
    (folder / "vocab.txt").write_text("\n".join(WORDS), encoding="utf-8")
    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=len(WORDS), hidden_size=16, num_hidden_layers=1, num_attention_heads=2, intermediate_size=32,
        max_position_embeddings=64, id2label=labels, label2id={label: index for index, label in labels.items()},
    )  # fmt: skip
    model = BertForSequenceClassification(config)
    if safe:
        model.save_pretrained(folder)
    else:
        config.save_pretrained(folder)
        torch.save(model.state_dict(), folder / "pytorch_model.bin")
    BertTokenizerFast(vocab=str(folder / "vocab.txt"), vocab_file=str(folder / "vocab.txt")).save_pretrained(folder)
    return folder


PAIRS = [
    Pair("the mission cost 5 million", "the mission cost 5"),
    Pair("the team earns 5 million " * 40, "the team earns"),
    Pair("", "the"),
]


def test_the_labels_come_from_the_config(tmp_path: Path) -> None:
    model = nli.load(str(save(tmp_path / "one", NLI)))
    turned = nli.load(str(save(tmp_path / "two", {0: "entailment", 1: "neutral", 2: "contradiction"})))
    for one, other in zip(model.judge(PAIRS), turned.judge(PAIRS), strict=True):
        assert one.entailment + one.neutral + one.contradiction == pytest.approx(1)
        assert (one.entailment, one.neutral) == pytest.approx((other.contradiction, other.neutral))


def test_an_answer_does_not_depend_on_the_order(tmp_path: Path) -> None:
    model = nli.load(str(save(tmp_path / "one", NLI)))
    forth, back = model.judge(PAIRS), model.judge(PAIRS[::-1])[::-1]
    for one, other in zip(forth, back, strict=True):
        assert one.entailment == pytest.approx(other.entailment, abs=1e-6)


def test_vectors_are_the_bundled_encoders(tmp_path: Path) -> None:
    model = nli.load(str(save(tmp_path / "one", NLI)))
    assert model.embed(["5"]).tobytes() == nli.load().embed(["5"]).tobytes()


def test_the_digest_names_the_weights(tmp_path: Path) -> None:
    one, other = save(tmp_path / "one", NLI), save(tmp_path / "two", NLI)
    assert nli.load(str(one)).digest == nli.load(str(other)).digest
    config = json.loads((other / "config.json").read_text(encoding="utf-8"))
    (other / "config.json").write_text(json.dumps({**config, "layer_norm_eps": 1e-6}), encoding="utf-8")
    assert nli.load(str(one)).digest != nli.load(str(other)).digest != nli.load().digest


@pytest.mark.parametrize("labels", [{0: "LABEL_0", 1: "LABEL_1", 2: "LABEL_2"}, {0: "positive", 1: "negative"}])
def test_a_model_without_nli_labels_is_refused(tmp_path: Path, labels: dict[int, str]) -> None:
    with pytest.raises(ModelError, match="not an NLI model"):
        nli.load(str(save(tmp_path / "one", labels)))


def test_pickled_weights_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="safetensors") as caught:
        nli.load(str(save(tmp_path / "one", NLI, safe=False)))
    assert "\n" not in str(caught.value)


def test_truncated_weights_are_refused(tmp_path: Path) -> None:
    folder = save(tmp_path / "one", NLI)
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-200])
    with pytest.raises(ModelError, match="can't be loaded"):
        nli.load(str(folder))


def test_a_missing_model_is_refused() -> None:
    with pytest.raises(ModelError, match="can't be loaded"):
        nli.load("no-such-owner/no-such-model")
