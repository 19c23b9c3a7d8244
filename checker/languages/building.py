"""Makes a lexicon's tables of the forms of its language."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from checker.errors import LanguageDataError
from checker.languages.folding import fold, script
from checker.languages.tree import Entry

_LETTERED = 2
"""Characters of a letter with its point, which alone is any letter where words are written together: ม. (metre)."""
Table = dict[str, list[Entry]]
"""What forms mean, one entry for each category."""


@dataclass(slots=True)
class Built:
    """What `build` makes of forms: see `Lexicon`."""

    closed: Table = field(default_factory=dict)
    """Forms that end where a word does."""
    opened: Table = field(default_factory=dict)
    """Forms that any letters may follow."""
    endings: Table = field(default_factory=dict)
    """Forms that any letters may stand before."""
    parts: dict[str, Entry] = field(default_factory=dict)
    cased: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    ranks: dict[str, str] = field(default_factory=dict)
    stems: dict[str, str] = field(default_factory=dict)


def build(forms: Iterable[tuple[str, str, str]], bare: bool, told: int) -> Built:
    """The tables of forms as (category, value, form), of which the first `told` are those of language files.

    A form that has several values in a category keeps the first: a language file comes before CLDR. Short units of
    language files in other letters keep theirs: V is volt where v is a week.
    """
    built = Built()
    cased: dict[tuple[str, str], dict[str, str]] = {}
    for place, (kind, value, form) in enumerate(forms):
        text = fold(form.strip(), bare).text
        open_end, open_start = text.endswith("*"), text.startswith("*")
        text = text.strip("*").strip()
        if "*" in text:
            raise LanguageDataError(
                f"{form!r} has a * between letters; it may begin or end a word of a language's file"
            )
        lettered = kind == "unit" and len(text) == _LETTERED and script(text[0]) == "joined"
        text = text if lettered else text.rstrip(".") or text
        if not text:
            continue
        if kind in {"stem", "number"} and " " not in text and len(text) > 1:
            built.stems.setdefault(text, value)
        if kind == "stem":
            continue
        entry = Entry(kind, value)
        if (
            (kind == "unit" and len(text) <= 2)
            or (kind == "scale" and len(text) == 1)
            or (kind == "currency" and len(text) == 3 and text.isascii())
        ):
            spellings = cased.setdefault((text, kind), {})
            spellings.setdefault(
                form.strip().rstrip("."), value if place < told else next(iter(spellings.values()), value)
            )
        if open_start:
            _add(built.endings, text, entry)
            continue
        spaced = " ".join(text.replace("-", " ").split()) if len(text) > 1 else text
        if spaced:
            _add(built.opened if open_end else built.closed, spaced, entry)
        if kind == "ordinal" and " " not in text and not open_end and len(text) > 2:
            built.ranks.setdefault(text, value)
        if kind in {"number", "scale"} and " " not in text and len(text) > 1:
            built.parts.setdefault(text, entry)
    built.cased = {key: apart for key, given in cased.items() if (apart := _spelled(given))}
    return built


def _spelled(given: dict[str, str]) -> dict[str, str]:
    """What spellings mean, without those that mean what any other does; that is under "" where one is in lower case."""
    small = next((value for form, value in given.items() if form == form.lower()), None)
    if small is None:
        return given
    apart = {form: value for form, value in given.items() if value != small}
    return {"": small, **apart} if apart else {}


def _add(table: Table, form: str, entry: Entry) -> None:
    entries = table.setdefault(form, [])
    if all(known.category != entry.category for known in entries):
        entries.append(entry)
