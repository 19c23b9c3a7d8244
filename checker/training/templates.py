"""Makes pairs in which the same number is said of the same thing or of another, from sentences in `templates/`."""

import random
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from checker.training.claims import Span
from checker.training.examples import Example

FOLDER = Path(__file__).parent / "templates"
SOURCE = "template"
"""The source of all that is made here."""
_SLOTS = ("money", "count", "percent", "year")
_BOTH = 0.25
"""Share of the pairs whose texts hold two claims of a family each."""


@dataclass(frozen=True, slots=True)
class Language:
    """The sentences of a language: `claims[family][role]`, and how it writes amounts."""

    code: str
    amounts: Mapping[str, Any]
    claims: Mapping[str, Mapping[str, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Amount:
    """What is filled in; `scale` is `million` or `billion` for money."""

    slot: str
    number: Decimal
    scale: str = ""


def load(folder: Path = FOLDER) -> dict[str, Language]:
    """The languages there are, by code."""
    found = {}
    for path in sorted(folder.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        amounts = data.pop("amounts")
        found[path.stem] = Language(path.stem, amounts, data)
    return found


def slot(sentence: str) -> str:
    """Which slot a sentence has."""
    return next(name for name in _SLOTS if "{" + name + "}" in sentence)


def amount(kind: str, draw: random.Random) -> Amount:
    """A random amount for a slot."""
    if kind == "money":
        number = Decimal(draw.randrange(11, 995)) / draw.choice((1, 10, 10))
        return Amount(kind, number, draw.choice(("million", "billion")))
    if kind == "percent":
        return Amount(kind, Decimal(draw.randrange(2, 990)) / draw.choice((1, 10)) % 97 + 2)
    if kind == "year":
        return Amount(kind, Decimal(draw.randrange(1950, 2027)))
    return Amount(
        kind, Decimal(draw.choice((draw.randrange(3, 99), draw.randrange(100, 999), draw.randrange(2, 60) * 50)))
    )


def written(value: Amount, language: Language, draw: random.Random) -> str:
    """The amount in words of the language."""
    times, text = 1, "{n}"
    if value.scale:
        choice = draw.choice(language.amounts[value.scale])
        times, text = choice["times"], choice["text"]
    elif value.slot == "percent":
        text = draw.choice(language.amounts["percent"])
    number = f"{(value.number * times).normalize():f}".replace(".", language.amounts["decimal"])
    return text.replace("{n}", number)


def fill(sentence: str, words: str) -> tuple[str, Span]:
    """The sentence with its slot filled, and where."""
    start = sentence.index("{")
    end = sentence.index("}") + 1
    return sentence[:start] + words + sentence[end:], (start, start + len(words))


class Maker:
    """Draws pairs; `lines[code]` are sentences to set around a claim, `families` and `languages` what is used."""

    def __init__(
        self,
        known: Mapping[str, Language],
        lines: Mapping[str, Sequence[str]],
        draw: random.Random,
        languages: Sequence[str],
        families: Sequence[str],
    ) -> None:
        self.known, self.lines, self.draw = known, lines, draw
        self.languages, self.families = sorted(languages), sorted(families)
        self.alike: dict[str, list[tuple[str, str]]] = {}
        """By slot, the families and roles that have it."""
        for family in self.families:
            for role, sentences in sorted(known[self.languages[0]].claims[family].items()):
                self.alike.setdefault(slot(sentences[0]), []).append((family, role))

    def text(self, language: Language, family: str, role: str, value: Amount, used: str = "") -> tuple[str, Span, str]:
        """A claim among other sentences: the text, where the amount stands, and the template."""
        sentences = [s for s in language.claims[family][role] if s != used] or list(language.claims[family][role])
        template = self.draw.choice(sentences)
        text, span = fill(template, written(value, language, self.draw))
        roles = [r for r in language.claims[family] if r != role]
        if self.draw.random() < 0.15:
            other = amount(value.slot, self.draw)
            extra = fill(
                self.draw.choice(language.claims[family][self.draw.choice(roles)]), written(other, language, self.draw)
            )[0]
            text, span = self.beside(text, span, extra)
        lines = self.lines.get(language.code)
        if lines and self.draw.random() < 0.35:
            text, span = self.beside(text, span, self.draw.choice(lines))
        return text, span, template

    def beside(self, text: str, span: Span, extra: str) -> tuple[str, Span]:
        """The text with a sentence before or after it."""
        if self.draw.random() < 0.5:
            return f"{text} {extra}", span
        shift = len(extra) + 1
        return f"{extra} {text}", (span[0] + shift, span[1] + shift)

    def pair(self) -> Example:
        """One pair, of the same language in one case of five."""
        draw = self.draw
        left = self.known[draw.choice(self.languages)]
        right = left if draw.random() < 0.2 else self.known[draw.choice(self.languages)]
        family = draw.choice(self.families)
        role = draw.choice(sorted(left.claims[family]))
        kind = slot(left.claims[family][role][0])
        value = there = amount(kind, draw)
        if draw.random() < _BOTH:
            return self.both(left, right, family, role, value)
        label, target, theirs, way = "entailment", family, role, draw.random()
        if way > 0.85:
            label = "neutral"
            fits = [(f, r) for f, r in self.alike[kind] if f != family]
            if fits:
                target, theirs = draw.choice(fits)
            else:
                label = "entailment"
        elif way > 0.5:
            label, theirs = "contradiction", draw.choice([r for r in sorted(right.claims[family]) if r != role])
        elif way > 0.43:
            label, there = "contradiction", amount(kind, draw)
        premise, here, used = self.text(left, family, role, value)
        hypothesis, place, _ = self.text(right, target, theirs, there, used)
        return Example(premise, hypothesis, label, SOURCE, left.code, right.code, here, place)

    def both(self, left: Language, right: Language, family: str, role: str, value: Amount) -> Example:
        """Two claims in each text: the numbers as they were, exchanged, or each text's mark on another claim."""
        draw = self.draw
        other, beside = draw.choice([r for r in sorted(left.claims[family]) if r != role]), value
        while beside == value:
            beside = amount(value.slot, draw)
        label, theirs, there, more = "entailment", role, value, (other, beside)
        way = draw.random()
        if way > 0.8:
            label, theirs, there, more = "neutral", other, beside, (role, value)
        elif way > 0.4:
            label, theirs, more = "contradiction", other, (role, beside)
        premise, here = self.two(left, family, (role, value), (other, beside))
        hypothesis, place = self.two(right, family, (theirs, there), more)
        return Example(premise, hypothesis, label, SOURCE, left.code, right.code, here, place)

    def two(
        self, language: Language, family: str, one: tuple[str, Amount], more: tuple[str, Amount]
    ) -> tuple[str, Span]:
        """Two claims of a family in one text, in either order, and where the amount of the first stands."""
        (text, span), (extra, _) = (
            fill(self.draw.choice(language.claims[family][role]), written(value, language, self.draw))
            for role, value in (one, more)
        )
        return self.beside(text, span, extra)


def pairs(maker: Maker, count: int) -> Iterator[Example]:
    """`count` pairs."""
    for _ in range(count):
        yield maker.pair()
