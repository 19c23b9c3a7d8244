"""What a claim says: kinds, bounds and values. Numbers are `Decimal` from the first digit to the report."""

import datetime
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """The kinds of claim."""

    MONEY = "money"
    COUNT = "count"
    PERCENT = "percent"
    QUANTITY = "quantity"
    RANGE = "range"
    DATE = "date"
    TIME = "time"
    ORDINAL = "ordinal"
    NAME = "name"


class Side(StrEnum):
    """The side of its number on which an amount lies that is only `about` that number."""

    BELOW = "below"
    ABOVE = "above"


class Bound(StrEnum):
    """How a number is meant: as it stands, nearly, or as a limit."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"


PART = "part"
"""The unit of a part of a whole."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount. `unit` is an ISO 4217 code, a CLDR unit identifier, `percent`, or None for a count.

    A part of a currency is written as its fraction: 50 cents are 50 `USD/100`, `whole` gives them as 0.5 `USD`.
    `side` tells nearly 500 and just over 500 from about 500; all three have the bound `about`.

    `step` is the place of the last digit written (0.1 for 1.6; 100000000 for "1.6 billion"), so that rounding
    never makes a disagreement. `per` is the denominator where one is said (`year`, `person`, `share`, `second`).
    """

    low: Decimal
    high: Decimal
    unit: str | None = None
    bound: Bound = Bound.EXACT
    step: Decimal = Decimal(1)
    per: str | None = None
    side: Side | None = None

    @property
    def whole(self) -> "Quantity":
        """The same amount in its main currency, where it is given in a part of one."""
        currency, slash, parts = (self.unit or "").partition("/")
        if not slash:
            return self
        share = 1 / Decimal(parts)
        return replace(self, low=self.low * share, high=self.high * share, step=self.step * share, unit=currency)


_LAST_JULIAN = 1923


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or a time, as far as it is written; `decade` marks "the 1990s" (year 1990)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    decade: bool = False
    bound: Bound = Bound.EXACT

    @property
    def date(self) -> str | None:
        """ISO 8601: `2026-11-21`, `2026-11`, `2026`, `--11-21`, `202` for a decade; None where no date is said."""
        if self.decade and self.year is not None:
            return str(self.year // 10)
        if self.year is None and self.month is None and self.day is None:
            return None
        year = "-" if self.year is None else f"{self.year:04d}"
        if self.month is None:
            return year if self.day is None else f"{year}--{self.day:02d}"
        month = f"{year}-{self.month:02d}"
        return month if self.day is None else f"{month}-{self.day:02d}"

    @property
    def calendar_weekday(self) -> int | None:
        """The weekday (1 is Monday) that the date fell on; None without a whole date, or before one calendar held.

        Greece was the last to leave the Julian calendar, in 1923.
        """
        if self.year is None or self.month is None or self.day is None or self.year <= _LAST_JULIAN:
            return None
        try:
            return datetime.date(self.year, self.month, self.day).isoweekday()
        except ValueError:
            return None

    @property
    def time(self) -> str | None:
        """`14:30`; None where no time is said."""
        return None if self.hour is None else f"{self.hour:02d}:{self.minute or 0:02d}"


@dataclass(frozen=True, slots=True)
class Label:
    """A versioned or numbered name: `name` as it is compared (`ChatGPT4o`, `H800`, `Article 13`).

    `stem` is what stands before the number, folded (`chatgpt`), `number` the digits and what hangs on
    them (`4o`); `generic` marks a common noun before the number (`Article 13`), whose stem is a translation;
    `ranked` a name with a rank (Louis XVI, World War II), which other languages may say without it; `bound` one that
    stands for those after it or before it as well (version 3.2 or later).
    """

    name: str
    stem: str
    number: str
    generic: bool = False
    ranked: bool = False
    bound: Bound = Bound.EXACT


Value = Quantity | Moment | Label
