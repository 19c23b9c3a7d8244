"""Parts of a whole that two numbers tell, and which of them are rather two counts: 3/4, 1 in 40, 45 of 117 skiers."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from math import gcd

from checker.numbers.literals import ratio
from checker.scan import Scan

_QUOTIENT = re.compile(r"(?<![\da-z/:])(?<!\d[.,])(\d{1,3})/([1-9]\d{0,3})(?![\da-z/:]|[.,]\d)")
_GROUPED = re.compile(r"(?:\d{2,3} \d00|\d{1,3} \d00 000)(?!\d)")
"""What a map is reduced by, in groups of digits: 1/25 000, 1/1 000 000; not 1/2 500 g."""
MOST = 1000
"""The greatest number that a part of a whole is told of in a few words: one in a thousand."""
_PARTS = (*range(2, 13), 20)
"""Numbers that several parts are told of, besides ten, a hundred and a thousand: 3 in 20; 4 of 18 are two counts."""
_IMPROPER = 16
"""The greatest denominator of a quotient in digits that is more than one (7/4); 140/90 is two numbers."""
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole: 0.75 for three quarters. `under` is what a pattern with words tells it of: one in `5`."""

    start: int
    end: int
    value: Decimal
    spelled: bool = True
    under: Decimal | None = None
    named: bool = False
    """True for a word or phrase of the language's data."""
    hundredths: bool = False
    """True where a bare scale word is what it is a part of, as in the words for percent: 千分之二 is 0.2 percent."""


def counts(part: Part) -> bool:
    """Whether a part is rather two counts: 45 of 117 skiers, but 1 in 40, 3 in 20, 12 in 100."""
    under = part.under or Decimal(0)
    if part.spelled or under in _PARTS or _power(under):
        return False
    return part.value * under > Decimal("1.5")


def _power(number: Decimal) -> bool:
    """Whether a number is a power of ten."""
    return number == Decimal(1).scaleb(number.adjusted())


def told(value: Decimal, under: Decimal) -> bool:
    """Whether a part is told of so many: of some hundreds and no year, or one of a power of ten, 1 in 100,000."""
    rare = value * under == 1 and _power(under)
    return rare or (under <= MOST and under not in _YEARS)


def lowest(over: Decimal, under: Decimal) -> bool:
    """Whether so many of so many are a part as it is told, in lowest terms or of a power of ten: 3 of 4, 90 of 100."""
    return _power(under) or over % 1 != 0 or under % 1 != 0 or gcd(int(over), int(under)) == 1


def apart(part: Part) -> bool:
    """Whether a number over a smaller one is rather two, as with a stroke: a blood pressure of 120 over 80."""
    return not part.spelled and part.value > 1 and (part.under or Decimal(0)) > _IMPROPER


def quotient(scan: Scan, start: int) -> Part | None:
    """The part of a whole, or the improper one, that two numbers in digits make with a stroke between them: 3/4."""
    match = _QUOTIENT.match(scan.text, start) if scan.text[start : start + 1].isdigit() else None
    if match is None or match[1].startswith("0"):
        return None
    over, under = Decimal(match[1]), Decimal(match[2])
    if over == 1 and _GROUPED.match(scan.text, match.start(2)):
        return None
    if under in (over, 1) or over > under > _IMPROPER or under > MOST:
        return None
    part = Part(start, match.end(), ratio(over, under), spelled=False, under=under)
    inches = not int(under) & (int(under) - 1) or bool(scan.at(scan.after_gap(match.end()), "unit"))
    return replace(part, under=None) if inches or not counts(part) else None  # 5/16 inch
