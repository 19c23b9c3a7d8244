"""The whole tool on one page: read, segment, extract, align, judge, report."""

import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path

from checker import baseline, dismissals, nli, readers, report
from checker.align import Version, align
from checker.aside import aside
from checker.compare import allowing
from checker.discover import Discovery, Found, discover
from checker.errors import CheckerError, InputError
from checker.extraction import extract, holds
from checker.glossary import glossary
from checker.judge import Terms, judge
from checker.locate import locate
from checker.model import (
    Document,
    Fact,
    Finding,
    Level,
    Mention,
    Occurrence,
    Report,
    ReportDocument,
    Rule,
    Segment,
    Span,
    Verdict,
)
from checker.opening import opened
from checker.progress import Progress
from checker.rows import Row, RowResult, paragraph, size
from checker.rules import page
from checker.segment import segment
from checker.sets import FEW, Memory, Task, joined, recalled, weight
from checker.settings import Settings
from checker.settled import settled
from checker.signature import signature
from checker.since import as_it_was, introduced, outdated
from checker.since import tasks as since_tasks
from checker.stale import Blame, marked
from checker.suggest import suggest
from checker.workers import spread


def check(
    paths: Sequence[str],
    settings: Settings,
    progress: Progress | None = None,
    *,
    workers: int = 1,
    since: str | None = None,
    forbid_ignores: bool = False,
    memory: Memory | None = None,
    blame: Blame | None = None,
) -> Report:
    """Checks the language versions found under paths; what can't be checked is told in `errors`.

    Many sets are spread over so many processes, with the same result. `since` is a commit: only what the change since
    it introduced is told. `memory` holds the reports of sets from one call to the next, for files that stay the same.
    `blame` says from which commits lines are: with it, drifts that are stale translations are told as such.
    """
    known = None if settings.baseline is None else baseline.load(Path(settings.baseline))
    found = sought(paths, settings)
    tasks = [Task(each) for each in found.sets] if since is None else since_tasks(found.sets, since)
    work = partial(_check_tasks, settings=settings, forbid_ignores=forbid_ignores)
    reports = recalled(
        tasks, {} if memory is None else memory, lambda new: spread(work, new, workers, weight, first=FEW)
    )
    parts: list[Report] = []
    for part in reports:
        if progress:
            progress("checking", len(parts), len(tasks))
        parts.append(part)
    model = None if settings.rules_only or not tasks else opened(settings)
    notes = [f"{len(tasks)} of {len(found.sets)} document sets changed since {since}"] if since else []
    report = joined(parts, signature(settings, model), found.errors, (*found.notes, *notes))
    if known is not None:
        report = baseline.apply(report, known, os.path.exists, settings.baseline or "")
    return report if blame is None else marked(report, blame)


def sought(paths: Sequence[str], settings: Settings) -> Discovery:
    """The document sets under the paths; without any, those that the settings name."""
    return discover(
        paths,
        suffixes=readers.suffixes(),
        identify=readers.identify,
        source=settings.source,
        wanted=settings.paths,
        exclude=settings.exclude,
    )


def _check_tasks(tasks: Sequence[Task], settings: Settings, *, forbid_ignores: bool) -> list[Report]:
    model = None if settings.rules_only else opened(settings)
    return [_check_task(task, settings, model, forbid_ignores=forbid_ignores) for task in tasks]


def _check_task(task: Task, settings: Settings, model: nli.Model | None, *, forbid_ignores: bool) -> Report:
    """A set that was found: its findings without those that its comments or its past set aside."""
    name = task.found.id
    read, errors = read_set(task.found, settings)
    if not read:
        return joined((), "", errors)
    dismiss = partial(dismissals.apply, forbidden=forbid_ignores, rules_only=settings.rules_only)
    versions = {language: prepared(document, settings, model) for language, document in read.items()}
    report = replace(dismiss(check_set(name, read, settings, model, versions), read), errors=tuple(errors))
    if task.before is None:
        return report
    then = as_it_was(read, task.before, settings.skip)
    past = {
        language: prepared(document, settings, model) if language in task.before else versions[language]
        for language, document in then.items()
    }
    compared = len(then) > 1 and settings.source in (None, *then)
    old = dismiss(check_set(name, then, settings, model, past), then) if compared else None
    again = outdated(name, settings.source, read, versions, past, locate) if settings.source in past else ()
    return replace(introduced(report, old), outdated=tuple(again))


def read_set(found: Found, settings: Settings) -> tuple[dict[str, Document], list[str]]:
    """The versions of a set by language, none where they make no check, and a line for each thing that is wrong."""
    documents: dict[str, Document] = {}
    broken: list[str] = []
    for each in found.versions:
        try:
            document = readers.read(each.path, each.shown, each.language, settings.skip)
        except InputError as error:
            broken.append(str(error))
        else:
            documents[each.language] = replace(document, detected=each.detected)
    if len(documents) < 2:
        broken.append(f"{found.id}: {len(documents)} version left that can be read; a check needs two")
        return {}, broken
    if settings.source and settings.source not in documents:
        there = ", ".join(documents)
        broken.append(f"{found.id}: no {settings.source} version, which --source names; there are {there}")
        return {}, broken
    return documents, broken


def check_set(
    name: str,
    documents: Mapping[str, Document],
    settings: Settings,
    model: nli.Model | None,
    versions: Mapping[str, Version] | None = None,
) -> Report:
    """Checks the versions of one document, by language, as they were read; the report has no signature.

    `versions` are those that are prepared already.
    """
    known = versions or {}
    every = {
        language: known.get(language) or prepared(document, settings, model) for language, document in documents.items()
    }
    with allowing(settings.tolerance):
        return _judged(name, documents, every, settings.source, settings, model)


def prepared(document: Document, settings: Settings, model: nli.Model | None) -> Version:
    """What a check needs of a version, whatever the others are."""
    return _version(document.language, segment(document), settings, model)


def _version(
    language: str, segments: Sequence[Segment], settings: Settings, model: nli.Model | None, *, embed: bool = True
) -> Version:
    """The claims of a version, and what its segments mean."""
    own = glossary(tuple(settings.names.items()), settings.keep)
    patterns = [re.compile(pattern) for pattern in settings.ignore]
    occurrences: list[Occurrence] = []
    ignored: list[tuple[Occurrence, str]] = []
    for part in segments:
        mentions = extract(part.text, language)
        for mention in own.read(part.text, mentions) if own else mentions:
            occurrence = Occurrence(part, mention)
            if pattern := next((pattern for pattern in patterns if pattern.search(mention.text)), None):
                ignored.append((occurrence, f"ignored: {pattern.pattern}"))
            else:
                occurrences.append(occurrence)
    vectors = model.embed([part.text for part in segments]) if model and embed and segments else None
    claims = [found for found in occurrences if not found.mention.weak]
    weak = [found for found in occurrences if found.mention.weak]
    return Version(language, segments, claims, vectors, weak, ignored)


def _judged(
    name: str,
    documents: Mapping[str, Document],
    versions: Mapping[str, Version],
    source: str | None,
    settings: Settings,
    model: nli.Model | None,
) -> Report:
    alignment = align(versions, name)
    verdicts = _verdicts(alignment.facts, source, settings, model)
    return Report(
        signature="",
        documents=(
            ReportDocument(
                id=name,
                source=source,
                versions={language: document.path for language, document in documents.items()},
                detected=tuple(language for language, document in documents.items() if document.detected),
                segments={language: len(version.segments) for language, version in versions.items()},
            ),
        ),
        claims=report.claims(name, alignment.facts, verdicts, documents, source, locate),
        findings=report.findings(name, verdicts, documents, locate, _suggest, settings.level),
        coverage=(
            *report.skipped(alignment.outside, documents, locate, "outside the body"),
            *report.skipped(
                [found for language in sorted(versions) for found in versions[language].weak],
                documents,
                locate,
                "a small word",
            ),
            *aside({language: version.ignored for language, version in versions.items()}, documents, locate),
        ),
    )


def _verdicts(facts: Sequence[Fact], source: str | None, settings: Settings, model: nli.Model | None) -> list[Verdict]:
    verdicts = judge(facts, Terms(source, default_level, holds, model.judge if model else None))
    if own := glossary(tuple(settings.names.items()), settings.keep):
        return own.judge(facts, verdicts, source, default_level(Rule.NAME))
    return verdicts


def _suggest(right: Mention, mention: Mention, language: str) -> str | None:
    return suggest(right, mention, language, extract)


def check_rows(rows: Iterable[Row], settings: Settings, workers: int = 1) -> Iterator[RowResult]:
    """Checks aligned segments row by row, in constant memory; many rows in several processes where no model is asked.

    Results come in the order of the rows, the same for any number of workers.
    """
    if workers > 1 and settings.rules_only:
        yield from spread(partial(_check_batch, settings=settings), rows, workers, size)
        return
    model = None if settings.rules_only else opened(settings)
    for row in rows:
        try:
            yield RowResult(row.id, _check_row(row, settings, model))
        except CheckerError as error:
            yield RowResult(row.id, errors=(f"row {row.id}: {error}",))


def _check_batch(rows: Sequence[Row], settings: Settings) -> list[RowResult]:
    return list(check_rows(rows, settings))


def _check_row(row: Row, settings: Settings, model: nli.Model | None) -> tuple[Finding, ...]:
    """The findings in a row; what only a document needs is not made."""
    versions: dict[str, Version] = {}
    for language, text in sorted(row.texts.items()):
        part = Segment(language, 0, 0, Span(0, len(text)), text)
        versions[language] = _version(language, (part,), settings, model, embed=False)
    if (
        model is None
        and not settings.names
        and not settings.keep
        and settled([each.occurrences for each in versions.values()])
    ):
        return ()
    source = settings.source if settings.source in versions else None
    with allowing(settings.tolerance):
        facts = align(versions, row.id, whole=True).facts
        verdicts = _verdicts(facts, source, settings, model)
        documents = {language: paragraph(language, text) for language, text in row.texts.items()} if verdicts else {}
        return report.findings(row.id, verdicts, documents, locate, _suggest, settings.level)


@lru_cache(maxsize=32)
def default_level(rule: Rule) -> Level:
    """The level that a rule's page gives it."""
    return page(rule).level
