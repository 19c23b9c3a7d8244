"""A document set under test: its versions and its report as they are, and with one drift planted in one of them."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker import dismissals
from checker.align import Version
from checker.locate import locate, position, source_span
from checker.model import (
    Document,
    Finding,
    Level,
    Location,
    Mention,
    Occurrence,
    Report,
    ReportClaim,
    Rule,
    Span,
)
from checker.nli import Model
from checker.pipeline import check_set, prepared
from checker.planting import plant
from checker.readers import again
from checker.selftest.results import Outcome, Trial
from checker.settings import Settings

_CONTEXT = 40
"""Characters on either side of a change that are told."""
_MARKUP = frozenset("<>`*_[]{}|\\")
"""Characters that a change neither takes away nor brings in: what they open may be closed elsewhere."""

Place = tuple[str, int, int]
"""Language, line and column."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mention in which a drift may be planted, and the mentions and places of the other versions that agree."""

    language: str
    occurrence: Occurrence
    others: tuple[Mention, ...]
    places: frozenset[Place]
    repeated: bool
    """Whether its version says the claim again elsewhere."""


@dataclass(frozen=True, slots=True)
class Seed:
    """A drift to plant: the rule, how, and the version with it."""

    rule: Rule
    how: str
    candidate: Candidate
    source: str
    changed: tuple[Span, Span]
    """The stretch of the source that is changed, before and after."""
    place: Span
    """Where the claim stands in the changed source, with its change."""


class Subject:
    """A document set, checked once; `seeds` says what can be planted, `judge` what becomes of it."""

    def __init__(self, name: str, documents: Mapping[str, Document], settings: Settings, model: Model | None) -> None:
        self.name, self._documents, self._settings, self._model = name, documents, settings, model
        self._versions = {it: prepared(document, settings, model) for it, document in documents.items()}
        self._report = self._check(documents, self._versions)
        self._known = {finding.fingerprint for finding in self._report.findings}
        self.candidates = tuple(self._candidates())

    def _check(self, documents: Mapping[str, Document], versions: Mapping[str, Version]) -> Report:
        report = check_set(self.name, documents, self._settings, self._model, versions)
        return dismissals.apply(report, documents, forbidden=False, rules_only=self._settings.rules_only)

    def _candidates(self) -> Iterator[Candidate]:
        """The mentions of claims on which the versions agree, and of which no drift is told."""
        said = {
            _place(locate(self._documents[language], found.segment, found.mention.start, found.mention.end)): found
            for language, version in self._versions.items()
            for found in version.occurrences
        }
        drifting = {it.claim for it in self._report.findings if it.level is not Level.NOTE}
        for claim in self._report.claims:
            places = [place for mention in claim.mentions if (place := _place(mention.location)) in said]
            if claim.id in drifting:
                continue
            for place in places:
                language = place[0]
                others = [other for other in places if other[0] != language and _agrees(claim, other[0])]
                source = self._settings.source
                if language == source or not others or not _agrees(claim, language):
                    continue
                if source is not None and source not in {other[0] for other in others}:
                    continue
                mentions = tuple(said[other].mention for other in others)
                again = sum(other[0] == language for other in places) > 1
                yield Candidate(language, said[place], mentions, frozenset(others), again)

    def seed(self, rule: Rule, candidate: Candidate, draw: random.Random) -> Seed | None:
        """A drift of a rule in a mention; None where none fits, or markup stands in its way."""
        segment, mention = candidate.occurrence.segment, candidate.occurrence.mention
        document = self._documents[candidate.language]
        planted = plant(rule, segment.text, mention, candidate.language, draw, candidate.others)
        if planted is None:
            return None
        new = planted.text[slice(*planted.after)]
        block = document.blocks[segment.block]
        shift = segment.start
        old = source_span(block, planted.before.start + shift, planted.before.end + shift)
        claim = source_span(block, mention.start + shift, mention.end + shift)
        gone = document.source[slice(*old)]
        written = gone if gone != segment.text[slice(*planted.before)] else ""
        if not _MARKUP.isdisjoint(written + new) or "&" in new:
            return None
        source = document.source[: old.start] + new + document.source[old.end :]
        changed = Span(old.start, old.start + len(new))
        moved = len(new) - (old.end - old.start) if old.start < claim.end else 0
        place = Span(min(claim.start, changed.start), max(claim.end + moved, changed.end))
        return Seed(rule, planted.how, candidate, source, (old, changed), place)

    def judge(self, seed: Seed) -> Trial:
        """What is said of the documents with the drift in them; only the changed version is read again."""
        language = seed.candidate.language
        old = self._documents[language]
        changed = again(old, seed.source, self._settings.skip)
        documents = {**self._documents, language: changed}
        versions = {**self._versions, language: prepared(changed, self._settings, self._model)}
        new = [it for it in self._check(documents, versions).findings if it.fingerprint not in self._known]
        places = self._places(seed, old)
        outcome, named = self._outcome(seed, [it for it in new if _speaks(it, seed, places)])
        return self._trial(seed, old, outcome, named)

    def _places(self, seed: Seed, old: Document) -> frozenset[Place]:
        """Where the other versions say what was changed; with a sentence all its claims are gone, slight ones, too."""
        language = seed.candidate.language
        if seed.rule is not Rule.OMISSION:
            return seed.candidate.places
        start, end = (position(old.source, offset) for offset in seed.changed[0])
        places = {claim.id: {_place(mention.location) for mention in claim.mentions} for claim in self._report.claims}
        gone = [said for said in places.values() if any(it[0] == language and start <= it[1:] < end for it in said)]
        return seed.candidate.places | {place for said in gone for place in said if place[0] != language}

    def _outcome(self, seed: Seed, found: Sequence[Finding]) -> tuple[Outcome, Rule | None]:
        """The best outcome of what was found, and the rule it names; the right one where several are named."""
        ranks = list(Outcome)
        told = [(ranks.index(_outcome(it, seed)), it.rule is not seed.rule, it.rule) for it in found]
        if not told:
            return Outcome.MISSED, None
        rank, _, rule = min(told)
        return ranks[rank], rule

    def _trial(self, seed: Seed, old: Document, outcome: Outcome, named: Rule | None) -> Trial:
        before, after = seed.changed
        line, column = position(seed.source, after.start)
        return Trial(
            document=self.name,
            rule=seed.rule,
            language=seed.candidate.language,
            how=seed.how,
            path=old.path,
            line=line,
            column=column,
            before=old.source[slice(*before)],
            after=seed.source[slice(*after)],
            context=(
                seed.source[max(0, after.start - _CONTEXT) : after.start],
                seed.source[after.end : after.end + _CONTEXT],
            ),
            outcome=outcome,
            named=named,
            repeated=seed.candidate.repeated,
        )


def _place(location: Location) -> Place:
    return location.lang, location.line, location.column


def _agrees(claim: ReportClaim, language: str) -> bool:
    return claim.cells.get(language) in ("agree", "same")


def _speaks(finding: Finding, seed: Seed, places: frozenset[Place]) -> bool:
    """Whether a finding is about the planted claim: at its place, or beside the other versions' mentions of it."""
    related = {_place(other) for other in (finding.location, *finding.related)}
    return bool(related & places) or _here(finding, seed)


def _here(finding: Finding, seed: Seed) -> bool:
    at = finding.location
    if at.lang != seed.candidate.language:
        return False
    start, end = (position(seed.source, offset) for offset in seed.place)
    return (at.line, at.column) < end and start < (at.end_line, at.end_column)


def _outcome(finding: Finding, seed: Seed) -> Outcome:
    if finding.level is Level.NOTE:
        return Outcome.NOTED
    return Outcome.CAUGHT if finding.location.lang == seed.candidate.language else Outcome.ELSEWHERE
