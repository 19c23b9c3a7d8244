"""How two values stand to each other."""

from dataclasses import dataclass
from enum import StrEnum

from checker.model import Rule


class Relation(StrEnum):
    """How two values stand to each other."""

    AGREE = "agree"
    SAME = "same"
    """Equal, but in another unit, form or kind."""
    DIFFER = "differ"
    CONVERTED = "converted"
    """Amounts of two currencies that some rate may make equal: a drift, since no rate is fixed, and a note only."""
    APART = "apart"
    """Nothing says that they are the same claim."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """The outcome: `rule` is set where the values differ; `near` in 0–1 says how alike they are all the same.

    `strong` marks a drift that can't be a matter of wording (over against under; not over against the bare number).
    """

    relation: Relation
    rule: Rule | None = None
    near: float = 1.0
    strong: bool = True

    @property
    def agrees(self) -> bool:
        """Whether there is no drift between the values."""
        return self.relation in (Relation.AGREE, Relation.SAME)

    @property
    def alike(self) -> bool:
        """Whether the values agree, or differ in what languages often leave unsaid (a bound, the day of a month)."""
        return self.agrees or (self.relation is Relation.DIFFER and not self.strong)


APART = Comparison(Relation.APART, None, 0.0)
AGREE = Comparison(Relation.AGREE)
SAME = Comparison(Relation.SAME, None, 0.95)
CONVERTED = Comparison(Relation.CONVERTED, Rule.UNIT, 0.5)
