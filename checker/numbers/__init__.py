"""Numbers as they are written, in digits or words: where they stand and what they may mean."""

from checker.numbers.hangul import closed
from checker.numbers.literals import Reading, power, read_literal
from checker.numbers.parts import cut_short, part_beyond
from checker.numbers.powers import find_numbers
from checker.numbers.ranks import ranks
from checker.numbers.reading import Number, in_weekday, number_at
from checker.numbers.words import MODIFIERS, MORE, bracketed

__all__ = [
    "MODIFIERS",
    "MORE",
    "Number",
    "Reading",
    "bracketed",
    "closed",
    "cut_short",
    "find_numbers",
    "in_weekday",
    "number_at",
    "part_beyond",
    "power",
    "ranks",
    "read_literal",
]
