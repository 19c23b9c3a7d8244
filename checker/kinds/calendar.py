"""How years are counted and how far they reach."""

from checker.scan import Scan

FIRST_YEAR, LAST_YEAR = 1000, 2150
WRITTEN_FROM = 1900
"""Two digits are taken for a year of the last hundred years that end in this century."""


def counted(scan: Scan, year: int, offset: int) -> int:
    """A year in the common era: with what the text says of its era, or what the language leaves unsaid."""
    calendar = scan.lexicon.calendar
    if not offset and calendar and calendar[0] <= year <= calendar[1]:
        offset = calendar[2]
    return year + offset
