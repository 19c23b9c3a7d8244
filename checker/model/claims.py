"""Claims where they stand, the facts that they make across versions, and what is judged of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from checker.model.documents import Segment
from checker.model.values import Kind, Quantity, Value


class Rule(StrEnum):
    """The rules that a finding can name."""

    VALUE = "value-drift"
    SCALE = "scale-drift"
    UNIT = "unit-drift"
    BOUND = "bound-drift"
    DATE = "date-drift"
    NAME = "name-drift"
    SUBJECT = "subject-drift"
    OMISSION = "omission"
    ADDITION = "addition"
    FORMAT = "number-format"


class Level(StrEnum):
    """How grave a finding is, gravest first."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Mention:
    """A claim where it stands: `text` is the stretch `start` to `end` of the text it was read from.

    `value` is the likeliest reading, `readings` all of them, likeliest first. `spelled` says that no digit
    was written. `share` is `each` or `together`, `direction` is `up`, `down`, `gain` or `loss` where the text
    says so; `people` is `single` or `joint`, whoever is named next to an amount of money by the year or the like;
    `order` is `before` or `after` of a time or a span of time; `polarity` is `denied` or `affirmed`.
    """

    text: str
    start: int
    end: int
    kind: Kind
    value: Value
    readings: tuple[Value, ...] = ()
    spelled: bool = False
    share: str | None = None
    direction: str | None = None
    people: str | None = None
    order: str | None = None
    polarity: str | None = None
    irregular: bool = False
    """True where the number is written against the conventions of its language."""
    weak: bool = False
    """True for a spelled-out 0 or 1, first or second alone: a small word that no drift is told from."""

    @property
    def hints(self) -> tuple[str | None, ...]:
        """What the words around it say of it, beside its polarity, which is told from several versions only."""
        return self.share, self.direction, self.people, self.order

    @property
    def unit(self) -> str | None:
        """The unit of an amount; None of what has none."""
        return self.value.unit if isinstance(self.value, Quantity) else None

    @property
    def bare(self) -> bool:
        """Whether it is a number that says nothing of what it counts, and agrees with that number of anything."""
        return isinstance(self.value, Quantity) and self.value.unit is None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A mention in its segment."""

    segment: Segment
    mention: Mention


@dataclass(frozen=True, slots=True)
class Claim:
    """What one version claims: one mention, or the same one repeated (headline and body), the fullest first."""

    language: str
    occurrences: tuple[Occurrence, ...]

    @property
    def mention(self) -> Mention:
        """The occurrence that stands for the claim."""
        return self.occurrences[0].mention

    @property
    def segment(self) -> Segment:
        """Where it stands."""
        return self.occurrences[0].segment


@dataclass(frozen=True, slots=True)
class Exchange:
    """Two claims that may have changed places: in some versions a fact is told first, in some the `other` is.

    `ways` are, by version, the places of both; `tied` says that what stands around them shows the exchange, `sure` that
    the versions are aligned by keys or row by row.
    """

    other: str
    ways: Mapping[str, tuple[Occurrence, Occurrence]]
    first: tuple[str, ...]
    then: tuple[str, ...]
    tied: bool
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """The same claim across versions: a row with a cell per language.

    `missing` are the versions whose aligned body could hold it and does not; `places` says, for those, the
    segment where it would stand. `wavering` are versions that say elsewhere what the others say here.
    """

    id: str
    claims: Mapping[str, Claim]
    missing: tuple[str, ...] = ()
    places: Mapping[str, Segment] = field(default_factory=dict)
    wavering: frozenset[str] = frozenset()
    exchanges: tuple[Exchange, ...] = ()

    @property
    def kind(self) -> Kind:
        """The kind that most versions give it."""
        kinds = [claim.mention.kind for claim in self.claims.values()]
        return max(kinds, key=lambda kind: (kinds.count(kind), -kinds.index(kind)))


LABELS = ("entailment", "neutral", "contradiction")
"""What a premise says of a hypothesis, in the order in which models answer."""
NOT_ENTAILMENT = "not_entailment"
"""What two-way sets have beside entailment: neutral or contradiction."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A premise and a hypothesis for the entailment model, with the claim marked in each where there is one."""

    premise: str
    hypothesis: str
    premise_span: tuple[int, int] | None = None
    hypothesis_span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Probabilities:
    """What the entailment model says of a pair; the three sum to 1."""

    entailment: float
    neutral: float
    contradiction: float

    @property
    def likeliest(self) -> str:
        """The label of LABELS with the highest probability."""
        return max(LABELS, key=lambda label: float(getattr(self, label)))

    def fits(self, label: str) -> bool:
        """Whether the likeliest label is a given one; NOT_ENTAILMENT takes either of the two others."""
        return self.likeliest == label or (label == NOT_ENTAILMENT and self.likeliest != LABELS[0])


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the model said for a verdict, and in which direction it was asked: from the premise's versions to one.

    Of several premises it is the mean.
    """

    said: Probabilities
    premise: tuple[str, ...]
    hypothesis: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was judged of one version of a fact. `expected` and `found` are readable values, or None.

    `right` is the mention of the version that it drifts from, where its value can be written here.
    """

    fact: Fact
    language: str
    rule: Rule
    level: Level
    message: str
    expected: str | None
    found: str | None
    confidence: float
    nli: Evidence | None = None
    right: Mention | None = None
