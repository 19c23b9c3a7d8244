"""Rows checked: each by itself, the model asked about many at a time."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from checker import filled, nli, report, unclaimed
from checker.align import Version, align
from checker.compare import allowing
from checker.corpus.remembered import Remembered
from checker.errors import CheckerError
from checker.extraction import extract
from checker.locate import locate
from checker.model import Document, Fact, Finding, Mention, Pair, Probabilities, Segment, Verdict
from checker.opening import opened
from checker.pipeline import default_level, suggested, verdicts_of, version_of
from checker.placeholders import MARK
from checker.plurals import few
from checker.rows import Row, is_plain, paragraph
from checker.settings import Settings
from checker.settled import settled
from checker.subjects import opposed
from checker.workers import in_order

SINGLE, APART, TOGETHER = 1, 256, 1024
"""Rows that are checked at a time: by rules in this process, by rules in others, and with the model.

The model is asked about all of them at once, and judges pairs of one length in one go: lengths differ much."""


@dataclass(frozen=True, slots=True)
class RowResult:
    """What was found in a row; `errors` are lines that say why it could not be checked, or not all of it."""

    id: str
    findings: tuple[Finding, ...] = ()
    errors: tuple[str, ...] = ()
    claims: int = 0
    """Claims in all its versions."""


def check_rows(rows: Iterable[Row], settings: Settings, workers: int = 1) -> Iterator[RowResult]:
    """Checks aligned segments row by row, in constant memory; results come in the order of the rows."""
    work = partial(_check, settings=settings)
    count = SINGLE if settings.rules_only and workers < 2 else APART if settings.rules_only else TOGETHER
    for results in in_order(work, _batches(iter(rows), count), workers):
        yield from results


def _batches(rows: Iterator[Row], count: int) -> Iterator[list[Row]]:
    while part := list(islice(rows, count)):
        yield part


def _check(rows: Sequence[Row], settings: Settings) -> list[RowResult]:
    return [_checked(row, settings) for row in rows] if settings.rules_only else _asked(rows, settings)


def _checked(row: Row, settings: Settings) -> RowResult:
    try:
        claims = _settled(row, settings, asked=False)
        if claims is not None:
            return RowResult(row.id, claims=claims)
        return _Ready.of(row, settings, None).result(settings, None)
    except CheckerError as error:
        return _failed(row, error)


def _settled(row: Row, settings: Settings, *, asked: bool) -> int | None:
    """How many claims a row makes, where one look shows that nothing is left to align or to judge; else None.

    Most rows are such. With a model, which is `asked` about claims that agree, only those without any.
    """
    if settings.names or settings.keep or settings.ignore or row.form:
        return None
    if not all(map(is_plain, row.texts.values())):
        return None
    versions = [
        [mention for mention in extract(text, language) if not mention.weak] for language, text in row.texts.items()
    ]
    claims = sum(map(len, versions))
    if unclaimed.differ(row.texts):
        return None
    return claims if not claims or (not asked and _agreed(row, versions)) else None


def _agreed(row: Row, versions: Sequence[Sequence[Mention]]) -> bool:
    """Whether all versions claim the same, and none names what rules out what another names beside it."""
    return settled(versions) and not opposed(row.texts, turns=any(len(claims) > 1 for claims in versions))


def _failed(row: Row, error: CheckerError) -> RowResult:
    return RowResult(row.id, errors=(f"row {row.id}: {error}",))


def _asked(rows: Sequence[Row], settings: Settings) -> list[RowResult]:
    """Rows with the model; what was sound the last time is not gone through again."""
    model = opened(settings)
    memory = Remembered(settings, model)
    known = memory.claims(rows)
    new = {place: row for place, row in enumerate(rows) if place not in known}
    found = _judged(new, settings, _Desk(model))
    memory.keep(new, {at: one.claims for at, one in found.items() if not one.findings and not one.errors})
    return [found.get(at) or RowResult(row.id, claims=known[at]) for at, row in enumerate(rows)]


def _judged(rows: Mapping[int, Row], settings: Settings, desk: "_Desk") -> dict[int, RowResult]:
    """Rows by place: each is judged until it has a question, and anew when that has its answer."""
    results: dict[int, RowResult] = {}
    waiting: dict[int, _Ready] = {}
    for number, row in rows.items():
        try:
            claims = _settled(row, settings, asked=True)
            if claims is not None:
                results[number] = RowResult(row.id, claims=claims)
            else:
                waiting[number] = _Ready.of(row, settings, desk)
        except CheckerError as error:
            results[number] = _failed(row, error)
    while waiting:
        for number, ready in list(waiting.items()):
            try:
                results[number] = ready.result(settings, desk)
            except _NotYetError:
                continue
            except CheckerError as error:
                results[number] = _failed(ready.row, error)
            del waiting[number]
        desk.answer()
    return results


class _NotYetError(Exception):
    """A question has no answer yet."""


class _Desk:
    """A model that is asked later, about all that has gathered; until then a question has no answer."""

    def __init__(self, model: nli.Model) -> None:
        self._model = model
        self._known: dict[Pair, Probabilities] = {}
        self._open: dict[Pair, None] = {}

    def judge(self, pairs: Sequence[Pair]) -> list[Probabilities]:
        """The answers; raises `_NotYetError` where one is missing."""
        missing = [pair for pair in pairs if pair not in self._known]
        if missing:
            self._open |= dict.fromkeys(missing)
            raise _NotYetError
        return [self._known[pair] for pair in pairs]

    def answer(self) -> None:
        """Asks the model."""
        pairs, self._open = list(self._open), {}
        if pairs:
            self._known |= dict(zip(pairs, self._model.judge(pairs), strict=True))


@dataclass(frozen=True, slots=True)
class _Ready:
    """A row with its claims aligned and its placeholders compared; no facts where nothing is left to judge."""

    row: Row
    documents: Mapping[str, Document]
    source: str | None
    facts: Sequence[Fact]
    claims: int
    unfilled: Sequence[Verdict] = ()
    """What is said of placeholders, and of magnitudes without a number or weekdays without a date."""

    @classmethod
    def of(cls, row: Row, settings: Settings, desk: _Desk | None) -> "_Ready":
        documents = {language: paragraph(language, text) for language, text in sorted(row.texts.items())}
        versions = {language: _version(row, document, settings) for language, document in documents.items()}
        claims = sum(len(each.occurrences) for each in versions.values())
        source = next((each for each in (settings.source, row.source) if each in versions), None)
        said = [[each.mention for each in version.occurrences] for version in versions.values()]
        plain = desk is None and not settings.names and not settings.keep
        facts: Sequence[Fact] = ()
        if claims and not (plain and _agreed(row, said)):
            with allowing(settings.tolerance):
                facts = align(versions, row.id, whole=True).facts
        other = _unfilled(row, documents, versions, source, len(facts) + 1)
        parts = {language: version.segments for language, version in versions.items()}
        other = [*other, *unclaimed.judged(row.id, len(facts) + len(other) + 1, parts, source, default_level)]
        return cls(row, documents, source, facts, claims, other)

    def result(self, settings: Settings, desk: _Desk | None) -> RowResult:
        """The findings; what only a document needs is not made."""
        if not self.facts and not self.unfilled:
            return RowResult(self.row.id, claims=self.claims)
        with allowing(settings.tolerance):
            verdicts = verdicts_of(self.facts, self.source, settings, desk.judge if desk else None)
            verdicts = [*verdicts, *self.unfilled]
            if not verdicts:
                return RowResult(self.row.id, claims=self.claims)
            found = report.findings(self.row.id, verdicts, self.documents, locate, suggested, settings.level)
        return RowResult(self.row.id, found, claims=self.claims)


def _version(row: Row, document: Document, settings: Settings) -> Version:
    language = document.language
    parts = [
        Segment.whole(language, at, block.text, form=block.form or row.form) for at, block in enumerate(document.blocks)
    ]
    return version_of(language, parts, settings, None)


def _unfilled(
    row: Row, documents: Mapping[str, Document], versions: Mapping[str, Version], source: str | None, count: int
) -> Sequence[Verdict]:
    """What became of placeholders; in a text for a single number nothing tells whether they are needed."""
    if not any(MARK in block.text for document in documents.values() for block in document.blocks):
        return ()
    if row.form and any(few(language, row.form) for language in documents if language != source):
        return ()
    parts = {
        it: [replace(part, key=row.id or "-", form=documents[it].blocks[part.block].form) for part in one.segments]
        for it, one in versions.items()
    }
    return filled.judged(row.id, count, documents, parts, source, default_level)
