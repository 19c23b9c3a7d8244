"""Placeholders that a translation lost, changed or added: `{count}` where the source has `{number}`.

They are compared as what they are, text by text of one key, and never as numbers. A text for a number or two (a plural
form for 1) may leave one out; one for more (few, many, Russian 1, 21, 31 …) may not. Without a source, of three
versions and more, what most have is right.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from checker.languages import name
from checker.locate import source_span
from checker.model import (
    Claim,
    Document,
    Fact,
    Kind,
    Label,
    Level,
    Mention,
    Occurrence,
    Rule,
    Segment,
    Span,
    Verdict,
)
from checker.placeholders import MARK, names
from checker.plurals import few, numbers

_GENERAL = frozenset({"", "other"})
"""Forms whose texts are for numbers of any size."""
_TRUST = 0.95
_COUNTED = re.compile(r"\{\s*([\w.$-]{1,64})\s*,\s*(?:plural|selectordinal)\b")
_BEFORE = 600
"""Characters before a `#` in which the plural is looked for that it is of."""
_SHOWN = 3
"""Numbers that are named of those that a form is for."""
Levels = Callable[[Rule], Level]


@dataclass(slots=True)
class _Text:
    """The placeholders of one text: where each stands, and those that only stand around it in a longer one."""

    segment: Segment
    first: dict[str, Occurrence] = field(default_factory=dict)
    around: set[str] = field(default_factory=set)

    @property
    def all(self) -> set[str]:
        return self.first.keys() | self.around


@dataclass(slots=True)
class _Said:
    """The texts of a key in a version, and each placeholder in them where it stands first."""

    texts: list[_Text] = field(default_factory=list)
    first: dict[str, Occurrence] = field(default_factory=dict)

    def add(self, text: _Text) -> None:
        """One more text."""
        self.texts.append(text)
        for called, occurrence in text.first.items():
            self.first.setdefault(called, occurrence)

    @property
    def all(self) -> set[str]:
        """The placeholders of all texts."""
        return self.first.keys() | {called for text in self.texts for called in text.around}

    @property
    def general(self) -> list[set[str]]:
        """The placeholders of each text that is for any number."""
        return [text.all for text in self.texts if text.segment.form in _GENERAL]


@dataclass(frozen=True, slots=True)
class _Right:
    """What a version must have somewhere, what it may have, and what each text for many numbers must."""

    needed: set[str]
    known: set[str]
    each: set[str]


def judged(
    prefix: str,
    count: int,
    documents: Mapping[str, Document],
    segments: Mapping[str, Sequence[Segment]],
    source: str | None,
    level: Levels,
) -> list[Verdict]:
    """A verdict on each placeholder that a version lacks, or has alone; facts are called `prefix/count` and on."""
    keys = dict.fromkeys(key for language, found in segments.items() for key in _filled(documents[language], found))
    if not keys:
        return []
    said = {language: _said(documents[language], found, keys) for language, found in segments.items()}
    verdicts: list[Verdict] = []
    for key in keys:
        texts = {language: found[key] for language, found in said.items() if key in found}
        right = _right(texts, source)
        if right is None:
            continue
        for fact, forms in (each for it in texts if it != source for each in _facts(texts, right, it)):
            named = Fact(f"{prefix}/{count + len(verdicts)}", fact.claims, fact.missing, fact.places)
            verdicts.append(_verdict(named, source, level, forms))
    return verdicts


def written(documents: Mapping[str, Document], segments: Mapping[str, Sequence[Segment]]) -> Iterator[Occurrence]:
    """The first of each placeholder in each text: what claims on placeholders are made of."""
    for language, found in segments.items():
        keys = dict.fromkeys(_filled(documents[language], found))
        for said in _said(documents[language], found, keys).values():
            yield from said.first.values()


def _filled(document: Document, segments: Iterable[Segment]) -> Iterator[str]:
    """The keys of the texts that have placeholders; most have none."""
    for segment in segments:
        if segment.key and (MARK in segment.text or document.blocks[segment.block].around):
            yield segment.key


def _said(document: Document, segments: Iterable[Segment], keys: Mapping[str, None]) -> dict[str, _Said]:
    """The texts of these keys in a version, with their placeholders."""
    blocks: dict[int, list[Segment]] = {}
    for segment in segments:
        if segment.key in keys:
            blocks.setdefault(segment.block, []).append(segment)
    found: dict[str, _Said] = {}
    for parts in blocks.values():
        found.setdefault(parts[0].key, _Said()).add(_text(document, parts))
    return found


def _text(document: Document, parts: Sequence[Segment]) -> _Text:
    """A text of one block, which may be cut into sentences."""
    block = document.blocks[parts[0].block]
    placed: list[tuple[Segment, int, Span]] = []
    for segment in parts:
        at = segment.text.find(MARK)
        while at != -1:
            start = segment.start + at
            placed.append((segment, at, source_span(block, start, start + 1)))
            at = segment.text.find(MARK, at + 1)
    text = _Text(parts[0])
    shown = [*(span for *_, span in placed), *block.around]
    called = names(_written(document.source, span) for span in shown)
    text.around.update(filter(None, called[len(placed) :]))
    for (segment, at, span), own in zip(placed, called, strict=False):
        if own:
            value = Label(own, own, own)
            mention = Mention(document.source[slice(*span)], at, at + 1, Kind.NAME, value, (value,))
            text.first.setdefault(own, Occurrence(segment, mention))
    return text


def _written(source: str, span: Span) -> str:
    """A placeholder as it is written; a `#` as the argument of the plural that it stands in."""
    said = source[slice(*span)]
    if said != "#":
        return said
    *_, opening = (None, *_COUNTED.finditer(source, max(0, span.start - _BEFORE), span.start))
    return f"{{{opening[1]}}}" if opening else ""


def _facts(texts: Mapping[str, _Said], right: _Right, language: str) -> Iterator[tuple[Fact, tuple[str, ...]]]:
    """Each placeholder on which a version doesn't agree, and the forms in which it is lost where others have it."""
    said = texts[language]
    there = said.all
    lost, new = sorted(right.needed - there), sorted(said.first.keys() - right.known)
    for one, other in zip(lost, new, strict=False):  # one is called another name
        yield _fact(texts, one, language, other), ()
    for one in lost[len(new) :]:
        yield _fact(texts, one, language, None), ()
    for other in new[len(lost) :]:
        yield _fact(texts, None, language, other), ()
    many = [text for text in said.texts if text.segment.form in _GENERAL or not few(language, text.segment.form)]
    for one in sorted(right.each & there):
        if lacking := [text.segment for text in many if one not in text.all]:
            forms = tuple(dict.fromkeys(segment.form for segment in lacking))
            yield _fact(texts, one, language, None, lacking[0]), forms


def _right(texts: Mapping[str, _Said], source: str | None) -> _Right | None:
    """What every version must have, and what it may; None where nothing tells."""
    if source is not None:
        return _told(texts[source]) if source in texts else None
    if len(texts) < 3:
        return None
    each = [_told(said) for said in texts.values()]
    most = len(texts) / 2
    needed, known, every = (
        Counter(called for found in sets for called in found)
        for sets in zip(*((one.needed, one.known, one.each) for one in each), strict=True)
    )
    return _Right(
        {it for it, many in needed.items() if many > most},
        {it for it, many in known.items() if many >= most},
        {it for it, many in every.items() if many > most},
    )


def _told(said: _Said) -> _Right:
    """What a version says that others must have."""
    general = said.general
    return _Right(set().union(*general), said.all, set.intersection(*general) if general else set())


def _fact(
    texts: Mapping[str, _Said], right: str | None, language: str, found: str | None, place: Segment | None = None
) -> Fact:
    """A fact of the versions that have it right and the one that does not; `found` is what that one has instead."""
    having = sorted(it for it, said in texts.items() if right in said.first and it != language)
    claims = {it: Claim(it, (texts[it].first[right],)) for it in having if right is not None}
    if found is not None:
        claims[language] = Claim(language, (texts[language].first[found],))
        return Fact("", dict(sorted(claims.items())))
    own = texts[language].texts
    general = next((text for text in own if text.segment.form in _GENERAL), own[0])
    return Fact("", claims, (language,), {language: place or general.segment})


def _verdict(fact: Fact, source: str | None, level: Levels, forms: tuple[str, ...]) -> Verdict:
    """The verdict on the version that differs."""
    written = {language: claim.mention.text for language, claim in fact.claims.items()}
    if fact.missing:
        (language,) = fact.missing
        rule, found = Rule.OMISSION, None
        expected: str | None = written.get(source or "", next(iter(written.values())))
        where = _where(language, forms)
        message = (
            f"the placeholder {expected} is missing in {name(language)}{where}, so that nothing is filled in there"
        )
        return Verdict(fact, language, rule, level(rule), message, expected, found, _TRUST)
    called = Counter(claim.mention.value for claim in fact.claims.values())
    others = [it for it in fact.claims if it != source]
    language = min(others, key=lambda it: (called[fact.claims[it].mention.value], it))
    if len(fact.claims) == 1:
        message = f"only {name(language)} has the placeholder {written[language]}, which nothing may fill in"
        return Verdict(fact, language, Rule.ADDITION, level(Rule.ADDITION), message, None, written[language], _TRUST)
    right = next(it for it in (source, *fact.claims) if it is not None and it in fact.claims and it != language)
    message = f"{name(language)} has the placeholder {written[language]} where {name(right)} has {written[right]}"
    return Verdict(fact, language, Rule.NAME, level(Rule.NAME), message, written[right], written[language], _TRUST)


def _where(language: str, forms: Sequence[str]) -> str:
    """In which texts of a key something is missing that others of it have."""
    said = []
    for form in forms:
        some = numbers(language, form)
        shown = ", ".join(map(str, some[:_SHOWN])) + (", …" if len(some) > _SHOWN else "")
        if form in _GENERAL:
            said.append("the text for other numbers" if form else "one of its texts")
        else:
            said.append(f"“{form}” ({shown})" if shown else f"“{form}”")
    return f" in {' and '.join(said)}" if said else ""
