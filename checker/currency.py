"""The currency of a version: what 8 cents are where all that is sure to be money is in euros."""

from collections.abc import Sequence
from dataclasses import replace

from checker.model import Kind, Mention, Occurrence, Quantity, Value


def at_home(found: Sequence[Occurrence]) -> list[Occurrence]:
    """The claims of a version; a part of a currency that has one name in several is first read as that of the version.

    So it is where all amounts of money that can be read in one currency only are in the same.
    """
    sure = {units[0] for each in found if each.mention.kind is Kind.MONEY and len(units := _units(each.mention)) == 1}
    if len(sure) != 1:
        return list(found)
    (home,) = sure
    read = ((each, _in(each.mention, home)) for each in found)
    return [each if mention is each.mention else replace(each, mention=mention) for each, mention in read]


def _in(mention: Mention, home: str | None) -> Mention:
    """The mention with its readings in a currency first, where it is a part of one that may be of several."""
    likeliest, several = mention.value, _units(mention)
    parts = isinstance(likeliest, Quantity) and likeliest.unit != likeliest.whole.unit
    if mention.kind is not Kind.MONEY or not parts or len(several) == 1 or home not in several:
        return mention
    readings = tuple(sorted(mention.readings, key=lambda value: _unit(value) != home))
    return replace(mention, value=readings[0], readings=readings)


def _units(mention: Mention) -> list[str | None]:
    return list(dict.fromkeys(_unit(value) for value in mention.readings or (mention.value,)))


def _unit(value: Value) -> str | None:
    return value.whole.unit if isinstance(value, Quantity) else None
