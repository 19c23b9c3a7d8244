"""Makes claim-level pairs from row-parallel text: what a translation keeps, changes, moves or drops."""

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from checker.datafiles import language
from checker.exchange import exchange
from checker.nli.prose import digits
from checker.training import claims
from checker.training.claims import Span
from checker.training.examples import Example
from checker.training.parallel import Group

_WORDS = 0.85
"""Share of the drifts that exchange a word, where one stands near the number, and not the number."""

_SAME = 1 / 3
"""Share of the exchanged words whose meaning stays, so that an odd word alone is no contradiction."""

_DRIFTS = 0.3
"""Share of the pairs whose claim drifts."""
_RARE = 0.01
"""Share of a text's lines in which a word stands that says what a number is said of, at the most."""
_NEAR = 4
"""Such words, nearest to the number, of which one is exchanged."""
_ALIKE = 0.3
"""Share of the exchanges of such a word that are made on both sides, so that an odd word alone is no contradiction."""

_MORE, _OTHER = "kept-with-more", "other"
"""Kinds whose verdict is that of the marked claims alone: the hypothesis says more, or says the same elsewhere."""


def tag(name: str) -> str:
    """The language of a file name such as `por_Latn` or `pt_BR`, as BCP 47 without script and region."""
    return language(name).split("-")[0]


@dataclass(frozen=True, slots=True)
class Cell:
    """A line in a language."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Match:
    """A line in two languages and a number that stands once in each."""

    left: Cell
    right: Cell
    number: str
    here: Span
    there: Span


def find(left: Cell, right: Cell) -> list[Match]:
    """The numbers that both lines hold once, written with the same digits."""
    ours, theirs = claims.numbers(left.text), claims.numbers(right.text)
    return [Match(left, right, n, ours[n], theirs[n]) for n in ours if n in theirs]


class Maker:
    """Draws pairs from groups; `rows` bounds the rows used, `without` names languages that are left out.

    `anew` is the share of the pairs with another number in both texts than was printed there, so that numbers are
    learnt to be compared and not known by heart; `subjects` is the share of the drifts that say the number of something
    else, by another word beside it.
    """

    def __init__(
        self,
        groups: Sequence[Group],
        draw: random.Random,
        rows: tuple[float, float],
        without: Sequence[str],
        anew: float = 0.0,
        subjects: float = 0.0,
    ) -> None:
        self.draw = draw
        self.anew = anew
        self.subjects = subjects
        self.known: dict[tuple[str, str], Counter[str]] = {}
        self.groups = [
            (group, [name for name in sorted(group.lines) if name not in without]) for group in groups if group.rows > 1
        ]
        self.groups = [(group, names) for group, names in self.groups if len(names) > 1]
        self.weights = [min(group.rows, 2000) * len(names) ** 0.5 for group, names in self.groups]
        self.rows = rows

    def row(self) -> tuple[Group, int, str, str]:
        """A row and two of its languages."""
        ((group, names),) = self.draw.choices(self.groups, self.weights)
        first, last = (int(part * group.rows) for part in self.rows)
        left, right = self.draw.sample(names, 2)
        return group, self.draw.randrange(first, last), left, right

    def pair(self) -> Example | None:
        """One pair, or None where the row drawn has nothing to offer."""
        group, index, left, right = self.row()
        ours, theirs = (Cell(name, group.lines[name][index]) for name in (left, right))
        if min(len(ours.text), len(theirs.text)) < 8:
            return None
        near = index + self.draw.choice((-2, -1, 1, 2))
        beside = Cell(right, group.lines[right][near]) if 0 <= near < group.rows else None
        found = find(ours, theirs)
        if not found:
            return self.plain(ours, theirs, beside)
        match = self.draw.choice(found)
        if self.subjects and self.draw.random() < self.subjects * _DRIFTS and (example := self.resaid(match, group)):
            return example
        if self.anew and self.draw.random() < self.anew:
            match = self.renumbered(match)
            found = find(match.left, match.right)
        way = self.draw.random()
        if way < 0.42:
            return self.kept(match, beside)
        if way < 0.42 + _DRIFTS:
            return self.drifted(match, found)
        return self.elsewhere(match, beside, found)

    def example(self, kind: str, label: str, left: Cell, right: Cell, here: Span | None, there: Span | None) -> Example:
        """An example, half of them the other way round where the label allows."""
        if here:
            here = claims.widen(left.text, here, self.draw)
        if there:
            there = claims.widen(right.text, there, self.draw)
        return Example(left.text, right.text, label, kind, left.language, right.language, here, there)

    def plain(self, ours: Cell, theirs: Cell, beside: Cell | None) -> Example | None:
        """Unmarked: a translation, or the sentence next to it. Few of them, for most rows hold no number."""
        if self.draw.random() < 0.9:
            return None
        if beside and len(beside.text) > 8 and self.draw.random() < 0.5:
            return self.example("beside", "neutral", ours, beside, None, None)
        return self.example("translation", "entailment", ours, theirs, None, None)

    def renumbered(self, match: Match) -> Match:
        """The same with other digits on both sides; as it was where they stand in one of the texts already."""
        new = "".join(str(self.draw.randint(not at, 9)) for at in range(len(match.number)))
        if any(new in claims.numbers(cell.text) for cell in (match.left, match.right)):
            return match
        left, here = _put(match.left, match.here, new)
        right, there = _put(match.right, match.there, new)
        return Match(left, right, new, here, there)

    def resaid(self, match: Match, group: Group) -> Example | None:
        """The number said of something else; or of that on both sides, which is then the same text in one language."""
        text, there = match.right.text, match.there
        known = self.counted(group, match.right.language)
        most = max(2, int(_RARE * group.rows))
        near = [span for span in claims.words(text) if known[text[slice(*span)].lower()] <= most]
        near = sorted(near, key=lambda span: max(there[0] - span[1], span[0] - there[1]))[:_NEAR]
        if not near:
            return None
        old = self.draw.choice(near)
        word = text[slice(*old)]
        other = self.draw.choice(group.lines[match.right.language][: int(self.rows[1] * group.rows)])
        new = [each for each in (other[slice(*span)] for span in claims.words(other)) if each.lower() != word.lower()]
        new = [each for each in new if each[0].isupper() == word[0].isupper() and known[each.lower()] <= most]
        if not new:
            return None
        changed, _ = claims.put(text, old, self.draw.choice(new))
        shift = len(changed) - len(text) if old[0] < there[0] else 0
        right = Cell(match.right.language, changed)
        there = there[0] + shift, there[1] + shift
        if self.draw.random() >= _ALIKE:
            return self.example("subject-changed", "contradiction", match.left, right, match.here, there)
        found = claims.clause(changed, there)
        left, here = (Cell(right.language, found[0]), found[1]) if found else (right, there)
        return self.example("subject-kept", "entailment", right, left, there, here)

    def counted(self, group: Group, language: str) -> Counter[str]:
        """In how many lines of a group each word stands."""
        key = group.name, language
        if key not in self.known:
            lines = group.lines[language]
            self.known[key] = Counter(
                word for line in lines for word in {line[slice(*span)].lower() for span in claims.words(line)}
            )
        return self.known[key]

    def kept(self, match: Match, beside: Cell | None) -> Example:
        """The claim survives: as it is, in a shortened version, or with a sentence more."""
        left, here, right, there = match.left, match.here, match.right, match.there
        kind, way = "kept", self.draw.random()
        if way < 0.3:
            found = claims.clause(right.text, there)
            if found:
                right, there = Cell(right.language, found[0]), found[1]
        elif way < 0.45:
            found = claims.clause(left.text, here)
            if found:
                kind, left, here = _MORE, Cell(left.language, found[0]), found[1]
        elif way < 0.6 and beside:
            kind, (right, there) = _MORE, self.merged(right, there, beside)
        return self.example(kind, "entailment", left, right, here, there)

    def merged(self, cell: Cell, span: Span, beside: Cell) -> tuple[Cell, Span]:
        """The line with its neighbour before or after it."""
        if self.draw.random() < 0.5:
            return Cell(cell.language, f"{cell.text} {beside.text}"), span
        shift = len(beside.text) + 1
        return Cell(cell.language, f"{beside.text} {cell.text}"), (span[0] + shift, span[1] + shift)

    def drifted(self, match: Match, found: Sequence[Match]) -> Example:
        """The claim is contradicted: another number or word, or this number said of what another is said of."""
        if self.draw.random() < _WORDS and (example := self.reworded(match)):
            return example
        others = [m for m in found if m.number != match.number and len(m.number) < 7]
        if others and self.draw.random() < 0.75:
            other = self.draw.choice(others)
            text, there, _ = claims.swapped(match.right.text, match.there, other.there)
            right = Cell(match.right.language, text)
            return self.example("swapped", "contradiction", match.left, right, match.here, there)
        new = claims.changed(match.right.text[slice(*match.there)], self.draw)
        text, there = claims.put(match.right.text, match.there, new)
        return self.example("changed", "contradiction", match.left, Cell(match.right.language, text), match.here, there)

    def reworded(self, match: Match) -> Example | None:
        """A word of the claim exchanged; where the meaning stays, the claim does."""
        changed = exchange(match.right.text, match.there, tag(match.right.language), self.draw, same=_SAME)
        if changed is None:
            return None
        right = Cell(match.right.language, changed.text)
        label = "entailment" if changed.same else "contradiction"
        kind = f"{changed.section}-{'kept' if changed.same else 'changed'}"
        return self.example(kind, label, match.left, right, match.here, changed.span)

    def elsewhere(self, match: Match, beside: Cell | None, found: Sequence[Match]) -> Example | None:
        """The claim is not spoken of: dropped, or the marks stand on claims of different things."""
        others = [m for m in found if m.number != match.number]
        way = self.draw.random()
        if others and way < 0.3:
            there = self.draw.choice(others).there
            return self.example(_OTHER, "neutral", match.left, match.right, match.here, there)
        if way < 0.5:
            rest = claims.without(match.left.text, match.here)
            if rest and match.number not in digits(rest):
                left = Cell(match.left.language, rest)
                return self.example("dropped", "neutral", left, match.right, None, match.there)
        if beside is None or len(beside.text) < 8:
            return None
        numbers = sorted(claims.numbers(beside.text).values())
        if not numbers:
            return self.example("absent", "neutral", beside, match.left, None, match.here)
        there = self.draw.choice(numbers)
        if self.draw.random() < 0.6:
            text, there = claims.put(beside.text, there, match.right.text[slice(*match.there)])
            beside = Cell(beside.language, text)
        return self.example("neighbour", "neutral", match.left, beside, match.here, there)


def _put(cell: Cell, span: Span, new: str) -> tuple[Cell, Span]:
    text, span = claims.put(cell.text, span, claims.renumbered(cell.text[slice(*span)], new))
    return Cell(cell.language, text), span


def pairs(
    groups: Sequence[Group],
    count: int,
    seed: int,
    rows: tuple[float, float],
    without: Sequence[str] = (),
    anew: float = 0.0,
    subjects: float = 0.0,
) -> Iterator[Example]:
    """`count` pairs from the rows between two shares of each group."""
    maker = Maker(groups, random.Random(seed), rows, without, anew, subjects)
    made = 0
    while made < count:
        example = maker.pair()
        if example is not None:
            made += 1
            yield example


def unmarked(examples: Iterable[Example]) -> Iterator[Example]:
    """The pairs without their marks, where the verdict on the claim is that on the text as well."""
    for example in examples:
        if example.source not in (_MORE, _OTHER):
            yield replace(example, source=f"unmarked-{example.source}", premise_span=None, hypothesis_span=None)
