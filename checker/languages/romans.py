"""Roman numerals: what centuries and the ranks of names are written with."""

_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_TENS = 4
"""Names and centuries go no further than 39."""
ROMANS = {"X" * tens + ones: 10 * tens + place for tens in range(_TENS) for place, ones in enumerate(_ONES)}
"""Numeral → number, from the empty numeral (0) to 39, in order."""
