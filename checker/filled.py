"""Placeholders that a translation lost, changed or added: `{count}` where the source has `{number}`.

They are compared as what they are, text by text of one key, and never as numbers. A text for few numbers (a plural form
for 1) may leave one out. Without a source, of three versions and more, what most have is right.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
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
    Verdict,
)
from checker.placeholders import MARK, names

_GENERAL = frozenset({"", "other"})
"""Forms whose texts are for numbers of any size."""
_TRUST = 0.95
Levels = Callable[[Rule], Level]


@dataclass(slots=True)
class _Said:
    """The placeholders of a key in a version: where each stands first, and which a text for any number has."""

    first: dict[str, Occurrence] = field(default_factory=dict)
    general: set[str] = field(default_factory=set)
    segment: Segment | None = None


def judged(
    prefix: str,
    count: int,
    documents: Mapping[str, Document],
    segments: Mapping[str, tuple[Segment, ...]],
    source: str | None,
    level: Levels,
) -> list[Verdict]:
    """A verdict on each placeholder that a version lacks, or has alone; facts are called `prefix/count` and on."""
    said = {language: _said(documents[language], found) for language, found in segments.items()}
    keys = dict.fromkeys(key for texts in said.values() for key, one in texts.items() if one.first)
    verdicts: list[Verdict] = []
    for key in keys:
        texts = {language: found[key] for language, found in said.items() if key in found}
        for fact in _facts(texts, source):
            named = Fact(f"{prefix}/{count + len(verdicts)}", fact.claims, fact.missing, fact.places)
            verdicts.append(_verdict(named, source, level))
    return verdicts


def written(documents: Mapping[str, Document], segments: Mapping[str, tuple[Segment, ...]]) -> Iterator[Occurrence]:
    """The first of each placeholder in each text: what claims on placeholders are made of."""
    for language, found in segments.items():
        for said in _said(documents[language], found).values():
            yield from said.first.values()


def _said(document: Document, segments: tuple[Segment, ...]) -> dict[str, _Said]:
    """The placeholders of a version by key; keys without any are there, too."""
    found: dict[str, _Said] = {}
    blocks: dict[int, list[tuple[Segment, int, str]]] = {}
    for segment in segments:
        if segment.key:
            one = found.setdefault(segment.key, _Said())
            one.segment = one.segment or segment
        at = segment.text.find(MARK) if segment.key else -1
        while at != -1:
            span = source_span(document.blocks[segment.block], segment.span.start + at, segment.span.start + at + 1)
            blocks.setdefault(segment.block, []).append((segment, at, document.source[span.start : span.end]))
            at = segment.text.find(MARK, at + 1)
    for placed in blocks.values():
        for (segment, at, written), called in zip(placed, names(written for *_, written in placed), strict=True):
            if called and written != "#":
                one = found[segment.key]
                value = Label(called, called, called)
                mention = Mention(written, at, at + 1, Kind.NAME, value, (value,))
                one.first.setdefault(called, Occurrence(segment, mention))
                if segment.form in _GENERAL:
                    one.general.add(called)
    return found


def _facts(texts: Mapping[str, _Said], source: str | None) -> Iterator[Fact]:
    """Each placeholder on which the versions of a text don't agree: who has it, and who lacks it."""
    right = _right(texts, source)
    if right is None:
        return
    needed, known = right
    for language, said in texts.items():
        if language == source:
            continue
        lost, new = sorted(needed - said.first.keys()), sorted(said.first.keys() - known)
        for one, other in zip(lost, new, strict=False):  # one is called another name
            yield _fact(texts, {it for it in texts if one in texts[it].first and it != language}, one, language, other)
        for one in lost[len(new) :]:
            yield _fact(texts, {it for it in texts if one in texts[it].first}, one, language, None)
        for other in new[len(lost) :]:
            yield _fact(texts, set(), other, language, other)


def _right(texts: Mapping[str, _Said], source: str | None) -> tuple[set[str], set[str]] | None:
    """What every version must have, and what it may; None where nothing tells."""
    if source is not None:
        return (texts[source].general, set(texts[source].first)) if source in texts else None
    if len(texts) < 3:
        return None
    needed = Counter(called for said in texts.values() for called in said.general)
    known = Counter(called for said in texts.values() for called in said.first)
    most = len(texts) / 2
    return {it for it, many in needed.items() if many > most}, {it for it, many in known.items() if many >= most}


def _fact(texts: Mapping[str, _Said], having: set[str], right: str, language: str, found: str | None) -> Fact:
    """A fact of the versions that have it right and the one that does not; `found` is what that one has instead."""
    claims = {it: Claim(it, (texts[it].first[right],)) for it in sorted(having)}
    if found is not None:
        claims[language] = Claim(language, (texts[language].first[found],))
        return Fact("", dict(sorted(claims.items())))
    segment = texts[language].segment
    return Fact("", claims, (language,), {language: segment} if segment else {})


def _verdict(fact: Fact, source: str | None, level: Levels) -> Verdict:
    """The verdict on the version that differs."""
    written = {language: claim.mention.text for language, claim in fact.claims.items()}
    if fact.missing:
        (language,) = fact.missing
        rule, found = Rule.OMISSION, None
        expected: str | None = written.get(source or "", next(iter(written.values())))
        message = f"the placeholder {expected} is missing in {name(language)}, so that nothing is filled in there"
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
