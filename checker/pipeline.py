"""The whole tool on one page: read, segment, extract, align, judge, report."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from importlib.metadata import version as installed
from importlib.resources import files
from pathlib import Path

from checker import nli, readers, report
from checker.align import Version, align
from checker.discover import Found, discover
from checker.errors import CheckerError, InputError
from checker.extraction import extract, holds
from checker.judge import Terms, judge
from checker.locate import locate
from checker.model import (
    Block,
    Document,
    Level,
    Mention,
    Occurrence,
    Report,
    ReportDocument,
    Role,
    Rule,
    Run,
    Segment,
    Span,
)
from checker.progress import Progress
from checker.rows import Row, RowResult
from checker.rules import page
from checker.segment import segment
from checker.settings import Settings
from checker.suggest import suggest
from checker.workers import spread

DISTRIBUTION = "claim-consistency-checker"


def check(paths: Sequence[str], settings: Settings, progress: Progress | None = None) -> Report:
    """Checks the language versions found under paths; what can't be checked is told in `errors`."""
    found = discover(paths, suffixes=readers.suffixes(), identify=readers.identify, source=settings.source)
    errors = list(found.errors)
    model = None if settings.rules_only or not found.sets else nli.load(settings.model, cache=cache_path(settings))
    parts: list[Report] = []
    for number, documents in enumerate(found.sets):
        if progress:
            progress("checking", number, len(found.sets))
        read, broken = _read(documents)
        errors += broken
        if len(read) < 2:
            errors.append(f"{documents.id}: {len(read)} version left that can be read; a check needs two")
        elif settings.source and settings.source not in read:
            there = ", ".join(read)
            errors.append(f"{documents.id}: no {settings.source} version, which --source names; there are {there}")
        else:
            parts.append(_check_set(documents.id, read, settings, model))
    return Report(
        signature=signature(settings, model),
        documents=tuple(part for each in parts for part in each.documents),
        claims=tuple(claim for each in parts for claim in each.claims),
        findings=tuple(finding for each in parts for finding in each.findings),
        coverage=tuple(skip for each in parts for skip in each.coverage),
        errors=tuple(errors),
        notes=found.notes,
    )


def _read(found: Found) -> tuple[dict[str, Document], list[str]]:
    """The versions of a set that can be read, by language, and a line for each that can't."""
    documents: dict[str, Document] = {}
    broken: list[str] = []
    for each in found.versions:
        try:
            document = readers.read(each.path, each.shown, each.language)
        except InputError as error:
            broken.append(str(error))
        else:
            documents[each.language] = replace(document, detected=each.detected)
    return documents, broken


def _check_set(name: str, documents: Mapping[str, Document], settings: Settings, model: nli.Model | None) -> Report:
    versions = {
        language: _version(document, segment(document), settings, model) for language, document in documents.items()
    }
    return _judged(name, documents, versions, settings.source, settings, model)


def _version(
    document: Document, segments: Sequence[Segment], settings: Settings, model: nli.Model | None, *, embed: bool = True
) -> Version:
    """The claims of a version, and what its segments mean."""
    ignored = [re.compile(pattern) for pattern in settings.ignore]
    occurrences = [
        Occurrence(part, mention)
        for part in segments
        for mention in extract(part.text, document.language)
        if not any(pattern.search(mention.text) for pattern in ignored)
    ]
    vectors = model.embed([part.text for part in segments]) if model and embed and segments else None
    claims = [found for found in occurrences if not found.mention.weak]
    weak = [found for found in occurrences if found.mention.weak]
    return Version(document.language, segments, claims, vectors, weak)


def _judged(
    name: str,
    documents: Mapping[str, Document],
    versions: Mapping[str, Version],
    source: str | None,
    settings: Settings,
    model: nli.Model | None,
    *,
    whole: bool = False,
) -> Report:
    alignment = align(versions, name, whole=whole)
    verdicts = judge(alignment.facts, Terms(source, default_level, holds, model.judge if model else None))
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
        ),
    )


def _suggest(right: Mention, mention: Mention, language: str) -> str | None:
    return suggest(right, mention, language, extract)


def check_rows(rows: Iterable[Row], settings: Settings, workers: int = 1) -> Iterator[RowResult]:
    """Checks aligned segments row by row, in constant memory; many rows in several processes where no model is asked.

    Results come in the order of the rows, the same for any number of workers.
    """
    if workers > 1 and settings.rules_only:
        yield from spread(partial(_check_batch, settings=settings), rows, workers, _weight)
        return
    model = None if settings.rules_only else nli.load(settings.model, cache=cache_path(settings))
    for row in rows:
        try:
            yield RowResult(row.id, _check_row(row, settings, model).findings)
        except CheckerError as error:
            yield RowResult(row.id, errors=(f"row {row.id}: {error}",))


def _check_batch(rows: Sequence[Row], settings: Settings) -> list[RowResult]:
    return list(check_rows(rows, settings))


def _weight(row: Row) -> int:
    return sum(map(len, row.texts.values()))


def _check_row(row: Row, settings: Settings, model: nli.Model | None) -> Report:
    documents: dict[str, Document] = {}
    versions: dict[str, Version] = {}
    for language, text in sorted(row.texts.items()):
        span = Span(0, len(text))
        documents[language] = Document(language, "", text, (Block(text, Role.PARAGRAPH, (Run(span, span),)),))
        part = Segment(language, 0, 0, span, text)
        versions[language] = _version(documents[language], (part,), settings, model, embed=False)
    source = settings.source if settings.source in documents else None
    return _judged(row.id, documents, versions, source, settings, model, whole=True)


@lru_cache(maxsize=32)
def default_level(rule: Rule) -> Level:
    """The level that a rule's page gives it."""
    return page(rule).level


def cache_path(settings: Settings) -> Path | None:
    """Where segment encodings and verdicts are kept between runs; None where they are not."""
    if not settings.cache:
        return None
    from platformdirs import user_cache_path

    return user_cache_path("checker", appauthor=False)


@lru_cache(maxsize=1)
def _data_digest() -> str:
    """A digest of the language data and the rules, which decide what is found."""
    digest = hashlib.sha256()
    for package in ("checker.languages", "checker.rules"):
        for entry in sorted(files(package).iterdir(), key=lambda item: item.name):
            if entry.name.endswith(".toml"):
                digest.update(entry.name.encode() + entry.read_bytes())
    return digest.hexdigest()[:12]


def signature(settings: Settings, model: nli.Model | None) -> str:
    """What produced a report, so that its numbers can be had again."""
    model_name = model.digest[:12] if model else "none"
    return f"checker:{installed(DISTRIBUTION)}|data:{_data_digest()}|model:{model_name}|settings:{settings.signature}"
