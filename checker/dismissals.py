"""Findings that a comment in the document sets aside: `<!-- checker: ignore value-drift -- said so by the bank -->`.

A comment names the rules it is for (several with commas; none is all) and, behind `--`, the reason. On a line with
text it holds for the block it stands in, a paragraph, a heading, a list item or a table cell; on a line of its own
for the next block, and before a table for the whole table. MDX writes it as `{/* checker: ignore … */}`, plain text
as a line `# checker: ignore …`.

Nothing is silently gone: what is dismissed stays in the report as such, and a comment that dismisses nothing, gives
no reason or names a rule that there is not is told.
"""

import difflib
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.locate import position
from checker.model import Block, Dismissed, Document, Finding, Ground, Location, Report, Role, Rule

_LONGEST = 4000
"""Characters of a comment that are looked at."""
_FORMS = (
    re.compile(r"<!--\s*checker:\s*ignore\b(?P<said>.*?)-*-->", re.DOTALL),
    re.compile(r"\{\s*/\*+\s*checker:\s*ignore\b(?P<said>.*?)\*/\s*\}", re.DOTALL),
    re.compile(r"/\*+\s*checker:\s*ignore\b(?P<said>.*?)\*+/", re.DOTALL),
    re.compile(r"(?:[#!]+|//+|\.\.[ \t]|NOTE\s)[ \t]*checker:[ \t]*ignore\b(?P<said>[^\r\n]*)"),
)
_HINT = re.compile(r"checker:\s*ignore\b")
_REASON = re.compile(r"(?:^|\s)(?:--+|[—–])\s")  # XML has no "--" in its comments
_ALL = "all"
_EXAMPLE = "-- and why"
_TABLE_END = re.compile(r"</table|\n[ \t]*\r?\n", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A comment: its rules (none is all), its reason, its place, and the blocks it holds for, by index."""

    rules: frozenset[Rule]
    reason: str
    place: Location
    blocks: range
    unknown: tuple[str, ...] = ()
    """Names it gives that are no rules."""

    def covers(self, rule: Rule) -> bool:
        """Whether it is for a rule."""
        return rule in self.rules or (not self.rules and not self.unknown)

    @property
    def names(self) -> str:
        """Its rules in words."""
        return ", ".join(sorted(self.rules)) or "any rule"

    @property
    def at(self) -> str:
        """Its place as a line begins with it."""
        return f"{self.place.path}:{self.place.line}:{self.place.column}"


def read(document: Document) -> tuple[Dismissal, ...]:
    """The comments of a document that dismiss something, in order; what stands in code is none."""
    if _HINT.search(document.source) is None:
        return ()
    extents = [_extent(block) for block in document.blocks]
    starts = [start for start, _ in extents]
    found: dict[int, Dismissal] = {}
    for ignored in document.ignored:
        if match := _match(document.source, ignored.span.start):
            blocks = _blocks(document, match, starts, extents)
            found.setdefault(match.start(), _dismissal(document, match, blocks))
    return tuple(found[start] for start in sorted(found))


def apply(
    report: Report, documents: Mapping[str, Document], *, forbidden: bool = False, rules_only: bool = False
) -> Report:
    """The report of one document set with what its comments dismiss set aside, and notes on the comments.

    Where they are `forbidden` they count for nothing and are listed. `rules_only` says that no model was asked, so
    that nothing is said of comments which only its findings would need.
    """
    comments = {language: read(document) for language, document in documents.items()}
    if not any(comments.values()):
        return report
    used: set[int] = set()
    kept: list[Finding] = []
    dismissed = list(report.dismissed)
    places = {language: _Places(documents[language], said) for language, said in comments.items() if said}
    for finding in report.findings:
        at = finding.location
        hit = places[at.lang].holding(finding) if at.lang in places and not forbidden else None
        if hit is None:
            kept.append(finding)
        else:
            used.add(id(hit))
            dismissed.append(Dismissed(finding, Ground.COMMENT, hit.reason, hit.place))
    every = [comment for said in comments.values() for comment in said]
    notes = _forbidden(every) if forbidden else _notes(every, used, rules_only=rules_only)
    return replace(report, findings=tuple(kept), dismissed=tuple(dismissed), notes=(*report.notes, *notes))


class _Places:
    """Which comments hold at a place of a document."""

    def __init__(self, document: Document, comments: Iterable[Dismissal]) -> None:
        self._starts = [position(document.source, _extent(block)[0]) for block in document.blocks]
        self._by_block: dict[int, list[Dismissal]] = {}
        for comment in comments:
            for block in comment.blocks:
                self._by_block.setdefault(block, []).append(comment)

    def holding(self, finding: Finding) -> Dismissal | None:
        block = bisect_right(self._starts, (finding.location.line, finding.location.column)) - 1
        return next((it for it in self._by_block.get(block, ()) if it.covers(finding.rule)), None)


def _extent(block: Block) -> tuple[int, int]:
    return block.runs[0].source.start, block.runs[-1].source.end


def _match(source: str, at: int) -> "re.Match[str] | None":
    end = min(len(source), at + _LONGEST)
    return next((match for form in _FORMS if (match := form.match(source, at, end))), None)


def _blocks(
    document: Document, match: "re.Match[str]", starts: Sequence[int], extents: Sequence[tuple[int, int]]
) -> range:
    """The blocks that a comment holds for."""
    source = document.source
    after = bisect_right(starts, match.start())
    line = max(source.rfind("\n", 0, match.start()), source.rfind("\r", 0, match.start())) + 1
    if after and extents[after - 1][1] > line:  # a block goes on, or ends, on the comment's line
        return range(after - 1, after)
    last = after + 1
    if after < len(extents) and document.blocks[after].role is Role.CELL:
        while (
            last < len(extents)
            and document.blocks[last].role is Role.CELL
            and not _TABLE_END.search(source, extents[last - 1][1], extents[last][0])
        ):
            last += 1
    return range(after, min(last, len(extents)))


def _dismissal(document: Document, match: "re.Match[str]", blocks: range) -> Dismissal:
    said = match["said"]
    parted = _REASON.search(said)
    names, reason = (said[: parted.start()], said[parted.end() :]) if parted else (said, "")
    given = [name for name in re.split(r"[\s,;]+", names.rstrip("- ")) if name and name != _ALL]
    known = {str(rule): rule for rule in Rule}
    line, column = position(document.source, match.start())
    end_line, end_column = position(document.source, match.end())
    place = Location(document.language, document.path, line, column, end_line, end_column, match.group())
    return Dismissal(
        rules=frozenset(known[name] for name in given if name in known),
        reason=" ".join(reason.split()),
        place=place,
        blocks=blocks,
        unknown=tuple(name for name in given if name not in known),
    )


def _forbidden(comments: Sequence[Dismissal]) -> Iterator[str]:
    for it in comments:
        reason = it.reason or "no reason given"
        yield f"{it.at}: this ignore of {it.names} does not count, ignores are forbidden: {reason}"


def _notes(comments: Sequence[Dismissal], used: set[int], *, rules_only: bool) -> Iterator[str]:
    """What is wrong with comments: no such rule, no reason, nothing to dismiss."""
    rules = [str(rule) for rule in Rule]
    for it in comments:
        for name in it.unknown:
            close = difflib.get_close_matches(name, rules, n=1)
            right = f"did you mean {close[0]!r}?" if close else f"there are: {', '.join(rules)}"
            yield f"{it.at}: unknown rule {name!r} in this ignore; {right}"
        if not it.reason:
            yield f"{it.at}: this ignore gives no reason; write it behind two hyphens: {it.names} {_EXAMPLE}"
        judged = not (rules_only and (Rule.SUBJECT in it.rules or not it.rules))
        if id(it) not in used and not it.unknown and judged:
            yield f"{it.at}: this ignore is of no use, there is nothing of {it.names} in its block; delete it"
