"""What a model teaches of pairs without labels, and weights read back from where they were written."""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from checker.model import Pair, Probabilities
from checker.training import data, taught
from checker.training.examples import Example
from checker.training.parallel import Group
from checker.training.recipe import Teaching, read
from checker.training.taught import Twins

PLAN = Teaching(sure=0.6, views=3, copies=8, rows=3, near=1)


class Words:
    """A model that goes by the words: yes and no contradict each other, what is the same is entailed."""

    digest = "words"

    def __init__(self, doubt: float = 0.1) -> None:
        self.doubt = doubt
        self.asked: list[Pair] = []

    def embed(self, texts: Sequence[str]) -> "np.ndarray[tuple[int, ...], np.dtype[np.float32]]":
        vectors = np.array([[text.count(letter) for letter in "abcdefghij"] for text in texts], np.float32)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    def judge(self, pairs: Sequence[Pair]) -> list[Probabilities]:
        self.asked += pairs
        rest = self.doubt / 2
        found = []
        for pair in pairs:
            against = ("no" in pair.premise.split()) != ("no" in pair.hypothesis.split())
            found.append(
                Probabilities(rest, rest, 1 - self.doubt) if against else Probabilities(1 - self.doubt, rest, rest)
            )
        return found

    def cover(self, pairs: Sequence[tuple[str, str]]) -> list[float]:
        return [0.0 for _ in pairs]


def twins(first: str, second: str) -> Twins:
    return Twins("t", *({code: f"{code} {word}" for code in ("de", "en", "sw")} for word in (first, second)))


TWINS = [twins("no", "yes"), twins("a", "a")]


def test_a_sure_label_is_taught_in_several_languages_and_across_them() -> None:
    rows = list(taught.taught(TWINS, Words(), PLAN, 1))
    assert [row.label for row in rows] == ["contradiction"] * 8 + ["entailment"] * 8
    assert all(row.source == "taught-t" and not row.marked for row in rows)
    for row in rows:
        assert row.premise.startswith(row.premise_lang)
        assert row.hypothesis.startswith(row.hypothesis_lang)
    assert len({row.premise_lang for row in rows}) == 3
    assert 0 < sum(row.premise_lang == row.hypothesis_lang for row in rows) < len(rows)


def test_what_is_not_sure_is_not_taught() -> None:
    assert not list(taught.taught(TWINS, Words(doubt=0.5), PLAN, 1))


def test_a_pair_is_judged_in_some_of_its_languages_and_one_doubt_counts() -> None:
    model = Words()
    assert list(taught.taught(TWINS[:1], model, Teaching(0.6, 2, 1), 1))
    assert len(model.asked) == 2
    mixed = Twins("t", {"de": "de no", "en": "en no"}, {"de": "de yes", "en": "en no"})
    assert not list(taught.taught([mixed], Words(), PLAN, 1))


def test_what_is_not_sure_can_be_taught_with_its_shares() -> None:
    plan = Teaching(sure=0.0, views=3, copies=2, shares=True)
    rows = list(taught.taught(TWINS, Words(doubt=0.5), plan, 1))
    assert [row.label for row in rows] == ["contradiction"] * 2 + ["entailment"] * 2
    assert [row.shares for row in rows[::2]] == [pytest.approx((0.25, 0.25, 0.5)), pytest.approx((0.5, 0.25, 0.25))]


def test_hypotheses_of_one_premise_are_set_beside_each_other_and_before_it() -> None:
    rows = [
        Example("p", "one", "neutral", "s", "en", "en"),
        Example("p", "two", "neutral", "s", "en", "en"),
        Example("p", "drei", "neutral", "s", "en", "de"),
        Example("q", "vier", "neutral", "s", "de", "de"),
    ]
    found = [(pair.first, pair.second) for pair in taught.recombined(rows, 99, 1)]
    expected = [("en", "one", "two"), ("en", "two", "one"), ("en", "one", "p"), ("en", "two", "p"), ("de", "vier", "q")]
    assert sorted(map(str, found)) == sorted(str(({code: a}, {code: b})) for code, a, b in expected)
    assert len(list(taught.recombined(rows, 2, 1))) == 2


def test_shares_are_written_and_read_and_are_what_is_to_come_out(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="torch is not installed")
    from checker.training import batches, examples

    rows = [
        Example("p", "h", "neutral", "s", "en", "en", shares=(0.25, 0.5, 0.25)),
        Example("p", "h", "neutral", "s", "en", "en", (0, 1)),
        Example("p", "h", "not_entailment", "s", "en", "en"),
    ]
    examples.write(tmp_path / "rows.jsonl", rows)
    assert examples.read(tmp_path / "rows.jsonl", tmp_path) == rows
    assert [batches.targets(row) for row in rows] == [(0.25, 0.5, 0.25, 0), (0, 1, 0, 0), (0, 0, 0, 1)]


def test_the_same_seed_teaches_the_same() -> None:
    once, again, other = (list(taught.taught(TWINS, Words(), PLAN, seed)) for seed in (1, 1, 2))
    assert once == again != other


@pytest.mark.parametrize(("score", "allowed"), [(5.0, {"entailment"}), (0.5, {"neutral", "contradiction"})])
def test_what_people_said_of_likeness_is_not_contradicted(tmp_path: Path, score: float, allowed: set[str]) -> None:
    path = tmp_path / "alike.jsonl.gz"
    row = {"score": score, "texts": {"en": ["a dog", "a cat"], "de": ["ein Hund", "eine Katze"]}}
    path.write_bytes(gzip.compress(json.dumps(row).encode()))
    twins = list(taught.similar(path))
    assert [set(pair.likely) for pair in twins] == [allowed, allowed]
    assert [(pair.first["en"], pair.second["de"]) for pair in twins] == [("a dog", "eine Katze"), ("a cat", "ein Hund")]


def test_the_nearest_rows_are_paired_but_no_row_with_itself() -> None:
    group = Group("g", {"en": ("aab", "aab", "aabb", "hij", "aabbc"), "de": ("1", "2", "3", "4", "5")})
    pairs = [(pair.first["de"], pair.second["de"]) for pair in taught.nearest([group], PLAN, Words())]
    assert pairs == [("1", "3"), ("2", "3"), ("3", "1")]


def test_the_recipe_says_how_much_is_taught() -> None:
    recipe = read(Path(taught.__file__).with_name("taught.toml"))
    shares = {name for _, phase in recipe.phases for name in phase if name.startswith("taught_")}
    assert {f"taught_{name}" for name in recipe.taught} == shares
    assert all(0.5 < plan.sure < 1 and plan.views >= 2 and plan.copies for plan in recipe.taught.values())


def test_what_the_data_came_from_is_added_to_what_is_known(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    for name in ("texts/en.txt.gz", "alike.jsonl.gz"):
        (tmp_path / name).write_bytes(gzip.compress(name.encode()))
    data.record(tmp_path, [tmp_path / "texts"], {"train/made": 3})
    data.record(tmp_path, [tmp_path / "alike.jsonl.gz"], {"train/taught": 4})
    known = json.loads((tmp_path / data.SOURCES).read_text(encoding="utf-8"))
    assert known["examples"] == {"train/made": 3, "train/taught": 4}
    assert sorted(known["sources"]) == ["alike.jsonl.gz", "texts/en.txt.gz"]


def test_weights_are_read_back_from_a_written_graph(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed")
    from checker.training import base as bases
    from checker.training import export, shipped
    from checker.training.network import Upper
    from tests.training.test_training import HEADS, HIDDEN, write_base

    model = Upper(bases.read(write_base(tmp_path / "base.bin")), [0, 2], inner=16)
    second = Upper(bases.read(tmp_path / "base.bin"), [0, 1], inner=16)
    written = export.upper([model, second], HEADS, HIDDEN, 1e-12, 1.0)
    (tmp_path / "pair.onnx").write_bytes(written)
    others = [Upper(bases.read(tmp_path / "base.bin"), [1, 1], inner=16) for _ in range(2)]
    for other, weights in zip(others, shipped.networks(tmp_path / "pair.onnx", 2), strict=True):
        other.load_state_dict(weights)
    assert export.upper(others, HEADS, HIDDEN, 1e-12, 1.0) == written
    with pytest.raises(ValueError):
        shipped.networks(tmp_path / "pair.onnx", 3)
    assert torch.equal(model.kinds, others[0].kinds)
    assert torch.equal(second.kinds, others[1].kinds)


def test_two_networks_answer_with_the_mean_of_their_logarithms(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed")
    import numpy as np
    import onnxruntime

    from checker.training import base as bases
    from checker.training import export
    from checker.training.network import Upper
    from tests.training.test_training import HEADS, HIDDEN, write_base

    source = bases.read(write_base(tmp_path / "base.bin"))
    models = [Upper(source, [0, 2], inner=16), Upper(source, [0, 1], inner=16)]
    draw = np.random.default_rng(3)
    inputs = {
        "states": draw.normal(size=(3, 6, HIDDEN)).astype(np.float32),
        "kinds": draw.integers(0, 2, (3, 6, 3)).astype(np.float32),
        "pools": np.full((3, 4, 6), 1 / 6, np.float32),
    }

    def logits(which: list[Upper]) -> torch.Tensor:
        graph = onnxruntime.InferenceSession(export.upper(which, HEADS, HIDDEN, 1e-12, 1.0))
        return torch.from_numpy(graph.run(None, inputs)[0])

    one, other, both = logits(models[:1]), logits(models[1:]), logits(models)
    expected = (one.log_softmax(-1) + other.log_softmax(-1)) / 2
    assert torch.allclose(both, expected, atol=1e-5)


def test_a_run_begins_with_one_network(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="torch is not installed")
    from checker.errors import InputError
    from checker.nli.bundle import FOLDER
    from checker.training import build
    from checker.training.recipe import read

    with pytest.raises(InputError, match="2 networks; a run begins with the weights of one"):
        build._weights(FOLDER / "pair" / "prose.onnx", read())


def test_what_the_recipe_does_not_know_is_refused_before_anything_is_done(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="torch is not installed")
    from checker.errors import InputError
    from checker.nli import bundle
    from checker.training import build

    (tmp_path / "poems").mkdir()
    recipe = read(Path(taught.__file__).with_name("taught.toml"))
    with pytest.raises(InputError, match=r"poems: the recipe says how much to take of stsb_multi_train, tatoeba"):
        build.teach(bundle.FOLDER, tmp_path / "work", [], [tmp_path / "poems"], recipe)
    assert not (tmp_path / "work").exists()


def test_one_network_of_a_pair_model_is_named_by_its_number(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed")
    from checker.errors import InputError
    from checker.training import base as bases
    from checker.training import build, export
    from checker.training.network import Upper
    from tests.training.test_training import HEADS, HIDDEN, write_base

    source = bases.read(write_base(tmp_path / "base.bin"))
    models = [Upper(source, [0, 2, 1]), Upper(source, [0, 1, 2])]
    (tmp_path / "prose.onnx").write_bytes(export.upper(models, HEADS, HIDDEN, 1e-12, 1.0))
    recipe = read(Path(taught.__file__).with_name("shares.toml"))
    both = build._networks(tmp_path / "prose.onnx", recipe)
    for at, weights in enumerate(both, 1):
        (one,) = build._networks(tmp_path / f"prose.onnx#{at}", recipe)
        assert all(torch.equal(one[name], weights[name]) for name in weights)
    for wrong in ("#3", "#0", "#x"):
        with pytest.raises(InputError, match="2 networks"):
            build._networks(tmp_path / f"prose.onnx{wrong}", recipe)
