"""Prunes the base's unigram vocabulary to what texts need, and writes it as a sentencepiece model.

Kept: every single character, and then the pieces that are likeliest in the counted texts and in the texts that the
base's scores were made from, up to the size asked for. Ids are positions in the model; the rows of the embedding
follow the same order.
"""

import base64
import gzip
import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from checker.errors import ModelError
from checker.training.base import Base

SPECIAL = 4
"""`<s>`, `<pad>`, `</s>`, `<unk>` stand first, in the order of the base."""


def charsmap(path: Path) -> bytes:
    """The precompiled normaliser of a `tokenizer.json`, as sentencepiece wants it."""
    data = json.loads(path.read_text(encoding="utf-8"))
    for step in data["normalizer"]["normalizers"]:
        if step["type"] == "Precompiled":
            return base64.b64decode(step["precompiled_charsmap"])
    raise ModelError(f"{path}: no precompiled normaliser; expected the tokenizer of a unigram model")


def sentencepiece_model(pieces: Sequence[str], scores: Sequence[float], normaliser: bytes) -> bytes:
    """A serialised sentencepiece unigram model of these pieces, in this order."""
    from importlib import import_module

    schema: Any = import_module("sentencepiece.sentencepiece_model_pb2")

    proto = schema.ModelProto()
    kinds = schema.ModelProto.SentencePiece
    for index, (piece, score) in enumerate(zip(pieces, scores, strict=True)):
        kind = kinds.UNKNOWN if piece == "<unk>" else kinds.CONTROL if index < SPECIAL else kinds.NORMAL
        proto.pieces.add(piece=piece, score=score, type=kind)
    trainer = proto.trainer_spec
    trainer.model_type = schema.TrainerSpec.UNIGRAM
    trainer.vocab_size = len(pieces)
    trainer.bos_id, trainer.pad_id, trainer.eos_id, trainer.unk_id = 0, 1, 2, 3
    rules = proto.normalizer_spec
    rules.name, rules.precompiled_charsmap = "nmt_nfkc", normaliser
    rules.add_dummy_prefix = rules.remove_extra_whitespaces = rules.escape_whitespaces = True
    return bytes(proto.SerializeToString(deterministic=True))


def lines(folders: Iterable[Path]) -> Iterator[str]:
    """Every line of every `.txt.gz` and every string of every `.jsonl.gz` below the folders, in a fixed order."""
    for folder in folders:
        for path in sorted(folder.rglob("*.txt.gz")):
            with gzip.open(path, "rt", encoding="utf-8") as file:
                yield from (line.strip() for line in file)
        for path in sorted(folder.rglob("*.jsonl.gz")):
            with gzip.open(path, "rt", encoding="utf-8") as file:
                for line in file:
                    row = json.loads(line)
                    yield from (value for value in row.values() if isinstance(value, str))


def count(model: bytes, texts: Iterable[str]) -> Counter[int]:
    """How often each id occurs in the texts."""
    from sentencepiece import SentencePieceProcessor

    processor = SentencePieceProcessor(model_proto=model)
    found: Counter[int] = Counter()
    for text in texts:
        found.update(processor.encode(text))
    return found


def choose(base: Base, counts: Counter[int], size: int) -> list[int]:
    """The ids of the base to keep, ascending: specials, single characters, then by frequency.

    Frequency is what the texts show plus what the base's own score (a log probability) lets expect in as many tokens.
    """
    usable = [i for i in range(SPECIAL, len(base.pieces)) if base.pieces[i] != "<mask>"]
    single = [i for i in usable if len(base.pieces[i].removeprefix("▁")) <= 1]
    total = sum(counts.values())
    likely = sorted(usable, key=lambda i: (-(math.exp(base.scores[i]) * total + counts[i]), i))
    kept = dict.fromkeys([*range(SPECIAL), *single, *likely])
    return sorted(list(kept)[:size])
