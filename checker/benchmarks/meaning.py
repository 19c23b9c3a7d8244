"""How well the drift score tells pairs of sentences that differ in meaning from those that don't (the form of REFreSD).

A file is a table parted by tabs: a head line that begins with `#` and names the columns, two of them
`LANGUAGE_sentence` (`english_sentence`), one that ends in `labels`. The figure is the area under the curve: how often
a pair that differs scores higher than one that doesn't.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from checker.benchmarks.names import code
from checker.corpus import check_rows
from checker.errors import InputError
from checker.extraction import extract
from checker.meaning import Cover, Judge, differences, drift
from checker.progress import Progress
from checker.rows import Row
from checker.settings import Settings

SAME = "no_meaning_difference"
"""The label of pairs that say the same."""
_SENTENCE, _LABELS = "_sentence", "labels"
_PORTION = 64


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences with their languages, and what people said of them."""

    texts: tuple[str, str]
    languages: tuple[str, str]
    label: str

    @property
    def counted(self) -> bool:
        """Whether one of the two makes a claim."""
        return any(extract(text, language) for text, language in zip(self.texts, self.languages, strict=True))


@dataclass(frozen=True, slots=True)
class Scored:
    """A pair and its drift score."""

    pair: Pair
    score: float


def read(path: Path) -> list[Pair]:
    """The pairs of a file; raises InputError with the line where it is none."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: cannot read: {error}") from error
    heads = [name.strip().lstrip("#") for name in lines[0].split()] if lines and lines[0].startswith("#") else []
    sentences = [place for place, name in enumerate(heads) if name.endswith(_SENTENCE)]
    labels = [place for place, name in enumerate(heads) if name.endswith(_LABELS)]
    if len(sentences) != 2 or not labels:
        raise InputError(
            f"{path}:1: the first line has to name the columns: #3_labels #english_sentence #french_sentence"
        )
    one, other = (code(heads[place].removesuffix(_SENTENCE)) for place in sentences)
    pairs = []
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t")
        if len(cells) < len(heads):
            raise InputError(f"{path}:{number}: {len(cells)} columns where the head has {len(heads)}")
        texts = cells[sentences[0]], cells[sentences[1]]
        pairs.append(Pair(texts, (one, other), cells[labels[-1]].strip()))
    return pairs


def measure(
    pairs: Sequence[Pair],
    settings: Settings,
    judge: Judge | None,
    cover: Cover,
    progress: Progress | None = None,
) -> Iterator[Scored]:
    """The drift score of each pair; by the findings of the rules alone where `judge` is None."""
    for at in range(0, len(pairs), _PORTION):
        part = pairs[at : at + _PORTION]
        if progress:
            progress("pairs", at, len(pairs))
        apart = (
            [(it,) for it in differences([pair.texts for pair in part], judge, cover)] if judge else [()] * len(part)
        )
        given = (Row(str(n), dict(zip(pair.languages, pair.texts, strict=True))) for n, pair in enumerate(part))
        for pair, result, differing in zip(part, check_rows(given, settings), apart, strict=True):
            yield Scored(pair, drift(result.findings, differing))


def area(low: Sequence[float], high: Sequence[float]) -> float | None:
    """The area under the curve: the share of pairs of scores in which the second is the higher, ties counting half."""
    if not low or not high:
        return None
    ordered = sorted([(score, 0) for score in low] + [(score, 1) for score in high])
    ranks, at = 0.0, 0
    while at < len(ordered):
        end = at
        while end < len(ordered) and ordered[end][0] == ordered[at][0]:
            end += 1
        ranks += (at + end + 1) / 2 * sum(side for _, side in ordered[at:end])
        at = end
    return (ranks - len(high) * (len(high) + 1) / 2) / (len(low) * len(high))


def table(scored: Sequence[Scored], same: str = SAME) -> str:
    """Lines of each label against `same`, and of all together, on all pairs and on those with claims."""
    groups = (("all pairs", scored), ("pairs with claims", [it for it in scored if it.pair.counted]))
    lines = []
    for name, several in groups:
        low = [it.score for it in several if it.pair.label == same]
        labels = sorted({it.pair.label for it in several} - {same})
        for label in (*labels, None):
            high = [it.score for it in several if it.pair.label != same and label in (None, it.pair.label)]
            found = area(low, high)
            value = "–" if found is None else f"{found:.3f}"
            lines.append(
                f"{name:<18} {label or 'any other label':<28} {len(high):>6} against {len(low):>5}   {value}\n"
            )
    return "".join(lines)
