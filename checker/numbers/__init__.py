"""Numbers as they are written, in digits or words: where they stand and what they may mean."""

from checker.numbers.literals import Reading, read_literal
from checker.numbers.reading import MODIFIERS, Number, find_numbers, in_weekday, number_at

__all__ = ["MODIFIERS", "Number", "Reading", "find_numbers", "in_weekday", "number_at", "read_literal"]
