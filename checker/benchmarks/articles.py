"""Made articles in five languages, of any length, for how long a long one takes, and where that time goes.

`python -m checker.benchmarks.articles varied 20000 FOLDER` writes the versions of one article of so many sentences;
`dense` has numbers in most of them, and all alike. Every hundredth sentence is left out of a version, and every
thousandth number of one is another. `python -m checker.benchmarks.articles stages FOLDER` checks what lies there, by
rules only, and prints the processor time of each stage in seconds.
"""

import sys
import time
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from importlib.resources import files
from pathlib import Path
from random import Random
from typing import Any, TypeVar

from babel.numbers import format_decimal

from checker.align import Version, align
from checker.model import Document
from checker.pipeline import check_set, prepared, read_set, sought, verdicts_of
from checker.settings import Settings

_PARAGRAPH = 5
_LEFT_OUT, _DRIFTED = 0.01, 0.001
_OTHERS = 1000
"""By how much a number that drifted is greater."""

T = TypeVar("T")


def articles(kind: str, count: int, seed: int = 7) -> dict[str, str]:
    """The versions of an article of `count` sentences by language, as Markdown; `kind` is `varied` or `dense`."""
    data = tomllib.loads((files("checker.benchmarks") / "articles.toml").read_text("utf-8"))
    draw = Random(seed)
    said: dict[str, list[str]] = {}
    for _ in range(count):
        parts = [data["dense"]] if kind == "dense" else [data[name] for name in ("begin", "middle", "end")]
        chosen = [draw.choice(part) for part in parts]
        values = _values(draw, data["places"])
        for language in chosen[0]:
            kept = said.setdefault(language, [])
            if draw.random() >= _LEFT_OUT:
                kept.append(_sentence([part[language] for part in chosen], values, language, draw))
    return {
        language: "\n\n".join(" ".join(kept[at : at + _PARAGRAPH]) for at in range(0, len(kept), _PARAGRAPH)) + "\n"
        for language, kept in said.items()
    }


def _values(draw: Random, places: Sequence[str]) -> dict[str, Any]:
    return {
        "p": draw.choice(places),
        "a": draw.randrange(1000, 99_999),
        "b": draw.randrange(13, 99),
        "c": draw.randrange(13, 99),
        "d": draw.randrange(2, 29),
        "y": draw.randrange(1950, 2025),
    }


def _sentence(parts: Sequence[str], values: Mapping[str, Any], language: str, draw: Random) -> str:
    drifted = _OTHERS if draw.random() < _DRIFTED else 0
    written = {**values, "a": format_decimal(values["a"] + drifted, locale=language)}
    text = parts[0] if len(parts) == 1 else f"{parts[0]} {parts[1]}{parts[2]}."
    return text.format(**written)


def stages(folder: str) -> Iterator[tuple[str, float]]:
    """The processor time of each stage of a check of the sets in a folder, by rules only, in seconds."""
    settings = Settings(rules_only=True)
    for found in sought([folder], settings).sets:
        (documents, _), spent = _timed(partial(read_set, found, settings))
        yield "read", spent
        versions, spent = _timed(partial(_prepared, documents, settings))
        yield f"segment and extract ({sum(len(it.segments) for it in versions.values())} segments)", spent
        alignment, aligned = _timed(partial(align, versions, "made"))
        yield f"align ({len(alignment.facts)} claims)", aligned
        verdicts, judged = _timed(partial(verdicts_of, alignment.facts, None, settings, None))
        yield f"judge ({len(verdicts)} verdicts)", judged
        _, spent = _timed(partial(check_set, "made", documents, settings, None, versions))
        yield "report", spent - aligned - judged


def _prepared(documents: Mapping[str, Document], settings: Settings) -> dict[str, Version]:
    return {language: prepared(document, settings, None) for language, document in documents.items()}


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    begin = time.process_time()
    result = work()
    return result, time.process_time() - begin


def main(arguments: Sequence[str]) -> int:
    """Writes an article, or times a check; 2 where it is not said which, how long or where."""
    match arguments:
        case ["stages", folder]:
            for name, spent in stages(folder):
                sys.stdout.write(f"{spent:8.2f}  {name}\n")
        case [("varied" | "dense") as kind, count, folder] if count.isdigit():
            where = Path(folder)
            where.mkdir(parents=True, exist_ok=True)
            for language, text in articles(kind, int(count)).items():
                (where / f"{language}.md").write_text(text, "utf-8")
        case _:
            sys.stderr.write("give varied or dense, a number of sentences and a folder; or stages and a folder\n")
            return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
