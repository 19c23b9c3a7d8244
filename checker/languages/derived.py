"""Forms that follow from other forms of a language, and those of CLDR that the language takes for other words."""

from collections.abc import Iterator

from checker.languages.cldr import Form
from checker.languages.folding import fold, script

_FUNCTION = frozenset(
    {"linker", "linkers", "between", "pair_between", "opening", "pair_opening", "article", "and", "per", "bound_before"}
    | {"year_before", "hour_before", "name_before", "day_before", "number"}
)
"""Categories of small words; an abbreviation that CLDR gives a unit and that is one of them is none (German in)."""
_SPELLED = ("number", "scale", "ordinal", "fraction", "under", "under_same")
_DIGITS = 3
"""Digits of the greatest number that is known in the case of a range's low end."""
_TYPED = 4
"""Letters of the shortest number word that is also known without its accents."""
_ABBREVIATED = 3
"""Letters of the longest unit abbreviation or currency symbol of CLDR that may be another word of the language."""


def apart(forms: list[Form], joints: tuple[str, ...], prefixes: list[str]) -> Iterator[Form]:
    """Number words whose `and` is a prefix (خمسة وعشرون), with a space behind it as some people write it."""
    for joint in joints:
        for category, value, form in forms if joint in prefixes else ():
            if category in ("number", "ordinal") and f" {joint}" in form:
                yield category, value, form.replace(f" {joint}", f" {joint} ")


def unaccented(forms: list[Form]) -> Iterator[Form]:
    """Number words as people type them without accents (milhoes), where that is no other word of the lexicon."""
    known = {_key(form, bare=True) for _, _, form in forms if _key(form, bare=True) == _key(form, bare=False)}
    for category, value, form in forms:
        plain = _key(form, bare=True)
        if category in _SPELLED and len(plain) >= _TYPED and plain not in known and plain != _key(form, bare=False):
            yield category, value, plain


def denominators(forms: list[Form], kind: str, endings: list[tuple[str, str]]) -> Iterator[Form]:
    """Ordinals or cardinals as what a number is divided by (three fifths), by the endings that they have then."""
    wanted = "number" if kind == "cardinal" else kind
    for category, value, form in forms:
        for old, new in endings if category == wanted and "*" not in form and "." not in value else ():
            if form.endswith(old):
                yield "under" if old or new else "under_same", value, form[: len(form) - len(old)] + new


def low_ends(forms: list[Form], endings: list[tuple[str, str]]) -> Iterator[Form]:
    """Number words in the case that makes them the low end of a range: ხუთიდან, from five."""
    for category, value, form in forms:
        if category != "number" or "*" in form or "." in value or len(value) > _DIGITS:
            continue
        for old, new in endings:
            if form.endswith(old):
                yield "low", value, form[: len(form) - len(old)] + new


def unclaimed(common: list[Form], own: list[Form], bare: bool) -> Iterator[Form]:
    """What all languages share, without the units that a language has as scale words: min is a thousand in Azerbaijani.

    Shorter ones are told apart by their place (m for metre and for million).
    """
    scales = {_key(form, bare) for category, _, form in own if category == "scale"}
    for category, value, form in common:
        text = _key(form, bare)
        if category != "unit" or len(text) < _ABBREVIATED or text not in scales:
            yield category, value, form


def unambiguous(known: list[Form], told: list[Form], bare: bool, prefixes: list[str]) -> Iterator[Form]:
    """CLDR's forms without abbreviations and symbols that the language file takes for other words.

    An ordinal that is spelled like a cardinal is left out too (Hebrew), also behind a prefix (Arabic), and a unit that
    is a number of another one (on yıl, ten years, for a decade).
    """
    small = {_key(form, bare) for category, _, form in told if category in _FUNCTION}
    measures = {_key(form, bare) for category, _, form in told if category in ("unit", "percent", "scale")}
    scales = {_key(form, bare) for category, _, form in told if category == "scale"}
    units = measures - scales
    cardinals = {_key(form, bare) for category, _, form in (*told, *known) if category == "number"}
    spans = {_key(form, bare) for category, _, form in (*told, *known) if category == "unit"}
    for category, value, form in known:
        text = _key(form, bare)
        first, _, rest = text.replace("-", " ").partition(" ")
        if category == "unit" and rest in spans and first in cardinals:
            continue
        if category == "ordinal" and any(
            text.startswith(prefix) and text[len(prefix) :] in cardinals for prefix in ("", *prefixes)
        ):
            continue
        if len(text) <= _ABBREVIATED:
            if category in ("unit", "scale") and text in small:
                continue
            if category == "scale" and len(text) > 1 and text in units:
                continue  # kM, a thousand millions, beside km
            if category == "unit" and len(text) == 1 and text in scales:
                continue
            if category == "currency" and text in measures:
                continue
            if category == "unit" and len(text) == 1 and script(text) == "joined":
                continue
        yield category, value, form


def _key(form: str, bare: bool) -> str:
    return fold(form.strip(" *."), bare).text
