"""What training is fed: pairs with a label, from files as they are or made from parallel text and templates."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Example:
    """A pair, its label, the claims marked in it (code points), its languages and where it comes from.

    `shares` are the probabilities of LABELS that a teacher gives the pair; what is learnt then is these.
    """

    premise: str
    hypothesis: str
    label: str
    source: str
    premise_lang: str
    hypothesis_lang: str
    premise_span: tuple[int, int] | None = None
    hypothesis_span: tuple[int, int] | None = None
    shares: tuple[float, float, float] | None = None

    @property
    def marked(self) -> bool:
        """Whether a claim is marked on either side."""
        return self.premise_span is not None or self.hypothesis_span is not None


def write(path: Path, examples: Iterable[Example]) -> int:
    """Writes examples as JSON lines through `datasets`; returns how many."""
    from datasets import Dataset, disable_progress_bars

    disable_progress_bars()

    def rows() -> Iterator[dict[str, Any]]:
        for example in examples:
            row = asdict(example)
            for side in ("premise_span", "hypothesis_span"):
                row[side] = list(row[side] or (-1, -1))
            row["shares"] = list(row["shares"] or ())
            yield row

    path.parent.mkdir(parents=True, exist_ok=True)
    data = Dataset.from_list(list(rows()))
    data.to_json(str(path), force_ascii=False)
    return len(data)


def read(path: Path, cache: Path) -> list[Example]:
    """Reads examples as `write` left them."""
    from datasets import disable_progress_bars, load_dataset

    disable_progress_bars()
    data = load_dataset("json", data_files=str(path), split="train", cache_dir=str(cache))
    result = []
    for row in data:
        spans = [tuple(row.pop(side)) for side in ("premise_span", "hypothesis_span")]
        marks = [None if span[0] < 0 else span for span in spans]
        shares = tuple(row.pop("shares", ())) or None
        result.append(Example(**row, premise_span=marks[0], hypothesis_span=marks[1], shares=shares))
    return result
