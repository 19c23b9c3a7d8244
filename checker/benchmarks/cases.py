"""Extraction cases: a text, and the values that are to be found in it (the form of Recognizers-Text's test suite)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from checker.benchmarks.names import code
from checker.extraction import extract
from checker.model import Mention, Quantity

MODELS = ("NumberModel", "PercentModel", "OrdinalModel", "CurrencyModel")
"""The kinds of case whose answer is a number."""
_EXACT = Decimal("1e-9")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case: what it belongs to, whether it passed, and what was wanted and found."""

    model: str
    language: str
    passed: bool
    text: str
    wanted: tuple[Decimal, ...]
    found: tuple[Decimal, ...]


def measure(cases: Iterable[Mapping[str, Any]]) -> Iterator[Outcome]:
    """The outcome of each case with numbers; a case passes when all of them are found, and nothing where none is."""
    for case in cases:
        if case.get("model") not in MODELS:
            continue
        wanted = [_number((result.get("Resolution") or {}).get("value")) for result in case.get("results", ())]
        if None in wanted:
            continue
        found = [value for mention in extract(case["input"], code(case["language"])) for value in _values(mention)]
        right = all(any(abs(f - w) <= abs(w) * _EXACT for f in found) for w in wanted if w is not None)
        passed = right and not (found and not wanted)
        numbers = tuple(w for w in wanted if w is not None)
        yield Outcome(case["model"], case["language"], passed, case["input"], numbers, tuple(found))


def _values(mention: Mention) -> Iterator[Decimal]:
    if isinstance(mention.value, Quantity):
        yield from {mention.value.low, mention.value.high}


def _number(text: object) -> Decimal | None:
    try:
        return Decimal(str(text).replace(",", ".").rstrip("%"))
    except InvalidOperation:
        return None


def table(outcomes: Iterable[Outcome]) -> str:
    """Passed of all by model and language, and by model."""
    counts: dict[tuple[str, str], list[int]] = {}
    for outcome in outcomes:
        for language in (outcome.language, "all"):
            count = counts.setdefault((outcome.model, language), [0, 0])
            count[0] += outcome.passed
            count[1] += 1
    return "".join(
        f"{model:<14} {language:<12} {passed:>5}/{total:<5} {100 * passed / total:5.1f} %\n"
        for (model, language), (passed, total) in sorted(counts.items())
    )
