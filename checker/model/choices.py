"""What people can choose that stages work by."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far apart two values may be and agree all the same, as shares of the greater one; None is as it comes."""

    converted: Decimal | None = None
    """A value that one version gives in another unit; by itself 0.02, and up to 0.08 where both are round."""
    about: Decimal | None = None
    """A value that one version calls rough; at the most, by itself 0.03."""
    rounded: Decimal | None = None
    """Any two values of one unit; by itself only what rounding to the last digit written explains."""


@dataclass(frozen=True, slots=True)
class Skip:
    """The regions of a document that are not checked, beside those between `checker: off` and `checker: on`."""

    between: tuple[tuple[str, str], ...] = ()
    """Pairs of texts that begin and end a region, as they stand in the file."""
    headings: tuple[str, ...] = ()
    """Headings whose whole section is not checked, whatever their level; case is of no matter."""
    elements: tuple[str, ...] = ()
    """Elements of HTML: `.class`, `#id` or `name`."""
