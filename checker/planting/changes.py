"""Changes one fact of a sentence: a digit, a decimal mark, a word of scale, unit, month …, or drops the number."""

import random
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from unicodedata import digit

from checker.exchange import SECTIONS, exchange
from checker.extraction import extract
from checker.languages import cldr
from checker.model import Mention, Quantity

Change = Callable[[str, Mention, str, random.Random], str | None]
"""The text with a mention changed, in a language; None where this change does not fit the mention."""


def changes(text: str, language: str, draw: random.Random) -> Iterator[tuple[str, str]]:
    """Each kind of change that the text offers, once, at a mention drawn at random."""
    mentions = list(extract(text, language))
    for kind, change in CHANGES.items():
        draw.shuffle(mentions)
        for mention in mentions:
            changed = change(text, mention, language, draw)
            if changed is not None and changed != text:
                yield kind, changed
                break


def put(text: str, mention: Mention, new: str) -> str:
    """The text with a mention replaced."""
    return text[: mention.start] + new + text[mention.end :]


def other_digit(first: int | None = None) -> Change:
    """One digit of the mention replaced by another that is no 0: any, or one of the `first` few."""

    def change(text: str, mention: Mention, language: str, draw: random.Random) -> str | None:
        del language
        places = [index for index, letter in enumerate(mention.text) if letter.isdecimal()][:first]
        if not places:
            return None
        place = draw.choice(places)
        old = digit(mention.text[place])
        new = chr(ord(mention.text[place]) - old + draw.choice([value for value in range(1, 10) if value != old]))
        return put(text, mention, mention.text[:place] + new + mention.text[place + 1 :])

    return change


def _decimal(text: str, mention: Mention, language: str, draw: random.Random) -> str | None:
    """The decimal mark lost: 2.4 becomes 24."""
    del language, draw
    value = mention.value
    if not isinstance(value, Quantity) or value.low != value.high or value.low % 1 == 0 or mention.spelled:
        return None
    marks = [i for i, c in enumerate(mention.text[1:-1], 1) if c in ".,٫" and mention.text[i + 1].isdecimal()]
    if len(marks) != 1:
        return None
    return put(text, mention, mention.text[: marks[0]] + mention.text[marks[0] + 1 :])


def _word(text: str, mention: Mention, language: str, draw: random.Random) -> str | None:
    """Another number word in the place of one."""
    known = _number_words(language) if mention.spelled else {}
    if mention.text.casefold() not in known:
        return None
    others = sorted(word for word, value in known.items() if value != known[mention.text.casefold()])
    return put(text, mention, draw.choice(others))


@lru_cache(maxsize=256)
def _number_words(language: str) -> Mapping[str, int]:
    """The spelled-out numbers from 2 to 20."""
    found = ((word.casefold(), int(value)) for category, value, word in cldr.spelled(language) if category == "number")
    return {word: value for word, value in found if 1 < value <= 20}


def _drop(text: str, mention: Mention, language: str, draw: random.Random) -> str | None:
    del language, draw
    return None if mention.spelled else " ".join(put(text, mention, "").split())


def exchanged(section: str) -> Change:
    """A word of a section of the language's file, near the number, exchanged for one that means something else."""

    def change(text: str, mention: Mention, language: str, draw: random.Random) -> str | None:
        starts = [index for index in range(mention.start, mention.end) if text[index].isdecimal()]
        if not starts:
            return None
        last = next((i for i in range(starts[0], mention.end) if text[i].isspace() or text[i].isalpha()), mention.end)
        found = exchange(text, (starts[0], last), language, draw, only=section)
        return None if found is None else found.text

    return change


CHANGES: Mapping[str, Change] = {
    "digit": other_digit(),
    "decimal": _decimal,
    "word": _word,
    "drop": _drop,
    **{section: exchanged(section) for section in SECTIONS if section not in ("direction", "share")},
}
"""By the name that the table gives them."""
