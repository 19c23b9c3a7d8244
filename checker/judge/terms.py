"""What a judgement is made by, and the words that it is told in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from checker.languages import name
from checker.model import Level, Mention, Pair, Probabilities, Rule, Segment

Ask = Callable[[Sequence[Pair]], list[Probabilities]]
"""The entailment model: what it says of each pair."""
Holds = Callable[[Segment, Mention], bool]
"""Whether a sentence says a claim's number after all, in a form that is no mention of its own."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The source language (None: no version is privileged), the level of each rule, and whom to ask."""

    source: str | None
    level: Callable[[Rule], Level]
    holds: Holds
    ask: Ask | None = None


def who(languages: Sequence[str]) -> str:
    """Language names in a row: German, Hindi and Russian."""
    return row([name(language) for language in languages])


def row(words: Sequence[str]) -> str:
    """Words in a row: one, two and three."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def say(languages: Sequence[str]) -> str:
    """The verb for so many."""
    return "says" if len(languages) == 1 else "say"
