"""Where the digits of documents end: in a claim, in a number that is none for a reason, in a region that is no prose.

A run of digits that is nowhere would be lost unseen; there is to be none.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from checker import languages, readers
from checker.datafiles import SUFFIX, language, lines
from checker.discover import Found
from checker.locate import position
from checker.model import Document, Location, Report, Span
from checker.pipeline import check_set, read_set, sought
from checker.progress import Progress
from checker.settings import Settings

CLAIM = "a claim"
_DIGITS = re.compile(r"\d+")

Place = tuple[int, int]
"""Line and column."""


@dataclass(slots=True)
class Ledger:
    """Runs of digits by where they end, and `path:line:column` of those that end nowhere."""

    counts: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        """All runs of digits."""
        return self.counts.total() + len(self.lost)


def ledger(report: Report, documents: Iterable[Document]) -> Ledger:
    """Each run of digits of the documents of a report."""
    told: dict[str, list[tuple[Location, str]]] = {}
    for claim in report.claims:
        for mention in claim.mentions:
            told.setdefault(mention.location.path, []).append((mention.location, CLAIM))
    for skipped in report.coverage:
        told.setdefault(skipped.location.path, []).append((skipped.location, skipped.reason))
    found = Ledger()
    for document in documents:
        _enter(found, document, told.get(document.path, []))
    return found


def _enter(found: Ledger, document: Document, told: Iterable[tuple[Location, str]]) -> None:
    spans: list[tuple[Place, Place, str]] = [
        ((at.line, at.column), (at.end_line, at.end_column), why) for at, why in told
    ]
    for span, reason in (*((part.span, part.reason) for part in document.ignored), *_escapes(document)):
        spans.append((position(document.source, span.start), position(document.source, span.end), reason))
    spans.sort()
    index, covered, reason = 0, (0, 0), ""
    for run in _DIGITS.finditer(document.source):
        start, end = position(document.source, run.start()), position(document.source, run.end())
        while index < len(spans) and spans[index][0] < end:
            first, last, why = spans[index]
            if last > covered and (first <= max(start, covered)):
                covered, reason = last, why
            index += 1
        if end <= covered:
            found.counts[reason] += 1
        else:
            found.lost.append(f"{document.path}:{start[0]}:{start[1]}")


def _escapes(document: Document) -> Iterator[tuple[Span, str]]:
    """Stretches with digits of the source alone, that stand for something else (`&#160;`)."""
    for block in document.blocks:
        for text, source in block.runs:
            if text.end - text.start != source.end - source.start and not _DIGITS.search(block.text, *text):
                yield source, "an escape"


def measure(folders: Iterable[str], settings: Settings, progress: Progress | None = None) -> Mapping[str, Ledger]:
    """By folder: document sets as a check finds them, or LANG.txt.gz files, each taken as one document."""
    found: dict[str, Ledger] = {}
    for folder in folders:
        each = found.setdefault(folder, Ledger())
        for number, documents in enumerate(_documents(folder, settings)):
            if progress:
                progress(folder, number, 0)
            report = check_set("it", documents, settings, None)
            more = ledger(report, documents.values())
            each.counts += more.counts
            each.lost += more.lost
    return found


def _documents(folder: str, settings: Settings) -> Iterator[Mapping[str, Document]]:
    files = sorted(Path(folder).glob("*" + SUFFIX)) if Path(folder).is_dir() else []
    for file in files:
        code = language(file.name.removesuffix(SUFFIX), languages.codes())
        text = "\n\n".join(lines(file))
        yield {code: Document(code, file.as_posix(), text, *readers.parse(text, ".txt"))}
    sets: Iterable[Found] = () if files else sought([folder], settings).sets
    for each in sets:
        documents, _ = read_set(each, settings)
        if documents:
            yield documents


def table(found: Mapping[str, Ledger]) -> str:
    """A line for each outcome of each folder, and one for what is lost."""
    rows = []
    for folder, each in found.items():
        rows.append(f"{folder}: {each.total} runs of digits, {len(each.lost)} lost unseen\n")
        rows += [f"  {count:>8}  {reason}\n" for reason, count in each.counts.most_common()]
        rows += [f"  lost: {place}\n" for place in each.lost[:20]]
    return "".join(rows)
