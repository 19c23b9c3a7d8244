"""Numbers with what they count inside: tri diwrnod ar ddeg, trí lá dhéag, 13 days; kaksi sekunnin kymmenesosaa."""

from dataclasses import replace
from decimal import Decimal

from checker.kinds.amounts.measured import Amount
from checker.languages.folding import is_letter
from checker.model import Kind
from checker.numbers import Reading
from checker.scan import Scan

_TENTH = 10
"""The smallest denominator that follows the unit it parts; others are rather ordinals."""
_MOST = 20
"""What a number may be at the most for such a word to add to it."""


def whole(scan: Scan, first: Amount) -> Amount:
    """The amount with what a word does to its number over the noun or the unit behind it; itself where none does."""
    first = _parted(scan, first)
    if not scan.says("split") or not first.number.spelled or not 0 < first.number.value < _MOST:
        return first
    end = first.end
    if first.unit is None:
        noun = scan.after_gap(end)
        if noun >= len(scan.text) or not is_letter(scan.text[noun]):
            return first
        end = scan.word_end(noun)
    more = scan.longest(scan.after_gap(end), "split")
    if more is None:
        return first
    value = first.number.value + Decimal(more.value)
    return replace(first, number=replace(first.number, readings=(Reading(value, Decimal(1)),)), end=more.end)


def _parted(scan: Scan, first: Amount) -> Amount:
    """The amount in tenths or less of its unit, where a denominator follows that: divām sekundes desmitdaļām."""
    if first.kind is not Kind.QUANTITY or first.number.value % 1 or not scan.says("under"):
        return first
    under = scan.longest(scan.after_gap(first.end), "under")
    if under is None or Decimal(under.value) < _TENTH or Decimal(under.value) <= first.number.value:
        return first
    value, step = first.number.value / Decimal(under.value), 1 / Decimal(under.value)
    return replace(first, number=replace(first.number, readings=(Reading(value, step),)), end=under.end)
