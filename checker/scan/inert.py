"""What of a lexicon's tree could begin a claim, and what can't, whatever stands around it."""

from checker.languages import round_units
from checker.languages.folding import shape
from checker.languages.lexicon import Lexicon
from checker.languages.respelling import SYLLABLE
from checker.languages.tree import Bud, Node, below

_INERT = frozenset(
    {"and", "article", "linker", "linkers", "between", "pair_between", "opening", "pair_opening", "range_before"}
    | {"bound_before", "bound_after", "per", "share", "direction", "people", "minus", "counter"}
    | {"year_before", "year_after", "month_after", "day_before", "day_after", "decades_before", "decades_after"}
    | {"hour_before", "clock_before", "hour_after", "minute_after", "am", "pm", "night", "noon", "half_past"}
    | {"name_before", "name_after", "ordinal_marks_before", "ordinal_marks_after", "currency", "subunit"}
    | {"tenths", "points", "letter", "skip", "weekday", "part_and", "parts_linker", "part_of", "point", "tolerance"}
    | {"change", "particle", "minus_after", "under", "under_same", "not_alone", "bc", "ad", "era_offset", "unit"}
    | {"counted_from", "minutes", "centuries_past", "zone", "reign", "power", "multiple", "uncompounded"}
    | {"attributive", "split", "season_mark", "elided", "next_day", "alone", "opening_hours", "written_on"}
    | {"point_closing", "counting", "name_ending", "unit_letter", "negation", "not_money", "quarter_mark"}
    | {"pair_closing", "plus_after", "plus_closing", "minus_closing", "bound_deadline", "bound_difference"}
    | {"bound_depth", "bound_past", "adjective", "than", "compared"}
    | {"span_before", "span_after", "decades_age"}
    | {"order_ahead", "order_behind", "order_event", "negation_other", "bound_change"}
)
"""Categories of words that make no claim without a number, a month, a part of a whole or a century beside them."""
_BOUND = frozenset("AJ")
"""The shapes of what belongs to the letter before it."""
_SKIPPED = frozenset(".-")
"""What may stand in a gap."""


def goes_on(node: Node, text: str, more: bool, lexicon: Lexicon) -> bool:
    """Whether a branch of the tree leads to something that could begin a claim along words with single spaces.

    `more` says that the text goes on behind its end.
    """
    if inert(node, lexicon):
        return False
    text = text.lstrip(" ")
    following = text[:1]
    if not following:
        return more
    gap = below(node, " ")
    for branch in (below(node, following) if following != "*" else None, below(gap, following) if gap else None):
        if branch is not None and (_claims(branch, text) or goes_on(branch, text[1:], more, lexicon)):
            return True
    return following in _SKIPPED and gap is not None and goes_on(node, text[1:], more, lexicon)


def _claims(node: Node, text: str) -> bool:
    """Whether what ends at a node could begin a claim; `text` begins with the character that led there.

    Nothing ends inside a word, or before a mark or vowel that belongs to the letter before it.
    """
    if not all(map(inert_entry, node.get("*", ()))):
        return True
    within = text[0] != "'" and text[1:2] not in ("", " ")
    if within or all(map(inert_entry, node.get("", ()))):
        return False
    beyond = text[2:3]
    return shape(beyond) not in _BOUND or bool(SYLLABLE.search(text[:4].replace(" ", "")))


def inert_entries(node: Node) -> bool:
    """Whether what ends at a node begins no claim."""
    return all(map(inert_entry, (*node.get("", ()), *node.get("*", ()))))


def inert_entry(entry: tuple[str, str]) -> bool:
    """Whether a category and a value begin no claim; an article before a round unit does (a decade)."""
    category, value = entry
    return category in _INERT and not (category == "unit" and value in round_units())


def inert(node: Node, lexicon: Lexicon) -> bool:
    """Whether a whole branch of the tree, beyond its node, holds nothing that could begin a claim."""
    known = lexicon.inert.get(id(node))
    if known is None:
        known = all(_branch(branch, lexicon) for key, branch in node.items() if key not in ("", "*"))
        lexicon.inert[id(node)] = known
    return known


def _branch(branch: Node | list[Bud], lexicon: Lexicon) -> bool:
    if isinstance(branch, list):
        return all(inert_entry(entry) for _, _, entries in branch for entry in entries)
    return inert_entries(branch) and inert(branch, lexicon)
