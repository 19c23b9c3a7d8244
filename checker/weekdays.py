"""Weekdays without a date (Monday to Friday, 9 to 5), against those of the other versions.

They make no claims of their own: news say yesterday for Tuesday. Where versions name equally many of them, and one
names another day in the place of one, an opening hour or a timetable drifted.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from checker.extraction import extract
from checker.languages import load, name
from checker.languages.folding import Folded, fold, shape
from checker.languages.lexicon import Lexicon
from checker.magnitudes import likely
from checker.model import Claim, Fact, Kind, Level, Mention, Moment, Occurrence, Rule, Segment, Verdict
from checker.scan.reading import LETTERS

_OTHERWISE = frozenset({"number", "ordinal", "unit", "one_unit", "month", "per", "and"})
"""Categories of what a weekday's name may be besides: terça is a third, too, and Minggu a week."""
_SIGNS = "-–—~/,、・·&+"
"""What stands between the weekdays of a range or a list (folded)."""
_JOINED = re.compile(rf"[.)]? ?[{_SIGNS}] ?\(?")
_JOINING = ("between", "pair_between", "and", "parts_linker", "linker")
_SHORT = 3
"""Letters of the longest abbreviation that may be a little word too."""
_LONGEST = 16
"""Characters between two weekdays of a range, and of the particles before one, at the most."""
_TOGETHER = frozenset("jh")
"""The shapes of letters before which a word may end without a space."""
_MANY = 3
"""Weekdays that a version must name at least to be held as a whole against one that is built otherwise; where it lost
or gained a sentence, fewer are as many by chance."""
_TRUST = 0.8
_Said = Mapping[str, Sequence[Occurrence]]
"""The weekdays of a place, by version."""


class _Day(NamedTuple):
    """A weekday in a folded text; one that is not `sure` must stand beside another."""

    start: int
    end: int
    value: int
    sure: bool
    slight: bool
    """An abbreviation that is written as a little word is: so, do, mar, sat."""


def judged(prefix: str, count: int, segments: Mapping[str, Sequence[Segment]], source: str | None) -> list[Verdict]:
    """A verdict on each weekday that is another one than elsewhere; facts are called `prefix/count` and on.

    Without a source, what most versions have is right, and at a tie all drift.
    """
    said: dict[str, list[Occurrence]] = {}
    for language, parts in sorted(segments.items()):
        found = [Occurrence(part, day) for part in likely(parts, language, named) for day in told(part.text, language)]
        if found:
            said[language] = found
    if len(said) < 2:
        return []
    verdicts: list[Verdict] = []
    for place, languages in _places(said, segments):
        if source in segments and source not in place:
            continue
        for fact, language, right in _drifts(place, languages, source):
            number = f"{prefix}/{count + len(verdicts)}"
            verdicts.append(_verdict(replace(fact, id=number), language, right))
    return verdicts


def differ(texts: Mapping[str, str]) -> bool:
    """Whether two texts by language may name different weekdays; told without looking at most of them."""
    found: dict[int, list[int]] = {}
    for language, text in texts.items():
        mentions = told(text, language)
        if mentions:
            days = sorted(map(_weekday, mentions))
            if found.setdefault(len(days), days) != days:
                return True
        elif len(texts) == 2:
            return False
    return False


def named(text: str, language: str) -> bool:
    """Whether a weekday may stand somewhere in a text."""
    folded = fold(text, load(language).bare).text
    words, beside = _words(language)
    return any(map(folded.__contains__, words)) or (beside is not None and beside.search(folded) is not None)


@lru_cache(maxsize=256)
def _words(language: str) -> tuple[tuple[str, ...], re.Pattern[str] | None]:
    """What a text must hold somewhere that names a weekday: a name, or two abbreviations in a range or list."""
    lexicon = load(language)
    brief = "|".join(sorted(map(re.escape, lexicon.brief_weekdays), key=len, reverse=True))
    beside = rf"(?:{brief})[.)]?(?: ?[{_SIGNS}]| \w{{1,6}}) ?\(?(?:{brief})" if brief else None
    longest = sorted({max(form.split(" "), key=len) for form in lexicon.weekdays}, key=lambda word: (len(word), word))
    words = [word for at, word in enumerate(longest) if not any(other in word for other in longest[:at])]
    return tuple(words), re.compile(beside) if beside else None


@lru_cache(maxsize=256)
def _begins(language: str) -> re.Pattern[str]:
    """What a place in a folded text must hold where a weekday begins: the first word of its name."""
    lexicon = load(language)
    words = {re.escape(form.split(" ")[0]) for form in (*lexicon.weekdays, *lexicon.brief_weekdays)}
    return re.compile("|".join(sorted(words, key=lambda word: (len(word), word))) or r"(?!)")


@lru_cache(maxsize=4096)
def told(text: str, language: str) -> tuple[Mention, ...]:
    """The weekdays of a text, each as a moment, with the date that it belongs to if any."""
    if not named(text, language):
        return ()
    lexicon = load(language)
    folded = fold(text, lexicon.bare)
    days = list(_days(folded, lexicon))
    read = extract(text, language) if days else ()
    found: list[Mention] = []
    for place, day in enumerate(days):
        beside = (*days[max(0, place - 1) : place], *days[place + 1 : place + 2])
        if not day.sure and not any(_together(folded.text, lexicon, day, other) for other in beside):
            continue
        start, end = folded.span(day.start, day.end)
        claimed = [mention.value for mention in read if mention.start < end and start < mention.end]
        dates = [value for value in claimed if isinstance(value, Moment)]
        if dates or not claimed or day.sure:
            moment = replace(dates[0] if dates else Moment(), weekday=day.value)
            found.append(Mention(text[start:end], start, end, Kind.DATE, moment, (moment,), spelled=True))
    return tuple(found)


def _days(folded: Folded, lexicon: Lexicon) -> Iterator[_Day]:
    """What may be a weekday, in order, none inside another; also inside idioms that keep numbers from being claims."""
    text, done = folded.text, 0
    shaped, brief = shape(text), _brief(lexicon.code)
    for begin in _begins(lexicon.code).finditer(text):
        start = begin.start()
        if start < done or not _may_begin(text, shaped, start, lexicon.prefixes):
            continue
        matches = lexicon.at(text, shaped, start)
        end = max((match.end for match in matches), default=0)
        day = next((match for match in matches if match.category == "weekday" and match.end == end), None)
        if day is None:
            continue
        form = text[start:end]
        first, last = folded.span(start, end)
        capital = any(map(str.isupper, folded.original[first:last]))
        other = any(match.category in _OTHERWISE for match in matches if match.end == end)
        sure = form not in brief and (not other or (capital and start > 0))
        slight = form in brief and len(form) <= _SHORT and form.isascii() and not capital
        yield _Day(start, end, int(day.value), sure, slight)
        done = end


def _may_begin(text: str, shaped: str, start: int, prefixes: Sequence[str]) -> bool:
    """Whether a word may begin at a place: not behind a letter, unless words are written together, or on a prefix."""
    if not start or shaped[start - 1] not in LETTERS or shaped[start] in _TOGETHER:
        return True
    place = start
    while place > 0 and shaped[place - 1] in LETTERS and start - place < _LONGEST:
        place -= 1
    before = text[place:start]
    return any(
        before.startswith(prefix) and (before == prefix or before[len(prefix) :] in prefixes) for prefix in prefixes
    )


@lru_cache(maxsize=256)
def _brief(language: str) -> frozenset[str]:
    return frozenset(load(language).brief_weekdays)


def _together(text: str, lexicon: Lexicon, one: _Day, other: _Day) -> bool:
    """Whether two weekdays are the ends of a range, or stand beside one another in a list."""
    first, second = sorted((one, other))
    if first.value == second.value:
        return False
    between = text[first.end : second.start]
    if len(between) > _LONGEST:
        return False
    if _JOINED.fullmatch(between):
        return not (first.slight or second.slight) or between.strip(" ,.)(") != ""
    word = between.strip(" .")
    joint = lexicon.at(word, shape(word), 0) if word and not (first.slight or second.slight) else ()
    return any(match.end == len(word) and match.category in _JOINING for match in joint)


def _places(said: _Said, segments: Mapping[str, Sequence[Segment]]) -> Iterator[tuple[_Said, frozenset[str]]]:
    """The weekdays that are held against one another, and which versions are then told of: block by block, or key by
    key, those that are built alike; the others as a whole."""
    blocks = {language: _blocks(segments[language]) for language in said}
    built = {language: tuple(found.values()) for language, found in blocks.items()}
    usual, many = Counter(built.values()).most_common(1)[0]
    alike = frozenset(language for language in said if built[language] == usual) if many > 1 else frozenset()
    places: dict[object, dict[str, list[Occurrence]]] = {}
    for language in sorted(alike):
        order = {block: place for place, block in enumerate(blocks[language])}
        for found in said[language]:
            part = found.segment
            places.setdefault(part.key or order.get(part.block), {}).setdefault(language, []).append(found)
    yield from ((place, alike) for place in places.values())
    if len(alike) < len(said):
        whole = {language: found for language, found in said.items() if len(found) >= _MANY}
        if len(whole) > 1:
            yield whole, frozenset(whole) - alike


def _blocks(parts: Sequence[Segment]) -> dict[int, str]:
    """The blocks of a version, and what each is; none of texts with keys, which are found by them."""
    return {} if any(part.key for part in parts) else {part.block: part.role.value for part in parts}


def _drifts(said: _Said, languages: frozenset[str], source: str | None) -> Iterator[tuple[Fact, str, str]]:
    """Facts of one weekday, the version that names another one, and one of those that it is held against."""
    days = {language: tuple(_weekday(each.mention) for each in found) for language, found in said.items()}
    usual, times = Counter(days.values()).most_common(1)[0]
    right = source if source in days else next(it for it in days if days[it] == usual)
    alike = {it: found for it, found in said.items() if len(found) == len(days[right])}
    tied = source not in days and times * 2 <= len(alike)
    for language in sorted(languages & alike.keys()):
        for against in (it for it in alike if tied or it == right):
            wrong = [
                place
                for place in _exchanged(days[language], days[against])
                if not all(_dated(alike[it][place]) for it in (language, against))
            ]
            for place in wrong:
                yield Fact("", {it: Claim(it, (found[place],)) for it, found in alike.items()}), language, against
            if wrong:
                break


def _exchanged(own: Sequence[int], others: Sequence[int]) -> list[int]:
    """The places at which two lists differ, each in a weekday that the other has nowhere: words change places."""
    mine, theirs = Counter(own) - Counter(others), Counter(others) - Counter(own)
    pairs = enumerate(zip(own, others, strict=True))
    return [place for place, (day, other) in pairs if day in mine and other in theirs]


def _weekday(mention: Mention) -> int:
    return (mention.value.weekday or 0) if isinstance(mention.value, Moment) else 0


def _dated(found: Occurrence) -> bool:
    """Whether a weekday belongs to a date, with which it is judged."""
    return isinstance(found.mention.value, Moment) and found.mention.value.date is not None


def _verdict(fact: Fact, language: str, right: str) -> Verdict:
    found, expected = fact.claims[language].mention.text, fact.claims[right].mention.text
    message = f"{name(language)} says “{found}” where {name(right)} says “{expected}”: another day of the week"
    return Verdict(fact, language, Rule.DATE, Level.WARNING, message, expected, found, _TRUST)
