"""A text and every word of its language's lexicon found in it, looked up by where it starts or ends."""

import re

from checker.languages.folding import fold, shape
from checker.languages.lexicon import Lexicon, Match
from checker.scan.lookup import Scan
from checker.scan.reading import drop_idioms, read, read_prefixed
from checker.scan.silence import silent

__all__ = ["Scan", "scan", "silent"]

_DIGITS = re.compile(r"\d+")


def scan(text: str, lexicon: Lexicon) -> Scan:
    """Folds a text and finds the lexicon's words in it."""
    folded = fold(text, lexicon.bare)
    found = Scan(folded, folded.text, shape(folded.text), lexicon, {}, {})
    (read_prefixed if lexicon.prefixes else read)(found)
    drop_idioms(found)
    for ending in found.ends.values():
        if len(ending) > 1:
            ending.sort(key=_by_start)
    found._end_positions.extend(sorted(found.ends))
    if found.digits:
        found.runs.extend(run.span() for run in _DIGITS.finditer(found.text))
    places = found._places
    for start, matches in found.starts.items():
        for each in matches:
            known = places.get(each[2])
            if known is None:
                places[each[2]] = [start]
            elif known[-1] != start:
                known.append(start)
    found._said.update(places)
    return found


def _by_start(match: Match) -> int:
    return match.start
