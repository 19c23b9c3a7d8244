"""Finds and changes numbers in plain text, for pairs made from translations: digits only, in any script.

`checker.extract` knows far more; training wants a finder that knows no language, so that no error of the extractor
is learnt by the model that is to check it.
"""

import random
import re
import unicodedata

from checker.nli.prose import digits

Span = tuple[int, int]
_NUMBER = re.compile(r"(?<![A-Za-z])(?<![A-Za-z]-)\d+(?:[.,٫٬   '’]\d+)*")
_CLAUSE = re.compile(r"[,;:—–،؛、，;。।.!?؟](?:\s|$)|[、，。；]")
_WORD = re.compile(r"\s?[^\s\d.,;:!?()]{1,16}")
_CONTENT = re.compile(r"(?<![^\s(\"'«“„-])[^\s\d.,;:!?()\"'«»“”„।،۔…/-]{4,24}(?![^\s.,;:!?)\"'»”“।،۔…])")
_WORD_BEFORE = re.compile(r"[^\s\d.,;:!?()]{1,16}\s?$")


def numbers(text: str) -> dict[str, Span]:
    """The places of the numbers that stand once in the text, by their digits."""
    found: dict[str, list[Span]] = {}
    for match in _NUMBER.finditer(text):
        found.setdefault(digits(match.group()), []).append(match.span())
    return {key: spans[0] for key, spans in found.items() if key and len(spans) == 1}


def widen(text: str, span: Span, draw: random.Random) -> Span:
    """The span with a word or two after it, or one before it, as a mention has its unit or its bound."""
    start, end = span
    for chance in (0.55, 0.3):
        after = _WORD.match(text, end)
        if draw.random() > chance or after is None:
            break
        end = after.end()
    before = _WORD_BEFORE.search(text[max(0, start - 20) : start])
    if before and draw.random() < 0.2:
        start -= len(before.group())
    return start, end


def changed(number: str, draw: random.Random) -> str:
    """Another number of the same form: a digit replaced, two exchanged, or a zero more or less at the end."""
    places = [index for index, c in enumerate(number) if c.isdigit()]
    letters = list(number)
    way = draw.random()
    if way < 0.2 and len(places) > 1 and letters[places[0]] != letters[places[1]] and digits(letters[places[1]]) != "0":
        a, b = places[:2]
        letters[a], letters[b] = letters[b], letters[a]
    elif way < 0.35 and len(places) == len(letters) and len(places) < 6:
        letters.append(chr(ord(letters[-1]) - unicodedata.digit(letters[-1])))
    else:
        place = draw.choice(places)
        old = unicodedata.digit(letters[place])
        new = draw.choice([value for value in range(1, 10) if value != old])
        letters[place] = chr(ord(letters[place]) - old + new)
    return "".join(letters)


def renumbered(number: str, new: str) -> str:
    """A number with the digits of `new`, which are ASCII, in place of its own; its separators and its script stay."""
    rest = iter(new)
    return "".join(chr(ord(c) - unicodedata.digit(c) + int(next(rest))) if c.isdigit() else c for c in number)


def put(text: str, span: Span, new: str) -> tuple[str, Span]:
    """The text with the span replaced, and where the new words stand."""
    start, end = span
    return text[:start] + new + text[end:], (start, start + len(new))


def words(text: str) -> list[Span]:
    """The words of a text in a script that puts spaces between them: of four letters and more, without digits."""
    return [match.span() for match in _CONTENT.finditer(text)]


def swapped(text: str, one: Span, other: Span) -> tuple[str, Span, Span]:
    """The text with two numbers exchanged; where the words of `one`, then of `other`, stand now."""
    (a, b), (c, d) = sorted((one, other))
    left, right = text[a:b], text[c:d]
    result = text[:a] + right + text[b:c] + left + text[d:]
    early, late = (a, a + len(right)), (d - len(left), d)
    return (result, late, early) if one < other else (result, early, late)


def clause(text: str, span: Span, least: int = 24) -> tuple[str, Span] | None:
    """The clause around the span, where the text has more than that; None where it has not."""
    cuts = [0, *(m.end() for m in _CLAUSE.finditer(text) if not span[0] <= m.start() < span[1]), len(text)]
    start = max(cut for cut in cuts if cut <= span[0])
    end = min(cut for cut in cuts if cut >= span[1])
    start += len(text[start:end]) - len(text[start:end].lstrip())
    part = text[start:end].rstrip()
    if len(part) < least or len(part) > 0.85 * len(text):
        return None
    return part, (span[0] - start, span[1] - start)


def without(text: str, span: Span, least: int = 24) -> str | None:
    """The text without the clause around the span; None where little would be left."""
    found = clause(text, span, 1)
    if found is None:
        return None
    start = text.index(found[0])
    rest = (text[:start] + text[start + len(found[0]) :]).strip(" ,;:")
    return rest if len(rest) >= least else None
