"""Puts digits, number words and scale words together: 23億5000万, two hundred and fifty-six thousand."""

from dataclasses import dataclass
from decimal import Decimal

from checker.numbers.literals import Reading

_GREATEST = 66
"""Digits of the greatest number: more scale words than that are a list, and no number."""


@dataclass(slots=True)
class Group:
    """A number under way and the scale it was last multiplied by."""

    values: list[Decimal]
    step: Decimal
    scale: Decimal = Decimal(1)
    multiplier: Decimal = Decimal(1)
    written: bool = False
    finer: tuple[Decimal, ...] = ()
    """The step of each reading, as a share of that of the first: 1,600 may be 1.600 with three places."""
    added: Decimal = Decimal(0)
    """What was added to it last, which a smaller scale word may still multiply: 一百一十."""

    def drop_unlikely(self) -> None:
        """Drops readings with decimals that end in 0, behind a likelier one: 1.600 million are no 1.6 million."""
        finer = self.finer or (Decimal(1),) * len(self.values)
        readings = list(zip(self.values, finer, strict=False))
        kept = readings[:1] + [reading for reading in readings[1:] if not _padded(reading[0])]
        self.values = [value for value, _ in kept]
        self.finer = tuple(share for _, share in kept)


class Composer:
    """Puts digits, number words and scale words together: 23億5000万, two hundred and fifty-six thousand."""

    def __init__(self, more: Decimal = Decimal(0)) -> None:
        self.groups: list[Group] = []
        self.more = more
        """What a word before the number adds to it: साढ़े तीन is 3.5."""
        self.beside = False
        """True right behind a scale word."""

    def add(self, readings: tuple[Reading, ...], spelled: bool, *, joined: bool = False) -> bool:
        """Takes a number on; False where it can't belong to what stands before it.

        A number in words goes on with one in digits only where words are written `joined` (1.7 million four years ago).
        """
        values = [reading.value for reading in readings]
        self.beside = False
        if not self.groups:
            step = abs(self.more) or readings[0].step
            finer = tuple(reading.step / readings[0].step for reading in readings)
            self.groups.append(Group([value + self.more for value in values], step, written=not spelled, finer=finer))
            return True
        last = self.groups[-1]
        if spelled and last.written and (not joined or last.scale == 1):
            return False  # 60일 is 60 days, not 61
        if last.scale > 1:
            if values[0] >= last.scale or not values[0]:
                return False
            if last.scale < 1000:
                last.values = [value + values[0] for value in last.values]
                last.step, last.scale, last.added = readings[0].step, Decimal(1), values[0]
            else:
                self.groups.append(Group(values, readings[0].step, written=not spelled))
            return True
        if not spelled or len(values) > 1:
            return False
        if not 0 < values[0] < room(last.values[0]):
            return False
        last.values = [value + values[0] for value in last.values]
        last.step, last.added = readings[0].step, values[0]
        return True

    def multiply(self, scale: Decimal) -> bool:
        """Multiplies what stands before a scale word; False where nothing does."""
        if not self.groups:
            return False
        last = self.groups[-1]
        if last.values[0].adjusted() + scale.adjusted() > _GREATEST:
            return False
        base = last.values[0] - last.added
        if last.added and last.scale == 1 and last.added * scale < room(base):
            last.values = [value + last.added * (scale - 1) for value in last.values]
            last.step, last.added = scale, Decimal(0)
            return True
        last.added = Decimal(0)
        last.drop_unlikely()
        while len(self.groups) > 1 and self.groups[-2].scale < scale:
            before = self.groups.pop(-2)
            last.values = [value + before.values[0] for value in last.values]
            last.scale = max(last.scale, before.scale)
        if last.scale > scale and last.scale % scale:
            return False
        last.values = [value * scale for value in last.values]
        last.step *= scale
        last.multiplier *= scale
        last.scale = scale if last.scale == 1 else max(last.scale, scale)
        self.beside = True
        return True

    def one_more(self, scale: Decimal) -> bool:
        """Adds one of a smaller scale right behind a greater one: 千百, 만천."""
        if not self.add((Reading(scale, scale),), True):
            return False
        self.groups[-1].scale, self.beside = scale, True
        return True

    def open_scale(self, scales: list[str]) -> None:
        """Lets smaller numbers in digits follow a scale word that stands for one of it: 만 2천."""
        if len(self.groups) == 1 and self.groups[0].values[0] in map(Decimal, scales):
            self.groups[0].scale = self.groups[0].values[0]

    def below(self) -> Decimal:
        """Under what a scale word counts one of its own here and multiplies nothing: 100 in bin yüz, dausendhonnert."""
        if not self.groups:
            return Decimal(0)
        last = self.groups[-1]
        return last.scale if self.beside else Decimal(0) if last.written else room(last.values[0])

    def place(self) -> Decimal:
        """The scale of what was said last: 100 after four hundred."""
        if not self.groups:
            return Decimal(1)
        last = self.groups[-1]
        return last.scale if last.scale > 1 else room(last.values[0])

    def raise_by(self, amount: Decimal, step: Decimal) -> None:
        """Adds what is less than one, or what counts in a smaller scale: a half, three quarters of a million."""
        last = self.groups[-1]
        last.values = [value + amount for value in last.values]
        last.step = step

    def result(self) -> tuple[Reading, ...]:
        """The readings of the whole, likeliest first."""
        rest = sum((group.values[0] for group in self.groups[:-1]), Decimal(0))
        last = self.groups[-1]
        if len(self.groups) > 1:
            return (Reading(rest + last.values[0], last.step),)
        first = Reading(last.values[0], last.step)
        finer = last.finer[1:] or (Decimal(1),) * len(last.values)
        others = [Reading(value, last.step * share) for value, share in zip(last.values[1:], finer, strict=False)]
        return (first, *others)


def _padded(value: Decimal) -> bool:
    """Whether a number is written with decimals of which the last is 0."""
    digits, exponent = value.as_tuple().digits, value.as_tuple().exponent
    return isinstance(exponent, int) and exponent < 0 and digits[-1] == 0


def room(value: Decimal) -> Decimal:
    """What may be added to a spelled number: under 10 to 20, under 100 to 200, nothing to 21."""
    digits, exponent = value.as_tuple().digits, value.as_tuple().exponent
    kept = len("".join(map(str, digits)).rstrip("0"))
    zeros = len(digits) - kept + exponent if kept and isinstance(exponent, int) else 0
    return Decimal(1).scaleb(zeros) if zeros > 0 else Decimal(0)
