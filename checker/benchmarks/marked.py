"""Machine translations whose errors people have marked (the form of Bio-MQM): real drift, and real soundness.

A pair is drift where an omission, an addition or a grave mistranslation is marked whose words hold digits that the
other side lacks; it is sound where it holds digits and no accuracy error touches one. The rest is left out.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from checker.corpus import check_rows
from checker.model import Level
from checker.rows import Row
from checker.settings import Settings

_NUMBER = re.compile(r"\d(?:[\d.,\s]*\d)?")
_LONGEST = 1500
_WHOLE = ("Omission", "Addition")
_GRAVE = ("Major", "Critical")


@dataclass(frozen=True, slots=True)
class Pair:
    """A source and its translation with their languages, and whether the translation drifts."""

    source: str
    target: str
    languages: tuple[str, str]
    drift: bool


@dataclass(frozen=True, slots=True)
class Rates:
    """Of a language pair: sound pairs and those flagged, drifting pairs and those flagged."""

    sound: int
    alarms: int
    drift: int
    found: int


def _digits(text: str) -> set[str]:
    return {re.sub(r"\D", "", number) for number in _NUMBER.findall(text)}


def pairs(marks: Iterable[Mapping[str, Any]]) -> list[Pair]:
    """The pairs that can be told sound or drifting; of one pair marked several times all marks count."""
    seen: dict[tuple[str, str, str], tuple[bool, bool]] = {}
    for row in marks:
        source, target = row["source"], row["target"]
        if len(source) > _LONGEST or not _digits(source + " " + target):
            continue
        drift, touched = seen.get((row["lp"], source, target), (False, False))
        for errors, other in ((row["source_errors"], target), (row["target_errors"], source)):
            for error in errors:
                numbers = _digits(error.get("term") or "")
                if numbers and error["error_category"] == "Accuracy":
                    touched = True
                    drift = drift or (_is_grave(error) and bool(numbers - _digits(other)))
        seen[row["lp"], source, target] = drift, touched
    return [
        Pair(source, target, _languages(name), drift)
        for (name, source, target), (drift, touched) in seen.items()
        if drift or not touched
    ]


def _is_grave(error: Mapping[str, Any]) -> bool:
    kind = error["error_subcategory"]
    return kind in _WHOLE or (kind == "Mistranslation" and error["severity"] in _GRAVE)


def _languages(name: str) -> tuple[str, str]:
    one, _, other = name.partition("2")
    return one, other


def measure(found: Sequence[Pair], settings: Settings) -> Iterator[tuple[tuple[str, str], Rates]]:
    """The rates of each language pair."""
    for languages in sorted({pair.languages for pair in found}):
        mine = [pair for pair in found if pair.languages == languages]
        one, other = languages
        given = (Row(str(number), {one: pair.source, other: pair.target}) for number, pair in enumerate(mine))
        results = check_rows(given, replace(settings, source=one))
        flags = [any(f.level is not Level.NOTE for f in result.findings) for result in results]
        told = list(zip(mine, flags, strict=True))
        yield (
            languages,
            Rates(
                sum(not pair.drift for pair, _ in told),
                sum(flag and not pair.drift for pair, flag in told),
                sum(pair.drift for pair, _ in told),
                sum(flag and pair.drift for pair, flag in told),
            ),
        )


def table(rates: Iterable[tuple[tuple[str, str], Rates]]) -> str:
    """A line for each language pair, and one for all."""
    every = list(rates)
    total = Rates(*(sum(getattr(rate, part) for _, rate in every) for part in ("sound", "alarms", "drift", "found")))
    lines = []
    for name, rate in [*((f"{one}-{other}", rate) for (one, other), rate in every), ("all", total)]:
        alarms, hits = 100 * rate.alarms / max(1, rate.sound), 100 * rate.found / max(1, rate.drift)
        lines.append(
            f"{name:<12} sound {rate.sound:>6} alarms {alarms:5.1f} %   drift {rate.drift:>5} found {hits:5.1f} %\n"
        )
    return "".join(lines)
