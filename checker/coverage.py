"""Which languages are covered, and for which kinds of claim, as measured by the language files' own examples."""

from collections import Counter
from collections.abc import Iterator, Mapping

from checker import languages
from checker.extraction import extract
from checker.languages.notation import notation
from checker.model import Kind
from checker.progress import Progress


def coverage(progress: Progress | None = None) -> Iterator[tuple[str, str, Mapping[Kind, float]]]:
    """For each language its code, its English name, and for each kind the share of examples read right."""
    codes = languages.codes()
    for number, code in enumerate(codes):
        if progress:
            progress("languages", number, len(codes))
        yield code, languages.name(code), _shares(code)


def _shares(code: str) -> Mapping[Kind, float]:
    wanted: Counter[Kind] = Counter()
    right: Counter[Kind] = Counter()
    for example in languages.read(code).get("examples", []):
        found = Counter(notation(mention) for mention in extract(example["text"], code) if not mention.weak)
        for claim in example["claims"]:
            kind = Kind(claim.partition(" ")[0])
            wanted[kind] += 1
            if found[claim]:
                found[claim] -= 1
                right[kind] += 1
    return {kind: right[kind] / count for kind, count in wanted.items()}
