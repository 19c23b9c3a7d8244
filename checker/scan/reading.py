"""Reads a text word by word: which of the lexicon's words begin and end where."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from checker.languages.folding import script
from checker.languages.lexicon import NOTHING, Match, Word, as_match, follow, goes_on, letters_end
from checker.scan.lookup import Scan

_KEPT = frozenset(
    {"skip", "per", "weekday", "negation", "negation_other", "bound_deadline", "bound_difference", "pair_closing"}
    | {"order_ahead", "order_behind", "order_event", "bound_depth", "bound_past"}
)
"""Categories of words that mean the same where they are an idiom."""
_BOUND = 24
"""Code points of the longest bound that is looked for before a number with a prefix."""
LETTERS = frozenset("aAjJh")
"""The shapes of letters and of the marks on them."""
_TOKEN = re.compile("([aA]{1,48}+)(?![aAjJh])|[aA]+|[jJh][aA]*|0+|-")
"""A place where a word or a symbol may begin, by its shape: a letter that no letter joins to those before it, …"""


def read(found: Scan) -> None:
    """Reads the text word by word into `starts` and `ends`."""
    text, shaped, lexicon = found.text, found.shaped, found.lexicon
    known, tree = lexicon.words, lexicon.tree
    letters = 0  # where the letters end that were met last
    for token in _TOKEN.finditer(shaped):
        start = token.start()
        if token.lastindex:  # a whole word
            letters = token.end()
            word = known.get(text[start:letters]) or lexicon.word(text[start:letters])
            if word is NOTHING:
                continue
            if word.opens:
                found.compounds.append(start)
            begun = _whole(found, start, letters, word)
            if begun or word.tail:
                _note(found, start, begun, _tail(word, start, letters))
        elif shaped[start] in LETTERS:
            if start >= letters:
                letters = letters_end(shaped, start)
                found.compounds.append(start)
            tail = list(lexicon.ending(text, start, letters)) if lexicon.endings else []
            if tail or text[start] in tree:
                _note(found, start, found.at(start), tail)
            if token.end() - start > 1 and text[start + 1] in tree:
                found._said.update(each.category for each in found.at(start + 1))
        elif text[start] in tree:
            _note(found, start, found.at(start), [])


def _whole(found: Scan, start: int, end: int, word: Word) -> list[Match]:
    """What begins at a whole word; what it holds by itself needs no further look in most places."""
    if not word.plain or (end - start == 1 and start and found.text[start - 1] == "'"):
        return found.at(start)
    if word.rest is not None and goes_on(word.rest, found.text, end):
        further = follow(word.rest, found.text, found.shaped, start, end)
        if further:
            return found.at(start)
    begun = [as_match((start, start + length, kind, value)) for length, kind, value in word.entries]
    found._at[start] = begun
    return begun


def _tail(word: Word, start: int, end: int) -> list[Match]:
    return [as_match((start + cut, end, kind, value)) for cut, kind, value in word.tail]


def read_prefixed(found: Scan) -> None:
    """The same where particles are written onto the front of words."""
    text, shaped, lexicon = found.text, found.shaped, found.lexicon
    tree, prefixes = lexicon.tree, lexicon.prefixes
    initials = frozenset(prefix[0] for prefix in prefixes)
    whole = [-1, -1, -1]  # where the last word ends that the lexicon has with so many prefixes: it is cut no further
    letters = 0
    for token in _TOKEN.finditer(shaped):
        start = token.start()
        if token.lastindex:
            letters = token.end()
            word = lexicon.word(text[start:letters])
            if word.opens:
                found.compounds.append(start)
            begun = _whole(found, start, letters, word) if word is not NOTHING else []
            tail = _tail(word, start, letters)
        elif shaped[start] in LETTERS:
            if start >= letters:
                letters = letters_end(shaped, start)
                found.compounds.append(start)
            begun = found.at(start)
            tail = list(lexicon.ending(text, start, letters)) if lexicon.endings else []
            if token.end() - start > 1:
                found._said.update(each.category for each in found.at(start + 1))
        elif text[start] in tree:
            begun, tail = found.at(start), []
        else:
            continue
        _note(found, start, begun, tail)
        _mark_whole(shaped, begun, whole, 0)
        if text[start] in initials and shaped[start] in "aA":
            for place, cuts in _after_prefixes(text, shaped, start, prefixes):
                if place >= max(whole[:cuts]):
                    begun = found.at(place)
                    tail = list(lexicon.ending(text, place, letters_end(shaped, place))) if lexicon.endings else []
                    _note(found, place, begun, tail)
                    _mark_whole(shaped, begun, whole, cuts)
                    if begun:
                        _note_bound(found, place)


def _note_bound(found: Scan, end: int) -> None:
    """Notes a bound whose last letters are the prefix of a number: יותר מחצי, more than half."""
    low = max(0, end - _BOUND)
    text, shaped = found.text[low:end], found.shaped[low:end]
    for place in range(len(text)):
        begins = text[place - 1] == " " if place else low == 0
        for match in found.lexicon.at(text, shaped, place) if begins else ():
            if match.end == len(text) and match.category == "bound_before":
                found.ends.setdefault(end, []).append(match._replace(start=low + place, end=end))
                found._said.add(match.category)


def _mark_whole(shaped: str, matches: list[Match], whole: list[int], cuts: int) -> None:
    for each in matches:
        if _fills_word(shaped, each):
            whole[cuts] = max(whole[cuts], each.end)


def _note(found: Scan, start: int, begun: list[Match], tail: list[Match]) -> None:
    """Notes what begins at a place, and the endings of the word that begins there."""
    matches = [*begun, *tail] if tail and start + 2 < len(found.text) else begun
    if matches:
        found.starts[start] = matches
        ends = found.ends
        for each in matches:
            known = ends.get(each[1])
            if known is None:
                ends[each[1]] = [each]
            else:
                known.append(each)


def drop_idioms(found: Scan) -> None:
    """A word inside an idiom means nothing by itself: the `over` of "spread over"."""
    idioms = [match for matches in found.starts.values() for match in matches if match.category == "skip"]
    if not idioms:
        return
    tables = [(table, sorted(table)) for table in (found.starts, found.ends, found._at)]
    for idiom in idioms:
        if idiom.start and found.text[idiom.start - 1].isdigit() and script(found.text[idiom.start]) == "hangul":
            continue  # 4일부터: from the 4th, not 일부, a part
        if _within_number(found, idiom) or _ends_part(found, idiom):  # 十七万一千, not 万一, in case
            for table, place in ((found.starts, idiom.start), (found.ends, idiom.end), (found._at, idiom.start)):
                table[place] = [match for match in table.get(place, ()) if match != idiom]
            continue
        if any(m.category == "centuries_after" for m in found.starts.get(idiom.end - 1, ()) if m.end > idiom.end):
            continue  # 三世纪: the third century, not 三世, the third of a name
        if _before_month(found, idiom):
            continue  # el uno de octubre, den andra oktober
        for table, positions in tables:
            for position in positions[bisect_left(positions, idiom.start) : bisect_right(positions, idiom.end)]:
                matches = table[position]
                matches[:] = [
                    m
                    for m in matches
                    if (m[:2] == idiom[:2] and m.category in _KEPT)
                    or not (idiom.start <= m.start and m.end <= idiom.end)
                ]


def _before_month(found: Scan, idiom: Match) -> bool:
    """Whether an idiom that begins or ends with a number stands before a month, whose day that is."""
    month = next((m for m in found.starts.get(found.after_gap(idiom.end), ()) if m.category == "month"), None)
    if month is None or found.text.startswith("'", month.end):
        return False
    inside = (*found.starts.get(idiom.start, ()), *found.ends.get(idiom.end, ()))
    return any(m.category in ("number", "ordinal") and m != idiom for m in inside)


def _ends_part(found: Scan, idiom: Match) -> bool:
    """Whether a part of a whole that begins before an idiom ends in it: 5人に1人は, not 1人は, one of them."""
    inside = (match for place in range(idiom.start + 1, idiom.end + 1) for match in found.ends.get(place, ()))
    return any(match.category == "fraction" and match.start < idiom.start for match in inside)


def _within_number(found: Scan, idiom: Match) -> bool:
    """Whether an idiom of a script without spaces is a scale word behind a number and what follows."""
    begins = any(match.category == "scale" for match in found.starts.get(idiom.start, ()))
    return (
        begins
        and script(found.text[idiom.start]) == "joined"
        and any(match.category in ("number", "scale") for match in found.ends.get(idiom.start, ()))
    )


def _fills_word(shaped: str, match: Match) -> bool:
    """Whether a match is the whole of one word."""
    return shaped[match.start] in LETTERS and match.end == letters_end(shaped, match.start)


def _after_prefixes(text: str, shaped: str, start: int, prefixes: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """Places behind one prefix, then behind two."""
    deeper: list[tuple[int, int]] = []
    for prefix in prefixes:
        after = start + len(prefix)
        if text.startswith(prefix, start) and after < len(text) and (shaped[after] in LETTERS or shaped[after] == "0"):
            if shaped[after] != "0" and letters_end(shaped, after) - after > 2:
                yield after, 1
            for second in prefixes:
                beyond = after + len(second)
                if text.startswith(second, after) and beyond < len(text) and shaped[beyond] in LETTERS:
                    deeper.append((beyond, 2))
    yield from deeper
