"""Words made of several number words: zweihundertsechsundfünfzig."""

from decimal import Decimal
from functools import lru_cache

from checker.languages.lexicon import Lexicon
from checker.numbers.composing import Composer
from checker.numbers.literals import Reading
from checker.scan import Scan

_SHORTEST, _LONGEST = 6, 128
"""Letters that a word made of number words has."""
_PIECES = 16
"""Number words that one word is made of at the most."""
_SYLLABLES = 3
"""The same of a Korean word, where two syllables may be anything (만일: if)."""

_Piece = tuple[str, str, str]
"""Category, value and text of a number word in a longer one."""
_JOINT: _Piece = ("joint", "", "")
_ONE = (Reading(Decimal(1), Decimal(1)),)


def compound(scan: Scan, start: int) -> tuple[Reading, ...] | None:
    """The value of a word made of several number words (zweihundertsechsundfünfzig), None where it is no such word."""
    end = scan.word_end(start)
    shortest = _SYLLABLES if scan.shaped.startswith("h", start) else _SHORTEST
    found = _made(scan.text[start:end], scan.lexicon) if shortest <= end - start <= _LONGEST else None
    if found and any(match.end >= end for match in scan.at(start, "skip")):
        return None  # Zehntausende: tens of thousands
    return found


@lru_cache(maxsize=8192)
def _made(word: str, lexicon: Lexicon) -> tuple[Reading, ...] | None:
    return _split(word, lexicon) if opens(word, lexicon) else None


def opens(word: str, lexicon: Lexicon) -> bool:
    """Whether a word begins with a number word."""
    return any(word[:end] in lexicon.parts for end in range(2, min(lexicon.longest_part, len(word)) + 1))


def whole_word(word: str, lexicon: Lexicon) -> Decimal | None:
    """The value of a word that is a number word or made of several; None where it is neither."""
    entry = lexicon.parts.get(word)
    if entry:
        return Decimal(entry.value)
    readings = _split(word, lexicon) if lexicon.parts and _SHORTEST <= len(word) <= _LONGEST else None
    return readings[0].value if readings else None


@lru_cache(maxsize=8192)
def _split(word: str, lexicon: Lexicon) -> tuple[Reading, ...] | None:
    """Cuts a word into number words, longest first, with at most a joint between them."""
    longest = lexicon.longest_part
    hopeless: set[tuple[int, bool]] = set()

    def cut(rest: str, pieces: tuple[_Piece, ...]) -> tuple[_Piece, ...] | None:
        if not rest:
            return pieces if len(pieces) > 1 else None
        state = len(rest), bool(pieces) and pieces[-1] == _JOINT
        if state in hopeless:
            return None
        for length in range(min(longest, len(rest)), 0, -1):
            entry = lexicon.parts.get(rest[:length])
            if entry and len(pieces) < _PIECES:
                found = cut(rest[length:], (*pieces, (*entry, rest[:length])))
                if found:
                    return found
        for joint in lexicon.joints:
            if pieces and joint.isalpha() and rest.startswith(joint) and pieces[-1] != _JOINT:
                found = cut(rest[len(joint) :], (*pieces, _JOINT))
                if found:
                    return found
        hopeless.add(state)
        return None

    pieces = cut(word, ())
    if not pieces:
        return None
    composer = Composer()
    for category, value, text in pieces:
        amount = Decimal(value or 0)
        if category == "joint":
            continue
        one = amount >= composer.below() and _one(text, value, lexicon) and composer.add(_ONE, True)
        if one or category == "scale" or (amount >= 100 and amount in (100, 1000) and composer.groups):
            taken = composer.one_more(amount) if amount < composer.below() else composer.multiply(amount)
            if not taken and not composer.add((Reading(amount, Decimal(1)),), True):
                return None
        elif not composer.add((Reading(amount, Decimal(1)),), True):
            return None
    return tuple(Reading(reading.value, Decimal(1)) for reading in composer.result())


def _one(text: str, value: str, lexicon: Lexicon) -> bool:
    """Whether a number word is one and a scale word: the eintausend of hunderteintausend."""
    rests = (lexicon.parts.get(text[cut:]) for cut in range(1, len(text)))
    return any(rest is not None and rest.value == value for rest in rests)
