"""For each rule the ways in which its drift comes about, and whether one did.

A change of words is no drift before the text says something else: `plant` reads the changed text again and keeps only
what broke the rule. What can't be read any more counts as drifted: that it is not seen is the check's failure.
"""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.compare import compare
from checker.exchange import words
from checker.extraction import extract
from checker.languages import load
from checker.model import Bound, Label, Mention, Moment, Quantity, Rule, Span
from checker.numbers import read_literal
from checker.numbers.literals import LITERAL
from checker.planting.changes import CHANGES, Change, exchanged, other_digit, put
from checker.suggest import suggest

_UP, _DOWN = (Decimal(10), Decimal(1000)), (Decimal("0.1"), Decimal("0.001"))
_LARGE = 1000
"""Size from which an amount may also shrink by a power of ten."""
_SWAPPED = str.maketrans(".,", ",.")
_TELLING = 2
"""Digits from the first on of which a change can't be taken for rounding."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A text with one drift in it: `how` it came about, and the stretches that were changed, before and after."""

    text: str
    how: str
    before: Span
    after: Span


def plant(
    rule: Rule, text: str, mention: Mention, language: str, draw: random.Random, others: Sequence[Mention] = ()
) -> Planted | None:
    """The text with a drift of a rule in a mention, or at its sentence; None where none of the rule's ways fits.

    `others` are the mentions of the other versions that say the same: none of them may agree with what is planted.
    """
    ways = list(DRIFTS[rule].items())
    draw.shuffle(ways)
    for how, change in ways:
        changed = change(text, mention, language, draw)
        if changed is None or changed == text:
            continue
        before, after = _stretches(text, changed)
        planted = Planted(changed, how, before, after)
        if _broken(rule, planted, mention, language, (mention, *others)):
            return planted
    return None


def _stretches(old: str, new: str) -> tuple[Span, Span]:
    """What differs between two texts, in each."""
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    return Span(start, len(old) - end), Span(start, len(new) - end)


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _broken(rule: Rule, planted: Planted, mention: Mention, language: str, said: Sequence[Mention]) -> bool:
    """Whether the text now says something that breaks the rule."""
    if rule in (Rule.OMISSION, Rule.ADDITION):
        return True
    found = _at(planted, mention, language)
    if rule is Rule.FORMAT:
        return any(new.irregular and compare(new, mention).agrees for new in found)
    if rule is Rule.BOUND:
        return any(_same_number(new, mention) and _bound(new) is not _bound(mention) for new in found)
    if rule is Rule.SUBJECT:
        return any(_same_number(new, mention) and _contradicts(_told(new), _told(mention)) for new in found)
    if rule is Rule.DATE and not any(isinstance(new.value, Moment) for new in found):
        return False  # 42 May is no date
    return not any(compare(new, old).alike for new in found for old in said)


def _at(planted: Planted, mention: Mention, language: str) -> list[Mention]:
    """The mentions of the changed text in the place of one."""
    shift = planted.after.end - planted.before.end
    start = mention.start + (shift if planted.before.end <= mention.start else 0)
    end = mention.end + (shift if planted.before.start < mention.end else 0)
    return [new for new in extract(planted.text, language) if new.start < end and start < new.end]


def _same_number(one: Mention, other: Mention) -> bool:
    values = (one.value, other.value)
    numbers = [(value.low, value.high) for value in values if isinstance(value, Quantity)]
    return len(numbers) == len(values) and numbers[0] == numbers[1]


def _bound(mention: Mention) -> Bound | None:
    return mention.value.bound if isinstance(mention.value, Quantity) else None


def _contradicts(new: Sequence[str | None], old: Sequence[str | None]) -> bool:
    """Whether something else is told where something was told: a word that is no longer understood is no drift."""
    return any(one and other and one != other for one, other in zip(new, old, strict=True))


def _told(mention: Mention) -> tuple[str | None, ...]:
    """What a mention says of its subject."""
    per = mention.value.per if isinstance(mention.value, Quantity) else None
    return per, mention.share, mention.direction


def _of(kinds: type | tuple[type, ...], change: Change) -> Change:
    """A change that is made to values of some types only."""

    def chosen(text: str, mention: Mention, language: str, draw: random.Random) -> str | None:
        return change(text, mention, language, draw) if isinstance(mention.value, kinds) else None

    return chosen


def _appended(text: str, mention: Mention, language: str, draw: random.Random) -> str | None:
    """A further figure behind a name's number: v2.3 becomes v2.3.1."""
    del language
    if not mention.text[-1:].isdecimal():
        return None
    mark = "." if "." in mention.text else ""
    return put(text, mention, f"{mention.text}{mark}{draw.randint(1, 9)}")


def _written(change: Callable[[Mention, random.Random], Mention | None]) -> Change:
    """The mention written anew, as the language writes another value."""

    def written(text: str, mention: Mention, language: str, draw: random.Random) -> str | None:
        wanted = change(mention, draw)
        new = suggest(wanted, mention, language, extract) if wanted else None
        return None if new is None else put(text, mention, new)

    return written


def _magnitude(mention: Mention, draw: random.Random) -> Mention | None:
    value = mention.value
    if not isinstance(value, Quantity):
        return None
    power = draw.choice(_UP + _DOWN if value.low >= _LARGE else _UP)
    wanted = replace(value, low=value.low * power, high=value.high * power, step=value.step * power)
    return replace(mention, value=wanted, readings=(wanted,))


def _day(mention: Mention, draw: random.Random) -> Mention | None:
    """Another day, month or year: whatever a date gives."""
    value = mention.value
    if not isinstance(value, Moment):
        return None
    choices = []
    if value.day is not None:
        choices.append(replace(value, day=value.day % 28 + draw.randint(1, 3), weekday=None))
    if value.month is not None:
        choices.append(replace(value, month=value.month % 12 + 1, weekday=None))
    if value.year is not None:
        choices.append(replace(value, year=value.year + draw.choice((-10, -1, 1, 10)), weekday=None))
    if not choices:
        return None
    wanted = draw.choice(choices)
    return replace(mention, value=wanted, readings=(wanted,))


def _unbounded(text: str, mention: Mention, language: str, draw: random.Random) -> str | None:
    """A bound lost: over 500 becomes 500."""
    del draw
    forms = sorted({word.form.rstrip("*") for word in words(language).get("bounds", ())}, key=len, reverse=True)
    before = text[: mention.end].lower()
    if not isinstance(mention.value, Quantity) or len(before) != mention.end:  # a letter whose small form is longer
        return None
    for form in forms:
        place = before.rfind(form.lower(), max(0, mention.start - len(form) - 2))
        end = place + len(form)
        if place >= 0 and not before[place - 1 : place].isalpha() and before[end : end + 1].isspace():
            return text[:place] + text[end:].lstrip()
    return None


def _dressed(text: str, mention: Mention, language: str, draw: random.Random) -> str | None:
    """The number with its marks exchanged, where that is against the conventions and still the same number."""
    del draw
    lexicon = load(language)
    for literal in LITERAL.finditer(mention.text):
        new = literal.group().translate(_SWAPPED)
        usual, _ = read_literal(literal.group(), lexicon.decimal, lexicon.group)
        readings, irregular = read_literal(new, lexicon.decimal, lexicon.group)
        if irregular and usual and len(readings) == 1 and readings[0] == usual[0]:
            return put(text, mention, mention.text[: literal.start()] + new + mention.text[literal.end() :])
    return None


def _added(text: str, mention: Mention, language: str, draw: random.Random) -> str | None:
    """The sentence said again behind itself, of another number."""
    changed = other_digit(_TELLING)(text, mention, language, draw)
    return None if changed is None else f"{text} {changed}"


def _gone(text: str, mention: Mention, language: str, draw: random.Random) -> str | None:
    del text, mention, language, draw
    return ""


DRIFTS: Mapping[Rule, Mapping[str, Change]] = {
    Rule.VALUE: {"digit": _of(Quantity, other_digit(_TELLING)), "word": _of(Quantity, CHANGES["word"])},
    Rule.SCALE: {
        "word of scale": _of(Quantity, CHANGES["scale"]),
        "decimal mark": CHANGES["decimal"],
        "zeros": _written(_magnitude),
    },
    Rule.UNIT: {"unit": _of(Quantity, CHANGES["units"]), "currency": _of(Quantity, CHANGES["currencies"])},
    Rule.BOUND: {"opposite": _of(Quantity, CHANGES["bounds"]), "dropped": _unbounded},
    Rule.DATE: {
        "month": _of(Moment, CHANGES["months"]),
        "digit": _of(Moment, other_digit()),
        "written anew": _written(_day),
    },
    Rule.NAME: {"digit": _of(Label, other_digit()), "further digit": _of(Label, _appended)},
    Rule.SUBJECT: {
        "rate": exchanged("per"),
        "each and all": exchanged("share"),
        "rise and fall": exchanged("direction"),
    },
    Rule.OMISSION: {"number": CHANGES["drop"], "sentence": _gone},
    Rule.ADDITION: {"sentence": _of(Quantity, _added)},
    Rule.FORMAT: {"marks": _of(Quantity, _dressed)},
}
"""By rule, and by the name that a report gives them."""
