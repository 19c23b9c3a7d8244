"""Which language a text is in, where no name tells it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

_ENOUGH = 20_000  # code points: more changes no guess
_LEAST = 12  # letters
_SURE = 0.9


@dataclass(frozen=True, slots=True)
class Guess:
    """A language as a BCP 47 code; `sure` is False where the text is short or the runner-up near."""

    language: str
    sure: bool


def guess(texts: Iterable[str]) -> Guess | None:
    """The language of the prose, the same for the same text; None where there are hardly any letters."""
    from langcodes import standardize_tag

    prose: list[str] = []
    size = 0
    for text in texts:
        prose.append(text[: _ENOUGH - size])
        size += len(prose[-1])
        if size >= _ENOUGH:
            break
    sample = "\n".join(prose)
    if sum(char.isalpha() for char in sample) < _LEAST:
        return None
    language, probability = _identifier().classify(sample)
    return Guess(str(standardize_tag(language)), float(probability) >= _SURE)


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
