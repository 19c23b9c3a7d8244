"""Magnitudes that no number counts, several million or tens of billions, against those of the other versions.

They make no claims of their own: how many several are, each language says in its way. Where versions name equally many
of them, in the same order, and one is a thousand times another, a million became a billion.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from checker.extraction import extract
from checker.languages import load, name
from checker.languages.folding import fold
from checker.languages.lexicon import Match
from checker.model import Bound, Claim, Fact, Kind, Level, Mention, Occurrence, Quantity, Rule, Segment, Verdict
from checker.scan import Scan, scan

_LEAST = Decimal(10**6)
"""The least magnitude that is told: of thousands, languages count tens and hundreds in one word (Zehntausende)."""
_THOUSAND = Decimal(1000)
"""How many times another one a magnitude is that surely drifted: lakhs and crores are a tenth and ten of a million."""
_LETTERS = 3
"""Letters of the shortest word for one; a shorter one is an abbreviation, which stands behind a number."""
_TRUST = 0.8
_DOZEN = 16
"""Segments that are asked together whether any holds a word that is looked for."""
Levels = Callable[[Rule], Level]


def judged(
    prefix: str, count: int, segments: Mapping[str, Sequence[Segment]], source: str | None, level: Levels
) -> list[Verdict]:
    """A verdict on each magnitude that is another one than elsewhere; facts are called `prefix/count` and on.

    Without a source, what most versions have is right, and at a tie all drift.
    """
    said: dict[str, list[Occurrence]] = {}
    for language, parts in segments.items():
        said[language] = [
            Occurrence(part, one) for part in likely(parts, language, _named) for one in told(part.text, language)
        ]
    usual = Counter(map(len, said.values())).most_common(1)
    many = len(said[source]) if source in said else usual[0][0] if usual else 0
    alike = {language: found for language, found in sorted(said.items()) if len(found) == many}
    verdicts: list[Verdict] = []
    for place in range(many) if len(alike) > 1 else ():
        fact = Fact(
            f"{prefix}/{count + len(verdicts)}", {it: Claim(it, (found[place],)) for it, found in alike.items()}
        )
        right = source if source in fact.claims else _usual(fact)
        verdicts += [_verdict(fact, it, right, level) for it in fact.claims if it != right and _drifts(fact, it, right)]
    return verdicts


def differ(texts: Mapping[str, str]) -> bool:
    """Whether two texts by language may name magnitudes of which one drifted; told without looking at most of them."""
    found: set[Decimal] = set()
    for language, text in texts.items():
        here = told(text, language)
        if not here:
            return False
        found.update(_size(mention) for mention in here)
    return bool(found) and max(found) >= min(found) * _THOUSAND


def likely(parts: Sequence[Segment], language: str, named: Callable[[str, str], bool]) -> Iterator[Segment]:
    """The segments that may hold what a text in a language may name; most do not: they are looked at by the dozen."""
    for at in range(0, len(parts), _DOZEN):
        some = parts[at : at + _DOZEN]
        if named("\n".join(part.text for part in some), language):
            yield from some


def _named(text: str, language: str) -> bool:
    """Whether a word for a magnitude stands somewhere in a text."""
    folded = fold(text, load(language).bare).text
    return any(map(folded.__contains__, _words(language)))


@lru_cache(maxsize=4096)
def told(text: str, language: str) -> tuple[Mention, ...]:
    """The magnitudes of a text that belong to no number."""
    if not _named(text, language):
        return ()
    scanned = scan(text, load(language))
    read = extract(text, language)
    starts = [mention.start for mention in read]
    found: list[Mention] = []
    for _, matches in sorted(scanned.having("scale", "skip")):
        match = next(match for match in matches if match.category in ("scale", "skip"))
        start, end = scanned.folded.span(match.start, match.end)
        if found and start < found[-1].end:
            continue
        size = _in_idiom(scanned, match) if match.category == "skip" else Decimal(match.value)
        size *= _counted(scanned, match)
        before = bisect_left(starts, end)
        if size < _LEAST or end - start < _LETTERS or (before and read[before - 1].end > start):
            continue
        value = Quantity(size, size, bound=Bound.ABOUT, step=size)
        found.append(Mention(text[start:end], start, end, Kind.COUNT, value, (value,), spelled=True))
    return tuple(found)


@lru_cache(maxsize=256)
def _words(language: str) -> tuple[str, ...]:
    """What a text must hold somewhere that names a magnitude: the words for them, without those that begin with one."""
    words = sorted(
        form
        for form, entry in load(language).parts.items()
        if entry.category == "scale" and Decimal(entry.value) >= _LEAST and len(form) >= _LETTERS
    )
    return tuple(word for at, word in enumerate(words) if not at or not word.startswith(words[at - 1]))


def _in_idiom(scanned: Scan, match: Match) -> Decimal:
    """The magnitude of a phrase that is no claim, each word of which is known by itself: plusieurs millions."""
    parts = scanned.lexicon.parts
    words = re.split(r"[ -]", scanned.text[match.start : match.end])
    sizes = [Decimal(entry.value) for entry in map(parts.get, words) if entry and entry.category == "scale"]
    return max(sizes, default=Decimal(0))


def _counted(scanned: Scan, match: Match) -> Decimal:
    """How many times the magnitude another one before it counts it: thousands of millions."""
    place = scanned.before_gap(match.start)
    linker = next(iter(scanned.before(place, "linker")), None)
    before = scanned.before(scanned.before_gap(linker.start) if linker else place, "scale")
    return max((Decimal(each.value) for each in before if Decimal(each.value) >= _THOUSAND), default=Decimal(1))


def _size(mention: Mention) -> Decimal:
    value = mention.value
    return value.low if isinstance(value, Quantity) else Decimal(0)


def _usual(fact: Fact) -> str | None:
    """A version with the magnitude that most have."""
    sizes = Counter(_size(claim.mention) for claim in fact.claims.values())
    size, many = sizes.most_common(1)[0]
    right = next(it for it, claim in fact.claims.items() if _size(claim.mention) == size)
    return right if many * 2 > len(fact.claims) else None


def _drifts(fact: Fact, language: str, right: str | None) -> bool:
    """Whether a version's magnitude is another one than the right one, or than any where none is."""
    own = _size(fact.claims[language].mention)
    others = [_size(claim.mention) for it, claim in fact.claims.items() if it != language and right in (None, it)]
    return any(max(own, other) >= min(own, other) * _THOUSAND for other in others)


def _verdict(fact: Fact, language: str, right: str | None, level: Levels) -> Verdict:
    against = right or next(it for it in fact.claims if it != language and _drifts(fact, language, it))
    found, expected = fact.claims[language].mention.text, fact.claims[against].mention.text
    message = f"{name(language)} says “{found}” where {name(against)} says “{expected}”: another order of magnitude"
    return Verdict(fact, language, Rule.SCALE, level(Rule.SCALE), message, expected, found, _TRUST)
