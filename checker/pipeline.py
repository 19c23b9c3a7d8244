"""The whole tool on one page: read, segment, extract, align, judge, report."""

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path

from checker import baseline, dismissals, filled, nli, readers, report, unclaimed
from checker.align import Version, align
from checker.aside import aside, unread
from checker.claimed import claimed
from checker.compare import allowing
from checker.currency import at_home
from checker.discover import Discovery, Found, discover
from checker.errors import InputError
from checker.extraction import extract, why_unread
from checker.glossary import glossary
from checker.hidden import holds
from checker.implied import implied
from checker.judge import Ask, Terms, judge
from checker.locate import locate
from checker.model import (
    Document,
    Fact,
    Level,
    Mention,
    Occurrence,
    Report,
    ReportDocument,
    Rule,
    Segment,
    Verdict,
)
from checker.opening import opened
from checker.progress import Progress
from checker.rules import page
from checker.segment import segment
from checker.sets import FEW, Memory, Task, joined, recalled, weight
from checker.settings import Settings
from checker.signature import signature
from checker.since import as_it_was, introduced, outdated
from checker.since import tasks as since_tasks
from checker.stale import Blame, marked
from checker.suggest import suggest
from checker.workers import spread

_LONG = 5_000
"""Segments from which a version is aligned by its values, order and sizes alone: the model reads some 100 a second."""


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
    work = partial(_check_tasks, settings=settings, forbid_ignores=forbid_ignores, workers=workers)
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
        readers,
        source=settings.source,
        wanted=settings.paths,
        exclude=settings.exclude,
    )


def _check_tasks(tasks: Sequence[Task], settings: Settings, *, forbid_ignores: bool, workers: int) -> list[Report]:
    model = None if settings.rules_only else opened(settings)
    return [_check_task(task, settings, model, workers, forbid_ignores=forbid_ignores) for task in tasks]


def _check_task(
    task: Task, settings: Settings, model: nli.Model | None, workers: int, *, forbid_ignores: bool
) -> Report:
    """A set that was found: its findings without those that its comments or its past set aside."""
    name = task.found.id
    settings = sourced(settings, task.found)
    read, errors = read_set(task.found, settings)
    if not read:
        return joined((), "", errors)
    dismiss = partial(dismissals.apply, forbidden=forbid_ignores, rules_only=settings.rules_only)
    segments = {language: segment(document) for language, document in read.items()}
    found = claimed(segments, workers)
    versions = {
        language: _withheld(document, version_of(language, segments[language], settings, model, found[language]))
        for language, document in read.items()
    }
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


def sourced(settings: Settings, found: Found) -> Settings:
    """The settings for a set: its files may say themselves what they are translated from."""
    told = any(version.language == settings.source for version in found.versions)
    return settings if told or found.source is None else replace(settings, source=found.source)


def read_set(found: Found, settings: Settings) -> tuple[dict[str, Document], list[str]]:
    """The versions of a set by language, none where they make no check, and a line for each thing that is wrong."""
    documents: dict[str, Document] = {}
    broken: list[str] = []
    for each in found.versions:
        try:
            document = readers.read(each.path, each.shown, each.language, settings.skip, each.part)
        except InputError as error:
            broken.append(str(error))
        else:
            if document.source.strip():
                documents[each.language] = replace(document, detected=each.detected)
            else:
                broken.append(f"{each.shown}: {readers.EMPTY}")
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
        return _judged(name, documents, _sparse(documents, every), settings.source, settings, model)


def _sparse(documents: Mapping[str, Document], versions: Mapping[str, Version]) -> Mapping[str, Version]:
    """The versions, those out of files of several languages with the keys that they lack as not translated yet."""
    if len({document.path for document in documents.values()}) == 1 or not any(it.part for it in documents.values()):
        return versions
    keys = {language: {segment.key for segment in version.segments} for language, version in versions.items()}
    every = frozenset().union(*keys.values())
    return {
        language: replace(version, withheld=version.withheld | (every - keys[language]))
        if documents[language].part
        else version
        for language, version in versions.items()
    }


def prepared(document: Document, settings: Settings, model: nli.Model | None) -> Version:
    """What a check needs of a version, whatever the others are."""
    return _withheld(document, version_of(document.language, segment(document), settings, model))


def _withheld(document: Document, version: Version) -> Version:
    """The version with the keys that are there and have no text to check."""
    withheld = frozenset(block.key for block in document.blocks if block.key and not block.text)
    return replace(version, withheld=withheld) if withheld else version


def version_of(
    language: str,
    segments: Sequence[Segment],
    settings: Settings,
    model: nli.Model | None,
    found: Sequence[tuple[Mention, ...]] | None = None,
) -> Version:
    """The claims of a version, and with a model what its segments mean; `found` is what was read from each already."""
    own = glossary(tuple(settings.names.items()), settings.keep)
    patterns = [re.compile(pattern) for pattern in settings.ignore]
    occurrences: list[Occurrence] = []
    ignored: list[tuple[Occurrence, str]] = []
    for place, part in enumerate(segments):
        mentions = extract(part.text, language) if found is None else found[place]
        for mention in own.read(part.text, mentions) if own else mentions:
            occurrence = Occurrence(part, mention)
            if part.form and implied(part.form, mention):
                ignored.append((occurrence, "what its plural form is for"))
            elif pattern := next((pattern for pattern in patterns if pattern.search(mention.text)), None):
                ignored.append((occurrence, f"ignored: {pattern.pattern}"))
            else:
                occurrences.append(occurrence)
    named = all(part.key for part in segments)  # what has keys is aligned by them
    asked = model and not named and 0 < len(segments) < _LONG
    vectors = model.embed([part.text for part in segments]) if model and asked else None
    claims = at_home([each for each in occurrences if not each.mention.weak])
    weak = [each for each in occurrences if each.mention.weak]
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
    verdicts = verdicts_of(alignment.facts, source, settings, model.judge if model else None)
    segments = {language: tuple(version.segments) for language, version in versions.items()}
    other = filled.judged(name, len(alignment.facts) + 1, documents, segments, source, default_level)
    other += unclaimed.judged(name, len(alignment.facts) + len(other) + 1, segments, source, default_level)
    facts, verdicts = (*alignment.facts, *(verdict.fact for verdict in other)), [*verdicts, *other]
    return Report(
        signature="",
        documents=(
            ReportDocument(
                id=name,
                source=source,
                versions={language: document.path for language, document in documents.items()},
                detected=tuple(language for language, document in documents.items() if document.detected),
            ),
        ),
        claims=report.claims(name, facts, verdicts, documents, source, locate),
        findings=report.findings(name, verdicts, documents, locate, suggested, settings.level),
        coverage=(
            *report.skipped(alignment.outside, documents, locate, "outside the body"),
            *report.skipped(
                [found for language in sorted(versions) for found in versions[language].weak],
                documents,
                locate,
                "a small word",
            ),
            *aside({language: version.ignored for language, version in versions.items()}, documents, locate),
            *(
                number
                for language, document in sorted(documents.items())
                for number in unread(versions[language].segments, versions[language].read, document, locate, why_unread)
            ),
        ),
    )


def verdicts_of(facts: Sequence[Fact], source: str | None, settings: Settings, ask: Ask | None) -> list[Verdict]:
    """What is judged of facts, by rules and by the model where there is one to ask."""
    verdicts = judge(facts, Terms(source, default_level, holds, ask))
    if own := glossary(tuple(settings.names.items()), settings.keep):
        return own.judge(facts, verdicts, source, default_level(Rule.NAME))
    return verdicts


def suggested(right: Mention, mention: Mention, language: str) -> str | None:
    """How a mention of another version would be written in the place of one, in a language."""
    return suggest(right, mention, language, extract)


@lru_cache(maxsize=32)
def default_level(rule: Rule) -> Level:
    """The level that a rule's page gives it."""
    return page(rule).level
