"""Puts digits, number words and scale words together: 23億5000万, two hundred and fifty-six thousand."""

from dataclasses import dataclass
from decimal import Decimal

from checker.numbers.literals import Reading


@dataclass(slots=True)
class Group:
    """A number under way and the scale it was last multiplied by."""

    values: list[Decimal]
    step: Decimal
    scale: Decimal = Decimal(1)
    multiplier: Decimal = Decimal(1)
    written: bool = False
    added: Decimal = Decimal(0)
    """What was added to it last, which a smaller scale word may still multiply: 一百一十."""


class Composer:
    """Puts digits, number words and scale words together: 23億5000万, two hundred and fifty-six thousand."""

    def __init__(self, more: Decimal = Decimal(0)) -> None:
        self.groups: list[Group] = []
        self.more = more
        """What a word before the number adds to it: साढ़े तीन is 3.5."""

    def add(self, readings: tuple[Reading, ...], spelled: bool, *, joined: bool = False) -> bool:
        """Takes a number on; False where it can't belong to what stands before it.

        A number in words goes on with one in digits only where words are written `joined` (1.7 million four years ago).
        """
        values = [reading.value for reading in readings]
        if not self.groups:
            step = abs(self.more) or readings[0].step
            self.groups.append(Group([value + self.more for value in values], step, written=not spelled))
            return True
        last = self.groups[-1]
        if last.scale > 1:
            if values[0] >= last.scale or not values[0] or (spelled and last.written and not joined):
                return False
            if last.scale < 1000:
                last.values = [value + values[0] for value in last.values]
                last.step, last.scale, last.added = readings[0].step, Decimal(1), values[0]
            else:
                self.groups.append(Group(values, readings[0].step))
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
        base = last.values[0] - last.added
        if last.added and last.scale == 1 and last.added * scale < room(base):
            last.values = [value + last.added * (scale - 1) for value in last.values]
            last.step, last.added = scale, Decimal(0)
            return True
        last.added = Decimal(0)
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
        return True

    def result(self) -> tuple[Reading, ...]:
        """The readings of the whole, likeliest first."""
        rest = sum((group.values[0] for group in self.groups[:-1]), Decimal(0))
        last = self.groups[-1]
        if len(self.groups) > 1:
            return (Reading(rest + last.values[0], last.step),)
        first = Reading(last.values[0], last.step)
        others = [Reading(value, min(last.step, value or last.step)) for value in last.values[1:]]
        return (first, *others)


def room(value: Decimal) -> Decimal:
    """What may be added to a spelled number: under 10 to 20, under 100 to 200; nothing to 21."""
    for place in (1000, 100, 10):
        if value and value % place == 0:
            return Decimal(place)
    return Decimal(0)
