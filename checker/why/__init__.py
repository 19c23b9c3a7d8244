"""Why something is said of a claim: what was read, what put it together, what the model said, what would change it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from checker import filled, nli
from checker.align import Version
from checker.align.affinity import affinity
from checker.compare import Comparison, compare
from checker.errors import UsageError
from checker.locate import locate, position, source_span
from checker.model import (
    Document,
    Finding,
    Location,
    Mention,
    Occurrence,
    Pair,
    Probabilities,
    Report,
    ReportClaim,
    Rule,
    Segment,
    Value,
)
from checker.opening import cache_path
from checker.pipeline import check_set, default_level, prepared, read_set, sought, sourced
from checker.settings import Settings
from checker.show import show
from checker.signature import signature
from checker.weight import weight
from checker.why import lookup

__all__ = ["Asked", "Cause", "Change", "Said", "Tie", "Why", "explain"]


@dataclass(frozen=True, slots=True)
class Said:
    """A mention of the claim: where, what was read from it, and what else it may mean, likeliest first.

    `weight` says how much its value tells, 0–1; `hints` what the text says of its subject (`each`, `up` …).
    """

    location: Location
    before: str
    after: str
    readings: tuple[Value, ...]
    hints: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to the model about the claim's sentences, where they stand, and its answer."""

    premise: Location
    hypothesis: Location
    pair: Pair
    answer: Probabilities


@dataclass(frozen=True, slots=True)
class Cause:
    """A finding and how it came about: the rule's own level, how sure the judge is before the model is asked, and how
    the version's value stands to that of each other version."""

    finding: Finding
    usual: str
    by_rules: float | None
    compared: tuple[tuple[str, Comparison], ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """How well two mentions go together: `score` is the sum of the next three, `least` what makes them one claim."""

    one: Location
    other: Location
    compared: Comparison
    score: float
    value: float
    context: float
    order: float
    least: float


@dataclass(frozen=True, slots=True)
class Change:
    """What would change the verdict, and what would be said then."""

    what: str
    then: str


@dataclass(frozen=True, slots=True)
class Why:
    """All that is known of a claim."""

    signature: str
    source: str | None
    claim: ReportClaim
    beside: tuple[str, ...]
    """Other claims that stand at the place that was asked about."""
    said: tuple[Said, ...]
    ties: tuple[Tie, ...]
    causes: tuple[Cause, ...]
    asked: tuple[Asked, ...]
    changes: tuple[Change, ...]


class _Recording:
    """A model that remembers what it was asked."""

    def __init__(self, model: nli.Model) -> None:
        self._model = model
        self.digest, self.embed = model.digest, model.embed
        self.asked: dict[Pair, Probabilities] = {}

    def judge(self, pairs: Sequence[Pair]) -> list[Probabilities]:
        answers = self._model.judge(pairs)
        self.asked.update(zip(pairs, answers, strict=True))
        return answers


def explain(paths: Sequence[str], asked: str, settings: Settings) -> Why:
    """Why the check says what it says of a claim, named by its id or by a place in a file.

    Only its document set is checked. Raises UsageError, which names the nearest claims, where there is none.
    """
    found = lookup.document(asked, sought(paths, settings).sets)
    settings = sourced(settings, found)
    documents, errors = read_set(found, settings)
    if not documents:
        raise UsageError("; ".join(errors))
    model = None if settings.rules_only else _Recording(nli.load(settings.model, cache=cache_path(settings)))
    return _Explained(found.id, documents, settings, model).why(asked)


class _Explained:
    """A document set, checked with the model, and as often as need be without."""

    def __init__(
        self, name: str, documents: Mapping[str, Document], settings: Settings, model: _Recording | None
    ) -> None:
        self.name, self.documents, self.settings, self.model = name, documents, settings, model
        self.versions: Mapping[str, Version] = {it: prepared(each, settings, model) for it, each in documents.items()}
        self.report = check_set(name, documents, settings, model, self.versions)
        segments = {it: tuple(version.segments) for it, version in self.versions.items()}
        claimed = (found for version in self.versions.values() for found in version.occurrences)
        self.said = {self.place(found): found for found in (*claimed, *filled.written(documents, segments))}

    def why(self, asked: str) -> Why:
        claim, beside = lookup.claim(asked, self.report)
        findings = [finding for finding in self.report.findings if finding.claim == claim.id]
        plain = self.check(self.settings)
        return Why(
            signature=signature(self.settings, self.model),
            source=self.settings.source,
            claim=claim,
            beside=beside,
            said=tuple(self.mentions(claim)),
            ties=tuple(self.ties(claim)),
            causes=tuple(self.cause(claim, finding, plain) for finding in findings),
            asked=tuple(self.questions(claim, findings)),
            changes=tuple(self.changes(claim, findings, plain)),
        )

    def place(self, found: Occurrence) -> Location:
        return locate(self.documents[found.segment.language], found.segment, found.mention.start, found.mention.end)

    def check(self, settings: Settings) -> Report:
        """What the rules alone say, of the same claims: they are put together as they are with the model."""
        return check_set(self.name, self.documents, settings, None, self.versions)

    def mentions(self, claim: ReportClaim) -> Iterator[Said]:
        for told in claim.mentions:
            mention = self.said[told.location].mention
            hints = [hint for hint in mention.hints if hint]
            readings = mention.readings or (mention.value,)
            yield Said(told.location, told.before, told.after, readings, tuple(hints), round(weight(mention), 2))

    def ties(self, claim: ReportClaim) -> Iterator[Tie]:
        """The first mention of each version with that of each other."""
        first: dict[str, Location] = {}
        for told in claim.mentions:
            first.setdefault(told.location.lang, told.location)
        for one, other in combinations(first.values(), 2):
            here, there = self.said[one], self.said[other]
            found = affinity(here, there, self.versions)
            yield Tie(one, other, compare(here.mention, there.mention), *found)

    def cause(self, claim: ReportClaim, finding: Finding, plain: Report) -> Cause:
        same = (finding.claim, finding.location.lang, finding.rule)
        before = [it.judged for it in plain.findings if (it.claim, it.location.lang, it.rule) == same]
        own = self.said.get(finding.location)
        others = self.first(claim, but=finding.location.lang) if own else {}
        compared = [(language, compare(own.mention, other)) for language, other in others.items() if own]
        return Cause(finding, default_level(finding.rule), before[0] if before else None, tuple(compared))

    def first(self, claim: ReportClaim, but: str) -> dict[str, Mention]:
        """The mention that stands for the claim in each of the other versions."""
        mentions: dict[str, Mention] = {}
        for told in claim.mentions:
            if told.location.lang != but:
                mentions.setdefault(told.location.lang, self.said[told.location].mention)
        return mentions

    def questions(self, claim: ReportClaim, findings: Sequence[Finding]) -> Iterator[Asked]:
        """What the model was asked of the sentences in which the claim is said or would stand."""
        places: dict[str, Location] = {}
        marks: set[tuple[str, tuple[int, int] | None]] = set()
        for told in claim.mentions:
            found = self.said[told.location]
            places[found.segment.text] = told.location
            marks.add((found.segment.text, (found.mention.start, found.mention.end)))
        for finding in findings:
            for segment in self.versions[finding.location.lang].segments:
                if self.starts(segment) == (finding.location.line, finding.location.column):
                    places.setdefault(segment.text, finding.location)
        marks |= {(text, None) for text in places}
        for pair, answer in self.model.asked.items() if self.model else ():
            if {(pair.premise, pair.premise_span), (pair.hypothesis, pair.hypothesis_span)} <= marks:
                yield Asked(places[pair.premise], places[pair.hypothesis], pair, answer)

    def starts(self, segment: Segment) -> tuple[int, int]:
        document = self.documents[segment.language]
        return position(document.source, source_span(document.blocks[segment.block], segment.start, segment.end).start)

    def changes(self, claim: ReportClaim, findings: Sequence[Finding], plain: Report) -> Iterator[Change]:
        for finding in findings:
            yield from self.otherwise(claim, finding)
        now = _told(plain, claim)
        for source in (None, *self.documents):
            if source != self.settings.source:
                then = _told(self.check(replace(self.settings, source=source)), claim)
                if then != now:
                    yield Change(f"--source {source}" if source else "no --source", then)

    def otherwise(self, claim: ReportClaim, finding: Finding) -> Iterator[Change]:
        """The values, and the other readings, with which a version would agree."""
        language, own = finding.location.lang, self.said.get(finding.location)
        if finding.expected is not None and finding.rule is not Rule.FORMAT:
            write = f", written “{finding.suggestion}”" if finding.suggestion else ""
            yield Change(f"{language} says {finding.expected}{write}", "no drift")
        for reading in own.mention.readings[1:] if own else ():
            other = replace(own.mention, value=reading, readings=(reading,)) if own else None
            agreeing = [
                it for it, mention in self.first(claim, language).items() if other and compare(other, mention).agrees
            ]
            if agreeing:
                yield Change(f"{language} read as {show(reading)}", f"agrees with {', '.join(agreeing)}")


def _told(report: Report, claim: ReportClaim) -> str:
    """The findings on a claim in short."""
    found = [
        f"{it.rule} {it.location.lang} ({it.level}, {it.confidence:.2f})"
        for it in report.findings
        if it.claim == claim.id
    ]
    return ", ".join(found) or "nothing is said"
