"""The training, on a base of a few kilobytes that the tests write."""

import random
import struct
from pathlib import Path

import pytest

from checker.model import Probabilities
from checker.nli import bundle
from checker.nli.prose import digits
from checker.nli.tokens import Tokenizer
from checker.training import claims, evaluate, examples, made, parallel, recipe, templates
from checker.training.examples import Example

HIDDEN, INNER, LAYERS, HEADS = 32, 64, 3, 4


def floats(count: int, seed: int) -> bytes:
    draw = random.Random(seed)
    return struct.pack(f"<{count}f", *(draw.uniform(-0.3, 0.3) for _ in range(count)))


def blocks(count: int, seed: int) -> bytes:
    draw = random.Random(seed)
    scale = struct.pack("<e", 0.05)
    return b"".join(scale + draw.randbytes(16) for _ in range(count // 32))


def write_base(path: Path) -> Path:
    """A base in the layout of the real one, with four pieces."""
    pieces = ["<s>", "<pad>", "</s>", "<unk>"]
    blob = "".join(pieces).encode()
    offsets, at = [0], 0
    for piece in pieces:
        at += len(piece)
        offsets.append(at)
    head = b"E5S1" + struct.pack("<I7ifi", 1, HIDDEN, LAYERS, HEADS, INNER, 4, 64, 2, 1e-12, 32)
    head += struct.pack("<5iQ", 4, 0, 2, 1, 3, len(blob)) + struct.pack("<5I", *offsets)
    head += struct.pack("<4f", 0, 0, 0, 0) + blob + struct.pack("<iI", 0, 0)
    tensors = [("emb.word", 4 * HIDDEN, True), ("emb.pos", 64 * HIDDEN, False), ("emb.type", 2 * HIDDEN, False)]
    tensors += [("emb.ln.w", HIDDEN, False), ("emb.ln.b", HIDDEN, False)]
    for layer in range(LAYERS):
        shapes = {"q": (HIDDEN, HIDDEN), "k": (HIDDEN, HIDDEN), "v": (HIDDEN, HIDDEN), "ao": (HIDDEN, HIDDEN)}
        for name, (rows, columns) in {**shapes, "fi": (INNER, HIDDEN), "fo": (HIDDEN, INNER)}.items():
            tensors += [(f"l{layer}.{name}.w", rows * columns, True), (f"l{layer}.{name}.b", rows, False)]
        for name in ("aln", "oln"):
            tensors += [(f"l{layer}.{name}.w", HIDDEN, False), (f"l{layer}.{name}.b", HIDDEN, False)]
    directory = sum(2 + len(name) + 21 for name, _, _ in tensors)
    start = len(head) + 4 + directory
    table, body = struct.pack("<i", len(tensors)), b""
    for seed, (name, count, quantised) in enumerate(tensors):
        data = blocks(count, seed) if quantised else floats(count, seed)
        table += struct.pack("<H", len(name)) + name.encode()
        table += struct.pack("<BIQQ", quantised, count, start + len(body), len(data))
        body += data
    path.write_bytes(head + table + body)
    return path


EXAMPLES = [
    Example("It earns 5 million.", "Es verdient 5 Millionen.", "entailment", "t", "en", "de", (9, 18), (12, 23)),
    Example("Sales rose by 3 %.", "Der Absatz sank um 3 %.", "contradiction", "t", "en", "de", (14, 17), (19, 22)),
    Example("A dog sleeps.", "A cat eats.", "neutral", "t", "en", "en"),
    Example("A dog sleeps.", "No dog sleeps.", "not_entailment", "t", "en", "en"),
]  # fmt: skip


def test_a_killed_run_ends_like_an_unbroken_one(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed")
    from checker.training import base as bases
    from checker.training import train
    from checker.training.network import Lower, Upper

    base = bases.read(write_base(tmp_path / "base.bin"))
    tokenizer = Tokenizer(bundle.FOLDER / "encoder" / "tokens.model")
    pieces = max(i for e in EXAMPLES for text in (e.premise, e.hypothesis) for i in tokenizer(text).ids) + 1
    lower = Lower(base, 2, blocks(pieces * HIDDEN, 9)).eval()

    def run(name: str, stops: tuple[int, ...]) -> dict[str, object]:
        for stop in stops:
            torch.manual_seed(1)
            upper = Upper(base, [2], inner=16)
            plan = train.Plan(chunks=stop, chunk=32, batch=8, warmup=0, rate=1e-3, hidden=0.1, turned=0.5, mean=0.9)
            # The rate depends on the end of the plan; hold it still.
            original, train.rate = train.rate, lambda *_: 1e-3
            try:
                train.run(lower, upper, tokenizer, {"t": EXAMPLES}, [(0, {"t": 1.0})], plan, tmp_path / name)
            finally:
                train.rate = original
        state = torch.load(tmp_path / name, weights_only=True)
        return {(kind, name): value for kind in ("model", "mean") for name, value in state[kind].items()}

    whole, resumed = run("whole.pt", (2,)), run("resumed.pt", (1, 2))
    assert all(torch.equal(whole[name], resumed[name]) for name in whole)
    assert any(not torch.equal(whole["model", name], whole["mean", name]) for _, name in whole), "the mean lags behind"


def test_hidden_pieces_are_in_no_mean_and_marked_ones_are_shown() -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed")
    from checker.nli import pairing
    from checker.training import train
    from checker.training.batches import Batch

    torch.manual_seed(1)
    marks = [False] * 8 + [True, True], [False] * 10
    kinds = torch.from_numpy(pairing.kinds(*marks)).repeat(50, 1, 1)
    pools = torch.from_numpy(pairing.pools(*marks)).repeat(50, 1, 1)
    whole = Batch(torch.zeros(50, 20, 4), kinds, pools, torch.ones(50, 20).bool(), torch.zeros(50))
    batch = train.hide(whole, 0.5)
    assert batch.present[:, 8:10].all()
    assert 0.4 < batch.present.float().mean() < 0.7
    assert torch.allclose(batch.pools.sum(-1), torch.ones(50, 4))
    assert not batch.pools[~batch.present[:, None, :].expand_as(batch.pools)].any()
    assert torch.allclose(train.hide(whole, 0.0).pools, whole.pools)


def test_only_plain_contradictions_are_turned() -> None:
    pytest.importorskip("torch", reason="torch is not installed")
    from checker.training import train

    draw = random.Random(1)
    for example in EXAMPLES:
        assert train._turned(example, 1.0, draw) == example
    plain = Example("A dog sleeps.", "Kein Hund schläft.", "contradiction", "t", "en", "de")
    turned = train._turned(plain, 1.0, draw)
    assert (turned.premise, turned.hypothesis) == (plain.hypothesis, plain.premise)
    assert (turned.premise_lang, turned.hypothesis_lang) == ("de", "en")


def test_the_graph_says_what_the_network_says(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed")
    pytest.importorskip("onnx", reason="onnx is not installed")
    import numpy as np

    from checker.nli.sessions import Session
    from checker.training import base as bases
    from checker.training import encoder, export
    from checker.training.network import Lower, Upper

    base = bases.read(write_base(tmp_path / "base.bin"))
    lower = Lower(base, 2, blocks(4 * HIDDEN, 9)).eval()
    ids = torch.tensor([[0, 3, 3, 1, 2], [0, 1, 3, 2, 2]])
    with torch.inference_mode():
        states = lower(ids, torch.ones_like(ids).bool())
    (tmp_path / "lower.onnx").write_bytes(encoder.lower(base, 2))
    found = Session(tmp_path / "lower.onnx")(words=lower.embed(ids).numpy())
    assert found == pytest.approx(states.numpy(), abs=1e-4)

    upper = Upper(base, [2], inner=16).eval()
    kinds, pools = torch.rand(2, 5, 3), torch.rand(2, 4, 5)
    with torch.inference_mode():
        logits = upper(states, kinds, pools, torch.ones(2, 5).bool())
    (tmp_path / "upper.onnx").write_bytes(export.upper([upper], HEADS, HIDDEN, 1e-12, 2.0))
    given = {"states": states.numpy(), "kinds": kinds.numpy(), "pools": pools.numpy()}
    found = Session(tmp_path / "upper.onnx")(**given)
    assert np.allclose(found, logits.numpy() / 2, atol=3e-3)


GROUP = parallel.Group(
    "g",
    {
        "en": (
            "In 2019 the firm hired 40 people, and it opened a plant in Lyon.",
            "Nobody knew why, he said.",
            "It cost 7 euros.",
        ),
        "de": (
            "2019 stellte die Firma 40 Leute ein und eröffnete ein Werk in Lyon.",
            "Niemand wusste, warum, sagte er.",
            "Es kostete 7 Euro.",
        ),
    },
)  # fmt: skip


def test_made_pairs_mark_numbers_and_hold_all_labels() -> None:
    found = list(made.pairs([GROUP], 300, 1, (0, 1)))
    assert found == list(made.pairs([GROUP], 300, 1, (0, 1)))
    assert {example.label for example in found} == {"entailment", "neutral", "contradiction"}
    for example in found:
        for text, span in ((example.premise, example.premise_span), (example.hypothesis, example.hypothesis_span)):
            assert span is None or any(c.isdigit() for c in text[slice(*span)])
        if example.source == "kept":
            assert example.premise_span and example.hypothesis_span


def test_numbers_made_anew_are_the_same_on_both_sides_in_their_own_writing() -> None:
    assert claims.renumbered("1.234,5", "98760") == "9.876,0"
    assert claims.renumbered("३.७", "12") == "१.२"
    found = [example for example in made.pairs([GROUP], 300, 1, (0, 1), anew=1.0) if example.source == "kept"]
    marked = [
        (e.premise[slice(*(e.premise_span or ()))], e.hypothesis[slice(*(e.hypothesis_span or ()))]) for e in found
    ]
    assert all(digits(one) == digits(other) for one, other in marked)
    printed = {"2019", "40", "7"}
    assert sum(digits(one) not in printed for one, _ in marked) > 0.8 * len(marked)


def test_pairs_lose_their_marks_where_the_texts_as_wholes_have_the_same_verdict() -> None:
    marked = list(made.pairs([GROUP], 300, 1, (0, 1)))
    found = list(made.unmarked(marked))
    assert 0 < len(found) < len(marked)
    assert not any(example.marked for example in found)
    assert {example.label for example in found} == {"entailment", "neutral", "contradiction"}
    plain = {(e.premise, e.hypothesis, e.label) for e in found if e.label == "entailment"}
    assert all("Lyon" in one or "Lyon" not in other for one, other, _ in plain), "a hypothesis says more"


def test_a_recipe_takes_what_it_lacks_from_the_default() -> None:
    claims_recipe, prose = recipe.read(), recipe.read(recipe.DEFAULT.with_name("prose.toml"))
    assert (claims_recipe.part, prose.part) == ("claims", "prose")
    assert (prose.encoder, prose.pair, prose.made) == (claims_recipe.encoder, claims_recipe.pair, claims_recipe.made)
    assert prose.plan != claims_recipe.plan
    assert "unmarked" in prose.phases[-1][1]
    assert "made" not in prose.phases[-1][1]


def test_the_mean_of_two_models() -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed")
    from checker.training import train

    found = train.mean([{"a": torch.tensor([1.0, 2.0])}, {"a": torch.tensor([3.0, 6.0])}])
    assert found["a"].tolist() == [2.0, 4.0]


def test_swapping_keeps_the_words() -> None:
    text, one, other = claims.swapped("from 12 to 3456 now", (5, 7), (11, 15))
    assert (text, text[slice(*one)], text[slice(*other)]) == ("from 3456 to 12 now", "12", "3456")
    assert claims.swapped("from 12 to 3456 now", (11, 15), (5, 7)) == (text, other, one)


@pytest.mark.parametrize("number", ["5", "10", "1.5", "१२", "٣٫٥", "2019"])
def test_a_changed_number_is_another_number_in_the_same_script(number: str) -> None:
    for seed in range(30):
        new = claims.changed(number, random.Random(seed))
        assert digits(new) != digits(number)
        assert all(c.isdigit() or c in number for c in new)


def test_all_template_files_have_the_same_families_roles_and_slots() -> None:
    known = templates.load()
    shapes = {
        code: {(f, r): templates.slot(s[0]) for f, roles in language.claims.items() for r, s in roles.items()}
        for code, language in known.items()
    }
    for code, language in known.items():
        assert shapes[code] == shapes["en"], code
        for roles in language.claims.values():
            sentences = [sentence for role in roles.values() for sentence in role]
            assert len(set(sentences)) == len(sentences), code
            assert all(sentence.count("{") == 1 for sentence in sentences), code


def test_template_pairs_mark_the_amount() -> None:
    known = templates.load()
    maker = templates.Maker(known, {}, random.Random(1), list(known), list(known["en"].claims))
    for example in templates.pairs(maker, 300):
        for text, span in ((example.premise, example.premise_span), (example.hypothesis, example.hypothesis_span)):
            assert span and any(c.isdigit() for c in text[slice(*span)])


def test_two_claims_of_a_text_differ_in_their_numbers() -> None:
    known = templates.load()
    maker = templates.Maker(known, {}, random.Random(2), ["en"], ["rent"])
    for _ in range(300):
        value = templates.amount("count", maker.draw)
        pair = maker.both(known["en"], known["en"], "rent", "month", value)
        assert pair.premise_span and pair.hypothesis_span
        numbers = [
            claims.numbers(text[slice(*span)]).keys()
            for text, span in ((pair.premise, pair.premise_span), (pair.hypothesis, pair.hypothesis_span))
        ]
        assert (numbers[0] == numbers[1]) == (pair.label != "neutral")


def test_each_label_counts_alike_whatever_there_is_of_it() -> None:
    rows = [Example("a", "b", label, "s", "en", "de") for label in ("neutral", "neutral", "neutral", "entailment")]
    answers = [Probabilities(0.1, 0.8, 0.1)] * 4
    assert evaluate.alike(rows, answers) == 0.5
    assert evaluate.by_language(rows, answers) == {"de": 0.5, "en": 0.5}


def test_examples_survive_a_file(tmp_path: Path) -> None:
    path = tmp_path / "data" / "one.jsonl"
    assert examples.write(path, EXAMPLES) == len(EXAMPLES)
    assert examples.read(path, tmp_path / "cache") == EXAMPLES
