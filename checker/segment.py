"""Cuts a document into sentences.

sentencex finds the sentence ends; its known errors around numbers and abbreviations are mended by rules that
hold in any language, with what CLDR knows of the language's dates and short scale words. A cut too few costs
little, a cut inside a claim loses it, so doubt keeps text together.
"""

import re
from collections.abc import Iterator
from functools import cache

from checker.languages import DURATION, cldr, dimension, load
from checker.languages.folding import fold, script, shape
from checker.letters import goes_on
from checker.model import Document, Segment, Span

_ONE = re.compile(r"[\w](?:[\w ,'’()/+-]{0,238}[\w)])?[.!?…]?")
"""A text with no mark within it that could end a sentence, short enough not to be cut."""
_LIMIT = 600  # code points; what the entailment model reads at most, with room
_UNSTOPPED_LIMIT = 240  # where the script has no sign for the end of a sentence
_UNSTOPPED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")  # Thai, Lao, Burmese, Khmer
_SENTENCE_SPACE = re.compile(r"[.!?…。！？।۔؟][\"'”»’)\]]*\s+")
_ENDS = re.compile(r"[^\w\s,(\[{«“„‘‹¿¡$€£+#@/\\-]\W*$")
_STOPS = re.compile('[។៕။]+["”»’)]*\\s*')
_CLAUSE = re.compile(r"[;:；：،؛、，។။](?=\D)\s*|,\s+(?=\D)|\s[–—-]\s+(?=\D)")
_SPACE = re.compile(r"(?<!\d)\s+(?!\d)")
_NO_DIGIT = re.compile(r"\D(?=\D)")
_ABBREVIATION = re.compile(r"(?:^|[\s(\[«“\"'/])([^\W\d_]{1,6})\.\s*$")
_DOTTED = re.compile(r"(?:[^\W\d_](?:(?!\d)[\u0900-\u0dff]){0,4}\.\s?){2,}$")
"""Single letters with dots; one of an Indian script has signs around it (கி.மு.)."""
_MEASURED = re.compile(r"\d\s?((?:(?:[^\W\d_](?:[\u094d\u09cd\u0acd][^\W\d_])?[^\w\s.,;:!?]?){1,2}\.){1,3})\s*$")
"""A number with what may be the abbreviation of a unit behind it, of a letter or two: 3 मी., 5 कि.मी."""
_PER = "/"
"""Behind the dot of a unit: 117 χλμ./ώρα."""
_SHORT_NUMBER = re.compile(r"(?:^|[\s(–—-])\d{1,2}\.\s*$")
_ROMAN = re.compile(r"[IVX]{2,}\b")
"""A century behind a decade: z lat 90. XIX wieku."""
_ACRONYM = re.compile(r"[A-Z]{2,5}\b")
_WORD = re.compile(r"[^\W\d_]+")
_ABBREVIATION_LENGTH = 4  # letters; a word as short as this before "." and a number is an abbreviation
_MEASURES = ("unit", "hour_after")
_WINDOW = 800  # code points
_NEAR = 40  # code points around the end of a sentence that tell whether it is one
_FAR = 4  # limits; a stretch without spaces is cut here at last


def segment(document: Document) -> tuple[Segment, ...]:
    """The sentences of a document in order, none empty, none with white space around it."""
    found: list[Segment] = []
    for number, block in enumerate(document.blocks):
        for span in sentences(block.text, document.language):
            place, role, key, form = len(found), block.role, block.key, block.form
            found.append(Segment(document.language, number, place, block.text, *span, role, key, form))
    return tuple(found)


def sentences(text: str, language: str) -> Iterator[Span]:
    """The sentences of a text; a line break ends one too."""
    if _ONE.fullmatch(text):
        yield Span(0, len(text))
        return
    at = 0
    for line in text.split("\n"):
        start = at
        for end in _ends(line, language) if line else ():
            for span in _shortened(text, start, at + end):
                yield from _stripped(text, span)
            start = at + end
        at += len(line) + 1


def _ends(line: str, language: str) -> Iterator[int]:
    """Where the sentences of a line end."""
    at = begin = 0
    parts = list(_split(line, language))
    for part, following in zip(parts, [*parts[1:], ""], strict=True):
        at += len(part)
        if following and not _goes_on(line[max(begin, at - _NEAR) : at], following[:_NEAR], language):
            yield at
            begin = at
    if begin < len(line):
        yield len(line)


def _split(line: str, language: str) -> Iterator[str]:
    """What sentencex takes for sentences, gapless; it gets windows, as quotes cost it quadratic time."""
    from sentencex import segment as split  # type: ignore[import-untyped]

    base = language.partition("-")[0]
    start = 0
    while len(line) - start > _WINDOW:
        spaces = [match.end() for match in _SENTENCE_SPACE.finditer(line, start, start + _WINDOW)]
        stop = spaces[-1] if spaces else start + _WINDOW
        yield from filter(None, split(base, line[start:stop]))
        start = stop
    yield from filter(None, split(base, line[start:]))


def _goes_on(before: str, after: str, language: str) -> bool:
    """Whether the sentence that seems to end before `after` goes on in it."""
    digit = after[0].isdigit()
    if not before.rstrip().endswith("."):
        return _ENDS.search(before) is None or (digit and before[-1:].isdigit())
    if goes_on(after[0]) or (before.endswith(".") and (after[0].isalnum() or after[0] == _PER)):
        return True
    if _is_unit(before, after, language):
        return True
    if match := _SHORT_NUMBER.search(before):
        alone = match.group() == before
        decade = match.group().rstrip(" .").endswith("0") and _ROMAN.match(after) is not None
        named = decade or _is_month(after, language)
        return digit or alone or named or _writes_ordinal_dot(language)
    if _DOTTED.search(before):
        return digit or _ACRONYM.match(after) is not None
    match = _ABBREVIATION.search(before)
    word = match.group(1) if match else ""
    return word.lower() in _scale_words(language) or (digit and 0 < len(word) <= _ABBREVIATION_LENGTH)


def _is_unit(before: str, after: str, language: str) -> bool:
    """Whether a point ends an abbreviation where no capital tells: that of a unit of measure behind its number.

    Where scripts join words, a word with a vowel sign is a whole one, elsewhere a span of time is.
    """
    joined = script(before.rstrip()[-2:-1] or " ") == "joined"
    caseless = after[0].isalpha() and after[0].lower() == after[0].upper()
    match = _MEASURED.search(before) if joined or caseless else None
    if match is None:
        return False
    lexicon = load(language)
    pointed = fold(match.group(1), lexicon.bare).text
    word, shaped = pointed.rstrip("."), shape(pointed)
    found = [each for each in lexicon.at(pointed, shaped, 0) if each.end >= len(word)]
    if joined:
        short = _UNSTOPPED.match(word) is not None and "J" not in shaped
        return short and any(each.category in _MEASURES for each in found)
    return any(each.category == "unit" and dimension(each.value) != DURATION for each in found)


@cache
def _writes_ordinal_dot(language: str) -> bool:
    """Whether "3." is an ordinal, as the language's own dates ("3. Oktober") tell."""
    locale = cldr.locale(language)
    return locale is not None and "d." in locale.date_formats["long"].pattern


@cache
def _months(language: str) -> frozenset[str]:
    locale = cldr.locale(language)
    if locale is None:
        return frozenset()
    forms = [names for context in locale.months.values() for names in (context["wide"], context["abbreviated"])]
    return frozenset(name.lower().rstrip(".") for names in forms for name in names.values())


def _is_month(after: str, language: str) -> bool:
    match = _WORD.match(after)
    return match is not None and match.group().lower() in _months(language)


@cache
def _scale_words(language: str) -> frozenset[str]:
    """The short scale words of the language that end with a dot (Mrd., Mio.), without it, in lower case."""
    locale = cldr.locale(language)
    if locale is None:
        return frozenset()
    forms = locale.compact_decimal_formats["short"].values()
    patterns = [pattern.pattern.replace("'", "") for form in forms for pattern in form.values()]
    return frozenset(match.group(1).lower() for pattern in patterns if (match := re.search(r"([^\W\d_]+)\.", pattern)))


def _shortened(text: str, start: int, end: int) -> Iterator[Span]:
    """A sentence, cut at the stops that sentencex doesn't know and further where it is too long."""
    for match in _STOPS.finditer(text, start, end):
        yield from _pieces(text, start, match.end())
        start = match.end()
    yield from _pieces(text, start, end)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    limit = _LIMIT
    if end - start > _UNSTOPPED_LIMIT and _UNSTOPPED.search(text, start, end):
        limit = _UNSTOPPED_LIMIT
    while end - start > limit:
        cut = _cut(text, start, end, limit)
        yield Span(start, cut)
        start = cut
    if start < end:
        yield Span(start, end)


def _cut(text: str, start: int, end: int, limit: int) -> int:
    """The best place to cut: behind a clause, at a space, before the limit or soon after it."""
    for pattern in (_CLAUSE, _SPACE):
        places = [match.end() for match in pattern.finditer(text, start + limit // 3, start + limit)]
        if places:
            return places[-1]
    far = min(end, start + _FAR * limit)
    if match := _SPACE.search(text, start + limit, far):
        return match.end()
    beside = _NO_DIGIT.search(text, far, end)
    return beside.end() if beside else end


def _stripped(text: str, span: Span) -> Iterator[Span]:
    """The span without white space at its ends; nothing where it is nothing else."""
    part = text[span.start : span.end]
    start = span.start + len(part) - len(part.lstrip())
    end = span.end - len(part) + len(part.rstrip())
    if start < end:
        yield Span(start, end)
